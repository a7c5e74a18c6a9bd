// What else waits as an effect, what goes out at once, and in which order?
import { randomUUID } from 'node:crypto'
import { expect, test } from 'vitest'
import type { Mail } from '../../activities/deps.ts'
import { cases } from '../../db/schema/cases/cases.ts'
import { actor } from '../support/people/cast.ts'
import { counter } from '../support/processes/counter.ts'
import { opened as openedCase } from '../support/walks/walk.ts'
import {
  inbox,
  notice,
  now,
  type Outcome,
  opened,
  run,
  runner,
  sent,
  useEffectsDatabase,
  withEffects,
} from './effects-of-a-case.ts'

useEffectsDatabase()

const asking = (signer: number) => notice({ request: { task: 'c-1:count:1', signer } })

test('a notice that asks for something no longer wanted is not sent, and the row says so', async () => {
  const caseId = await withEffects(asking(1), asking(2))
  const { record } = openedCase(
    counter,
    actor('lin'),
    { region: '330802', date: '2026-03-10' },
    now,
  )
  const added = [
    { no: 2, who: 'lin', kind: 'person', name: '林', position: 'before', by: 'wu', at: now },
  ]
  const tasks = Object.fromEntries(
    Object.entries(record.openTasks).map(([id, task]) => [id, { ...task, added }]),
  )
  const row = { id: caseId, record: { ...record, id: caseId, openTasks: tasks } }
  const columns = {
    process: 'counter',
    chart: 1,
    generation: 1,
    revision: 1,
    search: '',
    number: randomUUID(),
    region: '330802',
    status: 'open',
    title: '计数',
    openedAt: now,
    state: 'counting',
  }
  await opened.db.insert(cases).values({ ...columns, ...row } as never)
  const { rows, mails } = await run(caseId)
  expect(rows.map(({ status, error }) => [status, error])).toEqual([
    ['done', 'no longer asked'],
    ['done', null],
  ])
  expect(mails).toHaveLength(1)
  const gone = await withEffects(asking(2))
  expect((await run(gone)).rows[0]?.error).toBe('no longer asked')
})

test('a kind of effect that only a newer version knows waits for it', async () => {
  const caseId = await withEffects({ kind: 'carrier-pigeon' })
  const { answer, statuses } = await run(caseId)
  expect([answer, statuses]).toEqual([{ done: 0, retryInMs: 15_000 }, ['pending']])
})

test('a document that is there already, and a request to an alarm that is not there any more, are done', async () => {
  const request = { kind: 'device', about: 'x', verb: 'reset', args: {}, by: '林检查' }
  const caseId = await withEffects(
    { kind: 'document', document: randomUUID(), about: 'order' },
    request,
  )
  expect(await run(caseId)).toMatchObject({
    answer: { done: 2, retryInMs: null },
    statuses: ['done', 'done'],
    mails: [],
  })
})

test('at once only what takes a moment goes out; a document, and mail while it is slow, are left and it is said', async () => {
  const caseId = await withEffects(notice(), { kind: 'document', document: 'd-1', about: 'order' })
  const brisk = await run(caseId, { atOnce: true, isBrisk: () => true })
  expect([brisk.answer, brisk.statuses]).toEqual([
    { done: 1, retryInMs: null, left: true },
    ['done', 'pending'],
  ])
  const slow = await withEffects(notice())
  const left = await run(slow, { atOnce: true, isBrisk: () => false })
  expect([left.answer, left.statuses, await inbox(slow)]).toEqual([
    { done: 0, retryInMs: null, left: true },
    ['pending'],
    [],
  ])
})

test('while mail is slow everybody has his notice in the inbox before the first mail goes out', async () => {
  const caseId = await withEffects(
    notice(),
    notice({ people: ['wu'] }),
    notice({ people: ['zhou'] }),
    notice({ people: ['chen'] }),
    notice({ people: ['gao'] }),
    notice({ people: ['ji'] }),
  )
  const seen: number[] = []
  const outcome = async () => {
    seen.push((await inbox(caseId)).length)
    return sent
  }
  expect((await run(caseId, { isBrisk: () => false, outcome })).answer.done).toBe(6)
  expect(seen).toEqual(Array(6).fill(6))
})

test('when the time of a run is over nothing more is begun, and it says that something is left', async () => {
  const people = ['lin', 'wu', 'zhou', 'chen', 'fang', 'gao', 'ji', 'hao', 'yu']
  const caseId = await withEffects(...people.map((one) => notice({ people: [one] })))
  const slowly = () => new Promise<Outcome>((resolve) => setTimeout(() => resolve(sent), 600))
  const { answer, statuses } = await run(caseId, { atOnce: true, outcome: slowly })
  expect(answer).toEqual({ done: 4, retryInMs: null, left: true })
  expect(statuses.filter((status) => status === 'done')).toHaveLength(4)
})

test('two runs of one case come one after the other, so that nothing is sent twice', async () => {
  const caseId = await withEffects(notice())
  const mails: Mail[] = []
  const slowly = () => new Promise<Outcome>((resolve) => setTimeout(() => resolve(sent), 50))
  const effectsOf = runner(mails, { outcome: slowly })
  await Promise.all([
    effectsOf({ caseId, process: 'counter' }),
    effectsOf({ caseId, process: 'counter' }),
  ])
  expect(mails).toHaveLength(1)
})

test('a run that failed does not hold up the next one of its case', async () => {
  const caseId = await withEffects(notice())
  let first = true
  const effectsOf = runner([], {
    outcome: () => {
      if (!first) return sent
      first = false
      throw Object.assign(new Error('Connection terminated'), { code: '57P01' })
    },
  })
  const both = await Promise.allSettled([
    effectsOf({ caseId, process: 'counter' }),
    effectsOf({ caseId, process: 'counter' }),
  ])
  expect(both.map(({ status }) => status)).toEqual(['rejected', 'fulfilled'])
})
