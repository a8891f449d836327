import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals'
import type { Workplace } from '../../bot/local/workplace.ts'
import {
  aGraphToken,
  aMeeting,
  aWorkplace,
  graphOf,
  HELEN,
  INTAKE,
  OWEN,
  PLANNING,
  TINA,
  type Graph,
} from '../support/local-workplace.ts'

let workplace: Workplace
let graph: Graph

beforeAll(async () => {
  workplace = await aWorkplace()
  graph = await graphOf(workplace)
})
beforeEach(() => workplace.reset())
afterAll(() => workplace.close())

const objectId = (email: string) => workplace.people.find((person) => person.email === email)?.aadObjectId ?? 'none'
const find = (query: string, headers = {}) => graph('GET', `/users?${query}`, undefined, headers)

describe('finding people', () => {
  test.each([
    ['by address', `mail eq '${OWEN}'`, ['Owen Tremlett']],
    ['by address in other letters', "mail eq 'OWEN.Tremlett@merrowdale.example'", ['Owen Tremlett']],
    ['several at once', `mail in ('${OWEN}', '${HELEN}')`, ['Owen Tremlett', 'Helen Marchbank']],
    ['by either name', `mail eq '${OWEN}' or userPrincipalName eq '${OWEN}'`, ['Owen Tremlett']],
    ['nobody outside', `mail eq '${TINA}'`, []],
    ['a guest, who is outside all the same', "userType eq 'Guest'", ['Rosalind Teague']],
    ['by the start of a name', "startswith(displayName,'Ow')", ['Owen Tremlett']],
  ])('%s', async (_, filter, names) => {
    const { body } = await find(`$filter=${encodeURIComponent(filter)}`)
    expect(body.value.map(({ displayName }) => displayName)).toEqual(names)
  })

  test('by words of a name, and only for those who can wait', async () => {
    const search = `$search=${encodeURIComponent('"displayName:treml"')}`
    expect((await find(search)).status).toBe(400)
    const { body } = await find(search, { consistencylevel: 'eventual' })
    expect(body.value.map(({ displayName }) => displayName)).toEqual(['Owen Tremlett'])
  })

  test('shows what is selected: job title and department, by which the app knows roles', async () => {
    const { body } = await graph('GET', `/users/${OWEN}?$select=id,displayName,jobTitle,department,userType`)
    expect(body).toMatchObject({
      id: objectId(OWEN),
      displayName: 'Owen Tremlett',
      jobTitle: "Children's Social Worker",
      department: 'Children in Care Team',
      userType: 'Member',
    })
  })

  test('somebody whom the directory does not know is a 404', async () => {
    const { status, body } = await graph('GET', `/users/${TINA}`)
    expect([status, body.error.code]).toEqual([404, 'Request_ResourceNotFound'])
  })

  test('a page has a link to the next', async () => {
    const first = await find('$top=10')
    const second = await graph('GET', first.body['@odata.nextLink'])
    expect(new Set([...first.body.value, ...second.body.value].map(({ id }) => id)).size).toBeGreaterThan(15)
  })
})

describe('a mailbox', () => {
  test('says when its owner works', async () => {
    const { body } = await graph('GET', `/users/${OWEN}/mailboxSettings`)
    expect(body).toMatchObject({ timeZone: 'GMT Standard Time', workingHours: { startTime: '09:00:00.0000000' } })
  })

  test('says that its owner is away', async () => {
    const { body } = await graph('GET', '/users/gareth.pugsley@merrowdale.example/mailboxSettings')
    expect(body).toMatchObject({ automaticRepliesSetting: { status: 'alwaysEnabled' } })
  })

  test.each([
    [PLANNING, ['teamsForBusiness']],
    [INTAKE, []],
  ])('%s can hold Teams meetings: %j', async (mailbox, providers) => {
    const { body } = await graph('GET', `/users/${mailbox}/calendar`)
    expect(body).toMatchObject({ allowedOnlineMeetingProviders: providers })
  })

  test('knows time zones by Windows’ names', async () => {
    const { body } = await graph('GET', `/users/${OWEN}/outlook/supportedTimeZones`)
    expect(body.value).toContainEqual({ alias: 'GMT Standard Time', displayName: expect.stringContaining('London') })
  })
})

test('rooms are listed with their places', async () => {
  const { body } = await graph('GET', '/places/microsoft.graph.room')
  expect(body.value.map(({ displayName }) => displayName)).toEqual(['Willow Room', 'Larch Room'])
})

