import { afterEach, describe, expect, test } from '@jest/globals'
import { act, cleanup, fireEvent, screen, waitFor, within } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import * as Y from 'yjs'
import type { PlanningMeeting } from '../../shared/meeting/planning-meeting.ts'
import { removeEntry, setFact } from '../../shared/record/minutes-document.ts'
import { day } from '../../shared/dates/time.ts'
import { toBase64 } from '../../tab/minutes/base64.ts'
import { pathOf } from '../../tab/route.ts'
import { aConfirmation, thePeople } from '../support/builders.ts'
import { Office, tokenFor, WORKERS } from '../support/office.ts'
import { openTheTab } from './open-the-tab.tsx'

afterEach(() => {
  cleanup()
  window.localStorage.clear()
})

async function aMeetingNow({ pack, ...over }: Parameters<typeof aConfirmation>[0] & { pack?: string } = {}) {
  const office = new Office({ now: '2026-11-02T09:00:00Z', pack })
  const confirmed = await office.confirm(
    aConfirmation({ ...over, placement: { basis: 'emergency', ...over.placement } }),
  )
  const meeting = await office.arrange(confirmed, '2026-11-04T10:00:00Z')
  return { office, meeting }
}

/** The chair opens the page seven minutes into the meeting. */
async function open(
  { office, meeting }: { office: Office; meeting: PlanningMeeting },
  { as = WORKERS.supervising } = {},
) {
  office.at('2026-11-04T10:07:00Z')
  openTheTab(office, { as, path: pathOf(meeting.id) })
  await screen.findByRole('navigation', { name: 'Agenda' })
  const user = userEvent.setup()
  return {
    user,
    go: async (item: string) => {
      // In a narrow window the agenda is folded to one line.
      await user.click(within(agenda()).getByRole('button', { name: /^\d+ of \d+/ }))
      await user.click(within(agenda()).getByRole('button', { name: placeNamed(item) }))
    },
  }
}

/** The agenda's own button, not the folded line that says where the meeting is. */
const placeNamed = (item: string) => new RegExp(`^(?!\\d+ of ).*${item}$`)
const agenda = () => screen.getByRole('navigation', { name: 'Agenda' })

const saved = () => waitFor(() => expect(screen.getByText(/^Saved \d\d:\d\d$/)).toBeTruthy())
const entries = async (office: Office, meeting: PlanningMeeting) =>
  ((await office.minutes(meeting))?.entries ?? []).map(({ type, text }) => `${type}: ${text}`)

describe('writing with the keyboard alone', () => {
  test('the clock opens the meeting itself, with the time that is left', async () => {
    await open(await aMeetingNow())
    expect(screen.getByRole('tab', { name: 'During' }).getAttribute('aria-selected')).toBe('true')
    expect(screen.getByText('53 minutes left')).toBeTruthy()
  })

  test('Enter begins the next entry; a, d and v say what it is; everything is saved', async () => {
    const { office, meeting } = await aMeetingNow()
    const { user, go } = await open({ office, meeting })
    await go('Health')
    const field = screen.getByRole('textbox', { name: 'Write under Health' })
    expect(document.activeElement).toBe(field)
    await user.keyboard(
      'Has hay fever{Enter}d GP stays the same{Enter}a Ask for the red book{Enter}v I hate tablets{Enter}',
    )
    expect(document.activeElement).toBe(field)
    expect((field as HTMLTextAreaElement).value).toBe('')
    await saved()
    expect(await entries(office, meeting)).toEqual([
      'note: Has hay fever',
      'decision: GP stays the same',
      'action: Ask for the red book',
      'view: I hate tablets',
    ])
  })

  test('half a word is part of the record before Enter is pressed', async () => {
    const { office, meeting } = await aMeetingNow()
    const { user, go } = await open({ office, meeting })
    await go('Education')
    await user.keyboard('School taxi from Mon')
    await waitFor(async () => expect(await entries(office, meeting)).toEqual(['note: School taxi from Mon']))
  })

  test('a decision is the child’s social worker’s unless the chair says otherwise (R-164)', async () => {
    const { office, meeting } = await aMeetingNow()
    const { user, go } = await open({ office, meeting })
    await go('Daily life')
    await user.keyboard('d Bedtime is at eight{Enter}')
    await saved()
    expect((await office.minutes(meeting))?.entries[0]?.who).toBe('childsSocialWorker:1')
    await user.selectOptions(
      screen.getByRole('combobox', { name: 'Decided by' }),
      'Tobias Greenhalgh, supervising social worker',
    )
    await waitFor(async () =>
      expect((await office.minutes(meeting))?.entries[0]?.who).toBe('supervisingSocialWorker:1'),
    )
  })

  test('Ctrl and an arrow go to the next item, and the cursor with them', async () => {
    const { user, go } = await open(await aMeetingNow())
    await go('Health')
    await user.keyboard('{Control>}{ArrowDown}{/Control}')
    const next = document.activeElement as HTMLTextAreaElement
    expect(next.placeholder).not.toBe('Write under Health')
    expect(next.placeholder).toMatch(/^Write under/)
    await user.keyboard('{Control>}{ArrowUp}{/Control}')
    expect((document.activeElement as HTMLTextAreaElement).placeholder).toBe('Write under Health')
  })
})

