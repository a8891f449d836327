/** One message: who, when, their words or the app's card, and what can be done with it. */
import {
  Avatar,
  Button,
  makeStyles,
  Menu,
  MenuItem,
  MenuList,
  MenuPopover,
  MenuTrigger,
  mergeClasses,
  tokens,
  typographyStyles,
} from '@fluentui/react-components'
import { MoreHorizontalRegular } from '@fluentui/react-icons/svg/more-horizontal'
import { addMinutes, dayWords, londonDate, londonTime, type Instant } from '../../../../shared/dates/time.ts'
import { Card } from './card.tsx'
import type { Message, PressedAction } from './chat-api.ts'
import { Words } from './words.tsx'

const CARD = 'application/vnd.microsoft.card.adaptive'

const useStyles = makeStyles({
  message: { display: 'flex', columnGap: tokens.spacingHorizontalS, alignItems: 'flex-start', maxWidth: '100%' },
  face: { '@media (max-width: 480px)': { display: 'none' } },
  mine: { flexDirection: 'row-reverse' },
  reply: { marginLeft: tokens.spacingHorizontalXXL },
  column: { minWidth: 0, maxWidth: 'min(560px, 100%)', display: 'flex', flexDirection: 'column', rowGap: '2px' },
  columnMine: { alignItems: 'flex-end' },
  about: {
    ...typographyStyles.caption1,
    color: tokens.colorNeutralForeground2,
    display: 'flex',
    columnGap: tokens.spacingHorizontalS,
  },
  name: { fontWeight: tokens.fontWeightSemibold },
  bubble: {
    ...typographyStyles.body1,
    padding: `${tokens.spacingVerticalS} ${tokens.spacingHorizontalM}`,
    borderRadius: tokens.borderRadiusLarge,
    backgroundColor: tokens.colorNeutralBackground3,
    color: tokens.colorNeutralForeground1,
    border: `1px solid ${tokens.colorTransparentStroke}`,
  },
  bubbleMine: { backgroundColor: tokens.colorBrandBackground2, color: tokens.colorNeutralForeground1 },
  gone: { fontStyle: 'italic', color: tokens.colorNeutralForeground2 },
  failed: { ...typographyStyles.caption1, color: tokens.colorStatusDangerForeground1 },
  cards: { display: 'flex', flexDirection: 'column', rowGap: tokens.spacingVerticalS, width: '100%' },
})

export type MessageDoes = {
  onPress: (action: PressedAction) => void
  onOpen: (url: string) => void
  onEdit: () => void
  onTakeBack: () => void
  onSendAgain: () => void
  onReply: (() => void) | null
  actions: { title: string; run: () => void }[]
}

type MessageProps = { message: Message; today: Instant; busy: boolean; does: MessageDoes }

export function MessageView({ message, today, busy, does }: MessageProps) {
  const styles = useStyles()
  const { from, at, text, textFormat, attachments, deleted, edited } = message
  const cards = attachments.filter(({ contentType }) => contentType === CARD)
  return (
    <div className={mergeClasses(styles.message, from.isMe && styles.mine, message.rootId !== null && styles.reply)}>
      {!from.isMe && (
        <Avatar
          className={styles.face}
          name={from.name}
          size={32}
          shape={from.kind === 'bot' ? 'square' : 'circular'}
          color={from.kind === 'bot' ? 'brand' : 'colorful'}
          aria-hidden
        />
      )}
      <div className={mergeClasses(styles.column, from.isMe && styles.columnMine)}>
        <div className={styles.about}>
          <span className={styles.name}>{from.isMe ? 'You' : from.name}</span>
          <time dateTime={at}>{whenWords(at, today)}</time>
          {edited && !deleted && <span>Edited</span>}
        </div>
        {deleted ? (
          <div className={mergeClasses(styles.bubble, styles.gone)}>This message has been deleted.</div>
        ) : (
          <>
            {text !== '' && (
              <div className={mergeClasses(styles.bubble, from.isMe && styles.bubbleMine)}>
                <Words text={text} isMarkdown={from.kind === 'bot' && textFormat === 'markdown'} />
              </div>
            )}
            {cards.length > 0 && (
              <div className={styles.cards}>
                {cards.map(({ content }, n) => (
                  <Card key={n} content={content} busy={busy} onPress={does.onPress} onOpen={does.onOpen} />
                ))}
              </div>
            )}
            {isLost(message, today) && (
              <div className={styles.failed} role="status">
                The app did not get this.{' '}
                <Button size="small" onClick={does.onSendAgain}>
                  Send again
                </Button>
              </div>
            )}
          </>
        )}
      </div>
      {!deleted && <MessageMenu isMine={from.isMe} does={does} />}
    </div>
  )
}

/** The bot is given a quarter of a minute; what still waits after that was on its way when the town stopped. */
const isLost = ({ delivery, at }: Message, now: Instant) =>
  delivery === 'refused' || delivery === 'unreachable' || (delivery === 'waiting' && addMinutes(at, 0.5) < now)

function MessageMenu({ isMine, does }: { isMine: boolean; does: MessageDoes }) {
  const { actions, onReply, onEdit, onTakeBack } = does
  if (!isMine && !onReply && actions.length === 0) return null
  return (
    <Menu>
      <MenuTrigger disableButtonEnhancement>
        <Button size="small" appearance="subtle" icon={<MoreHorizontalRegular />} aria-label="More for this message" />
      </MenuTrigger>
      <MenuPopover>
        <MenuList>
          {onReply && <MenuItem onClick={onReply}>Reply</MenuItem>}
          {isMine && <MenuItem onClick={onEdit}>Edit</MenuItem>}
          {isMine && <MenuItem onClick={onTakeBack}>Delete</MenuItem>}
          {actions.map(({ title, run }) => (
            <MenuItem key={title} onClick={run}>
              {title}
            </MenuItem>
          ))}
        </MenuList>
      </MenuPopover>
    </Menu>
  )
}

const whenWords = (at: Instant, today: Instant) =>
  londonDate(at) === londonDate(today) ? londonTime(at) : `${dayWords(londonDate(at))} ${londonTime(at)}`
