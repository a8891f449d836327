/** The call of a meeting in Teams begins or ends: its record says when, until it is closed. */
import { chatIn, toldByCall, type CallEvent } from '../../shared/meeting/meeting-times.ts'
import { documentFrom, encodeDocument, readMinutes, setFact } from '../../shared/record/minutes-document.ts'
import { mayDo, type Reader } from '../../shared/people/permissions.ts'
import type { MeetingId } from '../../shared/meeting/planning-meeting.ts'
import type { Instant } from '../../shared/dates/time.ts'
import { joinUrlOf } from './book-event.ts'
import type { Ports } from './ports.ts'

/** A call, by the chat it belongs to and, where Teams says so, the link by which people join it. */
export type Call = { chat: string; joinUrl: string | null }

async function meetingOf(call: Call, { store }: Pick<Ports, 'store'>) {
  const found = (await store.meetingsOfCall(call)).find(({ meeting }) => {
    const link = joinUrlOf(meeting)
    return link !== null && (link === call.joinUrl || chatIn(link) === call.chat)
  })
  return found ?? null
}

/** For whoever has opened the app in the chat of a meeting; being in the chat gives no right to see it. */
export async function meetingInChat(chat: string, by: Reader, ports: Pick<Ports, 'store'>): Promise<MeetingId | null> {
  const found = await meetingOf({ chat, joinUrl: null }, ports)
  return found && mayDo('seeMeeting', by, found.placement, found.meeting) ? found.meeting.id : null
}

export async function recordCall(
  { event, at, ...call }: Call & { event: CallEvent; at: Instant },
  { store, clock }: Pick<Ports, 'store' | 'clock'>,
): Promise<'recorded' | 'ignored'> {
  const { meeting } = (await meetingOf(call, { store })) ?? {}
  if (!meeting || meeting.state !== 'arranged') return 'ignored'
  const told = toldByCall(event, at, meeting.slot, (await store.minutes(meeting.id))?.minutes.times ?? {})
  if (!told) return 'ignored'
  await store.changeMinutes(meeting.id, (before) => {
    const doc = documentFrom(...(before ? [before.state] : []))
    for (const [name, moment] of Object.entries(told)) setFact(doc, `meeting/times/${name}`, moment)
    return { state: encodeDocument(doc), minutes: readMinutes(doc), savedAt: clock.now() }
  })
  return 'recorded'
}
