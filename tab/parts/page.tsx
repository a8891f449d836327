/** A page beside the list: the way back to it, a heading where whoever arrives begins, and what it is about. */
import { makeStyles, mergeClasses, tokens, typographyStyles } from '@fluentui/react-components'
import { useEffect, type ReactNode } from 'react'
import { useArrival } from '../use-arrival.ts'
import { useKeptFocus } from '../use-kept-focus.ts'
import { WayToList } from './way-to-list.tsx'

const useStyles = makeStyles({
  page: {
    maxWidth: '80rem',
    margin: '0 auto',
    padding: `${tokens.spacingVerticalM} ${tokens.spacingHorizontalM} ${tokens.spacingVerticalXXXL}`,
    display: 'flex',
    flexDirection: 'column',
    gap: tokens.spacingVerticalL,
    ...typographyStyles.body1,
    '& p': { margin: 0 },
    '@media (min-width: 640px)': { paddingInline: tokens.spacingHorizontalXL },
  },
  narrow: { maxWidth: '52rem' },
  top: { display: 'flex', alignItems: 'center', gap: tokens.spacingHorizontalS },
  title: { ...typographyStyles.subtitle1, margin: 0 },
  references: { overflowWrap: 'anywhere', color: tokens.colorNeutralForeground2 },
})

type Props = { title: string; references?: string; narrow?: boolean; children: ReactNode }

export function Page({ title, references, narrow = false, children }: Props) {
  const styles = useStyles()
  const heading = useArrival()
  const main = useKeptFocus<HTMLElement>()
  useEffect(() => {
    document.title = title
  }, [title])
  return (
    <main ref={main} className={mergeClasses(styles.page, narrow && styles.narrow)}>
      <div className={styles.top}>
        <WayToList />
        <div>
          <h1 className={styles.title} ref={heading} tabIndex={-1}>
            {title}
          </h1>
          {references && <span className={styles.references}>{references}</span>}
        </div>
      </div>
      {children}
    </main>
  )
}
