/** Who is in the practice council, and a token for whoever one wants to be. */
import { Router } from 'express'
import { z } from 'zod'
import type { Tokens } from '../entra/tokens.ts'
import { findMember, findOutsider, listPeople, type DirectoryMember } from '../people/directory.ts'
import type { Tenant } from '../tenant.ts'
import { readBody, WorkplaceRefusal } from './refusal.ts'

const signInForm = z.strictObject({ as: z.string() })

export function peopleRoutes(tenant: Tenant, tokens: Tokens): Router {
  const router = Router()
  router.get('/people', (_request, response) => void response.json({ tenantId: tenant.id, people: listPeople() }))
  router.post('/sign-in', async (request, response) => {
    const person = whoSignsIn(readBody(signInForm, request.body).as)
    response.json({ accessToken: await tokens.forPerson(person) })
  })
  return router
}

function whoSignsIn(email: string): DirectoryMember {
  const member = email.includes('@') ? findMember(email) : undefined
  if (member?.kind === 'person') return member
  if (member) throw new WorkplaceRefusal(403, 'This is a mailbox of a service or a room: nobody signs in as it.')
  if (findOutsider(email))
    throw new WorkplaceRefusal(403, 'This person is outside the council and has no account to sign in with.')
  throw new WorkplaceRefusal(404, 'Nobody in the local directory has this address.')
}
