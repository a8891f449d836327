/** What people get ready before a meeting, as they meet it in the tab. */
import { afterEach, describe, expect, test } from '@jest/globals'
import { cleanup, screen, waitFor, within } from '@testing-library/react'
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
    const count = (await documents.findByText(/^0 of \d documents ready\.$/)).textContent.replace('.', '')
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

describe('views that are sent in before the meeting', () => {
  test('are written by somebody who does not come, and read by the chair (R-067, P-50)', async () => {
    const { office, meeting } = await anArrangedMeeting()
    openTheTab(office, { as: WORKERS.reviewing, path: pathOf(meeting.id) })
    const user = userEvent.setup()
    const own = await section('Views received')
    await user.click(own.getByRole('button', { name: 'Write my views' }))
    await user.type(own.getByRole('textbox', { name: /^What the meeting should know/ }), 'Keep the choir.')
    await user.click(own.getByRole('button', { name: 'Send my views' }))
    await (await section('Views received: 1')).findByText('Keep the choir.')
    cleanup()

    openTheTab(office, { as: WORKERS.supervising, path: pathOf(meeting.id) })
    const received = await section('Views received: 1')
    expect(received.getByText('Keep the choir.')).toBeTruthy()
    expect(received.getByText('Barnaby Okonkwo')).toBeTruthy()
  })

  test('of somebody outside are written down by a worker, with how they came in', async () => {
    const { office, meeting } = await anArrangedMeeting()
    openTheTab(office, { as: WORKERS.socialWorker, path: pathOf(meeting.id) })
    const user = userEvent.setup()
    const received = await section('Views received')
    await user.click(received.getByRole('button', { name: 'Write down what somebody said' }))
    await user.selectOptions(received.getByRole('combobox', { name: /^Whose views/ }), 'Petra Vandermolen, mother')
    await user.click(received.getByRole('radio', { name: 'By letter or e-mail' }))
    await user.type(received.getByRole('textbox', { name: /^In their own words/ }), 'I want to see her room.')
    await user.click(received.getByRole('button', { name: 'Keep their views' }))
    const kept = await section('Views received: 1')
    expect(kept.getByText('by letter or e-mail, Mon 26 Oct 2026, written down by Rosalind Achterberg')).toBeTruthy()
  })
})

describe('an item for the agenda', () => {
  test('is proposed by somebody who comes, and taken by the chair with one press, or parked with a reason', async () => {
    const { office, meeting } = await anArrangedMeeting()
    openTheTab(office, { as: WORKERS.reviewing, path: pathOf(meeting.id) })
    const user = userEvent.setup()
    const proposed = await section('Proposed for the agenda')
    await user.click(proposed.getByRole('button', { name: 'Propose something to talk about' }))
    for (const title of ['The choir', 'The cat']) {
      await user.type(proposed.getByRole('textbox', { name: /^What should be talked about/ }), title)
      await user.type(proposed.getByRole('textbox', { name: /^Why/ }), 'It matters to her')
      await user.click(proposed.getByRole('button', { name: 'Propose it' }))
      await proposed.findByText(title)
    }
    cleanup()

    openTheTab(office, { as: WORKERS.supervising, path: pathOf(meeting.id) })
    const waiting = await section('Proposed for the agenda: 2')
    expect(waiting.getAllByText('Proposed by Barnaby Okonkwo: It matters to her')).toHaveLength(2)
    await user.click(waiting.getByRole('button', { name: 'Put on the agenda: The choir' }))
    await waiting.findByText('On the agenda (Tobias Greenhalgh)')
    await user.click(waiting.getByRole('button', { name: 'Park: The cat' }))
    await user.type(waiting.getByRole('textbox', { name: /^Why not this time/ }), 'Next time')
    await user.click(waiting.getByRole('button', { name: 'Park it' }))
    await waiting.findByText('Parked (Tobias Greenhalgh): Next time')
    expect((document.activeElement as HTMLElement).tagName).toBe('LI')
    const agenda = await section(/^Agenda: /)
    await agenda.findByText('The choir')
    expect(agenda.queryByText('The cat')).toBeNull()
  })
})

describe('the agenda, before anybody is invited', () => {
  test('is put in order by whoever will write the record, and what does not fit is said where a time is chosen', async () => {
    const office = new Office({ now: '2026-10-26T10:00:00Z' })
    const meeting = await office.confirm(aConfirmation())
    openTheTab(office, { as: WORKERS.supervising, path: pathOf(meeting.id) })
    const user = userEvent.setup()
    const choose = await section('Choose a time')
    expect(choose.queryByText(/more than is booked/)).toBeNull()
    await user.click(await screen.findByRole('button', { name: 'Change the agenda' }))
    const order = within(await screen.findByRole('region', { name: /^Agenda: / }))
    await user.type(order.getByRole('textbox', { name: 'Another item for the agenda' }), 'The cat{Enter}')
    expect(choose.getByRole('status').textContent).toBe(
      'The agenda takes 5 minutes more than is booked. Not reached in time: “The cat”.',
    )
  })

  test('an item is parked with a reason, takes no time any more, and can be taken up again', async () => {
    const { office, meeting } = await anArrangedMeeting()
    openTheTab(office, { as: WORKERS.supervising, path: pathOf(meeting.id) })
    const user = userEvent.setup()
    await user.click(await screen.findByRole('button', { name: 'Change the agenda' }))
    const agenda = within(await screen.findByRole('region', { name: /^Agenda: / }))
    await user.click(agenda.getByRole('button', { name: 'Park: Money' }))
    await user.type(agenda.getByRole('textbox', { name: /^Why “Money” is parked/ }), 'Settled last week')
    await user.click(agenda.getByRole('button', { name: 'Park it' }))
    await agenda.findByText('Parked: Settled last week')
    await waitFor(async () =>
      expect((await office.minutes(meeting))?.items['AG-18']).toEqual({
        notDiscussed: true,
        why: 'Settled last week',
      }),
    )
    await user.click(agenda.getByRole('button', { name: 'Take up again: Money' }))
    expect(agenda.queryByText('Parked: Settled last week')).toBeNull()
  })

  test('says what to take apart from the family who are expected', async () => {
    const { office, meeting } = await anArrangedMeeting()
    openTheTab(office, { as: WORKERS.reviewing, path: pathOf(meeting.id) })
    const agenda = await section(/^Agenda: /)
    expect(agenda.getByText(/^The mother is expected: take “.*” and “Money” apart from them[.]$/)).toBeTruthy()
  })
})
