import { afterEach, describe, expect, test } from '@jest/globals'
import { act, cleanup, screen, waitFor, within } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { instant } from '../../shared/dates/time.ts'
import { aConfirmation } from '../support/builders.ts'
import { Office, WORKERS } from '../support/office.ts'
import { openTheTab } from './open-the-tab.tsx'

afterEach(cleanup)

const now = '2026-11-02T09:00:00Z'
const placed = (reference: string, startsAt: string, over: Parameters<typeof aConfirmation>[0] = {}) =>
  aConfirmation({
    caseReference: `BKS-${reference}`,
    placementReference: reference,
    ...over,
    placement: { ...over.placement, startsAt: instant(startsAt) },
  })

const refsIn = (group: HTMLElement) =>
  within(group)
    .getAllByRole('listitem')
    .map((row) => within(row).getAllByRole('link')[0]!.textContent)

describe('what breaks next', () => {
  test('the meeting that will be missed first is on top, with the time left and its one next step', async () => {
    const office = new Office({ now })
    const later = await office.confirm(placed('2', '2026-11-09T10:00:00Z'))
    const soon = await office.confirm(placed('1', '2026-11-03T10:00:00Z'))
    const late = await office.confirm(placed('3', '2026-10-28T10:00:00Z'))
    openTheTab(office, { as: WORKERS.supervising })

    const needsYou = await screen.findByRole('region', { name: 'Needs you (3)' })
    expect(refsIn(needsYou)).toEqual([late.ref, soon.ref, later.ref])
    const [first, second, third] = within(needsYou)
      .getAllByRole('listitem')
      .map((row) => within(row))
    expect(first!.getByText('Late')).toBeTruthy()
    expect(first!.getByText('Hold by Wed 28 Oct 2026 10:00')).toBeTruthy()
    expect(first!.getByText('3 working days late')).toBeTruthy()
    expect(second!.getByText('Due now')).toBeTruthy()
    expect(third!.getByText('Not yet arranged')).toBeTruthy()
    expect(third!.getByText('in 5 working days')).toBeTruthy()
    expect(first!.getByRole('link', { name: `Choose a time: ${late.ref}` })).toBeTruthy()
  })

  test('a meeting that is arranged waits for others once its reader has answered', async () => {
    const office = new Office({ now })
    const meeting = await office.arrange(
      await office.confirm(placed('1', '2026-11-20T10:00:00Z')),
      '2026-11-04T10:00:00Z',
    )
    openTheTab(office, { as: WORKERS.supervising })
    expect(refsIn(await screen.findByRole('region', { name: 'Needs you (1)' }))).toEqual([meeting.ref])
    expect(screen.getByRole('link', { name: `Say if you come: ${meeting.ref}` })).toBeTruthy()
    cleanup()

    await office.answer(meeting, WORKERS.supervising, 'coming')
    openTheTab(office, { as: WORKERS.supervising })
    expect(refsIn(await screen.findByRole('region', { name: 'This week (1)' }))).toEqual([meeting.ref])
    expect(screen.getByText('Wed 4 Nov 2026, 10:00 to 11:00')).toBeTruthy()
    expect(screen.getByText('in 2 days')).toBeTruthy()
  })

  test('somebody with no part in any case is told so, in words', async () => {
    const office = new Office({ now })
    await office.confirm(placed('1', '2026-11-09T10:00:00Z'))
    openTheTab(office, { as: WORKERS.reviewing })
    expect(await screen.findByText('No planning meeting has to do with you yet.')).toBeTruthy()
  })

  test('the page is found again by the name in its title, which gives nothing away', async () => {
    openTheTab(new Office({ now }), { as: WORKERS.officer })
    await screen.findByRole('heading', { name: 'Planning meetings' })
    expect(document.title).toBe('Planning meetings')
  })
})

