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

type Paste = { onPaste: (readyMade: ReadyMade) => void }

const useReadyMade = () => readyMadeConfirmations(useTown().people, useNow())

export function ReadyMadeWelcome({ onPaste }: Paste) {
  const styles = useStyles()
  const { me } = useTown()
  return (
    <section className={styles.welcome} aria-labelledby="ready-made">
      <h2 id="ready-made" className={styles.title}>
        {me.name.split(' ')[0]}, a home for a child has been agreed. What now?
      </h2>
      <p className={styles.words}>
        Paste the confirmation here and send it. The app says by when the planning meeting is due, who comes and when
        all are free. Nobody is told anything before you press Schedule.
      </p>
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
