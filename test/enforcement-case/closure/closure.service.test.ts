// Do penalties count by themselves on the real engine: the third in 180 days, one two days later, one annulled, two at the same moment?
import { and, desc, eq } from 'drizzle-orm'
import { expect, test } from 'vitest'
import { commands, notices } from '../../../db/schema/cases/cases.ts'
import { documents } from '../../../db/schema/cases/documents.ts'
import { enterprises } from '../../../db/schema/organisation/organisation.ts'
import { samples as hazardSamples } from '../../hazard-rectification/samples.ts'
import type { Line } from '../../support/processes/lines.ts'
import { onPenaltyStage } from '../penalty-stage.ts'
import { onTheSpot, sample, scene } from '../samples.ts'

const { stage, begun, does, recipientsOf } = onPenaltyStage(({ db }) =>
  db.insert(enterprises).values(
    ['e-a', 'e-b', 'e-c', 'e-d'].map((id, nth) => ({
      id,
      code: `91330802MB0000000${nth}`,
      name: `衢州第${nth}化工有限公司`,
      pinyin: 'qz',
      region: '330802' as const,
      industry: '化工',
      address: '试验路2号',
      principal: '王某',
    })),
  ),
)
const contextOf = async (id: string) => (await stage().record(id)).snapshot.context
const counted = async (id: string): Promise<string> => {
  const { data } = await stage().record(id)
  const steps = data['punish-on-the-spot']?.closureReckoning as { zh: string }[]
  return steps.map(({ zh }) => zh).join('；')
}
/** Decided and handed over on that day. */
const punished = (enterprise: string, on: string, ...more: Line[]) =>
  begun({ ...scene, enterprise }, on, ...onTheSpot(), ...more)

const majorHazard = async (enterprise: string): Promise<string> => {
  const id = await stage().start('hazard-rectification', 'lin', {
    title: '反应釜安全阀失效',
    site: '一号车间',
    category: 'hazchem',
    description: '安全阀超期未校验',
    source: 'inspection',
    enterprise,
    region: '330802',
  })
  await stage().act(id, 'lin', 'verify', hazardSamples.verify?.[1])
  await stage().act(id, 'wu', 'sign')
  return id
}

const proposal = sample('propose-closure')
/** Why the leader may not propose it; empty: he has. */
const proposes = async (id: string): Promise<string> => {
  await stage()
    .act(id, 'gao', 'propose-closure', proposal)
    .catch(() => undefined)
  const [row] = await stage()
    .db.select({ answer: commands.answer })
    .from(commands)
    .where(and(eq(commands.caseId, id), eq(commands.type, 'propose-closure')))
    .orderBy(desc(commands.recordedAt))
  const answer = row?.answer
  return answer && !answer.ok ? answer.problem.reasons.map(({ zh }) => zh).join('；') : ''
}
const toldOfClosure = async (id: string): Promise<string[]> => {
  const rows = await stage().db.select().from(notices).where(eq(notices.caseId, id))
  return rows.flatMap(({ person, body }) => (body.zh.includes('提请关闭') ? [person] : [])).sort()
}

test('example 11: the third on day 179 is told to chief, leader and city, and closure is proposed on paper; on day 181 it is not', async () => {
  const before: string[] = []
  for (const on of ['2026-01-10', '2026-03-15'])
    for (const enterprise of ['e-a', 'e-b']) {
      const id = await punished(enterprise, on)
      expect((await contextOf(id)).closureReached).toBe(false)
      before.push(id)
    }
  const third = await punished('e-a', '2026-07-08')
  expect((await contextOf(third)).closureReached).toBe(true)
  expect(await counted(third)).toContain('2026-01-10至2026-07-08：3次处罚，第179日，在180日内')
  await expect.poll(() => toldOfClosure(third)).toEqual(['chen', 'fang', 'gao', 'yu'])

  expect(await proposes(third)).toContain('不存在重大事故隐患')
  const hazard = await majorHazard('e-a')
  expect(await proposes(third)).toBe('')
  const { data, itemsOpened } = await stage().record(third)
  expect(itemsOpened?.closure).toBe(1)
  const said = JSON.stringify(data['propose-closure'])
  expect(said).toContain((await stage().record(hazard)).number)
  expect(said).toContain('第179日')
  await expect
    .poll(async () => {
      const rows = await stage().db.select().from(documents).where(eq(documents.caseId, third))
      return rows.find(({ kind }) => kind === 'propose-closure')?.state
    })
    .toBe('issued')
  expect(await proposes(third)).toContain('尚未答复')
  expect(await proposes(before[0] ?? '')).toContain((await stage().record(third)).number)

  await majorHazard('e-b')
  const late = await punished('e-b', '2026-07-10')
  expect((await contextOf(late)).closureReached).toBe(false)
  expect(await counted(late)).toContain('相隔181日')
  expect(await proposes(late)).toContain('尚未达到提请关闭的条件')
  expect(await toldOfClosure(late)).toEqual([])
})

test('one that is annulled counts no more', async () => {
  const first = await punished('e-c', '2026-08-03')
  await punished('e-c', '2026-08-04')
  const third = await punished('e-c', '2026-08-05')
  expect((await contextOf(third)).closureReached).toBe(true)
  await majorHazard('e-c')
  const filed = { remedy: 'reconsideration', body: '区政府', filedOn: '2026-08-04' }
  await does(
    first,
    ['fa', 'receive-remedy', { ...filed, receivedOn: '2026-08-05' }],
    ['fa', 'record-annulment', { decidedOn: '2026-08-05', grounds: '证据不足' }],
  )
  const why = await proposes(third)
  expect(why).toContain('共2次处罚，不足3次')
  expect(await recipientsOf(third, 'missed')).toEqual([])
})

test('of two that are decided at the same moment the one that comes second knows of the first', async () => {
  await punished('e-d', '2026-08-06')
  const two = []
  for (const _ of [1, 2])
    two.push(await begun({ ...scene, enterprise: 'e-d' }, '2026-08-06', ...onTheSpot().slice(0, 2)))
  await Promise.all(two.map((id) => stage().act(id, 'wu', 'sign')))
  const reached = await Promise.all(two.map(async (id) => (await contextOf(id)).closureReached))
  expect(reached.sort()).toEqual([false, true])
})