describe('an entry', () => {
  const withANote = async () => {
    const here = await aMeetingNow()
    await here.office.write(here.meeting, { id: 'e1', item: 'AG-10', type: 'note', text: 'Not registered with a GP' })
    return here
  }

  test('becomes an action with one press, and takes an owner and a day', async () => {
    const { office, meeting } = await withANote()
    const { user, go } = await open({ office, meeting })
    await go('Health')
    await user.click(await screen.findByRole('button', { name: 'Make it an action' }))
    await user.selectOptions(screen.getByRole('combobox', { name: 'Who does it' }), 'Marguerite Oyelaran, foster carer')
    await user.type(screen.getByLabelText('By when'), '2026-11-10')
    await waitFor(async () =>
      expect((await office.minutes(meeting))?.entries).toEqual([
        expect.objectContaining({ type: 'action', who: 'fosterCarer:1', due: day('2026-11-10') }),
      ]),
    )
  })

  test('is due in working days, as people say it (R-117)', async () => {
    const { office, meeting } = await withANote()
    const { user, go } = await open({ office, meeting })
    await go('Health')
    await user.click(await screen.findByRole('button', { name: 'Make it an action' }))
    await user.selectOptions(screen.getByLabelText('Or count'), '5 working days: Wed 11 Nov 2026')
    expect(screen.getByText('Wed 11 Nov 2026, in 5 working days')).toBeTruthy()
    await waitFor(async () => expect((await office.minutes(meeting))?.entries[0]?.due).toBe('2026-11-11'))
  })

  test('that is removed comes back with undo', async () => {
    const { office, meeting } = await withANote()
    const { user, go } = await open({ office, meeting })
    await go('Health')
    await user.click(await screen.findByRole('button', { name: /^Remove: Not registered/ }))
    expect(screen.queryByDisplayValue('Not registered with a GP')).toBeNull()
    await user.click(screen.getByRole('button', { name: 'Undo' }))
    expect(screen.getByDisplayValue('Not registered with a GP')).toBeTruthy()
  })

  test('that somebody else writes appears by itself', async () => {
    const { office, meeting } = await aMeetingNow()
    const { go } = await open({ office, meeting })
    await go('Health')
    await office.write(meeting, { id: 'theirs', item: 'AG-10', type: 'note', text: 'From the other chair' })
    expect(await screen.findByDisplayValue('From the other chair', undefined)).toBeTruthy()
  })

  test('is marked on the agenda: decided, or an action', async () => {
    const { office, meeting } = await withANote()
    const { user } = await open({ office, meeting })
    await user.click(within(agenda()).getByRole('button', { name: /^1 of/ }))
    const mark = (item: string) =>
      within(within(agenda()).getByRole('button', { name: placeNamed(item) }))
        .getByRole('img')
        .getAttribute('aria-label')
    await waitFor(() => expect(mark('Health')).toBe('has text'))
    expect(mark('Education')).toBe('nothing written')
    await user.click(within(agenda()).getByRole('button', { name: placeNamed('Health') }))
    await user.click(screen.getByRole('button', { name: 'Make it an action' }))
    await user.click(within(agenda()).getByRole('button', { name: /^\d+ of/ }))
    expect(mark('Health')).toBe('has an action')
  })
})

