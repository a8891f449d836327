/**
 * What another practice would change about the meetings that are kept. Reads the database that the app is set to use
 * (`DATABASE_URL`, or the embedded one in `DATA_DIR`), and writes nothing there.
 */
import type { Placement } from '../../../shared/placement/placement-case.ts'
import { startDayOf } from '../../../shared/meeting/plan-placement.ts'
import type { MeetingRef, PlanningMeeting } from '../../../shared/meeting/planning-meeting.ts'
import type { PracticePack } from '../../../shared/practice/practice-pack.ts'
import type { Instant } from '../../../shared/dates/time.ts'
import { DIFFERENCES, whatIf, type Difference, type Kind } from '../../../shared/practice/what-if.ts'
import { BeyondBankHolidays } from '../../../shared/dates/working-days.ts'
import { readConfig } from '../../config.ts'
import { STATUTORY_DEFAULT, type PracticePacks } from '../../practice-packs.ts'
import { openToRead } from '../../store/database.ts'
import { meetingsUnder } from '../../store/meetings.ts'
import { placementsUnder } from '../../store/placements.ts'

export type Report = {
  pack: string
  instead: { id: string; name: string; version: string }
  placements: number
  meetings: number
  differences: Difference[]
  /** How many meetings a difference is found in. */
  sums: Partial<Record<Kind, number>>
  /** What called for these is no longer kept. */
  notCompared: MeetingRef[]
  /** Their dates lie beyond the bank holidays that are loaded. */
  notCounted: MeetingRef[]
}

export type Question = { current: string; instead: PracticePack; packs: PracticePacks; now: Instant }

export async function reportWhatIf(question: Question): Promise<Report> {
  const { current, instead } = question
  const kept = await keptUnder(current)
  const report: Report = {
    pack: current,
    instead: { id: instead.id, name: instead.name, version: instead.version },
    placements: kept.length,
    meetings: 0,
    differences: [],
    sums: {},
    notCompared: [],
    notCounted: [],
  }
  for (const one of kept) addTo(report, one, question)
  for (const kind of Object.keys(DIFFERENCES) as Kind[]) {
    const refs = new Set(report.differences.filter((one) => one.kind === kind).map(({ ref }) => ref))
    if (refs.size > 0) report.sums[kind] = refs.size
  }
  return report
}

type Kept = { placement: Placement; meetings: PlanningMeeting[] }

async function keptUnder(pack: string): Promise<Kept[]> {
  const { databaseUrl, dataDir } = readConfig(process.env)
  const database = await openToRead(databaseUrl ? { databaseUrl } : { dataDir })
  try {
    const placements = await placementsUnder(database.db, pack)
    const meetings = Map.groupBy(await meetingsUnder(database.db, pack), ({ placementId }) => placementId)
    return placements.map((placement) => ({ placement, meetings: meetings.get(placement.id) ?? [] }))
  } finally {
    await database.close()
  }
}

function addTo(report: Report, { placement, meetings }: Kept, { current, instead, packs, now }: Question): void {
  const { confirmation } = placement
  const practice = packs.practice(current, startDayOf(confirmation, now))!
  const fallback = instead.id === STATUTORY_DEFAULT ? instead : practice.fallback
  try {
    const practices = { current: practice, instead: { pack: instead, fallback } }
    const found = whatIf({ confirmation, meetings }, practices, now)
    report.meetings += found.compared.length
    report.differences.push(...found.differences)
    report.notCompared.push(...found.notCompared)
  } catch (error) {
    if (!(error instanceof BeyondBankHolidays)) throw error
    report.notCounted.push(...meetings.map(({ ref }) => ref))
  }
}

/** The report for reading: each meeting under its reference, then all together. */
export function reportLines({ pack, instead, placements, meetings, differences, ...rest }: Report): string[] {
  const byRef = [...Map.groupBy(differences, ({ ref }) => ref)].sort(([a], [b]) => (a < b ? -1 : 1))
  return [
    `${instead.name}, version ${instead.version}, in the place of ${pack}:`,
    `${counted(meetings, 'meeting')} of ${counted(placements, 'placement')} planned under ${pack}, ${byRef.length} of them touched.`,
    ...byRef.flatMap(([ref, found]) => ['', ref, ...found.map((one) => `  ${line(one)}`)]),
    ...together(rest.sums, meetings),
    ...left('What called for these meetings is no longer kept, so that they are not compared', rest.notCompared),
    ...left('The dates of these lie beyond the bank holidays that are loaded', rest.notCounted),
  ]
}

function line({ kind, now, instead }: Difference): string {
  const title = DIFFERENCES[kind]
  if (kind === 'outOfTime' || kind === 'inTime')
    return `${title}: ${now}, and it would be due ${instead ?? 'at no time'}`
  if (LISTS.includes(kind)) {
    return `${title}: ${[instead && `with ${instead}`, now && `without ${now}`].filter(Boolean).join('. And ')}`
  }
  if (now === null || instead === null) return `${title}: ${instead ?? now}`
  return `${title}: ${instead} (now ${now})`
}

const LISTS: Kind[] = ['documents', 'agenda', 'checklists']

function together(sums: Report['sums'], meetings: number): string[] {
  const found = Object.entries(sums) as [Kind, number][]
  if (found.length === 0) return ['', meetings === 0 ? 'There is nothing to compare.' : 'Nothing would be different.']
  return ['', 'Together, in so many meetings:', ...found.map(([kind, count]) => `  ${DIFFERENCES[kind]}: ${count}`)]
}

const left = (why: string, refs: MeetingRef[]) => (refs.length === 0 ? [] : ['', `${why}: ${refs.join(', ')}`])
const counted = (count: number, what: string) => `${count} ${what}${count === 1 ? '' : 's'}`
