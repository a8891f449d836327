/** In Planning: a further meeting of the placement is asked for, and what others have reported is settled. */
import { afterEach, describe, expect, test } from '@jest/globals'
import { cleanup, screen, waitFor, within } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { proposeChange } from '../../bot/meetings/propose-change.ts'
import { askForMeeting } from '../../bot/meetings/ask-for-meeting.ts'
import { instant } from '../../shared/dates/time.ts'
import { pathOf } from '../../tab/route.ts'
import { aConfirmation, thePeople } from '../support/builders.ts'
import { Office, WORKERS } from '../support/office.ts'
import { openTheTab } from './open-the-tab.tsx'

afterEach(cleanup)

const reviewing = {
  role: 'independentReviewingOfficer',
  name: 'Barnaby Okonkwo',
  email: WORKERS.reviewing.email,
} as const
const virtualSchool = {
  role: 'virtualSchoolHead',
  name: 'Imelda Castellano',
  email: WORKERS.teamManager.email,
} as const

async function arranged(people = [...thePeople(), reviewing]) {
  const office = new Office({ now: '2026-11-02T09:00:00Z' })
  const meeting = await office.confirm(aConfirmation({ people, placement: { basis: 'emergency' } }))
  await office.arrange(meeting, '2026-11-04T10:00:00Z')
  office.clock.set(instant('2026-11-20T09:00:00Z'))
  return { office, meeting }
}

const later = async (office: Office, placementId: Parameters<typeof office.ports.store.meetingsOf>[0]) =>
  (await office.ports.store.meetingsOf(placementId)).filter(({ called }) => called)
const section = (name: string | RegExp) => screen.findByRole('region', { name })
const openForm = async () => {
  await userEvent.click(await screen.findByRole('button', { name: 'Ask for a further meeting' }))
  return within(await section('Ask for a further meeting'))
}
const fill = async (legend: string, day: string, time?: string) => {
  const fields = within(screen.getByRole('group', { name: legend }))
  await userEvent.type(fields.getByLabelText(/Day/), day)
  if (time) await userEvent.type(fields.getByLabelText(/Time/), time)
}

describe('asking for a further meeting (R-015)', () => {
  test('asks for no more than its reason needs, and opens the page of the new meeting', async () => {
    const { office, meeting } = await arranged()
    openTheTab(office, { as: WORKERS.reviewing, path: pathOf(meeting.id) })
    const form = await openForm()
    const ask = form.getByRole('button', { name: 'Ask for the meeting' })
    await userEvent.click(form.getByRole('radio', { name: 'To resolve difficulties in the placement' }))
    expect(form.queryByLabelText(/Day/)).toBeNull()
    await userEvent.click(form.getByRole('radio', { name: 'After a serious incident' }))
    expect(ask.getAttribute('aria-disabled')).toBe('true')
    await fill('When it happened', '2026-11-19')
    await userEvent.click(ask)
    expect(await screen.findAllByText(/Hold by Tue 24 Nov 2026/)).not.toHaveLength(0)
    expect(screen.getByText('After a serious incident, Thu 19 Nov 2026. Asked for by Barnaby Okonkwo.')).toBeTruthy()
    const [opened] = await later(office, meeting.placementId)
    expect(window.location.pathname).toBe(pathOf(opened!.id))
    expect(opened!.called).toMatchObject({ reason: 'seriousIncident', at: '2026-11-19T00:00:00Z' })
  })

  test('the social worker chooses its time there and then', async () => {
    const { office, meeting } = await arranged()
    openTheTab(office, { as: WORKERS.socialWorker, path: pathOf(meeting.id) })
    const form = await openForm()
    await userEvent.click(form.getByRole('radio', { name: 'To sort out day-to-day matters' }))
    await userEvent.click(form.getByRole('button', { name: 'Ask for the meeting' }))
    expect(await section('Choose a time')).toBeTruthy()
  })

  test('missing over three dates and less than 72 hours: a person says, and the answer is kept (E-21)', async () => {
    const { office, meeting } = await arranged()
    openTheTab(office, { as: WORKERS.socialWorker, path: pathOf(meeting.id) })
    const form = await openForm()
    await userEvent.click(form.getByRole('radio', { name: 'Back from being missing or absent' }))
    await fill('Missing since', '2026-11-16', '10:00')
    await fill('Back since', '2026-11-18', '20:00')
    await userEvent.click(form.getByRole('button', { name: 'Ask for the meeting' }))
    await userEvent.click(await form.findByRole('radio', { name: 'No: keep the return for the count' }))
    await userEvent.click(form.getByRole('button', { name: 'Ask for the meeting' }))
    expect((await section('A further meeting')).textContent).toContain('the return is kept for the count')
    expect(await later(office, meeting.placementId)).toEqual([])
    expect((await office.ports.store.placement(meeting.placementId))!.missingEpisodes).toHaveLength(1)
  })

  test('from somebody who may not open it, it waits for an officer, who opens it with a press', async () => {
    const { office, meeting } = await arranged([...thePeople(), virtualSchool])
    const asker = { ...WORKERS.teamManager, role: null }
    const ask = { reason: 'difficulties' } as const
    const asked = await askForMeeting({ placementId: meeting.placementId, ask }, asker, office.ports)
    expect(asked).toMatchObject({ ok: true, value: { kind: 'waits' } })
    openTheTab(office, { as: WORKERS.officer, path: pathOf(meeting.id) })
    const waiting = within(await section('A further meeting is asked for'))
    expect(waiting.getByText(/Imelda Castellano asks for a further meeting\. To resolve difficulties/)).toBeTruthy()
    await userEvent.click(waiting.getByRole('button', { name: 'Open the meeting' }))
    expect(await screen.findByText(/Asked for by Imelda Castellano/)).toBeTruthy()
    expect(await later(office, meeting.placementId)).toHaveLength(1)
  })
})

