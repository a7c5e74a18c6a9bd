// Does a bureau plan its year over HTTP: made, approved by another, filed above, visited once, changed by a version, and no enterprise too often?
import { afterAll, beforeAll, expect, test } from 'vitest'
import type {
  YearPlanCompletion,
  YearPlanRows,
  YearPlanView,
} from '../../contract/year-plans/year-plans.ts'
import { matter, sample, tip } from '../administrative-inspection/samples.ts'
import { approve, house, propose } from '../api/change/calendar-house.ts'
import { pdfText } from '../support/people/pdf-text.ts'
import { makes, openPlans, post, stored } from './house.ts'

beforeAll(openPlans)
afterAll(() => house?.close())

const view = async (who: string, id: string): Promise<YearPlanView> =>
  (await house.as(who, `/api/year-plans/${id}`)).body
const completion = async (id: string): Promise<YearPlanCompletion> =>
  (await house.as('cheng', `/api/year-plans/${id}/completion`)).body
const approved = async (id: string): Promise<void> => {
  expect((await post('lin', `${id}/submission`)).status).toBe(200)
  expect((await post('gao', `${id}/approval`)).body.phase).toBe('approved')
}
const { enterpriseName: _, region: __, ...form } = matter
const opens = (data: object) =>
  house.as('lin', '/api/cases/administrative-inspection', { json: { data } })

let first = ''

test('a plan names each enterprise once, reckons its days, and counts only when another has approved it', async () => {
  const { status, body: made } = await makes('lin')
  expect(status).toBe(201)
  first = made.id
  expect(made.totals).toMatchObject([{ class: 'trade', objects: 31, visits: 32 }])
  expect(made.shares).toMatchObject([{ industry: '机械', pool: 25, visits: 3 }])
  expect([made.officers, made.workload.total, made.workload.inspecting]).toEqual([
    2,
    made.workload.workdays * 2,
    made.workload.workdays * 2 - 160,
  ])
  expect(made.workload.reckoning[0].zh).toBe('本机关2026-12-10持有效执法证件2人（一人多证计一人）')
  expect(made.workload.reckoning[1].zh).toContain('未计入：陆运输（柯城区交通运输局）')
  expect([made.workload.needed, made.workload.fits, made.workload.keyEnough]).toEqual([
    67,
    true,
    false,
  ])
  expect((await post('gao', `${first}/approval`)).status).toBe(409)
  expect((await post('lin', `${first}/submission`)).status).toBe(200)
  for (const who of ['lin', 'chen', 'liang', 'cheng'])
    expect((await post(who, `${first}/approval`)).status).toBe(403)
  expect((await post('lin', `${first}/visits`, visit())).status).toBe(409)
  const { body: standing } = await post('gao', `${first}/approval`)
  expect([standing.phase, standing.current, standing.may.visit]).toEqual(['approved', true, false])
})

const visit = (more: object = {}) => ({
  enterprise: matter.enterprise,
  nth: 1,
  plannedOn: '2026-12-15',
  ...more,
})

test('another county and the enterprise see none of it; the city sees it, takes it on file once and changes nothing', async () => {
  for (const who of ['jiang', 'qi'])
    for (const path of ['', '/rows', '/completion', '/document'])
      expect((await house.as(who, `/api/year-plans/${first}${path}`)).status).toBe(404)
  for (const act of ['submission', 'approval', 'withdrawal', 'receipt'])
    expect((await post('jiang', `${first}/${act}`)).status).toBe(404)
  expect((await house.as('jiang', '/api/year-plans')).body.items).toEqual([])
  expect((await makes('jiang')).status).toBe(403)
  expect((await makes('gao')).status).toBe(403)
  expect((await view('liang', first)).may).toMatchObject({ receive: true, change: false })
  expect((await view('cheng', first)).may.receive).toBe(false)
  expect((await post('cheng', `${first}/receipt`)).status).toBe(403)
  expect((await post('lin', `${first}/receipt`)).status).toBe(403)
  for (const _ of ['once', 'again'])
    expect((await post('liang', `${first}/receipt`)).status).toBe(200)
  const { steps } = await view('lin', first)
  expect(steps.filter(({ kind }) => kind === 'received')).toMatchObject([{ name: '梁市长' }])
})

