/**
 * What a placement has to meet, as a record of the national standard tells it, and what the chair is reminded to ask
 * because of it. A named risk stands among the professionals' items alone: everybody sees the four risk questions, and
 * only those who have to see what was found (R-121, R-182 to R-184).
 */
import type { AgendaItemId } from '../agenda/agenda-items.ts'
import type { AgendaItem, MeetingPlan, Plan } from '../meeting/plan.ts'
import type { COMPANIONS, PETS, SUPPORTS } from './placements-standard.ts'

export type PlacementNeeds = {
  risksToChild: string[]
  risksToOthers: string[]
  /** ESOL, BSL, Makaton, or another in words. */
  communication: string[]
  communicationNeeded: boolean
  culture: boolean
  cultureInWords: string[]
  companions: keyof typeof COMPANIONS
  pets: keyof typeof PETS
  support: Exclude<keyof typeof SUPPORTS, 'NotApplicable' | 'Other'>[]
  supportInWords: string[]
  homeAdaptation: boolean
  deprivationOfLiberty: boolean
  /** Brothers and sisters who were to be placed together and are not. */
  siblingsApart: number
}

/** The plan with the prompts that these needs add to the items it has; nothing else of it changes. */
export function withNeeds(plan: Plan, needs: PlacementNeeds | undefined): Plan {
  if (!needs) return plan
  const prompts = promptsFor(needs)
  return { ...plan, meetings: plan.meetings.map((meeting) => withPrompts(meeting, prompts)) }
}

type Prompts = Partial<Record<AgendaItemId, string[]>>

const withPrompts = (meeting: MeetingPlan, added: Prompts): MeetingPlan => ({
  ...meeting,
  agenda: meeting.agenda.map((item): AgendaItem => {
    const more = added[item.item as AgendaItemId]
    return more ? { ...item, prompts: [...item.prompts, ...more] } : item
  }),
})

function promptsFor(needs: PlacementNeeds): Prompts {
  const found = [
    ...said(needs.risksToChild, (risks) => `Risks to the child in the placement record: ${risks}`),
    ...said(needs.risksToOthers, (risks) => `Risks to others in the placement record: ${risks}`),
  ]
  const support = [...needs.support.map((one) => SUPPORT_WORDS[one]), ...needs.supportInWords]
  const prompts: Prompts = {
    'AG-02': communicationPrompts(needs),
    'AG-05': found,
    'AG-07': needs.pets === 'YesMust' ? ['The child needs to live with a pet: is there one here?'] : needs.pets === 'No' ? ['The child cannot live with pets: are there any here?'] : [], // prettier-ignore
    'AG-08': needs.homeAdaptation ? ['What has to be adapted in the home, by whom and when?'] : [],
    'AG-09': [
      ...(needs.communication.includes('ESOL')
        ? ['English is a further language for the child: who interprets, and for what?']
        : []),
      ...(needs.culture
        ? [`Cultural needs are recorded${inBrackets(needs.cultureInWords)}: how is each met here?`]
        : []),
    ],
    'AG-12': needs.siblingsApart > 0 ? ['Brothers and sisters live apart from the child: how do they stay close?'] : [],
    'AG-13': COMPANION_PROMPTS[needs.companions] ? [COMPANION_PROMPTS[needs.companions]!] : [],
    'AG-14': needs.deprivationOfLiberty
      ? ['The order that limits the child’s liberty: what it allows, until when, and who looks at it again']
      : [],
    'AG-15':
      found.length > 0
        ? ['The placement record names risks: the professionals have them, and say here what is right to say']
        : [],
    'AG-16': support.length > 0 ? [`Support that was asked for: ${support.join(', ')}. Is it in place?`] : [],
  }
  return Object.fromEntries(Object.entries(prompts).filter(([, words]) => words.length > 0))
}

const said = (list: string[], sentence: (words: string) => string): string[] =>
  list.length > 0 ? [sentence(list.join(', '))] : []
const inBrackets = (list: string[]): string => (list.length > 0 ? ` (${list.join(', ')})` : '')

function communicationPrompts({ communication, communicationNeeded }: PlacementNeeds): string[] {
  const ways = communication.filter((one) => one !== 'ESOL')
  if (ways.length > 0) return [`The child communicates with ${ways.join(', ')}: who makes sure that they are heard?`]
  return communicationNeeded ? ['The child needs help to communicate: who makes sure that they are heard?'] : []
}

const SUPPORT_WORDS: Record<PlacementNeeds['support'][number], string> = {
  AdditionalSupervision: 'additional supervision',
  TherapeuticSupport: 'therapeutic support',
  WorkerForRespite: 'a worker for respite',
  TaxisToSchool: 'taxis to school',
}

const COMPANION_PROMPTS: Record<PlacementNeeds['companions'], string | null> = {
  SoloPlacement: 'A placement as the only child was recommended: who else lives here, and is that right?',
  WithOtherChildren: 'Living with other children was recommended: who are they, and how do they get on?',
  OnlyWithOlderChildren: 'Only older children were recommended: is any child here younger?',
  OnlyWithYoungerChildren: 'Only younger children were recommended: is any child here older?',
  NoPreference: null,
}
