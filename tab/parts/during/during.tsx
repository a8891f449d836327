/** During the meeting the agenda is the page: the item it is at is open, and everything else is one press away. */
import { Button, makeStyles, tokens, typographyStyles } from '@fluentui/react-components'
import { useCallback, useEffect, useMemo, useRef, useState, type KeyboardEvent } from 'react'
import { familyPresent, familyWords } from '../../../shared/record/attendance.ts'
import type { AttendeeView } from '../../../shared/meeting/meeting-view.ts'
import { listed } from '../../../shared/people/who-is-told.ts'
import type { Gap } from '../../../shared/record/minutes-gaps.ts'
import type { Slot } from '../../../shared/meeting/planning-meeting.ts'
import type { Instant } from '../../../shared/dates/time.ts'
import { useShown } from '../../minutes/use-session.ts'
import { useMinutes, useWriting } from '../../minutes/writing.ts'
import { AgendaEditor } from '../agenda-editor.tsx'
import { Attendance } from './attendance.tsx'
import { BottomBar } from './bottom-bar.tsx'
import { ChecklistQuestion } from './checklist-question.tsx'
import { ItemPage } from './item-page.tsx'
import { marksOf, placeOf, placesOf, type Place } from './places.ts'
import { Rail, RAIL_WIDE } from './rail.tsx'

const useStyles = makeStyles({
  during: {
    display: 'grid',
    gridTemplateColumns: 'minmax(0, 1fr)',
    gap: tokens.spacingVerticalM,
    alignItems: 'start',
    [RAIL_WIDE]: { gridTemplateColumns: '17rem minmax(0, 1fr)', columnGap: tokens.spacingHorizontalL },
  },
  rail: { [RAIL_WIDE]: { position: 'sticky', top: '9rem', maxHeight: 'calc(100vh - 14rem)', overflowY: 'auto' } },
  place: {
    display: 'flex',
    flexDirection: 'column',
    gap: tokens.spacingVerticalM,
    padding: tokens.spacingHorizontalL,
    backgroundColor: tokens.colorNeutralBackground1,
    border: `1px solid ${tokens.colorNeutralStroke2}`,
    borderRadius: tokens.borderRadiusLarge,
    ...typographyStyles.body1,
    '& p': { margin: 0 },
  },
  title: { ...typographyStyles.subtitle1, margin: 0 },
  banner: { gridColumn: '1 / -1', margin: 0, ...typographyStyles.body1 },
  steps: { display: 'flex', flexWrap: 'wrap', gap: tokens.spacingHorizontalS, justifyContent: 'space-between' },
})

type Props = {
  slot: Slot
  now: Instant
  place: string
  onPlace: (place: string) => void
  /** Something that is missing, and was pressed in the list of what is. */
  jump: Gap | null
  onJumped: () => void
}

