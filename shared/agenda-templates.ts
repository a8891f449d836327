/** Which items a meeting has, in which order, by placement and kind: templates (a) to (i) of the catalogue. */
import type { AgendaItemId } from './agenda-items.ts'

export type TemplateId =
  | 'fosterPlanned'
  | 'fosterEmergency'
  | 'residentialPlanned'
  | 'residentialEmergency'
  | 'interval'
  | 'afterIncident'
  | 'afterMissing'
  | 'secure'
  | 'disruption'
  | 'introduction'

const ids = (list: string) => list.split(' ').map((n) => `AG-${n}` as AgendaItemId)

export const AGENDA_TEMPLATES: Record<TemplateId, AgendaItemId[]> = {
  fosterPlanned: ids('01 02 03 06 04 05 07 08 09 10 11 12 13 14 15 16 17 18 21 22 20 25 26 27'),
  fosterEmergency: ids('01 02 24 14 10 08 05 04 13 15 12 11 09 03 16 17 06 18 22 20 21 25 26 27'),
  residentialPlanned: ids('01 02 03 06 19 04 05 07 08 09 10 11 12 13 14 16 15 17 18 21 22 20 25 26 27'),
  residentialEmergency: ids('01 02 24 14 10 16 13 19 05 08 04 12 11 15 09 03 17 06 18 22 20 21 25 26 27'),
  interval: ids('01 02 03 23 22 08 10 11 12 13 14 15 16 17 06 25 26 27'),
  afterIncident: ids('01 28 02 14 24 13 15 16 17 03 22 25 26 27'),
  afterMissing: ids('01 02 29 24 14 15 12 11 16 17 23 03 22 25 26 27'),
  secure: ids('01 02 30 24 14 10 11 12 03 06 16 15 17 04 05 22 20 21 25 26 27'),
  disruption: ids('01 02 31 06 13 05 16 32 03 33 26 27'),
  introduction: ids('01 02 07 08 19 26'),
}
