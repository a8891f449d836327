/** Signing in to the local workplace: one of its people is chosen, and remembered for this window only. */
import { ROLES, type Role } from '../shared/placement/placement.ts'
import type { Fetch } from './api.ts'
import type { SignIn } from './sign-in.ts'

export type LocalPerson = { name: string; email: string; role: Role | null }

const REMEMBERED_AS = 'placement-planning.who'

export function localSignIn(fetch: Fetch, storage: Pick<Storage, 'getItem' | 'setItem' | 'removeItem'>): SignIn {
  let token: string | null = null

  async function signInAs(email: string): Promise<string | null> {
    const answer = await fetch('/local/sign-in', {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ as: email }),
    })
    const read = answer.ok ? ((await answer.json()) as { accessToken?: unknown }) : {}
    token = typeof read.accessToken === 'string' ? read.accessToken : null
    if (token) storage.setItem(REMEMBERED_AS, email)
    return token
  }

  return {
    token: async () => {
      const remembered = storage.getItem(REMEMBERED_AS)
      return token ?? (remembered ? await signInAs(remembered) : null)
    },
    forget: () => {
      token = null
    },
    ask: {
      kind: 'choose',
      people: async () => {
        const answer = await fetch('/local/people')
        return answer.ok ? readPeople(await answer.json()) : []
      },
      as: async (email) => (await signInAs(email)) !== null,
      leave: () => {
        token = null
        storage.removeItem(REMEMBERED_AS)
      },
    },
  }
}

/** Only those who work for the council use the tab. */
function readPeople(read: unknown): LocalPerson[] {
  const { people } = (read ?? {}) as { people?: unknown }
  if (!Array.isArray(people)) return []
  return (people as Record<string, unknown>[])
    .filter(
      ({ name, email, insideTenant }) => typeof name === 'string' && typeof email === 'string' && insideTenant === true,
    )
    .map(({ name, email, role }) => ({
      name: name as string,
      email: email as string,
      role: ROLES.find((known) => known === role) ?? null,
    }))
}
