/** The agenda in the chair's own order: moved by buttons or by dragging, with items added; what no longer fits is said. */
import { Button, Input, makeStyles, mergeClasses, tokens, typographyStyles } from '@fluentui/react-components'
import { AddRegular } from '@fluentui/react-icons/svg/add'
import { ArrowDownRegular } from '@fluentui/react-icons/svg/arrow-down'
import { ArrowUpRegular } from '@fluentui/react-icons/svg/arrow-up'
import { DeleteRegular } from '@fluentui/react-icons/svg/delete'
import { ReOrderDotsVerticalRegular } from '@fluentui/react-icons/svg/re-order-dots-vertical'
import { useRef, useState, type PointerEvent } from 'react'
import { isAdded, placeBetween } from '../../shared/agenda/agenda-in-use.ts'
import { setFact, setWords } from '../../shared/record/minutes-document.ts'
import { isSilent } from '../../shared/record/minutes-gaps.ts'
import type { AgendaItem } from '../../shared/meeting/plan.ts'
import { useMinutes, useWriting } from '../minutes/writing.ts'
import { useTab } from '../tab-context.ts'
import { AgendaFit } from './agenda-fit.tsx'
import { ForProfessionals } from './for-professionals.tsx'
import { ParkItem } from './park-item.tsx'

const useStyles = makeStyles({
  // A row that moves must not take the page with it from under the finger.
  list: { listStyleType: 'none', margin: 0, padding: 0, overflowAnchor: 'none' },
  row: {
    display: 'flex',
    flexWrap: 'wrap',
    alignItems: 'center',
    gap: tokens.spacingHorizontalXS,
    borderTop: `1px solid ${tokens.colorNeutralStroke2}`,
  },
  dragged: { backgroundColor: tokens.colorNeutralBackground1Selected },
  // The page does not scroll under a finger that drags.
  handle: { touchAction: 'none', cursor: 'grab' },
  title: { flex: '1 1 9rem' },
  minutes: { ...typographyStyles.caption1, color: tokens.colorNeutralForeground2, whiteSpace: 'nowrap' },
  moves: { display: 'inline-flex', alignItems: 'center', gap: tokens.spacingHorizontalXS },
  add: { display: 'flex', flexWrap: 'wrap', gap: tokens.spacingHorizontalS },
  name: { flex: '1 1 9rem' },
})

type Item = AgendaItem & { place?: number }

export function AgendaEditor() {
  const styles = useStyles()
  const { session, view } = useWriting()
  const minutes = useMinutes()
  const { announce, clock } = useTab()
  const [name, setName] = useState('')
  const agenda: Item[] = view.agenda

  const moveTo = (item: Item, at: number) => {
    const others = agenda.filter((one) => one.item !== item.item)
    const to = Math.min(others.length, Math.max(0, at))
    setFact(session.doc, `agenda/${item.item}/place`, String(placeBetween(others[to - 1], others[to])))
    announce(`${item.title}: now ${to + 1} of ${agenda.length}`)
  }
  const add = () => {
    const title = name.trim()
    if (title === '') return
    const id = `X-${crypto.randomUUID().replaceAll('-', '')}` as const
    session.doc.transact(() => {
      setWords(session.doc, `agenda/${id}/title`, title)
      setFact(session.doc, `agenda/${id}/added`, clock.now())
      setFact(session.doc, `agenda/${id}/place`, String(placeBetween(agenda.at(-1), undefined)))
    })
    setName('')
    announce(`Added: ${title}`)
  }
  const list = useRef<HTMLOListElement>(null)
  const [dragged, setDragged] = useState<string | null>(null)
  const lift = (item: Item, { pointerId }: PointerEvent) => {
    // The list keeps hold of the finger: the row itself is taken out and put in again as it moves.
    list.current?.setPointerCapture(pointerId)
    setDragged(item.item)
  }
  const carry = ({ clientY }: PointerEvent) => {
    const at = agenda.findIndex(({ item }) => item === dragged)
    if (at < 0) return
    const rows = [...(list.current?.children ?? [])].map((row) => row.getBoundingClientRect())
    const above = rows.findIndex(({ top, height }) => clientY < top + height / 2)
    const to = above < 0 ? rows.length - 1 : above > at ? above - 1 : above
    if (to !== at) moveTo(agenda[at]!, to)
  }
  const drop = () => setDragged(null)
  return (
    <>
      <AgendaFit view={view} />
      <ol
        ref={list}
        className={styles.list}
        aria-label="The agenda in order"
        onPointerMove={carry}
        onPointerUp={drop}
        onPointerCancel={drop}
      >
        {agenda.map((item, at) => (
          <li key={item.item} className={mergeClasses(styles.row, dragged === item.item && styles.dragged)}>
            <Button
              className={styles.handle}
              appearance="subtle"
              tabIndex={-1}
              aria-hidden
              icon={<ReOrderDotsVerticalRegular />}
              onPointerDown={(event) => lift(item, event)}
            />
            <span className={styles.title}>
              {item.title}
              {item.audience === 'professionals' && <ForProfessionals />}
            </span>
            {/* Together, so that a narrow row breaks before them and never between earlier and later. */}
            <span className={styles.moves}>
              <span className={styles.minutes}>{item.minutes} min</span>
              <Button
                appearance="subtle"
                icon={<ArrowUpRegular />}
                aria-label={`Earlier: ${item.title}`}
                disabledFocusable={at === 0}
                onClick={() => moveTo(item, at - 1)}
              />
              <Button
                appearance="subtle"
                icon={<ArrowDownRegular />}
                aria-label={`Later: ${item.title}`}
                disabledFocusable={at === agenda.length - 1}
                onClick={() => moveTo(item, at + 1)}
              />
            </span>
            <ParkItem item={item} outcome={minutes.items[item.item]} />
            {isAdded(item.item) && isSilent(item.item, view, minutes) && (
              <Button
                appearance="subtle"
                icon={<DeleteRegular />}
                aria-label={`Take off the agenda: ${item.title}`}
                onClick={() => {
                  setFact(session.doc, `agenda/${item.item}/added`, '')
                  announce('Taken off. Undo brings it back.')
                }}
              />
            )}
          </li>
        ))}
      </ol>
      <form
        className={styles.add}
        onSubmit={(event) => {
          event.preventDefault()
          add()
        }}
      >
        <Input
          className={styles.name}
          aria-label="Another item for the agenda"
          placeholder="Another item"
          maxLength={120}
          value={name}
          onChange={(_, { value }) => setName(value)}
        />
        <Button type="submit" icon={<AddRegular />} disabledFocusable={name.trim() === ''}>
          Add an item
        </Button>
      </form>
    </>
  )
}
