/**
 * What goes wrong between people and machines, in the running app: each time a clear word, nothing by halves, and nothing
 * twice. The refusals themselves are specified in `test/chat`.
 */
import { afterAll, afterEach, beforeAll, describe, expect, jest, test } from '@jest/globals'
import { Town, type Visitor } from '../support/town-window.ts'
import { EMERGENCY_FOSTER, saying } from '../support/town-confirmations.ts'

jest.setTimeout(120_000)

let town: Town
let nadia: Visitor
let cases = 0

beforeAll(async () => {
  town = await Town.open({ clock: '2026-12-18T16:05:00+00:00' })
  nadia = await town.visit('Nadia Castellane')
})
afterEach(() => fetch(`${town.app.url}/local/faults`, { method: 'DELETE' }))
afterAll(() => town.close())

/** A placement of its own for each test. */
function anotherPlacement() {
  cases += 1
  const reference = `LCS-2050${cases}0`
  const text = saying(EMERGENCY_FOSTER, { 'Case reference': reference, 'Placement reference': `PL-3200${cases}` })
  return { reference, text }
}

const cardOf = (visitor: Visitor, reference: string) => visitor.cards.filter({ hasText: reference })
const schedule = (visitor: Visitor, reference: string) =>
  cardOf(visitor, reference).getByRole('button', { name: 'Schedule', exact: true })

/** The events of one meeting in the convenor's calendar. */
async function eventsOf(visitor: Visitor, reference: string) {
  const card = cardOf(visitor, reference).filter({ hasText: 'Arranged for' }).last()
  await card.waitFor()
  const ref = /PPM-\w{4}/.exec(await card.innerText())![0]
  await town.settles()
  return (await town.calendarOf('Owen Tremlett')).filter(({ subject }) => subject.includes(ref))
}

const down = (method: string, path: string) =>
  town.app.post('/local/faults', { rules: [{ method, path, times: null, outcome: { status: 503 } }] })
const wellAgain = () => fetch(`${town.app.url}/local/faults`, { method: 'DELETE' })

describe('Graph is down', () => {
  test('when a confirmation is pasted: no times are made up, and one press looks again', async () => {
    const { reference, text } = anotherPlacement()
    await down('POST', '/users/*/calendar/getSchedule')
    await nadia.writes(text)
    await nadia.readsOnCard('Outlook cannot be asked for free times just now. Please look again in a few minutes.')
    await wellAgain()
    await nadia.presses('Look again')
    await cardOf(nadia, reference).filter({ hasText: 'everyone else free' }).waitFor()
  })

  test('when it is to book: the card says that it waits, and the meeting is booked once when Graph is back', async () => {
    const { reference, text } = anotherPlacement()
    await nadia.writes(text)
    await schedule(nadia, reference).waitFor()
    await down('POST', '/users/*/events')
    await schedule(nadia, reference).click()
    await cardOf(nadia, reference).filter({ hasText: 'Outlook is being asked' }).waitFor()
    await wellAgain()
    await town.app.post('/local/clock', { advanceMinutes: 5 })
    expect(await eventsOf(nadia, reference)).toHaveLength(2)
  })
})

describe('twice', () => {
  test('a double click books once', async () => {
    const { reference, text } = anotherPlacement()
    await nadia.writes(text)
    await schedule(nadia, reference).dblclick()
    expect(await eventsOf(nadia, reference)).toHaveLength(2)
  })

  test('the same paste is one placement: before it is scheduled one preview, afterwards its meeting', async () => {
    const { reference, text } = anotherPlacement()
    await nadia.writes(text)
    await schedule(nadia, reference).waitFor()
    await nadia.writes(text)
    await nadia.readsOnCard('This placement was brought in before')
    await nadia.cards.filter({ hasText: 'Shown again below.' }).waitFor()
    expect(await schedule(nadia, reference).count()).toBe(1)
    await schedule(nadia, reference).click()
    await eventsOf(nadia, reference)
    await nadia.writes(text)
    await nadia.readsOnCard('This placement is confirmed already: this is how its meeting stands.')
    expect(await eventsOf(nadia, reference)).toHaveLength(2)
  })

  test('two officers at once: the one who comes second is shown what the first did', async () => {
    const { reference, text } = anotherPlacement()
    await nadia.writes(text)
    await schedule(nadia, reference).waitFor()
    const helen = await town.visit('Helen Marchbank')
    await helen.writes(text)
    await schedule(helen, reference).waitFor()
    await Promise.all([schedule(helen, reference).click(), schedule(nadia, reference).click()])
    expect(await eventsOf(helen, reference)).toHaveLength(2)
    expect(await eventsOf(nadia, reference)).toHaveLength(2)
  })
})

test('who may not schedule is told who may, and has no button for it', async () => {
  const { reference, text } = anotherPlacement()
  const owen = await town.visit('Owen Tremlett')
  await owen.writes(text)
  await cardOf(owen, reference)
    .filter({ hasText: 'A placement officer, a manager or the emergency duty team has to confirm this placement.' })
    .waitFor()
  expect(await schedule(owen, reference).count()).toBe(0)
})

test('a card that was left open while the meeting was cancelled elsewhere moves nothing, and shows how it stands now', async () => {
  const { reference, text } = anotherPlacement()
  await nadia.writes(text)
  await schedule(nadia, reference).click()
  await eventsOf(nadia, reference)
  const stale = await town.visit('Nadia Castellane')
  await cardOf(stale, reference).filter({ hasText: 'Arranged for' }).waitFor()
  // This window hears no more of what happens, as one whose connection broke.
  await stale.page.route('**/local/live*', (route) => route.abort())
  await stale.page.reload()
  const left = cardOf(stale, reference).filter({ hasText: 'Arranged for' })
  await left.getByRole('button', { name: 'Move …' }).click()

  await cardOf(nadia, reference).getByRole('button', { name: 'Cancel …' }).click()
  await cardOf(nadia, reference)
    .getByRole('textbox', { name: /^Why\? This is kept/ })
    .fill('The placement fell through')
  await cardOf(nadia, reference).getByRole('button', { name: 'Cancel the meeting' }).click()
  await cardOf(nadia, reference).filter({ hasText: 'Cancelled.' }).waitFor()

  await left.getByLabel('Why is it moved?').fill('The carer is at work')
  await left.getByRole('button', { name: 'Move the meeting' }).click()
  await cardOf(stale, reference).filter({ hasText: 'Cancelled.' }).waitFor()
})
