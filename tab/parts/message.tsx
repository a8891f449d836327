import { makeStyles, tokens, typographyStyles } from '@fluentui/react-components'
import type { ReactNode } from 'react'

const useStyles = makeStyles({
  message: {
    display: 'flex',
    flexDirection: 'column',
    alignItems: 'flex-start',
    gap: tokens.spacingVerticalM,
    maxWidth: '44rem',
    padding: tokens.spacingHorizontalXL,
    ...typographyStyles.body1,
    '& p': { margin: 0, maxWidth: '34rem' },
  },
  title: { ...typographyStyles.subtitle1, margin: 0 },
})

/** A page that has one thing to say, and at most one thing to do. */
export function Message({ title, children }: { title: string; children: ReactNode }) {
  const styles = useStyles()
  return (
    <main className={styles.message}>
      <h1 className={styles.title}>{title}</h1>
      {children}
    </main>
  )
}
