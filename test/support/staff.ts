/** The authority's people in tests of use cases and chat. */
import type { DirectoryPerson } from '../../bot/meetings/ports.ts'

const DOMAIN = 'brackenshire.example'
const TENANT = '5e0f6a1c-2f0b-4b1d-9c33-0d8d6f1b7a10'

const person = (objectId: string, name: string, role: DirectoryPerson['role']): DirectoryPerson => ({
  objectId,
  tenantId: TENANT,
  name,
  email: `${name.toLowerCase().replace(' ', '.')}@${DOMAIN}`,
  role,
})

/** Everybody inside the tenant; the carers and parents of the builders are outside. */
export const STAFF = {
  officer: person('officer', 'Lennox Abernathy', 'placementOfficer'),
  otherOfficer: person('other-officer', 'Ottilie Farrow', 'placementOfficer'),
  socialWorker: person('social-worker', 'Rosalind Achterberg', 'childsSocialWorker'),
  supervising: person('supervising', 'Tobias Greenhalgh', 'supervisingSocialWorker'),
  teamManager: person('team-manager', 'Imelda Castellano', 'teamManager'),
  reviewing: person('reviewing', 'Barnaby Okonkwo', 'independentReviewingOfficer'),
  stranger: person('stranger', 'Wilhelmina Prentice', 'childsSocialWorker'),
} as const
