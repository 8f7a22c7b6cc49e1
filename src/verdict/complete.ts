import { portInWords } from '../config/port-name.ts'
import type { DeviceReading } from '../config/reading.ts'
import { type Egress, egress } from '../net/bridge.ts'
import { bundlingOf } from '../net/bundling.ts'
import { effectiveMode } from '../net/dtp.ts'
import type { Mac } from '../net/frame.ts'
import type { Endpoint } from '../net/network.ts'
import type { Vid } from '../net/vlan-set.ts'
import { loopAt } from '../rules/loops.ts'
import { bridging, neighbourOf, permissive, taggedOnward } from '../rules/passage.ts'
import type { Attempt } from '../rules/rule.ts'
import { type DeviceView, deviceOf, type PortView, portOf, type SiteView } from '../rules/view.ts'
import { sceneInsideHost, seatGuest } from './guest-scene.ts'
import { type Scene, SceneBuilder } from './scene.ts'

/** Said where an attack goes over a cable for which another one stands by. */
const FORWARDS =
  'Where cables form a loop, spanning tree is taken to let frames through on the way of the attack.'

/** How a victim is called in a scene: by its VLAN, since the text names no hosts. */
function hostName(vlan: Vid): string {
  return `HOST-${vlan}`
}

/**
 * The part of a site that an attempt touches, completed by what the text cannot say: a switch that mirrors the trunk where the
 * far end was not given, a hypervisor's own host, a host in the target VLAN. Null where the way leads nowhere.
 */
export function sceneOf(view: SiteView, attempt: Attempt): Scene | null {
  const { from, vlan, way } = attempt
  if (attempt.guestOf?.host === from.device) return sceneInsideHost(view, attempt.guestOf, vlan)
  const start = view.devices.get(from.device)
  if (!start?.ports.has(from.port)) return null
  const scene = new SceneBuilder()
  scene.keep(start, from.port)
  if (attempt.attack === 'guest-tagging') seatGuest(view, scene, attempt)
  let at = start
  const passed = new Set([start.reading.name])
  for (const out of way) {
    const port = portOf(view, out)
    if (!port) return null
    scene.keep(at, out.port)
    const neighbour = neighbourOf(port)
    switch (neighbour.kind) {
      case 'none':
        return null
      case 'mirror':
        return scene.build(victimAt(scene, attempt, scene.mirror(at.reading, port.port, vlan)))
      case 'hypervisor':
        return scene.build({ from, vlan, victim: hypervisorAt(scene, at.reading, port, vlan) })
      case 'switch': {
        if (loopAt(view, out).length > 0) scene.assume(FORWARDS)
        at = deviceOf(view, neighbour.at.device)
        passed.add(neighbour.at.device)
        scene.keep(at, neighbour.at.port)
        scene.cable(out, neighbour.at)
      }
    }
  }
  return scene.build({ from, vlan, victim: victimIn(view, scene, at, attempt, passed) })
}

function victimAt(scene: SceneBuilder, { from, vlan }: Attempt, at: Endpoint) {
  return { from, vlan, victim: scene.host(at, hostName(vlan)) }
}

function hypervisorAt(scene: SceneBuilder, reading: DeviceReading, port: PortView, vlan: Vid): Mac {
  scene.assume(`On the hypervisor behind ${portInWords(port.name)} a port group in VLAN ${vlan} is assumed.`)
  return scene.host({ device: reading.name, port: port.name }, 'HYPERVISOR', vlan)
}

/** A host in the VLAN, on the nearest port that was read; else behind a trunk that carries it; else an assumed one. */
function victimIn(
  view: SiteView,
  scene: SceneBuilder,
  start: DeviceView,
  attempt: Attempt,
  passed: ReadonlySet<string>,
): Mac {
  const { vlan, from } = attempt
  const reached = domainOf(view, start, vlan, passed)
  for (const { device, way } of reached) {
    const port = memberPort(device, vlan, from)
    if (!port) continue
    walk(view, scene, way)
    scene.keep(device, port.name)
    const at = { device: device.reading.name, port: port.name }
    if (port.role === 'hypervisor') return hypervisorAt(scene, device.reading, port, vlan)
    return scene.host(at, hostName(vlan))
  }
  for (const { device, way } of reached) {
    const trunk = carrier(device, vlan, from)
    if (!trunk) continue
    walk(view, scene, way)
    scene.keep(device, trunk.name)
    return scene.host(scene.mirror(device.reading, trunk.port, vlan), hostName(vlan))
  }
  return scene.host(scene.assumedPort(start.reading, vlan), hostName(vlan))
}

