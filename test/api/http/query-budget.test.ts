// How many statements does an answer cost, and does it cost more of them when there is more to show?
import { sql } from 'drizzle-orm'
import pg from 'pg'
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest'
import { registerEntries } from '../../../db/schema/registers/registers.ts'
import { tanks, toys } from '../../registers/toys.ts'
import { enterpriseId } from '../../support/people/people.ts'
import { settlePlant, stand, tank } from '../duty/standing-alarms.ts'
import { type House, openHouse, report } from '../house.ts'

let house: House
const ids: string[] = []
const standing = '0a000000-0000-4000-8000-00000000000a'
const [few, many] = [2, 30]

/** Who reads what; `route` when the path has a place for something. At most so many statements, those for session and person included. */
type Budget = { who: string; path: (id: string) => string; route?: string; most: number }
const at = (who: string, path: string, most: number): Budget => ({ who, path: () => path, most })
const of = (who: string, route: string, path: (id: string) => string, most: number): Budget => ({
  who,
  path,
  route,
  most,
})

const process = 'process=hazard-rectification'
const budgets: Budget[] = [
  at('lin', '/api/me', 7),
  at('lin', '/api/me/account', 9),
  ...['todo', 'pool', 'done', 'mine', 'cc'].map((box) =>
    at('lin', `/api/inbox?box=${box}&limit=50`, 8),
  ),
  at('qi', '/api/inbox?box=todo&limit=50', 8),
  at('yu', '/api/cases?limit=200', 8),
  at('qi', '/api/cases?limit=200', 8),
  at('lin', '/api/cases?limit=200&q=防爆灯', 8),
  ...['lin', 'qi'].map((who) => of(who, '/api/cases/:id', (id) => `/api/cases/${id}`, 12)),
  ...['lin', 'qi'].map((who) =>
    of(who, '/api/cases/:id/timeline', (id) => `/api/cases/${id}/timeline`, 15),
  ),
  ...['lin', 'qi'].map((who) =>
    of(who, '/api/cases/:id/materials', (id) => `/api/cases/${id}/materials`, 15),
  ),
  ...['lin', 'qi'].map((who) =>
    of(who, '/api/cases/:id/messages', (id) => `/api/cases/${id}/messages`, 11),
  ),
  of('lin', '/api/cases/:id/forecast', (id) => `/api/cases/${id}/forecast`, 12),
  of('qi', '/api/cases/:id/forecast', (id) => `/api/cases/${id}/forecast`, 11),
  of('lin', '/api/cases/:id/chain', (id) => `/api/cases/${id}/chain`, 11),
  at('yu', '/api/supervision/clocks?limit=200', 8),
  at('yu', `/api/supervision/flow?${process}`, 9),
  at('yu', `/api/supervision/flow/cases?${process}&week=2026-W10&state=handling.rectifying`, 7),
  at('yu', '/api/supervision/digest', 7),
  at('yu', '/api/supervision/reachability', 7),
  at('chen', '/api/team', 11),
  at('lin', '/api/search?q=防爆灯', 10),
  at('lin', '/api/search?q=fangbaodeng', 10),
  at('lin', '/api/filters', 5),
  ...['lin', 'qi'].map((who) => at(who, '/api/phrases', 7)),
  at('lin', '/api/signature', 7),
  at('shi', `/api/statistics?${process}&region=330800&period=2026`, 14),
  at(
    'shi',
    `/api/statistics/enterprise?${process}&enterprise=${enterpriseId}&region=330802&period=2026`,
    19,
  ),
  at('shi', `/api/statistics/enterprises?${process}&region=330802&period=2026`, 9),
  at('shi', `/api/statistics/cases?${process}&region=330802&period=2026&figure=reported`, 11),
  at('lin', '/api/self-checks', 8),
  at('lin', '/api/calendars', 5),
  of('lin', '/api/calendars/:year', () => '/api/calendars/2026', 5),
  at('hao', '/api/changes', 5),
  at('lin', '/api/processes', 0),
  of('lin', '/api/processes/:id', () => '/api/processes/hazard-rectification', 5),
  of('lin', '/api/processes/:id/counts', () => '/api/processes/hazard-rectification/counts', 7),
  at('lin', '/api/enterprises?q=衢州', 7),
  of('lin', '/api/people', (id) => `/api/people?case=${id}&verb=copy`, 8),
  at('lin', '/api/clock', 6),
  at('lin', '/api/health', 11),
  at('lin', '/api/substitutions', 5),
  at('lin', '/api/substitutions/people', 7),
  at('hao', '/api/ladders', 6),
  of(
    'hao',
    '/api/ladders/:process/:clock',
    () => '/api/ladders/hazard-rectification/rectification',
    10,
  ),
  of(
    'hao',
    '/api/ladders/:process/:clock/periods',
    () => '/api/ladders/hazard-rectification/rectification/periods',
    9,
  ),
  at('hao', '/api/personnel/people', 7),
  at('hao', '/api/personnel/offices', 5),
  at('hao', '/api/personnel/vacancies', 9),
  at('hao', '/api/routing/rules', 6),
  at('hao', '/api/routing/holders?group=330802-bureau/inspector', 8),
  of('hao', '/api/personnel/people/:id', () => '/api/personnel/people/lin', 13),
  ...['proposals', 'enterprises', 'machines'].map((one) => at('hao', `/api/personnel/${one}`, 9)),
  of('hao', '/api/personnel/people/:id/loss', () => '/api/personnel/people/lin/loss', 11),
  at('lin', '/api/public/notices', 2),
  at('lin', '/api/public/processes', 0),
  at('lin', '/api/public/services', 2),
  at('lin', '/api/public/licences?q=衢州试验化工', 9),
  at('lin', '/api/licences', 7),
  at('lin', '/api/registers', 5),
  of('lin', '/api/registers/:register', () => '/api/registers/toy-tanks', 5),
  ...['lin', 'qi'].flatMap((who) => [
    of(who, '/api/registers/:register/entries', () => '/api/registers/toy-tanks/entries', 7),
    of(
      who,
      '/api/registers/:register/entries/:id',
      () => '/api/registers/toy-tanks/entries/one',
      9,
    ),
    of(who, '/api/registers/:register/changes', () => '/api/registers/toy-tanks/changes', 8),
  ]),
  at('lin', '/api/public/registers', 0),
  of(
    'lin',
    '/api/public/registers/:register',
    () => '/api/public/registers/toy-tanks?q=一号试验罐',
    9,
  ),
  ...['lin', 'qi'].map((who) =>
    of(who, '/api/cases/:id/documents', (id) => `/api/cases/${id}/documents`, 9),
  ),
  of('lin', '/api/cases/:id/next', (id) => `/api/cases/${id}/next?type=verify`, 8),
  at('hao', '/api/changes/rules', 5),
  ...['dan', 'qi'].map((who) => at(who, '/api/alarms?limit=500', 9)),
  ...['dan', 'qi'].map((who) => at(who, '/api/permits', 8)),
  at('dan', '/api/permits/works', 5),
  ...['dan', 'qi'].map((who) => at(who, '/api/devices/late', 8)),
  of('dan', '/api/devices/late/attended', () => `/api/devices/late/attended?device=${tank}`, 9),
  at('dan', '/api/alarms/figures', 9),
  at('dan', '/api/duty', 10),
  at('dan', '/api/duty/feeds', 9),
  at('hao', '/api/registry', 10),
  at('hao', '/api/registry/waiting', 7),
  at('hao', '/api/registry/devices', 6),
  of('hao', '/api/registry/devices/:id', () => `/api/registry/devices/${tank}`, 6),
  ...['', '/frames', '/counts', '/commands', '/outbox'].map((box) =>
    at('hao', `/api/letters${box}`, 7),
  ),
  at('hao', '/api/registry/receivers', 8),
  at('hao', '/api/registry/cameras', 8),
  at('hao', '/api/registry/feeds', 8),
  at('dan', '/api/devices', 8),
  at('dan', '/api/cameras', 7),
  at('dan', '/api/warnings', 7),
  of('dan', '/api/warnings/:identifier', () => '/api/warnings/one', 7),
  ...['dan', 'qi'].map((who) => of(who, '/api/alarms/:id', () => `/api/alarms/${standing}`, 13)),
  ...['dan', 'qi'].map((who) => of(who, '/api/devices/:id', () => `/api/devices/${tank}`, 14)),
  of('dan', '/api/devices/:id/trend', () => `/api/devices/${tank}/trend?point=1`, 13),
]

