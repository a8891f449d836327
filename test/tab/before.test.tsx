import { afterEach, describe, expect, test } from '@jest/globals'
import { cleanup, screen, waitFor, within } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { lookAtOutlook } from '../../bot/meetings/look-at-outlook.ts'
import { pathOf } from '../../tab/route.ts'
import { instant } from '../../shared/dates/time.ts'
import { aConfirmation, thePeople } from '../support/builders.ts'
import { Office, WORKERS } from '../support/office.ts'
import { openTheTab } from './open-the-tab.tsx'

afterEach(cleanup)

const now = '2026-11-02T09:00:00Z'
/** Emergency: five working days after the start are in time, until Mon 9 Nov 2026. */
const confirmation = (over: Parameters<typeof aConfirmation>[0] = {}) =>
  aConfirmation({ ...over, placement: { basis: 'emergency', ...over.placement } })

async function aMeeting(over: Parameters<typeof aConfirmation>[0] = {}) {
  const office = new Office({ now })
  return { office, meeting: await office.confirm(confirmation(over)) }
}

async function arranged() {
  const { office, meeting } = await aMeeting()
  return { office, meeting: await office.arrange(meeting, '2026-11-04T10:00:00Z') }
}

const section = (name: string | RegExp) => screen.findByRole('region', { name })

describe('choosing a time', () => {
  test('the best time is chosen already; who is told and what they read stands above the button', async () => {
    const { office, meeting } = await aMeeting()
    openTheTab(office, { as: WORKERS.supervising, path: pathOf(meeting.id) })
    const choose = within(await section('Choose a time'))
    const times = await choose.findAllByRole('radio', { name: /2026/ })
    expect((times[0] as HTMLInputElement).checked).toBe(true)
    expect(choose.getAllByText(/To ask, since their diary cannot be seen: Petra Vandermolen \(mother\)/)).toHaveLength(
      times.length,
    )
    expect(choose.getByText(/Outlook then invites .* the mother on an invitation of their own/).textContent).toContain(
      `“Planning meeting – ref ${meeting.ref}”`,
    )
    await userEvent.click(choose.getByRole('button', { name: 'Book Mon 2 Nov 2026 10:00' }))
    expect(await screen.findByText('Mon 2 Nov 2026, 10:00 to 11:00', { selector: 'p' })).toBeTruthy()
    expect((await office.meeting(meeting.id)).state).toBe('arranged')
  })

  test('a time after the deadline needs its reason', async () => {
    const { office, meeting } = await aMeeting()
    openTheTab(office, { as: WORKERS.supervising, path: pathOf(meeting.id) })
    const user = userEvent.setup()
    await user.click(await screen.findByRole('radio', { name: 'Another time' }))
    await user.type(screen.getByLabelText('Day'), '2026-11-11')
    await user.type(screen.getByLabelText('Start, London time'), '14:00')
    const book = screen.getByRole('button', { name: 'Book Wed 11 Nov 2026 14:00' })
    expect(book.getAttribute('aria-disabled')).toBe('true')
    await user.type(screen.getByLabelText(/Why it cannot be sooner/), 'The mother is in hospital until then')
    await user.click(book)
    expect(await screen.findByText(/Later than its deadline because: The mother is in hospital/)).toBeTruthy()
    const kept = await office.meeting(meeting.id)
    expect(kept.state === 'arranged' && kept.slot.start).toBe(instant('2026-11-11T14:00:00Z'))
  })

  test('where no time in time suits everybody, what can be given up stands side by side, and one press books it (E-43)', async () => {
    const { office, meeting } = await aMeeting()
    const { email } = WORKERS.socialWorker
    office.calendar.busy.set(email, [{ start: office.clock.now(), end: instant('2026-11-12T09:00:00Z') }])
    openTheTab(office, { as: WORKERS.supervising, path: pathOf(meeting.id) })
    const choose = within(await section('Choose a time'))
    expect(await choose.findByText('In time, without everybody')).toBeTruthy()
    expect(choose.getByText(/No time is left before the last day/)).toBeTruthy()
    expect(choose.getByText("Rosalind Achterberg (child's social worker): busy")).toBeTruthy()
    expect(choose.queryAllByRole('radio').map((one) => (one as HTMLInputElement).checked)).toEqual([false])
    const late = choose.getByRole('button', { name: 'Book it late' })
    expect(late.getAttribute('aria-disabled')).toBe('true')
    await userEvent.type(choose.getByLabelText(/Why, or who has agreed/), 'The worker is in court')
    await userEvent.click(late)
    expect(await screen.findByText(/Later than its deadline because: The worker is in court/)).toBeTruthy()
    expect(await office.meeting(meeting.id)).toMatchObject({ state: 'arranged', wayTaken: { way: 'late' } })
  })

  test('while Outlook cannot be asked, a person can still name a time', async () => {
    const { office, meeting } = await aMeeting()
    office.calendar.reachable = false
    openTheTab(office, { as: WORKERS.supervising, path: pathOf(meeting.id) })
    expect(await screen.findByText(/Outlook cannot be asked just now who is free/)).toBeTruthy()
    expect(screen.getByRole('radio', { name: 'Another time' })).toBeTruthy()
    office.calendar.reachable = true
    await userEvent.click(screen.getByRole('button', { name: 'Look again who is free' }))
    expect(await screen.findAllByRole('radio', { name: /Nobody who must come is busy/ })).not.toHaveLength(0)
  })

  test('whoever comes second is shown what the first made of it, and presses again', async () => {
    const { office, meeting } = await aMeeting()
    openTheTab(office, { as: WORKERS.supervising, path: pathOf(meeting.id) })
    const book = await screen.findByRole('button', { name: /^Book Mon/ })
    await office.arrange(meeting, '2026-11-04T10:00:00Z')
    await userEvent.click(book)
    expect(await screen.findByText('Wed 4 Nov 2026, 10:00 to 11:00', { selector: 'p' })).toBeTruthy()
  })

  test('while Outlook is being asked the meeting says so', async () => {
    const { office, meeting } = await aMeeting()
    office.outlookWaits = true
    openTheTab(office, { as: WORKERS.supervising, path: pathOf(meeting.id) })
    await userEvent.click(await screen.findByRole('button', { name: /^Book Mon/ }))
    expect(await screen.findByText('Being arranged')).toBeTruthy()
  })

  test('somebody who does not arrange the meeting is offered nothing to press', async () => {
    const { office, meeting } = await aMeeting({
      people: [
        ...thePeople(),
        { role: 'independentReviewingOfficer', name: 'Barnaby Okonkwo', email: WORKERS.reviewing.email },
      ],
    })
    openTheTab(office, { as: WORKERS.reviewing, path: pathOf(meeting.id) })
    await section('People')
    expect(screen.queryByRole('region', { name: 'Choose a time' })).toBeNull()
    expect(screen.queryByRole('button', { name: 'Cancel the meeting' })).toBeNull()
  })
})

