/** Another place for the meeting; a calendar never says more of it than "Online". */
import { Radio, RadioGroup, Field } from '@fluentui/react-components'
import { useState } from 'react'
import { venuesFor } from '../../../shared/meeting/venue.ts'
import type { VenueKind } from '../../../shared/placement/placement.ts'
import { VENUE_WORDS } from '../../../shared/words.ts'
import { useTab } from '../../tab-context.ts'
import { Section } from '../section.tsx'
import type { MeetingProps } from './before.tsx'
import { EditForm } from './edit-form.tsx'

export function ChangeVenue({ view, onChanged, onStale, onClose }: MeetingProps & { onClose: () => void }) {
  const { api } = useTab()
  const [venue, setVenue] = useState<VenueKind>(view.venue.kind)
  const outside = view.attendees.filter(({ invited, reachedBy }) => invited && reachedBy === 'email').length
  return (
    <Section title="Hold it somewhere else">
      <EditForm
        asks="Why it is held there"
        does="Hold it there"
        done="The place is changed"
        complete={venue !== view.venue.kind}
        {...{ onChanged, onStale, onClose }}
        save={(reason) => api.venue(view.id, { version: view.version, reason, venue })}
      >
        <Field label="Where">
          <RadioGroup value={venue} onChange={(_, { value }) => setVenue(value as VenueKind)}>
            {venuesFor(view.kind).map((kind) => (
              <Radio key={kind} value={kind} label={VENUE_WORDS[kind]} />
            ))}
          </RadioGroup>
        </Field>
        <p>
          Calendars say “Online” or that details are sent separately, and never an address.
          {outside > 0 && ` Ring the ${outside === 1 ? 'one person' : `${outside} people`} outside the council.`}
        </p>
      </EditForm>
    </Section>
  )
}
