/** A process of its own that keeps two things together until it is killed, and prints the number of each pair kept. */
import { openState } from '../../bot/local/state.ts'

const [folder = ''] = process.argv.slice(2)
const state = openState(folder)

for (let index = state.current('pair') + 1; ; index += 1) {
  state.change(() => {
    const number = String(state.next('pair'))
    state.table('lefts').put(number, { number, words: 'x'.repeat(2000) })
    state.table('rights').put(number, { number })
  })
  console.log(index)
}
