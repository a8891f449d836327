/** Where the invented postcode districts of the practice town lie, in degrees: Merrowdale, and Harrowby an hour away. */
import type { Places } from '../../../shared/times/journeys.ts'

export const OFFICE_POSTCODE = 'MD1 1AA'

export const DISTRICTS: Places = {
  MD1: [52.6, -1.1],
  MD2: [52.61, -1.13],
  MD3: [52.57, -1.08],
  MD4: [52.66, -1.06],
  MD9: [52.7, -1.25],
  HB1: [52.93, -1.5],
}
