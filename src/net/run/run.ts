import { announcement, DTP_HELLO, DTP_HOLD, operatingAtRest, resolveDtp, takesPartInDtp } from '../dtp.ts'
import { CISCO_GROUP, dtpFrame, readDtp } from '../dtp-frame.ts'
import type { EventId, Millis } from '../event.ts'
import { type Frame, isGroup, padded, TPID_CUSTOMER } from '../frame.ts'
import { type Endpoint, type Network, UnmodelledNetwork } from '../network.ts'
import type { PortSettings, Setting, Source } from '../settings.ts'
import { kindOf } from '../stations/index.ts'
import type { StationInput, StationSpec } from '../stations/station.ts'
import type { Stimulus } from '../stimulus.ts'
import type { RunSettings, Trace } from '../trace.ts'
import { Agenda } from './agenda.ts'
import { OptionDoor } from './option-door.ts'
import { Recorder, type Travelling } from './recorder.ts'
import { type PortRun, SwitchRun } from './switch-run.ts'

/** Virtual milliseconds a frame takes along a cable. */
const CABLE_DELAY = 1

/** No scene comes near this many events; a run that does has a loop that nothing breaks. */
const MOST_EVENTS = 2_000_000

type StationRun = { readonly name: string; readonly spec: StationSpec; state: unknown }

/** One run of a network: a queue ordered by (virtual time, order of entry), and pure decisions that it calls. */
export class Run {
  readonly #network: Network
  readonly #stimuli: readonly Stimulus[]
  readonly #settings: RunSettings
  readonly #agenda = new Agenda()
  readonly #options: OptionDoor
  readonly #switches = new Map<string, SwitchRun>()
  readonly #stations = new Map<string, StationRun>()
  readonly #peers = new Map<string, Endpoint>()
  readonly #sources: Source[]
  readonly #following = new Map<EventId, Stimulus[]>()
  readonly #recorder: Recorder

