import type { Millis } from '../event.ts'
import { type Endpoint, UnmodelledNetwork } from '../network.ts'
import type { RunSettings } from '../trace.ts'
import { Agenda } from './agenda.ts'
import type { Jack } from './jack.ts'
import { OptionDoor } from './option-door.ts'
import type { Recorder } from './recorder.ts'
import { jackAt, type StationRun } from './station-run.ts'
import type { SwitchRun } from './switch-run.ts'

/** What all parts of a run share: the devices as they are now, the queue of what is to come, and the record. */
export class World {
  readonly agenda = new Agenda()
  readonly recorder: Recorder
  readonly options: OptionDoor
  readonly settings: RunSettings
  readonly switches = new Map<string, SwitchRun>()
  readonly stations = new Map<string, StationRun>()

  constructor(settings: RunSettings, recorder: Recorder) {
    this.settings = settings
    this.options = new OptionDoor(settings)
    this.recorder = recorder
  }

  /** Puts something on the queue, this many virtual milliseconds from now. */
  in(delay: Millis, background: boolean, act: () => void): void {
    this.agenda.add({ at: this.recorder.now + delay, background, act })
  }

  /** The jack at this end of a cable; throws `UnmodelledNetwork` where there is none. */
  jack(end: Endpoint): Jack {
    const { device, port } = end
    const station = this.stations.get(device)
    const found = station ? jackAt(station, port) : this.switches.get(device)?.ports.get(port)?.ownJack
    if (!found) throw new UnmodelledNetwork(`A cable ends at ${device} ${port}, and there is no such port.`)
    return found
  }
}
