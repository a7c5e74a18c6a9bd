// Are files inside items guarded and shown, do moves name what the register has, and are linked cases told?
import { randomUUID } from 'node:crypto'
import * as v from 'valibot'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { CaseView } from '../../../contract/case/cases.ts'
import { contract } from '../../../contract/contract.ts'
import type { WallView } from '../../../contract/supervision/supervision.ts'
import { enterprises } from '../../../db/schema/organisation/organisation.ts'
import type { TimelineItem } from '../../../domain/views/case-views.ts'
import { type House, hazard, openHouse, report } from '../house.ts'

let house: House
const png = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==',
  'base64',
)

beforeAll(async () => {
  house = await openHouse()
  await house.clock.setNow('2026-03-02T02:00:00.000Z')
  const far = {
    code: '91330881MA00000002',
    name: '江山远处有限公司',
    pinyin: 'jsyc',
    region: '330881' as const,
  }
  await house.db
    .insert(enterprises)
    .values({ id: 'e-far', ...far, industry: '机械', address: '远处路1号', principal: '远总' })
})
afterAll(() => house.close())

const upload = async (who: string): Promise<string> => {
  const body = new FormData()
  body.set('file', new File([png], '照片.png'))
  return (await house.as(who, '/api/files', { method: 'POST', body })).body.id
}
const act = (
  who: string,
  id: string,
  type: string,
  data: Record<string, unknown> = {},
  key: string = randomUUID(),
) =>
  house.as(who, `/api/cases/${id}/acts`, {
    json: { type, data },
    headers: { 'idempotency-key': key },
  })
const done = async (...input: Parameters<typeof act>) => {
  const answer = await act(...input)
  expect([answer.status, answer.body.code, answer.body.reasons]).toEqual([
    200,
    undefined,
    undefined,
  ])
}
const read = async (who: string, id: string): Promise<CaseView> => {
  const { status, body } = await house.as(who, `/api/cases/${id}`)
  expect(status).toBe(200)
  return v.parse(v.looseObject(contract['GET /api/cases/{id}'].answer.entries), body) as CaseView
}
const timelineOf = async (who: string, id: string): Promise<TimelineItem[]> =>
  v.parse(
    contract['GET /api/cases/{id}/timeline'].answer,
    (await house.as(who, `/api/cases/${id}/timeline`)).body,
  ).items as TimelineItem[]

const fileFor = async (who: string, id: string) =>
  house.send(`/api/files/${id}`, { headers: { cookie: await house.signIn(who) } })

const items = ['更换防爆灯', '清理通道']
const ordered = async () => {
  const id = await report(house)
  await done('lin', id, 'verify', { grade: 'general', findings: '属实' })
  await done('wu', id, 'sign')
  await done('lin', id, 'issue-order', { dueDate: '2026-03-20', requirements: '逐项整改', items })
  return id
}
const ownerless = async () =>
  (await house.as('lin', '/api/cases/hazard-rectification', { json: { data: hazard() } })).body
    .id as string

describe('items of an order', () => {
  let id: string
  let [before, after, stolen] = ['', '', '']
  beforeAll(async () => {
    id = await ordered()
    ;[before, after, stolen] = [await upload('qi'), await upload('qi'), await upload('jiang')]
  })

  test('a photo of somebody else inside an item is refused beside the field, and stores nothing', async () => {
    const results = items.map((item) => ({ item, passed: true, after: [stolen] }))
    const { status, body } = await act('qi', id, 'report-rectified', {
      description: '已改',
      results,
    })
    expect([status, Object.keys(body.details.fields)]).toEqual([422, ['results']])
    expect((await timelineOf('qi', id)).map(({ type }) => type)).not.toContain('report-rectified')
  })

  test('each item is shown with its outcome and photos, to the authorities and to the enterprise', async () => {
    const results = [
      { item: items[0], passed: true, note: '换新', before: [before], after: [after] },
      { item: items[1], passed: false },
    ]
    await done('qi', id, 'report-rectified', { description: '已改一项', results })
    for (const who of ['lin', 'qi']) {
      const view = await read(who, id)
      const field = view.facts.find(({ name }) => name === 'results')
      expect(
        field?.items?.map(({ item, passed, note, before, after }) => [
          item,
          passed,
          note,
          before.length,
          after.length,
        ]),
      ).toEqual([
        [items[0], true, '换新', 1, 1],
        [items[1], false, null, 0, 0],
      ])
      expect(field?.value.zh).toMatch(/1 项，.+ 1 项/)
      expect(view.facts.find(({ name }) => name === 'items')?.list?.map(({ zh }) => zh)).toEqual(
        items,
      )
      const textsOf = (await timelineOf(who, id)).find(({ type }) => type === 'report-rectified')
      expect(textsOf?.fields.find(({ name }) => name === 'results')?.items?.[0]?.after[0]?.id).toBe(
        after,
      )
    }
  })

  test('the files inside are read by both sides and by nobody else', async () => {
    const answers = await Promise.all(
      ['lin', 'qi', 'mao', 'jiang'].map((who) => fileFor(who, after)),
    )
    expect(answers.map(({ status }) => status)).toEqual([200, 200, 200, 404])
  })
})

