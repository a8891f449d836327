/** Every value that was read, beside the words it came from, and put right where it stands. */
import { Button, makeStyles, tokens, typographyStyles } from '@fluentui/react-components'
import { useState } from 'react'
import { GIVEN_ALREADY } from '../../../shared/placement/confirmation-form.ts'
import type { ReadValue } from '../../../shared/placement/read-values.ts'
import type { ApiRefusal } from '../../api.ts'
import { AskOne } from '../ask-one.tsx'
import { RefusalNotice } from '../refusal-notice.tsx'
import { Unfold } from '../unfold.tsx'
import type { Filled } from './confirmation-form.tsx'
import { useWide } from './use-wide.ts'

const useStyles = makeStyles({
  rows: { listStyleType: 'none', padding: 0, display: 'flex', flexDirection: 'column' },
  row: {
    display: 'grid',
    gridTemplateColumns: 'minmax(0, 1fr) auto',
    columnGap: tokens.spacingHorizontalM,
    alignItems: 'center',
    borderTop: `1px solid ${tokens.colorNeutralStroke2}`,
    paddingBlock: tokens.spacingVerticalXXS,
  },
  said: {
    display: 'grid',
    columnGap: tokens.spacingHorizontalM,
    overflowWrap: 'anywhere',
    '@media (min-width: 520px)': { gridTemplateColumns: '9rem minmax(0, 1fr)' },
  },
  label: { color: tokens.colorNeutralForeground2 },
  value: typographyStyles.body1Strong,
  from: { display: 'block', color: tokens.colorNeutralForeground2, ...typographyStyles.caption1 },
  edit: {
    display: 'flex',
    flexDirection: 'column',
    gap: tokens.spacingVerticalS,
    gridColumn: '1 / -1',
    paddingBlock: tokens.spacingVerticalS,
  },
  buttons: { display: 'flex', flexWrap: 'wrap', gap: tokens.spacingHorizontalS },
})

type Props = {
  read: ReadValue[]
  busy: boolean
  refusal: ApiRefusal | null
  /** Gives whether it could be put right. */
  onCorrect: (filled: Filled) => Promise<boolean>
}

export function WhatWasRead({ read, busy, refusal, onCorrect }: Props) {
  const styles = useStyles()
  const wide = useWide()
  const [editing, setEditing] = useState<{ id: string; value: string } | null>(null)
  const save = async ({ id, value }: { id: string; value: string }) => {
    const filled = id.startsWith(PEOPLE)
      ? { answers: {}, people: { [id.slice(PEOPLE.length)]: value } }
      : { answers: { [id]: value }, people: {} }
    if (await onCorrect(filled)) setEditing(null)
  }
  const rows = (some: ReadValue[]) => (
    <ul className={styles.rows}>
      {some.map((one) => (
        <li key={one.id} className={styles.row}>
          {editing?.id === one.id ? (
            <div className={styles.edit}>
              <AskOne
                question={{ id: one.id, text: one.label, choices: one.choices }}
                value={editing.value}
                onChange={(value) => setEditing({ id: one.id, value })}
                placeholder={one.value === null ? GIVEN_ALREADY : (one.example ?? undefined)}
              />
              <RefusalNotice refusal={refusal} />
              <div className={styles.buttons}>
                <Button
                  disabledFocusable={busy || editing.value.trim() === one.given || mustBeSaid(editing)}
                  onClick={() => void save(editing)}
                >
                  {busy ? 'Saving' : 'Save'}
                </Button>
                <Button appearance="subtle" onClick={() => setEditing(null)}>
                  Leave it as it was
                </Button>
              </div>
            </div>
          ) : (
            <>
              <div className={styles.said}>
                <span className={styles.label}>{one.label}</span>
                <span>
                  <span className={styles.value}>{one.value ?? 'Given, and not shown here'}</span>
                  {one.from && !isTheSame(one) && <span className={styles.from}>from “{one.from}”</span>}
                </span>
              </div>
              <Button
                appearance="subtle"
                aria-label={`Change: ${one.label}`}
                onClick={() => setEditing({ id: one.id, value: one.given })}
              >
                Change
              </Button>
            </>
          )}
        </li>
      ))}
    </ul>
  )
  const [first, others] = [read.filter(isFirst), read.filter((one) => !isFirst(one))]
  if (wide || others.length === 0) return rows(read)
  // In a side panel one press is not to be a long way off: what the deadline stands on is in sight, the rest unfolds.
  return (
    <>
      {rows(first)}
      <Unfold label={`Everything else that was read (${others.length})`}>{rows(others)}</Unfold>
    </>
  )
}

const FIRST = ['caseReference', 'placementReference', 'placement.type', 'placement.basis', 'placement.startsAt']
const isFirst = ({ id }: ReadValue) => FIRST.includes(id)

/** Words that say what the value says need not be read twice. */
const isTheSame = ({ from, value }: ReadValue) => from?.toLowerCase() === value?.toLowerCase()

const PEOPLE = 'people:'
/** An emptied line of people names nobody; of everything else something has to be said. */
const mustBeSaid = ({ id, value }: { id: string; value: string }) => !id.startsWith(PEOPLE) && value.trim() === ''
