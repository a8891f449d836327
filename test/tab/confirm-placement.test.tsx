/** In Planning: a confirmation is pasted, looked at, answered and scheduled, as in the chat. */
import { afterEach, describe, expect, test } from '@jest/globals'
import { cleanup, fireEvent, screen, waitFor, within } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { changeDraft } from '../../bot/meetings/change-draft.ts'
import { confirmPlacement } from '../../bot/meetings/confirm-placement.ts'
import type { DirectoryPerson } from '../../bot/meetings/ports.ts'
import { takeMessage } from '../../bot/meetings/take-confirmation.ts'
import { CONFIRM, pathOfDraft } from '../../tab/route.ts'
import { CANARIES, EMERGENCY_FOSTER, WITHOUT } from '../support/confirmation-texts.ts'
import { MemoryStore } from '../support/memory-store.ts'
import { Office, WORKERS } from '../support/office.ts'
import { openTheTab } from './open-the-tab.tsx'

afterEach(cleanup)

const { officer, socialWorker, teamManager } = WORKERS
const anOffice = () => new Office({ now: '2026-12-18T16:05:00Z' })
const OPEN_QUESTION = WITHOUT("Child's part")

const field = () => screen.findByRole<HTMLTextAreaElement>('textbox', { name: 'The placement confirmation' })
const button = (name: string | RegExp) => screen.findByRole('button', { name })
const press = async (name: string | RegExp) => userEvent.click(await button(name))
const section = async (name: string | RegExp) => within(await screen.findByRole('region', { name }))
const isThere = (name: string | RegExp) => screen.queryByRole('button', { name }) !== null

async function paste(text: string) {
  fireEvent.change(await field(), { target: { value: text } })
  await press('Read it')
}
async function pasted(office: Office, text = EMERGENCY_FOSTER, as: DirectoryPerson = officer) {
  const opened = openTheTab(office, { as, path: CONFIRM })
  await paste(text)
  await section('What was read')
  return opened
}
const placed = (office: Office) => office.ports.store.placementFor('BKS-204417', 'PL-30951')
const meetingOf = async (office: Office) => (await office.ports.store.meetingsOf((await placed(office))!.id))[0]!
const drafts = async (office: Office) => (office.ports.store as MemoryStore).everyDraft()
/** As it would stand on a card in the chat of whoever pasted it there. */
async function inChat(office: Office, by: DirectoryPerson = officer, text = EMERGENCY_FOSTER) {
  const { taken } = await takeMessage(text, by, 'chat', office.ports)
  if (taken[0]?.kind !== 'draft') throw new Error('No draft came of it')
  return taken[0].draft
}