beforeAll(async () => {
  house = await openHouse({}, null, {}, toys)
  await house.clock.setNow('2026-03-02T02:00:00.000Z')
  await house.db.execute(
    sql`UPDATE appointments SET role = 'administrator', office = '330800-administration' WHERE person = 'hao'`,
  )
  await settlePlant(house)
  await stand(house, { id: standing })
  await house.db.execute(sql`INSERT INTO outbound_messages VALUES
    ('one', ${standing}, 1, 'Alert', 'Exercise', true, 'a.b', now(), 2, '330802', '[]', '<alert/>', '{}', 'f')`)
  const entry = {
    id: 'one',
    register: tanks.id,
    region: '330802' as const,
    owner: enterpriseId,
    number: '衢柯罐册〔2026〕0001号',
    version: 1,
  }
  await house.db.insert(registerEntries).values({
    ...entry,
    standing: 'in-use',
    name: '一号试验罐',
    fromDay: '2026-03-02',
    since: '2026-03-02',
    listedAt: '2026-03-02T01:00:00.000Z',
    data: { name: '一号试验罐', volume: 5 },
  })
  await open(few)
}, 120_000)
afterAll(() => house.close())

const act = async (
  who: string,
  id: string,
  type: string,
  data: Record<string, unknown>,
): Promise<void> => {
  const answer = await house.as(who, `/api/cases/${id}/acts`, { json: { type, data } })
  expect([answer.status, answer.body.code]).toEqual([200, undefined])
}

