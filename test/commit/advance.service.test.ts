// What does one command change of a case, once however often it is sent?
import { randomUUID } from 'node:crypto'
import { expect, test } from 'vitest'
import { createMachine } from 'xstate'
import { findCommand } from '../../db/cases/commands.ts'
import type { EventDefinition, ProcessDefinition } from '../../domain/model/process.ts'
import { counter } from '../support/processes/counter.ts'
import {
  began,
  begin,
  facts,
  factsOf,
  give,
  listening,
  opened,
  record,
  setNow,
  setProcess,
  useCounterDatabase,
} from './advancing.ts'

useCounterDatabase()

const midnight = '2026-03-10T16:00:00.000Z'
const { config, implementations } = counter.machine

/** Each start of its clock is over the instant it begins, and begins the next. */
const restless: ProcessDefinition = {
  ...counter,
  clocks: counter.clocks.map((clock) => ({
    ...clock,
    startsOn: ['start', 'fall-late'],
    due: { dateField: 'date', article: '§', kept: true },
  })),
  machine: createMachine(
    { ...config, context: { count: 0, late: 0, date: '2026-03-10' } } as never,
    implementations as never,
  ) as never,
}

const broken = (): never => {
  throw new TypeError('broken')
}

test('a case begins with a number, under its own id, and says how long it may sleep', async () => {
  const caseId = randomUUID()
  setNow(began)
  setProcess(listening)
  const { result, id } = await give(caseId, 'start', { region: '330802', date: '2026-03-10' })
  expect(result).toMatchObject({
    caseId,
    revision: 1,
    answer: { ok: true, revision: 1, material: 1 },
    closed: false,
    chart: 1,
    effects: true,
  })
  expect(result.wakeInMs).toBe(Date.parse(midnight) - Date.parse(began))
  expect(await record(caseId)).toMatchObject({
    id: caseId,
    number: expect.stringMatching(/./),
    status: 'open',
  })
  expect((await facts(caseId)).map(({ type, commandId, data }) => [type, commandId, data])).toEqual(
    [['start', id, { region: '330802', date: '2026-03-10' }]],
  )
})

test('the same command again changes nothing and is answered the same', async () => {
  const caseId = await begin()
  const { request, result, id } = await give(caseId, 'add', { n: 5 })
  const again = await opened.advance(request)
  expect(again.answer).toEqual(result.answer)
  expect((await record(caseId))?.snapshot.context).toMatchObject({ count: 5 })
  expect((await findCommand(opened.db, id))?.answer).toMatchObject({ ok: true, revision: 2 })
})

test('a refusal changes nothing, its words stand in the row, and the same again is refused the same', async () => {
  const caseId = await begin()
  const { request, result, id } = await give(caseId, 'approve', { outcome: 'yes' })
  expect(result).toMatchObject({
    revision: 1,
    answer: { ok: false, code: 'not-possible-now', revision: 1 },
  })
  expect((await opened.advance(request)).answer).toEqual(result.answer)
  expect((await findCommand(opened.db, id))?.answer).toMatchObject({
    ok: false,
    problem: { code: 'not-possible-now' },
  })
  expect(await factsOf(caseId)).toEqual(['start'])
})

test('what is no refusal is thrown, and nothing is kept of it', async () => {
  const caseId = await begin()
  setProcess({
    ...listening,
    events: {
      ...listening.events,
      add: { ...(listening.events.add as EventDefinition), notifyFor: () => broken() },
    },
  })
  await expect(give(caseId, 'add', { n: 1 })).rejects.toThrow('broken')
  setProcess(listening)
  expect(await factsOf(caseId)).toEqual(['start'])
})

test('a case that does not begin is answered as one that has ended at the door', async () => {
  const caseId = randomUUID()
  setProcess(listening)
  const { result } = await give(caseId, 'add', { n: 1 })
  expect(result).toEqual({
    caseId,
    revision: 0,
    wakeInMs: null,
    effects: false,
    closed: true,
    state: 'refused',
    details: 'refused at the door',
    answer: { ok: false, code: 'not-found', revision: 0 },
  })
  expect(await record(caseId)).toBe(undefined)
})

test('who is unknown is refused, and so is the system where there is no case', async () => {
  const caseId = await begin()
  expect((await give(caseId, 'add', { n: 1 }, { who: 'nobody' })).result.answer).toMatchObject({
    ok: false,
    code: 'unauthenticated',
  })
  expect(
    (await give(randomUUID(), 'reproject', {}, { kind: 'system', who: 'system' })).result.answer,
  ).toMatchObject({
    ok: false,
    code: 'not-found',
  })
})

test('what has fallen due comes before an act of later, and after one of earlier; each is written by itself, under no command', async () => {
  const caseId = await begin()
  setNow(midnight)
  const { id } = await give(caseId, 'add', { n: 1 }, { at: '2026-03-10T15:59:59.999Z' })
  expect(
    (await facts(caseId)).map(({ type, commandId, occurredAt }) => [type, commandId, occurredAt]),
  ).toEqual([
    ['start', expect.any(String), began],
    ['add', id, '2026-03-10T15:59:59.999Z'],
    ['expired', null, midnight],
    ['escalation', null, midnight],
    ['fall-late', null, midnight],
  ])
  const late = await begin()
  setNow(midnight)
  await give(late, 'add', { n: 1 }, { at: midnight })
  expect((await factsOf(late)).at(-1)).toBe('add')
})

test('without a command only what has fallen due is done; before that nothing is', async () => {
  const caseId = await begin()
  const before = await opened.advance({ caseId, process: 'counter', commandId: null })
  expect([before.answer, before.revision]).toEqual([null, 1])
  setNow(midnight)
  const after = await opened.advance({ caseId, process: 'counter', commandId: null })
  expect(after).toMatchObject({ answer: null, revision: 3 })
  expect(await factsOf(caseId)).toEqual(['start', 'expired', 'escalation', 'fall-late'])
})

test('what three clocks bring at the same instant happens three times', async () => {
  const [clock] = counter.clocks
  const caseId = await begin(
    {},
    {
      ...counter,
      clocks: ['count', 'again', 'and-again'].map((name) => ({ ...clock!, clock: name })),
    },
  )
  setNow(midnight)
  const { answer, wakeInMs } = await opened.advance({ caseId, process: 'counter', commandId: null })
  expect([answer, wakeInMs! > 0]).toEqual([null, true])
  expect((await factsOf(caseId)).filter((type) => type === 'fall-late')).toHaveLength(3)
  expect((await record(caseId))?.snapshot.context).toMatchObject({ late: 3 })
})

test('two levels of one clock at the same instant both happen', async () => {
  const [clock] = counter.clocks
  const [late] = clock!.escalationPolicy
  const again = { ...late!, escalationLevel: 'again', event: null }
  const caseId = await begin(
    {},
    { ...counter, clocks: [{ ...clock!, escalationPolicy: [late!, again] }] },
  )
  setNow(midnight)
  await opened.advance({ caseId, process: 'counter', commandId: null })
  expect(await factsOf(caseId)).toEqual([
    'start',
    'expired',
    'escalation',
    'fall-late',
    'escalation',
  ])
})

test('a case that does not come to rest is a defect, and is left as it was', async () => {
  const caseId = await begin({}, restless)
  setNow(midnight)
  await expect(opened.advance({ caseId, process: 'counter', commandId: null })).rejects.toThrow(
    /stands due after it was applied|does not come to rest/,
  )
  expect(await factsOf(caseId)).toEqual(['start'])
})
