/** A placement officer who asks those outside first, and the letters that reach them. */
import { answerTimesByLink } from '../../bot/meetings/answer-by-link.ts'
import type { Asking } from '../../shared/times/held-times.ts'
import { pasteOn, pressOn } from './arranging.ts'
import type { Desk } from './practice-desk.ts'

/** The carer has to come; the mother is asked, and need not be. */
export const CARER = 'm.oyelaran@homefires.example'
export const MOTHER = 'petra.v@post.example'

/** A meeting for which those outside have been asked, and every letter sent. */
export async function askOn(desk: Desk, text?: string): Promise<Asking> {
  const pressed = await pressOn(desk, await pasteOn(desk, text), { outsideFirst: true })
  if (!pressed.ok) throw new Error(pressed.reason)
  await desk.work()
  return (await desk.store.meeting(pressed.value.meetings[0]!.id)) as Asking
}

/** The secrets in the letters to somebody, oldest first. */
export const secretsTo = (desk: Desk, email: string): string[] =>
  [...desk.mail.sent.values()]
    .filter(({ to }) => to === email)
    .flatMap(({ text }) => /\/answer\/([\w-]+)/.exec(text)?.[1] ?? [])

export const secretOf = (desk: Desk, email: string): string => secretsTo(desk, email).at(-1)!

export const sayOn = (desk: Desk, email: string, said: Parameters<typeof answerTimesByLink>[1]) =>
  answerTimesByLink(secretOf(desk, email), said, desk.ports)
