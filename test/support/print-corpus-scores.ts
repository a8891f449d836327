/** Prints, field by field, how the corpus of messages is read: `node test/support/print-corpus-scores.ts`. */
import { compare, corpus, emails, type Scores } from './corpus.ts'

const scores: Scores = new Map()
for (const message of [...corpus(), ...(await emails())]) {
  const amiss = compare(message, scores)
  if (amiss.length > 0) process.stdout.write(`${message.name}\n${amiss.map((line) => `    ${line}\n`).join('')}`)
}
const column = (value: string | number) => String(value).padStart(8)
process.stdout.write(`${'field'.padEnd(40)}${column('right')}${column('missed')}${column('wrong')}\n`)
for (const [field, { right, missed, wrong }] of [...scores].sort(([a], [b]) => a.localeCompare(b))) {
  process.stdout.write(`${field.padEnd(40)}${column(right)}${column(missed)}${column(wrong)}\n`)
}
