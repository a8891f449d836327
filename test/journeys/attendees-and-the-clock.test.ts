/**
 * Those who are asked to a meeting, from the booking to its morning: one card in Teams for who works for the council,
 * e-mail for everybody else. The clock of the practice town brings the days about. The tests tell one story, in this
 * order.
 */
import { afterAll, beforeAll, describe, expect, jest, test } from '@jest/globals'
import { Town, type OutlookMail, type Visitor } from '../support/town-window.ts'
import { FAMILY, PLANNED_FOSTER, saying } from '../support/town-confirmations.ts'

jest.setTimeout(120_000)

const OUTSIDE = ['Tina Bramwell', 'Kayleigh Dunmore']

let town: Town
let owen: Visitor
let ruth: Visitor
let ref: string

const lettersTo = async (name: string, about = ref): Promise<OutlookMail[]> =>
  (await town.inBoxOf(name)).filter(({ subject }) => subject.includes(about))

/** What a mail says, without the mark-up. */
const words = ({ body }: OutlookMail) => body.content.replace(/<[^>]+>|&nbsp;/g, ' ').replace(/\s+/g, ' ')

/** Schedules the first time that is offered; gives the meeting's reference. */
async function schedules(officer: Visitor, confirmation: string, caseReference: string): Promise<string> {
  await officer.writes(confirmation)
  await officer.newestCard.filter({ hasText: caseReference }).filter({ hasText: 'When?' }).waitFor()
  await officer.presses('Schedule')
  const card = officer.newestCard.filter({ hasText: caseReference }).filter({ hasText: /Arranged for/ })
  await card.waitFor()
  await town.settles()
  return /PPM-\w{4}/.exec(await card.innerText())![0]
}

beforeAll(async () => {
  town = await Town.open({ clock: '2026-10-26T09:30:00+00:00' })
  ref = await schedules(await town.visit('Nadia Castellane'), PLANNED_FOSTER, 'LCS-204417')
  owen = await town.visit('Owen Tremlett')
  ruth = await town.visit('Ruth Ashdown')
})
afterAll(() => town.close())

describe('on booking', () => {
  test('whoever works for the council has one card: when, why they, and one row of answers', async () => {
    const card = await ruth.readsOnCard('You are asked to a planning meeting: today at 13:30.')
    expect(card).toContain('You are asked because you are the supervising social worker.')
    expect(card).toContain('Coming\nBy video\nSend my views\nCannot')
    expect(await ruth.cards.filter({ hasText: ref }).count()).toBe(1)
    for (const word of Object.values(FAMILY)) expect(card).not.toContain(word)
  })

  test('one tap answers, and Outlook shows it', async () => {
    const outlook = await town.visit('Owen Tremlett', { door: 'outlook' })
    await outlook.page.getByRole('button', { name: new RegExp(`${ref}.*Owen, Tina, Ruth`) }).click()
    const event = outlook.page.getByRole('dialog', { name: `Planning meeting – ref ${ref}` })
    await event.getByText('Ruth Ashdown · No answer yet').waitFor()
    await ruth.presses('Coming')
    expect(await ruth.readsOnCard('You are coming.')).toContain('Tap another answer to change it.')
    await event.getByText('Ruth Ashdown · Accepted').waitFor()
    await ruth.presses('By video')
    await ruth.readsOnCard('You are joining by video; the link is in your Outlook invitation.')
    await event.getByText('Ruth Ashdown · Accepted').waitFor()
    expect(await ruth.cards.filter({ hasText: ref }).count()).toBe(1)
  })

  test('who is only told has a card without a question, and no mail', async () => {
    const helen = await town.visit('Helen Marchbank')
    const card = await helen.readsOnCard('For your information: a planning meeting is held')
    expect(card).toContain('There is nothing for you to do.')
    expect(await helen.newestCard.getByRole('button', { name: 'Coming' }).count()).toBe(0)
    expect(await lettersTo('Helen Marchbank')).toEqual([])
  })

  test('people outside have one mail each', async () => {
    for (const name of OUTSIDE) expect(await lettersTo(name)).toHaveLength(1)
  })
})