const verify = async (id: string): Promise<void> => {
  await act('lin', id, 'verify', { grade: 'general', findings: '属实', opinion: '同意' })
  await act('wu', id, 'sign', { opinion: '同意' })
}
const order = (id: string) =>
  act('lin', id, 'issue-order', { dueDate: '2026-05-20', requirements: '更换' })

/** Cases that stand on the wall: verified by two and ordered to be put right. */
const open = async (count: number): Promise<void> => {
  while (ids.length < count) {
    const id = await report(house)
    await verify(id)
    await order(id)
    await stand(house)
    ids.push(id)
  }
}

/** Every statement of this process, whichever connection it goes through. */
const counted = async (work: () => Promise<void>): Promise<string[]> => {
  const spy = vi.spyOn(pg.Client.prototype, 'query')
  try {
    await work()
    return spy.mock.calls.map(([one]) =>
      typeof one === 'string' ? one : (one as unknown as { text: string }).text,
    )
  } finally {
    spy.mockRestore()
  }
}

const costOf = async ({ who, path }: Budget): Promise<number> => {
  const read = async () => {
    const answer = await house.as(who, path(ids[0]!))
    expect(
      answer.status,
      `${who} ${path(ids[0]!)} ${JSON.stringify(answer.body).slice(0, 200)}`,
    ).toBe(200)
  }
  // What a process remembers of earlier requests is not asked for again: the usual request is the second.
  await read()
  return (await counted(read)).length
}

/** API and engine together, as they stand in one process here; an order is a document with a number and a service of its own. */
const acts = { report: 25, order: 33 }
const costOfActs = async (): Promise<typeof acts> => {
  let id = ''
  const reported = await counted(async () => {
    id = await report(house)
  })
  await verify(id)
  return { report: reported.length, order: (await counted(() => order(id))).length }
}

const nameOf = ({ who, path }: Budget): string => `${who} ${path('…')}`

/** What these do not ask of the database, or what stands elsewhere: files and event streams, lists that are read in slices, single things that no case makes. */
const uncounted = [
  ...[
    '/healthz',
    '/readyz',
    '/metrics',
    '/*',
    '/api/live',
    '/api/files/:id',
    '/api/uploads/:id',
    '/api/alarms/*',
    '/api/cases/*',
    '/api/devices/*',
    '/api/exports/*',
    '/api/licences/*',
    '/api/permits/*',
    '/api/registers/*',
    '/api/self-checks/*',
    '/api/statistics/*',
  ],
  ...[
    '/api/exports/cases',
    '/api/exports/inbox',
    '/api/exports/clocks',
    '/api/exports/self-checks',
    '/api/statistics/export',
  ],
  ...[
    '/api/exports/changes/:id',
    '/api/exports/licences',
    '/api/licences/:id',
    '/api/documents/:id',
    '/api/public/verify/:code',
  ],
  '/api/public/services/:process',
  '/api/personnel/enterprises/:id',
  ...[
    '/api/session/ways',
    '/api/session/oidc',
    '/api/session/oidc/link',
    '/api/auth/callback/oidc',
    '/api/demo/accounts',
    '/api/openapi.json',
    '/api/docs',
    '/api/time-limits/rules',
    '/api/calculations',
  ],
  ...['/api/registry/sheet', '/api/registry/feeds/:feed/certificate', '/api/letters/frames/:id'],
  ...['/api/registry/cameras/sheet', '/api/warnings/:identifier/document'],
  ...['/api/signature/pictures/:sha256', '/api/cases/:id/signatures/:sha256'],
  ...[
    '/api/self-checks/:id',
    '/api/changes/:id',
    '/api/changes/:id/moves',
    '/api/changes/:id/differences',
    '/api/public/follow',
  ],
]

test('everything that can be read has a budget or a reason to have none', () => {
  const { routes } = house.app as unknown as { routes: { method: string; path: string }[] }
  const read = new Set(routes.filter(({ method }) => method === 'GET').map(({ path }) => path))
  const known = new Set([
    ...uncounted,
    ...budgets.map(({ path, route }) => route ?? path('').split('?')[0]!),
  ])
  expect([...read].filter((path) => !known.has(path))).toEqual([])
  expect([...known].filter((path) => !read.has(path))).toEqual([])
})

describe('statements', () => {
  const small = new Map<string, number>()
  test.each(budgets.map((budget) => [nameOf(budget), budget] as const))(
    '%s',
    async (name, budget) => {
      const statements = await costOf(budget)
      small.set(name, statements)
      expect(statements, name).toBeLessThanOrEqual(budget.most)
    },
  )
  test('of the acts: a report, and an order that opens a period with its escalation policy', async () => {
    expect(await costOfActs()).toEqual(acts)
  })
  test(`are not more where ${many} cases stand instead of ${few}`, async () => {
    await open(many)
    const grown: string[] = []
    for (const budget of budgets) {
      const [before, now] = [small.get(nameOf(budget)) ?? Number.NaN, await costOf(budget)]
      if (!(now <= before)) grown.push(`${nameOf(budget)}: ${before} → ${now}`)
    }
    expect(grown).toEqual([])
    expect(await costOfActs()).toEqual(acts)
  })
})
