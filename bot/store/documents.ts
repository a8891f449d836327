/** Drafts, placements and meetings: each kept whole, as a document with a version that every save raises. */
import { sql } from 'kysely'
import { z } from 'zod'
import { SavedByAnother, type MessageId } from '../meetings/ports.ts'
import { json, jsonColumn, rowOf, textColumn, type Queryable } from './rows.ts'

type Document = { id: string; version: number }
type Content<Kept extends Document> = Kept extends Document ? Omit<Kept, 'id' | 'version'> : never

/** How a row of such a table reads. */
export const documentRow = <Kept extends Document>() =>
  z
    .object({ id: textColumn<Kept['id']>(), version: z.int(), content: jsonColumn<Content<Kept>>() })
    .transform(({ id, version, content }) => ({ ...content, id, version }) as unknown as Kept)

/** The messages that a case came from stand inside its document; an index is kept over them. */
export const keptWith = ({ chat, id }: MessageId) => sql<boolean>`content -> 'messages' @> ${json([{ chat, id }])}`

/**
 * Saves a document over the version that it carries, or as a new one when that is 0, and gives it back with its new
 * version. Throws {@link SavedByAnother} when somebody else's version stands there, or another document has what only
 * one may have.
 */
export async function saveDocument<Kept extends Document>(
  db: Queryable,
  table: 'draft' | 'placement' | 'planning_meeting',
  document: Kept,
): Promise<Kept> {
  const { id, version, ...content } = document
  const saved = await rowOf(
    db,
    z.object({ version: z.int() }),
    version === 0
      ? sql`insert into ${sql.table(table)} (id, version, content) values (${id}, 1, ${json(content)})
            on conflict do nothing returning version`
      : sql`update ${sql.table(table)} set version = version + 1, content = ${json(content)}
             where id = ${id} and version = ${version} returning version`,
  )
  if (!saved) throw new SavedByAnother('somebody else saved first')
  return { ...document, version: saved.version }
}
