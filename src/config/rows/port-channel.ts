import { type Command, portCommand } from '../command.ts'
import { type PortDraft, resetPort } from '../port-draft.ts'

/** Membership in a port-channel, which then carries the configuration (facts J10). `bundle` is the dialect's word for its name. */
export function channelRows(bundle: string): Command[] {
  return [
    portCommand('channel-group <number> mode <text>', {
      help: 'Make this port a member of a port-channel',
      port: (port, [group, mode], by) => {
        port.settings.channel = { value: `${bundle}${group}`, from: by }
        port.channelMode = mode
      },
      noPort: leave,
      undoLine: 'no channel-group',
      cuts: () => 'The port leaves or joins a bundle; both ends must agree on it.',
      write: ({ channel }, _isDefault, port) =>
        channel.value === null
          ? []
          : [`channel-group ${channel.value.replace(/\D+/, '')} mode ${port.channelMode || 'on'}`],
    }),
    portCommand('channel-group <number> ...', {
      help: 'Make this port a member of a port-channel',
      port: (port, [group], by) => {
        port.settings.channel = { value: `${bundle}${group}`, from: by }
      },
      noPort: leave,
    }),
  ]
}

function leave(port: PortDraft, _args: readonly unknown[], by: readonly number[]): void {
  resetPort(port, 'channel', by)
  port.channelMode = ''
}
