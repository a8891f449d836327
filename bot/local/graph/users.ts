/** `/users`: the directory. Guests are in it too, with the address of their own organisation. */
import { GUESTS, MEMBERS, type DirectoryGuest, type DirectoryMember } from '../people/directory.ts'
import { COUNCIL } from '../people/staff.ts'
import { badRequest, found, GraphError } from './answer.ts'
import type { Call, Operation } from './call.ts'
import { textAt } from './odata/filter-match.ts'
import { listAnswer, selected } from './odata/list.ts'

const permission = { anyOf: ['User.ReadBasic.All', 'User.Read.All', 'Directory.Read.All'] }

/** What comes back without `$select`. */
const USUAL = [
  'businessPhones',
  'displayName',
  'givenName',
  'jobTitle',
  'mail',
  'mobilePhone',
  'officeLocation',
  'preferredLanguage',
  'surname',
  'userPrincipalName',
  'id',
]

/** What the lesser permission shows of anybody. */
const BASIC = ['id', 'displayName', 'givenName', 'surname', 'mail', 'userPrincipalName']

const FILTERABLE = [
  'id',
  'mail',
  'userPrincipalName',
  'displayName',
  'givenName',
  'surname',
  'department',
  'jobTitle',
  'userType',
  'accountEnabled',
]

const nameParts = (name: string) => ({
  givenName: name.split(' ')[0] ?? name,
  surname: name.split(' ').slice(1).join(' '),
})

const memberJson = (member: DirectoryMember): Record<string, unknown> => ({
  accountEnabled: member.kind === 'person' || member.kind === 'service',
  businessPhones: [],
  city: null,
  companyName: COUNCIL,
  country: null,
  department: member.department,
  displayName: member.name,
  ...(member.kind === 'person' ? nameParts(member.name) : { givenName: null, surname: null }),
  jobTitle: member.jobTitle,
  mail: member.email,
  mailNickname: member.email.split('@')[0],
  mobilePhone: null,
  officeLocation: member.office,
  otherMails: [],
  preferredLanguage: 'en-GB',
  proxyAddresses: [`SMTP:${member.email}`],
  usageLocation: 'GB',
  userPrincipalName: member.email,
  userType: 'Member',
  id: member.objectId,
})

const guestJson = (guest: DirectoryGuest): Record<string, unknown> => ({
  accountEnabled: true,
  businessPhones: [],
  city: null,
  companyName: guest.organisation ?? null,
  country: null,
  department: null,
  displayName: guest.name,
  ...nameParts(guest.name),
  jobTitle: null,
  mail: guest.email,
  mailNickname: guest.userPrincipalName.split('@')[0],
  mobilePhone: null,
  officeLocation: null,
  otherMails: [guest.email],
  preferredLanguage: null,
  proxyAddresses: [`SMTP:${guest.email}`],
  usageLocation: null,
  userPrincipalName: guest.userPrincipalName,
  userType: 'Guest',
  id: guest.objectId,
})

const everybody = () => [...MEMBERS.map(memberJson), ...GUESTS.map(guestJson)]

/** Without `$select` the usual properties; with it those named, as far as the app may see them. */
function shown(user: Record<string, unknown>, call: Call): Record<string, unknown> {
  const mayReadAll = call.app.roles.some((role) => role === 'User.Read.All' || role === 'Directory.Read.All')
  const asked =
    call.query
      .get('$select')
      ?.split(',')
      .map((name) => name.trim()) ?? USUAL
  const unknown = asked.find((name) => !(name in user))
  if (unknown)
    throw badRequest(`Could not find a property named '${unknown}' on type 'microsoft.graph.user'.`, 'BadRequest')
  const names = mayReadAll ? asked : asked.filter((name) => BASIC.includes(name))
  return Object.fromEntries(names.map((name) => [name, user[name]]))
}

function search(text: string, users: Record<string, unknown>[]) {
  const clauses = [...text.matchAll(/"(\w+):([^"]*)"/g)]
  if (clauses.length === 0)
    throw badRequest("Syntax error: character ':' is expected in $search.", 'Request_BadRequest')
  return users.filter((user) =>
    clauses.every(([, property = '', words = '']) => startsAnyWord(textAt(user, property), words)),
  )
}

const startsAnyWord = (value: string, words: string): boolean =>
  words
    .toLowerCase()
    .split(/\s+/)
    .every((word) =>
      value
        .toLowerCase()
        .split(/[\s.@]+/)
        .some((part) => part.startsWith(word)),
    )

export const userOperations: Operation[] = [
  {
    method: 'GET',
    path: '/users',
    permission,
    handle(call) {
      const text = call.query.get('$search')
      if (text !== null && call.headers['consistencylevel'] !== 'eventual')
        throw badRequest(
          "Request with $search query parameter only works through MSGraph with a special request header: 'ConsistencyLevel: eventual'",
          'Request_UnsupportedQuery',
        )
      const users = text === null ? everybody() : search(text, everybody())
      const answer = listAnswer(
        call,
        'users',
        users,
        { show: (user) => user },
        {
          type: 'user',
          filterable: FILTERABLE,
          sortable: ['displayName', 'userPrincipalName'],
          pageSize: 100,
        },
      )
      const byId = new Map(users.map((user) => [user.id, user]))
      return found({ ...answer, value: answer.value.map((item) => shown(byId.get(item.id) ?? item, call)) })
    },
  },
  {
    method: 'GET',
    path: '/users/:someone',
    permission,
    handle(call) {
      const asked = (call.params.someone ?? '').toLowerCase()
      const user = everybody().find(({ id, userPrincipalName }) =>
        [id, userPrincipalName].some((name) => String(name).toLowerCase() === asked),
      )
      if (!user)
        throw new GraphError(
          404,
          'Request_ResourceNotFound',
          `Resource '${call.params.someone}' does not exist or one of its queried reference-property objects are not present.`,
        )
      return found({
        '@odata.context': `${call.base}/$metadata#users/$entity`,
        ...selected(shown(user, call), new URLSearchParams()),
      })
    },
  },
]
