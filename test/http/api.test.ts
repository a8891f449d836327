import { afterAll, beforeAll, describe, expect, test } from '@jest/globals'
import * as Y from 'yjs'
import { addEntry, documentFrom, encodeDocument, stateVectorOf } from '../../shared/record/minutes-document.ts'
import { aConfirmation } from '../support/builders.ts'
import { aRecord } from '../support/placement-record.ts'
import { STAFF, useDesk } from '../support/practice-desk.ts'
import { serveApi } from '../support/serve-api.ts'

const desk = useDesk({ now: '2026-10-26T09:30:00Z' })
let api: Awaited<ReturnType<typeof serveApi>>
beforeAll(async () => {
  api = await serveApi(() => desk().ports)
})
afterAll(() => api.close())

const officer = () => api.as(STAFF.officer.objectId)
const socialWorker = () => api.as(STAFF.socialWorker.objectId)

async function registered() {
  const answer = await officer().post('/api/confirmations', aConfirmation())
  expect(answer.status).toBe(201)
  return answer.body.case.meetings[0].id as string
}

async function arranged() {
  const id = await registered()
  const { body } = await socialWorker().get(`/api/meetings/${id}/times`)
  const shown = await socialWorker().get(`/api/meetings/${id}`)
  const chosen = await socialWorker().post(`/api/meetings/${id}/schedule`, {
    version: shown.body.meeting.version,
    start: body.offered[0].start,
  })
  expect(chosen.status).toBe(200)
  await desk().work()
  return id
}

