/** Every requirement there is, by section and by id. */
import { AGENDA } from './agenda.ts'
import { ASSUMPTIONS } from './assumptions.ts'
import { ATTENDANCE } from './attendance.ts'
import { CHAIRING } from './chairing.ts'
import { CHAIRS_CHECKLIST } from './chairs-checklist.ts'
import { CONVENING } from './convening.ts'
import { DELEGATED_AUTHORITY } from './delegated-authority.ts'
import { DIFFERENCES } from './differences.ts'
import { DOCUMENTS } from './documents.ts'
import { EMERGENCY } from './emergency.ts'
import { ENDINGS_AND_OVERSIGHT } from './endings-and-oversight.ts'
import { FOLLOW_UP } from './follow-up.ts'
import { HARD_CASES } from './hard-cases.ts'
import { KINDS_AND_TRIGGERS } from './kinds-and-triggers.ts'
import { LAW } from './law.ts'
import { NOTIFICATIONS } from './notifications.ts'
import { PRIVACY } from './privacy.ts'
import { RECORDS } from './records.ts'
import type { Requirement, Section, Source } from './requirement.ts'
import { RISK_ASSESSMENT } from './risk-assessment.ts'
import { TIMING } from './timing.ts'
import { VENUE } from './venue.ts'

export type CatalogueSection = { title: string; requirements: readonly Requirement[] }

/** In the order of their ids, letter by letter. */
export const CATALOGUE: readonly CatalogueSection[] = [
  sourced(KINDS_AND_TRIGGERS),
  sourced(TIMING),
  sourced(CONVENING),
  sourced(CHAIRING),
  sourced(ATTENDANCE),
  sourced(VENUE),
  sourced(DOCUMENTS),
  sourced(AGENDA),
  sourced(EMERGENCY),
  sourced(CHAIRS_CHECKLIST),
  sourced(RECORDS),
  sourced(DELEGATED_AUTHORITY),
  sourced(RISK_ASSESSMENT),
  sourced(NOTIFICATIONS),
  sourced(FOLLOW_UP),
  sourced(ENDINGS_AND_OVERSIGHT),
  ours('Privacy', PRIVACY, 'privacyRule'),
  ours('Hard cases', HARD_CASES, 'hardCase'),
  ours('What we take for granted', ASSUMPTIONS, 'assumption'),
  sourced(DIFFERENCES),
  lawful('Law and guidance'),
]

const BY_ID = new Map(CATALOGUE.flatMap(({ requirements }) => requirements.map((one) => [one.id, one] as const)))

/** What an id stands for; null for an id that we do not know. */
export const requirement = (id: string): Requirement | null => BY_ID.get(id) ?? null

function sourced({ title, entries }: Section): CatalogueSection {
  const requirements = Object.entries(entries).map(([id, { title, from, implied = false }]) => {
    return { id, title, from, implied, legal: null }
  })
  return { title, requirements }
}

function ours(title: string, titles: Readonly<Record<string, string>>, source: Source): CatalogueSection {
  const requirements = Object.entries(titles).map(([id, title]) => {
    return { id, title, from: [source], implied: false, legal: null }
  })
  return { title, requirements }
}

function lawful(title: string): CatalogueSection {
  const requirements = Object.entries(LAW).map(([id, { title, ...legal }]): Requirement => {
    return { id, title, from: ['law'], implied: false, legal }
  })
  return { title, requirements }
}
