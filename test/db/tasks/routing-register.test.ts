// What do the registers say of who may be given a task, by which rule, and whose turn it is?
import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { hold } from '../../../db/alone.ts'
import { tasks } from '../../../db/schema/cases/cases.ts'
import { vacancies } from '../../../db/schema/organisation/routing.ts'
import {
  findRule,
  keepEmptied,
  keepRule,
  keepRuleEnd,
  keepTurns,
  listRules,
  type NewRule,
  peekRules,
  readRegister,
  withRules,
} from '../../../db/tasks/routing.ts'
import { standingInOffices } from '../../../db/tasks/standing-in-reads.ts'
import { someoneWaits } from '../who-waits.ts'
import { after, before, chief, long, now, type Orders, office, openOrders } from './ordering.ts'

let opened: Orders
beforeAll(async () => {
  opened = await openOrders()
})
afterAll(() => opened?.close())

const inspectors = `${office}/inspector`
const ruled = async (more: Partial<NewRule> = {}): Promise<string> => {
  const id = randomUUID()
  await keepRule(opened.db, {
    id,
    bodyHash: 'x',
    grp: inspectors,
    process: 'hazard-rectification',
    region: null,
    field: null,
    value: null,
    way: 'least-loaded' as NewRule['way'],
    person: null,
    since: long,
    until: null,
    order: null,
    reason: '均衡',
    by: 'p-chief',
    byName: '陈科长',
    at: long,
    ...more,
  })
  return id
}
const ended = (rule: string, at: string) =>
  keepRuleEnd(opened.db, { rule, by: 'p-chief', byName: '陈科长', at, reason: '改派' })
const asked = (groups: string[], more: { caseId?: string; at?: string } = {}) =>
  opened.db.transaction((tx) =>
    readRegister(tx, { groups, process: 'hazard-rectification', caseId: 'c-0', at: now, ...more }),
  )
const tasked = (assignee: string, more: Partial<typeof tasks.$inferInsert> = {}) => {
  const id = randomUUID()
  const row = { id, grp: inspectors, caseId: `c-${id}`, process: 'hazard-rectification' }
  const rest = { task: 'verify', open: true, assignee, dueAt: after, openedAt: long }
  return opened.db
    .insert(tasks)
    .values({ ...row, ...rest, region: '330802', seen: false, revision: 1, ...more })
}

describe('without a rule', () => {
  test('everybody active who holds the post now is a candidate with all his posts and nothing in hand', async () => {
    const one = await opened.somebody([{ role: 'legal-reviewer' }, { role: 'clerk' }])
    await opened.somebody([{ role: 'legal-reviewer', until: now }])
    await opened.somebody([{ role: 'legal-reviewer', since: after }])
    await opened.somebody([{ role: 'legal-reviewer' }], false)
    await tasked(one)
    const { rules, candidates, vacant } = await asked([`${office}/legal-reviewer`])
    expect([rules, vacant]).toEqual([[], []])
    expect(candidates).toEqual([
      {
        person: {
          kind: 'person',
          id: one,
          name: `甲${one}`,
          enterprise: null,
          appointments: [
            { office, region: '330802', role: 'clerk' },
            { office, region: '330802', role: 'legal-reviewer' },
          ],
        },
        load: 0,
        turns: {},
        standIns: [],
      },
    ])
  })
  test('a post that stands empty is told, once it is kept as such, and only while it is', async () => {
    const empty = `${office}/commander`
    expect((await asked([empty])).vacant).toEqual([])
    await keepEmptied(opened.db, [empty], now)
    await keepEmptied(opened.db, [empty], after)
    await keepEmptied(opened.db, [], now)
    expect((await asked([empty])).vacant).toEqual([empty])
    expect((await asked([inspectors])).vacant).toEqual([])
    const kept = await opened.db.select().from(vacancies)
    expect(kept).toMatchObject([{ grp: empty, region: '330802', since: now, cause: 'task' }])
    await opened.db.update(vacancies).set({ filledAt: after })
    expect((await asked([empty])).vacant).toEqual([])
  })
})

