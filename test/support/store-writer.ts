import { once } from 'node:events'
import { beginLesson } from '../../src/progress/progress.ts'
import { openStore } from '../../src/progress/store.ts'

/**
 * A program that says it is ready, waits for a word, and begins so many lessons, one write each. Arguments: the store's folder, a
 * name for the lessons, how many.
 */
const [home = '', name = '', count = ''] = process.argv.slice(2)
const store = openStore({ VLAN_DOJO_HOME: home })
process.stdout.write('ready')
await once(process.stdin, 'data')
for (let number = 0; number < Number(count); number += 1) {
  store.update((kept) => beginLesson(kept, `${name}-${number}`))
}
process.stdin.destroy()
if (store.problems().length > 0) throw new Error(store.problems().join(' '))