describe('who is here', () => {
  test('an acceptance is no attendance until the chair says so (P-51)', async () => {
    const { office, meeting } = await aMeetingNow()
    await office.answer(meeting, WORKERS.socialWorker, 'coming')
    const { user } = await open({ office, meeting })
    expect(await screen.findByText('All saved')).toBeTruthy()
    expect((await office.minutes(meeting))?.attendance ?? {}).toEqual({})
    expect(screen.getByText(/answered: Coming/)).toBeTruthy()
    await user.click(screen.getByRole('button', { name: 'Confirm: Present' }))
    await waitFor(async () =>
      expect((await office.minutes(meeting))?.attendance['childsSocialWorker:1']?.state).toBe('present'),
    )
  })

  test('contributed is not present, and asks what and how (R-069, P-50)', async () => {
    const { office, meeting } = await aMeetingNow()
    const { user } = await open({ office, meeting })
    await user.selectOptions(screen.getByRole('combobox', { name: 'Attendance of Petra Vandermolen' }), 'Contributed')
    await user.type(screen.getByLabelText('What they contributed, and how'), 'By phone on Monday')
    await waitFor(async () =>
      expect((await office.minutes(meeting))?.attendance['mother:1']).toEqual({
        state: 'contributed',
        how: 'By phone on Monday',
      }),
    )
  })

  test('the child steps out with one press, and was then present in part (R-070)', async () => {
    const people = thePeople().map((person) =>
      person.role === 'child' ? { ...person, decision: { part: 'attend' as const } } : person,
    )
    const { office, meeting } = await aMeetingNow({ people })
    const { user } = await open({ office, meeting })
    await user.click(screen.getByRole('button', { name: 'The child steps out' }))
    const back = screen.getByRole('button', { name: 'The child is back (out since 10:07)' })
    await user.click(back)
    await waitFor(async () => {
      const child = (await office.minutes(meeting))?.attendance['child:1']
      expect(child?.state).toBe('presentInPart')
      expect(child?.steppedOut?.[0]?.back).toBeTruthy()
    })
  })

  test('what is talked about while the child is out is marked so, and told when they are back (R-070)', async () => {
    const people = thePeople().map((person) =>
      person.role === 'child' ? { ...person, decision: { part: 'attend' as const } } : person,
    )
    const { office, meeting } = await aMeetingNow({ people })
    const { user, go } = await open({ office, meeting })
    await go('Health')
    await user.keyboard('Hay fever{Enter}')
    await user.click(screen.getByRole('button', { name: 'The child steps out' }))
    expect(screen.getByText(/The child has been out since 10:07/)).toBeTruthy()
    await user.type(screen.getByRole('textbox', { name: 'Write under Health' }), 'Wets the bed{Enter}')
    await user.click(screen.getByRole('button', { name: /^The child is back/ }))
    expect(await screen.findByText('The child is back. Talked about meanwhile: Health')).toBeTruthy()
    await user.type(screen.getByRole('textbox', { name: 'Write under Health' }), 'Dentist in May{Enter}')
    const without = async () => ((await office.minutes(meeting))?.entries ?? []).map((entry) => entry.without ?? null)
    await waitFor(async () => expect(await without()).toEqual([null, 'child:1', null]))

    const [, , last] = screen.getAllByRole('button', { name: 'Said while the child was out' })
    await user.click(last!)
    await waitFor(async () => expect(await without()).toEqual([null, 'child:1', 'child:1']))
    await user.click(screen.getByRole('button', { name: /^(Who is here\?|\d+ here)$/ }))
    expect(screen.getByText('Talked about meanwhile: “Health”')).toBeTruthy()
  })

  test('a child who does not come has no such button', async () => {
    await open(await aMeetingNow())
    expect(screen.queryByRole('button', { name: /The child steps out/ })).toBeNull()
  })

  test('with family expected, the page says which items are taken apart from them', async () => {
    const { user, go } = await open(await aMeetingNow())
    expect(
      screen.getByText(/The mother is expected\. Take apart from them: “Background that the carer needs”/),
    ).toBeTruthy()
    await user.selectOptions(screen.getByRole('combobox', { name: 'Attendance of Petra Vandermolen' }), 'Apologies')
    expect(screen.queryByText(/Take apart from them/)).toBeNull()
    await user.selectOptions(screen.getByRole('combobox', { name: 'Attendance of Petra Vandermolen' }), 'Present')
    await go('Money')
    expect(screen.getByText('The mother is here. Take this item apart from them.')).toBeTruthy()
  })
})