describe('by a rule', () => {
  test('each candidate has what he has in hand of other cases, his turns by rule, and who stands in for him', async () => {
    const rule = await ruled({ since: before, until: after })
    const [one, other] = [
      await opened.somebody([{ role: 'inspector' }]),
      await opened.somebody([{ role: 'inspector' }, { role: 'clerk' }]),
    ]
    await tasked(one)
    await tasked(one)
    await tasked(one, { open: false })
    await tasked(one, { caseId: 'c-own' })
    await tasked(other)
    await keepTurns(opened.db, [
      { rule, person: one },
      { rule, person: other },
      { rule: 'another', person: other },
    ])
    await keepTurns(opened.db, [{ rule, person: one }])
    await opened.ordered(other, one, { posts: [inspectors] })
    const { rules, candidates } = await asked([inspectors], { caseId: 'c-own' })
    expect(rules).toMatchObject([
      { id: rule, group: inspectors, since: before, until: after, person: null },
    ])
    const of = (id: string) => candidates.find(({ person }) => person.id === id)
    expect(of(one)).toMatchObject({ load: 2, turns: { [rule]: 3 }, standIns: [] })
    expect(of(other)).toMatchObject({
      load: 1,
      turns: { [rule]: 2 },
      standIns: [{ id: one, name: `甲${one}`, order: '衢应急〔2026〕1号', posts: [inspectors] }],
    })
    expect((await standingInOffices(opened.db, [office], now)).get(other)).toEqual([
      { name: `甲${one}`, from: '2026-03-05', to: '2026-03-05', order: '衢应急〔2026〕1号' },
    ])
    expect(await standingInOffices(opened.db, ['330803-bureau'], now)).toEqual(new Map())
  })
  test('it counts until its end, an early end before it, and never of another post', async () => {
    const grp = `${office}/reviewer`
    const [long1, short, over] = [
      await ruled({ grp }),
      await ruled({ grp, until: after }),
      await ruled({ grp, until: now }),
    ]
    const early = await ruled({ grp, until: '2030-01-01T00:00:00.000Z' })
    await ended(early, after)
    await ended(await ruled({ grp }), now)
    const found = await peekRules(opened.db, [grp], now)
    expect(found.map(({ id, until }) => [id, until])).toEqual([
      [long1, null],
      [short, after],
      [early, after],
    ])
    expect(found.every(({ seq }) => typeof seq === 'number')).toBe(true)
    expect((await peekRules(opened.db, [grp], after)).map(({ id }) => id)).toEqual([long1])
    expect([await peekRules(opened.db, [], now), await peekRules(opened.db, [chief], now)]).toEqual(
      [[], []],
    )
    expect((await asked([grp])).rules.map(({ id }) => id)).not.toContain(over)
  })
  test('the list of an office has the newest first, also what is over, with who is named and when it ends', async () => {
    const named = await opened.somebody([{ role: 'clerk' }])
    const grp = '330824-bureau/clerk'
    const first = await ruled({ grp, until: after, person: named })
    const second = await ruled({ grp, until: before })
    await ended(first, before)
    await ended(second, now)
    const listed = await listRules(opened.db, ['330824-bureau'])
    expect(listed.map(({ id, until, person }) => [id, until, person])).toEqual([
      [second, before, null],
      [first, before, { id: named, name: `甲${named}` }],
    ])
    expect(listed[1]?.end).toMatchObject({ rule: first, at: before, reason: '改派' })
    expect(await findRule(opened.db, first)).toEqual(listed[1])
    expect(await findRule(opened.db, 'none')).toBeNull()
    const stranger = await ruled({ grp, person: 'p-unknown' })
    expect(await findRule(opened.db, stranger)).toMatchObject({
      group: grp,
      person: { id: 'p-unknown', name: 'p-unknown' },
      end: null,
      until: null,
    })
    expect(await listRules(opened.db, [office.replace('330802', '330899')])).toEqual([])
  })
})

describe('two at once', () => {
  const find = (tx: Parameters<typeof readRegister>[0], process: string) =>
    readRegister(tx, { groups: [`${office}/clerk`], process, caseId: 'c-0', at: now })
  test('who gives out tasks of a process by a rule waits for the one before him, and for nobody of another process', async () => {
    await opened.somebody([{ role: 'clerk' }])
    await ruled({ grp: `${office}/clerk` })
    const second: Promise<unknown>[] = []
    await opened.db.transaction(async (tx) => {
      await find(tx, 'hazard-rectification')
      expect(
        (await opened.db.transaction((other) => find(other, 'hazchem-licence'))).rules,
      ).toHaveLength(1)
      second.push(opened.db.transaction((other) => find(other, 'hazard-rectification')))
      expect(await someoneWaits(opened.db)).toBe('waits')
    })
    expect(await second[0]).toHaveProperty('rules.length', 1)
  })
  test('who enters or ends a rule waits for whoever does', async () => {
    const second: Promise<unknown>[] = []
    await opened.db.transaction(async (tx) => {
      await hold(tx, 'routing-rules')
      second.push(withRules(opened.db, async () => undefined))
      expect(await someoneWaits(opened.db)).toBe('waits')
    })
    await second[0]
  })
})
