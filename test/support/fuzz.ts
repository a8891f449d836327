/**
 * `npm run fuzz -- [COUNT] [SEED]`: so many generated confirmations, messages and mails, from that seed on. Says what
 * became of them, or which seed ended in neither a plan nor a refusal.
 */
import { confirmationOutcome, jsonOutcome, mailOutcome, messageOutcome, tallyOf } from './fuzz/what-happens.ts'

const [count = 1_000_000, seed = 1] = process.argv.slice(2).map(Number)
const kinds = { confirmations: confirmationOutcome, json: jsonOutcome, messages: messageOutcome, mails: mailOutcome }
const shares = { confirmations: 0.7, json: 0.1, messages: 0.15, mails: 0.05 }

for (const [kind, outcomeOf] of Object.entries(kinds)) {
  const tally = await tallyOf(Math.ceil(count * shares[kind as keyof typeof shares]), seed, outcomeOf)
  process.stdout.write(`${kind}: ${JSON.stringify(tally)}\n`)
}
