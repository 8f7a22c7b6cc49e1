import { Box, Text, useApp, useInput, useWindowSize } from 'ink'
import { useEffect, useMemo, useRef, useState, useSyncExternalStore } from 'react'
import { screenWords } from '../words/screens.ts'
import { paletteOf } from './canvas/theme.ts'
import { keyNames } from './keys/key-name.ts'
import { bindingFor } from './keys/key-table.ts'
import { LEAST_COLUMNS, LEAST_ROWS, type Look, LookContext } from './shell/look.ts'
import { type Navigation, NavigationContext } from './shell/navigation.ts'
import { type Program, ProgramContext } from './shell/program.ts'
import type { Route } from './shell/route.ts'
import { loadScreens, ScreenFor } from './shell/screen-for.tsx'
import { asksBackground, tasteOf } from './shell/taste.ts'
import { useSuspension } from './shell/use-suspension.ts'

/** A screen that is open, and what it offers by keys. The topmost has the keys; those below keep their place. */
type Entry = { readonly id: number; readonly route: Route } & Pick<Navigation, 'offer' | 'picture'>

function entryOf(id: number, route: Route): Entry {
  return { id, route, offer: { current: { bindings: {}, owner: 'screen' } }, picture: { current: null } }
}

function useLook({ io, store, asked, colours, terminal }: Program): { look: Look; refresh: () => void } {
  const { columns, rows } = useWindowSize()
  const [kept, setKept] = useState(() => store.progress().settings)
  const said = useSyncExternalStore(terminal.onBackground, terminal.background)
  const settings = { ...kept, ...asked }
  const asks = asksBackground(settings.theme, colours, io.env)
  useEffect(() => {
    if (asks) terminal.askBackground()
  }, [asks, terminal])
  const { theme, ascii, motion } = tasteOf(settings, said, io.env)
  const palette = useMemo(() => paletteOf(theme, colours), [theme, colours])
  // The last row of a Windows console scrolls when its last cell is written.
  const usable = process.platform === 'win32' ? rows - 1 : rows
  const look = useMemo(
    () => ({ columns, rows: usable, palette, ascii, motion }),
    [columns, usable, palette, ascii, motion],
  )
  return { look, refresh: () => setKept(store.progress().settings) }
}

/** The full screen: a pile of screens, one listener for keys, and a root as large as the terminal. */
export function App({ program }: { readonly program: Program }) {
  const { exit } = useApp()
  const { look, refresh } = useLook(program)
  const [pile, setPile] = useState<readonly Entry[]>(() => [entryOf(0, program.first)])
  const next = useRef(1)
  const suspend = useSuspension(program.terminal)
  const top = pile.at(-1)
  const isSmall = look.columns < LEAST_COLUMNS || look.rows < LEAST_ROWS
  useInput((input, key) => {
    for (const name of keyNames(input, key)) {
      const offer = top?.offer.current
      const binding = offer ? bindingFor(offer.bindings, name, offer.owner) : null
      if (name === 'ctrl-z') suspend()
      else if (isSmall && name === 'q') exit()
      else if (typeof binding === 'function' && !isSmall) binding()
    }
  })
  useEffect(() => void loadScreens(), [])
  const navigation = (entry: Entry): Navigation => ({
    open: (route) => setPile((now) => [...now, entryOf(next.current++, route)]),
    leave: () => {
      setPile((now) => (now.length > 1 ? now.slice(0, -1) : now))
      if (pile.length === 1 && entry.route.at !== 'home') exit()
    },
    quit: () => exit(),
    active: entry === top,
    offer: entry.offer,
    picture: entry.picture,
  })
  return (
    <ProgramContext value={program}>
      <LookContext value={look}>
        <Box width="100%" height={look.rows} overflow="hidden" flexDirection="column">
          {isSmall ? <Text wrap="wrap">{screenWords.tooSmall(look.columns, look.rows)}</Text> : null}
          {pile.map((entry) => (
            <Box
              key={entry.id}
              display={entry === top && !isSmall ? 'flex' : 'none'}
              position="absolute"
              width="100%"
              height={look.rows}
              overflow="hidden"
            >
              <NavigationContext value={navigation(entry)}>
                <ScreenFor route={entry.route} onSettings={refresh} />
              </NavigationContext>
            </Box>
          ))}
        </Box>
      </LookContext>
    </ProgramContext>
  )
}
