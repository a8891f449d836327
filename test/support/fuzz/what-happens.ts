/**
 * What must hold for anything that comes in: a plan, or a refusal that names what is wrong and repeats nothing that is
 * about a person. Anything else is an error that says which seed it was.
 */
import { loadPacks } from '../../../bot/practice-packs.ts'
import { parseMail } from '../../../bot/mailbox/parse-mail.ts'
import type { Reading } from '../../../shared/placement/draft.ts'
import { readJson } from '../../../shared/placement/json-confirmation.ts'
import { readMail } from '../../../shared/intake/read-mail.ts'
import { readMessage } from '../../../shared/intake/read-message.ts'
import { planFor, startDayOf } from '../../../shared/meeting/plan-placement.ts'
import { planJson } from '../../../shared/meeting/plan-json.ts'
import type { PlacementConfirmation } from '../../../shared/placement/placement.ts'
import { instant } from '../../../shared/dates/time.ts'
import { readConfirmationJson } from '../../../shared/wire/confirmation.ts'
import { faultLine, type Fault } from '../../../shared/wire/faults.ts'
import { BeyondBankHolidays } from '../../../shared/dates/working-days.ts'
import { generatedConfirmation, SECRET } from './confirmations.ts'
import { dice } from './dice.ts'
import { generatedMail, generatedMessage } from './messages.ts'

export type Outcome = 'planned' | 'refused' | 'beyondBankHolidays' | 'asked' | 'leftAlone'
export type Tally = Record<Outcome, number>

const packs = loadPacks()
const NOW = instant('2026-12-16T10:00:00Z')
const WRITER = { name: 'Orla Fenwick', email: 'orla@ashcombe.example.gov.uk' }

export const confirmationOutcome = (seed: number): Outcome => {
  const input = generatedConfirmation(dice(seed))
  const read = readConfirmationJson(input)
  if (!read.ok) return named(read.faults)
  return planned(read.value, seed)
}

export const messageOutcome = (seed: number): Outcome =>
  readingOutcome(readMessage(generatedMessage(dice(seed)), { received: NOW, from: WRITER }), seed)

export async function mailOutcome(seed: number): Promise<Outcome> {
  const mail = await parseMail(new TextEncoder().encode(generatedMail(dice(seed)))).catch((error: unknown) => error)
  // What cannot be taken apart is said to be no e-mail.
  if (mail instanceof Error) return 'refused'
  return readingOutcome(readMail(mail as Awaited<ReturnType<typeof parseMail>>), seed)
}

/** Counts what happened to so many of them, one seed after the other. */
export async function tallyOf(
  count: number,
  from: number,
  outcomeOf: (seed: number) => Outcome | Promise<Outcome>,
): Promise<Tally> {
  const tally: Tally = { planned: 0, refused: 0, beyondBankHolidays: 0, asked: 0, leftAlone: 0 }
  for (let seed = from; seed < from + count; seed++) {
    try {
      const outcome = outcomeOf(seed)
      tally[typeof outcome === 'string' ? outcome : await outcome] += 1
    } catch (error) {
      throw new Error(`seed ${seed} ends in no plan and no refusal`, { cause: error })
    }
  }
  return tally
}

function named(faults: Fault[]): 'refused' {
  if (faults.length === 0) throw new Error('a refusal without a fault')
  for (const fault of faults) {
    const line = faultLine(fault)
    if (!fault.field || !fault.wrong || !fault.accepted) throw new Error(`a fault that does not say enough: ${line}`)
    if (line.includes(SECRET)) throw new Error(`a fault that repeats a value: ${line}`)
  }
  return 'refused'
}

const STATUSES: string[] = ['ready', 'asks', 'provisional', 'noMeeting']

function planned(confirmation: PlacementConfirmation, seed: number): Outcome {
  const practice = packs.practice(packs.ids[seed % packs.ids.length]!, startDayOf(confirmation, NOW))!
  try {
    const plan = planFor(confirmation, practice, NOW, { serviceMailbox: WRITER.email })
    const { status, meetings } = planJson(plan) as { status: string; meetings: unknown[] }
    if (!STATUSES.includes(status)) throw new Error(`a plan with the status ${status}`)
    if (status === 'ready' && meetings.length === 0) throw new Error('a plan that is ready without a meeting')
    return 'planned'
  } catch (error) {
    if (error instanceof BeyondBankHolidays) return 'beyondBankHolidays'
    throw error
  }
}

/** What was understood is fit to become a confirmation: nothing in it is at fault, and what is missing is asked. */
function readingOutcome({ verdict, confirmations }: Reading, seed: number): Outcome {
  if (verdict === 'notAConfirmation' || verdict === 'suspicious') {
    if (confirmations.length > 0) throw new Error('something was taken from a message that is left alone')
    return 'leftAlone'
  }
  if (confirmations.length === 0) throw new Error(`a ${verdict} of nothing`)
  let outcome: Outcome = 'asked'
  for (const { fields, asks } of confirmations) {
    const read = readConfirmationJson({ people: [], ...fields, confirmedAt: NOW, confirmedBy: WRITER })
    if (read.ok) outcome = planned(read.value, seed)
    else {
      const wrong = read.faults.filter((fault) => fault.wrong !== 'is missing')
      if (wrong.some((fault) => !CONTRADICTS.test(fault.wrong))) throw new Error(wrong.map(faultLine).join('; '))
      if (verdict === 'confirmation' && wrong.length === 0 && asks.length === 0)
        throw new Error('something is missing and nobody is asked')
    }
  }
  return outcome
}
/** Two things that a message says and that cannot both hold are for its reader to settle. */
const CONTRADICTS = /^is given for this role already|^is before|^contradicts/

/** JSON of any kind, pasted. */
export const jsonOutcome = (seed: number): Outcome => {
  const read = readJson(generatedConfirmation(dice(seed)))
  if (!read) return 'leftAlone'
  return read.ok ? 'asked' : named(read.faults)
}
