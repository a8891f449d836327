import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, jest, test } from '@jest/globals'
import type { Page } from 'playwright-core'
import { accessibilityFaults, overflow } from '../../support/browser.ts'
import { NADIA, type Activity } from '../../support/local-teams.ts'
import { aMeeting, graphOf, OWEN, RUTH, TINA } from '../../support/local-workplace.ts'
import { aPracticeTown, type PracticeTown } from '../../support/practice-town.ts'

jest.setTimeout(60_000)

let town: PracticeTown

beforeAll(async () => {
  town = await aPracticeTown()
})
beforeEach(async () => {
  await town.workplace.reset()
  town.bot.heard.length = 0
  town.bot.does = () => undefined
})
afterEach(() => town.leave())
afterAll(() => town.close())

const card = (words: string, more: object = {}) => ({
  type: 'AdaptiveCard',
  version: '1.5',
  body: [{ type: 'TextBlock', text: words, wrap: true, style: 'heading' }],
  ...more,
})

/** Answers a confirmation with a card to press, and the press with another card. */
function botThatPlans() {
  const preview = card('A planning meeting is due', {
    body: [
      { type: 'TextBlock', text: 'A planning meeting is due', style: 'heading' },
      {
        type: 'Input.ChoiceSet',
        id: 'time',
        label: 'When?',
        style: 'expanded',
        value: '0',
        choices: [
          { title: 'Mon 21 Dec 10:00', value: '0' },
          { title: 'Tue 22 Dec 11:00', value: '1' },
        ],
      },
      {
        type: 'ColumnSet',
        selectAction: { type: 'Action.ToggleVisibility', title: 'Why?', targetElements: ['why'] },
        columns: [{ type: 'Column', width: 'stretch', items: [{ type: 'TextBlock', text: 'Why?' }] }],
      },
      { type: 'Container', id: 'why', isVisible: false, items: [{ type: 'TextBlock', text: 'Five working days' }] },
    ],
    actions: [{ type: 'Action.Execute', title: 'Schedule', verb: 'schedule', data: { draft: 'draft-1' } }],
  })
  town.bot.does = async (activity: Activity) => {
    if (activity.type === 'invoke')
      return { statusCode: 200, type: 'application/vnd.microsoft.card.adaptive', value: card('Arranged') }
    if (activity.type === 'message')
      await town.bot.connector('POST', `/${encodeURIComponent(activity.conversation.id)}/activities`, {
        type: 'message',
        attachments: [{ contentType: 'application/vnd.microsoft.card.adaptive', content: preview }],
      })
    return undefined
  }
}

const button = (page: Page, name: string | RegExp) => page.getByRole('button', { name })

describe('the first minute of somebody who has never been here', () => {
  test('one press pastes a confirmation, Send sends it, and the answer is a card to press', async () => {
    botThatPlans()
    const page = await town.visit()
    await button(page, /Foster care, emergency/).click()
    await button(page, 'Send').click()
    await page.getByText('Tue 22 Dec 11:00').click()
    await button(page, 'Why?').click()
    await page.getByText('Five working days').waitFor()
    await button(page, 'Schedule').click()
    await page.getByRole('heading', { name: 'Arranged' }).waitFor()

    const [confirmation] = town.bot.heard.filter(({ type }) => type === 'message')
    expect(confirmation?.text).toMatch(/^Placement confirmation\n\nCase reference: LCS-\d+/)
    expect(town.bot.heard.at(-1)).toMatchObject({
      name: 'adaptiveCard/action',
      value: { action: { verb: 'schedule', data: { draft: 'draft-1', time: '1' } } },
    })
  })

  test('the tour goes along with what is done, and goes away with one press', async () => {
    botThatPlans()
    const page = await town.visit()
    await page.getByText('Step 1 of 6').waitFor()
    await button(page, /Foster care, planned/).click()
    await button(page, 'Send').click()
    await page.getByText('Step 2 of 6').waitFor()
    await button(page, 'Close the tour').click()
    await page.reload()
    await button(page, 'Send').waitFor()
    expect(await page.getByText(/Step \d of 6/).count()).toBe(0)
  })

  test('all of it works without a mouse', async () => {
    botThatPlans()
    const page = await town.visit()
    await button(page, /Foster care, emergency/).focus()
    await page.keyboard.press('Enter')
    await page.waitForFunction("document.activeElement?.getAttribute('data-tour') === 'send'")
    await page.keyboard.press('Enter')
    await button(page, 'Schedule').focus()
    await page.keyboard.press('Enter')
    await page.getByRole('heading', { name: 'Arranged' }).waitFor()
  })
})

