import { Button, makeStyles, tokens, typographyStyles } from '@fluentui/react-components'
import { ChevronDownRegular } from '@fluentui/react-icons/svg/chevron-down'
import { ChevronUpRegular } from '@fluentui/react-icons/svg/chevron-up'
import { useId, useState, type ReactNode } from 'react'

const useStyles = makeStyles({
  button: { paddingInline: tokens.spacingHorizontalS },
  line: { display: 'flex', flexWrap: 'wrap', alignItems: 'center', columnGap: tokens.spacingHorizontalS },
  unfolded: {
    ...typographyStyles.body1,
    padding: `${tokens.spacingVerticalS} ${tokens.spacingHorizontalM}`,
    borderLeft: `3px solid ${tokens.colorNeutralStroke1}`,
    '& p': { margin: 0 },
    '& ul, & ol': { margin: 0, paddingInlineStart: tokens.spacingHorizontalL },
  },
})

type Props = { label: string; about?: string; beside?: ReactNode; children: ReactNode }

/** A small button that opens something in place, where the reader already looks. `beside` stands on the same line,
 * and `about` tells a screen reader what the button is about. */
export function Unfold({ label, about, beside, children }: Props) {
  const styles = useStyles()
  const [open, setOpen] = useState(false)
  const id = useId()
  return (
    <>
      <div className={styles.line}>
        {beside}
        <Button
          className={styles.button}
          appearance="transparent"
          icon={open ? <ChevronUpRegular /> : <ChevronDownRegular />}
          iconPosition="after"
          aria-expanded={open}
          aria-controls={id}
          aria-label={about && `${label} ${about}`}
          onClick={() => setOpen(!open)}
        >
          {label}
        </Button>
      </div>
      <div id={id} hidden={!open} className={styles.unfolded}>
        {open && children}
      </div>
    </>
  )
}