  constructor(network: Network, stimuli: readonly Stimulus[], settings: RunSettings) {
    this.#network = network
    this.#stimuli = stimuli
    this.#settings = settings
    this.#sources = [...network.sources]
    this.#options = new OptionDoor(settings)
    this.#recorder = new Recorder((id) => {
      if (id >= MOST_EVENTS)
        throw new UnmodelledNetwork('The run does not end: frames circle in a loop of cables.')
      for (const stimulus of this.#following.get(id) ?? [])
        this.#at(0, false, () => this.#stimulate(stimulus, id))
    })
    this.#build()
  }

  /** Runs to the end and returns what happened. */
  trace(): Trace {
    let horizon = 0
    for (const stimulus of this.#stimuli) {
      const { when } = stimulus
      if ('at' in when) {
        horizon = Math.max(horizon, when.at)
        this.#agenda.add({ at: when.at, background: false, act: () => this.#stimulate(stimulus, null) })
      } else {
        this.#following.set(when.after, [...(this.#following.get(when.after) ?? []), stimulus])
      }
    }
    for (let next = this.#agenda.peek(); next; next = this.#agenda.peek()) {
      if (!this.#agenda.hasForeground && next.at > horizon) break
      this.#recorder.now = next.at
      this.#agenda.take()?.act()
    }
    return {
      network: this.#network,
      stimuli: this.#stimuli,
      settings: this.#settings,
      frames: this.#recorder.frames,
      sources: this.#sources,
      events: this.#recorder.events,
      readings: this.#options.readings,
    }
  }

  #at(delay: Millis, background: boolean, act: () => void): void {
    this.#agenda.add({ at: this.#recorder.now + delay, background, act })
  }

  #build(): void {
    for (const device of this.#network.devices) {
      if (this.#switches.has(device.name) || this.#stations.has(device.name)) {
        throw new UnmodelledNetwork(`Two devices are called ${device.name}.`)
      }
      if (device.kind === 'switch') {
        this.#switches.set(device.name, new SwitchRun(device, this.#options.for(device)))
      } else {
        const { spec, name } = device
        this.#stations.set(name, { name, spec, state: kindOf(spec).initial(spec) })
      }
    }
    for (const { a, b } of this.#network.links) this.#plug(a, b)
    for (const each of this.#switches.values()) {
      for (const port of each.ports.values()) this.#at(0, true, () => this.#hello(each, port))
    }
    for (const station of this.#stations.values()) {
      this.#at(0, false, () => this.#stepStation(station, { kind: 'start' }, null))
    }
  }

  #plug(a: Endpoint, b: Endpoint): void {
    for (const end of [a, b]) {
      if (this.#peers.has(key(end))) {
        throw new UnmodelledNetwork(`Two cables end at ${end.device} ${end.port}.`)
      }
      this.#mustExist(end)
    }
    this.#setPeer(a, b)
    this.#setPeer(b, a)
  }

  #mustExist(end: Endpoint): void {
    const station = this.#stations.get(end.device)
    const exists = station
      ? kindOf(station.spec).ports(station.spec).includes(end.port)
      : this.#switches.get(end.device)?.ports.has(end.port)
    if (!exists)
      throw new UnmodelledNetwork(`A cable ends at ${end.device} ${end.port}, and there is no such port.`)
  }

  #setPeer(end: Endpoint, peer: Endpoint | null): void {
    if (peer) this.#peers.set(key(end), peer)
    else this.#peers.delete(key(end))
    const device = this.#switches.get(end.device)
    const port = device?.ports.get(end.port)
    if (!device || !port) return
    port.peer = peer
    device.changed()
  }

  // --- what is done from outside

  #stimulate(stimulus: Stimulus, after: EventId | null): void {
    switch (stimulus.do) {
      case 'send':
        return this.#inject(stimulus.device, stimulus.port, stimulus.frame, after)
      case 'configure':
        return this.#configure(stimulus, after)
      case 'cable':
        return this.#cable(stimulus.a, stimulus.b, stimulus.connected, after)
      case 'wait':
        return
    }
  }

  #inject(device: string, port: string, frame: Frame, after: EventId | null): void {
    this.#mustExist({ device, port })
    const travelling = { frame, copy: this.#recorder.nextCopy(), parentCopy: null }
    const sent = this.#recorder.record(
      { device, port, decision: 'station/sends', causes: [after], travelling },
      { kind: 'send' },
    )
    const into = this.#switches.get(device)
    if (into) this.#arriveAtSwitch(into, port, travelling, sent)
    else this.#cross({ device, port }, travelling, sent)
  }

  #configure(stimulus: Extract<Stimulus, { do: 'configure' }>, after: EventId | null): void {
    const device = this.#switches.get(stimulus.device)
    if (!device) throw new UnmodelledNetwork(`There is no switch called ${stimulus.device} to configure.`)
    const first = this.#sources.length
    this.#sources.push(...stimulus.sources)
    const because = stimulus.sources.map((_, index) => first + index)
    const moved = <T>(setting: Setting<T>): Setting<T> => ({
      ...setting,
      from: setting.from.map((id) => id + first),
    })
    if (stimulus.global) {
      const { vlans, tagNative, vtpDomain } = stimulus.global
      const global = {
        ...(vlans && { vlans: { existing: moved(vlans.existing), suspended: moved(vlans.suspended) } }),
        ...(tagNative && { tagNative: moved(tagNative) }),
        ...(vtpDomain && { vtpDomain: moved(vtpDomain) }),
      }
      Object.assign(device, global)
      this.#recorder.record(
        { device: device.name, port: '', decision: 'operator/configures', causes: [after], because },
        { kind: 'configure', settings: null, global, operating: null },
      )
      device.changed()
    }
    for (const change of stimulus.ports) {
      const port = device.ports.get(change.port)
      if (!port) throw new UnmodelledNetwork(`${device.name} has no port ${change.port} to configure.`)
      const settings = Object.fromEntries(
        Object.entries(change.settings).map(([name, setting]) => [name, moved(setting as Setting<unknown>)]),
      ) as Partial<Omit<PortSettings, 'name'>>
      const restarts = settings.mode ?? settings.enabled ?? settings.switching ?? settings.negotiate
      port.settings = { ...port.settings, ...settings }
      if (restarts) {
        port.operating = operatingAtRest(port.settings, device.ask)
        port.heard = null
        device.forgetBehind(port.name)
      }
      device.changed()
      port.setBy = this.#recorder.record(
        { device: device.name, port: port.name, decision: 'operator/configures', causes: [after], because },
        { kind: 'configure', settings, global: null, operating: port.operating },
      )
      if (restarts) this.#announce(device, port, port.setBy)
    }
  }

  #cable(a: Endpoint, b: Endpoint, connected: boolean, after: EventId | null): void {
    if (connected) this.#plug(a, b)
    else if (this.#peers.get(key(a))?.device !== b.device) {
      throw new UnmodelledNetwork(`No cable runs from ${a.device} ${a.port} to ${b.device} ${b.port}.`)
    }
    const decision = connected ? 'operator/plugs' : 'operator/unplugs'
    const event = this.#recorder.record(
      { device: a.device, port: a.port, decision, causes: [after] },
      { kind: 'cable', to: b, connected },
    )
    for (const end of [a, b]) {
      if (!connected) this.#setPeer(end, null)
      const device = this.#switches.get(end.device)
      const port = device?.ports.get(end.port)
      if (!device || !port) continue
      if (connected) this.#announce(device, port, event)
      else this.#linkLost(device, port, event)
    }
  }

  #linkLost(device: SwitchRun, port: PortRun, event: EventId): void {
    const rest = operatingAtRest(port.settings, device.ask)
    port.heard = null
    this.#operate(device, port, rest, { decision: 'dtp/link-lost', causes: [event], because: [] })
  }

  // --- wires

  #cross(from: Endpoint, travelling: Travelling, cause: EventId): void {
    const to = this.#peers.get(key(from))
    if (!to) return
    const crossed = this.#recorder.record(
      { ...from, decision: 'wire/cross', causes: [cause], travelling },
      { kind: 'cross', to, arrives: this.#recorder.now + CABLE_DELAY },
    )
    this.#at(CABLE_DELAY, false, () => this.#arrive(to, travelling, crossed))
  }

  #arrive(at: Endpoint, travelling: Travelling, cause: EventId): void {
    const device = this.#switches.get(at.device)
    if (device) return this.#arriveAtSwitch(device, at.port, travelling, cause)
    const station = this.#stations.get(at.device)
    if (station)
      this.#stepStation(
        station,
        { kind: 'frame', port: at.port, frame: travelling.frame },
        { travelling, cause },
      )
  }

  // --- stations

  #stepStation(
    station: StationRun,
    input: StationInput,
    came: { travelling: Travelling; cause: EventId } | null,
  ): void {
    const step = kindOf(station.spec).step(station.spec, station.state, input, this.#recorder.now)
    station.state = step.state
    const device = station.name
    let cause: EventId | null = null
    if (came) {
      cause = this.#recorder.record(
        {
          device,
          port: input.kind === 'frame' ? input.port : '',
          decision: `station/${step.reception ?? 'ignored'}`,
          causes: [came.cause],
          travelling: came.travelling,
        },
        { kind: 'deliver' },
      )
    }
    for (const { says, detail } of step.reports ?? []) {
      cause = this.#recorder.record(
        { device, port: '', decision: 'station/reports', causes: [cause] },
        { kind: 'report', says, detail },
      )
    }
    for (const { port, frame } of step.sends ?? []) {
      const travelling = { frame, copy: this.#recorder.nextCopy(), parentCopy: came?.travelling.copy ?? null }
      const sent = this.#recorder.record(
        { device, port, decision: 'station/sends', causes: [cause], travelling },
        { kind: 'send' },
      )
      this.#cross({ device, port }, travelling, sent)
    }
    for (const timer of step.timers ?? []) {
      this.#at(timer.in, timer.background, () =>
        this.#stepStation(station, { kind: 'timer', name: timer.name }, null),
      )
    }
  }

  // --- the bridge

  #arriveAtSwitch(device: SwitchRun, portName: string, travelling: Travelling, cause: EventId): void {
    const port = device.ports.get(portName)
    if (!port) return
    const { frame } = travelling
    if (
      frame.dst === CISCO_GROUP &&
      frame.tags.length === 0 &&
      device.ask('dtp') === 'yes' &&
      readDtp(frame)
    ) {
      return this.#hearDtp(device, port, travelling, cause)
    }
    const decision = device.ingress(port, frame.tags[0])
    const at = { device: device.name, port: port.name, travelling }
    const why = { decision: decision.decision, because: decision.because, causes: [cause, port.setBy] }
    if (!decision.accepted) {
      this.#recorder.record({ ...at, ...why }, { kind: 'refuse', vlan: decision.vlan })
      return
    }
    const { vlan, read } = decision
    const entered = this.#recorder.record(
      { ...at, ...why },
      { kind: 'enter', vlan, tagRead: read?.vid ?? null },
    )
    this.#learn(device, port, travelling, vlan, entered)
    this.#relay(
      device,
      port,
      travelling,
      { vlan, tags: read ? 1 : 0, pcp: read?.pcp ?? 0, dei: read?.dei ?? false },
      entered,
    )
  }

  #learn(device: SwitchRun, port: PortRun, travelling: Travelling, vlan: number, entered: EventId): void {
    const mac = travelling.frame.src
    const known = device.lookUp(vlan, mac)
    if (known?.port === port.name || isGroup(mac)) return
    const event = this.#recorder.record(
      { device: device.name, port: port.name, decision: 'learn/source', causes: [entered], travelling },
      { kind: 'learn', vlan, mac, movedFrom: known?.port ?? null },
    )
    device.learn(vlan, mac, { port: port.name, event })
  }

  #relay(
    device: SwitchRun,
    from: PortRun,
    travelling: Travelling,
    read: { vlan: number; tags: number; pcp: number; dei: boolean },
    entered: EventId,
  ): void {
    const { frame } = travelling
    const { vlan } = read
    const group = isGroup(frame.dst)
    const known = group ? undefined : device.lookUp(vlan, frame.dst)
    const at = { device: device.name, port: from.name, travelling }
    const causes = [entered, known ? known.event : null]
    if (known?.port === from.name) {
      this.#recorder.record({ ...at, decision: 'relay/same-port', causes }, { kind: 'refuse', vlan })
      return
    }
    const knownPort = known ? device.ports.get(known.port) : undefined
    const plan = knownPort
      ? [{ port: knownPort, egress: device.egress(knownPort, vlan) }]
      : device.floodPlan(vlan)
    const targets = plan.filter(({ port }) => port !== from)
    const decision = known ? 'relay/known' : group ? 'relay/flood-group' : 'relay/flood-unknown'
    const relayed = this.#recorder.record(
      { ...at, decision, causes },
      { kind: 'relay', vlan, out: targets.filter((t) => t.egress.sent).map((t) => t.port.name) },
    )
    const inner = { ...frame, tags: frame.tags.slice(read.tags) }
    const untagged = padded(inner, this.#settings.shortestFrame)
    const written = { tpid: TPID_CUSTOMER, vid: vlan, pcp: read.pcp, dei: read.dei }
    const tagged = padded({ ...inner, tags: [written, ...inner.tags] }, this.#settings.shortestFrame)
    for (const { port, egress } of targets) {
      const why = { decision: egress.decision, because: egress.because, causes: [relayed, port.setBy] }
      if (!egress.sent) {
        this.#recorder.record({ ...at, ...why, port: port.name }, { kind: 'refuse', vlan })
        continue
      }
      const copy = {
        frame: egress.tagged ? tagged : untagged,
        copy: this.#recorder.nextCopy(),
        parentCopy: travelling.copy,
      }
      const left = this.#recorder.record(
        { device: device.name, port: port.name, ...why, travelling: copy },
        { kind: 'leave', vlan, tagged: egress.tagged },
      )
      this.#cross({ device: device.name, port: port.name }, copy, left)
    }
  }

  // --- DTP

  #hello(device: SwitchRun, port: PortRun): void {
    this.#announce(device, port, null)
    this.#at(DTP_HELLO, true, () => this.#hello(device, port))
  }

  #announce(device: SwitchRun, port: PortRun, cause: EventId | null): void {
    const says = port.peer ? announcement(port.settings, port.operating, device.ask) : null
    if (!says) return
    const frame = dtpFrame({ ...says, src: port.mac, domain: device.vtpDomain.value })
    const travelling = { frame, copy: this.#recorder.nextCopy(), parentCopy: null }
    const { mode, negotiate } = port.settings
    const sent = this.#recorder.record(
      {
        device: device.name,
        port: port.name,
        decision: 'dtp/says',
        causes: cause === null ? [port.setBy] : [cause],
        because: [...mode.from, ...negotiate.from],
        travelling,
      },
      { kind: 'send' },
    )
    this.#cross({ device: device.name, port: port.name }, travelling, sent)
  }

  #hearDtp(device: SwitchRun, port: PortRun, travelling: Travelling, cause: EventId): void {
    const heard = readDtp(travelling.frame)
    const at = { device: device.name, port: port.name, travelling }
    const { mode, negotiate, enabled, switching } = port.settings
    if (!heard) return
    if (!takesPartInDtp(port.settings, device.ask)) {
      const silent = !enabled.value
        ? 'drop/port-down'
        : !switching.value
          ? 'drop/routed-port'
          : 'dtp/not-listening'
      const because = [enabled, switching, negotiate].filter((s) => s.value === false).flatMap((s) => s.from)
      this.#recorder.record(
        { ...at, decision: silent, causes: [cause, port.setBy], because },
        { kind: 'refuse', vlan: null },
      )
      return
    }
    const event = this.#recorder.record(
      { ...at, decision: 'dtp/heard', causes: [cause, port.setBy] },
      { kind: 'hear', protocol: 'dtp' },
    )
    const outcome = resolveDtp(port.settings, device.vtpDomain.value, heard, port.operating, device.ask)
    port.heard = { at: this.#recorder.now, event }
    this.#operate(device, port, outcome.operating, {
      decision: outcome.decision,
      causes: [event, port.setBy],
      because: [...mode.from, ...negotiate.from],
    })
    if (outcome.operating === 'trunk') this.#at(DTP_HOLD, true, () => this.#holdEnds(device, port))
  }

  #holdEnds(device: SwitchRun, port: PortRun): void {
    const { heard } = port
    const dynamic = operatingAtRest(port.settings, device.ask) === 'access'
    if (!heard || !dynamic || port.operating !== 'trunk' || heard.at + DTP_HOLD > this.#recorder.now) return
    port.heard = null
    this.#operate(device, port, 'access', {
      decision: 'dtp/timeout',
      causes: [heard.event, port.setBy],
      because: port.settings.mode.from,
    })
  }

  /** Puts a port into an operating mode, writes it down, and tells the neighbour where it changed. */
  #operate(
    device: SwitchRun,
    port: PortRun,
    to: PortRun['operating'],
    why: Pick<Parameters<Recorder['record']>[0], 'decision' | 'causes' | 'because'>,
  ): void {
    const from = port.operating
    port.operating = to
    const event = this.#recorder.record(
      { device: device.name, port: port.name, ...why },
      { kind: 'negotiate', from, to },
    )
    if (from === to) return
    port.setBy = event
    device.forgetBehind(port.name)
    device.changed()
    this.#announce(device, port, event)
  }
}

function key(end: Endpoint): string {
  return `${end.device}\u0000${end.port}`
}