describe('Chat', () => {
  test('shows what somebody else is sent without being asked to look', async () => {
    await town.as(OWEN)('POST', '/app')
    const page = await town.visit()
    const chat = town.bot.heard[0]!.conversation.id
    await town.bot.connector('POST', `/${encodeURIComponent(chat)}/activities`, {
      type: 'message',
      text: 'Please **answer**',
    })
    await page
      .getByRole('combobox', { name: 'You are' })
      .getByText('Owen Tremlett', { exact: false })
      .waitFor({ state: 'attached' })
    await page.getByRole('combobox', { name: 'You are' }).selectOption(OWEN)
    await page.locator('strong', { hasText: 'answer' }).waitFor()
  })

  test('says when the app did not get a message, and sends it again', async () => {
    town.bot.does = ({ type }) => {
      if (type === 'message') throw new Error('the bot fell over')
    }
    const page = await town.visit()
    await page.getByLabel('Message', { exact: true }).fill('help')
    await page.keyboard.press('Enter')
    await page.getByText('The app did not get this.').waitFor()
    town.bot.does = () => undefined
    await button(page, 'Send again').click()
    await page.getByText('The app did not get this.').waitFor({ state: 'detached' })
    expect(town.bot.heard.filter(({ text }) => text === 'help')).toHaveLength(2)
  })

  test('opens no link out of town', async () => {
    town.bot.does = async (activity: Activity) => {
      if (activity.type !== 'message') return
      const actions = [{ type: 'Action.OpenUrl', title: 'Read the guidance', url: 'https://example.org/guidance' }]
      await town.bot.connector('POST', `/${encodeURIComponent(activity.conversation.id)}/activities`, {
        type: 'message',
        attachments: [{ contentType: 'application/vnd.microsoft.card.adaptive', content: card('Help', { actions }) }],
      })
    }
    const page = await town.visit()
    await page.getByLabel('Message', { exact: true }).fill('help')
    await page.keyboard.press('Enter')
    await page.getByRole('link', { name: 'Read the guidance' }).click()
    await page.getByText('In Teams this would open https://example.org/guidance').last().waitFor()
    expect(page.context().pages()).toHaveLength(1)
  })
})

