/** What stands around a film. */
export const PLAYER_WORDS = {
  goto: 'Step:',
  beforeFilm: 'before the film',
  /** What the marks in a picture mean. */
  legend: {
    title: 'what is drawn',
    frame: 'a frame, outer tag first',
    trunk: 'a trunk',
    access: 'an access port',
    native: 'its way without a tag',
    attack: 'the attack acts here',
    ends: 'a frame ends here',
    changed: 'what this step changed',
  },
  hop: (number: number) => `HOP ${number}`,
  gone: 'gone',
  isNew: 'new',
  vlan: (vid: number) => `VLAN ${vid}`,
  bytes: (count: number) => `${count} bytes`,
  stepOf: (step: number, of: number) => `step ${step} of ${of}`,
  speed: (speed: number) => `${speed}x`,
  playing: 'playing',
  paused: 'paused',
  over: 'end',
  asks: 'asks you',
  motion: { full: '', steps: 'jumps', none: 'no motion' },
  before: 'before',
  after: 'after',
  isOver: (step: number) => `over since step ${step}`,
  partAt: (step: number) => `The two part at step ${step}.`,
  alike: 'The two do not differ.',
  /** In a box that sends a frame on without a tag: seven cells. */
  noTag: '►no tag',
  hostile: 'hostile',
  station: {
    host: 'host',
    attacker: 'hostile',
    spoofer: 'hostile',
    relay: 'hostile',
    phone: 'phone',
    vswitch: 'vSwitch',
    'migration-source': 'ESX',
    'migration-target': 'ESX',
  } as Readonly<Record<string, string>>,
  noSwitch: 'No switch decides here: a station sends and takes what it likes.',
  why: 'why',
  rule: 'rule',
  lines: 'config',
  tree: 'tree',
  port: 'port',
  table: 'MACs',
  emptyTable: 'the MAC table is empty',
  learned: (mac: string, vlan: number, port: string) => `${mac} in VLAN ${vlan} behind ${port}`,
  more: (count: number) => `and ${count} more`,
  bytesOf: (hop: number, from: string, to: string) => `bytes of hop ${hop}, ${from} to ${to}`,
  noFrame: 'no frame yet',
  allSteps: 'All steps',
  stepsSay: 'Enter goes to a step.',
  stepsBehind: (count: number) =>
    count === 1
      ? 'One more step comes behind the question.'
      : `${count} more steps come behind the question.`,
  shorter: (count: number) => `${count} bytes shorter than the hop before`,
  longer: (count: number) => `${count} bytes longer than the hop before`,
  same: 'the same length as the hop before',
  portMode: (mode: string, set: string) => (mode === set ? mode : `${mode}, set to ${set}`),
  native: (vid: number) => `native ${vid}`,
  allowed: (list: string) => `allowed ${list}`,
  trunkGroup: (name: string) => `in trunk group ${name}`,
  accessVlan: (vid: number) => `VLAN ${vid}`,
  silent: 'no DTP',
  down: 'shut down',
  /** What a picture has no room for: devices, how many of them the story touches, and cables by their ends. */
  notDrawn: (devices: readonly string[], touched: number, cables: readonly (readonly [string, string])[]) => {
    const [only] = devices
    const many = `${devices.length} devices${touched === 0 ? ' the story does not touch' : `, ${touched} of them in the story`}`
    const [cable] = cables
    const parts = [
      ...(only === undefined ? [] : [devices.length === 1 ? only : many]),
      ...(cable === undefined
        ? []
        : [cables.length === 1 ? `the cable from ${cable[0]} to ${cable[1]}` : `${cables.length} cables`]),
    ]
    return `Not drawn: ${parts.join('; ')}`
  },
} as const
