import type { Finding } from '../../verdict/finding.ts'

/** Fixes in the order to type them: safe ones first, then those that need care; a fix that another one holds already is left out. */
export function fixOrder(findings: readonly Finding[]): Finding[] {
  const seen = new Set<string>()
  return [
    ...findings.filter(({ fixSafe }) => fixSafe),
    ...findings.filter(({ fixSafe }) => !fixSafe),
  ].flatMap((finding) => {
    const fix = finding.fix.filter(({ device, port, lines }) => {
      const key = `${device} ${port} ${lines.join(';')}`
      if (seen.has(key)) return false
      seen.add(key)
      return true
    })
    return fix.length > 0 || finding.fix.length === 0 ? [{ ...finding, fix }] : []
  })
}
