// Hazards that go every way there is, over two quarters, each act through the API.
import { randomUUID } from 'node:crypto'
import { expect } from 'vitest'
import type { House } from '../api/house.ts'
import { enterpriseId } from '../support/people/people.ts'

const hazard = 'hazard-rectification'

export const storyteller = (house: House) => {
  const start = async (who: string, data: Record<string, unknown> = {}): Promise<string> => {
    const texts = {
      title: '防爆灯损坏',
      site: '2号仓库',
      category: 'hazchem',
      description: '外壳破裂',
      ...(who === 'qi' ? {} : { enterprise: enterpriseId }),
      ...data,
    }
    const { status, body } = await house.as(who, `/api/cases/${hazard}`, {
      json: { data: texts },
      headers: { 'idempotency-key': randomUUID() },
    })
    expect([status, body.reasons]).toEqual([201, undefined])
    return body.id
  }
  const act = async (
    who: string,
    id: string,
    type: string,
    data: Record<string, unknown> = {},
  ): Promise<void> => {
    const { status, body } = await house.as(who, `/api/cases/${id}/acts`, { json: { type, data } })
    expect([type, status, body.code, body.reasons, body.details]).toEqual([
      type,
      200,
      undefined,
      undefined,
      undefined,
    ])
  }
  const verify = async (
    id: string,
    grade: 'general' | 'major' = 'general',
    more: Record<string, unknown> = {},
  ) => {
    await act('lin', id, 'verify', { grade, findings: '属实', ...more })
    await act('wu', id, 'sign')
  }
  const order = (id: string, dueDate: string) =>
    act('lin', id, 'issue-order', { dueDate, requirements: '更换' })
  const finish = async (id: string) => {
    await act('qi', id, 'report-rectified', { description: '已更换' })
    await act('wu', id, 're-check-passed', { findings: '合格' })
    await act('chen', id, 'write-off', { publicSummary: '已整改' })
  }
  /** Moves the clock to a wall time in Shanghai; what fell due on the way has happened at its own moment. */
  const until = async (wall: string): Promise<void> => {
    const target = Date.parse(`${wall}+08:00`)
    await house.clock.setNow(new Date(target - 60_000).toISOString())
    expect((await house.as('lin', '/api/clock', { json: { advance: 'PT1M' } })).status).toBe(200)
    await house.clock.setNow(new Date(target).toISOString())
  }
  return { start, act, verify, order, finish, until }
}

export type Teller = ReturnType<typeof storyteller>

const plan = {
  goals: '消除',
  methods: '更换',
  funds: '10万元',
  responsible: '毛总',
  until: '2026-10-20',
  emergency: '备用阀',
}

/** August and September of 2026: every way of the third quarter. */
const third = async ({ start, act, verify, order, finish, until }: Teller) => {
  await until('2026-08-17T09:00')
  const [inTime, major, late, refused, joined, away, transferred, extended, taken, corrected] = [
    await start('qi'),
    await start('lin', { category: 'fire' }),
    await start('lin', { source: 'hotline', category: 'electricity' }),
    await start('qi'),
    await start('lin', { source: 'transferred' }),
    await start('lin'),
    await start('lin'),
    await start('qi', { category: 'other' }),
    await start('qi'),
    await start('qi'),
  ]
  await act('lin', refused, 'reject', { reason: '不属实' })
  await act('wu', refused, 'sign')
  await act('chen', joined, 'join', { mainCase: '柯城隐患〔2026〕1号', reason: '同一处' })
  await act('chen', away, 'hand-over', {
    to: 'outside',
    authority: '金华市应急管理局',
    reason: '在金华',
  })
  await act('chen', transferred, 'hand-over', { to: '330881', reason: '在江山' })
  for (const id of [inTime, late, extended, taken, corrected]) await verify(id)
  await verify(major, 'major')
  await act('lin', major, 'take-measures', { measures: 'stop-all', scope: '2号仓库' })
  await act('mao', major, 'file-plan', plan)
  await act('chen', major, 'return', { to: 'handling.planning', reason: '补充' })
  await act('mao', major, 'file-plan', plan)
  await act('chen', major, 'approve-plan', { findings: '可行' })
  await act('ji', major, 'list-hazard', {
    level: 'county',
    document: '柯安委办〔2026〕3号',
    dueDate: '2026-10-20',
    requirements: '限期治理',
  })
  await order(inTime, '2026-09-10')
  await order(late, '2026-09-08')
  await order(extended, '2026-08-26')
  // Not handed over yet: what is, nobody takes back.
  await act('lin', taken, 'issue-order', {
    dueDate: '2026-09-10',
    requirements: '更换',
    service: 'later',
  })
  await act('lin', taken, 'take-back', { reason: '日期填错' })
  await until('2026-08-24T09:00')
  await act('mao', extended, 'request-extension', { until: '2026-09-20', reason: '供货停产' })
  await act('chen', extended, 'grant-extension', { dueDate: '2026-09-20', reason: '属实' })
  await until('2026-09-10T23:30')
  await finish(inTime)
  await act('chen', corrected, 'request-correction', {
    seq: 1,
    field: 'category',
    value: 'fire',
    reason: '类别填错',
  })
  await act('fang', corrected, 'approve-correction', { seq: 1 })
  return { inTime, major, late, extended, taken, corrected }
}

/** Around the last midnight of September, and the fourth quarter. */
const fourth = async (
  { start, act, verify, order, finish, until }: Teller,
  { inTime, major, late, extended, taken }: Awaited<ReturnType<typeof third>>,
) => {
  await until('2026-09-30T23:59')
  await start('qi')
  await finish(extended)
  await until('2026-10-01T00:00')
  await start('qi')
  await until('2026-10-12T10:00')
  await act('qi', late, 'report-rectified', { description: '已更换' })
  await act('wu', late, 're-check-failed', { reasons: '仍破裂', dueDate: '2026-10-30' })
  await act('qi', major, 'apply-acceptance', {
    description: '已治理',
    assessment: '合格',
    resume: true,
  })
  await act('wu', major, 're-check-passed', { findings: '合格' })
  await act('gao', major, 'approve-resume', { document: '柯应急批〔2026〕1号', reply: '同意' })
  await act('ji', major, 'de-list', { document: '柯安委办〔2026〕9号', publicSummary: '已治理' })
  await act('chen', inTime, 'reopen', { reason: '再次发现' })
  await verify(inTime)
  await order(taken, '2026-10-20')
  await act('qi', taken, 'report-rectified', { description: '已更换' })
  await until('2026-10-29T16:00')
  await finish(late)
  await order(inTime, '2026-11-02')
  await until('2026-11-04T16:00')
}

export const writeAll = async (teller: Teller): Promise<void> => fourth(teller, await third(teller))
