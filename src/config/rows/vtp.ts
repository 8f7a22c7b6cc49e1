import type { VtpMode } from '../../net/network.ts'
import { type Command, globalCommand } from '../command.ts'

const MODES: Readonly<Record<VtpMode, string>> = {
  server: 'Keep and announce the VLAN database',
  client: 'Take the VLAN database from a server',
  transparent: 'Keep an own VLAN database and pass announcements on',
  off: 'Keep an own VLAN database and pass nothing on',
}

/** VTP: its mode decides whether the configuration shows the VLANs (facts J3), its domain stands in DTP frames (facts B4). */
export function vtpRows(defaultMode: VtpMode): Command[] {
  return [
    ...Object.entries(MODES).map(([mode, help]) =>
      globalCommand(`vtp mode ${mode}`, {
        help,
        device: (device, _args, by) => {
          device.vtpMode = { value: mode as VtpMode, from: by }
        },
        noDevice: (device, _args, by) => {
          device.vtpMode = { value: defaultMode, from: by }
        },
        undoLine: 'no vtp mode',
      }),
    ),
    ...(Object.keys(MODES) as VtpMode[]).map((mode) =>
      globalCommand(`vtp ${mode}`, {
        help: `${MODES[mode]}, as the old VLAN database mode has it`,
        device: (device, _args, by) => {
          device.vtpMode = { value: mode, from: by }
        },
      }),
    ),
    globalCommand('vtp domain <word>', {
      help: 'Name of the VTP domain, which DTP announces too',
      device: (device, [name], by) => {
        device.vtpDomain = { value: name, from: by }
      },
    }),
  ]
}
