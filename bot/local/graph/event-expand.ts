/** `$expand` of what an event carries but does not show: extended properties, extensions, attachments. */
import type { StoredEvent } from '../outlook/event.ts'
import { badRequest } from './answer.ts'
import { sameProperty } from './event-reading.ts'
import { readFilter } from './odata/filter.ts'
import { matches } from './odata/filter-match.ts'

type Expanded = Record<string, unknown>
type Carrier = Pick<StoredEvent, 'extendedProperties' | 'extensions' | 'attachments'>

const PART = /^\s*(\w+)\s*(?:\((.*)\))?\s*$/s

/** A function from an item to the parts that the request wants to see of it. */
export function readExpand(query: URLSearchParams): (item: Carrier) => Expanded {
  const text = query.get('$expand')
  if (!text) return () => ({})
  const [, name = '', options = ''] = PART.exec(text) ?? []
  const filterText = /^\s*\$filter=(.*)$/s.exec(options)?.[1]
  switch (name.toLowerCase()) {
    case 'singlevalueextendedproperties': {
      if (!filterText)
        throw badRequest('A filter by id is needed to expand extended properties.', 'ErrorInvalidRequest')
      const filter = readFilter(filterText)
      return ({ extendedProperties }) => {
        const wanted = extendedProperties.filter((property) =>
          matches(filter, property, (_, item, asked) => sameProperty(item, asked)),
        )
        return wanted.length > 0 ? { singleValueExtendedProperties: wanted } : {}
      }
    }
    case 'extensions':
      return ({ extensions }) => ({ extensions: extensions.map((extension) => extensionJson(extension)) })
    case 'attachments':
      return ({ attachments }) => ({ attachments: attachments.map((file) => attachmentJson(file)) })
    default:
      throw badRequest(
        `Could not find a property named '${name}' on type 'Microsoft.OutlookServices.Event'.`,
        'RequestBroker--ParseUri',
      )
  }
}

export const extensionJson = ({ name, values }: StoredEvent['extensions'][number]) => ({
  '@odata.type': '#microsoft.graph.openTypeExtension',
  id: `Microsoft.OutlookServices.OpenTypeExtension.${name}`,
  extensionName: name,
  ...values,
})

export const attachmentJson = (file: StoredEvent['attachments'][number]) => ({
  '@odata.type': '#microsoft.graph.fileAttachment',
  '@odata.mediaContentType': file.contentType,
  id: file.id,
  name: file.name,
  contentType: file.contentType,
  size: Buffer.byteLength(file.contentBytes, 'base64'),
  isInline: file.isInline,
  contentId: null,
  contentLocation: null,
  contentBytes: file.contentBytes,
})
