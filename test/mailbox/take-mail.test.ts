/** What becomes of a mail that comes into the confirmation mailbox, and who hears of it. */
import { beforeEach, describe, expect, test } from '@jest/globals'
import { confirmPlacement } from '../../bot/meetings/confirm-placement.ts'
import { seeToMail } from '../../bot/mailbox/see-to-mail.ts'
import type { ArrivedMail } from '../../shared/letters/arrived-mail.ts'
import type { Draft } from '../../shared/placement/draft.ts'
import { provenFor } from '../support/fake-inbox.ts'
import { CANARIES, EMERGENCY_FOSTER, WITHOUT } from '../support/confirmation-texts.ts'
import { MAILBOX, MailDesk, STAFF } from '../support/mail-desk.ts'

const PROVIDER = { name: 'Sola Akintola', email: 'sola.akintola@fernhillcare.example' }
const OFFICER = { name: STAFF.officer.name, email: STAFF.officer.email }

let desk: MailDesk
beforeEach(() => {
  desk = new MailDesk()
})

const toldTo = () => desk.told.map(({ to }) => to.name)
async function draftIn(mail: ArrivedMail, n = 0): Promise<Draft> {
  const news = mail.news[n]
  if (news?.about !== 'draft') throw new Error('The mail did not become a draft')
  return (await desk.store.draft(news.draftId))!
}
const press = async (draft: Draft) => {
  const { id, version } = (await desk.store.draft(draft.id))!
  const pressed = await confirmPlacement({ draftId: id, version, answers: {}, chosen: [] }, STAFF.officer, desk.ports)
  if (!pressed.ok) throw new Error(`Not scheduled: ${pressed.reason}`)
  return pressed.value
}
const confirmed = async () => press(await draftIn(await desk.receives({ text: EMERGENCY_FOSTER })))

describe('a confirmation', () => {
  test('becomes a draft with its plan and times, and nothing is arranged before an officer presses (R-002)', async () => {
    const draft = await draftIn(await desk.receives({ text: EMERGENCY_FOSTER }))
    expect(draft).toMatchObject({
      state: 'open',
      door: 'mailbox',
      fields: { caseReference: 'BKS-204417', placementReference: 'PL-30951' },
      plan: { status: 'ready' },
    })
    expect(draft.offered[0]).toHaveLength(3)
    expect(await desk.store.placementFor('BKS-204417', 'PL-30951')).toBeNull()
    const { placement } = await press(draft)
    expect(placement).toMatchObject({ confirmedVia: 'mailbox', confirmation: { confirmedBy: OFFICER } })
  })

  test('is put before every officer who hears of the mailbox', async () => {
    await desk.receives({ text: EMERGENCY_FOSTER })
    expect(toldTo()).toEqual([STAFF.officer.name, STAFF.otherOfficer.name])
  })

  test('of an officer is put before that officer alone, and is theirs', async () => {
    const draft = await draftIn(await desk.receives({ text: EMERGENCY_FOSTER, from: OFFICER }))
    expect(toldTo()).toEqual([STAFF.officer.name])
    expect(draft).toMatchObject({ arrived: { sender: 'officer' }, fields: { confirmedBy: { ...OFFICER } } })
  })

  test('of several children is a draft for each of them (E-10)', async () => {
    const sister = EMERGENCY_FOSTER.replace('Q.X., aged 9', 'W.X., aged 7')
      .replace('BKS-204417', 'BKS-204418')
      .replace('PL-30951', 'PL-30952')
    const files = [{ name: 'her.txt', content: EMERGENCY_FOSTER }, { name: 'sister.txt', content: sister }] // prettier-ignore
    const mail = await desk.receives({ text: 'Two placements, please see the files.', files })
    expect(mail.news).toHaveLength(2)
    expect([await draftIn(mail, 0), await draftIn(mail, 1)].map(({ fields }) => fields.caseReference)).toEqual([
      'BKS-204417',
      'BKS-204418',
    ])
  })

  test('that says less than is needed becomes a draft that asks', async () => {
    const draft = await draftIn(await desk.receives({ text: WITHOUT('Placement start', 'Case reference') }))
    expect(draft.asks.map(({ field }) => field)).toEqual(
      expect.arrayContaining(['caseReference', 'placement.startsAt']),
    )
  })

  test('of a colleague who may not confirm needs an officer, and is nobody’s own until one presses', async () => {
    const draft = await draftIn(await desk.receives({ text: EMERGENCY_FOSTER }))
    expect(draft).toMatchObject({ arrived: { sender: 'colleague' }, createdBy: { name: 'Rosalind Achterberg' } })
    expect(draft.fields.confirmedBy).toEqual({ name: MAILBOX, email: MAILBOX })
  })
})

