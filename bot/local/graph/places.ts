/** `/places/microsoft.graph.room`: the rooms that can be booked by inviting them. */
import { guidOf } from '../ids.ts'
import { ROOMS } from '../people/service-mailboxes.ts'
import { found } from './answer.ts'
import type { Operation } from './call.ts'
import { listAnswer } from './odata/list.ts'

const roomJson = (room: (typeof ROOMS)[number]) => ({
  id: guidOf('place', room.email),
  emailAddress: room.email,
  displayName: room.name,
  nickname: room.name,
  label: null,
  capacity: room.capacity,
  building: room.building,
  floorNumber: room.floor,
  floorLabel: null,
  isWheelChairAccessible: room.stepFree,
  bookingType: 'standard',
  tags: [],
  audioDeviceName: null,
  videoDeviceName: null,
  displayDeviceName: null,
  phone: null,
  address: {
    street: '1 Weavers Row',
    city: 'Merrowdale',
    state: null,
    countryOrRegion: 'United Kingdom',
    postalCode: null,
  },
  geoCoordinates: null,
})

export const placeOperations: Operation[] = [
  {
    method: 'GET',
    path: '/places/microsoft.graph.room',
    permission: { anyOf: ['Place.Read.All'] },
    handle: (call) =>
      found(
        listAnswer(
          call,
          'places/microsoft.graph.room',
          ROOMS,
          { show: roomJson },
          {
            type: 'room',
            filterable: ['displayName', 'emailAddress', 'building', 'capacity'],
            sortable: ['displayName'],
            pageSize: 100,
          },
        ),
      ),
  },
]
