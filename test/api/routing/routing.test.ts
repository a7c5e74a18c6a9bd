// Do rules give new tasks to people, and say why?
import { randomUUID } from 'node:crypto'
import { and, eq } from 'drizzle-orm'
import { describe, expect, test } from 'vitest'
import { caseFacts } from '../../../db/schema/cases/cases.ts'
import { routingRules } from '../../../db/schema/organisation/routing.ts'
import { threeSimultaneities } from '../../../domain/three-simultaneities/process.ts'
import { applied } from '../../hazchem-licence/samples.ts'
import { broughtTo } from '../../support/people/papers.ts'
import { hazchem, samples as projectForms } from '../../three-simultaneities/samples.ts'
import { report } from '../house.ts'
import { fits } from '../http/fits.ts'
import { agree } from './consenting.ts'
import { boxOf, house, inspectors, start, task, useRuledHouse } from './ruled.ts'

useRuledHouse()

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

const act = async (who: string, id: string, type: string, data: Record<string, unknown> = {}) => {
  const { status, body } = await house.as(who, `/api/cases/${id}/acts`, {
    json: { type, data, taskId: (await task(id)).id },
  })
  expect([type, status, body.code]).toEqual([type, 200, undefined])
}

const factsOf = async (id: string, type: string) =>
  house.db
    .select()
    .from(caseFacts)
    .where(and(eq(caseFacts.caseId, id), eq(caseFacts.type, type)))

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
      assignee: '寇窗口',
      why: [{ zh: '按分派规则分派给寇窗口：轮到其办理' }],
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