describe('a confirmation that is pasted', () => {
  test('is one look and one press away from a meeting that is arranged', async () => {
    const office = anOffice()
    await pasted(office)
    expect((await section('By when')).getByText('Hold by Tue 29 Dec 2026')).toBeTruthy()
    await press('Schedule')
    const done = await section('The placement is confirmed')
    expect(await done.findByText(/Arranged for Mon 21 Dec 2026, 10:00 to 11:00/)).toBeTruthy()
    await userEvent.click(done.getByRole('button', { name: /^Open PPM-/ }))
    const { id, state } = await meetingOf(office)
    await waitFor(() => expect(window.location.pathname).toBe(`/tab/meetings/${id}`))
    expect(state).toBe('arranged')
  })

  test('that is too large as a file is not sent, and what to do is said', async () => {
    const office = anOffice()
    openTheTab(office, { as: officer, path: CONFIRM })
    await button('Open a file instead')
    await userEvent.upload(
      screen.getByLabelText('A file with the placement confirmation'),
      new File(['x'.repeat(700_001)], 'scan.txt'),
    )
    expect((await screen.findByRole('alert')).textContent).toContain('larger than 700 kB')
    expect(office.requests.filter((one) => one.includes('/drafts/file'))).toEqual([])
  })

  test('is read with Ctrl and Enter as well', async () => {
    const office = anOffice()
    openTheTab(office, { as: officer, path: CONFIRM })
    fireEvent.change(await field(), { target: { value: EMERGENCY_FOSTER } })
    fireEvent.keyDown(await field(), { key: 'Enter', ctrlKey: true })
    expect(await section('What was read')).toBeTruthy()
  })

  test('shows each value beside the words it came from, and the working of the last day a press away', async () => {
    await pasted(anOffice())
    const read = await section('What was read')
    expect(read.getByText('Fri 18 Dec 2026 17:30').parentElement!.textContent).toContain('from “18/12/2026 at 5.30pm”')
    await press(/^Everything else that was read/)
    expect(read.getByText('Section 20')).toBeTruthy()
    await press('Why? Hold by Tue 29 Dec 2026')
    expect(await screen.findByText(/Fri 25 Dec 2026: .*Christmas Day/)).toBeTruthy()
    expect(screen.getByText(/^R-001: every looked-after child who is placed gets a planning meeting/)).toBeTruthy()
  })

  test('says who is invited, by which way each hears of it, and who sees the address, before anything is sent', async () => {
    const office = anOffice()
    await pasted(office)
    const who = await section('Who, and where')
    expect(who.getByText('Petra Vandermolen').parentElement!.textContent).toContain('on an invitation of their own')
    expect(who.getByText('The foster home · address shown to 4 of 4')).toBeTruthy()
    expect((await section('Choose a time')).getByText(/Outlook then invites .* nothing about the child/)).toBeTruthy()
    expect(office.calendar.events.size).toBe(0)
  })

  test('leaves its words in no address and no title', async () => {
    const office = anOffice()
    await pasted(office)
    const said = [window.location.href, document.title, ...office.requests].join(' ')
    for (const canary of Object.values(CANARIES)) expect(said).not.toContain(canary)
    expect(window.location.pathname).toBe(pathOfDraft((await drafts(office))[0]!.id))
  })

  test('that asks something is answered on the same page, and scheduled with the same press', async () => {
    const office = anOffice()
    await pasted(office, OPEN_QUESTION)
    const asked = await section('This needs an answer')
    await userEvent.click(asked.getByRole('radio', { name: 'Takes part another way' }))
    await press('Schedule')
    await section('The placement is confirmed')
    expect((await placed(office))!.confirmation.people.find(({ role }) => role === 'child')!.decision!.part).toBe('contribute')
  }) // prettier-ignore

  test('with an answer still missing says so, and keeps the other', async () => {
    const office = anOffice()
    await pasted(office, WITHOUT("Child's part", 'Planned or emergency'))
    const asked = await section('2 things need an answer')
    await userEvent.click(asked.getByRole('radio', { name: 'Emergency' }))
    await press('Schedule')
    expect(await screen.findByText(/Some questions are still open/)).toBeTruthy()
    expect((await section('This needs an answer')).getByText('Will the child come?')).toBeTruthy()
    expect(await placed(office)).toBeNull()
  })

  test('another of the times can be chosen', async () => {
    const office = anOffice()
    await pasted(office)
    const times = await section('Choose a time')
    const [, second] = times.getAllByRole('radio')
    await userEvent.click(second!)
    await press('Schedule')
    await section('The placement is confirmed')
    const [draft] = await drafts(office)
    expect(await meetingOf(office)).toMatchObject({ slot: { start: draft!.offered[0]![1]!.start } })
  })

  test('too late for its last day is scheduled with a reason, and without one not at all', async () => {
    const office = anOffice()
    await pasted(office, EMERGENCY_FOSTER.replaceAll('18/12/2026', '07/12/2026'))
    const late = await button('Book it late')
    expect(late.getAttribute('aria-disabled')).toBe('true')
    expect(isThere('Schedule')).toBe(false)
    expect((await section('To bear in mind')).getByText(/If the start given is wrong, press Change/)).toBeTruthy()
    await userEvent.type(screen.getByLabelText(/Why, or who has agreed/), 'We were told today')
    await userEvent.click(late)
    await section('The placement is confirmed')
    expect(await meetingOf(office)).toMatchObject({ lateReason: 'We were told today' })
  })

  test('asks the people outside first, where the officer wishes (E-44)', async () => {
    const office = anOffice()
    await pasted(office)
    await press('Ask those outside first')
    expect((await section('The placement is confirmed')).getByText(/Those outside are being asked/)).toBeTruthy()
    expect((await meetingOf(office)).heldTimes!.asked).toEqual(['fosterCarer:1', 'mother:1'])
  })

  test('of a child on remand is asked about, and kept without a meeting where an officer says so (L-28)', async () => {
    const office = anOffice()
    await pasted(office, EMERGENCY_FOSTER.replace('Section 20', 'On remand'))
    const asked = await section(/needs? an answer$/)
    await userEvent.selectOptions(asked.getByRole('combobox', { name: /child on remand/ }), 'none')
    await press('Show times')
    await press('Keep without a meeting')
    expect(
      (await section('The placement is confirmed')).getByText('It is kept without a planning meeting.'),
    ).toBeTruthy()
    expect((await placed(office))!.confirmation.choices?.queried).toEqual({ meeting: 'none' })
  })

  test('put aside, it is gone from what waits', async () => {
    const office = anOffice()
    await pasted(office)
    await press('Not a placement')
    expect((await section('Put aside')).getByText(/not a placement/)).toBeTruthy()
    expect((await drafts(office)).map(({ state }) => state)).toEqual(['dismissed'])
    await press('Confirm another placement')
    expect((await field()).value).toBe('')
  })

  test('of two children is two drafts, each with a way to the other', async () => {
    const second = EMERGENCY_FOSTER.replace('BKS-204417', 'BKS-204418').replace('PL-30951', 'PL-30952').replace('Q.X., aged 9', 'R.X., aged 7')
    openTheTab(anOffice(), { as: officer, path: CONFIRM })
    await paste(`Child 1\n${EMERGENCY_FOSTER}\nChild 2\n${second}`)
    expect(await screen.findByRole('heading', { name: '2 placements were found' })).toBeTruthy()
    await press('Look at it: BKS-204418 · PL-30952')
    expect(await screen.findByText('BKS-204418 · PL-30952')).toBeTruthy()
    await userEvent.click((await section('In the same text')).getByRole('button', { name: 'BKS-204417 · PL-30951' }))
    expect(await screen.findByText('BKS-204417 · PL-30951', { selector: 'span' })).toBeTruthy()
  }) // prettier-ignore
})