describe('finding one of many', () => {
  async function aList() {
    const office = new Office({ now })
    const foster = await office.confirm(placed('FOSTER', '2026-11-09T10:00:00Z'))
    const home = await office.confirm(
      placed('HOME', '2026-11-10T10:00:00Z', { placement: { type: 'residential', startsAt: null } }),
    )
    openTheTab(office, { as: WORKERS.officer })
    await screen.findByText(foster.ref)
    return { office, foster, home, user: userEvent.setup() }
  }

  test('by reference or case', async () => {
    const { foster, home, user } = await aList()
    await user.type(screen.getByRole('searchbox'), 'bks-home')
    await waitFor(() => expect(screen.queryByText(foster.ref)).toBeNull())
    expect(screen.getByText(home.ref)).toBeTruthy()
  })

  test('by kind of placement', async () => {
    const { foster, home, user } = await aList()
    await user.selectOptions(screen.getByRole('combobox', { name: 'Which meetings' }), 'Foster')
    await waitFor(() => expect(screen.queryByText(home.ref)).toBeNull())
    expect(screen.getByText(foster.ref)).toBeTruthy()
  })

  test('by whose turn it is, how it stands and what is due', async () => {
    const { foster, home, user } = await aList()
    const choose = (words: string) =>
      user.selectOptions(screen.getByRole('combobox', { name: 'Which meetings' }), words)
    const shown = () => [foster, home].filter(({ ref }) => screen.queryByText(ref)).map(({ ref }) => ref)
    const isShown = (refs: string[]) => waitFor(() => expect(shown()).toEqual(refs))
    await choose('Due within a week')
    await isShown([])
    await choose('Needs me')
    await isShown([foster.ref, home.ref])
    await choose('Held or cancelled')
    await isShown([])
    await choose('Not yet arranged')
    await isShown([foster.ref, home.ref])
  })

  test('by a person, who is marked, with the number said aloud; a link leads to the meeting', async () => {
    const { foster, user } = await aList()
    await user.type(screen.getByRole('searchbox'), 'oyel')
    const people = within(await screen.findByRole('region', { name: 'People (2)' }))
    expect(screen.getByText('2 found').getAttribute('role')).toBe('status')
    expect(people.getAllByText('Oyel', { selector: 'mark' })).toHaveLength(2)
    await user.click(people.getAllByRole('link', { name: foster.ref })[0]!)
    await screen.findByRole('heading', { level: 1, name: new RegExp(foster.ref) })
  })

  test('what was looked for goes in the body of a request, never in its address', async () => {
    const { office, user } = await aList()
    await user.type(screen.getByRole('searchbox'), 'oyelaran')
    await screen.findByRole('region', { name: 'People (2)' })
    expect(office.requests).toContain('POST /api/search')
    expect(office.requests.join(' ')).not.toMatch(/oyel/i)
    expect(window.location.href).not.toMatch(/oyel/i)
  })

  test('it stands as it was left for whoever comes back from a meeting, by a link or by the browser (P-52)', async () => {
    const { foster, home, user } = await aList()
    await user.type(screen.getByRole('searchbox'), 'bks-')
    await user.selectOptions(screen.getByRole('combobox', { name: 'Which meetings' }), 'Foster')
    await waitFor(() => expect(screen.queryByText(home.ref)).toBeNull())
    const asItWas = async () => {
      const search = await screen.findByRole<HTMLInputElement>('searchbox')
      expect(search.value).toBe('bks-')
      expect(screen.getByRole<HTMLSelectElement>('combobox', { name: 'Which meetings' }).value).toBe('foster')
      await screen.findByText(foster.ref)
      expect(screen.queryByText(home.ref)).toBeNull()
    }
    const goToMeeting = async () => {
      await user.click(screen.getByRole('link', { name: foster.ref }))
      await screen.findByRole('heading', { level: 1, name: new RegExp(foster.ref) })
      expect(window.location.href).not.toMatch(/bks-|foster/)
    }
    await goToMeeting()
    await user.click(screen.getByRole('button', { name: 'All planning meetings' }))
    await asItWas()
    await goToMeeting()
    act(() => window.history.back())
    await asItWas()
  })

  test('what one person looked for is not there for the next', async () => {
    const { office, foster, user } = await aList()
    await user.type(screen.getByRole('searchbox'), 'zzz')
    await screen.findByText(/No meeting fits/)
    const { state } = window.history
    cleanup()
    openTheTab(office, { as: WORKERS.supervising, state })
    await screen.findByText(foster.ref)
    expect(screen.getByRole<HTMLInputElement>('searchbox').value).toBe('')
    cleanup()
    // The same person, whose page was loaded anew.
    openTheTab(office, { as: WORKERS.officer, state })
    await screen.findByText(/No meeting fits/)
  })

  test('when the records cannot be looked through, it says so and looks again on a press', async () => {
    const { office, foster, user } = await aList()
    office.reachable = false
    await user.type(screen.getByRole('searchbox'), foster.ref)
    expect(await screen.findByText(/The records could not be looked through/)).toBeTruthy()
    expect(screen.getByText(foster.ref)).toBeTruthy()
    office.reachable = true
    await user.click(screen.getByRole('button', { name: 'Look again' }))
    expect(await screen.findByText('1 found')).toBeTruthy()
  })

  test('of very many, those in view are drawn; each says which of how many it is', async () => {
    const office = new Office({ now })
    for (let n = 10; n < 130; n += 1) await office.confirm(placed(`${n}`, '2026-11-09T10:00:00Z'))
    openTheTab(office, { as: WORKERS.officer })
    const needsYou = within(await screen.findByRole('region', { name: 'Needs you (120)' }))
    await waitFor(() => expect(needsYou.getAllByRole('listitem').length).toBeLessThan(50))
    const [first, second] = needsYou.getAllByRole('listitem')
    expect([first, second].map((row) => row!.getAttribute('aria-posinset'))).toEqual(['1', '2'])
    expect(first!.getAttribute('aria-setsize')).toBe('120')
  })

  test('when nothing fits, it says so and leads back', async () => {
    const { foster, user } = await aList()
    await user.type(screen.getByRole('searchbox'), 'zzz')
    expect(await screen.findByText(/No meeting fits/)).toBeTruthy()
    await user.click(screen.getByRole('button', { name: 'Show all meetings' }))
    expect(screen.getByText(foster.ref)).toBeTruthy()
  })
})

describe('when the list cannot be had', () => {
  test('at first: it says why, and tries again on a press', async () => {
    const office = new Office({ now })
    const meeting = await office.confirm(placed('1', '2026-11-09T10:00:00Z'))
    office.reachable = false
    const view = openTheTab(office, { as: WORKERS.officer })
    expect(await view.findByText('The planning meetings could not be opened')).toBeTruthy()
    office.reachable = true
    await userEvent.click(view.getByRole('button', { name: 'Try again' }))
    expect(await view.findByText(meeting.ref)).toBeTruthy()
  })

  test('later: what was there stays, and is said to be old', async () => {
    const office = new Office({ now })
    const meeting = await office.confirm(placed('1', '2026-11-09T10:00:00Z'))
    openTheTab(office, { as: WORKERS.officer })
    await screen.findByText(meeting.ref)
    office.reachable = false
    window.dispatchEvent(new Event('focus'))
    expect(await screen.findByText(/cannot be reached just now. What you see is as it was before/)).toBeTruthy()
    expect(screen.getByText(meeting.ref)).toBeTruthy()
    office.reachable = true
    await userEvent.click(screen.getByRole('button', { name: 'Try again' }))
    await screen.findByText(meeting.ref)
    expect(screen.queryByText(/as it was before/)).toBeNull()
  })
})
