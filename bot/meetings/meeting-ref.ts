/** A reference for a meeting: says nothing about the child, can be read out on the phone, and is used once (P-01). */
import { randomInt } from 'node:crypto'
import type { MeetingRef } from '../../shared/meeting/planning-meeting.ts'
import type { Store } from './ports.ts'

/** Without the letters and digits that are mistaken for each other. */
const SIGNS = '23456789ABCDEFGHJKMNPQRSTVWXYZ'

export async function freshRef(store: Pick<Store, 'isRefTaken'>): Promise<MeetingRef> {
  for (let tries = 0; tries < 50; tries += 1) {
    const ref = `PPM-${Array.from({ length: 4 }, () => SIGNS[randomInt(SIGNS.length)]).join('')}` as MeetingRef
    if (!(await store.isRefTaken(ref))) return ref
  }
  throw new Error('No meeting reference is free')
}
