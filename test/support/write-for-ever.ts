/** A process of its own that saves pairs of audit lines until it is killed, and prints the number of each pair saved. */
import { openDatabase } from '../../bot/store/database.ts'
import { openStore } from '../../bot/store/store.ts'
import { instant } from '../../shared/dates/time.ts'

const [dataDir = ''] = process.argv.slice(2)
const store = openStore(await openDatabase({ dataDir }), async () => {})
const at = instant('2026-10-26T09:35:00Z')

for (let n = 1; ; n += 1) {
  const did = `pair ${n} of process ${process.pid}`
  await store.save({ audit: [1, 2].map(() => ({ at, by: 'app', did })) })
  console.log(n)
}
