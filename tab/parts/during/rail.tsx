/** The agenda as a thin list: where the meeting is, and how far every item has come. Folded to one line where it is narrow. */
import { Button, makeStyles, mergeClasses, tokens, typographyStyles } from '@fluentui/react-components'
import { ChevronDownRegular } from '@fluentui/react-icons/svg/chevron-down'
import { ChevronUpRegular } from '@fluentui/react-icons/svg/chevron-up'
import { memo, useEffect, useRef, useState } from 'react'
import type { Present } from '../../minutes/minutes-session.ts'
import { MarkIcon } from './mark-icon.tsx'
import type { Mark, Place } from './places.ts'

export const RAIL_WIDE = '@media (min-width: 860px)'

const useStyles = makeStyles({
  folded: { width: '100%', justifyContent: 'space-between', [RAIL_WIDE]: { display: 'none' } },
  list: {
    listStyleType: 'none',
    margin: 0,
    padding: 0,
    display: 'none',
    flexDirection: 'column',
    [RAIL_WIDE]: { display: 'flex' },
  },
  order: { display: 'none', [RAIL_WIDE]: { display: 'flex' } },
  unfolded: { display: 'flex' },
  place: {
    width: '100%',
    justifyContent: 'flex-start',
    textAlign: 'start',
    paddingInline: tokens.spacingHorizontalS,
    ...typographyStyles.body1,
    gap: tokens.spacingHorizontalS,
  },
  current: {
    backgroundColor: tokens.colorNeutralBackground1Selected,
    color: tokens.colorNeutralForeground1Selected,
    fontWeight: tokens.fontWeightSemibold,
    boxShadow: `inset 3px 0 0 ${tokens.colorBrandStroke1}`,
  },
  here: { ...typographyStyles.caption1, color: tokens.colorNeutralForeground2, display: 'block' },
})

type Props = {
  places: Place[]
  marks: Map<string, Mark>
  current: string
  present: Present
  /** The agenda itself is being put in order. */
  ordering: boolean
  onOrder: () => void
  onGo: (place: string) => void
}

/** Drawn anew only when it says something else, not with every letter that is typed. */
export const Rail = memo(RailAsIs, (before, after) => before.onGo === after.onGo && saying(before) === saying(after))

const saying = ({ places, marks, current, present, ordering }: Props) =>
  JSON.stringify([places.map(({ id, title }) => [id, title, marks.get(id)]), current, present, ordering])

function RailAsIs({ places, marks, current, present, ordering, onOrder, onGo }: Props) {
  const styles = useStyles()
  const [open, setOpen] = useState(false)
  const at = places.findIndex(({ id }) => id === current)
  const list = useRef<HTMLOListElement>(null)
  useEffect(() => {
    list.current?.querySelector('[aria-current]')?.scrollIntoView({ block: 'nearest' })
  }, [current])
  return (
    <nav aria-label="Agenda">
      <Button
        className={styles.folded}
        icon={open ? <ChevronUpRegular /> : <ChevronDownRegular />}
        iconPosition="after"
        aria-expanded={open}
        onClick={() => setOpen(!open)}
      >
        {at + 1} of {places.length}: {places[at]?.title}
      </Button>
      <ol ref={list} className={mergeClasses(styles.list, open && styles.unfolded)}>
        {places.map(({ id, title }) => (
          <li key={id}>
            <Button
              appearance="subtle"
              className={mergeClasses(styles.place, id === current && styles.current)}
              icon={<MarkIcon mark={marks.get(id) ?? 'empty'} />}
              aria-current={id === current ? 'step' : undefined}
              onClick={() => {
                setOpen(false)
                onGo(id)
              }}
            >
              <span>
                {title}
                {present
                  .filter((person) => person.at === id)
                  .map(({ name }) => (
                    <span key={name} className={styles.here}>
                      {name} is here
                    </span>
                  ))}
              </span>
            </Button>
          </li>
        ))}
      </ol>
      <Button
        className={mergeClasses(styles.order, open && styles.unfolded)}
        appearance="subtle"
        aria-expanded={ordering}
        onClick={() => {
          setOpen(false)
          onOrder()
        }}
      >
        Change the agenda
      </Button>
    </nav>
  )
}