test('one press begins a planned visit, once, and the case cites the plan', async () => {
  const both = await Promise.all(['lin', 'lin'].map((who) => post(who, `${first}/visits`, visit())))
  expect(both.map(({ status }) => status)).toEqual([201, 201])
  const { case: id } = both[0]?.body ?? {}
  expect(both[1]?.body.case).toBe(id)
  const { body: found } = await house.as('gao', `/api/cases/${id}`)
  expect(JSON.stringify(found.facts)).toContain('柯城区应急管理局2026年度安全生产监督检查计划')
  const { items }: YearPlanRows = (
    await house.as('lin', `/api/year-plans/${first}/rows?q=${encodeURIComponent('试验')}`)
  ).body
  expect(items).toMatchObject([{ visits: 2, begun: [{ nth: 1, case: id }] }])
  expect((await post('lin', `${first}/visits`, visit({ nth: 3 }))).status).toBe(409)
  expect((await post('lin', `${first}/visits`, visit({ enterprise: 'x-40' }))).status).toBe(409)
  for (const plannedOn of ['2027-01-05', '2026-12-01', '2026-02-30'])
    expect((await post('lin', `${first}/visits`, visit({ nth: 2, plannedOn }))).status).toBe(422)
  expect((await post('jiang', `${first}/visits`, visit({ nth: 2 }))).status).toBe(404)
  expect((await post('hao', `${first}/visits`, visit({ nth: 2 }))).status).toBe(403)
  await held(id)
})

const held = async (id: string): Promise<void> => {
  const does = async (who: string, type: string, data: object = sample(type)) => {
    const { acts } = (await house.as(who, `/api/cases/${id}`)).body
    const task = acts.find((one: { type: string }) => one.type === type)?.taskId
    const answer = await house.as(who, `/api/cases/${id}/acts`, {
      json: { type, data, ...(task ? { taskId: task } : {}) },
    })
    expect([type, answer.status]).toEqual([type, 200])
  }
  await does('gao', 'approve-inspection')
  await does('lin', 'issue-notice', { plannedOn: '2026-12-10', content: '责任制和设备' })
  await does('lin', 'begin-inspection')
  await does('lin', 'record-inspection', sample('record-inspection', 2))
  await does('wu', 'sign', {})
  const found = await completion(first)
  expect(found.whole).toEqual({ planned: 35, begun: 1, made: 1, late: 0 })
  expect(found.months[11]).toEqual({ month: 12, begun: 1, made: 1, late: 0 })
  expect(found.officers.map(({ holder, made }) => [holder, made])).toEqual([
    ['林检查', 1],
    ['吴检查', 1],
  ])
  const overview = (await house.as('cheng', '/api/year-plans/overview?year=2026')).body
  expect(overview.bureaus).toMatchObject([{ planned: 35, made: 1, region: { code: '330802' } }])
  expect((await house.as('jiang', '/api/year-plans/overview?year=2026')).body.bureaus).toEqual([])
}

test('where a plan stands, a visit outside it says why; what was not held by its day is late', async () => {
  const { plannedOn: _, ...rest } = form
  const planned = await opens({ ...rest, plannedOn: '2026-12-15' })
  expect([planned.status, JSON.stringify(planned.body)]).toEqual([
    422,
    expect.stringContaining('计划外的须选择其他检查类别'),
  ])
  expect((await opens({ ...rest, plan: '某计划', plannedOn: '2026-12-15' })).status).toBe(422)
  const { enterpriseName: _n, region: _r, ...report } = tip
  expect((await opens({ ...report, plannedOn: '2026-12-15' })).status).toBe(201)
  expect((await opens({ ...rest, plannedOn: '2027-01-15' })).status).toBe(201)
  const { body: begun } = await post('lin', `${first}/visits`, visit({ nth: 2 }))
  await house.clock.setNow('2026-12-20T01:00:00.000Z')
  expect((await completion(first)).whole).toEqual({ planned: 35, begun: 2, made: 1, late: 1 })
  const called = await house.as('gao', `/api/cases/${begun.case}/acts`, {
    json: {
      type: 'refuse-inspection',
      data: sample('refuse-inspection'),
      taskId: (await house.as('gao', `/api/cases/${begun.case}`)).body.acts.find(
        (one: { type: string }) => one.type === 'refuse-inspection',
      )?.taskId,
    },
  })
  expect(called.status).toBe(200)
  expect((await completion(first)).whole).toEqual({ planned: 35, begun: 1, made: 1, late: 0 })
  const again = await post('lin', `${first}/visits`, visit({ nth: 2, plannedOn: '2026-12-28' }))
  expect([again.status, again.body.case === begun.case]).toEqual([201, false])
})

