import { CheckBegin } from '../screens/check/begin.tsx'
import { ChecklistScreen } from '../screens/check/checklist.tsx'
import { SaveScreen } from '../screens/check/save.tsx'
import { Verdicts } from '../screens/check/verdicts.tsx'
import { FilmScreen } from '../screens/film.tsx'
import { GlossaryScreen } from '../screens/glossary.tsx'
import { HelpScreen } from '../screens/help.tsx'
import { HomeScreen } from '../screens/home.tsx'
import { LessonScreen } from '../screens/lesson/lesson.tsx'
import { SettingsScreen } from '../screens/settings.tsx'
import type { Route } from './route.ts'

/** The screen a route leads to. */
export function ScreenFor({ route, onSettings }: { readonly route: Route; readonly onSettings: () => void }) {
  switch (route.at) {
    case 'home':
      return <HomeScreen />
    case 'help':
      return <HelpScreen offer={route.offer} />
    case 'glossary':
      return <GlossaryScreen term={route.term} />
    case 'settings':
      return <SettingsScreen onChange={onSettings} />
    case 'lesson':
      return <LessonScreen lesson={route.lesson} />
    case 'check':
      return <CheckBegin />
    case 'checklist':
      return <ChecklistScreen source={route.source} kept={route.kept} />
    case 'verdicts':
      return <Verdicts now={route.now} before={route.before} />
    case 'save':
      return <SaveScreen source={route.source} after={route.after} patch={route.patch} />
    case 'film':
      return <FilmScreen title={route.title} film={route.film} before={route.before} />
  }
}
