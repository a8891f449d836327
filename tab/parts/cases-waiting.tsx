/** Cases that have no meeting yet because somebody has to answer first; nothing for anybody but officers. */
import { makeStyles, tokens } from '@fluentui/react-components'
import { useCallback } from 'react'
import * as z from 'zod/mini'
import { mayConfirm } from '../../shared/people/permissions.ts'
import type { WaitingAnswer } from '../../shared/wire/placement-api.ts'
import { reader } from '../answers.ts'
import { useTab } from '../tab-context.ts'
import { useAnswer } from '../use-answer.ts'
import { AnswerWaiting } from './answer-waiting.tsx'
import { Section } from './section.tsx'

const LOOK_AGAIN_MS = 60_000

const text = z.nullable(z.string())
const readWaiting = reader<WaitingAnswer>(
  z.looseObject({
    waiting: z.array(
      z.looseObject({
        id: z.string(),
        caseReference: text,
        placementReference: text,
        what: z.string(),
        asks: z.array(z.string()),
        toDo: z.string(),
        questions: z.array(z.looseObject({ id: z.string(), text: z.string() })),
        version: z.number(),
      }),
    ),
  }),
)

const useStyles = makeStyles({
  list: { listStyleType: 'none', padding: 0, display: 'flex', flexDirection: 'column', gap: tokens.spacingVerticalL },
  asks: { paddingInlineStart: tokens.spacingHorizontalXL },
  strong: { fontWeight: tokens.fontWeightSemibold, overflowWrap: 'anywhere' },
  quiet: { color: tokens.colorNeutralForeground2 },
  around: { marginBlock: tokens.spacingVerticalM },
})

export default function CasesWaiting() {
  const { me } = useTab()
  return mayConfirm(me) ? <Cases /> : null
}

function Cases() {
  const styles = useStyles()
  const { api } = useTab()
  const { asked, again } = useAnswer(
    useCallback(() => api.get(readWaiting, '/placements/waiting'), [api]),
    LOOK_AGAIN_MS,
  )
  if (asked.status !== 'loaded' || asked.value.waiting.length === 0) return null
  const { waiting } = asked.value
  return (
    <Section title={`Placements that wait for an answer (${waiting.length})`} className={styles.around}>
      <ul className={styles.list}>
        {waiting.map((one) => {
          const { id, caseReference, placementReference, what, asks, toDo } = one
          return (
            <li key={id}>
              <div className={styles.strong}>
                {[caseReference, placementReference].filter(Boolean).join(' · ') || 'No reference yet'}
              </div>
              <div>{what}</div>
              {asks.length > 0 && (
                <ul className={styles.asks}>
                  {asks.map((ask) => (
                    <li key={ask}>{ask}</li>
                  ))}
                </ul>
              )}
              <div className={styles.quiet}>{toDo}</div>
              {one.questions.length > 0 && <AnswerWaiting of={one} onDone={() => void again()} />}
            </li>
          )
        })}
      </ul>
    </Section>
  )
}
