/** What people get ready before a meeting, as they meet it in the tab. */
import { afterEach, describe, expect, test } from '@jest/globals'
import { cleanup, screen, within } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { pathOf } from '../../tab/route.ts'
import { aConfirmation, thePeople } from '../support/builders.ts'
import { Office, WORKERS } from '../support/office.ts'
import { openTheTab } from './open-the-tab.tsx'

afterEach(() => {
  cleanup()
  window.localStorage.clear()
})

async function anArrangedMeeting() {
  const office = new Office({ now: '2026-10-26T10:00:00Z' })
  const { name, email } = WORKERS.reviewing
  const reviewing = { role: 'independentReviewingOfficer' as const, name, email, insideTenant: true }
  const confirmed = await office.confirm(aConfirmation({ people: [...thePeople(), reviewing] }))
  return { office, meeting: await office.arrange(confirmed, '2026-11-03T10:00:00Z') }
}

const section = async (name: string | RegExp) => within(await screen.findByRole('region', { name }))

describe('the documents to have first', () => {
  test('are marked where they stand, with who said so, and counted in the header (R-085, R-088)', async () => {
    const { office, meeting } = await anArrangedMeeting()
    openTheTab(office, { as: WORKERS.socialWorker, path: pathOf(meeting.id) })
    const documents = await section('To have ready')
    const count = (await documents.findByText(/^0 of \d documents ready\.$/)).textContent!.replace('.', '')
    expect(screen.getByRole('banner').textContent).toContain(count)
    const user = userEvent.setup()
    await user.selectOptions(documents.getByRole('combobox', { name: 'Care plan: is it ready?' }), 'Ready')
    await documents.findByText('Said by Rosalind Achterberg, Mon 26 Oct 2026 10:00')
    expect(screen.getByRole('banner').textContent).toContain(count.replace('0 of', '1 of'))
  })

  test('are read by others who come, as they are marked', async () => {
    const { office, meeting } = await anArrangedMeeting()
    openTheTab(office, { as: WORKERS.reviewing, path: pathOf(meeting.id) })
    const documents = await section('To have ready')
    expect(documents.getAllByText('Nobody has said yet').length).toBeGreaterThan(0)
    expect(documents.queryByRole('combobox')).toBeNull()
  })
})
