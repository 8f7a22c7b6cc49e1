import type { ChannelMode } from '../../net/bundling.ts'
import { type Command, portCommand } from '../command.ts'
import { type PortDraft, resetPort } from '../port-draft.ts'

/** How a port takes part in its port-channel, by the words after `mode`. */
export type ChannelModes = Readonly<Partial<Record<ChannelMode, string>>>

/** Modes that every dialect has. */
export const LACP_MODES: ChannelModes = {
  active: 'Agree on the port-channel by LACP, and ask for it',
  passive: 'Agree on the port-channel by LACP, if the far end asks',
  on: 'Be a member whatever the far end does',
}

/** The modes of PAgP, which IOS has besides. */
export const PAGP_MODES: ChannelModes = {
  desirable: 'Agree on the port-channel by PAgP, and ask for it',
  auto: 'Agree on the port-channel by PAgP, if the far end asks',
  'desirable non-silent': 'The same, and only with a far end that answers',
  'auto non-silent': 'The same, and only with a far end that asks',
}

/** A dialect's port-channels: the word before their number, the modes of members, and whether `force` makes a port like them. */
export type ChannelWords = { readonly bundle: string; readonly modes: ChannelModes; readonly force?: true }

/** Membership in a port-channel, which then carries the configuration (facts J10). */
export function channelRows({ bundle, modes, force }: ChannelWords): Command[] {
  const joins = (port: PortDraft, group: number, mode: ChannelMode, by: readonly number[]): void => {
    port.settings.channel = { value: `${bundle}${group}`, from: by }
    port.settings.channelMode = { value: mode, from: by }
  }
  const heads = force
    ? (['channel-group <number>', 'channel-group <number> force'] as const)
    : (['channel-group <number>'] as const)
  return heads.flatMap((head) => [
    portCommand(head, {
      help: 'Make this port a member of a port-channel',
      port: (port, [group], by) => joins(port, group, 'on', by),
      noPort: leave,
      ...(head === heads[0] && WRITTEN),
    }),
    ...Object.entries(modes).map(([mode, help]) =>
      portCommand(`${head} mode ${mode}`, {
        help,
        port: (port: PortDraft, [group]: readonly [number], by: readonly number[]) =>
          joins(port, group, mode as ChannelMode, by),
        noPort: leave,
      }),
    ),
  ])
}

/** How membership is written and taken back, whichever line made it. */
const WRITTEN = {
  undoLine: 'no channel-group',
  cuts: () => 'The port leaves or joins a bundle; both ends must agree on it.',
  write: ({ channel, channelMode }) =>
    channel.value === null
      ? []
      : [`channel-group ${channel.value.replace(/\D+/, '')} mode ${channelMode.value ?? 'on'}`],
} satisfies Partial<Command>

function leave(port: PortDraft, _args: readonly unknown[], by: readonly number[]): void {
  resetPort(port, 'channel', by)
  resetPort(port, 'channelMode', by)
}
