import { afterEach, describe, expect, test } from '@jest/globals'
import { cleanup, screen, waitFor, within } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { setFact, setWords } from '../../shared/record/minutes-document.ts'
import { recordDuties } from '../../shared/record/minutes-gaps.ts'
import type { PlanningMeeting } from '../../shared/meeting/planning-meeting.ts'
import { pathOf } from '../../tab/route.ts'
import { aConfirmation, thePeople } from '../support/builders.ts'
import { completeRecord } from '../support/complete-record.ts'
import { Office, WORKERS } from '../support/office.ts'
import { openTheTab } from './open-the-tab.tsx'

afterEach(() => {
  cleanup()
  window.localStorage.clear()
})

const confirmation = () =>
  aConfirmation({
    placement: { basis: 'emergency' },
    people: [
      ...thePeople(),
      { role: 'independentReviewingOfficer', name: 'Barnaby Okonkwo', email: WORKERS.reviewing.email },
    ],
  })

async function afterTheMeeting() {
  const office = new Office({ now: '2026-11-02T09:00:00Z' })
  const meeting = await office.arrange(await office.confirm(confirmation()), '2026-11-04T10:00:00Z')
  office.at('2026-11-04T11:20:00Z')
  return { office, meeting }
}

/** Everything that closing asks for, apart from one item of the agenda. */
const completeExcept = (office: Office, { id, plan }: PlanningMeeting, item: string) =>
  office.change(id, (doc) => completeRecord(doc, recordDuties(plan, confirmation()), { except: item }))

const open = async ({ office, meeting }: { office: Office; meeting: PlanningMeeting }, as = WORKERS.supervising) => {
  openTheTab(office, { as, path: pathOf(meeting.id) })
  return userEvent.setup()
}

describe('what is missing', () => {
  test('comes first, and each line leads to its place with the cursor in it', async () => {
    const { office, meeting } = await afterTheMeeting()
    await completeExcept(office, meeting, 'AG-10')
    const user = await open({ office, meeting })
    expect(await screen.findByRole('heading', { name: 'Missing before it can be closed: 1' })).toBeTruthy()
    await user.click(screen.getByRole('button', { name: 'Health: nothing is written' }))
    const field = await screen.findByRole('textbox', { name: 'Write under Health' })
    await waitFor(() =>
      expect(within(screen.getByRole('tabpanel')).getByRole('heading', { name: 'Health' })).toBeTruthy(),
    )
    const place = field.closest('main')!
    await waitFor(() => expect(place.contains(document.activeElement)).toBe(true))
  })

  test('a question that is missing leads to that question', async () => {
    const { office, meeting } = await afterTheMeeting()
    const user = await open({ office, meeting })
    await user.click(await screen.findByRole('button', { name: /^A looked-after review to be arranged/ }))
    const asked = await screen.findByRole('group', { name: 'A looked-after review to be arranged' })
    await waitFor(() => expect(asked.contains(document.activeElement)).toBe(true))
  })

  test('is worked out from what is being written, before anything is saved', async () => {
    const { office, meeting } = await afterTheMeeting()
    await completeExcept(office, meeting, 'AG-10')
    const user = await open({ office, meeting })
    await user.click(await screen.findByRole('button', { name: 'Health: nothing is written' }))
    await user.type(await screen.findByRole('textbox', { name: 'Write under Health' }), 'Well')
    await user.click(screen.getByRole('tab', { name: 'After' }))
    expect(screen.getByRole('heading', { name: 'Nothing is missing' })).toBeTruthy()
  })
})