describe('questions that are still open', () => {
  test('come before the times, and take their answers', async () => {
    const people = thePeople().map(({ decision, ...person }) =>
      person.role === 'child' ? { ...person, decision } : person,
    )
    const { office, meeting } = await aMeeting({ people })
    openTheTab(office, { as: WORKERS.supervising, path: pathOf(meeting.id) })
    const asked = within(await section('One question first'))
    expect(screen.queryByRole('region', { name: 'Choose a time' })).toBeNull()
    await userEvent.click(asked.getByRole('radio', { name: 'Takes part another way' }))
    await userEvent.click(asked.getByRole('button', { name: 'Save the answers' }))
    expect(await section('Choose a time')).toBeTruthy()
    expect(await screen.findByText(/Takes part another way · reached by e-mail/)).toBeTruthy()
  })

  test('an answer that is not understood is refused in words, and stays as it was typed', async () => {
    const { office, meeting } = await aMeeting({ people: thePeople().filter(({ role }) => role !== 'fosterCarer') })
    openTheTab(office, { as: WORKERS.supervising, path: pathOf(meeting.id) })
    const field = await screen.findByRole('textbox', { name: /Who is the foster carer/ })
    await userEvent.type(field, '???')
    await userEvent.click(screen.getByRole('button', { name: 'Save the answers' }))
    expect((await screen.findByRole('alert')).textContent).toContain('could not be understood')
    expect((field as HTMLInputElement).value).toBe('???')
  })
})

