/** What stands in the place of a secret. */
export const BLANK = '***'

/** Words after which a device writes a secret, alone or as the end of a longer one (`wpa-psk`): all that follows is blanked. */
const BEFORE_SECRET =
  /(?<![\w-])(?:[\w-]*-)?(password|passwd|secret|key|key-string|community|md5|sha\d*|sha-\d+|priv|psk|passphrase|passkey|pass-phrase|credential|token)(?![\w-])[ \t]+\S/i
/** `snmp-server host` names its community without a word before it. */
const TRAP_HOST = /^[ \t]*snmp-server[ \t]+host[ \t]+\S+[ \t]+\S/i
/** The body of a certificate or a key: long hexadecimal or base64 words and nothing else. */
const KEY_MATERIAL = /^[ \t]*(?:(?:[0-9A-F]{8}[ \t]+){2,}[0-9A-F]{2,8}|[A-Za-z0-9+/]{40,}={0,2})[ \t]*$/

/**
 * The line with its secrets blanked: passwords, communities, keys, certificates. It rather blanks too much than too little, since
 * nothing we say about a line needs what stands there.
 */
export function blankSecrets(line: string): string {
  const word = BEFORE_SECRET.exec(line)
  const host = TRAP_HOST.exec(line)
  const ends = [word, host]
    .filter((found) => found !== null)
    .map((found) => found.index + found[0].length - 1)
  if (ends.length > 0) return `${line.slice(0, Math.min(...ends))}${BLANK}`
  return KEY_MATERIAL.test(line) ? BLANK : line
}