export function During({ slot, now, place, onPlace, jump, onJumped }: Props) {
  const styles = useStyles()
  const { session, view } = useWriting()
  const minutes = useMinutes()
  const { present } = useShown(session)
  const places = useMemo(() => placesOf(view, minutes), [view, minutes])
  const marks = useMemo(() => marksOf(view, places, minutes), [view, places, minutes])
  const at = Math.max(
    0,
    places.findIndex(({ id }) => id === place),
  )
  const current = places[at]!
  const [ordering, setOrdering] = useState(false)
  const order = useCallback(() => setOrdering((before) => !before), [])
  const composer = useRef<HTMLTextAreaElement>(null)
  const page = useRef<HTMLDivElement>(null)
  const arrived = useRef(false)

  const goTo = useCallback(
    (place: string) => {
      setOrdering(false)
      onPlace(place)
    },
    [onPlace],
  )

  useEffect(() => session.moveTo(current.id), [session, current.id])

  // The cursor goes where the meeting goes, once somebody has moved; not on the first sight of the page.
  useEffect(() => {
    if (arrived.current) focusOn(page.current, composer.current)
    arrived.current = true
  }, [current.id])

  useEffect(() => {
    if (!jump) return
    const there = placeOf(jump, places, minutes)
    if (there !== current.id) return onPlace(there)
    const spot = page.current?.querySelector<HTMLElement>(`[data-place="${jump.at.kind}:${CSS.escape(jump.at.id)}"]`)
    const field = spot?.querySelector<HTMLElement>('textarea, select, input, button') ?? composer.current
    field?.focus()
    field?.scrollIntoView({ block: 'center' })
    onJumped()
  }, [jump, places, minutes, current.id, onPlace, onJumped])

  const go = (steps: number) => goTo(places[Math.min(places.length - 1, Math.max(0, at + steps))]!.id)
  const onKeyDown = (event: KeyboardEvent) => {
    const steps = event.key === 'ArrowDown' ? 1 : event.key === 'ArrowUp' ? -1 : 0
    if (!event.ctrlKey || steps === 0) return
    event.preventDefault()
    go(steps)
  }
  const family = familyPresent(view.attendees, minutes)
  const next = places[at + 1]
  return (
    // eslint-disable-next-line jsx-a11y/no-static-element-interactions -- a shortcut for those who type; the buttons do the same
    <div onKeyDown={onKeyDown}>
      <div className={styles.during}>
        <FamilyBanner family={family} />
        <div className={styles.rail}>
          <Rail
            places={places}
            marks={marks}
            current={current.id}
            present={present}
            ordering={ordering}
            onOrder={order}
            onGo={goTo}
          />
        </div>
        <div ref={page} className={styles.place}>
          {ordering ? (
            <>
              <h2 className={styles.title}>Agenda</h2>
              <AgendaEditor />
              <div>
                <Button onClick={order}>Back to the meeting</Button>
              </div>
            </>
          ) : (
            <PlacePage key={current.id} place={current} family={family} composer={composer} />
          )}
          <div className={styles.steps}>
            {at > 0 && <Button onClick={() => go(-1)}>Back</Button>}
            {next && (
              <Button appearance="primary" onClick={() => go(1)}>
                Next: {next.title}
              </Button>
            )}
          </div>
        </div>
      </div>
      <BottomBar slot={slot} now={now} onWho={() => goTo('who')} />
    </div>
  )
}

/**
 * To the first question that is to be answered in words, else to where anything is written. A keyboard on glass would
 * cover the page, so there only the heading is brought to mind.
 */
function focusOn(page: HTMLElement | null, composer: HTMLTextAreaElement | null) {
  const heading = page?.querySelector<HTMLElement>('[data-heading]')
  if (window.matchMedia('(pointer: coarse)').matches) return heading?.focus()
  const questions = page?.querySelectorAll<HTMLTextAreaElement>('[data-place^="line:"] textarea') ?? []
  const open = [...questions].find(({ value }) => value === '')
  ;(open ?? composer ?? heading)?.focus()
}

function PlacePage({
  place,
  ...rest
}: {
  place: Place
  family: Parameters<typeof ItemPage>[0]['family']
  composer: Parameters<typeof ItemPage>[0]['composer']
}) {
  const styles = useStyles()
  if (place.kind === 'item') return <ItemPage place={place} {...rest} />
  return (
    <>
      <h2 className={styles.title} tabIndex={-1} data-heading>
        {place.title}
      </h2>
      {place.kind === 'attendance' ? (
        <Attendance />
      ) : (
        place.lines.map((line) => <ChecklistQuestion key={line.id} line={line} />)
      )}
    </>
  )
}

/** With family in the room: which items are for professionals, said once and plainly. */
function FamilyBanner({ family }: { family: AttendeeView[] }) {
  const styles = useStyles()
  const { view } = useWriting()
  const minutes = useMinutes()
  const apart = view.agenda.filter(({ audience }) => audience === 'professionals').map(({ title }) => `“${title}”`)
  if (family.length === 0 || apart.length === 0) return null
  return (
    <p className={styles.banner}>
      {familyWords(family, minutes)}. Take apart from them: {listed(apart)}.
    </p>
  )
}