describe('POST /api/confirmations', () => {
  test('keeps a case and answers with its plan; the same again finds the same case', async () => {
    const first = await officer().post('/api/confirmations', aConfirmation())
    const again = await officer().post('/api/confirmations', aConfirmation())
    expect([first.status, again.status]).toEqual([201, 200])
    expect(again.body.case).toEqual(first.body.case)
    expect(first.body.plan).toMatchObject({ status: 'ready', meetings: [{ kind: 'first' }] })
  })

  test('twenty times at once keeps one case', async () => {
    const answers = await Promise.all(
      Array.from({ length: 20 }, () => officer().post('/api/confirmations', aConfirmation())),
    )
    expect(answers.filter(({ status }) => status === 201)).toHaveLength(1)
    expect(new Set(answers.map(({ body }) => body.case.id)).size).toBe(1)
  })

  test('takes a record of the national Placements Standard as a draft, and asks for the rest', async () => {
    const first = await officer().post('/api/confirmations', aRecord())
    const again = await officer().post('/api/confirmations', aRecord())
    expect([first.status, again.status]).toEqual([202, 202])
    expect(first.body.draft).toMatchObject({ caseReference: 'BKS-204417', placementReference: 'PL-40417' })
    expect(first.body.draft.asks).toContainEqual(expect.objectContaining({ field: 'placement.startsAt' }))
    expect(again.body.draft.id).toBe(first.body.draft.id)
  })

  test('says what a record would fill as a dry run, and names what breaks the standard', async () => {
    const dry = await officer().post('/api/confirmations?dryRun=true', aRecord())
    expect(dry).toMatchObject({ status: 200, body: { filled: { placement: { type: 'foster' } } } })
    const broken = await officer().post('/api/confirmations', aRecord({ riskAssessment: { riskMissing: 'Severe' } }))
    expect(broken.status).toBe(400)
    expect(broken.body.error.fields).toEqual([
      {
        field: 'riskAssessment.riskMissing',
        problem: 'is not accepted',
        accepted: 'one of Risk Present, No known risk',
      },
    ])
    expect(await desk().store.draftFor('BKS-204417', 'PL-40417')).toBeNull()
  })

  describe('reports what happens in a placement that is there', () => {
    const incident = { kind: 'seriousIncident', at: '2026-10-26T08:00:00Z' }
    const report = (trigger: object) => officer().post('/api/confirmations', { ...aConfirmation(), trigger })
    const meetings = async () => {
      const placement = await desk().store.placementFor('BKS-204417', 'PL-30951')
      const kept = await desk().store.meetingsOf(placement!.id)
      return kept.map(({ plan, state }) => [plan.combines.join('+'), state]).sort()
    }

    test('an incident beside a first meeting that has its time: another meeting opens the same day (R-009)', async () => {
      await arranged()
      const answer = await report(incident)
      expect(answer).toMatchObject({ status: 201, body: { plan: { meetings: [{ kind: 'emergency' }] } } })
      expect(await meetings()).toEqual([['emergency', 'toArrange'], ['first', 'arranged']]) // prettier-ignore
    })

    test('it is arranged like any other: a time is chosen, and everybody is invited', async () => {
      await arranged()
      const { body } = await report(incident)
      const later = (body.case.meetings as { id: string; state: string }[]).find(({ state }) => state === 'toArrange')!
      const times = await socialWorker().get(`/api/meetings/${later.id}/times`)
      const shown = await socialWorker().get(`/api/meetings/${later.id}`)
      expect(shown.body.meeting).toMatchObject({ kind: 'emergency', isEmergencyMeeting: true, triggers: ['seriousIncident'] })
      const start = times.body.offered[0].start as string
      const chosen = await socialWorker().post(`/api/meetings/${later.id}/schedule`, { version: shown.body.meeting.version, start })
      expect(chosen.status).toBe(200)
      await desk().work()
      expect((await desk().store.meeting(later.id as never))?.events.map(({ state }) => state)).toContain('booked')
    }) // prettier-ignore

    test('the same report again opens nothing, nor does it when twenty come at once', async () => {
      await arranged()
      const answers = await Promise.all(Array.from({ length: 20 }, () => report(incident)))
      expect(answers.every(({ status }) => status === 201 || status === 200)).toBe(true)
      expect((await report(incident)).status).toBe(200)
      expect(await meetings()).toHaveLength(2)
    })

    test('an incident before the first meeting has its time: that one serves both', async () => {
      await registered()
      await report(incident)
      expect(await meetings()).toEqual([['first+emergency', 'toArrange']])
    })

    test.each([
      ['another incident on another day', { ...incident, at: '2026-10-26T09:00:00Z' }],
      ['a return from being missing', { kind: 'missingDuration', at: '2026-10-26T09:00:00Z' }],
    ])('%s opens another meeting', async (_, next) => {
      await arranged()
      await report(incident)
      await report(next)
      expect((await meetings()).map(([combines]) => combines)).toEqual(['emergency', 'emergency', 'first'])
    })

    test('a night away for the first time opens none, and the return interview has its clock', async () => {
      await arranged()
      const at = '2026-10-26T08:00:00Z'
      const episodes = [{ from: '2026-10-25T22:00:00Z', to: at }]
      const { body } = await report({ kind: 'missing', at, episodes })
      expect(body.plan).toMatchObject({ status: 'noMeeting', meetings: [] })
      expect((body.plan.clocks as { id: string }[]).map(({ id }) => id)).toContain('returnInterview')
      expect(await meetings()).toHaveLength(1)
    })
  })

  test('as a dry run stores nothing', async () => {
    const answer = await officer().post('/api/confirmations?dryRun=true', aConfirmation())
    expect(answer).toMatchObject({ status: 200, body: { plan: { status: 'ready' } } })
    expect(await desk().store.placementFor('BKS-204417', 'PL-30951')).toBeNull()
  })

  test('names the fields at fault and what they accept, never a value', async () => {
    const answer = await officer().post('/api/confirmations', {
      ...aConfirmation(),
      caseReference: '',
      nickname: 'Zebedee',
    })
    expect(answer.status).toBe(400)
    expect(answer.body.error.fields.map(({ field }: { field: string }) => field).sort()).toEqual([
      'caseReference',
      'nickname',
    ])
    expect(JSON.stringify(answer.body)).not.toContain('Zebedee')
  })

  test('by somebody who may not confirm is a draft with its plan, and an officer’s press away', async () => {
    const answer = await socialWorker().post('/api/confirmations', aConfirmation())
    expect(answer).toMatchObject({ status: 202, body: { draft: { asks: [] }, plan: { status: 'ready' } } })
    expect(await desk().store.placementFor('BKS-204417', 'PL-30951')).toBeNull()
    expect(await desk().store.draft(answer.body.draft.id)).toMatchObject({
      state: 'open',
      door: 'api',
      createdBy: { objectId: STAFF.socialWorker.objectId },
    })
  })

  test('an officer’s own confirmation takes that draft up: one case, however it came (E-10)', async () => {
    const { body } = await socialWorker().post('/api/confirmations', aConfirmation())
    expect((await officer().post('/api/confirmations', aConfirmation())).status).toBe(201)
    expect(await desk().store.draft(body.draft.id)).toMatchObject({ state: 'confirmed' })
    expect((await socialWorker().post('/api/confirmations', aConfirmation())).status).toBe(200)
  })

  test('beyond the loaded bank holidays is refused with that reason', async () => {
    const startsAt = '2031-03-03T10:00:00+00:00'
    const answer = await officer().post('/api/confirmations', {
      ...aConfirmation(),
      placement: { ...aConfirmation().placement, startsAt },
    })
    expect(answer).toMatchObject({ status: 422, body: { error: { reason: 'beyondBankHolidays' } } })
  })

  test.each([
    ['broken JSON', '{"caseReference": '],
    ['a list', '[]'],
    ['nothing', ''],
  ])('%s is refused in words', async (_, body) => {
    expect((await api.call('POST', '/api/confirmations', await api.entra.token({ oid: 'officer' }), body)).status).toBe(
      400,
    )
  })
})

