/**
 * Tables whose columns mean something: a heading row of labels with one child in each row below, or one column for each
 * child. Any other table is read row by row, as label and value.
 */
import { labelOf, type Label } from './labels.ts'

export type Cell = { label: Label; labelText: string; value: string; child: number; row: number }

/** The cells with their labels and children, or `null` for a table of labels and values. */
export function tableOfChildren(rows: string[][]): Cell[] | null {
  return rows.length < 2 ? null : (childInEachRow(rows) ?? childInEachColumn(rows))
}

function childInEachRow([heads, ...rows]: string[][]): Cell[] | null {
  const labels = heads!.map((head) => (head === '' ? null : labelOf(head)))
  const known = labels.filter((label) => label !== null)
  const tellsChildren = known.some((label) => isOf(label, IDENTITY))
  if (known.length < 3 || !tellsChildren || rows.some((row) => row.length > heads!.length)) return null
  if (rows.some((row) => labelOf(row[0] ?? ''))) return null
  return rows.flatMap((row, n) =>
    row.flatMap((value, column) => {
      const label = labels[column]
      return label && value !== '' ? [{ label, labelText: heads![column]!, value, child: n + 1, row: n + 1 }] : []
    }),
  )
}

function childInEachColumn(rows: string[][]): Cell[] | null {
  const [heads] = rows
  const headed = heads!.slice(1).every((head) => labelOf(head)?.child !== undefined) && heads!.length > 2
  const identity = rows.find(
    ([head, ...values]) =>
      values.length > 1 && values.every((value) => value !== '') && isOf(labelOf(head ?? ''), IDENTITY),
  )
  if (!headed && !(identity && rows.filter(({ length }) => length === identity.length).length * 2 > rows.length))
    return null
  const columns = (headed ? heads : identity)!.length
  return rows.slice(headed ? 1 : 0).flatMap(([head, ...values], n) => {
    const label = labelOf(head ?? '')
    if (!label) return []
    const row = headed ? n + 1 : n
    // One value in a row of several children holds for all of them.
    if (values.filter(Boolean).length === 1 && columns > 2)
      return [{ label, labelText: head!, value: values.find(Boolean)!, child: 0, row }]
    return values.flatMap((value, column) =>
      value === '' ? [] : [{ label, labelText: head!, value, child: column + 1, row }],
    )
  })
}

const IDENTITY: string[] = ['child', 'child.initials', 'caseReference']
const isOf = (label: Label | null, fields: string[]): boolean => label?.kind === 'field' && fields.includes(label.field)
