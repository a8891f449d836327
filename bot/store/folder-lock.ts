/** Keeps a second process off a data folder: the embedded database has no lock, and two at once lose each other's rows. */
import { join } from 'node:path'
import { DatabaseSync } from 'node:sqlite'

/** Somebody else has the data folder open. Says so in words for whoever starts the app. */
export class DataFolderInUse extends Error {
  override name = 'DataFolderInUse'

  constructor(folder: string) {
    super(
      `The data folder ${folder} is in use by another process of the app. Stop that one first, or set DATA_DIR to another folder.`,
    )
  }
}

export type FolderLock = { release(): void }

/**
 * Takes the folder for this process alone, or throws {@link DataFolderInUse}. Node cannot lock a file, but the SQLite
 * that it carries does: the operating system holds that lock and drops it with the process, however it dies, so there
 * is no stale lock to judge and no process id that could belong to somebody else by now. Nothing is ever stored in it.
 */
export function lockFolder(folder: string): FolderLock {
  const file = new DatabaseSync(join(folder, 'lock'), { timeout: 0 })
  try {
    file.exec('pragma journal_mode = off; begin exclusive')
  } catch (error) {
    file.close()
    if (isBusy(error)) throw new DataFolderInUse(folder)
    throw error
  }
  held.add(file)
  return {
    release: () => {
      held.delete(file)
      file.close()
    },
  }
}

// A file that nothing refers to is closed when memory is tidied, and its lock is gone: a lock lasts until it is released,
// whatever its taker does with it.
const held = new Set<DatabaseSync>()

const SQLITE_BUSY = 5
const isBusy = (error: unknown) => (error as { errcode?: number }).errcode === SQLITE_BUSY
