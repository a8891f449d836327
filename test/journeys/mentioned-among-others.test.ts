/** The app is mentioned where others read along: it answers without a detail, and goes on privately (P-08). */
import { afterAll, beforeAll, describe, expect, jest, test } from '@jest/globals'
import { Town, type Visitor } from '../support/town-window.ts'
import { EMERGENCY_FOSTER, saying } from '../support/town-confirmations.ts'

jest.setTimeout(60_000)

let town: Town
beforeAll(async () => {
  town = await Town.open({ clock: '2026-12-18T16:05:00+00:00' })
})
afterAll(() => town.close())

const TAKEN_UP = 'Thank you, I have taken this up with you privately.'

type Said = { from: { kind: string }; text: string; attachments: unknown[]; summary: string | null }

/** All that the app has ever said in a conversation, as somebody else in it is sent it. */
async function saidByTheApp(name: string, conversation: RegExp): Promise<Said[]> {
  const as = `as=${town.emailOf(name)}`
  const { body } = await town.app.get(`/local/teams/conversations?${as}`)
  const { id } = body.conversations.find((one: { name: string }) => conversation.test(one.name))
  const there = await town.app.get(`/local/teams/conversations/${encodeURIComponent(id)}/messages?${as}`)
  return there.body.messages.filter(({ from }: Said) => from.kind === 'bot')
}

const opens = (visitor: Visitor, conversation: string | RegExp) =>
  visitor.page.getByRole('navigation', { name: 'Conversations' }).getByRole('button', { name: conversation }).click()

describe.each([
  ['a group chat', /^Placements team/, 'LCS-204461', 'PL-30981'],
  ['a channel', /^Placements(?! team)/, 'LCS-204462', 'PL-30982'],
])('a confirmation in %s', (_, conversation, caseReference, placementReference) => {
  const confirmation = saying(EMERGENCY_FOSTER, {
    'Case reference': caseReference,
    'Placement reference': placementReference,
  })

  test('is answered there with one sentence, which is all that anybody else reads of the app', async () => {
    const owen = await town.visit('Owen Tremlett')
    await opens(owen, conversation)
    const nadia = await town.visit('Nadia Castellane')
    await opens(nadia, conversation)
    await nadia.writes(`@Placement Planning ${confirmation}`)
    await nadia.hears(TAKEN_UP)
    await owen.hears(TAKEN_UP)
    expect(await owen.cards.count()).toBe(0)
    const said = await saidByTheApp('Owen Tremlett', conversation)
    expect(said.map(({ text, attachments, summary }) => [text, attachments, summary])).toEqual([
      [TAKEN_UP, [], TAKEN_UP],
    ])
  })

  test('goes on in the officer’s own chat, up to the meeting', async () => {
    const nadia = await town.visit('Nadia Castellane')
    await nadia.hears(/Please have the message deleted from the shared chat/)
    await nadia.cards.filter({ hasText: caseReference }).getByRole('button', { name: 'Schedule', exact: true }).click()
    await nadia.cards.filter({ hasText: caseReference }).filter({ hasText: 'Arranged for' }).waitFor()
    await opens(nadia, conversation)
    await nadia.hears(TAKEN_UP)
    expect(await nadia.cards.count()).toBe(0)
  })
})
