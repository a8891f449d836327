import { Button, Field, makeStyles, Textarea } from '@fluentui/react-components'
import { useEffect, useRef, useState } from 'react'
import { useTab } from '../tab-context.ts'

const useStyles = makeStyles({ byHand: { width: '100%' } })

/** Copies a text; where the page around the tab forbids it, the text is laid out to be copied by hand. */
export function CopyText({ label, text }: { label: string; text: () => string }) {
  const styles = useStyles()
  const { announce } = useTab()
  const [byHand, setByHand] = useState<string | null>(null)
  const field = useRef<HTMLTextAreaElement>(null)
  useEffect(() => field.current?.select(), [byHand])
  const copy = async () => {
    try {
      await navigator.clipboard.writeText(text())
      announce('Copied')
    } catch {
      setByHand(text())
    }
  }
  return (
    <>
      <Button onClick={() => void copy()}>{label}</Button>
      {byHand !== null && (
        <Field className={styles.byHand} label="Copying is not allowed here: please copy it by hand, with Ctrl and C">
          <Textarea ref={field} readOnly value={byHand} rows={6} />
        </Field>
      )}
    </>
  )
}
