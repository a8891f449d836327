/** A confirmation that is filled in on a form, field by field. It goes the way of every other one. */
import { applyAnswer } from '../../shared/placement/answers.ts'
import type { Reader } from '../../shared/people/permissions.ts'
import type { Door } from '../../shared/placement/draft.ts'
import { ok, refuse, type Result } from '../../shared/result.ts'
import { withPeople, type DraftChange } from './change-draft.ts'
import type { Ports } from './ports.ts'
import { takeReading, type Taken } from './take-confirmation.ts'

export async function enterConfirmation(
  { answers, people }: DraftChange,
  by: Reader,
  ports: Ports,
  door: Door = 'form',
): Promise<Result<Taken, 'answerNotUnderstood'>> {
  const named = withPeople({}, people)
  if (!named.ok) return named
  let fields = named.value
  for (const [id, value] of Object.entries(answers)) {
    const applied = applyAnswer(fields, id, value)
    if (!applied.ok) return refuse('answerNotUnderstood', applied.refusal.detail)
    fields = applied.value
  }
  const { taken } = await takeReading(
    { verdict: 'confirmation', confirmations: [{ fields, words: [], asks: [] }] },
    null,
    by,
    door,
    ports,
  )
  return ok(taken[0]!)
}