describe('a change that was reported (E-10)', () => {
  const reported = async () => {
    const { office, meeting } = await arranged()
    office.clock.set(instant('2026-11-02T10:00:00Z'))
    const placement = (await office.ports.store.placement(meeting.placementId))!
    const fields = { placement: { startsAt: instant('2026-11-06T15:00:00Z') } }
    await proposeChange(placement, { fields, source: null, by: WORKERS.socialWorker }, office.ports)
    return { office, meeting }
  }
  const startOf = async ({ office, meeting }: Awaited<ReturnType<typeof reported>>) =>
    (await office.ports.store.placement(meeting.placementId))!.confirmation.placement.startsAt

  test('shows old and new, and is taken over with one press', async () => {
    const at = await reported()
    openTheTab(at.office, { as: WORKERS.officer, path: pathOf(at.meeting.id) })
    const change = within(await section('A newer message changes this placement'))
    expect(change.getByText('Start').nextElementSibling!.textContent).toBe(
      'Mon 2 Nov 2026 10:00 → Fri 6 Nov 2026 15:00',
    )
    expect(change.getByText(/The meeting stays on Wed 4 Nov 2026/)).toBeTruthy()
    await userEvent.click(change.getByRole('button', { name: 'Take over the change' }))
    await waitUntilGone('A newer message changes this placement')
    expect(await startOf(at)).toBe('2026-11-06T15:00:00Z')
  })

  test('left, everything is as it was; whoever may not decide has no button', async () => {
    const at = await reported()
    const { unmount } = openTheTab(at.office, { as: WORKERS.socialWorker, path: pathOf(at.meeting.id) })
    expect((await section('A newer message changes this placement')).textContent).toContain(
      'A placement officer decides',
    )
    unmount()
    openTheTab(at.office, { as: WORKERS.officer, path: pathOf(at.meeting.id) })
    await userEvent.click(await screen.findByRole('button', { name: 'Leave it as it was' }))
    await waitUntilGone('A newer message changes this placement')
    expect(await startOf(at)).toBe('2026-11-02T10:00:00Z')
  })
})

const waitUntilGone = (name: string) => waitFor(() => expect(screen.queryByRole('region', { name })).toBeNull())
