/** What conversation this is, who is in it, and what can be done about the app in it. */
import {
  Button,
  makeStyles,
  Menu,
  MenuItem,
  MenuList,
  MenuPopover,
  MenuTrigger,
  tokens,
  typographyStyles,
} from '@fluentui/react-components'
import { MoreVerticalRegular } from '@fluentui/react-icons/svg/more-vertical'
import { useDoing } from '../town/say.ts'
import { useTown } from '../town/town-context.ts'
import { useMedia } from '../town/use-media.ts'
import { chatApi, type Conversation } from './chat-api.ts'

const useStyles = makeStyles({
  header: {
    display: 'flex',
    alignItems: 'center',
    justifyContent: 'space-between',
    columnGap: tokens.spacingHorizontalM,
    padding: `${tokens.spacingVerticalS} ${tokens.spacingHorizontalL}`,
    borderBottom: `1px solid ${tokens.colorNeutralStroke3}`,
    '@media (max-width: 720px)': { padding: `0 ${tokens.spacingHorizontalM}` },
  },
  name: { ...typographyStyles.subtitle2, margin: 0 },
  who: {
    ...typographyStyles.caption1,
    color: tokens.colorNeutralForeground2,
    margin: 0,
    '@media (max-width: 720px)': { ...typographyStyles.caption2 },
  },
})

export function ConversationHeader({ conversation }: { conversation: Conversation }) {
  const styles = useStyles()
  const narrow = useMedia('(max-width: 720px)')
  return (
    <div className={styles.header}>
      <div>
        {/* Where there is no room the list above it says the same. */}
        <h2 className={narrow ? 'visually-hidden' : styles.name}>{conversation.name}</h2>
        <p className={styles.who}>{whoWords(conversation)}</p>
      </div>
      {conversation.kind === 'personal' && <AppMenu {...conversation} />}
    </div>
  )
}

/** What people do with an app that they have had enough of: the app has to live with it. */
function AppMenu({ installed = false, blocked = false }: Conversation) {
  const { me } = useTown()
  const doing = useDoing()
  const wish = (app: { installed?: boolean; blocked?: boolean }) => void doing(() => chatApi.app(me.email, app))
  return (
    <Menu>
      <MenuTrigger disableButtonEnhancement>
        <Button appearance="subtle" icon={<MoreVerticalRegular />} aria-label="This app: block, remove" />
      </MenuTrigger>
      <MenuPopover>
        <MenuList>
          <MenuItem disabled={!installed} onClick={() => wish({ blocked: !blocked })}>
            {blocked ? 'Let the app write to me again' : 'Block the app'}
          </MenuItem>
          <MenuItem onClick={() => wish({ installed: !installed })}>
            {installed ? 'Remove the app' : 'Add the app'}
          </MenuItem>
        </MenuList>
      </MenuPopover>
    </Menu>
  )
}

function whoWords({ kind, members, team, installed, blocked }: Conversation): string {
  if (kind === 'personal' && blocked) return 'You have blocked this app: it cannot write to you.'
  if (kind === 'personal')
    return installed ? 'Only you and the app read this chat.' : 'The app is added when you first write to it.'
  const names = members.map(({ name }) => name.split(' ')[0])
  const who = names.length > 6 ? `${names.length} people` : names.join(', ')
  return `${team ? `${team}: ` : ''}${who}. The app only reads messages that name it: @Placement Planning.`
}