describe('closing the record', () => {
  test('is not done while something is missing: the first line is brought to mind', async () => {
    const { office, meeting } = await afterTheMeeting()
    await completeExcept(office, meeting, 'AG-10')
    const user = await open({ office, meeting })
    await user.click(await screen.findByRole('button', { name: 'Close the record' }))
    expect(document.activeElement).toBe(screen.getByRole('button', { name: 'Health: nothing is written' }))
    expect((await office.meeting(meeting.id)).state).toBe('arranged')
  })

  test('with nothing missing it is closed, and stays as it is for everybody', async () => {
    const { office, meeting } = await afterTheMeeting()
    await completeExcept(office, meeting, 'none')
    const user = await open({ office, meeting })
    await user.click(await screen.findByRole('button', { name: 'Close the record' }))
    expect(await screen.findByText(/^Closed on Wed 4 Nov 2026 11:20\. It can no longer be changed\.$/)).toBeTruthy()
    expect((await office.meeting(meeting.id)).state).toBe('held')
    expect(screen.queryByRole('textbox')).toBeNull()
    expect(screen.queryByRole('tab', { name: 'During' })).toBeNull()
  })

  test('is not offered before the meeting has begun', async () => {
    const { office, meeting } = await afterTheMeeting()
    office.at('2026-11-04T09:00:00Z')
    const user = await open({ office, meeting })
    await user.click(await screen.findByRole('tab', { name: 'After' }))
    expect(screen.getByText(/can be closed once the meeting has begun/)).toBeTruthy()
    expect(screen.getByRole('button', { name: 'Close the record' }).getAttribute('aria-disabled')).toBe('true')
  })
})

test('decisions and actions are there to be read back', async () => {
  const { office, meeting } = await afterTheMeeting()
  await office.write(
    meeting,
    { id: 'e1', item: 'AG-11', type: 'decision', text: 'School stays the same', who: 'childsSocialWorker:1' },
    { id: 'e2', item: 'AG-10', type: 'action', text: 'Register with the GP', who: 'fosterCarer:1' },
  )
  await open({ office, meeting })
  const read = within(await screen.findByRole('region', { name: 'To read back' }))
  expect(await read.findByText('School stays the same. Decided by Rosalind Achterberg.')).toBeTruthy()
  expect(read.getByText('Marguerite Oyelaran: Register with the GP. No date yet.')).toBeTruthy()
})

describe('what each says to it', () => {
  const withPeopleHere = async () => {
    const { office, meeting } = await afterTheMeeting()
    await office.change(meeting.id, (doc) => {
      for (const key of ['mother:1', 'childsSocialWorker:1', 'fosterCarer:1'])
        setFact(doc, `attendance/${key}/state`, 'present')
      setFact(doc, 'attendance/supervisingSocialWorker:1/state', 'apologies')
    })
    return { office, meeting }
  }

  test('whoever does not agree is heard in their own words, and the rest agree with one press (R-163)', async () => {
    const { office, meeting } = await withPeopleHere()
    const user = await open({ office, meeting })
    const said = within(await screen.findByRole('region', { name: 'What each says to it' }))
    const mother = within(await said.findByRole('group', { name: 'Petra Vandermolen, mother' }))
    expect(said.queryByRole('group', { name: /Tobias Greenhalgh/ })).toBeNull()
    await user.click(mother.getByRole('button', { name: 'Agrees in part' }))
    const gap = 'What Petra Vandermolen does not agree with is missing'
    await user.click(screen.getByRole('button', { name: gap }))
    await user.keyboard('Not with the school')
    expect(screen.queryByRole('button', { name: gap })).toBeNull()
    await user.click(said.getByRole('button', { name: 'Everybody else agrees' }))
    await waitFor(async () =>
      expect((await office.minutes(meeting))?.positions).toEqual({
        'mother:1': { answer: 'inPart', text: 'Not with the school' },
        'childsSocialWorker:1': { answer: 'agree' },
        'fosterCarer:1': { answer: 'agree' },
      }),
    )
  })

  test('stands in the record for those who only read it', async () => {
    const { office, meeting } = await withPeopleHere()
    await office.change(meeting.id, (doc) => {
      setFact(doc, 'positions/mother:1/answer', 'disagree')
      setWords(doc, 'positions/mother:1/text', 'Too far away')
    })
    await open({ office, meeting }, WORKERS.reviewing)
    expect(await screen.findByText('Petra Vandermolen: Disagrees (Too far away)')).toBeTruthy()
  })
})