describe('what was read wrongly', () => {
  test('is put right where it stands, and the last day follows', async () => {
    const office = anOffice()
    await pasted(office)
    await press('Change: Start')
    const start = screen.getByRole('textbox', { name: 'Start' })
    await userEvent.clear(start)
    await userEvent.type(start, '21/12/2026 09:00')
    await press('Save')
    expect(await screen.findByText('Mon 21 Dec 2026 09:00')).toBeTruthy()
    expect(screen.queryByText(/5\.30pm/)).toBeNull()
    expect((await section('By when')).getByText('Hold by Wed 30 Dec 2026')).toBeTruthy()
  })

  test('in words that cannot be read stays open, saying what is wanted', async () => {
    await pasted(anOffice())
    await press('Change: Start')
    await userEvent.type(screen.getByRole('textbox', { name: 'Start' }), ' or so')
    await press('Save')
    expect((await screen.findByRole('alert')).textContent).toContain('Wanted: a day and a time in London')
    expect(screen.getByRole<HTMLInputElement>('textbox', { name: 'Start' }).value).toBe('18/12/2026 17:30 or so')
  })

  test('what is missing is added by the form, which holds what is known', async () => {
    const office = anOffice()
    await pasted(office)
    await press('Add what is missing')
    expect(screen.getByRole<HTMLInputElement>('textbox', { name: 'Foster carer' }).value).toContain('Marguerite')
    await userEvent.type(screen.getByRole('textbox', { name: 'Father' }), 'Anselm Vandermolen')
    await press('Show the plan')
    expect(await screen.findByText('Does the father come?')).toBeTruthy()
    const [draft] = await drafts(office)
    expect(draft!.fields.people!.map(({ role }) => role)).toContain('father')
    expect(draft!.words.some(({ field }) => field === 'placement.startsAt')).toBe(true)
  })
})

describe('a text that leads to no draft', () => {
  test.each([
    ['holds no confirmation', 'Lunch on Friday?', /^No placement confirmation was found/],
    ['is longer than any', EMERGENCY_FOSTER.repeat(300), /longer than any confirmation/],
  ])('because it %s says so, and stays in its field', async (_, text, words) => {
    const office = anOffice()
    openTheTab(office, { as: officer, path: CONFIRM })
    await paste(text)
    expect((await screen.findByRole('alert')).textContent).toMatch(words)
    expect((await field()).value).toBe(text)
    expect(await drafts(office)).toEqual([])
  })

  test('while the connection is away loses nothing, also when the page is loaded again, and goes by itself', async () => {
    const office = anOffice()
    openTheTab(office, { as: officer, path: CONFIRM })
    const before = await field()
    office.reachable = false
    fireEvent.change(before, { target: { value: EMERGENCY_FOSTER } })
    await press('Read it')
    expect((await screen.findByRole('alert')).textContent).toContain('Your text is still here')
    expect(isThere('Copy the text')).toBe(true)
    const kept = Object.entries({ ...window.sessionStorage }).filter(([key]) => key.includes('unsent'))
    expect(kept.map(([, value]) => value)).toEqual([EMERGENCY_FOSTER])
    office.reachable = true
    fireEvent(window, new Event('online'))
    expect(await section('What was read')).toBeTruthy()
    expect(Object.keys({ ...window.sessionStorage }).filter((key) => key.includes('unsent'))).toEqual([])
  })
})

