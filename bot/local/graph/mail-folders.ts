/** The folders of a mailbox, by their well-known names or their ids. */
import { folderIdOf } from '../ids.ts'
import { allMessages } from '../outlook/mailbox-store.ts'
import type { Folder } from '../outlook/message.ts'
import type { Tenant } from '../tenant.ts'
import { badRequest, found, itemNotFound } from './answer.ts'
import type { Operation } from './call.ts'
import { listAnswer } from './odata/list.ts'

const FOLDERS: Record<Folder, string> = {
  inbox: 'Inbox',
  drafts: 'Drafts',
  sentitems: 'Sent Items',
  deleteditems: 'Deleted Items',
  archive: 'Archive',
}

const folders = Object.entries(FOLDERS) as [Folder, string][]

export function folderNamed(mailbox: string, nameOrId: string): Folder {
  const known = folders.find(
    ([folder]) => folder === nameOrId.toLowerCase() || folderIdOf(mailbox, folder) === nameOrId,
  )
  if (known) return known[0]
  if (nameOrId.length < 40) throw badRequest('Id is malformed.', 'ErrorInvalidIdMalformed')
  throw itemNotFound()
}

function folderJson(tenant: Tenant, mailbox: string, [folder, displayName]: [Folder, string]) {
  const messages = allMessages(tenant, mailbox).filter((message) => message.folder === folder)
  return {
    id: folderIdOf(mailbox, folder),
    displayName,
    parentFolderId: folderIdOf(mailbox, 'root'),
    childFolderCount: 0,
    unreadItemCount: messages.filter(({ isRead }) => !isRead).length,
    totalItemCount: messages.length,
    isHidden: false,
  }
}

export const mailFolderOperations: Operation[] = [
  {
    method: 'GET',
    path: '/users/:user/mailFolders',
    permission: { mailbox: 'mail' },
    handle(call, tenant) {
      const context = `users('${call.user.objectId}')/mailFolders`
      return found(
        listAnswer(
          call,
          context,
          folders,
          { show: (folder) => folderJson(tenant, call.user.email, folder) },
          { type: 'MailFolder', filterable: ['displayName'], sortable: ['displayName'] },
        ),
      )
    },
  },
]
