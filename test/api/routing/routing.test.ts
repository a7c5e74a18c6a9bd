// Rules give new tasks to people and say why; a post that stands empty lets its tasks climb, and the administrators hear of it until it is filled.
import { randomUUID } from 'node:crypto'
import { and, eq, sql } from 'drizzle-orm'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { saveAccount } from '../../../db/organisation/accounts.ts'
import { caseFacts, notices } from '../../../db/schema/cases/cases.ts'
import { appointments, offices } from '../../../db/schema/organisation/organisation.ts'
import { routingRules, vacancies } from '../../../db/schema/organisation/routing.ts'
import { dailyMails } from '../../../db/schema/statistics/daily.ts'
import { hazchemLicence } from '../../../domain/hazchem-licence/process.ts'
import { threeSimultaneities } from '../../../domain/three-simultaneities/process.ts'
import { applied } from '../../hazchem-licence/samples.ts'
import { broughtTo } from '../../support/people/papers.ts'
import { quickHash } from '../../support/people/passwords.ts'
import { licensers, settleThem } from '../../support/people/people.ts'
import { hazchem, samples as projectForms } from '../../three-simultaneities/samples.ts'
import { type House, openHouse, password, report } from '../house.ts'
import { fits } from '../http/fits.ts'
import { agree } from './consenting.ts'

let house: House
const further = { 'hazchem-licence': hazchemLicence, 'three-simultaneities': threeSimultaneities }
const inspectors = '330802-bureau/inspector'

beforeAll(async () => {
  house = await openHouse({}, null, further)
  await house.clock.setNow('2026-03-02T02:00:00.000Z')
  await settleThem(house.db, licensers)
  const passwordHash = await quickHash(password)
  for (const id of ['kou', 'shen'])
    await saveAccount(house.db, { id, username: id, name: id, passwordHash })
  await house.db.insert(offices).values(
    (['330800', '330802', '330881'] as const).map((region) => ({
      ...{
        id: `${region}-administration`,
        kind: 'administration' as const,
        region,
        name: { zh: region, en: region },
      },
    })),
  )
  await house.db.execute(
    sql`UPDATE appointments SET role = 'administrator', office = '330800-administration' WHERE person = 'yu'`,
  )
  await house.db.execute(
    sql`UPDATE appointments SET role = 'administrator', office = '330802-administration' WHERE person = 'fang'`,
  )
})
afterAll(() => house.close())

const enter = async (who: string, more: Record<string, unknown> = {}, key: string = randomUUID()) =>
  house.as(who, '/api/routing/rules', {
    json: {
      group: inspectors,
      way: 'least-loaded',
      from: '2026-03-02',
      reason: '分片负责',
      ...more,
    },
    headers: { 'idempotency-key': key },
  })
const stop = (who: string, id: string) =>
  house.as(who, `/api/routing/rules/${id}/end`, { json: { reason: '另行安排' } })
const entered = async (more: Record<string, unknown> = {}): Promise<string> => {
  const { status, body } = await enter('fang', more)
  expect([status, body.code]).toEqual([201, undefined])
  return body.id
}
const task = async (id: string, who = 'lin') =>
  (await house.as(who, `/api/cases/${id}`)).body.tasks[0]
const act = async (who: string, id: string, type: string, data: Record<string, unknown> = {}) => {
  const { status, body } = await house.as(who, `/api/cases/${id}/acts`, {
    json: { type, data, taskId: (await task(id)).id },
  })
  expect([type, status, body.code]).toEqual([type, 200, undefined])
}
const start = async (
  who: string,
  process: string,
  data: Record<string, unknown>,
): Promise<string> => {
  const whole =
    process in further
      ? await broughtTo(house, further[process as keyof typeof further])(who, 'apply', data)
      : data
  const { status, body } = await house.as(who, `/api/cases/${process}`, { json: { data: whole } })
  expect([status, body.code, body.reasons]).toEqual([201, undefined, undefined])
  return body.id
}
const factsOf = async (id: string, type: string) =>
  house.db
    .select()
    .from(caseFacts)
    .where(and(eq(caseFacts.caseId, id), eq(caseFacts.type, type)))
const boxOf = async (who: string, box: string): Promise<string[]> =>
  (await house.as(who, `/api/inbox?box=${box}`)).body.items.map(
    ({ caseId }: { caseId: string }) => caseId,
  )
const words = (body: { reasons: { zh: string }[] }) => body.reasons.map(({ zh }) => zh).join('；')

