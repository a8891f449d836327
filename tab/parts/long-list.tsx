/**
 * The meetings of a long group. Of thousands only those in view are drawn; each says which of how many it is, and the one
 * that has the focus stays, wherever the page is scrolled to. What a browser's own search cannot find in it, the search
 * of the list does.
 */
import { makeStyles } from '@fluentui/react-components'
import { defaultRangeExtractor, measureElement, useWindowVirtualizer, type Range } from '@tanstack/react-virtual'
import { useCallback, useEffect, useLayoutEffect, useRef, useState, type FocusEvent } from 'react'
import { MeetingRow } from './meeting-row.tsx'
import type { RowsProps } from './meeting-rows.tsx'

const GAP = 8
const OVERSCAN = 8
/** As high as a row is taken to be until it is seen: in one column, and beside its button. */
const usualHeight = () => (window.innerWidth < 520 ? 158 : 86)

const useStyles = makeStyles({ list: { listStyleType: 'none', margin: 0, padding: 0, position: 'relative' } })

export default function LongList({ rows, count, now, primary, onMore }: RowsProps) {
  const styles = useStyles()
  const list = useRef<HTMLUListElement>(null)
  // The last one that had the focus: it stays, also while somebody is in another window.
  const [held, setHeld] = useState<string | null>(null)
  const focused = held === null ? -1 : rows.findIndex(({ id }) => id === held)
  const virtualizer = useWindowVirtualizer<HTMLLIElement>({
    count,
    gap: GAP,
    overscan: OVERSCAN,
    scrollMargin: useTop(list),
    estimateSize: usualHeight,
    // A tab that is not in view has no heights; without them everything would be drawn.
    measureElement: (row, entry, instance) => measureElement(row, entry, instance) || usualHeight(),
    getItemKey: useCallback((index: number) => rows[index]?.id ?? index, [rows]),
    rangeExtractor: useCallback(
      (range: Range) => withFocused(defaultRangeExtractor(range), focused, count),
      [focused, count],
    ),
  })
  const items = virtualizer.getVirtualItems()
  const isAtEnd = (items.at(-1)?.index ?? 0) >= rows.length && rows.length < count
  useEffect(() => {
    if (isAtEnd) onMore()
  }, [isAtEnd, rows.length, onMore])

  const onFocus = ({ target }: FocusEvent) => setHeld(rows[Number(target.closest('li')?.dataset['index'])]?.id ?? null)
  return (
    <ul ref={list} className={styles.list} style={{ height: virtualizer.getTotalSize() }} onFocus={onFocus}>
      {items.map(({ key, index, start }) => {
        const row = rows[index]
        if (!row) return null
        const top = start - virtualizer.options.scrollMargin
        return (
          <MeetingRow
            key={key}
            row={row}
            now={now}
            primary={row.id === primary}
            item={{
              ref: virtualizer.measureElement,
              'data-index': index,
              'aria-posinset': index + 1,
              'aria-setsize': count,
              style: { position: 'absolute', insetInline: 0, transform: `translateY(${top}px)` },
            }}
          />
        )
      })}
    </ul>
  )
}

/** With the row that has the focus and those beside it, which the Tab key goes to next. */
function withFocused(inView: number[], focused: number, count: number): number[] {
  if (focused < 0) return inView
  const near = [focused - 1, focused, focused + 1].filter((index) => index >= 0 && index < count)
  return [...new Set([...inView, ...near])].sort((a, b) => a - b)
}

/** How far down the page something begins, also when what stands above it grows. */
function useTop(element: React.RefObject<HTMLElement | null>): number {
  const [top, setTop] = useState(0)
  useLayoutEffect(() => {
    const measure = () => setTop(Math.round((element.current?.getBoundingClientRect().top ?? 0) + window.scrollY))
    measure()
    if (!('ResizeObserver' in window)) return
    const observer = new ResizeObserver(measure)
    observer.observe(document.body)
    return () => observer.disconnect()
  }, [element])
  return top
}
