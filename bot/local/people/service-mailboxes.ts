/** Mailboxes that belong to a service or a room rather than to a person. */
import { WORKING_WEEK, type Member, type Room } from './member.ts'
import { DOMAIN } from './staff.ts'

/** Organises planning meetings when nobody in the tenant convenes, and sends the letters. Licensed, so Teams works. */
export const PLANNING_MAILBOX = `placement.planning@${DOMAIN}`

/** Where providers and night staff write to. Shared and unlicensed: it cannot organise a Teams meeting. */
export const INTAKE_MAILBOX = `placements@${DOMAIN}`

export const ROOMS: Room[] = [
  {
    email: `room.willow@${DOMAIN}`,
    name: 'Willow Room',
    building: 'Weavers House',
    floor: 0,
    capacity: 10,
    stepFree: true,
  },
  {
    email: `room.larch@${DOMAIN}`,
    name: 'Larch Room',
    building: 'Weavers House',
    floor: 2,
    capacity: 6,
    stepFree: false,
  },
]

const service = (given: Pick<Member, 'name' | 'email' | 'kind' | 'teams' | 'appMay'> & Partial<Member>): Member => ({
  role: null,
  jobTitle: null,
  department: null,
  office: null,
  workingHours: { days: WORKING_WEEK, from: '08:00', to: '18:00' },
  diary: [],
  ...given,
})

export const SERVICE_MAILBOXES: Member[] = [
  service({
    name: 'Placement Planning',
    email: PLANNING_MAILBOX,
    kind: 'service',
    teams: true,
    appMay: { calendar: true, mail: true },
    department: 'Placements and Commissioning',
  }),
  service({
    name: 'Placements',
    email: INTAKE_MAILBOX,
    kind: 'shared',
    teams: false,
    appMay: { calendar: true, mail: true },
    department: 'Placements and Commissioning',
  }),
  ...ROOMS.map((room) =>
    service({
      name: room.name,
      email: room.email,
      kind: 'room',
      teams: false,
      appMay: { calendar: false, mail: false },
      office: room.building,
      diary: [
        {
          subject: 'Panel',
          days: ['tuesday'],
          from: '13:00',
          to: '15:00',
          everyWeeks: 2,
          week: room.floor === 0 ? 0 : 1,
        },
        { subject: 'Supervision', days: ['monday', 'thursday'], from: '13:00', to: '14:00' },
      ],
    }),
  ),
]
