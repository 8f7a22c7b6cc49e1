/** What stands around the console of a simulated switch. */
export const CONSOLE_WORDS = {
  title: (device: string) => `Console of ${device}, simulated`,
  says: 'Commands as on the switch: ? lists what may follow, Esc puts it away.',
  linesFor: (device: string) => `Lines for ${device}`,
  linesSay:
    'Lines as on the switch, interface lines among them. An empty line puts them to the switch; Esc drops them.',
  linesPrompt: '>',
} as const