describe('rules', () => {
  test('are entered by administrators for posts within their regions, and for nobody else’s', async () => {
    for (const who of ['lin', 'chen', 'qi']) {
      expect((await house.as(who, '/api/routing/rules')).body.code).toBe('not-allowed')
      expect((await enter(who)).body.code).toBe('not-allowed')
    }
    expect((await enter('fang', { group: '330800-enforcement/inspector' })).body.code).toBe(
      'not-allowed',
    )
    expect((await enter('fang', { group: '330802-bureau/king' })).body.code).toBe('invalid-input')
    expect((await enter('fang', { group: 'enterprise:e-1/enterprise-safety' })).body.code).toBe(
      'invalid-input',
    )
    expect(words((await enter('fang', { way: 'person', person: 'chen' })).body)).toContain(
      '不在该岗位',
    )
    expect((await enter('fang', { reason: ' ' })).status).toBe(422)
    expect(
      (await house.as('fang', '/api/routing/holders?group=330800-enforcement/inspector')).body.code,
    ).toBe('not-allowed')
    const holders = await house.as('fang', `/api/routing/holders?group=${inspectors}`)
    fits('GET /api/routing/holders', holders)
    expect(holders.body.items.map(({ id }: { id: string }) => id)).toEqual(['lin', 'wu', 'zhou'])
    expect(await house.db.select().from(routingRules)).toEqual([])
  })
  test('before there is one, a task lies with its post, and nothing is said', async () => {
    const id = await report(house)
    expect(await task(id)).toMatchObject({ assignee: null })
    expect([await factsOf(id, 'routed'), await factsOf(id, 'climbed')]).toEqual([[], []])
  })
  test('give each new task to whoever has least in hand, also of many at once; the case and its preview say so', async () => {
    const key = randomUUID()
    const { status, body } = await enter('fang', { order: '柯应急〔2026〕1号' }, key)
    expect([status, (await enter('fang', { order: '柯应急〔2026〕1号' }, key)).body.id]).toEqual([
      201,
      body.id,
    ])
    fits('POST /api/routing/rules', { status, body })
    expect((await enter('fang', {}, key)).body.code).toBe('key-reused')
    expect(words((await enter('yu')).body)).toContain('同样范围')
    const ids = await Promise.all([1, 2, 3, 4, 5, 6].map(() => report(house)))
    const input = await Promise.all(ids.map(async (id) => (await task(id)).assignee))
    expect(input.sort()).toEqual(['吴检查', '吴检查', '周检查', '周检查', '林检查', '林检查'])
    const whose = await house.as('lin', `/api/cases/${ids[0]}`)
    expect(whose.body.tasks[0].why[0].zh).toMatch(
      /^按分派规则（柯应急〔2026〕1号）分派给.检查：在办最少（\d 件）$/,
    )
    fits('GET /api/cases/{id}', whose)
    expect((await house.as('qi', `/api/cases/${ids[0]}`)).body.tasks).toEqual([])
    expect(
      JSON.stringify((await house.as('qi', `/api/cases/${ids[0]}/timeline`)).body),
    ).not.toContain('分派')
    const next = await house.as('lin', `/api/cases/${ids[0]}/next?type=verify`)
    fits('GET /api/cases/{id}/next', next)
    expect(next.body.items[0].rule.zh).toMatch(
      /^按分派规则（柯应急〔2026〕1号）将分派给.检查（目前在办最少）$/,
    )
    expect((await stop('fang', body.id)).body).toMatchObject({
      status: 'ended',
      endedBy: { name: '方科长', reason: '另行安排' },
    })
    expect((await stop('fang', body.id)).body.code).toBe('not-possible-now')
    expect((await stop('yu', 'x')).body.code).toBe('not-found')
    await expect(house.db.update(routingRules).set({ reason: 'x' })).rejects.toThrow()
  })
  test('a task given out is claimed or released; released it lies with the post again; sent twice it is given out once', async () => {
    const rule = await entered({
      way: 'person',
      person: 'zhou',
      process: 'hazard-rectification',
      field: 'category',
      value: 'hazchem',
    })
    const key = randomUUID()
    const id = await report(house, key)
    expect(await report(house, key)).toBe(id)
    expect((await factsOf(id, 'routed')).map(({ data }) => [data.rule, data.assignee])).toEqual([
      [rule, '周检查'],
    ])
    expect(
      [await boxOf('zhou', 'todo'), await boxOf('lin', 'todo')].map((box) => box.includes(id)),
    ).toEqual([true, false])
    await act('zhou', id, 'claim')
    await act('zhou', id, 'release', { reason: '另有任务' })
    expect(
      [await boxOf('lin', 'pool'), await boxOf('wu', 'pool')].map((box) => box.includes(id)),
    ).toEqual([true, true])
    expect((await task(id)).why).toBeUndefined()
    await act('lin', id, 'claim')
    expect((await task(id)).assignee).toBe('林检查')
    await stop('fang', rule)
  })
  test('an absent person’s task is in the box of his substitute', async () => {
    const rule = await entered({ way: 'person', person: 'lin' })
    const order = {
      person: 'lin',
      substitute: 'wu',
      from: '2026-03-02',
      to: '2026-03-02',
      order: '柯应急〔2026〕5号',
      reason: '休假',
    }
    const { body } = await house.as('fang', '/api/substitutions', { json: order })
    await agree(house, body.id, 'wu', 'lin')
    const id = await report(house)
    expect((await task(id)).why[0].zh).toContain('其不在岗，由吴检查代理（柯应急〔2026〕5号）')
    expect([(await task(id)).assignee, (await boxOf('wu', 'todo')).includes(id)]).toEqual([
      '林检查',
      true,
    ])
    await house.as('fang', `/api/substitutions/${body.id}/end`, { json: { reason: '返岗' } })
    await stop('fang', rule)
  })
  test('count for every process alike, by the class of the matter', async () => {
    const clerks = '330802-bureau/clerk'
    const rules = [
      await entered({
        group: clerks,
        process: 'hazchem-licence',
        field: 'kind',
        value: 'new',
        way: 'round',
      }),
      await entered({
        group: clerks,
        process: 'three-simultaneities',
        region: '330802',
        way: 'least-loaded',
      }),
    ]
    const licence = await start('mao', 'hazchem-licence', applied)
    const project = await start('mao', 'three-simultaneities', hazchem)
    expect((await house.as('kou', `/api/cases/${licence}`)).body.tasks[0]).toMatchObject({
      ...{ assignee: '寇窗口', why: [{ zh: '按分派规则分派给寇窗口：轮到其办理' }] },
    })
    const data = await broughtTo(house, threeSimultaneities)(
      'mao',
      'apply-conditions',
      projectForms['apply-conditions']![0]!,
    )
    const applying = await house.as('mao', `/api/cases/${project}/acts`, {
      json: { type: 'apply-conditions', data },
    })
    expect([applying.status, applying.body.code]).toEqual([200, undefined])
    expect(
      (await house.as('kou', `/api/cases/${project}`)).body.tasks.map(
        ({ assignee }: { assignee: string }) => assignee,
      ),
    ).toContain('寇窗口')
    for (const rule of rules) await stop('fang', rule)
  })
  test('stand in a list with who entered and ended them, each administrator his own', async () => {
    const page = await house.as('fang', '/api/routing/rules')
    fits('GET /api/routing/rules', page)
    expect(page.body.items.length).toBe(5)
    expect(page.body.items.every(({ status }: { status: string }) => status === 'ended')).toBe(true)
    expect(page.body.items[0]).toMatchObject({
      by: { name: '方科长' },
      reason: '分片负责',
      region: { zh: '柯城区' },
    })
    expect((await house.as('yu', '/api/routing/rules')).body.items.length).toBe(5)
  })
})

