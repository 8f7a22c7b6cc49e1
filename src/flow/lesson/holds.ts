import { journey } from '../../attacks/journey.ts'
import type { Assertion, SettingWord, Statement } from '../../content/assertion.ts'
import type { Changes } from '../../content/changes.ts'
import type { Action } from '../../content/film-spec.ts'
import { ContentProblem, type Place } from '../../content/problem.ts'
import type { Scene } from '../../content/scene.ts'
import { type Dependence, dependence } from '../../net/depend.ts'
import type { Event } from '../../net/event.ts'
import { frameLength } from '../../net/frame.ts'
import type { PortSettings } from '../../net/settings.ts'
import { type PortState, stateAt } from '../../net/state.ts'
import { frameOf } from '../../net/trace.ts'
import { showVlans } from '../../net/vlan-set.ts'
import { tagStack } from '../../words/tag-stack.ts'
import { type Staged, stage } from './stage.ts'

/** A situation that can be asked: what happens in which scene under which changes, and one run of it. */
export type Asked = {
  readonly scene: Scene
  readonly action: Action
  readonly changes: Changes
  readonly staged: Staged
}

/** The events of the frame the film is about; without one, all of them. */
function events({ staged }: Asked): readonly Event[] {
  return staged.sent === null ? staged.trace.events : journey(staged.trace, staged.sent)
}

/** The port as the run leaves it. */
function portAtEnd({ staged }: Asked, device: string, port: string, place: Place): PortState {
  const { trace } = staged
  const found = stateAt(trace, trace.events.length - 1).switches[device]?.ports[port]
  if (!found) throw new ContentProblem(place, `There is no switch port ${device} ${port} in this scene.`)
  return found
}

function settingText(settings: PortSettings, word: SettingWord): string {
  switch (word) {
    case 'mode':
      return settings.mode.value
    case 'access-vlan':
      return `${settings.accessVlan.value}`
    case 'native-vlan':
      return `${settings.nativeVlan.value}`
    case 'voice-vlan':
      return `${settings.voiceVlan.value}`
    case 'allowed':
      return showVlans(settings.allowedVlans.value)
    case 'negotiate':
      return settings.negotiate.value ? 'yes' : 'no'
  }
}

/** The verdict over every setting of the options that are open (facts C3, J1). */
export function verdictOf({ scene, action, changes }: Asked, place: Place): Dependence {
  return dependence((under) => {
    const { reached, trace } = stage(scene, action, changes, place, under)
    return { works: reached, readings: trace.readings }
  })
}

function sameVerdict(
  asked: Asked,
  { verdict, on }: Extract<Statement, { says: 'verdict' }>,
  place: Place,
): boolean {
  const found = verdictOf(asked, place)
  const options = new Set(found.dependsOn.map(({ option }) => option))
  return (
    found.verdict === verdict &&
    (on.length === 0 || (options.size === on.length && on.every((o) => options.has(o))))
  )
}

function isAt(event: Event, device: string, port: string): boolean {
  return event.device === device && (port === '' || event.port === port)
}

function carries(
  asked: Asked,
  { device, port, stack, bytes }: Extract<Statement, { says: 'carries' }>,
): boolean {
  return asked.staged.trace.events.some((event) => {
    if (event.kind !== 'cross' || event.frame === null || !isAt(event, device, port)) return false
    const frame = frameOf(asked.staged.trace, event.frame)
    return tagStack(frame) === stack && (bytes === null || frameLength(frame) === bytes)
  })
}

/** Pages are counted from 1 by people, and from 0 on the wire. */
function reports(
  { staged }: Asked,
  { device, report, page, text }: Extract<Statement, { says: 'reports' }>,
): boolean {
  return staged.trace.events.some(
    (event) =>
      event.kind === 'report' &&
      event.device === device &&
      event.says === report &&
      (page === null || event.detail.page === page - 1) &&
      (text === null || event.detail.text === text),
  )
}

function isTrue(asked: Asked, statement: Statement, place: Place): boolean {
  const { staged } = asked
  switch (statement.says) {
    case 'outcome':
      return staged.reached === statement.reached
    case 'verdict':
      return sameVerdict(asked, statement, place)
    case 'gains':
      return staged.gains.includes(statement.gain)
    case 'operates':
      return portAtEnd(asked, statement.device, statement.port, place).operating === statement.as
    case 'decides':
      return staged.trace.events.some(
        (event) => event.decision === statement.decision && isAt(event, statement.device, statement.port),
      )
    case 'enters':
      return events(asked).some(
        (event) =>
          event.kind === 'enter' && event.device === statement.device && event.vlan === statement.vlan,
      )
    case 'carries':
      return carries(asked, statement)
    case 'setting':
      return (
        settingText(portAtEnd(asked, statement.device, statement.port, place).settings, statement.setting) ===
        statement.value
      )
    case 'reports':
      return reports(asked, statement)
    case 'refused':
      return staged.refused !== null
    case 'nobody-in':
      return staged.trace.network.devices.every(
        (device) =>
          device.kind !== 'switch' ||
          device.ports.every(
            ({ mode, accessVlan }) => mode.value === 'trunk' || accessVlan.value !== statement.vlan,
          ),
      )
  }
}

/**
 * Throws `ContentProblem` where a typed line was refused and none of these assertions speaks of it: what follows from lines that did
 * not take effect proves nothing.
 */
export function mustHaveTaken({ staged }: Asked, assertions: readonly Assertion[], place: Place): void {
  const { refused } = staged
  if (!refused || assertions.some(({ statement }) => statement.says === 'refused')) return
  const line = refused.line.trim()
  throw new ContentProblem(
    place,
    `The switch refuses "${line}": ${refused.answer.text} Correct the line, or say "the lines are refused".`,
  )
}

/** Whether the simulator agrees with an assertion. */
export function holds(asked: Asked, { statement, not, place }: Assertion): boolean {
  return isTrue(asked, statement, place) !== not
}