describe('Outlook', () => {
  const planned = async () => {
    const graph = await graphOf(town.workplace)
    const { body } = await graph(
      'POST',
      `/users/${OWEN}/events`,
      aMeeting({
        subject: 'Planning meeting – ref PPM-7K2D',
        sensitivity: 'private',
        attendees: [
          { emailAddress: { address: RUTH, name: 'Ruth Ashdown' }, type: 'required' },
          { emailAddress: { address: TINA, name: 'Tina Bramwell' }, type: 'required' },
        ],
      }),
    )
    return async () => (await graph('GET', `/users/${OWEN}/events/${encodeURIComponent(body.id)}`)).body
  }

  test('a meeting is opened as one of those invited, and answered in their name', async () => {
    const meeting = await planned()
    const page = await town.visit({ hash: '#/outlook' })
    await button(page, /Mon 21 Dec 10:00 · Planning meeting – ref PPM-7K2D · Owen, Ruth, Tina/).click()
    await page.getByLabel('As it stands in the calendar of').selectOption(TINA)
    await button(page, 'Accept').click()
    await page.getByText('Answered: Accept').last().waitFor()
    const answers = (await meeting()).attendees.map(({ emailAddress, status }) => [
      emailAddress.address,
      status.response,
    ])
    expect(answers).toEqual([
      [RUTH, 'none'],
      [TINA, 'accepted'],
    ])
  })

  test('the organiser moves it, and everybody in-box by in-box is told once', async () => {
    const meeting = await planned()
    const page = await town.visit({ hash: '#/outlook' })
    await button(page, /Mon 21 Dec 10:00 · Planning meeting/).click()
    await button(page, 'Move to …').click()
    await page.getByLabel('Begins at').fill('14:30')
    await button(page, 'Move').click()
    await page.locator('button', { hasText: 'Mon 21 Dec 14:30 · Planning meeting' }).waitFor()
    expect((await meeting()).start.dateTime).toBe('2026-12-21T14:30:00.0000000')
    await page.keyboard.press('Escape')
    await page.getByRole('tab', { name: 'In-boxes' }).click()
    await page.getByRole('link', { name: /Tina Bramwell/ }).click()
    await page.getByText('Mon 21 Dec 2026 14:30 to 15:30').waitFor()
    expect(await page.getByRole('list', { name: 'Mails to Tina Bramwell' }).getByRole('button').count()).toBe(2)
  })
})

test('the clock goes on by a working day, over a weekend, with one press', async () => {
  const page = await town.visit({ width: 1366 })
  await page.getByText('Fri 18 Dec 2026 16:05').waitFor()
  await button(page, '+1 working day').click()
  await page.getByRole('group', { name: 'The town’s clock' }).getByText('Mon 21 Dec 2026 16:05').waitFor()
  expect(town.workplace.clock.now()).toBe('2026-12-21T16:05:00Z')
})

test('the tab runs inside a host that speaks as Teams does: who, where, in what light, with what token', async () => {
  const page = await town.visit({ hash: '#/planning' })
  const says = page.frameLocator('iframe').locator('#host')
  await says.getByText('token').waitFor()
  expect(
    (await says.textContent())
      ?.trim()
      .split('\n')
      .map((line) => JSON.parse(line) as unknown),
  ).toEqual([{ theme: 'default', frame: 'content', who: NADIA, host: 'TeamsModern' }, { token: NADIA }])
  await button(page, /^More/).click()
  await page.getByRole('menuitemradio', { name: 'Dark' }).click()
  await says.getByText('{"theme":"dark"}').waitFor()
  await page.getByLabel('Where the tab is shown').selectOption('sidePanel')
  await says.getByText('sidePanel').waitFor()
  expect(await page.locator('iframe').evaluate((frame: { clientWidth: number }) => frame.clientWidth)).toBe(280)
})

describe('every door can be read by everybody', () => {
  test.each([
    ['default', 280],
    ['default', 320],
    ['default', 1280],
    ['dark', 1280],
    ['contrast', 280],
  ])('in the %s look, %i pixels wide', async (theme, width) => {
    botThatPlans()
    const { conversations } = (await town.as(NADIA)('GET', '/conversations')).body
    await town.as(NADIA)('POST', `/conversations/${encodeURIComponent(conversations[0]!.id)}/messages`, {
      text: 'hello',
    })
    const page = await town.visit({ theme, width })
    for (const [hash, sign] of [
      ['#/chat', 'A planning meeting is due'],
      ['#/outlook/calendars', 'Whose calendars'],
      ['#/outlook/in-boxes', 'has no mail'],
      ['#/outlook/sent', 'Nothing has been sent'],
      ['#/planning', 'Step 1 of 6'],
    ] as const) {
      await page.evaluate(`location.hash = '${hash}'`)
      await page.getByText(sign).first().waitFor()
      expect([hash, await accessibilityFaults(page)]).toEqual([hash, []])
      expect([hash, await overflow(page)]).toEqual([hash, 0])
    }
  })
})