const yearly = (values: string[]) => ({
  kind: 'amount',
  amount: 'inspection-frequency.visits',
  region: null,
  from: '2026-01-01',
  values,
  norm: { zh: '年度检查频次公告', en: 'Notice of the yearly number' },
  article: { zh: '衢应急〔2026〕1号', en: 'Quzhou [2026] No. 1' },
  confidence: 'V',
  source: '衢应急〔2026〕1号',
  running: null,
})

test('a change is a version with a reason; beyond the number an enterprise is shown, refused, and kept only on a ground of the law', async () => {
  const { id: change } = await propose('shi', yearly(['1']))
  await approve('yu', change)
  const before = await stored()
  expect((await makes('lin')).status).toBe(422)
  expect(await stored()).toBe(before)
  const { body: second } = await makes('lin', { reason: '增加指名企业' })
  expect([second.version, second.cap.most, second.over.total]).toEqual([2, 1, 1])
  expect(second.over.first).toMatchObject([{ enterprise: matter.enterprise, planned: 2 }])
  const stopped = await post('lin', `${second.id}/submission`)
  expect([stopped.status, JSON.stringify(stopped.body)]).toEqual([
    409,
    expect.stringContaining('1家企业超过年度频次上限'),
  ])
  const excepts = (ground: string, enterprise = matter.enterprise) =>
    post('lin', `${second.id}/exceptions`, { enterprise, ground, reason: '市局交办专项复核' })
  expect((await excepts('planned')).status).toBe(422)
  expect((await excepts('assigned', 'x-40')).status).toBe(409)
  expect((await excepts('assigned')).body.over.total).toBe(0)
  const removal = { enterprise: 'x-1', reason: '已停产' }
  expect((await post('lin', `${second.id}/removals`, removal)).body.totals).toMatchObject([
    { objects: 30, visits: 31 },
  ])
  await approved(second.id)
  expect((await view('lin', first)).current).toBe(false)
  const old = await post('lin', `${first}/visits`, visit({ enterprise: 'x-2' }))
  expect(old.status).toBe(409)
  expect((await post('lin', `${second.id}/visits`, visit({ enterprise: 'x-1' }))).status).toBe(409)
  const known = await post('lin', `${second.id}/visits`, visit())
  const { items }: YearPlanRows = (
    await house.as('lin', `/api/year-plans/${first}/rows?q=${matter.enterprise}`)
  ).body
  expect(known.body.case).toBe(items[0]?.begun[0]?.case)
})

test('the number holds over all bureaus: what the county has planned counts for the city', async () => {
  const city = { region: '330800', classes: [{ class: 'named', of: ['企业3'], visits: 1 }] }
  const { body: made } = await makes('hao', { ...city, random: [], otherDays: 0, absentDays: 0 })
  expect(made.over.first).toEqual([
    { enterprise: 'x-3', name: '企业3', planned: 1, elsewhere: 1, held: 0, most: 1 },
  ])
  expect((await post('hao', `${made.id}/submission`)).status).toBe(409)
  const { body: more } = await makes('hao', {
    ...city,
    classes: [{ class: 'named', of: ['企业40'], visits: 1 }],
    random: [],
  })
  expect(more.over.total).toBe(0)
  expect((await post('hao', `${more.id}/submission`)).status).toBe(200)
  // It has no officers, so nothing fits: that is approved only with a reason.
  expect((await post('liang', `${more.id}/approval`)).status).toBe(422)
  expect((await post('liang', `${more.id}/approval`, { reason: '借调人员实施' })).status).toBe(200)
})

test('an approved plan is printed, the same each time; what is none is not', async () => {
  const cookie = await house.signIn('cheng')
  const print = async (id: string) => {
    const answer = await house.send(`/api/year-plans/${id}/document`, { headers: { cookie } })
    return { status: answer.status, bytes: Buffer.from(await answer.arrayBuffer()) }
  }
  const [one, other] = [await print(first), await print(first)]
  expect([one.status, one.bytes.equals(other.bytes)]).toEqual([200, true])
  const words = pdfText(one.bytes)
  for (const said of [
    '2026年度安全生产监督检查计划',
    '局内审签人',
    '高局长',
    '本级人民政府批准',
    '监督检查工作日',
    '试验化工',
  ])
    expect(words).toContain(said)
  const { body: draft } = await makes('lin', { reason: '再调整' })
  expect((await print(draft.id)).status).toBe(404)
})
