/** The attacks as people call them. */
export const ATTACK_NAMES = {
  'switch-spoofing': 'switch spoofing',
  'plain-tagging': 'plain tagging',
  'double-tagging': 'double tagging',
  'guest-tagging': 'guest tagging',
  'native-mismatch': 'native VLAN mismatch',
} as const

/**
 * What an attacker got, as a rung of the ladder of harm (facts J9). Nobody stands in the `middle` of a migration by a hop alone: that
 * takes frames of both ends, which ARP spoofing inside the VLAN brings to whoever can send and read there.
 */
export function gainsInWords(
  gains: readonly ('inject' | 'read-floods' | 'answered')[],
  vlan: number,
  middle: boolean,
): string {
  const reads = gains.includes('read-floods')
  if (!gains.includes('inject')) return reads ? `reads: sees what is flooded in VLAN ${vlan}.` : 'nothing.'
  if (!reads && !gains.includes('answered'))
    return `sends one way: frames get into VLAN ${vlan}, nothing comes back.`
  const back = reads ? 'answers and floods come back' : 'answers come back'
  const rung = `sends and reads: frames get into VLAN ${vlan}, ${back}`
  return middle
    ? `${rung}; with ARP spoofing a migration there went through the attacker, simulated with two hosts.`
    : `${rung}.`
}
