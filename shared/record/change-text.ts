import type * as Y from 'yjs'

/** Changes only the stretch that differs, so that two people can write in one text. */
export function changeText(text: Y.Text, value: string): void {
  const before = text.toJSON()
  if (before === value) return
  let start = 0
  while (start < before.length && start < value.length && before[start] === value[start]) start += 1
  if (splitsAPair(before, start) || splitsAPair(value, start)) start -= 1
  let end = 0
  while (
    end < before.length - start &&
    end < value.length - start &&
    before[before.length - 1 - end] === value[value.length - 1 - end]
  ) {
    end += 1
  }
  if (splitsAPair(before, before.length - end) || splitsAPair(value, value.length - end)) end -= 1
  const change = () => {
    if (before.length > start + end) text.delete(start, before.length - start - end)
    if (value.length > start + end) text.insert(start, value.slice(start, value.length - end))
  }
  if (text.doc) text.doc.transact(change)
  else change()
}

/** Half of a character that takes two units, an emoji say, is lost when it is sent alone. */
const splitsAPair = (text: string, at: number): boolean =>
  /[\ud800-\udbff]/.test(text[at - 1] ?? '') && /[\udc00-\udfff]/.test(text[at] ?? '')