describe('when people begin and end', () => {
  test('is pressed as it happens, said aloud, and put right by hand', async () => {
    const { office, meeting } = await aMeetingNow()
    const { user } = await open({ office, meeting })
    await user.click(screen.getByRole('button', { name: 'We begin' }))
    expect(await screen.findByText('Began at 10:07')).toBeTruthy()
    await user.click(screen.getByRole('button', { name: 'We end' }))
    expect(screen.queryByRole('button', { name: /^We (begin|end)$/ })).toBeNull()
    fireEvent.change(screen.getByLabelText('Began at'), { target: { value: '09:58' } })
    await waitFor(async () => {
      const { began, ended } = (await office.minutes(meeting))?.times ?? {}
      expect(began).toBe('2026-11-04T09:58:00Z')
      expect(ended).toMatch(/^2026-11-04T10:07/)
    })
  })

  test('is filled in by the call in Teams, and nothing more is asked for', async () => {
    const { office, meeting } = await aMeetingNow()
    await office.change(meeting.id, (doc) => setFact(doc, 'meeting/times/began', '2026-11-04T10:02:00Z'))
    await open({ office, meeting })
    await waitFor(() => expect(screen.getByLabelText<HTMLInputElement>('Began at').value).toBe('10:02'))
    expect(screen.queryByRole('button', { name: 'We begin' })).toBeNull()
    expect(screen.getByRole('button', { name: 'We end' })).toBeTruthy()
  })
})

describe('whoever does not see the page hears', () => {
  const said = () => screen.getByRole('status').textContent

  test('that their first words are saved, that saving failed, and that it is well again', async () => {
    const { office, meeting } = await aMeetingNow()
    const { user, go } = await open({ office, meeting })
    await go('Health')
    await user.keyboard('Hay')
    await waitFor(() => expect(said()).toBe('Saved'))
    office.reachable = false
    await user.keyboard(' fever')
    await waitFor(() => expect(said()).toBe('Not saved'))
    office.reachable = true
    await user.click(screen.getByRole('button', { name: 'Try now' }))
    await waitFor(() => expect(said()).toBe('Saved'))
  })

  test('who has joined, and who has left', async () => {
    const { office, meeting } = await aMeetingNow()
    await open({ office, meeting })
    const looksIn = { stateVector: toBase64(Y.encodeStateVector(new Y.Doc())) }
    const { email } = WORKERS.socialWorker
    await office.handle('POST', `/api/meetings/${meeting.id}/minutes/sync`, looksIn, `Bearer ${tokenFor(email)}`)
    await waitFor(() => expect(said()).toBe('Rosalind Achterberg joined'))
    office.at('2026-11-04T10:08:00Z')
    await waitFor(() => expect(said()).toBe('Rosalind Achterberg left'))
  })
})

