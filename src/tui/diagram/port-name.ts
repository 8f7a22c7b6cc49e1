/** Interface types by the letters network people shorten them to. */
const SHORT: readonly (readonly [long: RegExp, short: string])[] = [
  [/^TwentyFiveGigE[a-z]*/i, 'Twe'],
  [/^HundredGig[a-z]*/i, 'Hu'],
  [/^FortyGig[a-z]*/i, 'Fo'],
  [/^TenGig[a-z]*/i, 'Te'],
  [/^TwoGig[a-z]*/i, 'Tw'],
  [/^FiveGig[a-z]*/i, 'Fi'],
  [/^Gig[a-z]*/i, 'Gi'],
  [/^Fast[a-z]*/i, 'Fa'],
  [/^Port-channel/i, 'Po'],
  [/^Ethernet/i, 'Eth'],
]

/** A port's name as people say it: `GigabitEthernet1/0/24` is `Gi1/0/24`. Names of other kinds stay as they are. */
export function shortPort(name: string): string {
  const known = SHORT.find(([long]) => long.test(name))
  return known ? name.replace(known[0], known[1]) : name
}
