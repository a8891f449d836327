/** What is said of brothers and sisters who are placed together, and asked of an officer, on card and page alike (E-16). */
import { listed } from '../people/who-is-told.ts'
import type { Draft } from './draft.ts'
import type { Choice, Open } from './open-questions.ts'
import { FAMILY_QUESTION, NOBODYS, type Siblings } from './siblings.ts'

export const siblingsMean = ({ siblings }: Pick<Draft, 'siblings'>): string | null =>
  siblings ? MEANS[siblings.how] : null

const MEANS: Record<Siblings['how'], string> = {
  together:
    'Placed together. One time can serve the meetings of all of them; each child has a meeting, a record and invitations of their own.',
  oneAfterTheOther:
    'Placed together. Their meetings go one after the other, so that people come once; each child has a record and invitations of their own.',
}

/** Nobody but an officer is asked: whom else a home takes in is another child's case (P-23). */
export function siblingQuestion(
  { besides = [] }: Pick<Draft, 'besides'>,
  mayConfirm: boolean,
): (Open & { choices: Choice[] }) | null {
  if (!mayConfirm || besides.length === 0) return null
  const families = [...Map.groupBy(besides, ({ family }) => family)].slice(0, MOST_ASKED)
  return {
    id: FAMILY_QUESTION,
    text: `Another child is placed in this home on that day (${listed(besides.map(({ ref }) => ref))}). Are they brothers or sisters? Then one time can serve both meetings.`,
    choices: [
      ...families.map(([value, some]) => ({ value, title: `Yes, of ${listed(some.map(({ ref }) => ref))}` })),
      { value: NOBODYS, title: 'No' },
    ],
  }
}

/** So many stand side by side. */
const MOST_ASKED = 4
