/** Reading and writing what mailboxes hold. Every write gives the item a new version and tells those who watch. */
import type { Tenant } from '../tenant.ts'
import { noteChange } from '../notifications/queue.ts'
import type { StoredEvent } from './event.ts'
import type { StoredMessage } from './message.ts'

/** What saving adds to an item by itself. */
type Kept<Item> = Omit<Item, 'version' | 'changed' | 'changedAt' | 'moves'>

const eventTable = (tenant: Tenant, mailbox: string) =>
  tenant.state.table<StoredEvent>(`events of ${mailbox.toLowerCase()}`)
const messageTable = (tenant: Tenant, mailbox: string) =>
  tenant.state.table<StoredMessage>(`messages of ${mailbox.toLowerCase()}`)

/** All that were ever there, those in Deleted Items included. */
export const allEvents = (tenant: Tenant, mailbox: string): StoredEvent[] => eventTable(tenant, mailbox).all()

export const eventByKey = (tenant: Tenant, mailbox: string, key: string): StoredEvent | undefined =>
  eventTable(tenant, mailbox).get(key)

export const calendarEvents = (tenant: Tenant, mailbox: string): StoredEvent[] =>
  allEvents(tenant, mailbox).filter((event) => event.folder === 'calendar')

/** The mailbox's copy of a meeting, while it is in the calendar. */
export const copyOf = (tenant: Tenant, mailbox: string, iCalUId: string): StoredEvent | undefined =>
  calendarEvents(tenant, mailbox).find((event) => event.iCalUId === iCalUId)

export const allMessages = (tenant: Tenant, mailbox: string): StoredMessage[] => messageTable(tenant, mailbox).all()

export function saveEvent(tenant: Tenant, event: Kept<StoredEvent> & Partial<StoredEvent>): StoredEvent {
  return tenant.state.change(() => {
    const table = eventTable(tenant, event.mailbox)
    const before = table.get(event.key)
    const saved: StoredEvent = { ...event, ...nextVersion(tenant, before), moves: movesAfter(before, event.folder) }
    table.put(saved.key, saved)
    const change = saved.folder !== 'calendar' ? 'deleted' : before?.folder === 'calendar' ? 'updated' : 'created'
    noteChange(tenant, { kind: 'events', item: saved, change })
    return saved
  })
}

export function saveMessage(tenant: Tenant, message: Kept<StoredMessage> & Partial<StoredMessage>): StoredMessage {
  return tenant.state.change(() => {
    const table = messageTable(tenant, message.mailbox)
    const before = table.get(message.key)
    const saved: StoredMessage = {
      ...message,
      ...nextVersion(tenant, before),
      moves: movesAfter(before, message.folder),
    }
    if (before && before.folder !== saved.folder)
      saved.left = [...before.left, { folder: before.folder, changed: saved.changed }]
    table.put(saved.key, saved)
    noteChange(tenant, { kind: 'messages', item: saved, from: before?.folder ?? null, to: saved.folder })
    return saved
  })
}

/** For good: nothing is left of it but the memory that it was there, for those who follow by delta. */
export function removeMessage(tenant: Tenant, message: StoredMessage): void {
  tenant.state.change(() => {
    messageTable(tenant, message.mailbox).remove(message.key)
    const gone = { ...message, ...nextVersion(tenant, message) }
    tenant.state.table<StoredMessage>(`gone messages of ${message.mailbox}`).put(message.key, gone)
    noteChange(tenant, { kind: 'messages', item: gone, from: message.folder, to: null })
  })
}

export const goneMessages = (tenant: Tenant, mailbox: string): StoredMessage[] =>
  tenant.state.table<StoredMessage>(`gone messages of ${mailbox.toLowerCase()}`).all()

export const newKey = (tenant: Tenant, kind: 'event' | 'message' | 'attachment'): string =>
  `${kind}-${tenant.state.next(kind)}`

/** The number of the latest change to any item. */
export const lastChange = (tenant: Tenant): number => tenant.state.current('change')

const nextVersion = (tenant: Tenant, before: { version: number } | undefined) => ({
  version: (before?.version ?? 0) + 1,
  changed: tenant.state.next('change'),
  changedAt: tenant.clock.now(),
})

/** Default ids change with every folder that an item goes to. */
const movesAfter = (before: { folder: string; moves: number } | undefined, folder: string): number =>
  before ? before.moves + (before.folder === folder ? 0 : 1) : 0
