/** Words of a message: people's as they typed them, the bot's with its little Markdown. Long ones open on request. */
import { Button, makeStyles } from '@fluentui/react-components'
import { useState } from 'react'
import { markdownHtml } from './markdown.ts'

const LINES_SHOWN = 9
const LETTERS_SHOWN = 700

const useStyles = makeStyles({
  words: { whiteSpace: 'pre-wrap', overflowWrap: 'anywhere' },
  marked: { overflowWrap: 'anywhere', '& ul, & ol': { margin: 0, paddingLeft: '20px' } },
  more: { marginLeft: '-8px' },
})

export function Words({ text, isMarkdown }: { text: string; isMarkdown: boolean }) {
  const styles = useStyles()
  const [open, setOpen] = useState(false)
  // Holds no markup but what markdown.ts makes itself.
  if (isMarkdown) return <div className={styles.marked} dangerouslySetInnerHTML={{ __html: markdownHtml(text) }} />
  const lines = text.split('\n')
  const isLong = lines.length > LINES_SHOWN + 3 || text.length > LETTERS_SHOWN + 100
  const shown = isLong && !open ? `${lines.slice(0, LINES_SHOWN).join('\n').slice(0, LETTERS_SHOWN)} …` : text
  return (
    <div className={styles.words}>
      {shown}
      {isLong && (
        <div>
          <Button
            className={styles.more}
            size="small"
            appearance="transparent"
            aria-expanded={open}
            onClick={() => setOpen(!open)}
          >
            {open ? 'See less' : 'See more'}
          </Button>
        </div>
      )}
    </div>
  )
}
