// One administrator proposes another escalation policy, a second decides; bounds, history and scope hold against everybody.
import { randomUUID } from 'node:crypto'
import { sql } from 'drizzle-orm'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { EscalationPolicyView } from '../../../contract/organisation/escalation-policies.ts'
import {
  escalationPolicyDecisions,
  escalationPolicyProposals,
} from '../../../db/schema/change/escalation-policies.ts'
import { type House, openHouse, report } from '../house.ts'
import { fits } from '../http/fits.ts'

let house: House
beforeAll(async () => {
  house = await openHouse()
  await house.clock.setNow('2026-03-02T01:00:00.000Z')
  await house.db.execute(
    sql`UPDATE appointments SET role = 'administrator', office = '330800-administration' WHERE person IN ('shi', 'yu')`,
  )
  await house.db.execute(
    sql`UPDATE appointments SET role = 'administrator', office = '330802-administration' WHERE person = 'fang'`,
  )
  await house.db.execute(
    sql`UPDATE appointments SET role = 'administrator', office = '330881-administration', region = '330881' WHERE person = 'hao'`,
  )
})
afterAll(() => house.close())

const place = '/api/ladders/hazard-rectification/rectification'
const read = async (who = 'yu'): Promise<EscalationPolicyView> => (await house.as(who, place)).body
type Change = Record<string, { n?: number; notify?: (keys: string[]) => string[] }>
const escalationLevelsWith = async (change: Change) =>
  (await read()).escalationLevels.map(({ escalationLevel, n, notify }) => {
    const keys = notify.map(({ key }) => key)
    return {
      escalationLevel,
      n: change[escalationLevel]?.n ?? n,
      notify: change[escalationLevel]?.notify?.(keys) ?? keys,
    }
  })
const propose = async (who: string, change: Change, key: string = randomUUID()) =>
  house.as(who, `${place}/proposals`, {
    json: {
      escalationLevels: await escalationLevelsWith(change),
      order: '衢安委〔2026〕7号',
      reason: '加快提级',
    },
    headers: { 'idempotency-key': key },
  })
const decide = (who: string, id: string, what: string, reason = '已核对文件') =>
  house.as(who, `/api/ladders/proposals/${id}/${what}`, { json: { reason } })
const words = (body: { reasons: { zh: string }[] }) => body.reasons.map(({ zh }) => zh).join('；')

describe('who', () => {
  test('only administrators read it; a county’s reads but does not propose', async () => {
    for (const who of ['lin', 'chen', 'gao', 'qi', 'sheng']) {
      const { status, body, headers } = await house.as(who, place)
      expect([status, body.code, headers.get('content-type')?.split(';')[0]]).toEqual([
        403,
        'not-allowed',
        'application/problem+json',
      ])
      expect((await house.as(who, '/api/ladders')).status).toBe(403)
      expect((await house.as(who, `${place}/periods`)).status).toBe(403)
    }
    expect((await read('fang')).mayPropose).toBe(false)
    expect((await propose('fang', { city: { n: 3 } })).body.code).toBe('not-allowed')
    expect((await house.send('/api/ladders')).status).toBe(401)
  })
  test('an escalation policy that cannot be set, or that is none, is not found', async () => {
    for (const path of [
      'hazard-rectification/re-check',
      'hazard-rectification/none',
      'none/rectification',
      '__proto__/constructor',
    ])
      expect((await house.as('yu', `/api/ladders/${path}`)).body.code).toBe('not-found')
  })
})

