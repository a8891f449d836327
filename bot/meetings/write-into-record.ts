/** What the app itself puts into the record that people write in together. */
import { documentFrom, encodeDocument, readMinutes } from '../../shared/record/minutes-document.ts'
import type { MeetingId } from '../../shared/meeting/planning-meeting.ts'
import type { Ports } from './ports.ts'

export async function writeIntoRecord(
  meetingId: MeetingId,
  { store, clock }: Pick<Ports, 'store' | 'clock'>,
  write: (doc: ReturnType<typeof documentFrom>) => void,
): Promise<void> {
  await store.changeMinutes(meetingId, (before) => {
    const doc = documentFrom(...(before ? [before.state] : []))
    write(doc)
    return { state: encodeDocument(doc), minutes: readMinutes(doc), savedAt: clock.now() }
  })
}
