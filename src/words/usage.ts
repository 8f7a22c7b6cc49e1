/** The whole help of the program; the list of commands is put in by name and summary. */
export function programHelp(
  commands: readonly { readonly name: string; readonly summary: string }[],
): string {
  const width = Math.max(0, ...commands.map(({ name }) => name.length)) + 2
  const list = commands.map(({ name, summary }) => `  vlan-dojo ${name.padEnd(width)}${summary}`)
  return `${[
    'Learn the two attacks on layer-2 VLANs by watching frames cross a simulated network, then check your own',
    'trunk and native-VLAN configuration by attacking a simulation of it. Nothing is sent to a real interface.',
    '',
    'Usage:',
    `  vlan-dojo ${''.padEnd(width)}the full screen: lessons, films, checklists`,
    ...list,
    '',
    'Options:',
    '  --plain          lines of text instead of the full screen, for screen readers, pipes and logs',
    '  --theme THEME    dark, light, hc (high contrast) or mono',
    '  --motion MOTION  full, steps or none',
    '  --ascii          draw with ASCII characters only',
    '  --help, -h       this text; after a command, the help of the command',
    '  --version, -V    the version',
    '',
    'The environment: NO_COLOR, FORCE_COLOR, VLAN_DOJO_MOTION=off, VLAN_DOJO_HOME (folder of progress and drafts).',
  ].join('\n')}\n`
}