describe('what', () => {
  test('the escalation policy is shown with its bounds, and everybody who can be notified', async () => {
    const { escalationLevels, addresses, inForce } = await read()
    expect(inForce).toBeNull()
    expect(
      escalationLevels.map(({ escalationLevel, unit, n, most, must }) => [
        escalationLevel,
        unit,
        n,
        most?.n ?? null,
        must,
      ]),
    ).toEqual([
      ['overdue', 'ND', 0, null, 'enterprise/enterprise-principal'],
      ['red', 'ND', 1, 1, 'county-enforcement/section-chief'],
      ['city', 'WD', 5, 5, 'city-committee/supervisor'],
      ['province', 'WD', 20, 20, 'province-committee/supervisor'],
    ])
    expect(addresses.find(({ key }) => key === 'city-leadership/leader')?.words.zh).toBe(
      '市级应急管理局局领导·局领导',
    )
  })
  const wrong: [string, Change, string][] = [
    ['looser than the rule book', { province: { n: 30 } }, '不得迟于 20'],
    ['later than the level above', { city: { n: 5 }, province: { n: 3 } }, '不得晚于上一级'],
    [
      'without whoever steps in',
      { city: { notify: () => ['county-leadership/leader'] } },
      '不能取消通知',
    ],
    [
      'with a stranger',
      { city: { notify: (keys) => [...keys, 'city-fire/leader'] } },
      '不属于本流程',
    ],
    ['as it is', {}, '与现行设置相同'],
  ]
  test.each(wrong)('%s is refused in words', async (_, change, text) => {
    const { status, body } = await propose('yu', change)
    expect([status, body.code]).toEqual([422, 'invalid-input'])
    expect(words(body)).toContain(text)
    expect(await house.db.select().from(escalationPolicyProposals)).toEqual([])
  })
})

describe('four eyes', () => {
  let id = ''
  test('proposed: nothing is in force yet, and the same key is the same proposal', async () => {
    const key = randomUUID()
    const { status, body } = await propose('yu', { city: { n: 3 }, province: { n: 10 } }, key)
    expect([
      status,
      body.status,
      body.steps.map(({ before, after }: { before: number; after: number }) => [before, after]),
    ]).toEqual([
      201,
      'proposed',
      [
        [0, 0],
        [1, 1],
        [5, 3],
        [20, 10],
      ],
    ])
    id = body.id
    expect((await propose('yu', { city: { n: 3 }, province: { n: 10 } }, key)).body.id).toBe(id)
    expect((await propose('yu', { city: { n: 4 } }, key)).body.code).toBe('key-reused')
    expect([(await read()).inForce, (await read()).history.length]).toEqual([null, 1])
  })
  test('who proposed may not approve, neither here nor in the database; others may not withdraw', async () => {
    const refused = await decide('yu', id, 'approval')
    expect([refused.status, words(refused.body)]).toEqual([
      403,
      '提议人不能批准自己的提议，须由另一名管理员批准',
    ])
    expect((await decide('fang', id, 'approval')).body.code).toBe('not-allowed')
    expect((await decide('lin', id, 'approval')).body.code).toBe('not-allowed')
    expect((await decide('shi', id, 'withdrawal')).body.code).toBe('not-allowed')
    expect((await decide('yu', id, 'rejection')).body.code).toBe('not-allowed')
    const row = {
      proposal: id,
      proposedBy: 'yu',
      decision: 'approved' as const,
      by: 'yu',
      byName: '',
      at: '2026-03-02T01:00:00.000Z',
      reason: '',
    }
    await expect(house.db.insert(escalationPolicyDecisions).values(row)).rejects.toMatchObject({
      cause: { constraint: 'escalation_policy_decisions_four_eyes' },
    })
    await expect(
      house.db.insert(escalationPolicyDecisions).values({ ...row, proposedBy: 'shi' }),
    ).rejects.toThrow()
  })
  test('approved by another: it counts from then on, for new periods only, and says so', async () => {
    const before = await orderedCase()
    await house.clock.setNow('2026-03-02T02:00:00.000Z')
    const { body } = await decide('shi', id, 'approval')
    expect([body.status, body.inForce, body.decidedBy.name]).toEqual(['approved', true, '市领导'])
    expect((await decide('shi', id, 'approval')).body.code).toBe('not-possible-now')
    const after = await orderedCase()
    const view = await read()
    expect(view.counts).toEqual(
      expect.arrayContaining([
        { escalationPolicy: null, since: null, running: 1 },
        { escalationPolicy: id, since: body.decidedBy.at, running: 1 },
      ]),
    )
    const { body: periods } = await house.as('yu', `${place}/periods?proposal=${id}`)
    const of = (caseId: string) =>
      periods.items.find((one: { caseId: string }) => one.caseId === caseId)
    const dates = (one: {
      escalationLevels: { escalationLevel: string; keeps: string; instead: string }[]
    }) =>
      one.escalationLevels
        .filter(({ escalationLevel }) => escalationLevel === 'city')
        .map(({ keeps, instead }) => [keeps, instead])
    expect(dates(of(before))).toEqual([['2026-03-17T16:00:00.000Z', '2026-03-13T16:00:00.000Z']])
    expect(dates(of(after))).toEqual([['2026-03-13T16:00:00.000Z', '2026-03-13T16:00:00.000Z']])
  })
  test('the gallery shows the escalation policy that a period climbs which starts now', async () => {
    const { body } = await house.as('lin', '/api/processes/hazard-rectification')
    const view = body.clocks.find(({ clock }: { clock: string }) => place.endsWith(`/${clock}`))
    const set = (await read()).escalationLevels as { escalationLevel: string; n: number }[]
    expect(
      view.escalationPolicy.map(
        ({ escalationLevel, after }: { escalationLevel: string; after: { n: number } }) => [
          escalationLevel,
          after.n,
        ],
      ),
    ).toEqual(set.map(({ escalationLevel, n }) => [escalationLevel, n]))
  })
  test('an administrator sees the open periods of his regions only', async () => {
    expect((await house.as('fang', `${place}/periods`)).body.total).toBe(2)
    expect((await house.as('hao', `${place}/periods`)).body).toEqual({
      items: [],
      total: 0,
      cursor: null,
    })
    expect((await read('hao')).counts).toEqual([])
  })
  test('a proposal made before another was approved is outdated; who proposed withdraws, another rejects', async () => {
    const [first, second] = [
      (await propose('yu', { city: { n: 2 } })).body.id,
      (await propose('shi', { city: { n: 1 } })).body.id,
    ]
    expect((await decide('shi', first, 'approval')).status).toBe(200)
    expect(words((await decide('yu', second, 'approval')).body)).toContain('请驳回后重新提议')
    expect(
      (await house.as('yu', `/api/ladders/proposals/${second}/rejection`, { json: { reason: '' } }))
        .status,
    ).toBe(422)
    expect((await decide('yu', second, 'rejection', '已过时')).body.status).toBe('rejected')
    const third = (await propose('yu', { city: { n: 1 } })).body.id
    expect((await decide('yu', third, 'withdrawal')).body.status).toBe('withdrawn')
    expect((await read()).history.map(({ status, inForce }) => [status, inForce])).toEqual(
      expect.arrayContaining([
        ['withdrawn', false],
        ['rejected', false],
        ['approved', true],
        ['approved', false],
      ]),
    )
  })
  test('of two who decide at once one is told that it is decided', async () => {
    const { body } = await propose('yu', { city: { n: 1 } })
    const answers = await Promise.all([
      decide('shi', body.id, 'approval'),
      decide('yu', body.id, 'withdrawal'),
    ])
    expect(answers.map(({ status }) => status).sort()).toEqual([200, 409])
  })
  test('what was proposed and decided is never rewritten', async () => {
    await expect(house.db.update(escalationPolicyProposals).set({ reason: 'x' })).rejects.toThrow()
    await expect(house.db.delete(escalationPolicyDecisions)).rejects.toThrow()
  })
})