describe('moves', () => {
  test('an enterprise found out must stand in the register within reach; its name comes from there', async () => {
    const id = await ownerless()
    const form = { grade: 'general', findings: '属实' }
    for (const enterprise of [undefined, 'e-none', 'e-far']) {
      const { status, body } = await act('lin', id, 'verify', {
        ...form,
        ...(enterprise ? { enterprise } : {}),
      })
      expect([enterprise, status, body.code, Object.keys(body.details.fields)]).toEqual([
        enterprise,
        422,
        'invalid-input',
        ['enterprise'],
      ])
    }
    await done('lin', id, 'verify', {
      ...form,
      enterprise: '91330802MA00000000',
      enterpriseName: '冒名公司',
    })
    expect(
      (await read('lin', id)).tasks[0]?.proposal?.data.find(({ name }) => name === 'enterprise')
        ?.value.zh,
    ).toBe('衢州试验化工有限公司')
    await done('wu', id, 'verify', { ...form, enterprise: 'e-1' })
    expect((await read('qi', id)).enterprise).toEqual({ id: 'e-1', name: '衢州试验化工有限公司' })
  })

  test('a case that has its enterprise cannot be put upon another', async () => {
    const { status, body } = await act('lin', await report(house), 'verify', {
      grade: 'general',
      findings: '属实',
      enterprise: 'e-1',
    })
    expect([status, Object.keys(body.details.fields)]).toEqual([422, ['enterprise']])
  })

  test('who hands a case to another county gets his answer, also when he asks again, and then no longer sees it', async () => {
    const id = await ownerless()
    const key = randomUUID()
    const handing = () => act('chen', id, 'hand-over', { to: '330881', reason: '在江山市' }, key)
    const first = await handing()
    expect([first.status, first.body.committed]).toEqual([200, true])
    expect((await house.as('chen', `/api/cases/${id}`)).status).toBe(404)
    expect(await handing()).toMatchObject({ status: 200, body: first.body })
    expect((await act('chen', id, 'hand-over', { to: '330881', reason: '再来一次' })).status).toBe(
      404,
    )
    expect(
      (await act('fang', id, 'hand-over', { to: '330881', reason: '在江山市' }, key)).status,
    ).toBe(404)
    expect((await read('jiang', id)).region.code).toBe('330881')
  })
})

describe('other cases', () => {
  test('what gives cause for another case is registered for the authorities until that business is there', async () => {
    const id = await ordered()
    await done('lin', id, 'refer-enforcement', { grounds: '未采取措施消除隐患' })
    const [link, ...more] = (await read('lin', id)).links
    expect(more).toEqual([])
    expect(link).toMatchObject({
      process: 'enforcement-case',
      status: 'waiting',
      number: null,
      words: { zh: '移送行政执法立案' },
      article: expect.stringContaining('安全生产法'),
    })
    expect((await read('qi', id)).links).toEqual([])
  })

  test('a joined case leads to its main case for those who may see that one', async () => {
    const main = await read('lin', await ordered())
    const id = await report(house)
    await done('chen', id, 'join', { mainCase: main.number, reason: '同一隐患' })
    const named = (view: CaseView) => view.facts.find(({ name }) => name === 'mainCase')
    for (const who of ['lin', 'qi'])
      expect(named(await read(who, id))).toMatchObject({
        value: { zh: main.number },
        caseId: main.id,
      })
    const far = await report(house)
    await done('chen', far, 'join', { mainCase: '江山隐患〔2026〕999号', reason: '同一隐患' })
    expect(named(await read('lin', far))).not.toHaveProperty('caseId')
  })
})

describe('from the wall', () => {
  const laneOf = async (who: string, id: string) => {
    const view = v.parse(
      contract['GET /api/supervision/clocks'].answer,
      (await house.as(who, '/api/supervision/clocks?limit=100')).body,
    ) as WallView
    return view.items.find(({ caseId }) => caseId === id)
  }
  test('who may supervise or instruct is offered it in the lane, nobody else', async () => {
    const id = await ordered()
    const offered = async (who: string) => (await laneOf(who, id))?.acts.map(({ type }) => type)
    expect(await offered('yu')).toEqual(['raise-supervision', 'instruct'])
    expect(await offered('gao')).toEqual(['raise-supervision', 'instruct'])
    expect(await offered('lin')).toEqual([])
    await done('yu', id, 'raise-supervision', { level: 'city', reason: '进展缓慢' })
    await done('yu', id, 'instruct', { instruction: '请查明原因', dueDate: '2026-03-12' })
    const lane = await laneOf('yu', id)
    expect([lane?.level, lane?.acts.map(({ type }) => type)]).toEqual([2, []])
    expect(lane?.state.zh).toContain('市级')
    expect(await offered('sheng')).toEqual(['raise-supervision'])
  })

  test('long lists of choices come only with an act that can be done now', async () => {
    const id = await report(house)
    const criteria = async (who: string) =>
      (await read(who, id)).acts
        .find(({ type }) => type === 'verify')
        ?.fields.find(({ name }) => name === 'criteria')
    expect(Object.keys((await criteria('lin'))?.choices ?? {}).length).toBeGreaterThan(200)
    expect((await criteria('gao'))?.choices).toEqual({})
  })
})
