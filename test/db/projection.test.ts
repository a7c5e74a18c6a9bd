// Where do the tasks of a case lie, and who has to do with them, as it changes?
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { noDue } from '../../db/cases/projection-tasks.ts'
import type { AddedSigner, Signature } from '../../domain/model/record.ts'
import { later } from '../../domain/time/instant.ts'
import {
  fresh,
  midnight,
  now,
  openProjecting,
  type Projecting,
  taskOf,
  withoutTask,
  withTask,
} from './projecting.ts'

let opened: Projecting
beforeAll(async () => {
  opened = await openProjecting()
})
afterAll(() => opened?.close())
const write: Projecting['write'] = (...all) => opened.write(...all)
const written: Projecting['written'] = (...all) => opened.written(...all)
const rowsOf: Projecting['rowsOf'] = (record) => opened.rowsOf(record)
const peopleOf: Projecting['peopleOf'] = (record) => opened.peopleOf(record)
const hand = (person: string, more: Partial<Signature> = {}): Signature => ({
  person,
  name: person,
  at: now,
  opinion: null,
  ...more,
})
const added = (who: string, no: number, more: Partial<AddedSigner> = {}): AddedSigner => ({
  no,
  who,
  kind: 'person',
  name: who,
  position: 'before',
  by: 'lin',
  at: now,
  ...more,
})

describe('a task', () => {
  test('lies with each of its groups, with the end that presses first', async () => {
    const record = await written((one) => withTask(one, { groups: ['a/x', 'b/y'] }))
    expect(await rowsOf(record)).toMatchObject([
      {
        id: taskOf(record).id,
        grp: 'a/x',
        process: 'counter',
        task: 'count',
        open: true,
        assignee: null,
        assigneeName: null,
        dueAt: midnight,
        openedAt: now,
        closedAt: null,
        doneBy: null,
        region: '330802',
        owner: null,
        seen: false,
        revision: 1,
      },
      { grp: 'b/y' },
    ])
  })
  test('of a case without a running period is due after all others; what is only promised presses nobody', async () => {
    const [period] = fresh().obligations
    const due = async (...them: object[]) => {
      const record = await written((one) => ({
        ...one,
        obligations: them.map((more, at) => ({ ...period!, id: `count:${at}`, ...more })),
      }))
      return (await rowsOf(record))[0]?.dueAt
    }
    const sooner = '2026-03-05T16:00:00.000Z'
    expect(await due()).toBe(noDue)
    expect(await due({ status: 'met' })).toBe(noDue)
    expect(await due({ promised: true, dueAt: sooner })).toBe(noDue)
    expect(await due({}, { dueAt: sooner })).toBe(sooner)
    expect(await due({ status: 'paused', dueAt: sooner }, {})).toBe(sooner)
  })
  test('that somebody takes is his, and seen, until he gives it back', async () => {
    const record = await written()
    const mine = { assignee: { id: 'lin', name: '林' }, seenAt: now }
    const taken = { ...withTask(record, mine), revision: 2 }
    await write(record, taken)
    expect(await rowsOf(record)).toMatchObject([
      { assignee: 'lin', assigneeName: '林', seen: true, revision: 2 },
    ])
    await write(taken, { ...record, revision: 3 })
    expect(await rowsOf(record)).toMatchObject([{ assignee: null, seen: false, revision: 3 }])
  })
  test('that passes on to other groups leaves the inboxes of those that had it', async () => {
    const record = await written((one) => withTask(one, { groups: ['a/x', 'b/y'] }))
    await write(record, withTask(record, { groups: ['b/y', 'c/z'] }))
    expect((await rowsOf(record)).map(({ grp, open }) => [grp, open])).toEqual([
      ['b/y', true],
      ['c/z', true],
    ])
  })
  test('that is over is closed in every inbox, and done by whoever decided at it', async () => {
    const record = await written((one) => withTask(one, { groups: ['a/x', 'b/y'] }))
    const by = { person: 'wu', decider: 'lin', task: taskOf(record).id, at: later(now, 5) }
    await write(record, withoutTask(record), by)
    expect(await rowsOf(record)).toMatchObject(
      ['a/x', 'b/y'].map((grp) => ({
        grp,
        open: false,
        closedAt: later(now, 5),
        doneBy: 'lin',
        revision: 2,
      })),
    )
    expect(await peopleOf(record)).toEqual(['wu signed'])
  })
  test('that ends with somebody’s own act names no other hand; one that ends by itself was done by nobody', async () => {
    const own = await written()
    await write(own, withoutTask(own), {
      person: 'lin',
      decider: 'lin',
      task: taskOf(own).id,
      at: now,
    })
    expect([await peopleOf(own), (await rowsOf(own))[0]?.doneBy]).toEqual([[], 'lin'])
    const byClock = await written()
    await write(byClock, withoutTask(byClock))
    expect(await rowsOf(byClock)).toMatchObject([{ open: false, doneBy: null, closedAt: now }])
    const elsewhere = await written()
    const other = { person: 'wu', decider: 'lin', task: 'another', at: now }
    await write(elsewhere, withoutTask(elsewhere), other)
    expect([await peopleOf(elsewhere), (await rowsOf(elsewhere))[0]?.doneBy]).toEqual([[], null])
  })
  test('that comes back is open again, and nobody’s', async () => {
    const record = await written()
    const by = { person: 'lin', decider: 'lin', task: taskOf(record).id, at: now }
    await write(record, withoutTask(record), by)
    await write(withoutTask(record), record)
    expect(await rowsOf(record)).toMatchObject([{ open: true, closedAt: null, doneBy: null }])
  })
})

describe('the people of a task', () => {
  test('are who signed, who was heard, who is asked and who has a copy', async () => {
    const record = await written((one) =>
      withTask(one, {
        signatures: [hand('lin'), hand('ji', { as: 1 })],
        copies: [{ id: 'gao', name: '高' }],
        added: [added('ji', 1), added('fang', 2)],
      }),
    )
    expect(await peopleOf(record)).toEqual(['fang asked', 'gao copied', 'ji heard', 'lin signed'])
  })
  test('who withdraws has not signed; who signs again has', async () => {
    const record = await written((one) => withTask(one, { signatures: [hand('lin'), hand('wu')] }))
    const back = withTask(record, { signatures: [hand('lin', { withdrawn: now }), hand('wu')] })
    await write(record, back)
    expect(await peopleOf(record)).toEqual(['wu signed'])
    const again = [...taskOf(back).signatures, hand('lin')]
    await write(back, withTask(record, { signatures: again }))
    expect(await peopleOf(record)).toEqual(['lin signed', 'wu signed'])
  })
  test('whose turn has passed is asked no more, and a copy stays', async () => {
    const record = await written((one) =>
      withTask(one, {
        copies: [{ id: 'gao', name: '高' }],
        added: [added('fang', 1), added('ji', 2)],
      }),
    )
    expect(await peopleOf(record)).toEqual(['fang asked', 'gao copied', 'ji asked'])
    const removed = [added('fang', 1, { removed: now }), added('ji', 2)]
    const fewer = withTask(record, { copies: taskOf(record).copies, added: removed })
    await write(record, fewer)
    expect(await peopleOf(record)).toEqual(['gao copied', 'ji asked'])
    await write(fewer, withoutTask(record))
    expect(await peopleOf(record)).toEqual(['gao copied'])
  })
})
