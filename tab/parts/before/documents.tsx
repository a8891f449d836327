import type { MeetingView } from '../../../shared/meeting-view.ts'
import { Section } from '../section.tsx'

export const Documents = ({ documents }: { documents: MeetingView['documents'] }) =>
  documents.length > 0 && (
    <Section title="To have ready">
      <ul>
        {documents.map(({ id, title }) => (
          <li key={id}>{title}</li>
        ))}
      </ul>
    </Section>
  )