describe('somebody who may not confirm', () => {
  test('answers what they know; an officer finds it on the first screen and schedules it (R-002)', async () => {
    const office = anOffice()
    const { unmount } = await pasted(office, OPEN_QUESTION, socialWorker)
    expect(screen.getByText(/It waits for one of them in Planning/)).toBeTruthy()
    expect(isThere('Schedule')).toBe(false)
    await userEvent.click((await section('This needs an answer')).getByRole('radio', { name: 'Comes' }))
    await press('Keep my answers')
    await waitFor(() => expect(screen.queryByText('Will the child come?')).toBeNull())
    unmount()
    openTheTab(office, { as: officer })
    const waiting = await section('Placements that wait for an answer (1)')
    expect(waiting.getByText(/Rosalind Achterberg has brought it in/)).toBeTruthy()
    await userEvent.click(waiting.getByRole('link', { name: 'Look at it: BKS-204417 · PL-30951' }))
    await press('Schedule')
    await section('The placement is confirmed')
    expect((await placed(office))!.confirmation.confirmedBy).toMatchObject({ email: officer.email })
  })

  test('sees no way in on the first screen; an officer does', async () => {
    const office = anOffice()
    const { unmount } = openTheTab(office, { as: socialWorker })
    expect(await screen.findByText('No planning meeting has to do with you yet.')).toBeTruthy()
    expect(screen.queryByRole('link', { name: 'Confirm a placement' })).toBeNull()
    unmount()
    openTheTab(office, { as: officer })
    await userEvent.click(await screen.findByRole('link', { name: 'Confirm a placement' }))
    expect(await field()).toBeTruthy()
  })

  test('sees nothing of a draft that somebody else has brought in', async () => {
    const office = anOffice()
    const { id } = await inChat(office)
    openTheTab(office, { as: socialWorker, path: pathOfDraft(id) })
    expect(await screen.findByText('There is no such confirmation, or it is not yours to see.')).toBeTruthy()
  })
})

describe('a draft that several people have before them', () => {
  test('made in chat opens here; of what another brought in neither initials nor address are shown (P-34)', async () => {
    const office = anOffice()
    const { id } = await inChat(office, socialWorker)
    openTheTab(office, { as: officer, path: pathOfDraft(id) })
    const read = await section('What was read')
    await press(/^Everything else that was read/)
    expect(read.getAllByText('Given, and not shown here')).toHaveLength(2)
    for (const canary of Object.values(CANARIES)) expect(document.body.textContent).not.toContain(canary)
  })

  test('scheduled by another a moment before: the second is told, and nothing is done twice', async () => {
    const office = anOffice()
    await pasted(office)
    const [{ id, version }] = (await drafts(office)) as [Awaited<ReturnType<typeof drafts>>[number]]
    await confirmPlacement({ draftId: id, version, answers: {}, chosen: [] }, teamManager, office.ports)
    await press('Schedule')
    const done = await section('The placement is confirmed')
    expect(done.getByText(/Somebody else had scheduled this before you pressed/)).toBeTruthy()
    expect(await office.ports.store.meetingsOf((await placed(office))!.id)).toHaveLength(1)
  })

  test('changed by another: the press does nothing, and the page shows what is there', async () => {
    const office = anOffice()
    await pasted(office)
    const [{ id, version }] = (await drafts(office)) as [Awaited<ReturnType<typeof drafts>>[number]]
    const answers = { 'placement.startsAt': '19/12/2026 09:00' }
    await changeDraft({ draftId: id, version, answers, people: {} }, teamManager, office.ports)
    await press('Schedule')
    expect((await screen.findByRole('alert')).textContent).toContain('Somebody changed this in the meantime')
    expect(await screen.findByText('Sat 19 Dec 2026 09:00')).toBeTruthy()
    expect(await placed(office)).toBeNull()
  })

  test('whose times have passed says so, and looks again with one press', async () => {
    const office = anOffice()
    const { id } = await inChat(office)
    office.at('2026-12-23T18:00:00Z')
    openTheTab(office, { as: officer, path: pathOfDraft(id) })
    expect(await screen.findByText('The times that were found have passed. Please look again.')).toBeTruthy()
    await press('Look again')
    expect(await button('Schedule')).toBeTruthy()
  })

  test('while Outlook cannot be asked offers no time, and says so', async () => {
    const office = anOffice()
    office.calendar.reachable = false
    await pasted(office)
    expect(screen.getByText(/Outlook cannot be asked for free times just now/)).toBeTruthy()
    office.calendar.reachable = true
    await press('Look again')
    expect(await button('Schedule')).toBeTruthy()
  })
})