describe('who wrote it', () => {
  test('from outside, with their own system’s word for it, is said on the draft', async () => {
    expect(await draftIn(await desk.receives({ text: EMERGENCY_FOSTER, from: PROVIDER }))).toMatchObject({
      arrived: { sender: 'outside' },
      createdBy: { email: MAILBOX, role: null },
    })
  })

  test('an officer’s name that nobody vouches for is no officer’s', async () => {
    const mail = await desk.receives({ text: EMERGENCY_FOSTER, from: OFFICER, checks: ['dmarc=none; compauth=none'] })
    expect(mail.arrival.sender).toBe('unproven')
    expect((await draftIn(mail)).fields.confirmedBy).toEqual({ name: MAILBOX, email: MAILBOX })
    expect(toldTo()).toHaveLength(2)
  })

  test('what nobody vouches for does not get into a draft that is there', async () => {
    const before = await draftIn(await desk.receives({ text: EMERGENCY_FOSTER }))
    const text = EMERGENCY_FOSTER.replace('5.30pm', '8pm')
    const mail = await desk.receives({ text, from: PROVIDER, checks: [] })
    expect(mail.news).toEqual([{ about: 'look', why: 'unprovenChange' }])
    expect(await desk.store.draft(before.id)).toEqual(before)
  })

  test.each([
    ['whose checks failed', 'failsChecks', { checks: ['spf=fail; dkim=none; dmarc=fail; compauth=fail'] }],
    ['from an address that only looks like ours', 'lookalike', { from: { name: 'X', email: 'x@brackenshlre.example' }, checks: [provenFor('x@brackenshlre.example')] }],
    ['whose answers would go elsewhere', 'answersElsewhere', { replyTo: 'placements@elsewhere.example' }],
    ['that shows another address as its name', 'borrowedName', { from: { name: 'boss@brackenshire.example', email: 'x@post.example' }, checks: [provenFor('x@post.example')] }],
  ])('a mail %s is left alone, and the officers hear that it was, and why', async (_, why, over) => {
    const mail = await desk.receives({ text: EMERGENCY_FOSTER, ...over })
    expect(mail.news).toEqual([{ about: 'look', why }])
    expect(await desk.store.draftFor('BKS-204417', 'PL-30951')).toBeNull()
    expect(toldTo()).toHaveLength(2)
  }) // prettier-ignore

  test('a forged mail about anything else is nobody’s business', async () => {
    const mail = await desk.receives({ text: 'Buy two, pay for one.', subject: 'Sale', checks: ['dmarc=fail'] })
    expect(mail).toMatchObject({ came: 'notTrusted', news: [] })
    expect(toldTo()).toEqual([])
  })

  test('a mail that asks for an address to be sent elsewhere is left alone', async () => {
    const text = `${EMERGENCY_FOSTER}\nPlease send the placement address to x@elsewhere.example. Do not ring me.`
    expect((await desk.receives({ text })).news).toEqual([{ about: 'look', why: 'asksForAddresses' }])
  })
})

describe('left alone, and nobody is told', () => {
  test.each([
    ['an automatic reply', 'automatic', { automatic: true, text: EMERGENCY_FOSTER }],
    ['a meeting request', 'automatic', { isMeetingMail: true, text: EMERGENCY_FOSTER }],
    ['a letter of our own', 'ours', { from: { name: 'Planning', email: 'placement.meetings@brackenshire.example' }, text: EMERGENCY_FOSTER }],
    ['a mail of the mailbox to itself', 'ours', { from: { name: 'Placements', email: MAILBOX.toUpperCase() }, text: EMERGENCY_FOSTER }],
    ['chatter', 'nothing', { subject: 'Lunch', text: 'Shall we say one o’clock?' }],
    ['an invoice with a file', 'nothing', { subject: 'Invoice 4471', text: 'Please pay the amount due.', files: [{ name: 'invoice.pdf', content: 'x' }] }],
  ])('%s', async (_, came, mail) => {
    expect(await desk.receives(mail)).toMatchObject({ came, news: [] })
    expect(toldTo()).toEqual([])
  }) // prettier-ignore

  test('and all of it is counted', async () => {
    await desk.receives({ automatic: true })
    await desk.receives({ subject: 'Lunch', text: 'One o’clock?' })
    await desk.receives({ text: EMERGENCY_FOSTER })
    expect(await desk.memory.counts('2026-12-18T00:00:00Z' as never)).toEqual({
      news: 1,
      automatic: 1,
      nothing: 1,
      ours: 0,
      notTrusted: 0,
    })
  })
})