describe('a meeting that is arranged', () => {
  test('I say with one press whether I come, and may change my mind', async () => {
    const { office, meeting } = await arranged()
    openTheTab(office, { as: WORKERS.supervising, path: pathOf(meeting.id) })
    await userEvent.click(within(await section('Do you come?')).getByRole('button', { name: 'By video' }))
    const mine = within(await section('Your answer'))
    expect(mine.getByText(/Recorded: you join by video\. You can change it/)).toBeTruthy()
    expect(mine.getByRole('button', { name: 'By video' }).getAttribute('aria-pressed')).toBe('true')
    await userEvent.click(mine.getByRole('button', { name: 'Cannot' }))
    expect(await mine.findByText(/Recorded: you cannot come/)).toBeTruthy()
    expect((await office.meeting(meeting.id)).answers['supervisingSocialWorker:1']?.choice).toBe('cannot')
  })

  test('who must be there and cannot is named, in red and in words (R-064)', async () => {
    const { office, meeting } = await arranged()
    await office.answer(meeting, WORKERS.socialWorker, 'cannot')
    openTheTab(office, { as: WORKERS.supervising, path: pathOf(meeting.id) })
    const people = within(await section('People'))
    expect(people.getByText(/Below the minimum: without the child's social worker/)).toBeTruthy()
    expect(people.getByText(/1 of 4 have answered/)).toBeTruthy()
  })

  test('it is moved with a reason, once it is clear who will be told', async () => {
    const { office, meeting } = await arranged()
    openTheTab(office, { as: WORKERS.supervising, path: pathOf(meeting.id) })
    const user = userEvent.setup()
    await user.click(await screen.findByRole('button', { name: 'Move the meeting' }))
    const form = within(await section('Move the meeting'))
    expect(form.getByText(/Outlook writes the new time to 2 people in Teams, 1 by e-mail and the mother/)).toBeTruthy()
    await user.click((await form.findAllByRole('radio', { name: /2026/ }))[0]!)
    await user.type(form.getByLabelText(/Why it is moved/), 'The carer is away')
    await user.click(form.getByRole('button', { name: /^Move to/ }))
    await screen.findByRole('button', { name: 'Move the meeting' })
    expect((await office.meeting(meeting.id)).moves).toEqual([expect.objectContaining({ reason: 'The carer is away' })])
  })

  test('it is cancelled with a reason that nobody who was invited reads (P-07)', async () => {
    const { office, meeting } = await arranged()
    openTheTab(office, { as: WORKERS.supervising, path: pathOf(meeting.id) })
    const user = userEvent.setup()
    await user.click(await screen.findByRole('button', { name: 'Cancel the meeting' }))
    const form = within(await section('Cancel the meeting'))
    expect(
      form.getByText(/the meeting does not take place, without a reason.*stays due by law on Mon 9 Nov 2026/),
    ).toBeTruthy()
    await user.type(form.getByLabelText(/Why it does not take place/), 'The placement fell through')
    await user.click(form.getByRole('button', { name: 'Cancel the meeting' }))
    expect(await screen.findByText('Cancelled because: The placement fell through')).toBeTruthy()
    expect((await office.meeting(meeting.id)).state).toBe('cancelled')
  })
})

describe('by when, and why', () => {
  test('the working unfolds in place, day by day', async () => {
    const { office, meeting } = await aMeeting()
    openTheTab(office, { as: WORKERS.supervising, path: pathOf(meeting.id) })
    const due = within(await section('By when'))
    expect(due.getByText('Hold by Mon 9 Nov 2026')).toBeTruthy()
    expect(due.queryByText(/working day 5/)).toBeNull()
    await userEvent.click(due.getByRole('button', { name: 'Why? Hold by Mon 9 Nov 2026' }))
    expect(due.getByText(/Mon 9 Nov 2026: working day 5/)).toBeTruthy()
    expect(due.getByText(/local practice/)).toBeTruthy()
    await userEvent.click(due.getByRole('button', { name: 'Why? Plan due by law Mon 9 Nov 2026' }))
    expect(due.getByText(/\(law\)/)).toBeTruthy()
  })

  test('every date says who asks for it and where, in words, and can be pasted into a case note', async () => {
    const { office, meeting } = await aMeeting()
    openTheTab(office, { as: WORKERS.supervising, path: pathOf(meeting.id) })
    const due = within(await section('By when'))
    await userEvent.click(due.getByRole('button', { name: /^What else is due/ }))
    await userEvent.click(due.getByRole('button', { name: /^Why[?] First visit by the social worker/ }))
    expect(due.getByText(/^One week after Mon 2 Nov 2026, holidays included: Mon 9 Nov 2026[.]$/)).toBeTruthy()
    expect(due.getByText("R-204: the child's social worker visits within a week (Leicester, law)")).toBeTruthy()
    const user = userEvent.setup()
    await user.click(due.getByRole('button', { name: 'Copy as a note' }))
    expect((await navigator.clipboard.readText()).split('\n')).toEqual([
      'First visit by the social worker by Mon 9 Nov 2026',
      "First visit by the social worker, for the child's social worker (law).",
      'One week after Mon 2 Nov 2026, holidays included: Mon 9 Nov 2026.',
      "R-204: the child's social worker visits within a week (Leicester, law)",
      expect.stringMatching(/^L-11: /),
    ])
  })

  test('minutes of the agenda add up to what is booked', async () => {
    const { office, meeting } = await aMeeting()
    openTheTab(office, { as: WORKERS.supervising, path: pathOf(meeting.id) })
    const agenda = within(await section(/^Agenda/))
    const minutes = agenda.getAllByRole('listitem').map((item) => Number(/(\d+) min/.exec(item.textContent)![1]))
    expect(minutes.reduce((sum, one) => sum + one, 0)).toBe(60)
    expect(agenda.getAllByText('Professionals only')).toHaveLength(3)
  })
})

describe('privacy', () => {
  test('the child has no name on the page', async () => {
    const { office, meeting } = await aMeeting()
    const view = openTheTab(office, { as: WORKERS.supervising, path: pathOf(meeting.id) })
    await section('People')
    expect(view.container.textContent).toContain('The child')
    expect(view.container.textContent).not.toContain('KV')
    expect(document.title).toBe(`${meeting.ref} · Planning meeting`)
  })

  test('a meeting that is not mine and one that is not there look the same', async () => {
    const { office, meeting } = await aMeeting()
    openTheTab(office, { as: WORKERS.stranger, path: pathOf(meeting.id) })
    const words = (await screen.findByRole('main')).textContent
    expect(await screen.findByRole('heading', { name: 'This meeting cannot be shown' })).toBeTruthy()
    const seen = screen.getByRole('main').textContent
    cleanup()
    openTheTab(office, { as: WORKERS.stranger, path: pathOf('8f7d1c1e-0000-4000-8000-000000000000') })
    await screen.findByRole('heading', { name: 'This meeting cannot be shown' })
    expect(screen.getByRole('main').textContent).toBe(seen)
    expect(words).not.toContain(meeting.ref)
  })
})

test('whoever comes from the list hears the meeting’s heading first, and the list’s on the way back', async () => {
  const { office, meeting } = await aMeeting()
  openTheTab(office, { as: WORKERS.supervising })
  await userEvent.click(await screen.findByRole('link', { name: `Choose a time: ${meeting.ref}` }))
  const heading = await screen.findByRole('heading', { name: new RegExp(meeting.ref) })
  expect(document.activeElement).toBe(heading)
  await userEvent.click(screen.getByRole('button', { name: 'All planning meetings' }))
  const list = await screen.findByRole('heading', { name: 'Planning meetings' })
  expect(document.activeElement).toBe(list)
})

test('a link in Teams leads to its meeting', async () => {
  const { office, meeting } = await aMeeting()
  openTheTab(office, { as: WORKERS.supervising, host: { meetingId: meeting.id } })
  expect(await screen.findByRole('heading', { name: new RegExp(meeting.ref) })).toBeTruthy()
  expect(window.location.pathname).toBe(pathOf(meeting.id))
})

describe('what is not as it should be in Outlook', () => {
  const moved = async () => {
    const { office, meeting } = await arranged()
    const core = [...office.calendar.events.values()].find(({ invitation }) => invitation.key === 'core')!
    office.calendar.byHand.move(core.eventId, {
      start: instant('2026-11-11T10:00:00Z'),
      end: instant('2026-11-11T11:00:00Z'),
    })
    await lookAtOutlook(meeting.id, 1, office.ports)
    return { office, meeting, core }
  }

  test('is said first, and put back with one press', async () => {
    const { office, meeting, core } = await moved()
    openTheTab(office, { as: WORKERS.supervising, path: pathOf(meeting.id) })
    const outlook = within(await section('In Outlook'))
    expect(outlook.getByText(/moved in Outlook to Wed 11 Nov 2026, 10:00 to 11:00/)).toBeTruthy()
    await userEvent.click(outlook.getByRole('button', { name: 'Put it back' }))
    await waitFor(() => expect(screen.queryByRole('region', { name: 'In Outlook' })).toBeNull())
    expect(core.slot.start).toBe(instant('2026-11-04T10:00:00Z'))
  })

  test('a time that breaks a rule is kept once it is said why', async () => {
    const { office, meeting } = await moved()
    openTheTab(office, { as: WORKERS.supervising, path: pathOf(meeting.id) })
    const outlook = within(await section('In Outlook'))
    const keep = outlook.getByRole('button', { name: 'Keep that time' })
    expect(keep.getAttribute('aria-disabled')).toBe('true')
    await userEvent.type(outlook.getByLabelText('Why that time'), 'The carer is in hospital')
    await userEvent.click(keep)
    await waitFor(async () =>
      expect(await office.meeting(meeting.id)).toMatchObject({
        state: 'arranged',
        lateReason: 'The carer is in hospital',
      }),
    )
  })

  test('is not shown to those who can do nothing about it', async () => {
    const { office, meeting } = await moved()
    openTheTab(office, { as: WORKERS.reviewing, path: pathOf(meeting.id) })
    await screen.findByRole('heading', { level: 1 })
    expect(screen.queryByRole('region', { name: 'In Outlook' })).toBeNull()
  })
})

describe('who comes, and where, changed by hand', () => {
  const open = async () => {
    const { office, meeting } = await arranged()
    openTheTab(office, { as: WORKERS.supervising, path: pathOf(meeting.id) })
    await section('People')
    return { office, meeting, user: userEvent.setup() }
  }

  test('somebody is asked to come: what will be sent is shown, and sent at once with one press', async () => {
    const { office, meeting, user } = await open()
    await user.click(screen.getByRole('button', { name: 'Ask somebody to come' }))
    const form = within(await section('Ask somebody to come as well'))
    const ask = form.getByRole('button', { name: 'Ask them to come' })
    expect(ask.getAttribute('aria-disabled')).toBe('true')
    await user.selectOptions(form.getByLabelText(/Who they are to the child/), 'teamManager')
    await user.type(form.getByLabelText(/^Name/), 'Imelda Castellano')
    await user.type(form.getByLabelText(/E-mail address/), WORKERS.teamManager.email)
    await user.type(form.getByLabelText(/Why they are to come/), 'She decides on the money')
    await user.click(ask)
    const pending = within(await section('Not sent yet'))
    expect(pending.getByText('An invitation goes to Imelda Castellano.')).toBeTruthy()
    expect(office.calendar.mails.some(({ to }) => to === WORKERS.teamManager.email)).toBe(false)
    await user.click(pending.getByRole('button', { name: 'Send now' }))
    await waitFor(() => expect(screen.queryByRole('region', { name: 'Not sent yet' })).toBeNull())
    expect(office.calendar.mails.filter(({ to }) => to === WORKERS.teamManager.email)).toHaveLength(1)
    expect((await office.meeting(meeting.id)).edits).toMatchObject([{ reason: 'She decides on the money' }])
  })

  test('somebody is taken off from their own line; who holds a duty cannot be', async () => {
    const { office, meeting, user } = await open()
    const people = within(await section('People'))
    expect(people.queryByRole('button', { name: 'Take off: Rosalind Achterberg' })).toBeNull()
    await user.click(people.getByRole('button', { name: 'Take off: Marguerite Oyelaran' }))
    await user.type(people.getByLabelText(/Why Marguerite Oyelaran is not to come/), 'In hospital')
    await user.click(people.getByRole('button', { name: 'Take off the meeting' }))
    await section('Not sent yet')
    expect(people.getByText(/Below the minimum: without the foster carer/)).toBeTruthy()
    const { plan } = await office.meeting(meeting.id)
    expect(plan.attendees.find(({ key }) => key === 'fosterCarer:1')?.part).toBe('contribute')
  })

  test('a refusal is said in the form, and what was typed stays (P-06)', async () => {
    const { user } = await open()
    await user.click(screen.getByRole('button', { name: 'Ask somebody to come' }))
    const form = within(await section('Ask somebody to come as well'))
    await user.selectOptions(form.getByLabelText(/Who they are to the child/), 'advocate')
    await user.type(form.getByLabelText(/^Name/), 'Petra Vandermolen')
    await user.type(form.getByLabelText(/E-mail address/), 'petra.v@post.example')
    await user.type(form.getByLabelText(/Why they are to come/), 'Asked for')
    await user.click(form.getByRole('button', { name: 'Ask them to come' }))
    expect(await form.findByText(/Family have an invitation of their own/)).toBeTruthy()
    expect(form.getByLabelText<HTMLInputElement>(/^Name/).value).toBe('Petra Vandermolen')
  })

  test('it is held somewhere else, with a reason', async () => {
    const { office, meeting, user } = await open()
    await user.click(screen.getByRole('button', { name: 'Hold it elsewhere' }))
    const form = within(await section('Hold it somewhere else'))
    await user.click(form.getByRole('radio', { name: 'At an office' }))
    await user.type(form.getByLabelText(/Why it is held there/), 'The home is being painted')
    await user.click(form.getByRole('button', { name: 'Hold it there' }))
    await waitFor(async () => expect((await office.meeting(meeting.id)).plan.venue.kind).toBe('office'))
  })
})
