/** Reading and writing what mailboxes hold. Every write gives the item a new version and tells those who watch. */
import { changeKeyOf, itemIds } from '../ids.ts'
import type { Tenant } from '../tenant.ts'
import { noteChange, type ChangeType } from './changes.ts'
import type { StoredEvent } from './event.ts'
import type { StoredMessage } from './message.ts'

type Kept<Item> = Omit<Item, 'version' | 'changed' | 'changedAt'>

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

export const eventsWithUid = (tenant: Tenant, mailbox: string, iCalUId: string): StoredEvent[] =>
  allEvents(tenant, mailbox).filter((event) => event.iCalUId === iCalUId)

/** The mailbox's copy of a meeting, while it is in the calendar. */
export const copyOf = (tenant: Tenant, mailbox: string, iCalUId: string): StoredEvent | undefined =>
  calendarEvents(tenant, mailbox).find((event) => event.iCalUId === iCalUId)

export const allMessages = (tenant: Tenant, mailbox: string): StoredMessage[] => messageTable(tenant, mailbox).all()

const idsOf = (item: { mailbox: string; key: string; moves: number }) => itemIds(item.mailbox, item.key, item.moves)

export const idOf = (item: { mailbox: string; key: string; moves: number }, immutable: boolean): string =>
  immutable ? idsOf(item).immutable : idsOf(item).default

export const etagOf = (item: { key: string; version: number }): string => `W/"${changeKeyOf(item.key, item.version)}"`

/** By either form of its id; ids tell upper from lower case. */
export function withId<Item extends { mailbox: string; key: string; moves: number }>(
  items: Item[],
  id: string,
): Item | undefined {
  return items.find((item) => Object.values(idsOf(item)).includes(id))
}

export function saveEvent(tenant: Tenant, event: Kept<StoredEvent> & Partial<StoredEvent>): StoredEvent {
  return tenant.state.change(() => {
    const saved: StoredEvent = { ...event, ...nextVersion(tenant, event) }
    eventTable(tenant, saved.mailbox).put(saved.key, saved)
    noteChange(tenant, { resource: 'events', item: saved, change: changeOf(saved, event, 'calendar') })
    return saved
  })
}

export function saveMessage(tenant: Tenant, message: Kept<StoredMessage> & Partial<StoredMessage>): StoredMessage {
  return tenant.state.change(() => {
    const saved: StoredMessage = { ...message, ...nextVersion(tenant, message) }
    messageTable(tenant, saved.mailbox).put(saved.key, saved)
    noteChange(tenant, { resource: 'messages', item: saved, change: saved.version === 1 ? 'created' : 'updated' })
    return saved
  })
}

/** For good: nothing is left of it but the memory that it was there, for those who follow by delta. */
export function removeMessage(tenant: Tenant, message: StoredMessage): void {
  tenant.state.change(() => {
    messageTable(tenant, message.mailbox).remove(message.key)
    const gone = { ...message, ...nextVersion(tenant, message) }
    tenant.state.table<StoredMessage>(`gone messages of ${message.mailbox}`).put(message.key, gone)
    noteChange(tenant, { resource: 'messages', item: gone, change: 'deleted' })
  })
}

export const goneMessages = (tenant: Tenant, mailbox: string): StoredMessage[] =>
  tenant.state.table<StoredMessage>(`gone messages of ${mailbox.toLowerCase()}`).all()

export const newKey = (tenant: Tenant, kind: 'event' | 'message' | 'attachment'): string =>
  `${kind}-${tenant.state.next(kind)}`

export const lastChange = (tenant: Tenant): number => tenant.state.table<number>('counters').get('change') ?? 0

const nextVersion = (tenant: Tenant, item: { version?: number }) => ({
  version: (item.version ?? 0) + 1,
  changed: tenant.state.next('change'),
  changedAt: tenant.clock.now(),
})

function changeOf(saved: StoredEvent, before: { version?: number }, home: StoredEvent['folder']): ChangeType {
  if (saved.folder !== home) return 'deleted'
  return before.version === undefined ? 'created' : 'updated'
}
