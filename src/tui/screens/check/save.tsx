import { resolve } from 'node:path'
import { useState } from 'react'
import type { DeviceReading, Patch } from '../../../config/index.ts'
import { BadUse } from '../../../edge/bad-use.ts'
import { writeOutput } from '../../../edge/write-output.ts'
import { nameFor, SAVED, type Saved, savedText } from '../../../flow/checklist/saved-text.ts'
import type { CheckSource } from '../../../progress/check-source.ts'
import { checkWords } from '../../../words/check-screen.ts'
import { printable } from '../../../words/printable.ts'
import { wrap } from '../../canvas/glyphs.ts'
import { Painting } from '../../canvas/painting.tsx'
import { Menu } from '../../parts/menu.tsx'
import { TextField } from '../../parts/text-field.tsx'
import { drawScreen } from '../../shell/frame.ts'
import { useCanvas } from '../../shell/look.ts'
import { useKeys, useNavigation } from '../../shell/navigation.ts'
import { useProgram } from '../../shell/program.ts'

const LABELS: Readonly<Record<Saved, string>> = {
  fixed: checkWords.saveFixed,
  patch: checkWords.savePatch,
  back: checkWords.saveBack,
}

type Doing =
  | { readonly at: 'what' }
  | { readonly at: 'name'; readonly what: Saved }
  | { readonly at: 'exists'; readonly what: Saved; readonly path: string }

type SaveProps = { readonly source: CheckSource; readonly after: DeviceReading; readonly patch: Patch }

/** Writes what was worked out to a file the person names; a file that exists is never replaced unasked. */
export function SaveScreen(props: SaveProps) {
  const { look, canvas } = useCanvas()
  const { active } = useNavigation()
  const { io } = useProgram()
  const { text, path, work } = props.source
  const origin = { text, path, before: work.before }
  const [doing, setDoing] = useState<Doing>({ at: 'what' })
  const [note, setNote] = useState<{ text: string; good: boolean } | null>(null)
  const write = async (what: Saved, path: string, replace: boolean) => {
    try {
      const written = await writeOutput(path, savedText(what, origin, props), io, { replace })
      if (written === 'exists') return setDoing({ at: 'exists', what, path })
      setNote({ text: checkWords.saved(printable(path)), good: true })
      setDoing({ at: 'what' })
    } catch (error) {
      if (!(error instanceof BadUse)) throw error
      setNote({ text: error.message, good: false })
    }
  }
  const keys = useKeys(
    doing.at === 'what' ? {} : { leave: () => setDoing({ at: 'what' }) },
    doing.at === 'name' ? 'field' : 'menu',
  )
  const room = drawScreen(canvas, { title: checkWords.save, keys })
  const place = { x: room.x + 1, y: room.y + 4, width: room.width - 2, height: 6 }
  const head =
    doing.at === 'what'
      ? checkWords.saveWhat
      : doing.at === 'name'
        ? checkWords.saveAs
        : whatExists(doing.path)
  canvas.lines(room.x + 1, room.y + 1, wrap(head, place.width).slice(0, 2), 'strong')
  if (note)
    canvas.lines(
      place.x,
      place.y + place.height,
      wrap(note.text, place.width),
      note.good ? 'holds' : 'attack',
    )

  function whatExists(path: string): string {
    const { source } = props
    const same = source.path !== '' && resolve(io.cwd, path) === resolve(io.cwd, source.path)
    return printable(same ? checkWords.isInput(path) : checkWords.exists(path))
  }

  return (
    <>
      <Painting canvas={canvas} palette={look.palette} />
      {doing.at === 'what' ? (
        <Menu
          key="what"
          choices={SAVED.map((id) => ({ id, label: LABELS[id] }))}
          place={place}
          active={active}
          onPick={(id) => {
            const what = SAVED.find((each) => each === id)
            setNote(null)
            if (what) setDoing({ at: 'name', what })
          }}
        />
      ) : null}
      {doing.at === 'name' ? (
        <TextField
          key={doing.what}
          prompt={checkWords.path}
          initial={nameFor(doing.what, origin)}
          place={place}
          active={active}
          onEnter={(path) => path.trim() !== '' && void write(doing.what, path.trim(), false)}
        />
      ) : null}
      {doing.at === 'exists' ? (
        <Menu
          key="exists"
          choices={[
            { id: 'other', label: checkWords.otherName },
            { id: 'replace', label: checkWords.replace },
          ]}
          place={place}
          active={active}
          onPick={(id) =>
            id === 'replace'
              ? void write(doing.what, doing.path, true)
              : setDoing({ at: 'name', what: doing.what })
          }
        />
      ) : null}
    </>
  )
}
