/** The three doors: what happens in Teams' chat, in the app's tab, and in Outlook. */
import { CounterBadge, makeStyles, mergeClasses, tokens, typographyStyles } from '@fluentui/react-components'
import { CalendarLtrFilled, CalendarLtrRegular } from '@fluentui/react-icons/svg/calendar-ltr'
import { ChatFilled, ChatRegular } from '@fluentui/react-icons/svg/chat'
import {
  ClipboardTaskListLtrFilled,
  ClipboardTaskListLtrRegular,
} from '@fluentui/react-icons/svg/clipboard-task-list-ltr'
import type { FluentIcon } from '@fluentui/react-icons'
import { useCallback } from 'react'
import { chatApi } from '../chat/chat-api.ts'
import { DOORS, type Door } from './place.ts'
import { useTown } from './town-context.ts'
import { useAsked } from './use-asked.ts'

const useStyles = makeStyles({
  doors: {
    gridArea: 'doors',
    display: 'flex',
    flexDirection: 'column',
    gap: tokens.spacingVerticalXS,
    padding: `${tokens.spacingVerticalS} ${tokens.spacingHorizontalXS}`,
    '@media (max-width: 720px)': {
      flexDirection: 'row',
      justifyContent: 'space-around',
      padding: tokens.spacingHorizontalXXS,
      borderTop: `1px solid ${tokens.colorNeutralStroke2}`,
    },
  },
  door: {
    position: 'relative',
    display: 'flex',
    flexDirection: 'column',
    alignItems: 'center',
    justifyContent: 'center',
    rowGap: '2px',
    minHeight: '56px',
    flexBasis: '56px',
    '@media (max-width: 720px)': { minHeight: '48px' },
    minWidth: '64px',
    borderRadius: tokens.borderRadiusMedium,
    color: tokens.colorNeutralForeground2,
    textDecorationLine: 'none',
    ...typographyStyles.caption1,
    ':hover': { backgroundColor: tokens.colorSubtleBackgroundHover, color: tokens.colorNeutralForeground1Hover },
    ':focus-visible': { outline: `2px solid ${tokens.colorStrokeFocus2}`, outlineOffset: '-2px' },
  },
  open: {
    color: tokens.colorNeutralForeground1,
    fontWeight: tokens.fontWeightSemibold,
    '& svg': { color: tokens.colorBrandForeground1 },
  },
  unread: { position: 'absolute', top: '2px', right: '8px' },
})

const LOOKS: Record<Door, { name: string; Open: FluentIcon; Shut: FluentIcon }> = {
  chat: { name: 'Chat', Open: ChatFilled, Shut: ChatRegular },
  planning: { name: 'Planning', Open: ClipboardTaskListLtrFilled, Shut: ClipboardTaskListLtrRegular },
  outlook: { name: 'Outlook', Open: CalendarLtrFilled, Shut: CalendarLtrRegular },
}

export function Doors({ open }: { open: Door }) {
  const styles = useStyles()
  const unread = useUnread()
  return (
    <nav className={styles.doors} aria-label="Doors">
      {DOORS.map((door) => {
        const { name, Open, Shut } = LOOKS[door]
        const isOpen = door === open
        return (
          <a
            key={door}
            href={`#/${door}`}
            aria-current={isOpen ? 'page' : undefined}
            className={mergeClasses(styles.door, isOpen && styles.open)}
            data-tour={`door-${door}`}
          >
            {isOpen ? <Open fontSize={24} /> : <Shut fontSize={24} />}
            {name}
            {door === 'chat' && unread > 0 && (
              <>
                <CounterBadge className={styles.unread} count={unread} size="small" color="danger" />
                <span className="visually-hidden"> ({unread} unread)</span>
              </>
            )}
          </a>
        )
      })}
    </nav>
  )
}

function useUnread(): number {
  const { me } = useTown()
  const { asked } = useAsked(
    useCallback(() => chatApi.conversations(me.email), [me.email]),
    ['chat'],
  )
  if (asked.status !== 'loaded') return 0
  return asked.value.conversations.reduce((sum, { unread }) => sum + unread, 0)
}
