/** Working hours in Graph's shape; some mailboxes spell London out by its offsets instead of its name. */
import type { WorkingHours } from '../people/member.ts'
import { LONDON_IN_WINDOWS } from '../outlook/time-zones.ts'

const CUSTOM_LONDON = {
  '@odata.type': '#microsoft.graph.customTimeZone',
  bias: 0,
  name: 'Customized Time Zone',
  standardOffset: { time: '02:00:00.0000000', dayOccurrence: 5, dayOfWeek: 'sunday', month: 10, year: 0 },
  daylightOffset: {
    daylightBias: -60,
    time: '01:00:00.0000000',
    dayOccurrence: 5,
    dayOfWeek: 'sunday',
    month: 3,
    year: 0,
  },
}

export const workingHoursJson = ({ days, from, to, zone }: WorkingHours) => ({
  daysOfWeek: days,
  startTime: `${from}:00.0000000`,
  endTime: `${to}:00.0000000`,
  timeZone: zone === 'custom' ? CUSTOM_LONDON : { name: LONDON_IN_WINDOWS },
})
