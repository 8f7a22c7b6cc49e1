import { lazy, Suspense } from 'react'
import { HelpScreen } from '../screens/help.tsx'
import { HomeScreen } from '../screens/home.tsx'
import type { Route } from './route.ts'

// Only what the first screen needs is loaded before it; the rest comes right behind it, or when it is opened.
const LOAD = {
  lesson: () => import('../screens/lesson/lesson.tsx'),
  review: () => import('../screens/review.tsx'),
  tour: () => import('../screens/tour/tour.tsx'),
  search: () => import('../screens/search.tsx'),
  glossary: () => import('../screens/glossary.tsx'),
  settings: () => import('../screens/settings.tsx'),
  film: () => import('../screens/film.tsx'),
  steps: () => import('../screens/steps.tsx'),
  begin: () => import('../screens/check/begin.tsx'),
  checklist: () => import('../screens/check/checklist.tsx'),
  console: () => import('../screens/console.tsx'),
  lines: () => import('../screens/lines.tsx'),
  services: () => import('../screens/check/services.tsx'),
  history: () => import('../screens/check/history.tsx'),
  save: () => import('../screens/check/save.tsx'),
  verdicts: () => import('../screens/check/verdicts.tsx'),
} as const

/** Loads every screen, so that none is waited for when it is opened. To be called once the first one stands. */
export async function loadScreens(): Promise<void> {
  for (const load of Object.values(LOAD)) await load()
}

const LessonScreen = lazy(async () => ({ default: (await LOAD.lesson()).LessonScreen }))
const ReviewScreen = lazy(async () => ({ default: (await LOAD.review()).ReviewScreen }))
const TourScreen = lazy(async () => ({ default: (await LOAD.tour()).TourScreen }))
const SearchScreen = lazy(async () => ({ default: (await LOAD.search()).SearchScreen }))
const GlossaryScreen = lazy(async () => ({ default: (await LOAD.glossary()).GlossaryScreen }))
const SettingsScreen = lazy(async () => ({ default: (await LOAD.settings()).SettingsScreen }))
const FilmScreen = lazy(async () => ({ default: (await LOAD.film()).FilmScreen }))
const StepsScreen = lazy(async () => ({ default: (await LOAD.steps()).StepsScreen }))
const CheckBegin = lazy(async () => ({ default: (await LOAD.begin()).CheckBegin }))
const ChecklistScreen = lazy(async () => ({ default: (await LOAD.checklist()).ChecklistScreen }))
const ConsoleScreen = lazy(async () => ({ default: (await LOAD.console()).ConsoleScreen }))
const LinesScreen = lazy(async () => ({ default: (await LOAD.lines()).LinesScreen }))
const ServicesScreen = lazy(async () => ({ default: (await LOAD.services()).ServicesScreen }))
const HistoryScreen = lazy(async () => ({ default: (await LOAD.history()).HistoryScreen }))
const SaveScreen = lazy(async () => ({ default: (await LOAD.save()).SaveScreen }))
const Verdicts = lazy(async () => ({ default: (await LOAD.verdicts()).Verdicts }))

type ScreenForProps = { readonly route: Route; readonly onSettings: () => void }

function screenFor({ route, onSettings }: ScreenForProps) {
  switch (route.at) {
    case 'home':
      return <HomeScreen />
    case 'help':
      return <HelpScreen offer={route.offer} />
    case 'glossary':
      return <GlossaryScreen here={route.terms ?? []} />
    case 'settings':
      return <SettingsScreen onChange={onSettings} />
    case 'lesson':
      return <LessonScreen lesson={route.lesson} part={route.part} />
    case 'tour':
      return <TourScreen />
    case 'search':
      return <SearchScreen />
    case 'review':
      return <ReviewScreen due={route.due} />
    case 'check':
      return <CheckBegin begin={route.begin} />
    case 'checklist':
      return <ChecklistScreen source={route.source} kept={route.kept} isStale={route.isStale} />
    case 'verdicts':
      return <Verdicts now={route.now} before={route.before} />
    case 'console':
      return <ConsoleScreen spec={route.spec} onLeave={route.onLeave} />
    case 'lines':
      return <LinesScreen reading={route.reading} onLeave={route.onLeave} />
    case 'services':
      return <ServicesScreen reading={route.reading} known={route.known} onChange={route.onChange} />
    case 'history':
      return <HistoryScreen work={route.work} state={route.state} onBack={route.onBack} />
    case 'save':
      return <SaveScreen source={route.source} after={route.after} patch={route.patch} />
    case 'steps':
      return <StepsScreen {...route} />
    case 'film':
      return <FilmScreen title={route.title} film={route.film} before={route.before} />
  }
}

/** The screen a route leads to; blank for the moment in which it is loaded. */
export function ScreenFor(props: ScreenForProps) {
  return <Suspense fallback={null}>{screenFor(props)}</Suspense>
}
