import { Link } from '@fluentui/react-components'
import type { MeetingView } from '../../../shared/meeting/meeting-view.ts'
import { durationWords, slotWords } from '../../../shared/dates/time.ts'
import { ROLE_WORDS, VENUE_WORDS } from '../../../shared/words.ts'
import { Section } from '../section.tsx'
import { SaveToCalendar } from './save-to-calendar.tsx'

/** An address that is not here is not for this reader; nothing says whether there is one. */
export function WhereAndWhen({ view }: { view: MeetingView }) {
  const { slot, venue, joinUrl, state, lateReason } = view
  return (
    <Section title="When and where">
      <p>
        {state === 'cancelled'
          ? 'This meeting does not take place.'
          : slot
            ? slotWords(slot)
            : view.asking
              ? `Not yet arranged: those outside are asked when they can. It takes ${durationWords(view.durationMinutes)}.`
              : `Not yet arranged: ${chooser(view)} chooses a time. It takes ${durationWords(view.durationMinutes)}.`}
      </p>
      {state === 'arranging' && (
        <p role="status">Outlook is being asked to invite everybody. This page follows by itself.</p>
      )}
      {view.called && <p>{view.called.because}</p>}
      {view.called?.words && <p>In their words: {view.called.words}</p>}
      {view.cancelledBecause && <p>Cancelled because: {view.cancelledBecause}</p>}
      {lateReason && <p>Later than its deadline because: {lateReason}</p>}
      <p>{VENUE_WORDS[venue.kind]}</p>
      {venue.address && <p>The placement is at {venue.address}. Not everybody on this meeting may know it.</p>}
      {joinUrl && state === 'arranged' && (
        <p>
          <Link href={joinUrl} target="_blank" rel="noreferrer">
            Join in Teams
          </Link>
        </p>
      )}
      {state === 'arranged' && <SaveToCalendar id={view.id} />}
    </Section>
  )
}

const chooser = ({ convenor }: MeetingView) =>
  convenor.name ?? (convenor.role ? `the ${ROLE_WORDS[convenor.role]}` : 'somebody who may')