describe('what is attached', () => {
  const says = { subject: 'Placement confirmation', text: 'Please find the placement confirmation attached.' }

  test.each(['confirmation.txt', 'CONFIRMATION.EML'])('%s is read where the mail itself says nothing', async (name) => {
    const content = /eml/i.test(name) ? `Subject: Placement confirmation\r\n\r\n${EMERGENCY_FOSTER}` : EMERGENCY_FOSTER
    const draft = await draftIn(await desk.receives({ ...says, files: [{ name, content }] }))
    expect(draft.fields.caseReference).toBe('BKS-204417')
  })

  test.each([
    ['of a kind that is not read', { name: 'confirmation.pdf', content: 'x' }],
    ['that is too large', { name: 'confirmation.txt', content: 'x'.repeat(1_000_001) }],
    ['that is a mail inside the mail', { name: 'confirmation.eml', content: EMERGENCY_FOSTER, isFile: false }],
  ])('a file %s is put before a person', async (_, file) => {
    expect((await desk.receives({ ...says, files: [file] })).news).toEqual([{ about: 'look', why: 'unreadAttachment' }])
  })

  test('all of it from outside, with nothing said, is doubtful', async () => {
    const files = [{ name: 'confirmation.txt', content: EMERGENCY_FOSTER }]
    const mail = await desk.receives({ ...says, from: PROVIDER, files })
    expect(mail.news).toEqual([{ about: 'look', why: 'onlyAttachment' }])
  })

  test('a record that breaks its shape is put before a person, and nothing is kept of it', async () => {
    const files = [{ name: 'record.json', content: '{"caseReference":"BKS-1","placementReference":7}' }]
    expect((await desk.receives({ ...says, files })).news).toEqual([{ about: 'look', why: 'brokenRecord' }])
  })

  test('beside a confirmation in words is counted on the draft, pictures in the words aside', async () => {
    const files = [{ name: 'form.pdf', content: 'x' }, { name: 'logo.png', content: 'x', inline: true }] // prettier-ignore
    expect((await draftIn(await desk.receives({ text: EMERGENCY_FOSTER, files }))).arrived?.unread).toBe(1)
  })

  test('a mail longer than any confirmation is not read', async () => {
    expect((await desk.receives({ text: 'x'.repeat(1_000_001) })).news).toEqual([{ about: 'look', why: 'tooLong' }])
  })
})

describe('a change', () => {
  const LATER = 'Case reference: BKS-204417\nPlacement reference: PL-30951\nThe start is now 19/12/2026 at 3pm.'

  test('finds its case and is put beside it; nothing moves before somebody presses (E-10)', async () => {
    const { placement } = await confirmed()
    const mail = await desk.receives({ subject: 'Revised start', text: LATER })
    expect(mail.news).toEqual([
      { about: 'placement', placementId: placement.id, changes: ['placement.startsAt'], calledOff: false },
    ])
    const after = (await desk.store.placement(placement.id))!
    expect(after.confirmation).toEqual(placement.confirmation)
    expect(after.proposed?.changes).toEqual(['placement.startsAt'])
  })

  test.each([
    ['in its subject', { subject: 'Revised: BKS-204417', text: 'The start is now 19/12/2026 at 3pm.' }],
    ['in its words', { subject: 'Change of start', text: 'For PL-30951 the start is now 19/12/2026 at 3pm.' }],
    ['of its meeting', { subject: 'Change of start', text: 'For {ref} the start is now 19/12/2026 at 3pm.' }],
  ])('finds its case by one reference %s', async (_, mail) => {
    const { placement, meetings } = await confirmed()
    await desk.receives({ ...mail, text: mail.text.replace('{ref}', meetings[0]!.ref) })
    expect((await desk.store.placement(placement.id))?.proposed?.changes).toEqual(['placement.startsAt'])
  })

  test('of no known case is put before a person', async () => {
    const mail = await desk.receives({ subject: 'Revised: BKS-999999', text: 'The start is now 19/12/2026 at 3pm.' })
    expect(mail.news).toEqual([{ about: 'look', why: 'unknownCase' }])
  })

  test('that nobody vouches for proposes nothing, and is told', async () => {
    const { placement } = await confirmed()
    const mail = await desk.receives({ subject: 'Revised start', text: LATER, checks: [] })
    expect(mail.news).toMatchObject([{ about: 'placement', changes: ['placement.startsAt'] }])
    expect((await desk.store.placement(placement.id))?.proposed).toBeUndefined()
  })

  test('from somebody of the placement outside is put beside the case, and from its family is not', async () => {
    const { placement } = await confirmed()
    const from = (email: string) => ({ from: { name: email, email }, checks: [provenFor(email)] })
    await desk.receives({ subject: 'Revised start', text: LATER, ...from('petra.v@post.example') })
    expect((await desk.store.placement(placement.id))?.proposed).toBeUndefined()
    await desk.receives({ subject: 'Revised start', text: LATER, ...from('m.oyelaran@homefires.example') })
    expect((await desk.store.placement(placement.id))?.proposed?.changes).toEqual(['placement.startsAt'])
  })

  test('that overtakes the confirmation counts all the same', async () => {
    const late = { text: EMERGENCY_FOSTER, receivedAt: '2026-12-18T15:00:00Z' as never }
    const mail = await desk.receives({ subject: 'Revised start', text: LATER, receivedAt: '2026-12-18T15:30:00Z' as never }) // prettier-ignore
    await desk.receives(late)
    const draft = await draftIn(mail)
    expect(draft.fields.placement).toMatchObject({ startsAt: '2026-12-19T15:00:00Z', type: 'foster' })
  })

  test('the same confirmation once more is no news', async () => {
    await confirmed()
    const told = desk.told.length
    expect(await desk.receives({ text: EMERGENCY_FOSTER })).toMatchObject({ came: 'nothing', news: [] })
    expect(desk.told).toHaveLength(told)
  })
})

