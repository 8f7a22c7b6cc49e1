import type { CommandNode } from '../../command-tree.ts'
import { readPortName } from '../../port-name.ts'
import type { DeviceReading } from '../../reading.ts'
import { namesInterface, placesOf, typedWords } from './places.ts'

/**
 * The line after Tab: its last word in full where only one word begins like that, with a blank after it; else the line as it is. The
 * kind of a port is completed as a device does it, `gi` to `GigabitEthernet`, and its number is left to the user.
 */
export function completed(trees: readonly CommandNode[], reading: DeviceReading, line: string): string {
  const { before, partial } = typedWords(line)
  if (partial === '') return line
  const places = placesOf(trees, before)
  const words = new Set(
    places.flatMap(({ node }) =>
      [...node.words.keys()].filter((word) => word.startsWith(partial.toLowerCase())),
    ),
  )
  const head = line.slice(0, line.length - partial.length)
  const [word] = words
  if (word !== undefined) return words.size === 1 ? `${head}${word} ` : line
  const takesPort = places.some(({ node }) =>
    node.arguments.some((argument) => argument.kind === 'port' || namesInterface(argument.node)),
  )
  const kind = takesPort ? portKind(reading, partial) : null
  return kind === null ? line : head + kind
}

function portKind(reading: DeviceReading, partial: string): string | null {
  if (!/^[a-z-]+$/i.test(partial)) return null
  const kinds = new Set(
    reading.device.ports.map(({ name }) => readPortName(name)?.kind).filter((kind) => kind !== undefined),
  )
  const meant = [...kinds].filter((kind) => kind.toLowerCase().startsWith(partial.toLowerCase()))
  return meant.length === 1 && meant[0] !== undefined ? meant[0] : null
}
