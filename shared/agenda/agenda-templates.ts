/**
 * Which items a meeting has, in which order, by placement and kind (3.2 to 3.10 of the catalogue), and what is asked
 * beside each item's own prompts in a meeting of that kind.
 */
import type { AgendaItemId } from './agenda-items.ts'

export type TemplateId =
  | 'fosterPlanned'
  | 'fosterEmergency'
  | 'residentialPlanned'
  | 'residentialEmergency'
  | 'interval'
  | 'afterIncident'
  | 'afterMissing'
  | 'secure'
  | 'disruption'
  | 'introduction'

const ids = (list: string) => list.split(' ').map((n) => `AG-${n}` as AgendaItemId)

export const AGENDA_TEMPLATES: Record<TemplateId, AgendaItemId[]> = {
  // the plan and what it is for, needs, daily routine, and the care plan.
  fosterPlanned: ids('01 02 03 06 04 05 07 08 09 10 11 12 13 14 15 16 17 18 21 22 20 25 26 27'),
  fosterEmergency: ids('01 02 24 14 10 08 05 04 13 15 12 11 09 03 16 17 06 18 22 20 21 25 26 27'),
  residentialPlanned: ids('01 02 03 06 19 04 05 07 08 09 10 11 12 13 14 16 15 17 18 21 22 20 25 26 27'),
  residentialEmergency: ids('01 02 24 14 10 16 13 19 05 08 04 12 11 15 09 03 17 06 18 22 20 21 25 26 27'),
  interval: ids('01 02 03 23 22 08 10 11 12 13 14 15 16 17 06 25 26 27'),
  afterIncident: ids('01 28 02 14 24 13 15 16 17 03 22 25 26 27'),
  afterMissing: ids('01 02 29 24 14 15 12 11 16 17 23 03 22 25 26 27'),
  secure: ids('01 02 30 24 14 10 11 12 03 06 16 15 17 04 05 22 20 21 25 26 27'),
  disruption: ids('01 02 31 06 13 05 16 32 03 33 26 27'),
  introduction: ids('01 02 07 08 19 26'),
}

export const TEMPLATE_PROMPTS: Partial<Record<TemplateId, Partial<Record<AgendaItemId, string[]>>>> = {
  residentialPlanned: { 'AG-13': ['The other residents, and what each needs'] },
  residentialEmergency: {
    'AG-13': ['What it means for each of the other residents'],
    'AG-24': ['The effect on the other residents, first of all'],
  },
  interval: {
    'AG-01': ['What has changed since last time'],
    'AG-22': ['Is the record still right? The plan is revised, never replaced'],
    'AG-17': ['Is it still right?'],
    'AG-06': ['Any change to the care plan?'],
  },
  afterIncident: {
    'AG-28': [
      'Is there, or should there be, a strategy discussion or a child protection enquiry? Then that leads, and this meeting does not investigate',
    ],
    'AG-24': ['A strategy to reduce the risk of it happening again, which is not the strategy meeting of an enquiry'],
    'AG-13': ['Support for the other children, and for staff or carers'],
    'AG-17': ['Anything to change?'],
  },
  afterMissing: {
    'AG-01': ['Thank the child for coming'],
    'AG-29': [
      'Was a return interview offered within 72 hours, and what of it may be shared?',
      'A pattern across episodes; is the placement part of the reason?',
    ],
    'AG-14': ['What happens if it happens again, minute by minute'],
    'AG-17': ['Time out, friends, phone'],
  },
  secure: {
    'AG-30': [
      "The last day of the court's authority; under 13, the Secretary of State's approval",
      'Each part of the exit plan with an owner and a date',
    ],
    'AG-10': ['Mental health'],
    'AG-11': ['Education inside, and on leaving'],
    'AG-25': ['The exit plan has to be answered'],
  },
  disruption: {
    'AG-01': ['This is not about blame', 'Has the chronology gone round?'],
    'AG-02': ['Often by an advocate, or in writing'],
    'AG-06': ['What the plan was'],
    'AG-05': ['What was known, and what was shared'],
    'AG-32': ['Finding the next home does not wait for this meeting'],
    'AG-27': ['No further planning meeting; the date of the next review'],
  },
}

/** Asked of a planning meeting that is held within a review. */
export const DURING_REVIEW_PROMPTS: Partial<Record<AgendaItemId, string[]>> = {
  'AG-23': ['Which points does the reviewing officer take?'],
}

/**
 * One agenda for several duties: what the first template lacks comes in after the item that stands before it in its own,
 * so that the order of each is kept.
 */
export function mergeTemplates([first, ...more]: TemplateId[]): AgendaItemId[] {
  const items = [...AGENDA_TEMPLATES[first!]]
  for (const template of more) {
    const own = AGENDA_TEMPLATES[template]
    for (const [index, item] of own.entries()) {
      if (!items.includes(item)) items.splice(items.indexOf(own[index - 1]!) + 1, 0, item)
    }
  }
  return items
}
