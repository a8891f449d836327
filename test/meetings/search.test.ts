/** Looking for a reference, a person, an action or a word: only what the reader may see is found (P-20, P-22, P-24). */
import { describe, expect, test } from '@jest/globals'
import { keepContribution } from '../../bot/meetings/keep-contribution.ts'
import type { DirectoryPerson } from '../../bot/meetings/ports.ts'
import { searchMeetings } from '../../bot/meetings/search-meetings.ts'
import { day } from '../../shared/dates/time.ts'
import { aConfirmation, thePeople } from '../support/builders.ts'
import { STAFF, useDesk } from '../support/practice-desk.ts'
import { Office, WORKERS } from '../support/office.ts'
import { serveApi } from '../support/serve-api.ts'

const inside = (role: 'financeOfficer' | 'virtualSchoolHead', { name, email }: DirectoryPerson) => ({
  role,
  name,
  email,
  insideTenant: true,
})

async function anOffice(
  of: DirectoryPerson = WORKERS.stranger,
  role: 'financeOfficer' | 'virtualSchoolHead' = 'financeOfficer',
) {
  const office = new Office({ now: '2026-11-02T09:00:00Z' })
  const people = [...thePeople(), inside(role, of)]
  const confirmed = await office.confirm(aConfirmation({ placement: { basis: 'emergency' }, people }))
  const meeting = await office.arrange(confirmed, '2026-11-04T10:00:00Z')
  const by = day('2026-11-10')
  await office.write(
    meeting,
    { id: 'e1', item: 'AG-08', type: 'note', text: 'Likes to have the landing light on.' },
    { id: 'e2', item: 'AG-10', type: 'action', text: 'Register with the GP', who: 'fosterCarer:1', due: by },
  )
  const find = async (words: string, reader: DirectoryPerson) =>
    (await searchMeetings(words, reader, office.ports)).found.map(({ in: place, text }) => [place, text])
  return { office, meeting, find }
}

describe('what is looked for', () => {
  test('is found as people expect it: by reference, by person, by action and by word', async () => {
    const { meeting, find } = await anOffice()
    const reference = [['reference', `${meeting.ref} BKS-204417 PL-30951`]]
    expect(await find(meeting.ref, WORKERS.socialWorker)).toEqual(reference)
    expect(await find('204417', WORKERS.socialWorker)).toEqual(reference)
    expect(await find('oyelaran', WORKERS.socialWorker)).toEqual([['person', 'Marguerite Oyelaran, foster carer']])
    expect(await find('GP', WORKERS.socialWorker)).toEqual([['action', 'Register with the GP']])
    expect(await find('landing', WORKERS.socialWorker)).toEqual([['word', 'Likes to have the landing light on.']])
  })

  test('takes every word, in whatever place of a meeting each stands', async () => {
    const { find } = await anOffice()
    expect(await find('landing oyelaran', WORKERS.socialWorker)).toEqual([
      ['person', 'Marguerite Oyelaran, foster carer'],
      ['word', 'Likes to have the landing light on.'],
    ])
    expect(await find('landing spaceship', WORKERS.socialWorker)).toEqual([])
    expect(await find('!?', WORKERS.socialWorker)).toEqual([])
  })

  test('in the record, is found by those who may read it, and by nobody else (P-20, P-24)', async () => {
    const { meeting, find } = await anOffice(WORKERS.teamManager, 'virtualSchoolHead')
    for (const reader of [WORKERS.officer, WORKERS.teamManager, WORKERS.stranger]) {
      expect(await find('landing', reader)).toEqual([])
      expect(await find('register', reader)).toEqual([])
    }
    expect(await find(meeting.ref, WORKERS.officer)).toHaveLength(1)
    expect(await find(meeting.ref, WORKERS.stranger)).toEqual([])
  })

  test('is no name for whoever keeps to dates, and the child is found by none (P-01, P-24)', async () => {
    const { meeting, find } = await anOffice()
    expect(await find('oyelaran', WORKERS.stranger)).toEqual([])
    expect(await find(meeting.ref, WORKERS.stranger)).toHaveLength(1)
    expect(await find('KV', WORKERS.socialWorker)).toEqual([])
  })

  test('in views that were sent in, is found by those who read them', async () => {
    const { office, meeting, find } = await anOffice()
    const wanted = { who: 'mother:1', via: 'phone' } as const
    await keepContribution(
      { meetingId: meeting.id, text: 'The choir', for: wanted },
      WORKERS.socialWorker,
      office.ports,
    )
    expect(await find('choir', WORKERS.supervising)).toEqual([['word', 'Petra Vandermolen: The choir']])
    expect(await find('choir', WORKERS.officer)).toEqual([])
  })

  test('is shown with the words around it where the text is long', async () => {
    const { office, meeting, find } = await anOffice()
    const text = `${'before '.repeat(60)}needle${' after'.repeat(60)}`
    await office.write(meeting, { id: 'e3', item: 'AG-08', type: 'note', text })
    const [[, shown] = []] = await find('needle', WORKERS.socialWorker)
    expect(shown).toMatch(/^….*needle.*…$/)
    expect(shown!.length).toBeLessThan(150)
  })
})

describe('POST /api/search', () => {
  const desk = useDesk({ now: '2026-10-26T09:30:00Z' })
  const lines: string[] = []
  const note = (...said: unknown[]) =>
    void lines.push(said.map((one) => (one instanceof Error ? one.stack : JSON.stringify(one))).join(' '))

  test('takes the words in its body, and finds by the database', async () => {
    const api = await serveApi(() => desk().ports)
    try {
      const officer = api.as(STAFF.officer.objectId)
      await officer.post('/api/confirmations', aConfirmation())
      const found = await officer.post('/api/search', { words: 'Oyelaran' })
      expect(found).toMatchObject({ status: 200, body: { more: false, found: [{ in: 'person' }] } })
      expect((await officer.post('/api/search', { words: 'x' })).status).toBe(400)
      expect((await officer.post('/api/search', {})).status).toBe(400)
    } finally {
      await api.close()
    }
  })

  test('leaves what is looked for in no log, also when it fails (P-01)', async () => {
    const away = async (words: string) => Promise.reject(new Error(`away, asked for ${words}`))
    const ports = () => ({ ...desk().ports, store: { ...desk().store, meetingsSaying: away } })
    const api = await serveApi(ports, { log: { info: note, warn: note, error: note } })
    try {
      const answer = await api.as(STAFF.officer.objectId).post('/api/search', { words: 'Oyelaran' })
      expect(answer.status).toBe(500)
      expect(lines.join('\n')).toContain('/api/search')
      expect(lines.join('\n')).not.toContain('Oyelaran')
    } finally {
      await api.close()
    }
  })
})