describe('the place is kept when what somebody stood on goes', () => {
  test('once an answer is confirmed, they are at the same person', async () => {
    const { office, meeting } = await aMeetingNow()
    await office.answer(meeting, WORKERS.socialWorker, 'coming')
    const { user } = await open({ office, meeting })
    const confirm = await screen.findByRole('button', { name: 'Confirm: Present' })
    confirm.focus()
    await user.keyboard('{Enter}')
    await waitFor(() =>
      expect(document.activeElement).toBe(screen.getByRole('combobox', { name: 'Attendance of Rosalind Achterberg' })),
    )
  })

  test('when somebody else strikes out the entry that they are in, they are at what follows on it', async () => {
    const { office, meeting } = await aMeetingNow()
    await office.write(meeting, { id: 'e1', item: 'AG-10', type: 'note', text: 'Struck out' })
    await office.write(meeting, { id: 'e2', item: 'AG-10', type: 'note', text: 'Stays' })
    const { go } = await open({ office, meeting })
    await go('Health')
    const field = await screen.findByDisplayValue('Struck out')
    act(() => field.focus())
    await office.change(meeting.id, (doc) => removeEntry(doc, 'e1'))
    await waitFor(() => expect(screen.queryByDisplayValue('Struck out')).toBeNull())
    const stays = screen.getByDisplayValue('Stays').closest('li')!
    await waitFor(() => expect(stays.contains(document.activeElement)).toBe(true))
  })
})

