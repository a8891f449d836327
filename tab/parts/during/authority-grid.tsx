/** Who decides what: a row for each area, a button for everybody who may decide there, and what the child thinks of it. */
import { Button, Field, makeStyles, tokens, typographyStyles } from '@fluentui/react-components'
import { useId } from 'react'
import { AUTHORITY_AREAS, isDelegated, type AuthorityDuties } from '../../../shared/record/delegated-authority.ts'
import { setFact, setWords } from '../../../shared/record/minutes-document.ts'
import type { AuthorityRow } from '../../../shared/record/minutes.ts'
import { useMinutes, useWriting } from '../../minutes/writing.ts'
import { useTab } from '../../tab-context.ts'
import { ChoiceButton } from '../choice-button.tsx'
import { CarerSheet } from './carer-sheet.tsx'
import { DayField } from './day-field.tsx'
import { SharedText } from './shared-text.tsx'

const useStyles = makeStyles({
  all: { alignSelf: 'flex-start' },
  area: {
    display: 'grid',
    gridTemplateColumns: 'minmax(0, 1fr)',
    alignItems: 'start',
    gap: tokens.spacingVerticalS,
    paddingBlock: tokens.spacingVerticalM,
    borderTop: `1px solid ${tokens.colorNeutralStroke2}`,
    '@media (min-width: 1100px)': {
      gridTemplateColumns: 'minmax(0, 3fr) minmax(0, 2fr)',
      columnGap: tokens.spacingHorizontalL,
    },
  },
  deciding: { display: 'flex', flexDirection: 'column', gap: tokens.spacingVerticalS },
  title: { ...typographyStyles.body1Strong, margin: 0 },
  such: { ...typographyStyles.caption1, color: tokens.colorNeutralForeground2, margin: 0 },
  deciders: {
    display: 'grid',
    gridTemplateColumns: 'repeat(auto-fill, minmax(7.5rem, 1fr))',
    gap: tokens.spacingHorizontalS,
  },
})

export function AuthorityGrid({ duties }: { duties: AuthorityDuties }) {
  const styles = useStyles()
  const { session, view } = useWriting()
  const { announce } = useTab()
  const { authority = {} } = useMinutes()
  const living = duties.deciders.filter(({ lives }) => lives)
  const open = AUTHORITY_AREAS.filter(({ id }) => {
    const row = authority[id]
    return !row?.later && (row?.deciders ?? []).length === 0
  })
  const delegate = () => {
    session.inOneStep(() => {
      for (const { id } of open)
        for (const decider of living) setFact(session.doc, `authority/${id}/${decider.id}`, 'yes')
    })
    announce(`Recorded for ${open.length} areas`)
  }
  return (
    <>
      {living.length > 0 && open.length > 0 && (
        <Button className={styles.all} onClick={delegate}>
          {delegateWords(living.map(({ words }) => words))}
          {open.length < AUTHORITY_AREAS.length && ' in the rest'}
        </Button>
      )}
      {AUTHORITY_AREAS.map((area) => (
        <Area key={area.id} {...area} row={authority[area.id] ?? { deciders: [] }} duties={duties} />
      ))}
      <CarerSheet view={view} duties={duties} />
    </>
  )
}

const delegateWords = (living: string[]) =>
  living.length > 1 ? 'Both carers decide day to day' : `${living[0]} decides day to day`

type AreaProps = { id: string; title: string; such: string; row: AuthorityRow; duties: AuthorityDuties }

function Area({ id, title, such, row, duties }: AreaProps) {
  const styles = useStyles()
  const label = useId()
  const { session } = useWriting()
  const mark = (name: string, on: boolean) => setFact(session.doc, `authority/${id}/${name}`, on ? 'yes' : '')
  const named = row.deciders.length > 0
  return (
    <div className={styles.area} role="group" aria-labelledby={label} data-place={`authority:${id}`}>
      <div className={styles.deciding}>
        <h3 className={styles.title} id={label}>
          {title}
        </h3>
        <p className={styles.such}>Such as {such}</p>
        <div className={styles.deciders}>
          {duties.deciders.map((decider) => {
            const decides = row.deciders.includes(decider.id)
            return (
              <ChoiceButton key={decider.id} checked={decides} onClick={() => mark(decider.id, !decides)}>
                {decider.words}
              </ChoiceButton>
            )
          })}
          {!named && (
            <ChoiceButton checked={row.later === true} onClick={() => mark('later', !row.later)}>
              Not settled yet
            </ChoiceButton>
          )}
        </div>
        {!named && row.later && (
          <DayField value={row.by ?? ''} onChange={(day) => setFact(session.doc, `authority/${id}/by`, day)} />
        )}
        {named && !isDelegated(row, duties) && (
          <Field label="Why not those the child lives with">
            <SharedText value={row.why ?? ''} onChange={(text) => setWords(session.doc, `authority/${id}/why`, text)} />
          </Field>
        )}
      </div>
      <Field label="What the child thinks">
        <SharedText value={row.view ?? ''} onChange={(text) => setWords(session.doc, `authority/${id}/view`, text)} />
      </Field>
    </div>
  )
}
