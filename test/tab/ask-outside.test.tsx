/** Those outside are asked first, from Planning: what is held and who is written to is said before it happens (E-44). */
import { afterEach, describe, expect, test } from '@jest/globals'
import { cleanup, screen, waitFor, within } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { answerTimesByLink } from '../../bot/meetings/answer-by-link.ts'
import type { FakeMail } from '../support/fakes.ts'
import { aConfirmation } from '../support/builders.ts'
import { Office, WORKERS } from '../support/office.ts'
import { pathOf } from '../../tab/route.ts'
import { openTheTab } from './open-the-tab.tsx'

afterEach(cleanup)

const CARER = 'm.oyelaran@homefires.example'
const section = async (name: string) => within(await screen.findByRole('region', { name }))

async function aMeeting() {
  const office = new Office({ now: '2026-11-02T09:00:00Z' })
  const meeting = await office.confirm(aConfirmation({ placement: { basis: 'emergency' } }))
  openTheTab(office, { as: WORKERS.supervising, path: pathOf(meeting.id) })
  return { office, meeting, user: userEvent.setup() }
}

async function asked() {
  const story = await aMeeting()
  const { user } = story
  await user.click(await screen.findByRole('button', { name: 'Ask those outside first' }))
  const ask = await section('Ask those outside first')
  await user.click(ask.getByRole('button', { name: 'Hold the times and ask' }))
  await section('Those outside are being asked')
  return story
}

const secretsTo = ({ ports }: Office, email: string) =>
  [...(ports.mail as FakeMail).sent.values()]
    .filter(({ to }) => to === email)
    .flatMap(({ text }) => /\/answer\/([\w-]+)/.exec(text)?.[1] ?? [])

describe('asking those outside', () => {
  test('says first who is written to and what is held; what is too soon for a letter to be answered is not among it', async () => {
    const { office, meeting, user } = await aMeeting()
    await user.click(await screen.findByRole('button', { name: 'Ask those outside first' }))
    const ask = await section('Ask those outside first')
    expect(
      ask.getByText(/Petra Vandermolen \(mother\) and Marguerite Oyelaran \(foster carer\): a letter/),
    ).toBeTruthy()
    expect((await section('Choose a time')).getAllByRole('radio', { name: /2 Nov 2026/ })).toHaveLength(1)
    expect(ask.queryByRole('checkbox', { name: /2 Nov 2026/ })).toBeNull()
    const boxes = ask.getAllByRole('checkbox')
    expect(boxes.map((box) => (box as HTMLInputElement).checked)).toEqual([true, true])
    await user.click(boxes[0]!)
    await user.click(boxes[1]!)
    expect(ask.getByRole('button', { name: 'Hold the times and ask' }).getAttribute('aria-disabled')).toBe('true')
    expect((await office.meeting(meeting.id)).heldTimes).toBeUndefined()
  })

  test('holds what is ticked, and shows who has answered', async () => {
    const { office, meeting } = await asked()
    expect((await office.meeting(meeting.id)).heldTimes?.slots).toHaveLength(2)
    const held = await section('Those outside are being asked')
    expect(held.getAllByText(/^Held: /)).toHaveLength(2)
    expect(held.getByText(/foster carer: no answer yet/)).toBeTruthy()
    expect(screen.getByText('Asking outside')).toBeTruthy()
    // Nobody need wait: a time can still be chosen at once.
    expect(await screen.findByRole('button', { name: /^Book / })).toBeTruthy()
  })

  test('withdraws one person’s link, and sends a new one', async () => {
    const { office, user } = await asked()
    await user.click(await screen.findByRole('button', { name: 'Withdraw the link of Marguerite Oyelaran' }))
    expect(await screen.findByText(/foster carer: no link: it was withdrawn/)).toBeTruthy()
    const [old] = secretsTo(office, CARER)
    expect(await answerTimesByLink(old!, { all: true }, office.ports)).toBe('gone')
    office.at('2026-11-02T09:05:00Z')
    await user.click(screen.getByRole('button', { name: 'Send a new link to Marguerite Oyelaran' }))
    expect(await screen.findByText(/foster carer: no answer yet/)).toBeTruthy()
    expect(secretsTo(office, CARER)).toHaveLength(2)
  })

  test('is stopped with one press: nothing is held any more', async () => {
    const { office, meeting, user } = await asked()
    await user.click(await screen.findByRole('button', { name: 'Stop asking' }))
    await waitFor(() => expect(screen.queryByRole('region', { name: 'Those outside are being asked' })).toBeNull())
    expect((await office.meeting(meeting.id)).heldTimes).toMatchObject({ ended: { how: 'stopped' } })
    expect(office.calendar.held.size).toBe(0)
  })
})
