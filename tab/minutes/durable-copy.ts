/**
 * Words that have to outlive a crash of the whole browser. What is put into the browser's simple storage reaches the disk
 * only after some seconds; what is put in here is written through. A frame, or an old browser, may have no such thing.
 */
export type DurableCopy = {
  /** By key, of those that begin so. */
  entries(prefix: string): Promise<[key: string, value: string][]>
  put(key: string, value: string): Promise<void>
  /** With a value only while it is still that one. */
  remove(key: string, value?: string): Promise<void>
}

const NAME = 'placement-planning'
const KEPT = 'unsaved'

export function durableCopyOf(page: Window): DurableCopy {
  let opened: Promise<IDBDatabase | null> | null = null
  const open = () => (opened ??= openDatabase(page))

  async function inStore<Value>(
    mode: IDBTransactionMode,
    work: (store: IDBObjectStore) => Promise<Value>,
    otherwise: Value,
  ): Promise<Value> {
    try {
      const database = await open()
      if (!database) return otherwise
      const transaction = database.transaction(KEPT, mode, { durability: 'strict' })
      const value = await work(transaction.objectStore(KEPT))
      await new Promise<void>((done, failed) => {
        transaction.oncomplete = () => done()
        transaction.onabort = () => failed(new Error('The words were not kept', { cause: transaction.error }))
      })
      return value
    } catch (fault) {
      // Full, or taken away in the meantime: the simple storage still has the words, and says where even that is gone.
      console.warn('Unsaved words are kept less safely', fault instanceof Error ? fault.name : fault)
      return otherwise
    }
  }

  return {
    entries: (prefix) =>
      inStore(
        'readonly',
        async (store) => {
          const within = IDBKeyRange.bound(prefix, `${prefix}\uffff`)
          const [keys, values] = await Promise.all([answerOf(store.getAllKeys(within)), answerOf(store.getAll(within))])
          return keys.map((key, at): [string, string] => [key as string, values[at] as string])
        },
        [],
      ),
    put: (key, value) => inStore('readwrite', async (store) => void (await answerOf(store.put(value, key))), undefined),
    remove: (key, value) =>
      inStore(
        'readwrite',
        async (store) => {
          if (value === undefined || (await answerOf(store.get(key))) === value) await answerOf(store.delete(key))
        },
        undefined,
      ),
  }
}

/** `null` where a page may not have one: merely asking for it may throw. */
async function openDatabase(page: Window): Promise<IDBDatabase | null> {
  try {
    const asked = page.indexedDB.open(NAME, 1)
    asked.onupgradeneeded = () => asked.result.createObjectStore(KEPT)
    return await answerOf(asked)
  } catch {
    return null
  }
}

const answerOf = <Value>(request: IDBRequest<Value>): Promise<Value> =>
  new Promise((done, failed) => {
    request.onsuccess = () => done(request.result)
    request.onerror = () => failed(new Error('The browser keeps nothing', { cause: request.error }))
  })
