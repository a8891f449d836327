/** Says aloud what happened, for those who do not see it: one polite region for the whole tab. */
import { makeStyles } from '@fluentui/react-components'
import { createContext, use, useCallback, useState, type ReactNode } from 'react'

const AnnounceContext = createContext<(words: string) => void>(() => {})

export const useAnnounce = () => use(AnnounceContext)

const useStyles = makeStyles({
  unseen: {
    position: 'absolute',
    width: '1px',
    height: '1px',
    overflow: 'hidden',
    clipPath: 'inset(50%)',
    whiteSpace: 'nowrap',
  },
})

export function Announcer({ children }: { children: ReactNode }) {
  const styles = useStyles()
  const [said, setSaid] = useState({ words: '', times: 0 })
  const announce = useCallback((words: string) => setSaid(({ times }) => ({ words, times: times + 1 })), [])
  return (
    <AnnounceContext value={announce}>
      {children}
      <div className={styles.unseen} role="status" aria-live="polite">
        {/* A new key makes the same words be said again. */}
        <span key={said.times}>{said.words}</span>
      </div>
    </AnnounceContext>
  )
}