describe('checklists', () => {
  test('once the exceptions are given, the rest of the chair’s list is done with one press, and undone with one', async () => {
    const { office, meeting } = await aMeetingNow()
    const { user, go } = await open({ office, meeting })
    await go('Chair.s checklist')
    const gp = within(screen.getByRole('group', { name: 'Health: registered with a GP' }))
    await user.click(gp.getByRole('button', { name: 'Not known' }))
    await user.click(screen.getByRole('button', { name: /^The other \d+ are done$/ }))
    const given = async () => (await office.minutes(meeting))?.lines ?? {}
    await waitFor(async () => expect((await given())['CH-8']?.answer).toBe('done'))
    expect((await given())['CH-5b']?.answer).toBe('notKnown')
    // What the case has answered stays the case's answer.
    expect((await given())['CH-2']).toBeUndefined()
    await user.click(screen.getByRole('button', { name: 'Undo' }))
    await waitFor(async () => expect((await given())['CH-8']).toBeUndefined())
    expect((await given())['CH-5b']?.answer).toBe('notKnown')
  })

  test('the emergency questions unfold what follows from an answer, and take it back with it (R-140 to R-144)', async () => {
    const people = [
      ...thePeople(),
      { role: 'registeredManager' as const, name: 'Odalys Fairweather', email: 'odalys@home.example' },
      { role: 'keyWorker' as const, name: 'Ines Quayle', email: 'ines@home.example' },
    ]
    const { user, go } = await open(
      await aMeetingNow({ pack: 'wm-mosaic', people, placement: { type: 'residential' } }),
    )
    await go('Emergency questions')
    const suitable = within(screen.getByRole('group', { name: /^Is the placement suitable/ }))
    const sustained = () => screen.queryByRole('group', { name: /^Can the placement be sustained/ })
    expect(sustained()).toBeNull()
    await user.click(suitable.getByRole('button', { name: 'There are concerns' }))
    expect(sustained()).toBeTruthy()
    expect(screen.getByLabelText('In words')).toBeTruthy()
    await user.click(suitable.getByRole('button', { name: 'Suitable' }))
    expect(sustained()).toBeNull()
    expect(screen.getByRole('group', { name: /^Is the care plan fully completed/ })).toBeTruthy()
  })

  test('no other meeting has them (R-017)', async () => {
    await open(await aMeetingNow())
    expect(within(agenda()).queryByText(/Emergency questions/)).toBeNull()
  })

  test('the chair’s list says what the case has answered already, and what an answer still needs (R-151)', async () => {
    const { office, meeting } = await aMeetingNow()
    const { user, go } = await open({ office, meeting })
    await go('Chair.s checklist')
    const approval = screen.getByRole('group', { name: /^The designated manager's approval/ })
    expect(within(approval).getByRole('button', { name: 'Not needed' }).getAttribute('aria-pressed')).toBe('true')
    expect(screen.getByText(/Filled in from the case/)).toBeTruthy()
    await user.click(
      within(screen.getByRole('group', { name: /Notice of the placement to the health trust/ })).getByRole('button', {
        name: 'Needed',
      }),
    )
    expect(await screen.findByText('Action: Rosalind Achterberg, by Mon 9 Nov 2026. Undo takes it back.')).toBeTruthy()
    // One press, and it is the social worker's by the day that the law leaves; anything of it can be changed.
    const asPressed = { answer: 'needed', owner: 'childsSocialWorker:1', by: day('2026-11-09') }
    await waitFor(async () => expect((await office.minutes(meeting))?.lines['CH-3a']).toEqual(asPressed))
    await user.selectOptions(
      screen.getByRole('combobox', { name: 'Who does it' }),
      'Tobias Greenhalgh, supervising social worker',
    )
    await waitFor(async () =>
      expect((await office.minutes(meeting))?.lines['CH-3a']).toEqual({
        ...asPressed,
        owner: 'supervisingSocialWorker:1',
      }),
    )
  })

  test('an answer that creates an action is taken back by one undo, and keeps whose it was once that is said', async () => {
    const { office, meeting } = await aMeetingNow()
    const { user, go } = await open({ office, meeting })
    await go('Chair.s checklist')
    const line = async () => (await office.minutes(meeting))?.lines['CH-5b']
    const press = async (name: string) =>
      user.click(within(screen.getByRole('group', { name: /registered with a GP/ })).getByRole('button', { name }))
    await press('Needed')
    await waitFor(async () =>
      expect(await line()).toEqual({ answer: 'needed', owner: 'fosterCarer:1', by: day('2026-11-11') }),
    )
    await user.click(screen.getByRole('button', { name: 'Undo' }))
    await waitFor(async () => expect(await line()).toBeUndefined())
    await press('Needed')
    await user.selectOptions(
      screen.getByRole('combobox', { name: 'Who does it' }),
      "Rosalind Achterberg, child's social worker",
    )
    await press('Not known')
    await waitFor(async () =>
      expect(await line()).toEqual({ answer: 'notKnown', owner: 'childsSocialWorker:1', by: day('2026-11-11') }),
    )
  })

  test('an item that is not discussed is taken on by somebody', async () => {
    const { office, meeting } = await aMeetingNow()
    const { user, go } = await open({ office, meeting })
    await go('Identity')
    await user.click(screen.getByRole('button', { name: 'Not discussed' }))
    await user.selectOptions(
      screen.getByRole('combobox', { name: 'Who takes it on' }),
      'Tobias Greenhalgh, supervising social worker',
    )
    await user.type(screen.getByLabelText('By when'), '2026-11-12')
    await waitFor(async () =>
      expect((await office.minutes(meeting))?.items['AG-09']).toEqual({
        notDiscussed: true,
        owner: 'supervisingSocialWorker:1',
        by: day('2026-11-12'),
      }),
    )
  })
})

test('words that come in after somebody else closed the record are not lost in silence', async () => {
  const { office, meeting } = await aMeetingNow()
  const { user, go } = await open({ office, meeting })
  await go('Health')
  office.reachable = false
  await user.keyboard('Said at the door')
  await screen.findByText('Not saved')
  await office.closeAsItIs(meeting)
  office.reachable = true
  await user.click(screen.getByRole('button', { name: 'Try now' }))
  expect(await screen.findByText(/closed before your last words were saved/)).toBeTruthy()
  expect(await screen.findByText(/It can no longer be changed/)).toBeTruthy()
  // As in some frames, nothing may be put on the clipboard.
  const clipboard = { writeText: () => Promise.reject(new Error('not allowed here')) }
  Object.defineProperty(navigator, 'clipboard', { value: clipboard, configurable: true })
  await user.click(screen.getByRole('button', { name: 'Copy the text' }))
  const byHand = await screen.findByLabelText<HTMLTextAreaElement>(/copy it by hand/)
  expect(byHand.value).toContain('Note: Said at the door')
  await user.click(screen.getByRole('button', { name: 'I have them, remove them here' }))
  expect(screen.queryByText(/closed before your last words/)).toBeNull()
  expect(window.localStorage.length).toBe(0)
})

describe('when the connection goes', () => {
  test('the page says so, keeps what is typed, and sends it when it is back', async () => {
    const { office, meeting } = await aMeetingNow()
    const { user, go } = await open({ office, meeting })
    await go('Health')
    office.reachable = false
    await user.keyboard('Typed on the train{Enter}')
    expect(await screen.findByText('Not saved', undefined)).toBeTruthy()
    expect(screen.getByText(/kept on this computer meanwhile, and sent by itself/)).toBeTruthy()
    expect(window.localStorage.length).toBe(1)
    office.reachable = true
    await user.click(screen.getByRole('button', { name: 'Try now' }))
    await saved()
    expect(await entries(office, meeting)).toEqual(['note: Typed on the train'])
    expect(window.localStorage.length).toBe(0)
  })
})

describe('risk, asked question by question', () => {
  const withTheChild = () =>
    aMeetingNow({
      people: thePeople().map((person) =>
        person.role === 'child' ? { ...person, decision: { part: 'attend' as const } } : person,
      ),
    })
  const FRIENDLY = 'What would you like us to do to make you feel safe if you are angry?'
  const PLAIN = 'What risk might they pose to others?'

  test('in the words of a child first while the child is there, and plainly once they have stepped out (R-186)', async () => {
    const { user, go } = await open(await withTheChild())
    await go('Risk: four questions')
    expect(screen.getByRole('group', { name: FRIENDLY })).toBeTruthy()
    expect(screen.getByText(PLAIN)).toBeTruthy()
    await user.click(screen.getByRole('button', { name: 'The child steps out' }))
    expect(screen.getByRole('group', { name: PLAIN })).toBeTruthy()
  })

  test('an answer is typed and nothing has to be pressed; everybody in the house has a line (R-185)', async () => {
    const { office, meeting } = await aMeetingNow()
    const { user, go } = await open({ office, meeting })
    await go('Risk: four questions')
    const question = screen.getByRole('group', { name: 'What risk do others pose to them?' })
    await user.type(within(question).getByRole('textbox', { name: 'In words' }), 'An older boy at school')
    await user.type(screen.getByLabelText('What it means for Marguerite Oyelaran'), 'Drives her to school')
    await user.click(screen.getByRole('button', { name: 'Add somebody who lives here' }))
    await user.type(screen.getByLabelText('Who lives here'), 'a son, 11')
    await user.type(screen.getByLabelText('What it means for a son, 11'), 'Shares the games room')
    await waitFor(async () => {
      const minutes = await office.minutes(meeting)
      expect(minutes?.lines['riskFromOthers']?.text).toBe('An older boy at school')
      expect(
        Object.values(minutes?.household ?? {})
          .map(({ text }) => text)
          .sort(),
      ).toEqual(['Drives her to school', 'Shares the games room'])
    })
    await user.click(screen.getByRole('button', { name: 'Remove from the household: a son, 11' }))
    expect(screen.queryByLabelText('Who lives here')).toBeNull()
  })
})

describe('who decides what', () => {
  test('one press gives day-to-day decisions to the carer, and an exception asks why (L-13, R-170)', async () => {
    const { office, meeting } = await aMeetingNow()
    const { user, go } = await open({ office, meeting })
    await go('Who decides what')
    await user.click(screen.getByRole('button', { name: 'Marguerite Oyelaran decides day to day' }))
    const medical = within(screen.getByRole('group', { name: 'Medical and dental' }))
    await user.click(medical.getByRole('button', { name: 'Marguerite Oyelaran' }))
    await user.click(medical.getByRole('button', { name: 'The council' }))
    await user.type(medical.getByLabelText('Why not those the child lives with'), 'An operation')
    await user.type(medical.getByLabelText('What the child thinks'), 'Ask me first')
    await waitFor(async () => {
      const { medical, faith } = (await office.minutes(meeting))?.authority ?? {}
      expect(medical).toEqual({ deciders: ['authority'], why: 'An operation', view: 'Ask me first' })
      expect(faith).toEqual({ deciders: ['fosterCarer:1'] })
    })
  })

  test('each of two carers is asked for apart (R-171)', async () => {
    const people = [...thePeople(), { role: 'fosterCarer' as const, name: 'Samuel Oyelaran', email: 's@example.org' }]
    const { office, meeting } = await aMeetingNow({ people })
    const { user, go } = await open({ office, meeting })
    await go('Who decides what')
    await user.click(screen.getByRole('button', { name: 'Both carers decide day to day' }))
    const faith = within(screen.getByRole('group', { name: 'Faith' }))
    await user.click(faith.getByRole('button', { name: 'Samuel Oyelaran' }))
    await waitFor(async () => {
      const { education, faith } = (await office.minutes(meeting))?.authority ?? {}
      expect(education?.deciders).toEqual(['fosterCarer:1', 'fosterCarer:2'])
      expect(faith?.deciders).toEqual(['fosterCarer:1'])
    })
  })
})

describe('the agenda in the chair’s own order', () => {
  const titles = () =>
    within(screen.getByRole('list', { name: 'The agenda in order' }))
      .getAllByRole('listitem')
      .map((row) => row.textContent?.replace(/\d+ min(?:Park)?$/, ''))

  test('an item is moved by keyboard, another is added, and what no longer fits is said', async () => {
    const { office, meeting } = await aMeetingNow()
    const { user, go } = await open({ office, meeting })
    await user.click(within(agenda()).getByRole('button', { name: /^\d+ of \d+/ }))
    await user.click(within(agenda()).getByRole('button', { name: 'Change the agenda' }))
    const before = titles()
    const later = screen.getByRole('button', { name: 'Later: Welcome, who is here, why we meet' })
    later.focus()
    await user.keyboard('{Enter}')
    expect(document.activeElement).toBe(
      screen.getByRole('button', { name: 'Later: Welcome, who is here, why we meet' }),
    )
    expect(titles()).toEqual([before[1], before[0], ...before.slice(2)])

    await user.type(screen.getByRole('textbox', { name: 'Another item for the agenda' }), 'The cat{Enter}')
    expect(titles().at(-1)).toBe('The cat')
    expect(screen.getByText('5 minutes more than is booked. Not reached in time: “The cat”.')).toBeTruthy()

    await user.click(screen.getByRole('button', { name: 'Back to the meeting' }))
    await go('The cat')
    await user.type(screen.getByRole('textbox', { name: 'Write under The cat' }), 'Comes along{Enter}')
    await waitFor(async () => {
      const minutes = await office.minutes(meeting)
      expect(minutes?.entries.map(({ text }) => text)).toEqual(['Comes along'])
      expect(Object.values(minutes?.agenda ?? {}).map(({ title }) => title ?? '')).toContain('The cat')
    })
  })
})
