/** Everybody's in-box, those outside the council first: what reached whom, word for word. */
import {
  CounterBadge,
  makeStyles,
  mergeClasses,
  Select,
  Spinner,
  tokens,
  typographyStyles,
} from '@fluentui/react-components'
import { useCallback, useId } from 'react'
import { ROLE_WORDS } from '../../../../shared/words.ts'
import { Notice } from '../town/notice.tsx'
import { openDoor } from '../town/place.ts'
import { useAsked } from '../town/use-asked.ts'
import { Inbox } from './inbox.tsx'
import { outlookApi, type Mailbox } from './outlook-api.ts'

const useStyles = makeStyles({
  view: {
    flexGrow: 1,
    minHeight: 0,
    display: 'grid',
    gridTemplateColumns: '260px minmax(0, 1fr)',
    '@media (max-width: 900px)': { gridTemplateColumns: 'minmax(0, 1fr)', gridTemplateRows: 'auto minmax(0, 1fr)' },
  },
  boxes: {
    overflowY: 'auto',
    padding: tokens.spacingHorizontalS,
    borderRight: `1px solid ${tokens.colorNeutralStroke3}`,
    backgroundColor: tokens.colorNeutralBackground2,
    '@media (max-width: 900px)': { display: 'none' },
  },
  choose: {
    padding: tokens.spacingHorizontalS,
    '@media (min-width: 901px)': { display: 'none' },
  },
  group: { ...typographyStyles.caption1Strong, margin: `${tokens.spacingVerticalS} ${tokens.spacingHorizontalS}` },
  list: { listStyleType: 'none', margin: 0, padding: 0 },
  box: {
    display: 'flex',
    alignItems: 'center',
    justifyContent: 'space-between',
    columnGap: tokens.spacingHorizontalS,
    padding: `${tokens.spacingVerticalXS} ${tokens.spacingHorizontalS}`,
    borderRadius: tokens.borderRadiusMedium,
    color: tokens.colorNeutralForeground1,
    textDecorationLine: 'none',
    ...typographyStyles.body1,
    ':hover': { backgroundColor: tokens.colorSubtleBackgroundHover, color: tokens.colorNeutralForeground1Hover },
    ':focus-visible': { outline: `2px solid ${tokens.colorStrokeFocus2}` },
  },
  open: {
    backgroundColor: tokens.colorNeutralBackground1Selected,
    color: tokens.colorNeutralForeground1Selected,
  },
  role: { ...typographyStyles.caption1, opacity: 0.85 },
  waiting: { padding: tokens.spacingHorizontalXXL },
})

type Counted = Mailbox & { mails: number }

const loadMailboxes = async (): Promise<Counted[]> => {
  const [mailboxes, sent] = await Promise.all([outlookApi.mailboxes(), outlookApi.sent()])
  const arrived = (email: string) => sent.filter(({ to }) => to.toLowerCase() === email.toLowerCase()).length
  return mailboxes
    .filter(({ kind }) => kind !== 'room')
    .map((mailbox) => ({ ...mailbox, mails: arrived(mailbox.email) }))
    .sort((a, b) => b.mails - a.mails)
}

export function InboxView({ whose }: { whose: string }) {
  const styles = useStyles()
  const { asked } = useAsked(
    useCallback(() => loadMailboxes(), []),
    ['outlook'],
  )
  const id = useId()
  if (asked.status === 'loading') return <Spinner className={styles.waiting} label="Opening the in-boxes" />
  if (asked.status === 'failed')
    return <Notice intent="error" title="The in-boxes could not be opened" words={asked.why} />
  const groups = [
    { name: 'Outside the council', boxes: asked.value.filter(({ insideTenant }) => !insideTenant) },
    { name: 'Inside the council', boxes: asked.value.filter(({ insideTenant }) => insideTenant) },
  ]
  const all = groups.flatMap(({ boxes }) => boxes)
  const open = all.find(({ email }) => email === whose) ?? all[0]
  return (
    <div className={styles.view}>
      <nav className={styles.boxes} aria-label="In-boxes">
        {groups.map(({ name, boxes }) => (
          <section key={name} aria-label={name}>
            <h2 className={styles.group}>{name}</h2>
            <ul className={styles.list}>
              {boxes.map((box) => (
                <li key={box.email}>
                  <a
                    className={mergeClasses(styles.box, box === open && styles.open)}
                    aria-current={box === open ? 'true' : undefined}
                    href={`#/outlook${pathOf(box)}`}
                  >
                    <span>
                      {box.name}
                      {box.role && <div className={styles.role}>{ROLE_WORDS[box.role]}</div>}
                    </span>
                    {box.mails > 0 && <CounterBadge count={box.mails} color="informative" size="small" />}
                  </a>
                </li>
              ))}
            </ul>
          </section>
        ))}
      </nav>
      <div className={styles.choose}>
        <label htmlFor={id} className="visually-hidden">
          Whose in-box
        </label>
        <Select
          id={id}
          value={open?.email}
          onChange={(_, { value }) => openDoor('outlook', `/in-boxes/${encodeURIComponent(value)}`)}
        >
          {groups.map(({ name, boxes }) => (
            <optgroup key={name} label={name}>
              {boxes.map(({ email, name, mails }) => (
                <option key={email} value={email}>
                  {name} ({mails})
                </option>
              ))}
            </optgroup>
          ))}
        </Select>
      </div>
      {open && <Inbox key={open.email} mailbox={open} />}
    </div>
  )
}

const pathOf = ({ email }: Mailbox) => `/in-boxes/${encodeURIComponent(email)}`
