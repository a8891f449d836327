/** What comes of pressing a button, as the chat page shows it. */
import { z } from 'zod'

/** What a dialog was opened for, so that its answer goes back the same way. */
export const dialogSource = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('card'), data: z.unknown().optional() }),
  z.strictObject({ kind: z.literal('messageAction'), commandId: z.string() }),
])
export type DialogSource = z.output<typeof dialogSource>

export type Dialog = { title: string; card: unknown; source: DialogSource }

export type Outcome =
  | { kind: 'done' }
  | { kind: 'card' }
  | { kind: 'message'; text: string }
  | { kind: 'dialog'; dialog: Dialog }
  | { kind: 'failed'; text: string }

export const unreachable = { kind: 'failed', text: 'Unable to reach app. Please try again.' } as const
export const wentWrong = { kind: 'failed', text: 'Something went wrong. Please try again.' } as const
