/** What happens to a mail that is there: sent, moved, deleted. */
import type { Tenant } from '../tenant.ts'
import { removeMessage, saveMessage } from './mailbox-store.ts'
import type { Folder, StoredMessage } from './message.ts'
import { send } from './post-office.ts'

export function moveMessage(tenant: Tenant, message: StoredMessage, folder: Folder): StoredMessage {
  return message.folder === folder ? message : saveMessage(tenant, { ...message, folder })
}

/** To Deleted Items first, and from there for good. */
export function deleteMessage(tenant: Tenant, message: StoredMessage): void {
  if (message.folder === 'deleteditems') removeMessage(tenant, message)
  else moveMessage(tenant, message, 'deleteditems')
}

/** The draft itself becomes the mail in Sent Items; everybody it is for gets a copy. */
export function sendDraft(tenant: Tenant, draft: StoredMessage): void {
  tenant.state.change(() => {
    const at = tenant.clock.now()
    const sent = saveMessage(tenant, { ...draft, folder: 'sentitems', isDraft: false, sentAt: at, receivedAt: at })
    for (const to of [...sent.to, ...sent.cc, ...sent.bcc])
      send(tenant, { ...sent, kind: 'letter', extendedProperties: [] }, to, sent.internetMessageId)
  })
}
