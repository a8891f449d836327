/** One person's mails, the newest first, and the one that is open. */
import { Button, makeStyles, mergeClasses, Spinner, tokens, typographyStyles } from '@fluentui/react-components'
import { MailAddRegular } from '@fluentui/react-icons/svg/mail-add'
import { useCallback, useState } from 'react'
import { momentWords } from '../../../../shared/dates/time.ts'
import { Notice } from '../town/notice.tsx'
import { useAsked } from '../town/use-asked.ts'
import { MailView } from './mail-view.tsx'
import { outlookApi, type Mail, type Mailbox } from './outlook-api.ts'
import { WriteMailDialog } from './write-mail-dialog.tsx'

const useStyles = makeStyles({
  box: { minHeight: 0, minWidth: 0, display: 'flex', flexDirection: 'column' },
  bar: { padding: `${tokens.spacingVerticalS} ${tokens.spacingHorizontalM}` },
  inbox: {
    flexGrow: 1,
    minHeight: 0,
    display: 'grid',
    gridTemplateColumns: 'minmax(220px, 2fr) minmax(0, 3fr)',
    '@media (max-width: 900px)': { display: 'block', overflowY: 'auto' },
  },
  list: {
    listStyleType: 'none',
    margin: 0,
    padding: tokens.spacingHorizontalS,
    overflowY: 'auto',
    borderRight: `1px solid ${tokens.colorNeutralStroke3}`,
    '@media (max-width: 900px)': { maxHeight: '40vh', borderRight: 'none' },
  },
  mail: {
    display: 'block',
    width: '100%',
    boxSizing: 'border-box',
    padding: tokens.spacingHorizontalS,
    border: 'none',
    borderRadius: tokens.borderRadiusMedium,
    backgroundColor: 'transparent',
    color: tokens.colorNeutralForeground1,
    textAlign: 'left',
    cursor: 'pointer',
    ...typographyStyles.body1,
    ':hover': { backgroundColor: tokens.colorSubtleBackgroundHover, color: tokens.colorNeutralForeground1Hover },
    ':focus-visible': { outline: `2px solid ${tokens.colorStrokeFocus2}`, outlineOffset: '-2px' },
  },
  open: {
    backgroundColor: tokens.colorNeutralBackground1Selected,
    color: tokens.colorNeutralForeground1Selected,
  },
  line: { overflow: 'hidden', textOverflow: 'ellipsis', whiteSpace: 'nowrap' },
  small: { ...typographyStyles.caption1, opacity: 0.85 },
  none: { padding: tokens.spacingHorizontalL, ...typographyStyles.body1, color: tokens.colorNeutralForeground2 },
})

export function Inbox({ mailbox }: { mailbox: Mailbox }) {
  const styles = useStyles()
  const { email } = mailbox
  const [chosen, setChosen] = useState('')
  const { asked } = useAsked(
    useCallback(() => outlookApi.messages(email), [email]),
    ['outlook'],
  )
  if (asked.status === 'loading') return <Spinner label="Opening the in-box" />
  if (asked.status === 'failed') return <Notice intent="error" title="It could not be opened" words={asked.why} />
  const mails = asked.value
    .filter((mail) => arrived(mail, email))
    .sort((a, b) => (a.receivedDateTime < b.receivedDateTime ? 1 : -1))
  const open = mails.find(({ id }) => id === chosen) ?? mails[0]
  return (
    <div className={styles.box}>
      {isForEverybody(mailbox) && <WriteHere mailbox={mailbox} />}
      {open ? (
        <Mails mailbox={mailbox} mails={mails} open={open} onOpen={setChosen} />
      ) : (
        <p className={styles.none}>{mailbox.name} has no mail.</p>
      )}
    </div>
  )
}

type MailsProps = { mailbox: Mailbox; mails: Mail[]; open: Mail; onOpen: (id: string) => void }

function Mails({ mailbox, mails, open, onOpen }: MailsProps) {
  const styles = useStyles()
  return (
    <div className={styles.inbox}>
      <ul className={styles.list} aria-label={`Mails to ${mailbox.name}`}>
        {mails.map((mail) => (
          <li key={mail.id}>
            <button
              type="button"
              className={mergeClasses(styles.mail, mail === open && styles.open)}
              aria-current={mail === open ? 'true' : undefined}
              onClick={() => onOpen(mail.id)}
            >
              <div className={styles.line}>{mail.subject}</div>
              <div className={mergeClasses(styles.line, styles.small)}>
                {mail.from?.emailAddress.name} · {momentWords(mail.receivedDateTime)}
              </div>
              <div className={mergeClasses(styles.line, styles.small)}>{mail.bodyPreview}</div>
            </button>
          </li>
        ))}
      </ul>
      <MailView mail={open} />
    </div>
  )
}

/** What the owner has written is in the mailbox too, but not in the in-box. */
const arrived = ({ isDraft, from }: Mail, owner: string) =>
  !isDraft && from?.emailAddress.address.toLowerCase() !== owner.toLowerCase()

/** Providers and night staff write to the council's mailboxes, not to its people. */
const isForEverybody = ({ kind }: Mailbox) => kind === 'shared' || kind === 'service'

function WriteHere({ mailbox }: { mailbox: Mailbox }) {
  const styles = useStyles()
  const [writing, setWriting] = useState(false)
  return (
    <div className={styles.bar}>
      <Button icon={<MailAddRegular />} onClick={() => setWriting(true)}>
        Write to this mailbox …
      </Button>
      {writing && <WriteMailDialog to={mailbox} onClose={() => setWriting(false)} />}
    </div>
  )
}
