import { useState } from 'react'
import type { DeviceReading } from '../../../config/index.ts'
import { portList } from '../../../config/index.ts'
import { readService } from '../../../flow/checklist/service-line.ts'
import type { Service } from '../../../rules/site.ts'
import { printable } from '../../../words/printable.ts'
import { serviceWords } from '../../../words/services.ts'
import { wrap } from '../../canvas/glyphs.ts'
import { Painting } from '../../canvas/painting.tsx'
import { Menu } from '../../parts/menu.tsx'
import { TextField } from '../../parts/text-field.tsx'
import { drawScreen } from '../../shell/frame.ts'
import { useCanvas } from '../../shell/look.ts'
import { useKeys, useNavigation } from '../../shell/navigation.ts'

type ServicesProps = {
  readonly reading: DeviceReading
  readonly known: readonly Service[]
  readonly onChange: (services: readonly Service[]) => void
}

const ADD = 'add'

/** The services a person names: what the attacks' cures must not cut. */
export function ServicesScreen({ reading, known, onChange }: ServicesProps) {
  const { look, canvas } = useCanvas()
  const { active } = useNavigation()
  const [services, setServices] = useState(known)
  const [adding, setAdding] = useState(known.length === 0)
  const [problem, setProblem] = useState('')
  const change = (next: readonly Service[]) => {
    setServices(next)
    onChange(next)
  }
  const stopAdding = () => {
    setAdding(false)
    setProblem('')
  }
  const enter = (line: string) => {
    if (line.trim() === '') return stopAdding()
    const read = readService(line, reading, services)
    if ('wrong' in read) return setProblem(serviceWords.trouble[read.wrong](printable(read.part)))
    stopAdding()
    change([...services, read])
  }
  const isDeeper = adding && services.length > 0
  const keys = useKeys(isDeeper ? { leave: stopAdding } : {}, adding ? 'field' : 'menu')
  const room = drawScreen(canvas, { title: serviceWords.title, keys })
  const width = room.width - 2
  const head = wrap(adding ? serviceWords.lineHelp : `${serviceWords.says} ${serviceWords.remove}`, width)
  canvas.lines(room.x + 1, room.y, head, 'plain', width)
  const place = { x: room.x + 1, y: room.y + head.length + 1, width, height: room.height - head.length - 1 }
  if (adding) canvas.lines(place.x, place.y + 2, wrap(problem, width), 'attack')
  return (
    <>
      <Painting canvas={canvas} palette={look.palette} />
      {adding ? (
        <TextField prompt={serviceWords.line} place={place} active={active} onEnter={enter} />
      ) : (
        <Menu
          choices={[
            { id: ADD, label: serviceWords.add },
            ...services.map(({ name, vlan, ends }, i) => ({
              id: `${i}`,
              label: serviceWords.service(name, vlan, portList(ends.map(({ port }) => port))),
              apart: i === 0,
            })),
          ]}
          place={place}
          active={active}
          onPick={(id) => (id === ADD ? setAdding(true) : change(services.filter((_, i) => `${i}` !== id)))}
        />
      )}
    </>
  )
}