describe('the list of what is due next', () => {
  test('shows a case to its own people and the placement officer, and to nobody else (P-20)', async () => {
    await registered()
    const seen = async (oid: string) => (await api.as(oid).get('/api/meetings')).body.meetings.length
    expect(await seen(STAFF.officer.objectId)).toBe(1)
    expect(await seen(STAFF.socialWorker.objectId)).toBe(1)
    expect(await seen(STAFF.stranger.objectId)).toBe(0)
  })
})

describe('one meeting', () => {
  test('is not there for a stranger, whatever they ask for', async () => {
    const id = await arranged()
    const stranger = api.as(STAFF.stranger.objectId)
    expect((await stranger.get(`/api/meetings/${id}`)).status).toBe(404)
    for (const [path, body] of [
      ['cancel', { version: 1, reason: 'x' }],
      ['move', { version: 1, reason: 'x', start: '2026-11-04T10:00:00Z' }],
      ['answer', { choice: 'coming' }],
      ['close', {}],
      ['minutes/sync', { stateVector: '' }],
    ] as const) {
      expect([path, (await stranger.post(`/api/meetings/${id}/${path}`, body)).status]).toEqual([path, 404])
    }
  })

  test('shows the address to the social worker, and no record to the placement officer (P-03, P-24)', async () => {
    const id = await arranged()
    const worker = (await socialWorker().get(`/api/meetings/${id}`)).body.meeting
    const confirmer = (await officer().get(`/api/meetings/${id}`)).body.meeting
    expect(worker.venue.address).toBe('14 Tannery Row, Aldermere AL4 7QT')
    expect(worker.minutes).not.toBeNull()
    expect(confirmer.minutes).toBeNull()
    expect((await officer().post(`/api/meetings/${id}/minutes/sync`, { stateVector: '' })).status).toBe(403)
  })

  test('that has changed in the meantime is not changed over somebody else', async () => {
    const id = await arranged()
    const answer = await socialWorker().post(`/api/meetings/${id}/cancel`, { version: 1, reason: 'fell through' })
    expect(answer).toMatchObject({ status: 409, body: { error: { reason: 'stale' } } })
  })

  test('is not moved beyond its deadline without a reason for it (R-033)', async () => {
    const id = await arranged()
    const { version } = (await socialWorker().get(`/api/meetings/${id}`)).body.meeting
    const late = { version, start: '2026-11-05T10:00:00Z', reason: 'the carer is away' }
    expect((await socialWorker().post(`/api/meetings/${id}/move`, late)).body.error.reason).toBe('lateReasonMissing')
    expect(
      (await socialWorker().post(`/api/meetings/${id}/move`, { ...late, lateReason: 'nobody sooner' })).status,
    ).toBe(200)
  })
})

