/** A mail as its reader has it: plain words, and an invitation in it made readable. */
import { makeStyles, tokens, typographyStyles } from '@fluentui/react-components'
import { londonTime, momentWords } from '../../../../shared/dates/time.ts'
import { Facts } from '../town/facts.tsx'
import { calendarFacts, calendarTimes } from './calendar-file.ts'
import type { Mail } from './outlook-api.ts'
import { PlainWords } from './plain-words.tsx'

const useStyles = makeStyles({
  mail: {
    overflowY: 'auto',
    minWidth: 0,
    padding: tokens.spacingHorizontalL,
    display: 'flex',
    flexDirection: 'column',
    rowGap: tokens.spacingVerticalM,
    ':focus-visible': { outline: `2px solid ${tokens.colorStrokeFocus2}`, outlineOffset: '-2px' },
  },
  subject: { ...typographyStyles.subtitle1, margin: 0, overflowWrap: 'anywhere' },
  words: { ...typographyStyles.body1 },
  file: {
    padding: tokens.spacingHorizontalM,
    borderRadius: tokens.borderRadiusLarge,
    border: `1px solid ${tokens.colorNeutralStroke2}`,
  },
  name: { ...typographyStyles.body1Strong, margin: `0 0 ${tokens.spacingVerticalS}` },
  raw: { ...typographyStyles.caption1, whiteSpace: 'pre-wrap', overflowWrap: 'anywhere', margin: 0 },
})

export function MailView({ mail }: { mail: Mail }) {
  const styles = useStyles()
  const { subject, from, toRecipients, receivedDateTime, body, attachments } = mail
  return (
    // eslint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- the arrow keys scroll it
    <article className={styles.mail} aria-label={subject} tabIndex={0}>
      <h2 className={styles.subject}>{subject}</h2>
      <Facts
        facts={[
          // As every mail program does: when it is comes first, and stands apart from the organiser's words.
          ['When', whenOf(mail)],
          ['From', from && named(from)],
          ['To', toRecipients.map(named).join('; ')],
          ['Received', momentWords(receivedDateTime)],
        ]}
      />
      <div className={styles.words}>
        <PlainWords html={body.content} />
      </div>
      {attachments.map((file) => (
        <AttachedFile key={file.name} file={file} />
      ))}
    </article>
  )
}

/** Inside the council Outlook knows the meeting; outside, it stands in the file that came with the mail. */
function whenOf({ startDateTime, endDateTime, attachments }: Mail): string | undefined {
  if (startDateTime && endDateTime) return `${momentWords(startDateTime)} to ${londonTime(endDateTime)}`
  const invitation = attachments.find(isCalendar)
  return invitation && calendarTimes(decoded(invitation.contentBytes))
}

const isCalendar = ({ contentType }: Mail['attachments'][number]) => contentType.startsWith('text/calendar')

const named = ({ emailAddress: { name, address } }: Mail['toRecipients'][number]) =>
  name && name !== address ? `${name} <${address}>` : address

function AttachedFile({ file }: { file: Mail['attachments'][number] }) {
  const styles = useStyles()
  const text = isCalendar(file) ? decoded(file.contentBytes) : ''
  return (
    <section className={styles.file} aria-label={file.name}>
      <h3 className={styles.name}>{file.name}</h3>
      {isCalendar(file) ? (
        <>
          <Facts facts={calendarFacts(text).map(({ label, value }) => [label, value])} />
          <details>
            <summary>The file itself</summary>
            <pre className={styles.raw}>{text}</pre>
          </details>
        </>
      ) : (
        `${file.contentType}, ${Math.ceil((file.contentBytes.length * 3) / 4 / 1024)} kB`
      )}
    </section>
  )
}

const decoded = (base64: string) => new TextDecoder().decode(Uint8Array.from(atob(base64), (c) => c.charCodeAt(0)))
