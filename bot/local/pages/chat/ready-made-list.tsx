/** Ready-made confirmations, to be pasted with one press: large where there is nothing else to see, then in a menu. */
import {
  Button,
  CompoundButton,
  makeStyles,
  Menu,
  MenuItem,
  MenuList,
  MenuPopover,
  MenuTrigger,
  tokens,
  typographyStyles,
} from '@fluentui/react-components'
import { ClipboardPasteRegular } from '@fluentui/react-icons/svg/clipboard-paste'
import type { Role } from '../../../../shared/placement/placement.ts'
import { useNow } from '../town/town-clock.ts'
import { useTown } from '../town/town-context.ts'
import { useMedia } from '../town/use-media.ts'
import { readyMadeConfirmations, type ReadyMade } from './ready-made.ts'

const useStyles = makeStyles({
  welcome: {
    margin: 'auto',
    maxWidth: '680px',
    padding: tokens.spacingHorizontalL,
    overflowY: 'auto',
    minHeight: 0,
    '@media (max-width: 720px)': { padding: tokens.spacingHorizontalM },
  },
  title: { ...typographyStyles.subtitle1, margin: 0 },
  words: { ...typographyStyles.body1, color: tokens.colorNeutralForeground2, margin: `${tokens.spacingVerticalXS} 0` },
  choices: {
    display: 'grid',
    gridTemplateColumns: 'repeat(auto-fit, minmax(min(240px, 100%), 1fr))',
    gap: tokens.spacingHorizontalS,
    marginTop: tokens.spacingVerticalM,
  },
  choice: { justifyContent: 'flex-start', textAlign: 'left', maxWidth: 'none' },
})

/** Whose press on Schedule counts. */
const CONFIRM: Role[] = ['placementOfficer', 'teamManager', 'emergencyDutyTeam']

const firstName = (name: string) => name.split(' ')[0]

const toConfirm = (name: string) => ({
  title: `${firstName(name)}, a home for a child has been agreed. What now?`,
  words:
    'Paste the confirmation here and send it. The app says by when the planning meeting is due, who comes and when all are free. Nobody is told anything before you press Schedule.',
})

const toWaitFor = (name: string) => ({
  title: `Nothing here for ${firstName(name)} yet`,
  words:
    'Once a meeting is arranged, its card and its reminders come here. A confirmation can be pasted by anybody; a placement officer or a manager then has to confirm it.',
})

type Paste = { onPaste: (readyMade: ReadyMade) => void }

const useReadyMade = () => readyMadeConfirmations(useTown().people, useNow())

export function ReadyMadeWelcome({ onPaste }: Paste) {
  const styles = useStyles()
  const { me } = useTown()
  const { title, words } = CONFIRM.includes(me.role) ? toConfirm(me.name) : toWaitFor(me.name)
  return (
    <section className={styles.welcome} aria-labelledby="ready-made">
      <h2 id="ready-made" className={styles.title}>
        {title}
      </h2>
      <p className={styles.words}>{words}</p>
      <div className={styles.choices} data-tour="ready-made" tabIndex={-1}>
        {useReadyMade().map((readyMade, n) => (
          <CompoundButton
            key={readyMade.id}
            appearance={n === 0 ? 'primary' : 'secondary'}
            className={styles.choice}
            icon={<ClipboardPasteRegular />}
            secondaryContent={readyMade.about}
            onClick={() => onPaste(readyMade)}
          >
            {readyMade.title}
          </CompoundButton>
        ))}
      </div>
    </section>
  )
}

export function ReadyMadeMenu({ onPaste }: Paste) {
  const readyMade = useReadyMade()
  const narrow = useMedia('(max-width: 720px)')
  return (
    <Menu>
      <MenuTrigger disableButtonEnhancement>
        <Button icon={<ClipboardPasteRegular />} aria-label="Paste a ready-made confirmation" data-tour="ready-made">
          {narrow ? null : 'Paste'}
        </Button>
      </MenuTrigger>
      <MenuPopover>
        <MenuList>
          {readyMade.map((one) => (
            <MenuItem key={one.id} onClick={() => onPaste(one)} subText={one.about}>
              {one.title}
            </MenuItem>
          ))}
        </MenuList>
      </MenuPopover>
    </Menu>
  )
}
