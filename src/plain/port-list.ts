import { shortPortName } from '../config/index.ts'

const MOST = 6

/** Ports by their short names, the rest of a long list counted: `Gi1/0/1, Gi1/0/2 and 14 more`. */
export function portList(ports: readonly string[]): string {
  const named = ports.slice(0, MOST).map(shortPortName).join(', ')
  return ports.length > MOST ? `${named} and ${ports.length - MOST} more` : named
}
