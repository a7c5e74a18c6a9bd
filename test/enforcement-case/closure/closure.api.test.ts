// Over HTTP: is the leader shown how penalties count before he proposes closure, is what the law forbids refused, and who reads nothing of it?
import { afterAll, beforeAll, expect, test } from 'vitest'
import { cases, commands } from '../../../db/schema/cases/cases.ts'
import type { House } from '../../api/house.ts'
import { casesOf, openPenaltyHouse } from '../penalty-house.ts'
import { matter, sample, scene } from '../samples.ts'

let house: House
beforeAll(async () => {
  house = await openPenaltyHouse()
})
afterAll(() => house?.close())

const opens = async (process: string, form: object, who = 'lin') => {
  const { region: _, enterpriseName: __, ...data } = form as Record<string, unknown>
  return house.as(who, `/api/cases/${process}`, { json: { data } })
}
const acts = (who: string, id: string, type: string, data: object = sample(type) ?? {}) =>
  house.as(who, `/api/cases/${id}/acts`, { json: { type, data } })
const { viewOf: view } = casesOf(() => house)
const punished = async (): Promise<string> => {
  const { id } = (await opens('enforcement-case', scene)).body
  for (const [who, type] of [
    ['lin', 'tell-party'],
    ['lin', 'punish-on-the-spot'],
    ['wu', 'sign'],
  ] as const)
    expect((await acts(who, id, type)).status).toBe(200)
  return id
}
const stored = async () => (await house.db.select({ id: commands.id }).from(commands)).length
const closure = async (id: string) =>
  (await view('gao', id)).acts.find(({ type }) => type === 'propose-closure')

test('a daily fine is claimed by nobody: its fields have a place in no form', async () => {
  const claimed = await opens('enforcement-case', { ...matter, originalFine: 100_000 })
  expect([claimed.status, JSON.stringify(claimed.body)]).toEqual([
    422,
    expect.stringContaining('originalFine'),
  ])
  const bare = await opens('enforcement-case', { ...matter, source: 'refusal' })
  expect([bare.status, JSON.stringify(bare.body)]).toEqual([
    422,
    expect.stringContaining('复查结果产生'),
  ])
  expect(await house.db.select({ id: cases.id }).from(cases)).toEqual([])
})

test('the leader reads before he acts that it is not reached, and why; what he sends is refused and not stored', async () => {
  const id = await punished()
  const act = await closure(id)
  expect(act?.allowed).toBe(false)
  expect(act?.reasons[0]?.zh).toContain('共1次处罚，不足3次')
  const before = await stored()
  const { status, body, headers } = await acts('gao', id, 'propose-closure')
  expect([status, JSON.stringify(body)]).toEqual([403, expect.stringContaining('不足3次')])
  expect(headers.get('content-type')).toContain('application/problem+json')
  expect((await acts('gao', id, 'propose-closure', {})).status).toBe(422)
  expect((await acts('lin', id, 'propose-closure')).status).toBe(403)
  expect((await acts('jiang', id, 'propose-closure')).status).toBe(404)
  expect(await stored()).toBe(before)
})

test('reached, its form shows the reckoning with each penalty and the hazard; the record states it whatever was sent', async () => {
  await punished()
  const id = await punished()
  expect((await closure(id))?.reasons[0]?.zh).toContain('不存在重大事故隐患')
  const hazard = {
    title: '反应釜安全阀失效',
    site: '一号车间',
    category: 'hazchem',
    description: '超期未校验',
    source: 'inspection',
    enterprise: scene.enterprise,
  }
  const found = (await opens('hazard-rectification', hazard)).body.id
  await acts('lin', found, 'verify', { grade: 'major', findings: '属实', criteria: [] })
  await acts('wu', found, 'sign', {})
  const act = await closure(id)
  expect(act?.allowed).toBe(true)
  const hint = act?.fields.find(({ name }) => name === 'reason')?.hint?.zh
  for (const said of ['3次处罚，第0日', '反应釜安全阀失效', (await view('lin', id)).number])
    expect(hint).toContain(said)
  expect(act?.fields.map(({ name }) => name)).not.toContain('closureReckoning')
  const sent = { ...sample('propose-closure'), closureReckoning: [{ zh: '编造', en: 'Made up' }] }
  expect((await acts('gao', id, 'propose-closure', sent)).status).toBe(200)
  const said = JSON.stringify((await view('gao', id)).facts)
  expect(said).toContain('3次处罚，第0日')
  expect(said).not.toContain('编造')
})

test('the enterprise reads nothing of it', async () => {
  const id = await punished()
  const read = JSON.stringify([
    await view('mao', id),
    (await house.as('mao', `/api/cases/${id}/timeline`)).body,
    (await house.as('mao', `/api/cases/${id}/documents`)).body,
    (await house.as('mao', '/api/inbox?box=todo&limit=50')).body,
  ])
  expect(read).toContain('当场行政处罚决定书')
  expect(read).not.toContain('提请关闭')
  expect(read).not.toContain('closureReckoning')
})
