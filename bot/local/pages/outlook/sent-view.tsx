/** What was sent to whom, line by line: the answer to "did anybody get two invitations?". */
import {
  Input,
  makeStyles,
  Spinner,
  Table,
  TableBody,
  TableCell,
  TableHeader,
  TableHeaderCell,
  TableRow,
  tokens,
  typographyStyles,
} from '@fluentui/react-components'
import { SearchRegular } from '@fluentui/react-icons/svg/search'
import { useCallback, useState } from 'react'
import { momentWords } from '../../../../shared/dates/time.ts'
import { Notice } from '../town/notice.tsx'
import { useAsked } from '../town/use-asked.ts'
import { useMedia } from '../town/use-media.ts'
import { outlookApi, type SentMail } from './outlook-api.ts'
import { KIND_WORDS } from './words.ts'

const useStyles = makeStyles({
  view: { padding: tokens.spacingHorizontalM, overflow: 'auto', minHeight: 0, flexGrow: 1 },
  find: { maxWidth: '320px', width: '100%', marginBottom: tokens.spacingVerticalS },
  none: { ...typographyStyles.body1, color: tokens.colorNeutralForeground2 },
  cell: { overflowWrap: 'anywhere' },
  list: { listStyleType: 'none', margin: 0, padding: 0 },
  item: {
    ...typographyStyles.body1,
    overflowWrap: 'anywhere',
    padding: `${tokens.spacingVerticalS} 0`,
    borderBottom: `1px solid ${tokens.colorNeutralStroke3}`,
  },
  small: { ...typographyStyles.caption1, color: tokens.colorNeutralForeground2 },
  count: {
    ...typographyStyles.caption1,
    color: tokens.colorNeutralForeground2,
    margin: `0 0 ${tokens.spacingVerticalS}`,
  },
})

export function SentView() {
  const styles = useStyles()
  const [words, setWords] = useState('')
  const narrow = useMedia('(max-width: 720px)')
  const { asked } = useAsked(
    useCallback(() => outlookApi.sent(), []),
    ['outlook'],
  )
  if (asked.status === 'loading') return <Spinner label="Opening the list" />
  if (asked.status === 'failed') return <Notice intent="error" title="The list could not be opened" words={asked.why} />
  const wanted = words.trim().toLowerCase()
  const mails = asked.value
    .filter(({ to, from, subject, kind }) =>
      `${to} ${from} ${subject} ${KIND_WORDS[kind]}`.toLowerCase().includes(wanted),
    )
    .reverse()
  return (
    <div className={styles.view}>
      <Input
        className={styles.find}
        contentBefore={<SearchRegular />}
        placeholder="A name, an address, a word"
        aria-label="Find in what was sent"
        value={words}
        onChange={(_, { value }) => setWords(value)}
      />
      <p className={styles.count} role="status">
        {mails.length === 1 ? '1 mail' : `${mails.length} mails`}
      </p>
      {mails.length > 0 && (narrow ? <SentList mails={mails} /> : <SentTable mails={mails} />)}
      {asked.value.length === 0 && <p className={styles.none}>Nothing has been sent to anybody yet.</p>}
    </div>
  )
}

const HEADS = ['When', 'To', 'What', 'Subject', 'From']

function SentTable({ mails }: { mails: SentMail[] }) {
  const styles = useStyles()
  return (
    <Table size="small" aria-label="What was sent to whom">
      <TableHeader>
        <TableRow>
          {HEADS.map((head) => (
            <TableHeaderCell key={head}>{head}</TableHeaderCell>
          ))}
        </TableRow>
      </TableHeader>
      <TableBody>
        {mails.map(({ at, to, kind, subject, from }, n) => (
          <TableRow key={n}>
            {[momentWords(at), to, KIND_WORDS[kind], subject, from].map((value, column) => (
              <TableCell key={column} className={styles.cell}>
                {value}
              </TableCell>
            ))}
          </TableRow>
        ))}
      </TableBody>
    </Table>
  )
}

function SentList({ mails }: { mails: SentMail[] }) {
  const styles = useStyles()
  return (
    <ul className={styles.list} aria-label="What was sent to whom">
      {mails.map(({ at, to, kind, subject, from }, n) => (
        <li key={n} className={styles.item}>
          <div>
            {KIND_WORDS[kind]} to {to}
          </div>
          <div className={styles.small}>{subject}</div>
          <div className={styles.small}>
            {momentWords(at)}, from {from}
          </div>
        </li>
      ))}
    </ul>
  )
}
