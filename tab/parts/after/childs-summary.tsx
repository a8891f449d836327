import { Button, Field, makeStyles, tokens } from '@fluentui/react-components'
import { useState } from 'react'
import { childsSummaryDraft, hardWordsIn } from '../../../shared/record/childs-summary.ts'
import { setWords } from '../../../shared/record/minutes-document.ts'
import { listed } from '../../../shared/people/who-is-told.ts'
import { useMinutes, useWriting } from '../../minutes/writing.ts'
import { CopyText } from '../copy-text.tsx'
import { SharedText } from '../during/shared-text.tsx'
import { Section } from '../section.tsx'

const useStyles = makeStyles({
  begin: { alignSelf: 'flex-start' },
  buttons: { display: 'flex', flexWrap: 'wrap', gap: tokens.spacingHorizontalS },
})

/** A page for the child, in plain words (R-134): drafted from the record, made their own by whoever knows the child. */
export function ChildsSummary() {
  const styles = useStyles()
  const { session, view } = useWriting()
  const minutes = useMinutes()
  // While somebody writes it anew it is empty for a moment, and the field stays.
  const [begun, setBegun] = useState(false)
  const text = minutes.childsSummary ?? ''
  const write = (words: string) => setWords(session.doc, 'summary/child/text', words)
  const hard = hardWordsIn(text)
  return (
    <Section title="For the child to keep">
      {text === '' && !begun ? (
        <>
          <p>A short page in plain words: what the child told you, what was decided, and what happens next.</p>
          <Button
            className={styles.begin}
            onClick={() => {
              setBegun(true)
              write(childsSummaryDraft(minutes, view))
            }}
          >
            Begin with what is written
          </Button>
        </>
      ) : (
        <>
          <Field
            label="What the child reads"
            hint={
              hard.length > 0
                ? `A child may not know: ${listed(hard.map((word) => `“${word}”`))}.`
                : 'Nothing about risk, money or other children stands in the draft. Look whether it suits this child.'
            }
          >
            <SharedText value={text} onChange={write} />
          </Field>
          <div className={styles.buttons}>
            <CopyText label="Copy for the child" text={() => text} />
            <Button
              onClick={() => {
                setBegun(false)
                write('')
              }}
            >
              Take it away
            </Button>
          </div>
        </>
      )}
    </Section>
  )
}
