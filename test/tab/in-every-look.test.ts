/** Every page of the built tab in a real browser: in three themes, at the width of a side panel, a tablet and a laptop. */
import { describe, expect, jest, test } from '@jest/globals'
import type { Page } from 'playwright-core'
import { keepContribution } from '../../bot/meetings/keep-contribution.ts'
import { markDocument } from '../../bot/meetings/mark-document.ts'
import { proposeItem } from '../../bot/meetings/propose-item.ts'
import { setFact, setWords } from '../../shared/record/minutes-document.ts'
import { day } from '../../shared/dates/time.ts'
import { accessibilityFaults, overflow } from '../support/browser.ts'
import { aConfirmation, thePeople } from '../support/builders.ts'
import { EMERGENCY_FOSTER, WITHOUT } from '../support/confirmation-texts.ts'
import { Office, WORKERS } from '../support/office.ts'
import { anOffice, backgroundOf, emergency, expectSoon, faultsOf, useTabInBrowser } from './tab-in-browser.ts'

jest.setTimeout(180_000)

const { serve, openContext, windowFor } = useTabInBrowser()

/** Controls that are too small for a thumb; links in running text aside. */
const smallTargets = (page: Page): Promise<string[]> =>
  page.evaluate(() =>
    [
      ...document.querySelectorAll<HTMLElement>(
        'button, select, textarea, input:not([type=radio]), [role=tab], a.fui-Button',
      ),
    ]
      .filter((control) => !control.matches('.fui-Link') || control.parentElement!.textContent === control.textContent)
      .filter((control) => control.checkVisibility() && !control.closest('[data-tabster-dummy]'))
      .filter(
        (control) => (control.closest<HTMLElement>('.fui-Input') ?? control).getBoundingClientRect().height < 43.5,
      )
      .map((control) => control.outerHTML.slice(0, 120)),
  )

const LOOKS = {
  default: { colorScheme: 'light', contrast: 'no-preference', background: 'rgb(250, 250, 250)' },
  dark: { colorScheme: 'dark', contrast: 'no-preference', background: 'rgb(36, 36, 36)' },
  contrast: { colorScheme: 'light', contrast: 'more', background: 'rgb(0, 0, 0)' },
} as const

/** What is wrong with a page as it stands, in every theme and at the width of a side panel, a tablet and a laptop. */
async function faultsInEveryLook(page: Page): Promise<string[]> {
  const faults: string[] = []
  for (const [theme, { background, ...media }] of Object.entries(LOOKS)) {
    // Colours that glide from one theme to the next are of neither.
    await page.emulateMedia({ ...media, reducedMotion: 'reduce' })
    await expectSoon(() => backgroundOf(page), background)
    for (const width of [280, 768, 1280]) {
      await page.setViewportSize({ width, height: 800 })
      const found = [
        ...(await accessibilityFaults(page)),
        ...(await smallTargets(page)).map((control) => `smaller than a thumb: ${control}`),
        ...((await overflow(page)) > 0 ? ['scrolls sideways'] : []),
      ]
      faults.push(...found.map((fault) => `${theme}, ${width} pixels: ${fault}`))
    }
  }
  return faults
}

