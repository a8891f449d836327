/** Nobody is named to stand in for the home's manager: their social worker's manager hears in Teams, too (E-13, R-045). */
import { beforeEach, describe, expect, test } from '@jest/globals'
import { registerConfirmation } from '../../bot/meetings/register-confirmation.ts'
import { tellNoDelegate } from '../../bot/meetings/tell-no-delegate.ts'
import { inputsIn, wordsIn } from '../support/card-parts.ts'
import { useChatDesk, type ChatDesk } from '../support/chat-desk.ts'
import { IN_A_HOME } from '../support/confirmation-texts.ts'
import { F3, homePeople, withPeople } from '../support/fixture-cases.ts'
import { STAFF } from '../support/practice-desk.ts'

const { officer, teamManager } = STAFF
const current = useChatDesk({ now: '2026-12-24T15:40:00Z', pack: 'wm-mosaic' })
let desk: ChatDesk
beforeEach(() => {
  desk = current()
})
const letters = () => [...desk.mail.sent.values()].filter(({ id }) => id.includes('/noDelegate/'))
const ASKS = 'Please ask the home who does, by name'

describe('after four working hours the manager who has the app gets a card beside the letter', () => {
  test('of a draft, on which the name can be given: then the times follow', async () => {
    await desk.says(officer, IN_A_HOME)
    await desk.at('2026-12-29T11:09:00Z')
    expect(desk.cardsOf(teamManager)).toEqual([])
    await desk.at('2026-12-29T11:11:00Z')
    expect(letters().map(({ to }) => to)).toEqual([teamManager.email])
    const asking = desk.cardOf(teamManager)
    expect(wordsIn(asking.card)).toContain(ASKS)
    expect(inputsIn(asking.card).map(({ id }) => id)).toContain('delegate')
    const after = await desk.presses(teamManager, asking, 'Look again', {
      delegate: 'Olwen Pryce, deputy@willowbank.example',
    })
    const [one] = (await desk.store.casesWithoutMeeting()).drafts
    expect(one!.fields.people).toContainEqual(
      expect.objectContaining({ role: 'managersDelegate', name: 'Olwen Pryce' }),
    )
    expect(inputsIn(after).map(({ id }) => id)).not.toContain('delegate')
  })

  test('of a placement that another system has confirmed; worked again, the job posts no second one', async () => {
    const leave = [{ from: '2026-12-24', to: '2027-01-08' }] as never
    const people = withPeople(homePeople(), {
      registeredManager: { onLeave: leave },
      teamManager: { name: teamManager.name, email: teamManager.email },
    })
    const done = await registerConfirmation(F3({ people }), officer, 'api', desk.ports)
    if (!done.ok) throw new Error(done.refusal.reason)
    await desk.at('2026-12-29T11:11:00Z')
    expect(wordsIn(desk.cardOf(teamManager).card)).toContain(ASKS)
    const cards = desk.cardsOf(teamManager).length
    await tellNoDelegate({ of: 'placement', id: done.value.placement.id }, desk.ports)
    expect(desk.cardsOf(teamManager)).toHaveLength(cards)
    expect(letters()).toHaveLength(1)
  })

  test('whoever has no app gets the letter alone', async () => {
    await desk.says(officer, IN_A_HOME)
    desk.connector.refuse(403, 'ForbiddenOperationException', { times: 50 })
    await desk.at('2026-12-29T11:11:00Z')
    expect(letters()).toHaveLength(1)
    expect(desk.cardsOf(teamManager)).toEqual([])
  })
})
