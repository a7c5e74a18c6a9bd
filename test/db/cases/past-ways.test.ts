// From which cases and whose posts is a forecast made, and which of their facts count as moves?
import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import {
  type HistoryQuery,
  readHolders,
  readMoves,
  readPastCases,
} from '../../../db/cases/forecast-reads.ts'
import { exerciseMark } from '../../../domain/model/exercises/exercise.ts'
import type { CaseRecord } from '../../../domain/model/record.ts'
import { after, now, type Orders, office, openOrders } from '../tasks/ordering.ts'
import { caseIn } from '../tasks/waiting.ts'
import { factIn, second } from './stored.ts'

let opened: Orders
beforeAll(async () => {
  opened = await openOrders()
})
afterAll(() => opened?.close())

describe('the moves of a case', () => {
  test('are its first fact and those that lead elsewhere, in their order, with the person whose act it was', async () => {
    const caseId = randomUUID()
    const fact = (seq: number, more: object) => factIn(opened.db, { caseId, seq, ...more })
    await fact(4, { before: 'b', after: 'c', type: 'nameless', actor: { kind: 'person', id: 'x' } })
    await fact(1, { after: 'a', type: 'start', actor: { kind: 'machine', id: 'm', name: '网关' } })
    await fact(2, { before: 'a', after: 'a', type: 'note' })
    await fact(3, { before: 'a', after: 'b', type: 'move' })
    await fact(5, { before: 'c', after: 'd', type: 'of-an-item', data: { item: 1 } })
    await fact(6, { before: null, after: 'd', type: 'beside' })
    await factIn(opened.db, { caseId: randomUUID(), seq: 1, type: 'elsewhere' })
    expect(await readMoves(opened.db, caseId)).toEqual([
      { type: 'start', at: second(1), before: null, after: 'a', by: null },
      { type: 'move', at: second(3), before: 'a', after: 'b', by: { id: 'lin', name: '林检查' } },
      { type: 'nameless', at: second(4), before: 'b', after: 'c', by: { id: 'x', name: 'x' } },
    ])
  })
})

describe('the past that a forecast is made of', () => {
  const past = async (process: string, nth: number, more: object = {}, moves = 1) => {
    const id = randomUUID()
    const clock = { clock: 'c', startedAt: second(1), endedAt: null, dueAt: second(2), id: 'c:1' }
    const data = { start: { nth } }
    const record = { id, data, obligations: [clock], openTasks: {} } as unknown as CaseRecord
    const fixed = { status: 'closed' as const, openedAt: second(nth) }
    await caseIn(opened.db, { id, process, record, ...fixed, ...more })
    for (let seq = 1; seq <= moves; seq += 1)
      await factIn(opened.db, { caseId: id, seq, before: seq === 1 ? null : 'x', after: 'y' })
  }
  const ask = async (process: string, more: Partial<HistoryQuery> = {}) => {
    const query = {
      process,
      start: 'start',
      settled: undefined,
      at: second(50),
      cases: 10,
      ...more,
    }
    return readPastCases(opened.db, query)
  }
  const nths = async (process: string, more: Partial<HistoryQuery> = {}) =>
    (await ask(process, more)).map(({ answers }) => answers.nth)

  test('is its latest closed cases, so many, with answers, periods and moves; exercises and what has no move are left out', async () => {
    const process = randomUUID()
    await past(process, 1, {}, 2)
    await past(process, 3)
    await past(process, 2)
    await past(process, 4, { status: 'open' })
    await past(process, 5, { title: `${exerciseMark}泄漏` })
    await past(process, 6, {}, 0)
    await past(randomUUID(), 7)
    await past(process, 51)
    expect(await nths(process)).toEqual([3, 2, 1])
    expect(await nths(process, { cases: 3 })).toEqual([3, 2])
    expect(await nths(process, { at: second(2) })).toEqual([2, 1])
    const [, , first] = await ask(process)
    expect(first).toEqual({
      region: '330802',
      answers: { nth: 1 },
      moves: [
        expect.objectContaining({ at: second(1), before: null, by: { id: 'lin', name: '林检查' } }),
        expect.objectContaining({ at: second(2), before: 'x' }),
      ],
      clocks: [
        { clock: 'c', startedAt: second(1), endedAt: null, dueAt: second(2), promised: null },
      ],
    })
    expect((await ask(process, { start: 'other' }))[0]?.answers).toEqual({})
  })
  test('is also what stands where its matter is settled, open as it is, or every open case where parts are', async () => {
    const process = randomUUID()
    const open = (nth: number, state: string) => past(process, nth, { status: 'open', state })
    await open(1, 'in-force')
    await open(2, 'other|in-force.valid')
    await open(3, 'in-force-not')
    await open(4, 'not.in-force')
    expect(await nths(process, { settled: 'in-force' })).toEqual([2, 1])
    expect(await nths(process, { settled: [] })).toEqual([4, 3, 2, 1])
    expect(await nths(process)).toEqual([])
  })
})

test('the holders of posts are who holds one of them then, and is still there', async () => {
  const [one, two] = [
    await opened.somebody([{ role: 'leader', since: now }, { role: 'inspector' }]),
    await opened.somebody([{ role: 'leader', office: 'other-bureau', until: after }]),
  ]
  await opened.somebody([{ role: 'leader', since: after }])
  await opened.somebody([{ role: 'leader', until: now }])
  await opened.somebody([{ role: 'leader' }], false)
  await opened.somebody([{ role: 'legal-reviewer', office: 'other-bureau' }])
  const groups = [`${office}/leader`, 'other-bureau/leader']
  expect(
    (await readHolders(opened.db, groups, now)).sort((a, b) => (a.group < b.group ? -1 : 1)),
  ).toEqual([
    { person: one, group: groups[0] },
    { person: two, group: groups[1] },
  ])
  expect(await readHolders(opened.db, [], now)).toEqual([])
})
