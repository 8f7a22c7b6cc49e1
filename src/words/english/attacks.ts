/** The attacks as people call them. */
export const ATTACK_NAMES = {
  'switch-spoofing': 'switch spoofing',
  'plain-tagging': 'plain tagging',
  'double-tagging': 'double tagging',
  'guest-tagging': 'guest tagging',
  'native-mismatch': 'native VLAN mismatch',
} as const

type Gains = readonly ('inject' | 'read-floods' | 'answered')[]
/** Who stands where, as verdicts say it. */
type Middle = {
  readonly is: 'reached' | 'not-reached' | 'one-way' | 'not-simulated' | 'depends'
  readonly on?: readonly { readonly device: string; readonly line: number }[]
}

/**
 * What an attacker got, as a rung of the ladder of harm (facts J9). Nobody stands in the middle of a migration by a hop alone: that
 * takes frames of both ends, which ARP spoofing inside the VLAN brings to whoever can send and read there.
 */
export function gainsInWords(gains: Gains, vlan: number, middle: () => Middle): string {
  const reads = gains.includes('read-floods')
  if (!gains.includes('inject'))
    return reads ? `reads: sees what is flooded in VLAN ${vlan}, and sends nothing there.` : 'nothing.'
  if (!reads && !gains.includes('answered'))
    return `sends one way: frames get into VLAN ${vlan}, nothing comes back.`
  const back = reads
    ? gains.includes('answered')
      ? 'answers and floods come'
      : 'floods come'
    : 'answers come'
  return `sends and reads: frames get into VLAN ${vlan}, ${back} back${middleInWords(middle())}`
}

function middleInWords({ is, on = [] }: Middle): string {
  switch (is) {
    case 'reached':
      return '; with ARP spoofing a migration there went through the attacker, simulated with two hosts.'
    case 'depends': {
      const lines = on.map(({ device, line }) => `${device} line ${line}`).join(', ')
      return `; with ARP spoofing a migration there goes through the attacker unless the switch drops the false answers: ARP packets are checked there (${lines}), which is not simulated.`
    }
    case 'not-reached':
      return '; a migration there did not go through the attacker, simulated with two hosts.'
    case 'not-simulated':
      return '; whether a migration there could be made to go through the attacker is not simulated for this way in.'
    case 'one-way':
      return '.'
  }
}
