import { Button, makeStyles } from '@fluentui/react-components'
import { standingAnswer, type ChecklistLine } from '../../../shared/record/checklists.ts'
import { setFact } from '../../../shared/record/minutes-document.ts'
import { useMinutes, useWriting } from '../../minutes/writing.ts'
import { useTab } from '../../tab-context.ts'

const useStyles = makeStyles({ all: { alignSelf: 'flex-start' } })

/** Stands under the chair's checklist, to be pressed once the list was read and every exception is given. */
export function RestIsDone({ lines }: { lines: ChecklistLine[] }) {
  const styles = useStyles()
  const { session } = useWriting()
  const { announce } = useTab()
  const given = useMinutes().lines
  const open = lines.filter(
    (line) => standingAnswer(line, given[line.id]) === null && line.options.some(({ value }) => value === 'done'),
  )
  if (open.length < 2) return null
  const done = () => {
    session.inOneStep(() => open.forEach(({ id }) => setFact(session.doc, `lines/${id}/answer`, 'done')))
    announce(`Recorded for ${open.length}. Undo takes it back.`)
  }
  return (
    <Button className={styles.all} onClick={done}>
      {open.length === lines.length ? 'All of this is done' : `The other ${open.length} are done`}
    </Button>
  )
}
