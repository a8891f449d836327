/** In Planning: a placement that does not go ahead (E-12). */
import { afterEach, describe, expect, test } from '@jest/globals'
import { cleanup, screen, within } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { putInDoubt } from '../../bot/meetings/cancel-placement.ts'
import { pathOf } from '../../tab/route.ts'
import { aConfirmation } from '../support/builders.ts'
import { Office, WORKERS } from '../support/office.ts'
import { openTheTab } from './open-the-tab.tsx'

afterEach(cleanup)

async function arranged() {
  const office = new Office({ now: '2026-11-02T09:00:00Z' })
  const meeting = await office.confirm(aConfirmation({ placement: { basis: 'emergency' } }))
  return { office, meeting: await office.arrange(meeting, '2026-11-04T10:00:00Z') }
}
const section = (name: string) => screen.findByRole('region', { name })

describe('a placement that does not go ahead (E-12)', () => {
  test('an officer says why and presses: the meeting is cancelled and nothing is due any more', async () => {
    const { office, meeting } = await arranged()
    openTheTab(office, { as: WORKERS.officer, path: pathOf(meeting.id) })
    await userEvent.click(await screen.findByRole('button', { name: 'The placement does not go ahead' }))
    const form = within(await section('The placement does not go ahead'))
    const cancel = form.getByRole('button', { name: 'Cancel the placement' })
    expect(cancel.getAttribute('aria-disabled')).toBe('true')
    await userEvent.type(form.getByLabelText(/Why the placement does not go ahead/), 'The carers withdrew')
    await userEvent.click(cancel)
    expect(await screen.findByText(/This placement does not go ahead: so recorded Mon 2 Nov 2026/)).toBeTruthy()
    expect(screen.queryByText(/Plan due by law/)).toBeNull()
    expect(screen.queryByRole('button', { name: 'Ask for a further meeting' })).toBeNull()
    expect((await office.meeting(meeting.id)).state).toBe('cancelled')
    expect(office.calendar.events.size).toBe(0)
  })

  test('what puts it in doubt is asked on the page, of officers alone', async () => {
    const { office, meeting } = await arranged()
    const placement = (await office.ports.store.placement(meeting.placementId))!
    await putInDoubt(placement, 'calledOff', { by: WORKERS.socialWorker.objectId, source: null }, office.ports)
    const { unmount } = openTheTab(office, { as: WORKERS.socialWorker, path: pathOf(meeting.id) })
    expect(within(await section('Does the placement go ahead?')).queryByRole('button')).toBeNull()
    unmount()
    openTheTab(office, { as: WORKERS.officer, path: pathOf(meeting.id) })
    await userEvent.click(
      within(await section('Does the placement go ahead?')).getByRole('button', { name: 'It goes ahead' }),
    )
    expect(await screen.findByRole('button', { name: 'The placement does not go ahead' })).toBeTruthy()
    expect((await office.meeting(meeting.id)).state).toBe('arranged')
  })
})
