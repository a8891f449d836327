/**
 * `npm run fuzz -- [COUNT] [SEED] [KIND]`: so many generated confirmations, messages and mails, from that seed on. Says
 * what became of them, or which seed ended in neither a plan nor a refusal.
 */
import { confirmationOutcome, jsonOutcome, mailOutcome, messageOutcome, tallyOf } from './fuzz/what-happens.ts'

const [count = '1000000', seed = '1', only] = process.argv.slice(2)
const kinds = { confirmations: confirmationOutcome, json: jsonOutcome, messages: messageOutcome, mails: mailOutcome }
const shares = { confirmations: 0.7, json: 0.1, messages: 0.15, mails: 0.05 }

for (const [kind, outcomeOf] of Object.entries(kinds)) {
  if (only && only !== kind) continue
  const share = only ? 1 : shares[kind as keyof typeof shares]
  const tally = await tallyOf(Math.ceil(Number(count) * share), Number(seed), outcomeOf)
  process.stdout.write(`${kind}: ${JSON.stringify(tally)}\n`)
}