describe('a text about a placement that is confirmed already', () => {
  const confirmed = async () => {
    const office = anOffice()
    const { id, version } = await inChat(office)
    await confirmPlacement({ draftId: id, version, answers: {}, chosen: [] }, officer, office.ports)
    await office.work()
    openTheTab(office, { as: officer, path: CONFIRM })
    return office
  }

  test('with another start shows old and new, and asks (E-10)', async () => {
    const office = await confirmed()
    await paste(
      'Amendment. Case reference: BKS-204417, placement reference: PL-30951.\nPlacement start date/time: now Sat 19th December 2026 at 1.15pm (was Fri 18th December 2026, 5.30pm)',
    )
    const change = await section('A newer message changes this placement')
    expect(change.getByText('Start').nextElementSibling!.textContent).toBe('Fri 18 Dec 2026 17:30 → Sat 19 Dec 2026 13:15')
    expect((await placed(office))!.confirmation.placement.startsAt).toBe('2026-12-18T17:30:00Z')
    await press('Take over the change')
    expect(await screen.findByText('Foster · emergency · starts Sat 19 Dec 2026 13:15')).toBeTruthy()
    expect((await placed(office))!.confirmation.placement.startsAt).toBe('2026-12-19T13:15:00Z')
  }) // prettier-ignore

  test('that calls it off asks whether the placement goes ahead, and cancels nothing by itself (E-12)', async () => {
    const office = await confirmed()
    await paste('Placement PL-30951 (case BKS-204417) is cancelled and will not go ahead.')
    const doubt = await section('Does the placement go ahead?')
    expect((await meetingOf(office)).state).toBe('arranged')
    await userEvent.click(doubt.getByRole('button', { name: 'It goes ahead' }))
    await waitFor(() => expect(screen.queryByRole('region', { name: 'Does the placement go ahead?' })).toBeNull())
    expect(isThere(/^Open PPM-/)).toBe(true)
  })
})

describe('the form', () => {
  test('asks for what is needed, by name, and makes a draft of the rest', async () => {
    const office = anOffice()
    openTheTab(office, { as: officer, path: CONFIRM })
    await press('Fill in a form instead')
    await press('Show the plan')
    expect(screen.getAllByText('Please fill this in.')).toHaveLength(6)
    expect(document.activeElement).toBe(screen.getByRole('textbox', { name: /case reference/ }))
    const type = (name: RegExp, words: string) => userEvent.type(screen.getByRole('textbox', { name }), words)
    await type(/case reference/, 'BKS-204417')
    await type(/Placement reference/, 'PL-30951')
    await type(/child.s age/, '9')
    await type(/initials/, 'QX')
    await userEvent.click(screen.getByRole('radio', { name: 'Foster' }))
    await userEvent.click(screen.getByRole('radio', { name: 'Emergency' }))
    fireEvent.change(screen.getByLabelText(/Day on which/), { target: { value: '2026-12-18' } })
    fireEvent.change(screen.getByLabelText(/Time at which/), { target: { value: '17:30' } })
    await type(/^Child's social worker/, 'Rosalind Achterberg, rosalind.achterberg@brackenshire.example')
    await press('Show the plan')
    expect((await section('By when')).getByText('Hold by Tue 29 Dec 2026')).toBeTruthy()
    expect((await drafts(office))[0]).toMatchObject({ door: 'tab', fields: { placement: { startsAt: '2026-12-18T17:30:00Z' } } })
  }) // prettier-ignore

  test('loses nothing while the connection is away', async () => {
    const office = anOffice()
    openTheTab(office, { as: officer, path: CONFIRM })
    await press('Fill in a form instead')
    const reference = () => screen.getByRole<HTMLInputElement>('textbox', { name: /case reference/ })
    for (const [name, words] of [[/case reference/, 'BKS-1'], [/Placement reference/, 'PL-1'], [/child.s age/, '9'], [/initials/, 'QX']] as const)
      await userEvent.type(screen.getByRole('textbox', { name }), words)
    await userEvent.click(screen.getByRole('radio', { name: 'Foster' }))
    await userEvent.click(screen.getByRole('radio', { name: 'Planned' }))
    office.reachable = false
    await press('Show the plan')
    expect((await screen.findByRole('alert')).textContent).toMatch(/cannot be reached/)
    expect(reference().value).toBe('BKS-1')
    office.reachable = true
    await press('Show the plan')
    expect(await section('What was read')).toBeTruthy()
  }) // prettier-ignore
})