const orderedCase = async (): Promise<string> => {
  const id = await report(house)
  await act('lin', id, 'verify', { grade: 'general', findings: '属实' })
  await act('wu', id, 'sign')
  await act('lin', id, 'issue-order', { dueDate: '2026-03-10', requirements: '更换' })
  return id
}

const act = async (
  who: string,
  id: string,
  type: string,
  data: Record<string, unknown> = {},
): Promise<void> => {
  const { acts } = (await house.as(who, `/api/cases/${id}`)).body
  const taskId = acts.find(
    (one: { type: string; allowed: boolean }) => one.type === type && one.allowed,
  )?.taskId
  const { status, body } = await house.as(who, `/api/cases/${id}/acts`, {
    json: { type, data, ...(taskId ? { taskId } : {}) },
  })
  if (status !== 200) throw new Error(`${type}: ${JSON.stringify(body)}`)
}

test('what is answered has the shape that the document promises', async () => {
  fits('GET /api/ladders', await house.as('yu', '/api/ladders'))
  fits('GET /api/ladders/{process}/{clock}', await house.as('yu', place))
  const [latest] = (await read()).history
  fits(
    'GET /api/ladders/{process}/{clock}/periods',
    await house.as('yu', `${place}/periods?proposal=${latest?.id}`),
  )
  const request = await propose('yu', { city: { n: 1 }, province: { n: 9 } })
  fits('POST /api/ladders/{process}/{clock}/proposals', request)
  fits(
    'POST /api/ladders/proposals/{id}/withdrawal',
    await decide('yu', request.body.id, 'withdrawal'),
  )
})
