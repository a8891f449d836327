/**
 * The minutes of one meeting while they are open: a document that takes what is typed at once, sends it soon after, and
 * takes in what others write. Words stay in the document, and in the local copy, until the server has them; sending
 * twice or out of order does no harm.
 */
import * as Y from 'yjs'
import { readMinutes } from '../../shared/record/minutes-document.ts'
import type { Minutes } from '../../shared/record/minutes.ts'
import type { Instant } from '../../shared/dates/time.ts'
import type { SyncAnswer, SyncBody } from '../../shared/wire/tab-api.ts'
import type { Answered, ApiRefusal } from '../api.ts'
import { fromBase64, toBase64 } from './base64.ts'
import type { LocalCopy } from './local-copy.ts'

export type SaveState =
  /** Not heard from the server yet: what others wrote is not here. */
  | { kind: 'opening' }
  | { kind: 'saving' }
  | { kind: 'saved'; at: Instant | null }
  /** Something typed is not on the server; it is tried again all the time. */
  | { kind: 'notSaved'; why: ApiRefusal }
  /** All that was typed is saved, but the server cannot be reached: others' words may be missing. */
  | { kind: 'apart'; why: ApiRefusal }
  /** The record was closed; `unsaved` when that was before the last words of this window came in. */
  | { kind: 'closed'; unsaved: boolean }

export type Present = SyncAnswer['present']
export type Shown = { minutes: Minutes; save: SaveState; present: Present; canUndo: boolean }

export type SessionParts = {
  sync: (body: SyncBody, leaving?: boolean) => Promise<Answered<SyncAnswer>>
  localCopy: LocalCopy
  /** Does something later, and returns how to give it up. */
  after: (ms: number, what: () => void) => () => void
  /** Nobody looks at a page that is hidden: then others' words can wait. */
  isVisible: () => boolean
}

const PAUSE_MS = 600
/** Who types without a pause is saved all the same. */
const LONGEST_WAIT_MS = 1_500
const LOOK_MS = 3_000
/** Who sees that their words are not saved watches for the moment when they are: it is never far off. */
const RETRY_MS = [1_000, 2_000, 4_000, 8_000]
const COPY_MS = 250

/** After these there is no use in trying again: the record is not this person's to write any more. */
const FINAL = ['mayNot', 'gone', 'alreadyClosed']

const FROM_SERVER = Symbol('from the server')
const FROM_LOCAL_COPY = Symbol('from the local copy')

export class MinutesSession {
  readonly doc = new Y.Doc()
  readonly #parts: SessionParts
  readonly #undo = new Y.UndoManager(this.doc, { captureTimeout: 800 })
  readonly #listeners = new Set<() => void>()
  #unsent: Uint8Array[] = []
  /** On its way to the server; `null` when nothing is. */
  #going: Uint8Array[] | null = null
  #failures = 0
  #place: string | undefined
  #stopped = false
  #cancelNext = () => {}
  #cancelLatest: (() => void) | null = null
  #cancelCopy: (() => void) | null = null
  #read: Minutes | null = null
  #state: Pick<Shown, 'save' | 'present'> = { save: { kind: 'opening' }, present: [] }
  #shown: Shown | null = null

  constructor(parts: SessionParts) {
    this.#parts = parts
    this.doc.on('update', (update: Uint8Array, origin: unknown) => {
      if (origin !== FROM_SERVER && origin !== FROM_LOCAL_COPY) {
        this.#unsent.push(update)
        this.#typed()
      }
      this.#read = null
      this.#show({})
    })
  }

  /** Takes up what was left unsaved, and asks what the others have. */
  async start(): Promise<void> {
    for (const left of await this.#parts.localCopy.left()) {
      // Sent as it was kept: where it goes on from what only the server has, the document here cannot show it yet.
      this.#unsent.push(left)
      Y.applyUpdate(this.doc, left, FROM_LOCAL_COPY)
    }
    await this.sync()
  }

  stop(): void {
    this.leave()
    this.#stopped = true
    this.#cancelTimers()
    this.#cancelCopy?.()
    this.#undo.destroy()
  }

  subscribe = (listener: () => void): (() => void) => {
    this.#listeners.add(listener)
    return () => this.#listeners.delete(listener)
  }

  /** The same object until something changes. */
  shown = (): Shown => {
    this.#read ??= readMinutes(this.doc)
    this.#shown ??= { ...this.#state, minutes: this.#read, canUndo: this.#undo.canUndo() }
    return this.#shown
  }

  /** Whether the words are somewhere else than on this page. */
  isKept = (): boolean => this.#notSaved().length === 0 || this.#parts.localCopy.isAvailable()

