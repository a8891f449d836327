/** A confirmation that somebody has as a file: an e-mail as it was saved, a text, or a record as JSON. */
import { Button } from '@fluentui/react-components'
import { useRef, useState } from 'react'
import { fileKindOf, MOST_FILE_BYTES } from '../../../shared/intake/file-kind.ts'
import type { FoundAnswer } from '../../../shared/wire/drafts-api.ts'
import { toBase64 } from '../../minutes/base64.ts'
import { useTab } from '../../tab-context.ts'
import { useAction } from '../../use-action.ts'
import { RefusalNotice } from '../refusal-notice.tsx'
import { bringIn } from './draft-api.ts'

export function OpenFile({ onFound }: { onFound: (answer: FoundAnswer) => void }) {
  const { api, announce } = useTab()
  const input = useRef<HTMLInputElement>(null)
  const [unread, setUnread] = useState<string | null>(null)
  const { busy, refusal, run } = useAction<FoundAnswer>({ onDone: onFound })
  const open = async (file: File | undefined) => {
    // The same file can be chosen again once it was put right.
    if (input.current) input.current.value = ''
    if (!file) return
    setUnread(file.size > MOST_FILE_BYTES ? TOO_LARGE : null)
    if (file.size > MOST_FILE_BYTES) return
    announce('Reading')
    // It may be gone, or open in another program.
    const bytes = await file.arrayBuffer().catch(() => null)
    if (!bytes) return setUnread(NOT_READ)
    await run(() => bringIn(api).file({ file: toBase64(new Uint8Array(bytes)), kind: fileKindOf(file.name) }))
  }
  return (
    <>
      <Button size="large" disabledFocusable={busy} onClick={() => input.current?.click()}>
        {busy ? 'Reading' : 'Open a file instead'}
      </Button>
      <input
        ref={input}
        type="file"
        hidden
        accept=".eml,.txt,.json,.jsonld"
        aria-label="A file with the placement confirmation"
        onChange={({ target }) => void open(target.files?.[0])}
      />
      {unread ? <p role="alert">{unread}</p> : <RefusalNotice refusal={refusal} />}
    </>
  )
}

const TOO_LARGE = `That file is larger than ${MOST_FILE_BYTES / 1_000} kB and was not read. Save it without its attachments, or paste the text.`
const NOT_READ = 'That file could not be read on this computer. Please choose it again, or paste the text.'
