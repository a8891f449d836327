/** What writes a record. It comes in one chunk, and only for those who do: all of it needs the shared document. */
export { After } from './after/after.tsx'
export { AgendaSection } from './agenda-section.tsx'
export { During } from './during/during.tsx'
