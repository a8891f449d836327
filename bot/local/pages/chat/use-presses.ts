/** What happens when somebody presses something on a card: one press at a time, and its outcome said. */
import { useState } from 'react'
import { noteDeed } from '../tour/deeds.ts'
import { useDoing, useSay } from '../town/say.ts'
import { useTown } from '../town/town-context.ts'
import { chatApi, type CardDialog, type Outcome, type PressedAction } from './chat-api.ts'

export type OpenDialog = CardDialog & { messageId: string }

/** `onCard`: the answer is a card of one's own, which nobody else hears of. */
export function usePresses(conversationId: string, onCard: () => void) {
  const { me } = useTown()
  const say = useSay()
  const doing = useDoing()
  const [busyMessage, setBusyMessage] = useState<string | null>(null)
  const [dialog, setDialog] = useState<OpenDialog | null>(null)

  const see = (messageId: string, outcome: Outcome) => {
    setDialog(outcome.kind === 'dialog' ? { ...outcome.dialog, messageId } : null)
    if (outcome.kind === 'card') {
      noteDeed('pressed')
      onCard()
    }
    if (outcome.kind === 'message') say(outcome.text)
    if (outcome.kind === 'failed') say('The app says', { words: outcome.text, intent: 'error' })
  }
  const during = async (messageId: string, work: () => Promise<Outcome>) => {
    setBusyMessage(messageId)
    await doing(async () => see(messageId, await work()))
    setBusyMessage(null)
  }
  return {
    busyMessage,
    dialog,
    closeDialog: () => setDialog(null),
    press: (messageId: string, action: PressedAction) =>
      void during(messageId, () => chatApi.press(me.email, conversationId, messageId, action)),
    messageAction: (messageId: string, commandId: string) =>
      void during(messageId, () => chatApi.messageAction(me.email, conversationId, messageId, commandId)),
    submitDialog: ({ messageId, source }: OpenDialog, data: unknown) =>
      void during(messageId, () => chatApi.submitDialog(me.email, conversationId, messageId, { source, data })),
  }
}
