/** Files on mails and events, up to three megabytes each. */
import type { FileAttachment, StoredEvent } from '../outlook/event.ts'
import { newKey, saveEvent, saveMessage } from '../outlook/mailbox-store.ts'
import type { StoredMessage } from '../outlook/message.ts'
import type { Tenant } from '../tenant.ts'
import { badRequest, created, found, itemNotFound } from './answer.ts'
import type { Call, Operation } from './call.ts'
import { attachmentJson } from './event-expand.ts'
import { eventIn } from './event-lookup.ts'
import { readForm } from './form.ts'
import { fileAttachment } from './message-forms.ts'
import { readAttachment } from './message-reading.ts'
import { messageIn } from './messages.ts'
import { listAnswer, selected } from './odata/list.ts'

const RULES = { type: 'Attachment', filterable: ['name'], sortable: ['name'] }

const contextOf = (call: Call) => `users('${call.user.objectId}')/attachments`

const listed = (call: Call, files: FileAttachment[]) =>
  found(listAnswer(call, contextOf(call), files, { show: attachmentJson }, RULES))

function added(call: Call, tenant: Tenant, save: (file: FileAttachment) => void) {
  const file = {
    ...readAttachment(readForm(fileAttachment, call.body, 'FileAttachment')),
    id: newKey(tenant, 'attachment'),
  }
  save(file)
  return created(attachmentJson(file), `${call.base}${call.path}/${file.id}`)
}

const addToMessage = (tenant: Tenant, message: StoredMessage) => (file: FileAttachment) => {
  if (!message.isDraft) throw badRequest('Attachments can only be added to a draft.', 'ErrorInvalidRequest')
  saveMessage(tenant, { ...message, attachments: [...message.attachments, file] })
}

const addToEvent = (tenant: Tenant, event: StoredEvent) => (file: FileAttachment) =>
  void saveEvent(tenant, { ...event, attachments: [...event.attachments, file] })

export const attachmentOperations: Operation[] = [
  {
    method: 'GET',
    path: '/users/:user/messages/:message/attachments',
    permission: { mailbox: 'mail' },
    handle: (call, tenant) => listed(call, messageIn(call, tenant).attachments),
  },
  {
    method: 'POST',
    path: '/users/:user/messages/:message/attachments',
    permission: { mailbox: 'mail' },
    handle: (call, tenant) => added(call, tenant, addToMessage(tenant, messageIn(call, tenant))),
  },
  {
    method: 'GET',
    path: '/users/:user/messages/:message/attachments/:attachment',
    permission: { mailbox: 'mail' },
    handle(call, tenant) {
      const file = messageIn(call, tenant).attachments.find(({ id }) => id === call.params.attachment)
      if (!file) throw itemNotFound()
      return found(selected(attachmentJson(file), call.query))
    },
  },
  {
    method: 'GET',
    path: '/users/:user/events/:event/attachments',
    permission: { mailbox: 'calendar' },
    handle: (call, tenant) => listed(call, eventIn(call, tenant).attachments),
  },
  {
    method: 'POST',
    path: '/users/:user/events/:event/attachments',
    permission: { mailbox: 'calendar' },
    handle: (call, tenant) => added(call, tenant, addToEvent(tenant, eventIn(call, tenant))),
  },
]
