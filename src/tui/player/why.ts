import { shortPortName } from '../../config/index.ts'
import type { Network } from '../../net/network.ts'
import type { PortState, SwitchState } from '../../net/state.ts'
import { showVlans } from '../../net/vlan-set.ts'
import { playerWords } from '../../words/player.ts'
import { tell, tellTree, tellWhy } from '../../words/tell.ts'
import type { Canvas, Rect } from '../canvas/canvas.ts'
import { wrap } from '../canvas/glyphs.ts'
import type { Role } from '../canvas/role.ts'
import type { PlayerView } from './view.ts'

/** A line of the pane: what it is about, and what it says. */
export type WhyLine = { readonly label: string; readonly text: string; readonly role: Role }

const LABEL = 8

function portText({ settings, operating }: PortState): string {
  if (!settings.enabled.value) return playerWords.down
  const words =
    operating === 'trunk'
      ? [
          playerWords.native(settings.nativeVlan.value),
          playerWords.allowed(showVlans(settings.allowedVlans.value)),
          ...settings.trunkGroups.value.map(playerWords.trunkGroup),
        ]
      : [playerWords.accessVlan(settings.accessVlan.value)]
  const dtp = settings.negotiate.value ? [] : [playerWords.silent]
  return [playerWords.portMode(operating, settings.mode.value), ...words, ...dtp].join(', ')
}

function nameOf(network: Network, mac: string): string {
  const owner = network.devices.find(
    (device) => device.kind === 'station' && 'mac' in device.spec && device.spec.mac === mac,
  )
  return owner?.name ?? mac
}

function tableLines(network: Network, { macTable }: SwitchState, most: number): string[] {
  if (macTable.length === 0) return [playerWords.emptyTable]
  const shown = macTable.length > most ? most - 1 : macTable.length
  const lines = macTable
    .slice(-shown)
    .map(({ mac, vlan, port }) => playerWords.learned(nameOf(network, mac), vlan, shortPortName(port)))
  return macTable.length > shown ? [...lines, playerWords.more(macTable.length - shown)] : lines
}

/** Why the step came out as it did: the lines of configuration it read, the port's state, the addresses the switch knows. */
export function whyLines(view: PlayerView): WhyLine[] {
  const step = view.film.steps[view.playback.step]
  if (!step) return []
  const { trace } = view.film
  const { main } = step
  const lines: WhyLine[] = []
  // Where the author speaks in the caption, the simulator's own sentence stands here.
  if (view.caption !== null) lines.push({ label: playerWords.rule, text: tell(trace, main), role: 'plain' })
  tellTree(trace, main).forEach((text, i) => {
    lines.push({ label: i === 0 ? playerWords.tree : '', text, role: 'plain' })
  })
  const reasons = tellWhy(trace, main)
  const here = view.state.switches[main.device]
  if (here)
    reasons.forEach((text, i) => {
      lines.push({ label: i === 0 ? playerWords.lines : '', text, role: 'strong' })
    })
  if (!here) lines.push({ label: '', text: playerWords.noSwitch, role: 'quiet' })
  const port = here?.ports[main.port]
  if (port)
    lines.push({
      label: playerWords.port,
      text: `${shortPortName(main.port)}: ${portText(port)}`,
      role: 'plain',
    })
  if (here)
    tableLines(trace.network, here, 3).forEach((text, i) => {
      lines.push({ label: i === 0 ? playerWords.table : '', text, role: 'plain' })
    })
  return lines
}

/** Draws the why pane into a rectangle; long lines go on below, what does not fit is left out from the end. */
export function drawWhy(canvas: Canvas, { x, y, width, height }: Rect, view: PlayerView): void {
  let row = 0
  for (const { label, text, role } of whyLines(view)) {
    for (const [i, line] of wrap(text, width - LABEL).entries()) {
      if (row >= height) return
      if (i === 0) canvas.text(x, y + row, label, 'quiet', LABEL - 1)
      canvas.text(x + LABEL, y + row, line, role, width - LABEL)
      row++
    }
  }
}
