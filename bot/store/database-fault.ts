/** What went wrong in the database, without the values it went wrong with. */
import type { DatabaseConnection } from 'kysely'

/**
 * Takes the place of whatever a driver throws. Theirs quote rows and parameters, and a row here is about a child; this
 * one says which rule was broken and where, and is safe to log (P-57).
 */
export class DatabaseFault extends Error {
  override name = 'DatabaseFault'
  /** The SQLSTATE, or the name of a network error. */
  readonly code: string
  readonly constraint: string | null

  constructor(code: string, constraint: string | null, table: string | null) {
    super(['The database refused a statement', code, table, constraint].filter(Boolean).join(', '))
    this.code = code
    this.constraint = constraint
  }
}

const UNIQUE_VIOLATION = '23505'
const EXCLUSION_VIOLATION = '23P01'

export const isTwice = (error: unknown) => error instanceof DatabaseFault && error.code === UNIQUE_VIOLATION
export const isOverlap = (error: unknown) => error instanceof DatabaseFault && error.code === EXCLUSION_VIOLATION

/** Makes every statement on a connection fail with a {@link DatabaseFault} and nothing else. */
export async function speakDiscreetly(connection: DatabaseConnection): Promise<void> {
  const execute = connection.executeQuery.bind(connection)
  connection.executeQuery = async (query, options) => {
    try {
      return await execute(query, options)
    } catch (error) {
      throw discreet(error)
    }
  }
}

/** The fault without the driver's own words; one that is discreet already stays as it is. */
export function discreet(error: unknown): DatabaseFault {
  if (error instanceof DatabaseFault) return error
  const told = (error ?? {}) as Record<string, unknown>
  const text = (field: string) => (typeof told[field] === 'string' ? told[field] : null)
  return new DatabaseFault(text('code') ?? text('name') ?? 'unknown', text('constraint'), text('table'))
}