describe('every page can be used by everybody, in three themes and at three widths', () => {
  test('before the meeting', async () => {
    const { office, toArrange, asking, arranged } = await anOffice()
    const { url } = await serve(office)
    const page = await (await windowFor(WORKERS.supervising)).newPage()
    const faults = faultsOf(page)
    const at = async (path: string, heading: string | RegExp) => {
      await page.goto(`${url}/tab${path}`)
      await page.getByRole('heading', { name: heading }).first().waitFor()
      return faultsInEveryLook(page)
    }
    expect(await at('', 'Planning meetings')).toEqual([])
    expect(await at(`/meetings/${toArrange.id}`, 'Choose a time')).toEqual([])
    expect(await at(`/meetings/${asking.id}`, /questions first/)).toEqual([])
    expect(await at(`/meetings/${arranged.id}`, 'Do you come?')).toEqual([])
    await page.getByRole('button', { name: 'Move the meeting' }).click()
    await page.getByRole('button', { name: 'Change the agenda' }).click()
    expect(await faultsInEveryLook(page)).toEqual([])
    expect(faults).toEqual([])
  })

  test('while it is got ready, and while something is looked for', async () => {
    const { office, arranged } = await anOffice()
    const words = { text: 'She should keep her place in the choir.', for: { who: 'mother:1', via: 'phone' } as const }
    await keepContribution({ meetingId: arranged.id, ...words }, WORKERS.socialWorker, office.ports)
    const proposed = { title: 'The choir', why: 'Rehearsals are on Fridays' }
    await proposeItem({ meetingId: arranged.id, ...proposed }, WORKERS.socialWorker, office.ports)
    await markDocument(
      { meetingId: arranged.id, document: 'carePlan', is: 'ready' },
      WORKERS.socialWorker,
      office.ports,
    )
    const { url } = await serve(office)
    const page = await (await windowFor(WORKERS.supervising)).newPage()
    const faults = faultsOf(page)
    await page.goto(`${url}/tab/meetings/${arranged.id}`)
    for (const name of ['Write my views', 'Write down what somebody said', 'Park: The choir', 'Change the agenda']) {
      await page.getByRole('button', { name }).click()
    }
    await page.getByRole('button', { name: 'Propose something to talk about' }).click()
    await page.getByRole('button', { name: 'Park: Money' }).click()
    expect(await faultsInEveryLook(page)).toEqual([])
    await page.goto(`${url}/tab`)
    // A word that stands in a name, an action and a note.
    for (const looked of ['the', 'oyelaran landing', 'zzz']) {
      await page.getByRole('searchbox').fill(looked)
      await page.getByText(looked === 'zzz' ? /^No meeting fits/ : /^\d+ found$/).waitFor()
      expect(await faultsInEveryLook(page)).toEqual([])
    }
    expect(faults).toEqual([])
  })

  test('during and after it', async () => {
    const { office, arranged } = await anOffice()
    const { url } = await serve(office)
    office.at('2026-11-04T10:07:00Z')
    const page = await (await windowFor(WORKERS.supervising)).newPage()
    const faults = faultsOf(page)
    await page.goto(`${url}/tab/meetings/${arranged.id}`)
    await page.getByRole('heading', { name: 'Who is here' }).waitFor()
    expect(await faultsInEveryLook(page)).toEqual([])
    for (const item of [
      'Daily life',
      'Health',
      'Risk: four questions',
      'Who decides what',
      'Chair.s checklist',
      'For the record',
    ]) {
      await page.setViewportSize({ width: 1280, height: 800 })
      await page
        .getByRole('navigation')
        .getByRole('button', { name: new RegExp(`^(?!\\d+ of ).*${item}$`) })
        .click()
      await page.getByRole('heading', { name: new RegExp(item), level: 2 }).waitFor()
      expect(await faultsInEveryLook(page)).toEqual([])
    }
    await page.getByRole('tab', { name: 'After' }).click()
    await page.getByRole('heading', { name: /^Missing before/ }).waitFor()
    await page.getByRole('button', { name: 'Begin with what is written' }).click()
    expect(await faultsInEveryLook(page)).toEqual([])
    expect(faults).toEqual([])
  })

  test('an emergency meeting with concerns, its agenda being put in order, and no connection', async () => {
    const office = new Office({ now: '2026-11-02T09:00:00Z', pack: 'wm-mosaic' })
    const people = [
      ...thePeople(),
      { role: 'registeredManager' as const, name: 'Odalys Fairweather', email: 'odalys@home.example' },
    ]
    const confirmed = await office.confirm(emergency({ people, placement: { type: 'residential' } }))
    const meeting = await office.arrange(confirmed, '2026-11-04T10:00:00Z')
    await office.change(meeting.id, (doc) => {
      setFact(doc, 'attendance/mother:1/state', 'contributed')
      setFact(doc, 'lines/EM-1/answer', 'concerns')
      for (const line of ['EM-2a', 'EM-2b', 'EM-2c'])
        setFact(doc, `lines/${line}/answer`, line === 'EM-2c' ? 'no' : 'yes')
    })
    const { url } = await serve(office)
    office.at('2026-11-04T10:07:00Z')
    const page = await (await windowFor(WORKERS.supervising)).newPage()
    await page.goto(`${url}/tab/meetings/${meeting.id}`)
    const go = async (item: string) => {
      await page.setViewportSize({ width: 1280, height: 800 })
      await page
        .getByRole('navigation')
        .getByRole('button', { name: new RegExp(`^(?!\\d+ of ).*${item}$`) })
        .click()
    }
    await go('Emergency questions')
    await page.getByRole('group', { name: /^Can the placement be sustained/ }).waitFor()
    expect(await faultsInEveryLook(page)).toEqual([])
    await page.setViewportSize({ width: 1280, height: 800 })
    await page.getByRole('button', { name: 'Change the agenda' }).click()
    await page.context().setOffline(true)
    await page.getByRole('textbox', { name: 'Another item for the agenda' }).fill('The cat')
    await page.keyboard.press('Enter')
    await page.getByRole('banner').getByText('Offline, not saved').waitFor()
    expect(await faultsInEveryLook(page)).toEqual([])
  })

  test('once the record is closed, and what follows from it on the list', async () => {
    const { office, arranged } = await anOffice()
    office.at('2026-11-04T11:07:00Z')
    await office.change(arranged.id, (doc) => {
      setFact(doc, 'attendance/mother:1/state', 'present')
      setFact(doc, 'positions/mother:1/answer', 'disagree')
      setWords(doc, 'positions/mother:1/text', 'It is too far away')
      setWords(doc, 'summary/child/text', 'You stay at your school.')
    })
    await office.closeAsItIs(arranged)
    const owner = 'supervisingSocialWorker:1'
    const followUps = [{ id: 'e3', words: 'Register with the GP.', owner, by: day('2026-11-03') } as const]
    await office.ports.store.save({ meetings: [{ ...(await office.meeting(arranged.id)), followUps: [...followUps] }] })
    const { url } = await serve(office)
    const page = await (await windowFor(WORKERS.supervising)).newPage()
    await page.goto(`${url}/tab/meetings/${arranged.id}`)
    await page.getByText(/^Closed on/).waitFor()
    await page.getByRole('button', { name: 'Somebody sees it differently' }).click()
    await page.getByRole('button', { name: 'Ask for a further meeting' }).click()
    await page.getByRole('radio', { name: 'Back from being missing or absent' }).check()
    expect(await faultsInEveryLook(page)).toEqual([])
    await page.goto(`${url}/tab`)
    await page.getByText('Register with the GP.').waitFor()
    await page.getByRole('button', { name: 'Show what is done' }).click()
    expect(await faultsInEveryLook(page)).toEqual([])
  })

  test('a confirmation, from the paste to the meeting, and what can come of it', async () => {
    const office = new Office({ now: '2026-12-18T16:05:00Z' })
    const { url } = await serve(office)
    const page = await (await windowFor(WORKERS.officer)).newPage()
    const faults = faultsOf(page)
    const paste = async (text: string) => {
      await page.getByRole('textbox', { name: 'The placement confirmation' }).fill(text)
      await page.getByRole('button', { name: 'Read it' }).click()
    }
    const shows = async (name: string | RegExp) => {
      await page.getByRole('heading', { name }).first().waitFor()
      expect(await faultsInEveryLook(page)).toEqual([])
    }
    await page.goto(`${url}/tab/confirm`)
    await paste('Lunch on Friday?')
    await page.getByRole('alert').waitFor()
    await shows('Confirm a placement')
    await page.getByRole('button', { name: 'Fill in a form instead' }).click()
    await page.getByRole('button', { name: 'More people and details' }).click()
    await page.getByRole('button', { name: 'Show the plan' }).click()
    await shows('Confirm a placement')
    await page.getByRole('button', { name: 'Paste a text instead' }).click()
    await paste(WITHOUT("Child's part", 'Planned or emergency'))
    await page.getByRole('heading', { name: '2 things need an answer' }).waitFor()
    await page.getByRole('button', { name: 'Change: Start' }).click()
    await page.getByRole('button', { name: /^Why\? Hold by/ }).click()
    await shows('Choose a time')
    await page.goto(`${url}/tab`)
    await shows('Placements that wait for an answer (1)')
    await page.setViewportSize({ width: 1280, height: 800 })
    await page.getByRole('link', { name: /^Look at it/ }).click()
    await page.getByRole('radio', { name: 'Emergency' }).check()
    await page.getByRole('radio', { name: 'Takes part another way' }).check()
    await page.getByRole('button', { name: 'Schedule' }).click()
    await shows('The placement is confirmed')
    await page.getByRole('button', { name: 'Confirm another placement' }).click()
    await paste(EMERGENCY_FOSTER.replace('at 5.30pm', 'at 7.30pm'))
    await shows('A newer message changes this placement')
    // A browser tells of every refusal that a page shows in words.
    expect(faults.filter((fault) => !/status of 4\d\d/.test(fault))).toEqual([])
  })

  test('for whoever came to the wrong door', async () => {
    const { office } = await anOffice()
    const { url } = await serve(office)
    const page = await (await windowFor(WORKERS.supervising)).newPage()
    for (const [path, heading] of [
      ['nowhere', 'There is no such page'],
      ['meetings/5d1b4f3c-1c1e-4a1b-8f63-0b5a4c8e7d10', 'This meeting cannot be shown'],
    ]) {
      await page.goto(`${url}/tab/${path}`)
      await page.getByRole('heading', { name: heading! }).waitFor()
      expect(await faultsInEveryLook(page)).toEqual([])
    }
  })

  test('what the app has been allowed, for an administrator', async () => {
    const { office } = await anOffice()
    office.checks = (['broken', 'tooWide', 'missing', 'unknown', 'works'] as const).map((outcome) => ({
      id: outcome,
      what: `Be refused the calendar of somebody.with.a.long.name@brackenshire.example`,
      why: 'The app reads the mailboxes that it needs and no others.',
      permission: 'TeamsAppInstallation.ReadWriteSelfForUser.All',
      givenIn: 'Exchange',
      outcome,
      words: 'What was found, and what to do next.',
    }))
    const { url } = await serve(office)
    const page = await (await windowFor(WORKERS.administrator)).newPage()
    await page.goto(`${url}/tab/preflight`)
    await page.getByRole('heading', { name: 'Preflight' }).waitFor()
    expect(await faultsInEveryLook(page)).toEqual([])
  })

  test('how timely meetings are, for a manager', async () => {
    const office = new Office({ now: '2026-10-27T09:00:00Z' })
    const { name, email } = WORKERS.teamManager
    const manager = { role: 'teamManager' as const, name, email, insideTenant: true }
    await office.confirm(aConfirmation({ people: [...thePeople(), manager] }))
    office.at('2026-11-20T09:00:00Z')
    const { url } = await serve(office)
    const page = await (await windowFor(WORKERS.teamManager)).newPage()
    await page.goto(`${url}/tab/timeliness`)
    await page.getByText('0 of 1 in time').waitFor()
    expect(await faultsInEveryLook(page)).toEqual([])
  })

  test('for whoever has not signed in', async () => {
    const { office } = await anOffice()
    const { url } = await serve(office)
    const page = await (await openContext()).newPage()
    await page.goto(`${url}/tab`)
    await page.getByRole('heading', { name: 'Who are you today?' }).waitFor()
    expect(await faultsInEveryLook(page)).toEqual([])
  })
})
