/** A text that others may write in at the same time: what they add does not move the cursor of who is typing. */
import { makeStyles, mergeClasses, Textarea, type TextareaProps } from '@fluentui/react-components'
import { useLayoutEffect, useRef, type RefObject } from 'react'

const useStyles = makeStyles({
  text: {
    width: '100%',
    // Room for one line at first, and for as much as is written.
    '& textarea': { fieldSizing: 'content', minHeight: '44px', maxHeight: '60vh', paddingBlock: '11px' },
  },
})

/** Enough for anything that is said in a meeting, and little enough to be saved at once. */
const LONGEST = 20_000

type Props = Omit<TextareaProps, 'value' | 'onChange' | 'ref'> & {
  value: string
  onChange: (value: string) => void
  fieldRef?: RefObject<HTMLTextAreaElement | null>
}

export function SharedText({ value, onChange, fieldRef, className, ...props }: Props) {
  const styles = useStyles()
  const own = useRef<HTMLTextAreaElement>(null)
  const field = fieldRef ?? own
  const mine = useRef({ value, start: 0, end: 0 })

  useLayoutEffect(() => {
    const { value: before, start, end } = mine.current
    if (before === value || document.activeElement !== field.current) return
    field.current?.setSelectionRange(caretAfter(before, value, start), caretAfter(before, value, end))
    mine.current.value = value
  }, [value, field])

  return (
    <Textarea
      {...props}
      className={mergeClasses(styles.text, className)}
      value={value}
      maxLength={LONGEST}
      ref={field}
      onFocus={() => {
        mine.current.value = value
      }}
      onSelect={({ currentTarget }) => {
        mine.current.start = currentTarget.selectionStart
        mine.current.end = currentTarget.selectionEnd
      }}
      onChange={(_, data) => {
        mine.current.value = data.value
        onChange(data.value)
      }}
    />
  )
}

/** Where the cursor belongs once somebody else has changed the text around it. */
export function caretAfter(before: string, after: string, caret: number): number {
  let same = 0
  while (same < before.length && same < after.length && before[same] === after[same]) same += 1
  if (caret <= same) return caret
  let tail = 0
  while (
    tail < Math.min(before.length, after.length) - same &&
    before[before.length - 1 - tail] === after[after.length - 1 - tail]
  ) {
    tail += 1
  }
  const changedUntil = before.length - tail
  return caret >= changedUntil ? caret + after.length - before.length : after.length - tail
}
