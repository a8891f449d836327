/** The way in for a confirmation, and cases that have no meeting yet because somebody has to answer or press first; for officers alone. */
import { Button, makeStyles, tokens } from '@fluentui/react-components'
import { AddRegular } from '@fluentui/react-icons/svg/add'
import { useCallback, type MouseEvent } from 'react'
import * as z from 'zod/mini'
import { mayConfirm } from '../../shared/people/permissions.ts'
import type { WaitingCase } from '../../shared/placement/waiting-case.ts'
import type { WaitingAnswer } from '../../shared/wire/placement-api.ts'
import { reader } from '../answers.ts'
import { CONFIRM, goTo, pathOfDraft } from '../route.ts'
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
        isDraft: z.boolean(),
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
  door: { marginTop: tokens.spacingVerticalM },
  open: { marginTop: tokens.spacingVerticalXS },
  around: { marginBlock: tokens.spacingVerticalM },
})

export default function CasesWaiting() {
  const { me } = useTab()
  const styles = useStyles()
  if (!mayConfirm(me)) return null
  return (
    <>
      <Button as="a" href={CONFIRM} onClick={within(CONFIRM)} icon={<AddRegular />} className={styles.door}>
        Confirm a placement
      </Button>
      <Cases />
    </>
  )
}

/** A link that stays within the tab, unless it is wanted in a window of its own. */
const within = (path: string) => (event: MouseEvent) => {
  if (event.ctrlKey || event.metaKey || event.shiftKey) return
  event.preventDefault()
  goTo(path)
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
          const { id, isDraft, what, asks, toDo } = one
          return (
            <li key={id}>
              <div className={styles.strong}>{referencesOf(one)}</div>
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
              {isDraft && (
                <Button
                  as="a"
                  href={pathOfDraft(id)}
                  onClick={within(pathOfDraft(id))}
                  className={styles.open}
                  aria-label={`Look at it: ${referencesOf(one)}`}
                >
                  Look at it
                </Button>
              )}
            </li>
          )
        })}
      </ul>
    </Section>
  )
}

const referencesOf = ({
  caseReference,
  placementReference,
}: Pick<WaitingCase, 'caseReference' | 'placementReference'>) =>
  [caseReference, placementReference].filter(Boolean).join(' · ') || 'No reference yet'
