/** Open extensions of an event: values of the client's own, under a name. */
import type { StoredEvent } from '../outlook/event.ts'
import { saveEvent } from '../outlook/mailbox-store.ts'
import { created, found, GraphError, itemNotFound, nothing } from './answer.ts'
import type { Call, Operation } from './call.ts'
import { openExtension } from './event-forms.ts'
import { extensionJson } from './event-expand.ts'
import { eventIn } from './event-lookup.ts'
import { readForm } from './form.ts'
import { z } from 'zod'

const permission = { mailbox: 'calendar' } as const
const PREFIX = 'Microsoft.OutlookServices.OpenTypeExtension.'

type Extension = StoredEvent['extensions'][number]

function extensionIn(call: Call, event: StoredEvent): Extension {
  const name = (call.params.extension ?? '').replace(PREFIX, '')
  const extension = event.extensions.find((candidate) => candidate.name === name)
  if (!extension) throw itemNotFound()
  return extension
}

const replaced = (event: StoredEvent, extension: Extension) =>
  event.extensions.map((candidate) => (candidate.name === extension.name ? extension : candidate))

export const extensionOperations: Operation[] = [
  {
    method: 'GET',
    path: '/users/:user/events/:event/extensions',
    permission,
    handle: (call, tenant) => found({ value: eventIn(call, tenant).extensions.map(extensionJson) }),
  },
  {
    method: 'POST',
    path: '/users/:user/events/:event/extensions',
    permission,
    handle(call, tenant) {
      const {
        extensionName: name,
        '@odata.type': _,
        ...values
      } = readForm(openExtension, call.body, 'OpenTypeExtension')
      const event = eventIn(call, tenant)
      if (event.extensions.some((extension) => extension.name === name))
        throw new GraphError(409, 'ErrorExtensionAlreadyExists', 'An extension with this name already exists.')
      saveEvent(tenant, { ...event, extensions: [...event.extensions, { name, values }] })
      return created(extensionJson({ name, values }), `${call.base}${call.path}/${PREFIX}${name}`)
    },
  },
  {
    method: 'GET',
    path: '/users/:user/events/:event/extensions/:extension',
    permission,
    handle: (call, tenant) => found(extensionJson(extensionIn(call, eventIn(call, tenant)))),
  },
  {
    method: 'PATCH',
    path: '/users/:user/events/:event/extensions/:extension',
    permission,
    handle(call, tenant) {
      const written = readForm(z.looseObject({}), call.body, 'OpenTypeExtension')
      const event = eventIn(call, tenant)
      const before = extensionIn(call, event)
      const after = { name: before.name, values: { ...before.values, ...written } }
      saveEvent(tenant, { ...event, extensions: replaced(event, after) })
      return found(extensionJson(after))
    },
  },
  {
    method: 'DELETE',
    path: '/users/:user/events/:event/extensions/:extension',
    permission,
    handle(call, tenant) {
      const event = eventIn(call, tenant)
      const gone = extensionIn(call, event)
      saveEvent(tenant, { ...event, extensions: event.extensions.filter((extension) => extension !== gone) })
      return nothing
    },
  },
]