describe('a cancellation', () => {
  const off = { subject: 'BKS-204417: placement cancelled', text: 'The placement is not going ahead.' }

  test('finds its case, and nothing is cancelled before somebody presses', async () => {
    const { placement, meetings } = await confirmed()
    expect((await desk.receives(off)).news).toEqual([
      { about: 'placement', placementId: placement.id, changes: [], calledOff: true },
    ])
    expect(await desk.store.meeting(meetings[0]!.id)).toMatchObject({ state: 'arranged' })
  })

  test('of a placement that nobody has scheduled yet is about its draft', async () => {
    const draft = await draftIn(await desk.receives({ text: EMERGENCY_FOSTER }))
    const mail = await desk.receives(off)
    expect(mail.news).toEqual([{ about: 'draft', draftId: draft.id, seenBefore: true, calledOff: true }])
    expect(await desk.store.draft(draft.id)).toMatchObject({ state: 'open' })
  })

  test('of no known case is put before a person', async () => {
    expect((await desk.receives(off)).news).toEqual([{ about: 'look', why: 'unknownCase' }])
  })
})

describe('an officer whom Teams does not reach', () => {
  test('gets a letter that says only that something waits (P-09, B11)', async () => {
    desk.unreachable.add(STAFF.officer.email)
    const mail = await desk.receives({ text: EMERGENCY_FOSTER })
    expect(toldTo()).toEqual([STAFF.otherOfficer.name])
    const [letter] = [...desk.letters.sent.values()]
    expect(letter).toMatchObject({ to: STAFF.officer.email, subject: 'Planning: a mail waits for you' })
    for (const canary of [...Object.values(CANARIES), 'BKS-204417', 'PL-30951'])
      expect(JSON.stringify(letter)).not.toContain(canary)
    expect((await desk.memory.waiting()).map(({ id }) => id)).toEqual([mail.id])
  })

  test('somebody who may not confirm is told of nothing, though the settings name them', async () => {
    desk = new MailDesk({ officers: [STAFF.socialWorker.email, 'nobody@brackenshire.example', STAFF.officer.email] })
    await desk.receives({ text: EMERGENCY_FOSTER })
    expect(toldTo()).toEqual([STAFF.officer.name])
  })
})

describe('once an officer has seen to a mail', () => {
  test('it waits no longer, every card says so, and whoever was first counts', async () => {
    const mail = await desk.receives({ subject: 'BKS-1 cancelled', text: 'The placement is not going ahead.' })
    expect((await seeToMail(mail.id, STAFF.otherOfficer, desk.ports)).ok).toBe(true)
    expect((await seeToMail(mail.id, STAFF.officer, desk.ports)).ok).toBe(true)
    await desk.work()
    expect(await desk.memory.waiting()).toEqual([])
    expect(desk.redrawn.map(({ settled }) => settled?.by)).toEqual(['other-officer', 'other-officer'])
  })

  test('somebody who may not confirm has not seen to it', async () => {
    const mail = await desk.receives({ subject: 'BKS-1 cancelled', text: 'The placement is not going ahead.' })
    expect(await seeToMail(mail.id, STAFF.socialWorker, desk.ports)).toMatchObject({ ok: false })
    expect(await desk.memory.waiting()).toHaveLength(1)
  })
})

test('nothing of the child or family is kept of a mail beside its draft, nor stands in a job (P-57)', async () => {
  const jobs: string[] = []
  const enqueue = desk.planned.push.bind(desk.planned)
  desk.planned.push = (...planned) => {
    jobs.push(JSON.stringify(planned))
    return enqueue(...planned)
  }
  const mails = [
    await desk.receives({ text: EMERGENCY_FOSTER, subject: 'Placement of Zebedee Q.X.' }),
    await desk.receives({ text: EMERGENCY_FOSTER, checks: ['dmarc=fail'] }),
  ]
  const kept = JSON.stringify([mails, jobs])
  for (const canary of [...Object.values(CANARIES), 'BKS-204417', 'Achterberg', 'Vandermolen'])
    expect(kept).not.toContain(canary)
})
