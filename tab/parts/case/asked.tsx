/** Further meetings that somebody who may not open them has asked for. */
import { Button, makeStyles, tokens } from '@fluentui/react-components'
import { useState } from 'react'
import type { CaseView } from '../../../shared/placement/case-view.ts'
import { DECISION_WORDS, DECISIONS, type MissingDecision } from '../../../shared/meeting/further-meeting.ts'
import type { FurtherAnswer, PlacementAnswer } from '../../../shared/wire/placement-api.ts'
import { goTo, pathOf } from '../../route.ts'
import { useTab } from '../../tab-context.ts'
import { useAction } from '../../use-action.ts'
import { RefusalNotice } from '../refusal-notice.tsx'
import { Section } from '../section.tsx'
import { caseApi } from './case-api.ts'

const useStyles = makeStyles({
  buttons: { display: 'flex', flexWrap: 'wrap', gap: tokens.spacingHorizontalS },
})

export function AskedByOthers({ placement, onDone }: { placement: CaseView; onDone: () => void }) {
  if (placement.asked.length === 0) return null
  return (
    <Section title="A further meeting is asked for">
      {placement.asked.map((one) => (
        <OneAsked key={one.id} asked={one} placement={placement} onDone={onDone} />
      ))}
    </Section>
  )
}

type Props = { asked: CaseView['asked'][number]; placement: CaseView; onDone: () => void }

function OneAsked({ asked, placement, onDone }: Props) {
  const styles = useStyles()
  const { api, announce } = useTab()
  const [counted, setCounted] = useState<string | null>(null)
  const { busy, refusal, run } = useAction<FurtherAnswer | PlacementAnswer>({ onDone: done, onStale: onDone })

  function done(answer: FurtherAnswer | PlacementAnswer) {
    if ('outcome' in answer && answer.outcome === 'undecided') return setCounted(answer.counted)
    if ('outcome' in answer && answer.outcome === 'called' && answer.meetings[0]) {
      announce('The meeting is opened: choose a time for it')
      goTo(pathOf(answer.meetings[0].id))
    } else onDone()
  }
  const settle = (open: boolean, decision?: MissingDecision) =>
    void run(() => caseApi(api, placement.id).settleAsked({ askedId: asked.id, open, ...(decision && { decision }) }))

  return (
    <div>
      <p>
        {asked.by} asks for a further meeting. {asked.words}. Nothing has been opened yet.
      </p>
      {counted && <p role="status">{counted} Does it call for an emergency meeting?</p>}
      <RefusalNotice refusal={refusal} />
      {placement.may.call ? (
        <div className={styles.buttons}>
          {counted ? (
            DECISIONS.map((decision) => (
              <Button key={decision} disabledFocusable={busy} onClick={() => settle(true, decision)}>
                {DECISION_WORDS[decision]}
              </Button>
            ))
          ) : (
            <Button appearance="primary" disabledFocusable={busy} onClick={() => settle(true)}>
              Open the meeting
            </Button>
          )}
          <Button disabledFocusable={busy} onClick={() => settle(false)}>
            No meeting
          </Button>
        </div>
      ) : (
        <p>A placement officer decides whether it is opened.</p>
      )}
    </div>
  )
}