test('a page for the child is drafted from the record and made their own (R-134)', async () => {
  const { office, meeting } = await afterTheMeeting()
  await office.write(meeting, { id: 'e1', item: 'AG-08', type: 'decision', text: 'Contact is on Sundays' })
  const user = await open({ office, meeting })
  await waitFor(() => expect(screen.getByText(/^Contact is on Sundays/)).toBeTruthy())
  await user.click(screen.getByRole('button', { name: 'Begin with what is written' }))
  const page = screen.getByRole('textbox', { name: 'What the child reads' })
  expect((page as HTMLTextAreaElement).value).toContain('• Contact is on Sundays')
  expect(screen.getByText('A child may not know: “contact”.')).toBeTruthy()
  await user.clear(page)
  await user.type(page, 'You see Mum on Sundays')
  await waitFor(async () => expect((await office.minutes(meeting))?.childsSummary).toBe('You see Mum on Sundays'))
})

test('the next meeting is proposed by the interval that was agreed (R-014)', async () => {
  const { office, meeting } = await afterTheMeeting()
  await office.change(meeting.id, (doc) => setFact(doc, 'lines/nextMeeting/answer', 'weeks6'))
  await open({ office, meeting })
  expect(await screen.findByText('Next planning meeting: proposed for Wed 16 Dec 2026')).toBeTruthy()
})

describe('who reads and does not write', () => {
  test('the reviewing officer reads the record as it stands', async () => {
    const { office, meeting } = await afterTheMeeting()
    await office.write(meeting, { id: 'e1', item: 'AG-10', type: 'note', text: 'Has hay fever' })
    await open({ office, meeting }, WORKERS.reviewing)
    expect(await screen.findByText('Note: Has hay fever')).toBeTruthy()
    expect(screen.getByText(/It is still being written/)).toBeTruthy()
    expect(screen.queryByRole('textbox')).toBeNull()
  })

  test('a placement officer sees dates and people, and never a word of the record (P-24)', async () => {
    const { office, meeting } = await afterTheMeeting()
    await office.write(meeting, { id: 'e1', item: 'AG-10', type: 'note', text: 'Has hay fever' })
    const view = openTheTab(office, { as: WORKERS.officer, path: pathOf(meeting.id) })
    expect(await screen.findByRole('region', { name: 'People' })).toBeTruthy()
    expect(screen.queryByRole('tab', { name: 'After' })).toBeNull()
    expect(view.container.textContent).not.toContain('hay fever')
  })
})

test('on a shared screen stand only the items for all, and what was decided under them', async () => {
  const { office, meeting } = await afterTheMeeting()
  await office.write(
    meeting,
    { id: 'e1', item: 'AG-11', type: 'decision', text: 'School stays the same' },
    { id: 'e2', item: 'AG-18', type: 'decision', text: 'The allowance is raised' },
    { id: 'e3', item: 'AG-11', type: 'note', text: 'Was bullied there' },
    { id: 'e4', item: 'AG-10', type: 'decision', text: 'See the nurse on Friday', without: 'child:1' },
  )
  const view = openTheTab(office, { as: WORKERS.supervising, path: pathOf(meeting.id), host: { frame: 'stage' } })
  expect(await screen.findByText('Decided: School stays the same')).toBeTruthy()
  const seen = view.container.textContent
  expect(seen).toContain('Health')
  for (const hidden of ['Money', 'allowance', 'bullied', 'nurse', 'Petra', meeting.ref, 'BKS-204417'])
    expect(seen).not.toContain(hidden)
})

test('the list of meetings is never drawn on a shared screen', async () => {
  const { office, meeting } = await afterTheMeeting()
  const view = openTheTab(office, { as: WORKERS.supervising, host: { frame: 'stage' } })
  expect(await screen.findByRole('heading', { name: 'Open a meeting, then share it' })).toBeTruthy()
  expect(view.container.textContent).not.toContain(meeting.ref)
})
