/** A record with everything that closing asks for, for tests of something else: written as another window would. */
import * as Y from 'yjs'
import { AUTHORITY_AREAS } from '../../shared/record/delegated-authority.ts'
import type { MeetingView } from '../../shared/meeting/meeting-view.ts'
import { addEntry, encodeDocument, setFact, setWords, stateVectorOf } from '../../shared/record/minutes-document.ts'
import { FILLED_BY_THEMSELVES, type RecordDuties } from '../../shared/record/minutes-gaps.ts'
import { toBase64 } from '../../tab/minutes/base64.ts'
import type { RunningApp } from './running-app.ts'

type Duties = Pick<RecordDuties, 'attendees' | 'agenda' | 'chairsLines' | 'recordLines' | 'authority'>

/** The emergency questions are never among it: they are what a meeting with them is about. */
export function completeRecord(doc: Y.Doc, duties: Duties, { except }: { except?: string } = {}): void {
  for (const { key } of duties.attendees.filter(({ inRecord }) => inRecord))
    setFact(doc, `attendance/${key}/state`, 'present')
  for (const { item } of duties.agenda)
    if (item !== except && !FILLED_BY_THEMSELVES.includes(item))
      addEntry(doc, { id: item, item, type: 'note', text: 'Talked about' })
  const [decider] = duties.authority?.deciders ?? []
  if (decider) for (const { id } of AUTHORITY_AREAS) setFact(doc, `authority/${id}/${decider.id}`, 'yes')
  for (const { id, options } of [...duties.chairsLines, ...duties.recordLines]) {
    const plain = options.find(({ needs }) => needs.length === 0)
    setFact(doc, `lines/${id}/answer`, (plain ?? options[0]!).value)
    if (!plain) setWords(doc, `lines/${id}/text`, 'In their own words')
  }
}

/** The same in the running app, for somebody who may write. */
export async function writeTheRest(app: RunningApp, meetingId: string, as: string): Promise<void> {
  const { body } = await app.get(`/api/meetings/${meetingId}`, as)
  const doc = new Y.Doc()
  completeRecord(doc, (body as { meeting: MeetingView }).meeting)
  const update = toBase64(encodeDocument(doc))
  const stateVector = toBase64(stateVectorOf(new Y.Doc()))
  const { status } = await app.post(`/api/meetings/${meetingId}/minutes/sync`, { stateVector, update }, as)
  if (status !== 200) throw new Error(`The record was not taken: ${status}`)
}
