import { Button, makeStyles, tokens, typographyStyles } from '@fluentui/react-components'
import { ArrowRightRegular } from '@fluentui/react-icons/svg/arrow-right'
import { useRef, useState } from 'react'
import type { Gap } from '../../../shared/record/minutes-gaps.ts'
import { momentWords, type Instant } from '../../../shared/dates/time.ts'
import type { ClosedAnswer } from '../../../shared/wire/tab-api.ts'
import { useWriting } from '../../minutes/writing.ts'
import { useTab } from '../../tab-context.ts'
import { useAction } from '../../use-action.ts'
import { RefusalNotice } from '../refusal-notice.tsx'
import { Section } from '../section.tsx'

const useStyles = makeStyles({
  heading: { ...typographyStyles.body1Strong, margin: `${tokens.spacingVerticalM} 0 0` },
  gaps: { listStyleType: 'none', padding: 0, '& li': { borderBottom: `1px solid ${tokens.colorNeutralStroke2}` } },
  gap: {
    width: '100%',
    justifyContent: 'space-between',
    textAlign: 'start',
    paddingInline: tokens.spacingHorizontalXS,
    fontWeight: tokens.fontWeightRegular,
  },
  close: { alignSelf: 'flex-start' },
})

type Props = { gaps: Gap[]; now: Instant; onJump: (gap: Gap) => void; onClosed: () => void }

/** Nothing stays blank in silence: what is missing is listed, each with the way there; then the record can be closed. */
export function CloseRecord({ gaps, now, onJump, onClosed }: Props) {
  const styles = useStyles()
  const { view, session } = useWriting()
  const { api, announce } = useTab()
  const list = useRef<HTMLDivElement>(null)
  const [others, setOthers] = useState(false)
  const { busy, refusal, run } = useAction<ClosedAnswer>({
    onDone: (answer) => {
      if (answer.closed) {
        announce('The record is closed')
        onClosed()
      } else setOthers(true)
    },
  })
  const notYet = view.slot !== null && now < view.slot.start
  const close = async () => {
    if (gaps.length > 0) {
      announce(`${gaps.length} missing`)
      return list.current?.querySelector('button')?.focus()
    }
    // What was typed last has to be there before anybody says that it is all.
    await session.sync()
    await run(() => api.close(view.id))
  }
  return (
    <Section title={gaps.length === 0 ? 'Nothing is missing' : `Missing before it can be closed: ${gaps.length}`}>
      {others && (
        <p role="alert">Others have written meanwhile, and something is missing again. Please look once more.</p>
      )}
      <p>
        {notYet
          ? `The record can be closed once the meeting has begun, ${momentWords(view.slot!.start)}.`
          : 'Closing makes the record final: everybody who may read it still can, and nobody can change it any more.'}
      </p>
      <RefusalNotice refusal={refusal} />
      <Button
        className={styles.close}
        appearance="primary"
        size="large"
        disabledFocusable={busy || notYet}
        onClick={() => void close()}
      >
        {busy ? 'Closing' : 'Close the record'}
      </Button>
      <div ref={list}>
        {KINDS.map(([kind, heading]) => (
          <GapList key={kind} heading={heading} gaps={gaps.filter(({ at }) => at.kind === kind)} onJump={onJump} />
        ))}
      </div>
    </Section>
  )
}

const KINDS: [Gap['at']['kind'], string][] = [
  ['attendance', 'Who was there'],
  ['item', 'Agenda'],
  ['entry', 'Actions'],
  ['authority', 'Who decides what'],
  ['resident', 'The household'],
  ['line', 'Questions'],
  ['position', 'What was read back'],
]

function GapList({ heading, gaps, onJump }: { heading: string; gaps: Gap[]; onJump: (gap: Gap) => void }) {
  const styles = useStyles()
  if (gaps.length === 0) return null
  return (
    <>
      <h3 className={styles.heading}>
        {heading} ({gaps.length})
      </h3>
      <ul className={styles.gaps}>
        {gaps.map((gap) => (
          <li key={gap.at.id}>
            <Button
              className={styles.gap}
              appearance="subtle"
              icon={<ArrowRightRegular />}
              iconPosition="after"
              onClick={() => onJump(gap)}
            >
              {gap.words}
            </Button>
          </li>
        ))}
      </ul>
    </>
  )
}
