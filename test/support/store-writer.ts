import { beginLesson } from '../../src/progress/progress.ts'
import { openStore } from '../../src/progress/store.ts'

/** A program that begins so many lessons, one write each. Arguments: folder of the store, name of the lessons, how many. */
const [home = '', name = '', count = ''] = process.argv.slice(2)
const store = openStore({ VLAN_DOJO_HOME: home })
for (let number = 0; number < Number(count); number += 1) {
  store.update((kept) => beginLesson(kept, `${name}-${number}`))
}
if (store.problems().length > 0) throw new Error(store.problems().join(' '))