type Reached = { readonly device: DeviceView; readonly way: readonly PortView[] }

/**
 * The switches that frames of a VLAN get to over static trunks whose ends agree, with their tag on, nearest first, with the ports they leave by.
 * Nothing goes back to a switch that was passed: a bridge sends no frame out of the port it came in by.
 */
function domainOf(view: SiteView, start: DeviceView, vlan: Vid, passed: ReadonlySet<string>): Reached[] {
  const seen = new Set([...passed, start.reading.name])
  const reached: Reached[] = [{ device: start, way: [] }]
  for (let index = 0; index < reached.length; index++) {
    const at = reached[index]
    if (!at) break
    for (const { out, to } of taggedOnward(view, at.device, vlan)) {
      const far = portOf(view, to)
      if (seen.has(to.device) || !far || !isStaticTrunk(out) || !isStaticTrunk(far)) continue
      // PVST+ may block two VLANs there.
      if (out.port.nativeVlan.value !== far.port.nativeVlan.value) continue
      // The port-channel may never form, and its ports stop.
      if (bundlingOf(out.port, far.port) !== 'forms') continue
      seen.add(to.device)
      reached.push({ device: deviceOf(view, to.device), way: [...at.way, out] })
    }
  }
  return reached
}

function isStaticTrunk({ port }: PortView): boolean {
  return port.mode.value === 'trunk'
}

function walk(view: SiteView, scene: SceneBuilder, way: readonly PortView[]): void {
  for (const { device, name, peer } of way) {
    if (!peer) continue
    scene.keep(deviceOf(view, device), name)
    scene.keep(deviceOf(view, peer.device), peer.port)
    scene.cable({ device, port: name }, peer)
  }
}

/** A live port of the switch with a member of the VLAN behind it. */
function memberPort(device: DeviceView, vlan: Vid, from: Endpoint): PortView | undefined {
  const ask = permissive(device.reading.device)
  const isAttacker = (name: string) => device.reading.name === from.device && name === from.port
  for (const { sample, names } of device.classes) {
    const isAccess =
      (sample.role === 'entry' || sample.role === 'own') &&
      effectiveMode(sample.port, ask) !== 'trunk' &&
      sample.port.accessVlan.value === vlan
    const isHypervisor =
      sample.role === 'hypervisor' &&
      effectiveMode(sample.port, ask) === 'trunk' &&
      sendsTagged(device, sample, vlan)
    if (!isAccess && !isHypervisor) continue
    const found = names.find((name) => !isAttacker(name))
    if (found !== undefined) return device.ports.get(found)
  }
  return undefined
}

/** A trunk to a switch that was not given, which carries the VLAN. */
function carrier(device: DeviceView, vlan: Vid, from: Endpoint): PortView | undefined {
  const trunk = device.classes.find(
    ({ sample }) =>
      neighbourOf(sample).kind === 'mirror' &&
      sample.port.mode.value === 'trunk' &&
      !(device.reading.name === from.device && sample.name === from.port) &&
      carries(device, sample, vlan),
  )
  return trunk?.sample
}

/** Whether a frame stays in its VLAN over this trunk, whose far end is like it: with its tag, or as the native VLAN of both. */
function carries(device: DeviceView, port: PortView, vlan: Vid): boolean {
  const out = sends(device, port, vlan)
  return out.sent && (out.tagged || vlan === port.port.nativeVlan.value)
}

/** A hypervisor's port group takes its VLAN only with the tag on (facts E1). */
function sendsTagged(device: DeviceView, port: PortView, vlan: Vid): boolean {
  const out = sends(device, port, vlan)
  return out.sent && out.tagged
}

function sends(device: DeviceView, port: PortView, vlan: Vid): Egress {
  return egress(bridging(device, port, true), vlan, permissive(device.reading.device))
}
