import { afterEach, describe, expect, test } from '@jest/globals'
import { cleanup, fireEvent, screen, within } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { pathOf } from '../../tab/route.ts'
import { aConfirmation, thePeople } from '../support/builders.ts'
import { Office, WORKERS } from '../support/office.ts'
import { openTheTab } from './open-the-tab.tsx'

afterEach(() => {
  cleanup()
  window.localStorage.clear()
})

async function heldMeeting({ pack, as = WORKERS.socialWorker }: { pack: string; as?: typeof WORKERS.reviewing }) {
  const office = new Office({ now: '2026-11-02T09:00:00Z', pack })
  const confirmation = aConfirmation({
    placement: { basis: 'emergency' },
    people: [
      ...thePeople(),
      { role: 'independentReviewingOfficer', name: 'Barnaby Okonkwo', email: WORKERS.reviewing.email },
    ],
  })
  const meeting = await office.arrange(await office.confirm(confirmation), '2026-11-04T10:00:00Z')
  office.at('2026-11-10T11:20:00Z')
  await office.closeAsItIs(meeting)
  openTheTab(office, { as, path: pathOf(meeting.id) })
  return { office, meeting, user: userEvent.setup() }
}

const section = async (name: string) => within(await screen.findByRole('region', { name }))

describe('what somebody says of a closed record', () => {
  test('is kept beside it with who says it and the day (E-51, R-163)', async () => {
    const { office, meeting, user } = await heldMeeting({ pack: 'england-default' })
    const said = await section('Said of the record since')
    await user.click(said.getByRole('button', { name: 'Somebody sees it differently' }))
    await user.selectOptions(said.getByRole('combobox', { name: 'Who says it' }), 'Petra Vandermolen, mother')
    fireEvent.change(said.getByLabelText('On which day'), { target: { value: '2026-11-09' } })
    await user.type(said.getByRole('textbox', { name: 'In their own words' }), 'I never agreed to the new school.')
    await user.click(said.getByRole('button', { name: 'Keep it beside the record' }))
    expect(await screen.findByText('Petra Vandermolen, Mon 9 Nov 2026: I never agreed to the new school.')).toBeTruthy()
    expect((await office.meeting(meeting.id)).laterWords).toHaveLength(1)
  })

  test('is read by those who may read the record, and written by those who may write it', async () => {
    const { office, meeting } = await heldMeeting({ pack: 'england-default', as: WORKERS.reviewing })
    expect(await screen.findByRole('heading', { name: 'The record' })).toBeTruthy()
    expect(screen.queryByRole('button', { name: 'Somebody sees it differently' })).toBeNull()
    expect((await office.meeting(meeting.id)).laterWords).toBeUndefined()
  })
})

describe('what a practice leaves open, and what it is read with', () => {
  test('by when the record goes round is said to be unset (R-166, A-10)', async () => {
    await heldMeeting({ pack: 'south-glos' })
    const follows = await section('What follows')
    expect(
      follows.getByText('By when the record goes round: not set by your authority; five working days are suggested'),
    ).toBeTruthy()
    expect(follows.getByText(/^Risk assessment: by Fri 6 Nov 2026 [(]the supervising social worker[)]$/)).toBeTruthy()
  })

  test('the guidance is one press away, with whether it is law (R-099)', async () => {
    const { user } = await heldMeeting({ pack: 'standards-lcs' })
    await user.click(await screen.findByRole('tab', { name: 'Before' }))
    const guidance = await section('To read up')
    const links = guidance.getAllByRole<HTMLAnchorElement>('link')
    expect(links.map(({ href }) => new URL(href).host)).toEqual(['www.gov.uk', 'www.legislation.gov.uk', 'www.gov.uk'])
    expect(links.map(({ target, rel }) => [target, rel])).toEqual(links.map(() => ['_blank', 'noreferrer']))
    expect(guidance.getAllByRole('listitem')[1]?.textContent).toMatch(/Regulations 2010 [(]law[)]$/)
  })
})

describe('days to count from', () => {
  test('a day is given, and what follows from it stands with its owner (R-209)', async () => {
    const { user } = await heldMeeting({ pack: 'standards-lcs' })
    const follows = await section('What follows')
    expect(follows.getByText(/^Yearly revision of the plan: by Thu 4 Nov 2027/)).toBeTruthy()
    const days = await section('Days to count from')
    fireEvent.change(days.getByLabelText('The plan was last revised'), { target: { value: '2026-11-09' } })
    await user.click(days.getByRole('button', { name: 'Save the days' }))
    expect(
      await follows.findByText("Yearly revision of the plan: by Tue 9 Nov 2027 (the child's social worker)"),
    ).toBeTruthy()
  })

  test('a day to come is refused in words, and what was typed stays', async () => {
    const { user } = await heldMeeting({ pack: 'standards-lcs' })
    const days = await section('Days to count from')
    const revised = days.getByLabelText<HTMLInputElement>('The plan was last revised')
    fireEvent.change(revised, { target: { value: '2026-11-30' } })
    await user.click(days.getByRole('button', { name: 'Save the days' }))
    expect((await days.findByRole('alert')).textContent).toContain('That day is still to come')
    expect(revised.value).toBe('2026-11-30')
  })

  test('only those are asked for from which this practice counts', async () => {
    await heldMeeting({ pack: 'england-default' })
    const days = await section('Days to count from')
    expect(days.getByLabelText('The social worker last visited')).toBeTruthy()
    expect(days.queryByLabelText('The single assessment began')).toBeNull()
  })
})
