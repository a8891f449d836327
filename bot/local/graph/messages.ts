/** `/users/{id}/messages` and `sendMail`: drafts, sending, reading, categories, moving. */
import { looksLikeItemId } from '../ids.ts'
import { idOf, withId } from '../outlook/item-ids.ts'
import { allMessages, saveMessage } from '../outlook/mailbox-store.ts'
import { deleteMessage, moveMessage, sendDraft } from '../outlook/mail-moves.ts'
import type { StoredMessage } from '../outlook/message.ts'
import { newMessageId, post, putMessage } from '../outlook/post-office.ts'
import { keptHtml } from '../outlook/words.ts'
import type { Tenant } from '../tenant.ts'
import { accepted, badRequest, created, found, itemNotFound, nothing } from './answer.ts'
import type { Call, Operation } from './call.ts'
import { mergeProperties } from './event-reading.ts'
import { checkEtag } from './event-lookup.ts'
import { readAction, readForm } from './form.ts'
import { folderNamed } from './mail-folders.ts'
import { DRAFT_ONLY, messageCreate, messageUpdate, moveAction, replyAction, sendMailAction } from './message-forms.ts'
import { messageList, messageView } from './message-list.ts'
import { needRecipients, readMail, readRecipients } from './message-reading.ts'
import { selected } from './odata/list.ts'

const permission = { mailbox: 'mail' } as const

export function messageIn(call: Call, tenant: Tenant): StoredMessage {
  const id = call.params.message ?? ''
  if (!looksLikeItemId(id)) throw badRequest('Id is malformed.', 'ErrorInvalidIdMalformed')
  const message = withId(allMessages(tenant, call.user.email), id)
  if (!message) throw itemNotFound()
  return message
}

const entity = (call: Call, tenant: Tenant, message: StoredMessage) => ({
  '@odata.context': `${call.base}/$metadata#users('${call.user.objectId}')/messages/$entity`,
  ...messageView(call, tenant)(message),
})

const createdAnswer = (call: Call, tenant: Tenant, message: StoredMessage) =>
  created(
    entity(call, tenant, message),
    `${call.base}/users('${call.user.objectId}')/messages('${idOf(message, call.prefer.immutableIds)}')`,
  )

export const messageOperations: Operation[] = [
  {
    method: 'POST',
    path: '/users/:user/sendMail',
    permission,
    handle(call, tenant) {
      const { message, saveToSentItems } = readAction(sendMailAction, call.body, 'sendMail')
      const mail = readMail(message, call.user)
      needRecipients(mail)
      post(tenant, mail, saveToSentItems === false ? null : 'sentitems')
      return accepted
    },
  },
  {
    method: 'POST',
    path: '/users/:user/messages',
    permission,
    handle(call, tenant) {
      const form = readForm(messageCreate, call.body, 'Message')
      const draft = putMessage(tenant, readMail(form, call.user), call.user.email, {
        folder: 'drafts',
        internetMessageId: form.internetMessageId ?? newMessageId(tenant),
        sentAt: null,
        receivedAt: null,
        categories: form.categories ?? [],
      })
      return createdAnswer(call, tenant, draft)
    },
  },
  {
    method: 'GET',
    path: '/users/:user/messages',
    permission,
    handle(call, tenant) {
      const messages = allMessages(tenant, call.user.email)
      return found(messageList(call, tenant, messages, `users('${call.user.objectId}')/messages`))
    },
  },
  {
    method: 'GET',
    path: '/users/:user/mailFolders/:folder/messages',
    permission,
    handle(call, tenant) {
      const folder = folderNamed(call.user.email, call.params.folder ?? '')
      const messages = allMessages(tenant, call.user.email).filter((message) => message.folder === folder)
      return found(
        messageList(call, tenant, messages, `users('${call.user.objectId}')/mailFolders('${folder}')/messages`),
      )
    },
  },
  {
    method: 'GET',
    path: '/users/:user/messages/:message',
    permission,
    handle: (call, tenant) => found(selected(entity(call, tenant, messageIn(call, tenant)), call.query)),
  },
  {
    method: 'PATCH',
    path: '/users/:user/messages/:message',
    permission,
    handle(call, tenant) {
      const form = readForm(messageUpdate, call.body, 'Message')
      const message = messageIn(call, tenant)
      checkEtag(call, message)
      const refused = Object.keys(form).find((name) => DRAFT_ONLY.includes(name))
      if (refused && !message.isDraft)
        throw badRequest(
          `The property '${refused}' of a message that is not a draft cannot be changed.`,
          'ErrorInvalidPropertySet',
        )
      return found(entity(call, tenant, saveMessage(tenant, { ...message, ...changesIn(form, message) })))
    },
  },
  {
    method: 'DELETE',
    path: '/users/:user/messages/:message',
    permission,
    handle(call, tenant) {
      deleteMessage(tenant, messageIn(call, tenant))
      return nothing
    },
  },
  {
    method: 'POST',
    path: '/users/:user/messages/:message/send',
    permission,
    handle(call, tenant) {
      const draft = messageIn(call, tenant)
      if (!draft.isDraft) throw badRequest('The message has been sent already.', 'ErrorInvalidRequest')
      needRecipients(draft)
      sendDraft(tenant, draft)
      return accepted
    },
  },
  {
    method: 'POST',
    path: '/users/:user/messages/:message/reply',
    permission,
    handle(call, tenant) {
      const { comment, message: given } = readAction(replyAction, call.body, 'reply')
      const original = messageIn(call, tenant)
      const mail = readMail(given ?? {}, call.user)
      const to = original.replyTo.length > 0 ? original.replyTo : original.from ? [original.from] : []
      const words = comment ? keptHtml(comment, 'text') : mail.bodyHtml
      post(tenant, {
        ...mail,
        to: mail.to.length > 0 ? mail.to : to,
        subject: `RE: ${original.subject}`,
        bodyHtml: words,
      })
      return accepted
    },
  },
  {
    method: 'POST',
    path: '/users/:user/messages/:message/move',
    permission,
    handle(call, tenant) {
      const { destinationId } = readAction(moveAction, call.body, 'move')
      const folder = folderNamed(call.user.email, destinationId)
      return createdAnswer(call, tenant, moveMessage(tenant, messageIn(call, tenant), folder))
    },
  },
]

function changesIn(form: ReturnType<typeof messageUpdate.parse>, message: StoredMessage): Partial<StoredMessage> {
  return {
    ...(form.subject != null && { subject: form.subject }),
    ...(form.body && { bodyHtml: keptHtml(form.body.content ?? '', form.body.contentType ?? 'text') }),
    ...(form.toRecipients && { to: readRecipients(form.toRecipients) }),
    ...(form.ccRecipients && { cc: readRecipients(form.ccRecipients) }),
    ...(form.bccRecipients && { bcc: readRecipients(form.bccRecipients) }),
    ...(form.replyTo && { replyTo: readRecipients(form.replyTo) }),
    ...(form.categories && { categories: form.categories }),
    ...(form.importance && { importance: form.importance }),
    ...(form.flag && { flag: form.flag }),
    ...(form.inferenceClassification && { inferenceClassification: form.inferenceClassification }),
    ...(form.isRead != null && { isRead: form.isRead }),
    ...(form.singleValueExtendedProperties && {
      extendedProperties: mergeProperties(message.extendedProperties, form.singleValueExtendedProperties),
    }),
  }
}
