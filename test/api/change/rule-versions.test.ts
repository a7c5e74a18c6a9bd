// A version of a rule is entered, tried out, approved by somebody else, reaches the running cases, and is taken back the same way.
import * as v from 'valibot'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { ProposalView } from '../../../contract/change/changes.ts'
import { contract } from '../../../contract/contract.ts'
import {
  approve,
  changed,
  expected,
  house,
  openCalendarHouse,
  opened,
  period,
  periods,
  propose,
  rearmed,
} from './calendar-house.ts'

beforeAll(openCalendarHouse)
afterAll(() => house.close())

const norm = { zh: '试验条例', en: 'Trial regulations' }
const shorter = {
  kind: 'rule',
  rule: 'licensing.decision',
  region: null,
  from: '2026-12-01',
  n: 10,
  source: '试验〔2026〕1号',
  running: null,
  norm,
  article: { zh: '试验条例第5条', en: 'Trial regulations art. 5' },
  confidence: 'V',
}
const dues = async (id: string) =>
  [...(await periods()).values()].filter(({ caseId }) => caseId === id).map(({ due }) => due)

describe('a version for periods that start from its day', () => {
  let ids: string[]
  let proposed: ProposalView
  beforeAll(async () => {
    ids = [await opened(), await opened('jiang')]
  })

  test('the dry run counts by process and place, nothing moves before approval, and nobody approves his own', async () => {
    const before = await periods()
    proposed = await propose('shi', shorter)
    expect(proposed.preview).toMatchObject({
      status: 'done',
      checked: 2,
      movedCount: 2,
      newlyOverdue: 0,
      total: 2,
    })
    expect(
      proposed.preview.places.map(({ region, movedCount }) => [region, movedCount]).sort(),
    ).toEqual([
      ['330802', 1],
      ['330881', 1],
    ])
    expect(proposed.preview.rows[0]?.versions).toMatchObject({
      from: '2004-07-01',
      to: expect.stringMatching(/^2026-12-01#/),
    })
    expect(proposed.words.zh).toContain('10个工作日（试验条例第5条），自2026-12-01起')
    expect(changed(before, await periods())).toEqual([])
    const own = await house.as('shi', `/api/changes/${proposed.id}/approval`, { json: {} })
    expect([own.status, own.body.code]).toEqual([403, 'not-allowed'])
    expect((await house.as('lin', '/api/changes', { json: { proposed: shorter } })).body.code).toBe(
      'not-allowed',
    )
  })

  test('what would move can be taken along as a file, before and after with the cause, by administrators alone', async () => {
    const path = `/api/exports/changes/${proposed.id}?format=csv`
    const answer = await house.send(path, { headers: { cookie: await house.signIn('shi') } })
    const lines = (await answer.text()).trim().split('\n')
    expect([answer.status, lines.length]).toEqual([200, 1 + proposed.preview.movedCount])
    expect(lines[0]).toContain('原到期日')
    expect(lines[1]).toContain('试验条例第5条')
    expect((await house.as('lin', path)).status).toBe(403)
  })

  test('approved, it moves what the dry run said and tells each case why', async () => {
    const before = await periods()
    const done = await approve('yu', proposed.id)
    expect(changed(before, await periods())).toEqual(expected(proposed))
    expect(done.outcome).toMatchObject({
      asPreviewed: true,
      movedCount: 2,
      done: 2,
      failed: 0,
      digest: proposed.preview.digest,
    })
    const [item] = await rearmed(ids[0]!)
    expect(item?.title.zh).toBe('时限规则或承诺变更，时限已重新计算')
    expect(item?.fields.find(({ name }) => name === 'cause')?.value.zh).toContain('试验条例第5条')
    expect(item?.fields[0]?.value.zh).toMatch(
      /\d → 2026-12-24（.*规则版本 2004-07-01 → 2026-12-01#/,
    )
  })

  test('what starts now starts under it, the rule book shows it, and the reckoner counts by it', async () => {
    expect(await dues(await opened())).toEqual(['2026-12-24'])
    const { body } = await house.as('lin', '/api/time-limits/rules?id=licensing.decision')
    expect(body.items.at(-1)).toMatchObject({
      n: 10,
      from: '2026-12-01',
      entered: { change: proposed.id, region: null, running: null },
    })
    const reckoned = await house.as('lin', '/api/time-limits/compute', {
      json: { rule: 'licensing.decision', start: '2026-12-10' },
    })
    expect(reckoned.body.due).toBe('2026-12-24')
  })

  test('a second one for the same rule reaches only the periods from its own day on', async () => {
    const { preview, id } = await propose('shi', { ...shorter, from: '2026-12-11', n: 5 })
    expect(preview).toMatchObject({ checked: 3, movedCount: 0 })
    await house.as('shi', `/api/changes/${id}/withdrawal`, { json: {} })
  })

  test('taken back by a second person, every period has its old date again', async () => {
    const before = await periods()
    const back = await propose('yu', { kind: 'revoke', proposal: proposed.id })
    expect(back.words.zh).toMatch(/^撤回：/)
    expect(back.preview).toMatchObject({ movedCount: 3 })
    expect((await house.as('yu', `/api/changes/${back.id}/approval`, { json: {} })).status).toBe(
      403,
    )
    const done = await approve('shi', back.id)
    expect(done.outcome).toMatchObject({ asPreviewed: true, movedCount: 3 })
    expect(changed(before, await periods())).toEqual(expected(back))
    const causes = (await rearmed(ids[0]!)).map(
      ({ fields }) => fields.find(({ name }) => name === 'cause')?.value.zh,
    )
    expect(causes).toEqual([proposed.words.zh, `撤回：${proposed.words.zh}`])
  })
})

describe('the law about time', () => {
  test('periods that run already are left alone unless the change includes them, with its reason', async () => {
    await house.clock.setNow('2026-12-15T01:00:00.000Z')
    const id = await opened()
    await house.clock.setNow('2026-12-17T01:00:00.000Z')
    const young = { ...shorter, from: '2026-12-16' }
    const only = await propose('shi', young)
    expect([only.preview.movedCount, only.preview.checked > 0]).toEqual([0, true])
    await house.as('shi', `/api/changes/${only.id}/withdrawal`, { json: {} })
    const too = await propose('shi', { ...young, running: '附则规定适用于尚未办结的申请' })
    expect(too.preview.rows.map(({ caseId }) => caseId)).toContain(id)
    const ahead = await house.as('shi', '/api/changes', {
      json: { proposed: { ...young, from: '2027-01-01', running: '附则' } },
    })
    expect([ahead.status, ahead.body.code]).toEqual([422, 'invalid-input'])
    await approve('yu', too.id)
    expect(
      (await rearmed(id)).at(-1)?.fields.find(({ name }) => name === 'cause')?.value.zh,
    ).toContain('在办期间一并适用')
    await approve('yu', (await propose('shi', { kind: 'revoke', proposal: too.id })).id)
  })

  test('what a shorter period makes overdue is counted, and brings no legal effect about by itself', async () => {
    const id = await opened()
    await house.clock.setNow('2026-12-24T01:00:00.000Z')
    const tight = await propose('shi', { ...shorter, n: 2 })
    expect(tight.preview.newlyOverdue).toBeGreaterThan(0)
    expect(tight.preview.rows.find(({ caseId }) => caseId === id)).toMatchObject({ late: 'newly' })
    await approve('yu', tight.id)
    const escalationLevels =
      (await periods()).get(`${id} ${await period(id)}`)?.escalationLevels ?? []
    expect(escalationLevels.filter((one) => one.endsWith('true')).length).toBeGreaterThan(0)
    const back = await propose('shi', { kind: 'revoke', proposal: tight.id })
    expect(back.preview.noLongerOverdue).toBe(tight.preview.newlyOverdue)
    await approve('yu', back.id)
  })

  test('a version that is not confirmed makes dates provisional', async () => {
    const doubtful = await propose('shi', { ...shorter, confidence: 'M', region: '330881' })
    expect(doubtful.preview.rows.every(({ firm, region }) => !firm && region === '330881')).toBe(
      true,
    )
    await house.as('shi', `/api/changes/${doubtful.id}/withdrawal`, { json: {} })
  })
})

test('rules that can be entered, and the lists, keep their shape', async () => {
  const rules = await house.as('shi', '/api/changes/rules')
  v.parse(contract['GET /api/changes/rules'].answer, rules.body)
  expect(rules.body.items.map(({ rule }: { rule: string }) => rule)).toContain('licensing.decision')
  expect((await house.as('lin', '/api/changes/rules')).body.code).toBe('not-allowed')
  const listed = await house.as('shi', '/api/changes?about=rule')
  v.parse(contract['GET /api/changes'].answer, listed.body)
  expect(
    listed.body.items.some(
      ({ proposed }: { proposed: { kind: string } }) => proposed.kind === 'revoke',
    ),
  ).toBe(true)
  expect((await house.as('shi', '/api/changes?about=calendar')).body.items).toEqual([])
})