describe('the Teams side of a meeting', () => {
  const meetingOf = async () => (await graph('POST', `/users/${PLANNING}/events`, aMeeting())).body
  const lookUp = (who: string, link: string) =>
    graph('GET', `/users/${who}/onlineMeetings?$filter=${encodeURIComponent(`JoinWebUrl eq '${link}'`)}`)
  const planningId = async () => (await graph('GET', `/users/${PLANNING}?$select=id`)).body.id

  test('is found by its link and the organiser’s object id', async () => {
    const link = (await meetingOf()).onlineMeeting?.joinUrl ?? 'none'
    const { body } = await lookUp(await planningId(), link)
    expect(body.value).toMatchObject([
      { joinWebUrl: link, chatInfo: { threadId: expect.stringMatching(/^19:meeting_.*@thread\.v2$/) } },
    ])
  })

  test('is closed to whoever names the organiser otherwise', async () => {
    const link = (await meetingOf()).onlineMeeting?.joinUrl ?? 'none'
    expect((await lookUp(PLANNING, link)).status).toBe(403)
  })

  test('takes options, and shows co-organisers to those who know the word', async () => {
    const link = (await meetingOf()).onlineMeeting?.joinUrl ?? 'none'
    const organiser = await planningId()
    const id = (await lookUp(organiser, link)).body.value[0]?.id
    const options = {
      lobbyBypassSettings: { scope: 'invited' },
      allowedPresenters: 'roleIsPresenter',
      participants: { attendees: [{ upn: HELEN, role: 'coorganizer' }] },
    }
    const path = `/users/${organiser}/onlineMeetings/${id}`
    expect((await graph('PATCH', path, options)).body).toMatchObject({ lobbyBypassSettings: { scope: 'invited' } })
    const roles = async (prefer: string) => (await graph('GET', path, undefined, { prefer })).body
    expect(await roles('')).toMatchObject({ participants: { attendees: [{ role: 'unknownFutureValue' }] } })
    expect(await roles('include-unknown-enum-members')).toMatchObject({
      participants: { attendees: [{ role: 'coorganizer' }] },
    })
    expect((await graph('PATCH', path, { meetingType: 'scheduled' })).status).toBe(400)
  })
})

describe('the app in Teams', () => {
  const path = `/users/${OWEN}/teamwork/installedApps`
  const catalogueId = async () => (await fetchCatalogue())[0]?.id ?? 'none'
  const fetchCatalogue = async () => {
    const answer = await fetch(
      `${workplace.graphUrl}/appCatalogs/teamsApps?$filter=${encodeURIComponent(`externalId eq '${workplace.appId}'`)}`,
      {
        headers: { authorization: `Bearer ${await aGraphToken(workplace)}` },
      },
    )
    return ((await answer.json()) as { value: { id: string }[] }).value
  }
  const bind = (id: string) => ({
    'teamsApp@odata.bind': `https://graph.microsoft.com/v1.0/appCatalogs/teamsApps/${id}`,
  })

  test('is put before a person once, and opens a chat', async () => {
    const id = await catalogueId()
    expect((await graph('POST', path, bind(id))).status).toBe(201)
    expect((await graph('POST', path, bind(id))).status).toBe(409)
    const { body } = await graph(
      'GET',
      `${path}?$expand=teamsApp&$filter=${encodeURIComponent(`teamsApp/id eq '${id}'`)}`,
    )
    expect(body.value).toMatchObject([{ teamsApp: { id } }])
    const chat = await graph('GET', `${path}/${body.value[0]?.id}/chat`)
    expect(chat.body).toMatchObject({
      id: `19:${objectId(OWEN)}_${workplace.appId}@unq.gbl.spaces`,
      chatType: 'oneOnOne',
    })
  })

  test('is no other app', async () => {
    expect((await graph('POST', path, bind('11111111-1111-4111-8111-111111111111'))).status).toBe(404)
  })
})

describe('several requests in one', () => {
  const batch = (requests: unknown[]) => graph('POST', '/$batch', { requests })

  test('are answered one by one; what depends on a failure fails', async () => {
    const { status, body } = await batch([
      { id: '1', method: 'GET', url: `/users/${OWEN}?$select=displayName` },
      { id: '2', method: 'GET', url: `/users/${TINA}` },
      { id: '3', method: 'GET', url: `/users/${HELEN}`, dependsOn: ['2'] },
    ])
    expect(status).toBe(200)
    expect(body).toMatchObject({
      responses: [
        { id: '1', status: 200, body: { displayName: 'Owen Tremlett' } },
        { id: '2', status: 404 },
        { id: '3', status: 424 },
      ],
    })
  })

  test('are twenty at most, and no batch of batches', async () => {
    const one = (id: number) => ({ id: String(id), method: 'GET', url: '/users' })
    expect((await batch(Array.from({ length: 21 }, (_, index) => one(index)))).status).toBe(400)
    const inner = {
      id: '1',
      method: 'POST',
      url: '/$batch',
      headers: { 'Content-Type': 'application/json' },
      body: { requests: [] },
    }
    expect((await batch([inner])).body).toMatchObject({ responses: [{ status: 400 }] })
  })
})

test('ids are translated from one form to the other', async () => {
  const { id } = (await graph('POST', `/users/${PLANNING}/events`, aMeeting())).body
  const { body } = await graph('POST', `/users/${PLANNING}/translateExchangeIds`, {
    inputIds: [id],
    sourceIdType: 'restImmutableEntryId',
    targetIdType: 'restId',
  })
  const usual = (await graph('GET', `/users/${PLANNING}/events/${id}`, undefined, { prefer: '' })).body.id
  expect(body.value).toEqual([{ sourceId: id, targetId: usual }])
})
