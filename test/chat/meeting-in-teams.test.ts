/** The call of a planning meeting in Teams, where the app was added to it (B10). */
import { beforeEach, describe, expect, test } from '@jest/globals'
import { setFact, documentFrom, encodeDocument, readMinutes } from '../../shared/record/minutes-document.ts'
import { useChatDesk, type ChatDesk } from '../support/chat-desk.ts'
import { EMERGENCY_FOSTER } from '../support/confirmation-texts.ts'
import { STAFF } from '../support/practice-desk.ts'
import { joinUrlOf } from '../../bot/meetings/book-event.ts'
import { chatIn } from '../../shared/meeting/meeting-times.ts'

const { officer, socialWorker } = STAFF
const current = useChatDesk({ now: '2026-12-18T16:05:00Z' })
let desk: ChatDesk
beforeEach(() => {
  desk = current()
})

async function anArrangedMeeting() {
  await desk.says(officer, EMERGENCY_FOSTER)
  await desk.presses(officer, desk.cardOf(officer), 'Schedule')
  await desk.work()
  const [meeting] = await desk.store.meetingsOf((await desk.store.placementFor('BKS-204417', 'PL-30951'))!.id)
  if (meeting?.state !== 'arranged') throw new Error('Not arranged')
  return { meeting, link: joinUrlOf(meeting)! }
}

type Told = { chat?: string; link?: string; name?: string; time?: string }

/** As Teams tells it, in the chat of the meeting. */
const call = (event: 'Start' | 'End', at: string, { chat = '19:meeting_other@thread.v2', link, ...over }: Told = {}) =>
  desk.says(socialWorker, '', {
    type: 'event',
    text: undefined,
    name: over.name ?? `application/vnd.microsoft.meeting${event}`,
    value: { Title: 'Planning meeting', MeetingType: 'Scheduled', JoinUrl: link, [`${event}Time`]: over.time ?? at },
    conversation: { id: chat, conversationType: 'groupChat', isGroup: true, tenantId: socialWorker.tenantId },
  })
const times = async (id: Parameters<typeof desk.store.minutes>[0]) => (await desk.store.minutes(id))?.minutes.times

describe('the record says when the call began and ended', () => {
  test('found by the link that people join by, and by the chat of the meeting', async () => {
    const { meeting, link } = await anArrangedMeeting()
    await call('Start', '2026-12-21T10:02:11Z', { link })
    expect(await times(meeting.id)).toEqual({ began: '2026-12-21T10:02:11Z' })
    await call('End', '2026-12-21T11:05:40Z', { chat: chatIn(link)! })
    expect(await times(meeting.id)).toEqual({ began: '2026-12-21T10:02:11Z', ended: '2026-12-21T11:05:40Z' })
    expect(desk.connector.chat(chatIn(link)!)).toEqual([])
  })

  test.each([
    ['of somebody else’s meeting', { link: 'https://teams.microsoft.com/l/meetup-join/19%3ameeting_x%40thread.v2/0' }],
    ['that Teams tells without a time', { time: 'soon' }],
    ['under another name', { name: 'application/vnd.microsoft.readReceipt' }],
  ])('nothing is taken from an event %s', async (_, told) => {
    const { meeting, link } = await anArrangedMeeting()
    await call('Start', '2026-12-21T10:02:11Z', { link, ...told })
    expect(await times(meeting.id)).toBeUndefined()
  })

  test('what the chair wrote of the beginning stays, and the log names neither people nor the title', async () => {
    const { meeting, link } = await anArrangedMeeting()
    await desk.store.changeMinutes(meeting.id, (before) => {
      const doc = documentFrom(...(before ? [before.state] : []))
      setFact(doc, 'meeting/times/began', '2026-12-21T10:00:00Z')
      return { state: encodeDocument(doc), minutes: readMinutes(doc), savedAt: desk.ports.clock.now() }
    })
    await call('Start', '2026-12-21T10:02:11Z', { link })
    expect(await times(meeting.id)).toEqual({ began: '2026-12-21T10:00:00Z' })
    expect(JSON.stringify(desk.logged)).not.toContain('Planning meeting')
  })
})