  /** Many things changed with one press: taken back with one, and nothing else with them. */
  inOneStep(change: () => void): void {
    this.#undo.stopCapturing()
    this.doc.transact(change)
    this.#undo.stopCapturing()
  }

  undo(): void {
    this.#undo.undo()
  }

  /** Somebody has what could not be saved, elsewhere: it is forgotten here. */
  discard(): void {
    this.#unsent = []
    this.#copyNow()
    if (this.#state.save.kind === 'closed') this.#show({ save: { kind: 'closed', unsaved: false } })
  }

  /** The agenda item that this person is at, for the others to see. */
  moveTo(place: string): void {
    this.#place = place
  }

  /** The page is being left: what is not sent yet goes with what the browser still lets out. */
  leave(): void {
    if (this.#stopped || this.#notSaved().length === 0 || this.#state.save.kind === 'closed') return
    this.#copyNow()
    void this.#parts.sync(this.#body(this.#notSaved()), true)
  }

  async sync(): Promise<void> {
    if (this.#going || this.#stopped || this.#state.save.kind === 'closed') return
    this.#cancelTimers()
    this.#going = this.#unsent
    this.#unsent = []
    if (this.#going.length > 0) this.#show({ save: { kind: 'saving' } })
    const answer = await this.#parts.sync(this.#body(this.#going))
    const gone = this.#going
    this.#going = null
    if (!answer.ok || answer.value.closed) this.#unsent = [...gone, ...this.#unsent]
    if (this.#stopped) return
    if (answer.ok) this.#tookIn(answer.value)
    else this.#failed(answer.refusal)
  }

  #notSaved = (): Uint8Array[] => [...(this.#going ?? []), ...this.#unsent]

  #body = (updates: Uint8Array[]): SyncBody => ({
    stateVector: toBase64(Y.encodeStateVector(this.doc)),
    ...(updates.length > 0 && { update: toBase64(Y.mergeUpdates(updates)) }),
    ...(this.#place !== undefined && { at: this.#place }),
  })

  #tookIn({ update, savedAt, present, closed }: SyncAnswer): void {
    this.#failures = 0
    Y.applyUpdate(this.doc, fromBase64(update), FROM_SERVER)
    // A closed record takes nothing in any more: what was sent with this is not in it.
    if (closed) return this.#show({ present, save: { kind: 'closed', unsaved: this.#unsent.length > 0 } })
    this.#show({ present, save: { kind: 'saved', at: savedAt } })
    if (this.#unsent.length > 0) return this.#sendSoon()
    this.#copyNow()
    this.#cancelNext = this.#parts.after(LOOK_MS, () => this.#lookAround())
  }

  #failed(why: ApiRefusal): void {
    if (FINAL.includes(why.reason)) return this.#show({ save: { kind: 'closed', unsaved: this.#unsent.length > 0 } })
    const wait = RETRY_MS[Math.min(this.#failures, RETRY_MS.length - 1)]!
    this.#failures += 1
    this.#show({ save: { kind: this.#unsent.length > 0 ? 'notSaved' : 'apart', why } })
    this.#cancelNext = this.#parts.after(wait, () => void this.sync())
  }

  #lookAround(): void {
    if (this.#parts.isVisible()) void this.sync()
    else this.#cancelNext = this.#parts.after(LOOK_MS, () => this.#lookAround())
  }

  #typed(): void {
    this.#cancelCopy ??= this.#parts.after(COPY_MS, () => this.#copyNow())
    const { save } = this.#state
    if (save.kind === 'apart') this.#show({ save: { kind: 'notSaved', why: save.why } })
    // What is under way, or tried again, takes these words with it when its turn comes.
    if (!this.#stopped && !this.#going && this.#failures === 0) this.#sendSoon()
  }

  /** After a pause in typing, but never much later than the first letter. */
  #sendSoon(): void {
    this.#show({ save: { kind: 'saving' } })
    this.#cancelNext()
    this.#cancelNext = this.#parts.after(PAUSE_MS, () => void this.sync())
    this.#cancelLatest ??= this.#parts.after(LONGEST_WAIT_MS, () => void this.sync())
  }

  #cancelTimers(): void {
    this.#cancelNext()
    this.#cancelLatest?.()
    this.#cancelLatest = null
  }

  #copyNow(): void {
    this.#cancelCopy?.()
    this.#cancelCopy = null
    if (this.#unsent.length > 1) this.#unsent = [Y.mergeUpdates(this.#unsent)]
    const unsaved = this.#notSaved()
    this.#parts.localCopy.keep(unsaved.length > 0 ? Y.mergeUpdates(unsaved) : null)
  }

  #show(change: Partial<Pick<Shown, 'save' | 'present'>>): void {
    this.#state = { ...this.#state, ...change }
    this.#shown = null
    for (const listener of this.#listeners) listener()
  }
}
