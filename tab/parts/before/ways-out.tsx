/**
 * Where no time in time suits everybody who has to come: the fullest one in time and the earliest full one late, side by
 * side, and below them what else could be given up, in the order in which it is to be tried (E-43, R-032).
 */
import { Button, Field, makeStyles, Textarea, tokens, typographyStyles } from '@fluentui/react-components'
import { useState } from 'react'
import type { PersonKey } from '../../../shared/placement/placement.ts'
import { listed } from '../../../shared/people/who-is-told.ts'
import type { WayOut } from '../../../shared/times/ways-out.ts'
import {
  costWords,
  missingWords,
  needsWords,
  SIDE_BY_SIDE,
  WAY_BUTTONS,
  WAY_INPUT,
  wayTitle,
  whenWords,
} from '../../../shared/times/way-words.ts'
import type { ApiRefusal } from '../../api.ts'
import type { MeetingAnswer } from '../../../shared/wire/tab-api.ts'
import { useTab } from '../../tab-context.ts'
import { useAction } from '../../use-action.ts'
import { RefusalNotice } from '../refusal-notice.tsx'
import type { MeetingProps } from './before.tsx'
import { nameAndRole } from './slot-choice.tsx'

const useStyles = makeStyles({
  all: { display: 'flex', flexDirection: 'column', gap: tokens.spacingVerticalM },
  sides: {
    display: 'grid',
    gap: tokens.spacingHorizontalM,
    gridTemplateColumns: 'repeat(auto-fit, minmax(220px, 1fr))',
  },
  way: {
    display: 'flex',
    flexDirection: 'column',
    gap: tokens.spacingVerticalXS,
    padding: tokens.spacingHorizontalM,
    borderRadius: tokens.borderRadiusMedium,
    border: `1px solid ${tokens.colorNeutralStroke2}`,
    '& p': { margin: 0 },
    '& button': { alignSelf: 'flex-start', marginTop: 'auto' },
  },
  title: { ...typographyStyles.body1Strong, margin: 0 },
  quiet: { color: tokens.colorNeutralForeground2 },
  order: { margin: 0, padding: 0, listStyleType: 'none', display: 'grid', gap: tokens.spacingVerticalS },
})

/** `moving`: why, of a meeting that has a time; nothing can be taken before that is said. */
export function WaysOut({
  view,
  ways,
  moving,
  onChanged,
  onStale,
}: Omit<MeetingProps, 'now'> & { ways: WayOut[]; moving?: string }) {
  const { api, announce } = useTab()
  const { busy, refusal, run } = useAction<MeetingAnswer>({ onDone: onChanged, onStale })
  const take = async ({ way, slot }: WayOut, said: string) => {
    const why = { ...(said !== '' && { words: said }), ...(moving && { reason: moving }) }
    const body = { version: view.version, way, start: slot.start, ...why }
    if (await run(() => api.takeWay(view.id, body))) announce('Being arranged')
  }
  const plan = { deadline: view.deadline, durationMinutes: view.durationMinutes, minimum: view.minimum.roles }
  return (
    <WaysPanel
      {...{ ways, plan, people: view.attendees, refusal }}
      busy={busy || moving === ''}
      onTake={(one, said) => void take(one, said)}
    />
  )
}

type PanelProps = {
  ways: WayOut[]
  plan: Parameters<typeof costWords>[1]
  people: Parameters<typeof nameAndRole>[1]
  busy: boolean
  refusal: ApiRefusal | null
  /** With why it is late, or who has agreed. */
  onTake: (way: WayOut, said: string) => void
}

export function WaysPanel({ ways, plan, people, busy, refusal, onTake }: PanelProps) {
  const styles = useStyles()
  const [words, setWords] = useState('')
  const apart = ways.filter(({ way }) => SIDE_BY_SIDE.includes(way))
  const others = ways.filter((one) => !apart.includes(one))
  const said = words.trim()
  const named = (keys: PersonKey[]) => listed(keys.map((key) => nameAndRole(key, people)))
  const shown = (one: WayOut) => (
    <>
      <p className={styles.title}>{wayTitle(one)}</p>
      <p>{whenWords(one)}</p>
      {[...missingWords(one, named), costWords(one, plan)].map((line) => (
        <p key={line} className={styles.quiet}>
          {line}
        </p>
      ))}
      <Button disabledFocusable={busy || (needsWords(one.way) && said === '')} onClick={() => onTake(one, said)}>
        {WAY_BUTTONS[one.way]}
      </Button>
    </>
  )
  return (
    <div className={styles.all}>
      <p className={styles.title}>No time before the last day suits everybody who has to come</p>
      <div className={styles.sides}>
        {apart.map((one) => (
          <div key={one.way} className={styles.way}>
            {shown(one)}
          </div>
        ))}
      </div>
      {others.length > 0 && (
        <>
          <p className={styles.title}>Or something is given up, best first</p>
          <ol className={styles.order}>
            {others.map((one) => (
              <li key={one.way} className={styles.way}>
                {shown(one)}
              </li>
            ))}
          </ol>
        </>
      )}
      {ways.some(({ way }) => needsWords(way)) && (
        <Field label="Why, or who has agreed" hint={WAY_INPUT}>
          <Textarea value={words} maxLength={500} onChange={(_, { value }) => setWords(value)} />
        </Field>
      )}
      <RefusalNotice refusal={refusal} />
    </div>
  )
}