describe('the meeting is moved', () => {
  let heardBefore: Record<string, number>

  test('everybody hears the new time once, and is asked again', async () => {
    heardBefore = Object.fromEntries(
      await Promise.all(OUTSIDE.map(async (name) => [name, (await lettersTo(name)).length])),
    )
    await owen.presses('Move …')
    await owen.newestCard.getByLabel('Or another time: day').fill('2026-10-30')
    await owen.newestCard.getByLabel('Start, in London').last().fill('11:00')
    await owen.newestCard.getByLabel('Why is it moved?').fill('The carer is at work')
    await owen.presses('Move the meeting')
    await owen.readsOnCard('You are asked to a planning meeting: Fri 30 Oct 2026 11:00, in 4 days.')
    expect(await ruth.readsOnCard('Fri 30 Oct 2026 11:00')).toContain('Please say whether you come')
    await town.settles()
    for (const name of OUTSIDE) expect((await lettersTo(name)).length - heardBefore[name]!).toBe(1)
  })

  test('the hours before the old time, and the old time itself, pass in silence', async () => {
    const before = await Promise.all(OUTSIDE.map((name) => lettersTo(name)))
    await town.app.at('2026-10-28T08:59:00+00:00')
    expect(await Promise.all(OUTSIDE.map((name) => lettersTo(name)))).toEqual(before)
    expect(await ruth.readsOnCard('Fri 30 Oct 2026 11:00')).not.toContain('A reminder')
  })

  test('two working days before, at nine, everybody is reminded of the new time', async () => {
    await town.app.at('2026-10-28T09:00:00+00:00')
    await ruth.readsOnCard('A reminder: planning meeting Fri 30 Oct 2026 11:00, in 2 days.')
    for (const name of OUTSIDE) {
      const newest = (await lettersTo(name)).at(-1)
      expect(words(newest!)).toContain('This is to remind you of a planning meeting on Friday 30 October at 11 am.')
    }
  })

  test('and on the morning, at eight', async () => {
    await town.app.at('2026-10-30T08:00:00+00:00')
    await ruth.readsOnCard('A reminder: planning meeting today at 11:00.')
    for (const name of OUTSIDE) {
      const newest = (await lettersTo(name)).at(-1)
      expect(words(newest!)).toContain('This is to remind you of a planning meeting today at 11 am.')
    }
  })

  test('in all of it one card asks, and what was said before is one line', async () => {
    expect(await ruth.cards.filter({ hasText: 'Cannot' }).count()).toBe(1)
    expect(await ruth.messages.getByText('Shown again below.').count()).toBe(3)
  })

  test('since the move nobody has been told the old time', async () => {
    for (const name of OUTSIDE) {
      const sinceTheMove = (await lettersTo(name)).slice(heardBefore[name])
      expect(sinceTheMove).toHaveLength(3)
      for (const mail of sinceTheMove) expect(words(mail)).not.toMatch(/26 Oct|1\.30 pm|13:30/)
    }
    expect(await ruth.messages.innerText()).not.toContain('13:30')
  })
})

describe('mail to people outside', () => {
  test('says who asks, how to take part and whom to ring, and gives nothing away (P-01, P-02, P-09)', async () => {
    for (const name of OUTSIDE) {
      for (const mail of await lettersTo(name)) {
        expect(mail.subject).toBe(`Planning meeting – ref ${ref}`)
        expect(words(mail)).toContain('01632 960100')
        const said = `${words(mail)} ${mail.bodyPreview}`
        for (const word of [...Object.values(FAMILY), 'LCS-204417', 'PL-30951', 'foster', 'placement', 'child'])
          expect(said.toLowerCase()).not.toContain(word.toLowerCase())
      }
    }
  })

  test('never names those who also come: neither the mother to the carer nor the carer to the mother', async () => {
    for (const [name, other] of [OUTSIDE, OUTSIDE.toReversed()] as [string, string][])
      for (const mail of await lettersTo(name)) expect(words(mail)).not.toContain(other)
  })
})

describe('a meeting that is cancelled', () => {
  test('says so once to everybody, without the reason, and reminds nobody afterwards (P-07)', async () => {
    const other = saying(PLANNED_FOSTER, {
      'Case reference': 'LCS-204451',
      'Placement reference': 'PL-30971',
      'Placement start date/time': '09/11/2026 at 10am',
    })
    const nadia = await town.visit('Nadia Castellane')
    const cancelled = await schedules(nadia, other, 'LCS-204451')
    await ruth.cards.filter({ hasText: cancelled }).filter({ hasText: 'You are asked' }).waitFor()
    await nadia.presses('Cancel …')
    await nadia.newestCard.getByRole('textbox', { name: /^Why\? This is kept/ }).fill('The placement fell through')
    await nadia.presses('Cancel the meeting')
    await nadia.readsOnCard('Cancelled. Everybody who was invited is told by Outlook.')
    await ruth.cards
      .filter({ hasText: cancelled })
      .filter({ hasText: 'This meeting will not now take place.' })
      .waitFor()
    await town.app.at('2026-11-09T12:00:00+00:00')
    for (const name of OUTSIDE) {
      const heard = await lettersTo(name, cancelled)
      expect(heard.map(({ subject }) => subject)).toEqual([
        `Planning meeting – ref ${cancelled}`,
        `Canceled: Planning meeting – ref ${cancelled}`,
      ])
      expect(words(heard[1]!)).not.toContain('fell through')
    }
    const cards = ruth.cards.filter({ hasText: cancelled })
    expect(await cards.count()).toBe(1)
    expect(await cards.innerText()).not.toMatch(/reminder|fell through|Cannot/)
  })
})
