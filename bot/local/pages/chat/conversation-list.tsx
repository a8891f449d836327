/** A person's conversations: with the app alone, with the team, in the channel. */
import { Avatar, CounterBadge, makeStyles, mergeClasses, tokens, typographyStyles } from '@fluentui/react-components'
import { londonTime } from '../../../../shared/dates/time.ts'
import type { Conversation } from './chat-api.ts'

const useStyles = makeStyles({
  list: {
    display: 'flex',
    flexDirection: 'column',
    gap: '2px',
    padding: tokens.spacingHorizontalS,
    overflowY: 'auto',
    borderRight: `1px solid ${tokens.colorNeutralStroke3}`,
    backgroundColor: tokens.colorNeutralBackground2,
    '@media (max-width: 900px)': {
      flexDirection: 'row',
      overflowX: 'auto',
      borderRight: 'none',
      borderBottom: `1px solid ${tokens.colorNeutralStroke3}`,
      padding: tokens.spacingHorizontalXS,
    },
  },
  item: {
    display: 'flex',
    alignItems: 'center',
    columnGap: tokens.spacingHorizontalS,
    width: '100%',
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
    '@media (max-width: 900px)': { width: 'auto', flexShrink: 0 },
  },
  open: {
    backgroundColor: tokens.colorNeutralBackground1Selected,
    color: tokens.colorNeutralForeground1Selected,
  },
  text: { minWidth: 0, flexGrow: 1 },
  line: { overflow: 'hidden', textOverflow: 'ellipsis', whiteSpace: 'nowrap', maxWidth: '220px' },
  unread: { fontWeight: tokens.fontWeightSemibold },
  last: {
    ...typographyStyles.caption1,
    opacity: 0.85,
    '@media (max-width: 900px)': { display: 'none' },
  },
  time: {
    ...typographyStyles.caption2,
    opacity: 0.85,
    '@media (max-width: 900px)': { display: 'none' },
  },
})

type ConversationListProps = { conversations: Conversation[]; open: string; onOpen: (id: string) => void }

export function ConversationList({ conversations, open, onOpen }: ConversationListProps) {
  const styles = useStyles()
  return (
    <nav className={styles.list} aria-label="Conversations">
      {conversations.map(({ id, kind, name, team, unread, last }) => (
        <button
          key={id}
          type="button"
          className={mergeClasses(styles.item, id === open && styles.open)}
          aria-current={id === open ? 'true' : undefined}
          onClick={() => onOpen(id)}
        >
          <Avatar
            name={name}
            size={32}
            shape={kind === 'groupChat' ? 'circular' : 'square'}
            color={kind === 'personal' ? 'brand' : 'colorful'}
            aria-hidden
          />
          <div className={styles.text}>
            <div className={mergeClasses(styles.line, unread > 0 && styles.unread)}>{name}</div>
            <div className={mergeClasses(styles.line, styles.last)}>
              {last ? lastWords(kind, last) : (team ?? KIND_WORDS[kind])}
            </div>
          </div>
          {unread > 0 ? (
            <>
              <CounterBadge count={unread} color="brand" size="small" />
              <span className="visually-hidden">unread</span>
            </>
          ) : (
            last && <span className={styles.time}>{londonTime(last.at)}</span>
          )}
        </button>
      ))}
    </nav>
  )
}

const KIND_WORDS = { personal: 'The app', groupChat: 'Group chat', channel: 'Channel' } as const

const lastWords = (kind: Conversation['kind'], { from, preview }: NonNullable<Conversation['last']>) =>
  kind === 'personal' ? preview : `${from}: ${preview}`
