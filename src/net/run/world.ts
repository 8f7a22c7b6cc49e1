import type { Millis } from '../event.ts'
import { type Endpoint, UnmodelledNetwork } from '../network.ts'
import type { RunSettings } from '../trace.ts'
import { Agenda } from './agenda.ts'
import type { Jack } from './jack.ts'
import { OptionDoor } from './option-door.ts'
import type { Recorder } from './recorder.ts'
import type { StationRun } from './station-run.ts'
import type { SwitchRun } from './switch-run.ts'

/** What all parts of a run share: the devices as they are now, the queue of what is to come, and the record. */
export class World {
  readonly agenda = new Agenda()
  readonly recorder: Recorder
  readonly options: OptionDoor
  readonly settings: RunSettings
  readonly switches = new Map<string, SwitchRun>()
  readonly stations = new Map<string, StationRun>()
  readonly #jacks = new Map<string, Map<string, Jack>>()

  constructor(settings: RunSettings, recorder: Recorder) {
    this.settings = settings
    this.options = new OptionDoor(settings)
    this.recorder = recorder
  }

  /** Puts something on the queue, this many virtual milliseconds from now. */
  in(delay: Millis, background: boolean, act: () => void): void {
    this.agenda.add({ at: this.recorder.now + delay, background, act })
  }

  /** Gives a device a jack of this name. */
  addJack(jack: Jack): void {
    const { device, port } = jack.end
    const ofDevice = this.#jacks.get(device) ?? new Map<string, Jack>()
    ofDevice.set(port, jack)
    this.#jacks.set(device, ofDevice)
  }

  /** The jack at this end of a cable; throws `UnmodelledNetwork` where there is none. */
  jack(end: Endpoint): Jack {
    const found = this.#jacks.get(end.device)?.get(end.port)
    if (!found) {
      throw new UnmodelledNetwork(`A cable ends at ${end.device} ${end.port}, and there is no such port.`)
    }
    return found
  }
}