describe('the minutes', () => {
  const doc = () => {
    const one = new Y.Doc()
    addEntry(one, { id: 'e1', item: 'AG-01', type: 'decision', text: 'We meet again in May' })
    return one
  }
  const base64 = (bytes: Uint8Array) => Buffer.from(bytes).toString('base64')

  test('are kept and given to whoever else writes', async () => {
    const id = await arranged()
    const mine = doc()
    const body = { stateVector: base64(stateVectorOf(mine)), update: base64(encodeDocument(mine)), at: 'AG-01' }
    expect((await socialWorker().post(`/api/meetings/${id}/minutes/sync`, body)).status).toBe(200)
    const other = await api.as(STAFF.supervising.objectId).post(`/api/meetings/${id}/minutes/sync`, {
      stateVector: base64(stateVectorOf(new Y.Doc())),
    })
    expect(other.body.present).toEqual([{ name: 'Rosalind Achterberg', at: 'AG-01' }])
    const received = documentFrom(new Uint8Array(Buffer.from(other.body.update, 'base64')))
    expect(received.getArray('entries').length).toBe(1)
  })

  test.each([
    ['no update of the library', Buffer.from('Zebedee was here, and here, and here').toString('base64')],
    ['an update cut short', base64(encodeDocument(doc())).slice(0, 12)],
  ])('that are %s are refused, and what was there stays', async (_, update) => {
    const id = await arranged()
    const answer = await socialWorker().post(`/api/meetings/${id}/minutes/sync`, { stateVector: 'AA==', update })
    expect(answer).toMatchObject({ status: 400 })
    expect(await desk().store.minutes(id as never)).toBeNull()
  })

  test('do not close while something is missing, and say what', async () => {
    const id = await arranged()
    desk().clock.set('2026-11-02T09:00:00Z' as never)
    const answer = await socialWorker().post(`/api/meetings/${id}/close`)
    expect(answer.body.closed).toBe(false)
    expect(answer.body.gaps.length).toBeGreaterThan(20)
  })
})

describe('beside the API', () => {
  test('the tab is framed by Teams and Outlook alone (T8)', async () => {
    const answer = await api.call('GET', '/tab/meetings/anything', null)
    expect(answer).toMatchObject({ status: 200, body: expect.stringContaining('<title>Tab</title>') })
    const policy = answer.headers.get('content-security-policy')
    expect(policy).toContain("frame-ancestors 'self' https://*.cloud.microsoft https://teams.microsoft.com")
    expect(answer.headers.get('x-frame-options')).toBeNull()
  })

  test('nothing of the local workplace is there in a tenant', async () => {
    for (const path of ['/local/people', '/local/sign-in', '/local/clock', '/local/']) {
      expect((await api.call('GET', path, null)).status).toBe(404)
    }
  })

  test("Graph's handshake is answered with its own words as plain text", async () => {
    const answer = await api.call('POST', '/webhooks/graph?validationToken=say%20%3Cthis%3E', null)
    expect(answer).toMatchObject({ status: 200, body: 'say <this>' })
    expect(answer.headers.get('content-type')).toMatch(/^text\/plain/)
  })

  test('health and readiness', async () => {
    expect((await api.call('GET', '/healthz', null)).status).toBe(200)
    expect((await api.call('GET', '/readyz', null)).status).toBe(200)
  })
})

describe('when something is not ready', () => {
  test('readiness names the part that fails', async () => {
    const broken = await serveApi(() => desk().ports, {
      ready: async () => {
        throw new Error('database')
      },
    })
    expect(await broken.call('GET', '/readyz', null)).toMatchObject({
      status: 503,
      body: { ready: false, failing: 'database' },
    })
    await broken.close()
  })
})
