/**
 * The page that carers take home: who decides what, and nothing else. It lies on a kitchen table, so the child is not
 * named on it, and what the child said about it stays in the record.
 */
import { Button, makeStyles, tokens } from '@fluentui/react-components'
import { useEffect, useState } from 'react'
import { AUTHORITY_AREAS, authorityWords, type AuthorityDuties } from '../../../shared/record/delegated-authority.ts'
import type { MeetingView } from '../../../shared/meeting/meeting-view.ts'
import type { Minutes } from '../../../shared/record/minutes.ts'
import { dayWords, londonDate } from '../../../shared/dates/time.ts'
import { useMinutes } from '../../minutes/writing.ts'
import { CopyText } from '../copy-text.tsx'

/** On paper stands this page alone; on the screen it is not to be seen. */
const PAPER = `
  .carer-sheet { display: none }
  @media print {
    body :not(:has(.carer-sheet), .carer-sheet, .carer-sheet *) { display: none !important }
    body :has(.carer-sheet) { display: block !important; margin: 0 !important; padding: 0 !important; border: 0 !important; min-height: 0 !important }
    .carer-sheet { display: block; color: #000; background: #fff; font: 12pt/1.4 sans-serif }
    .carer-sheet table { width: 100%; border-collapse: collapse }
    .carer-sheet th, .carer-sheet td { border: 1pt solid #000; padding: 6pt; text-align: start }
  }`

const useStyles = makeStyles({ buttons: { display: 'flex', flexWrap: 'wrap', gap: tokens.spacingHorizontalS } })

type Props = { view: MeetingView; duties: AuthorityDuties }

export function CarerSheet({ view, duties }: Props) {
  const styles = useStyles()
  const minutes = useMinutes()
  const [printing, setPrinting] = useState(false)
  // Printed once the page stands there to be printed.
  useEffect(() => {
    if (!printing) return
    const done = () => setPrinting(false)
    window.addEventListener('afterprint', done)
    window.print()
    return () => window.removeEventListener('afterprint', done)
  }, [printing])
  return (
    <div className={styles.buttons}>
      <Button onClick={() => setPrinting(true)}>Print a page for the carer</Button>
      <CopyText label="Copy it as text" text={() => sheetText(view, duties, minutes)} />
      {printing && <Sheet view={view} duties={duties} minutes={minutes} />}
    </div>
  )
}

function Sheet({ view, duties, minutes }: Props & { minutes: Minutes }) {
  return (
    <div className="carer-sheet">
      <style>{PAPER}</style>
      <h1>Who decides what</h1>
      <p>{agreedWords(view)}</p>
      <table>
        <thead>
          <tr>
            <th scope="col">About</th>
            <th scope="col">Who may decide</th>
          </tr>
        </thead>
        <tbody>
          {AUTHORITY_AREAS.map(({ id, title, such }) => (
            <tr key={id}>
              <th scope="row">
                {title}
                <br />
                <small>{such}</small>
              </th>
              <td>{authorityWords(id, duties, minutes)}</td>
            </tr>
          ))}
        </tbody>
      </table>
      <p>{UNSURE}</p>
    </div>
  )
}

const UNSURE = 'If you are not sure, ring the child’s social worker before you decide.'

const agreedWords = ({ ref, slot }: MeetingView) =>
  `As talked about at the planning meeting ${ref}${slot ? ` on ${dayWords(londonDate(slot.start))}` : ''}.`

const sheetText = (view: MeetingView, duties: AuthorityDuties, minutes: Minutes) =>
  [
    'Who decides what',
    agreedWords(view),
    '',
    ...AUTHORITY_AREAS.map(({ id, title }) => `${title}: ${authorityWords(id, duties, minutes)}`),
    '',
    UNSURE,
  ].join('\n')