describe('a post that stands empty', () => {
  const end = async (id: string, role: string, until: string | null = null) => {
    const { posts } = (await house.as('yu', `/api/personnel/people/${id}`)).body
    const post = posts.find(
      (one: { role: string; status: string }) => one.role === role && one.status === 'held',
    )
    const { office, since } = post
    const body = { office, role, since, until, reason: '调离', knowingly: true }
    const answer = await house.as('yu', `/api/personnel/people/${id}/appointments/end`, {
      json: body,
    })
    expect([answer.status, answer.body.code]).toEqual([200, undefined])
  }
  const alarms = async (who = 'fang') => {
    const answer = await house.as(who, '/api/personnel/vacancies')
    fits('GET /api/personnel/vacancies', answer)
    return answer.body.items.map(
      ({ group, cause }: { group: string; cause: { zh: string } }) => `${group} ${cause.zh}`,
    )
  }
  const mails = async (person: string) =>
    (
      await house.db
        .select()
        .from(dailyMails)
        .where(and(eq(dailyMails.kind, 'vacancy'), eq(dailyMails.person, person)))
    ).map(({ day, title }) => `${day} ${title.zh.split(' ')[0]}`)
  const until = async (moment: string) => {
    await house.clock.setNow(new Date(`${moment}:00+08:00`).toISOString())
    await house.deps.dailyRound()
  }

  test('is an alarm from the act on that empties it', async () => {
    await house.deps.dailyRound()
    expect(await alarms()).toEqual([])
    for (const id of ['lin', 'wu', 'zhou']) await end(id, 'inspector')
    expect(await alarms()).toEqual([`${inspectors} 任免或停用账号所致`])
    expect([
      await alarms('yu'),
      (await house.as('lin', '/api/personnel/vacancies')).body.code,
    ]).toEqual([await alarms(), 'not-allowed'])
  })
  test('its tasks climb to the city, whose people can work them; no second alarm is raised', async () => {
    const id = await report(house)
    const { groups, why } = await task(id, 'hao')
    expect(groups.map(({ zh }: { zh: string }) => zh)).toEqual([
      '柯城区应急管理局 · 执法检查员',
      '衢州市应急管理局执法支队 · 执法检查员',
    ])
    expect(why[0].zh).toContain('目前无人在岗，任务上提至衢州市应急管理局执法支队·执法检查员')
    expect((await boxOf('hao', 'pool')).includes(id)).toBe(true)
    expect((await house.as('gao', `/api/cases/${id}/timeline`)).body.items.at(-1).title.zh).toBe(
      '岗位无人，任务上提',
    )
    await house.deps.cases.tick({ caseId: id, process: 'hazard-rectification', generation: 1 })
    expect(await house.db.select().from(notices).where(eq(notices.about, 'vacancy'))).toEqual([])
    const next = await house.as('gao', `/api/cases/${id}/next?type=verify`)
    expect(next.body.items[0]).toMatchObject({
      people: [],
      climbs: [{ zh: '衢州市应急管理局执法支队 · 执法检查员' }],
    })
    const { status } = await house.as('hao', `/api/cases/${id}/acts`, {
      json: { type: 'claim', data: {} },
    })
    expect(status).toBe(200)
  })
  test('is told every administrator the next morning, not again the next day, and again after a week', async () => {
    await until('2026-03-03T08:30')
    await until('2026-03-04T08:30')
    expect(await mails('fang')).toEqual(['2026-03-03 【智慧安监】1'])
    await until('2026-03-09T08:30')
    expect((await mails('fang')).map((one) => one.slice(0, 10))).toEqual([
      '2026-03-03',
      '2026-03-09',
    ])
    expect(
      house.mails.filter(({ messageId }) => messageId.startsWith('<vacancy/')).map(({ to }) => to),
    ).toContain('yu@anjian.example')
  })
  test('filled, the alarm is gone and its end is reported; the task keeps both posts', async () => {
    const post = { office: '330802-bureau', role: 'inspector', from: '2026-03-09', reason: '补齐' }
    expect(
      (await house.as('yu', '/api/personnel/people/ji/appointments', { json: post })).status,
    ).toBe(201)
    expect(await alarms()).toEqual([])
    await until('2026-03-10T08:30')
    expect((await mails('fang')).at(-1)).toBe('2026-03-10 【智慧安监】空缺岗位已全部补齐')
    expect(
      (await house.db.select().from(vacancies)).map(({ filledAt }) => filledAt === null),
    ).toEqual([false])
  })
  test('is found by the daily check when a time-limited post has run out by itself', async () => {
    await house.db
      .update(appointments)
      .set({ until: '2026-03-10T16:00:00.000Z' })
      .where(eq(appointments.person, 'gao'))
    await until('2026-03-11T08:30')
    expect(await alarms()).toEqual(['330802-bureau/leader 每日检查发现'])
  })
  test('found empty by a task, with nobody above it: the task is not lost, and the administrators are notified at once', async () => {
    await house.db
      .update(appointments)
      .set({ until: '2026-03-10T16:00:00.000Z' })
      .where(sql`person IN ('kou', 'bai')`)
    const id = await start('mao', 'hazchem-licence', { ...applied, site: '另一处' })
    const { body } = await house.as('shen', `/api/cases/${id}`)
    expect(body.tasks[0]).toMatchObject({
      assignee: null,
      why: [{ zh: expect.stringContaining('上级也无人可办，已告知系统管理员') }],
    })
    await house.deps.cases.tick({ caseId: id, process: 'hazchem-licence', generation: 1 })
    const noticeRows = await house.db.select().from(notices).where(eq(notices.about, 'vacancy'))
    expect(noticeRows.map(({ person }) => person).sort()).toEqual(['fang', 'yu'])
    expect(await alarms()).toEqual(expect.arrayContaining(['330802-bureau/clerk 任务到达时发现']))
  })
})
