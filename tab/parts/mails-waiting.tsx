/** Mails that came into the confirmation mailbox and wait for an officer; nothing for anybody else. */
import { Button, makeStyles, tokens } from '@fluentui/react-components'
import { useCallback, useState } from 'react'
import * as z from 'zod/mini'
import { mayConfirm } from '../../shared/people/permissions.ts'
import { momentWords } from '../../shared/dates/time.ts'
import type { MailsAnswer, WaitingMail } from '../../shared/wire/mails-api.ts'
import type { ApiRefusal } from '../api.ts'
import { reader } from '../answers.ts'
import { useTab } from '../tab-context.ts'
import { useAnswer } from '../use-answer.ts'
import { RefusalNotice } from './refusal-notice.tsx'
import { Section } from './section.tsx'

const LOOK_AGAIN_MS = 60_000

const readMails = reader<MailsAnswer>(
  z.looseObject({
    mails: z.array(
      z.looseObject({
        id: z.string(),
        at: z.string(),
        from: z.string(),
        brought: z.string(),
        references: z.array(z.string()),
      }),
    ),
    counts: z.nullable(z.looseObject({ news: z.number() })),
  }),
)

const useStyles = makeStyles({
  list: { listStyleType: 'none', padding: 0, display: 'flex', flexDirection: 'column', gap: tokens.spacingVerticalM },
  mail: {
    display: 'flex',
    flexWrap: 'wrap',
    alignItems: 'center',
    justifyContent: 'space-between',
    gap: tokens.spacingHorizontalM,
    '& > :first-child': { flexBasis: '16rem', flexGrow: 1 },
  },
  quiet: { color: tokens.colorNeutralForeground2 },
  around: { marginBlock: tokens.spacingVerticalM },
})

export default function MailsWaiting() {
  const { me } = useTab()
  return mayConfirm(me) ? <Mails /> : null
}

function Mails() {
  const styles = useStyles()
  const { api } = useTab()
  const { asked, put } = useAnswer(
    useCallback(() => api.get(readMails, '/mails'), [api]),
    LOOK_AGAIN_MS,
  )
  const [refusal, setRefusal] = useState<ApiRefusal | null>(null)
  if (asked.status !== 'loaded' || !asked.value.counts) return null
  const { mails, counts } = asked.value
  const all = Object.values(counts).reduce((sum, count) => sum + count, 0)
  if (all === 0 && mails.length === 0) return null
  const seen = async ({ id }: WaitingMail) => {
    const answer = await api.post(readMails, `/mails/${id}/seen`, {})
    if (answer.ok) put(answer.value)
    setRefusal(answer.ok ? null : answer.refusal)
  }
  return (
    <Section title={`Mails that wait for a placement officer (${mails.length})`} className={styles.around}>
      <RefusalNotice refusal={refusal} />
      {mails.length > 0 && (
        <ul className={styles.list}>
          {mails.map((mail) => (
            <li key={mail.id} className={styles.mail}>
              <div>
                <div>
                  {momentWords(mail.at)}, {mail.from}
                  {mail.references.length > 0 && ` · ${mail.references.join(' · ')}`}
                </div>
                <div className={styles.quiet}>{mail.brought}</div>
              </div>
              <Button onClick={() => void seen(mail)} aria-label={`I have seen to it: mail of ${momentWords(mail.at)}`}>
                I have seen to it
              </Button>
            </li>
          ))}
        </ul>
      )}
      <p className={styles.quiet}>
        {all === 1 ? 'One mail was' : `${all} mails were`} read in the last seven days, and {all - counts.news} left
        alone.
      </p>
    </Section>
  )
}
