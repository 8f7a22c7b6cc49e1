import { type Command, portCommand, type Refusal } from '../command.ts'
import { noteFlag } from '../port-draft.ts'

/** Port security: counted as a fact about the port; it limits addresses and stops neither attack (facts D3, G 21). */
export function portSecurityRows(refuse?: Refusal): Command[] {
  return [
    portCommand('switchport port-security', {
      help: 'Count and limit the source addresses of this port',
      ...(refuse ? { refuse } : {}),
      port: (port, _args, by) => {
        port.portSecurity = true
        noteFlag(port, by)
      },
      noPort: (port, _args, by) => {
        port.portSecurity = false
        noteFlag(port, by)
      },
      write: (_settings, _isDefault, { portSecurity }) => (portSecurity ? ['switchport port-security'] : []),
    }),
    ...['maximum', 'violation', 'mac-address', 'aging', 'limit'].map((detail) =>
      portCommand(`switchport port-security ${detail} ...`, {
        help: 'A detail of port security',
        port: (port, _args, by) => {
          noteFlag(port, by)
        },
      }),
    ),
  ]
}
