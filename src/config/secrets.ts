/** What stands in the place of a secret. */
export const BLANK = '***'

/** What stands right before a secret. Each ends with the first character of the secret itself: from there on all is blanked. */
const BEFORE_SECRET: readonly RegExp[] = [
  // Words after which a device writes a secret, alone or as the end of a longer one (`wpa-psk`).
  /(?<![\w-])(?:[\w-]*-)?(?:password|passwd|secret|key|key-string|key-octet-string|cak|community|community-map|md5|sha\d*|sha-\d+|priv|psk|passphrase|passkey|pass-phrase|credential|token|pin)(?![\w-])[ \t]+\S/i,
  // `snmp-server host` names its community without a word before it.
  /^[ \t]*snmp-server[ \t]+host[ \t]+\S+[ \t]+\S/i,
  // First-hop redundancy and NHRP: the word after `authentication` is the secret, with or without `text` between.
  /\b(?:standby|vrrp|glbp|hsrp|nhrp)\b.*\bauthentication[ \t]+(?:text[ \t]+)?\S/i,
  /^[ \t]*authentication[ \t]+text[ \t]+\S/i,
  // The same in a block of its own. Words that admission to a port and IKE have in this place are none.
  /^[ \t]*authentication[ \t]+(?!(?:open|periodic|restart|pre-share|rsa-\w+|ecdsa-\w+|none)[ \t]*$)\S(?=\S*[ \t]*$)/i,
  // The values of variables, of which nobody knows what they hold.
  /^[ \t]*event[ \t]+manager[ \t]+environment[ \t]+\S+[ \t]+\S/i,
  // `scp://name:secret@host`, and an agent's `-cvauth=key,secret`.
  /:\/\/[^\s/@:]*:(?=[^\s@]*@)\S/,
  /-\w*auth=\w+,\S/i,
]

/** The body of a certificate or a key: long hexadecimal or base64 words and nothing else. */
const KEY_MATERIAL =
  /^[ \t]*(?:(?:[0-9A-F]{8}[ \t]+){2,}[0-9A-F]{2,8}|[A-Za-z0-9+/]{40,}={0,2}|[A-Za-z0-9+/]{8,}={1,2})[ \t]*$/

/**
 * The line with its secrets blanked: passwords, communities, keys, certificates. It rather blanks too much than too little, since
 * nothing we say about a line needs what stands there.
 */
export function blankSecrets(line: string): string {
  let end = Number.POSITIVE_INFINITY
  for (const before of BEFORE_SECRET) {
    const found = before.exec(line)
    if (found) end = Math.min(end, found.index + found[0].length - 1)
  }
  if (end < line.length) return `${line.slice(0, end)}${BLANK}`
  return KEY_MATERIAL.test(line) ? BLANK : line
}
