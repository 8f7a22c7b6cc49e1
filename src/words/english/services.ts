/** What is said of services that have to keep working, in both faces. */
export const SERVICE_WORDS = {
  title: 'What must keep working',
  says: 'A service is a VLAN between two or more ports. It is tried in simulation with every change, and a fix that cuts it says so.',
  add: 'Name a service',
  line: 'Service:',
  lineHelp: 'Its name, its VLAN and its ports: vMotion 20 Gi0/10 Gi0/24',
  service: (name: string, vlan: number, ports: string) => `${name}  VLAN ${vlan}  ${ports}`,
  works: '✓ works',
  down: '✗ DOWN',
  remove: 'Enter on a service takes it out of the list.',
  trouble: {
    'no-vlan': (part: string) =>
      part === ''
        ? 'A service needs a VLAN behind its name: vMotion 20 Gi0/10 Gi0/24.'
        : `${part} is no VLAN: it has to be a number from 1 to 4094.`,
    'no-port': (part: string) => `This switch has no port ${part}.`,
    'few-ends': (part: string) => `${part} needs two ports at least, to work between them.`,
    twice: (part: string) => `There is a service ${part} already.`,
  },
} as const
