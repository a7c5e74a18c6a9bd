// What do taking back, correcting and reopening do to a case?
import { expect, test } from 'vitest'
import { applyCaseVerb } from '../../domain/engine/decide-verbs.ts'
import { draftOf } from '../../domain/model/draft.ts'
import type { ProcessDefinition } from '../../domain/model/process.ts'
import type { CaseRecord } from '../../domain/model/record.ts'
import { refusal } from '../case/acting.ts'
import { devices } from '../support/people/cast.ts'
import { levelOf, periodOf } from '../support/periods-made-up.ts'
import { counter } from '../support/processes/counter.ts'
import { decisionContextAt } from '../support/walks/walk.ts'
import { after, because, chen, command, later, lin, started, wu } from './case-commands.ts'

test('what is taken back is said to whom the act was said, with its name; the case stands as before', () => {
  const finished = after(started, lin, 'finish').record
  const back = after(finished, lin, 'take-back', because)
  expect(back.record.snapshot.value).toBe('counting')
  expect(back.record.undo).toBe(null)
  expect([back.record.trail, back.record.returns]).toEqual([[], []])
  expect(back.facts).toMatchObject([
    {
      type: 'take-back',
      audience: 'party',
      data: { ...because, event: 'finish' },
      before: 'checking',
      after: 'counting',
    },
  ])
  expect('hand' in (back.facts[0]?.data ?? {})).toBe(false)
})

test('of a signature that is taken back it is said that it was only a signature, and the way of the case stays as it was', () => {
  const checking = {
    ...after(started, lin, 'finish').record,
    trail: [{ fact: 1 }] as never,
    returns: [{ from: 'a', path: [] }] as never,
  }
  const proposed = after(checking, chen, 'approve', { outcome: 'yes' }).record
  const back = after(proposed, chen, 'take-back', because)
  expect(back.facts[0]).toMatchObject({
    type: 'take-back',
    data: { ...because, event: 'sign', signatureOnly: true },
  })
  expect(Object.values(back.record.openTasks)[0]).toMatchObject({
    proposal: null,
    signatures: [{ person: 'chen', withdrawn: later }],
  })
  expect([back.record.trail, back.record.returns]).toEqual([checking.trail, checking.returns])
})

test('a period that the act began is cancelled with all its levels', () => {
  const begun = {
    ...periodOf('count', { id: 'count:2' }),
    escalationLevels: [levelOf('late', 'planned'), levelOf('later', 'fired')],
  }
  const finished = after(started, lin, 'finish').record
  const back = after(
    { ...finished, obligations: [...finished.obligations, begun] },
    lin,
    'take-back',
    because,
  )
  expect(back.record.obligations.find(({ id }) => id === 'count:2')).toMatchObject({
    status: 'cancelled',
    endedAt: later,
    escalationLevels: [
      { escalationLevel: 'late', status: 'cancelled', plannedAt: begun.dueAt },
      { escalationLevel: 'later', status: 'cancelled' },
    ],
  })
})

test('what only the authorities read is taken back among them', () => {
  const inner = {
    ...counter,
    events: { ...counter.events, finish: { ...counter.events.finish, audience: 'internal' } },
  } as ProcessDefinition
  const finished = after(started, lin, 'finish', {}, {}, inner).record
  expect(after(finished, lin, 'take-back', because, {}, inner).facts[0]?.audience).toBe('internal')
  const unnamed = { ...finished, undo: { ...finished.undo, event: 'return' } } as CaseRecord
  const back = after(unnamed, lin, 'take-back', because, {}, inner)
  expect(back.facts[0]?.audience).toBe('internal')
  expect(back.effects).toEqual([])
})

test('who heard of the act hears that it was taken back, in its words', () => {
  const afterOpinion = {
    ...counter,
    events: {
      ...counter.events,
      finish: { ...counter.events.finish, notify: counter.start.notify },
    },
  } as ProcessDefinition
  const finished = after(started, lin, 'finish', {}, {}, afterOpinion).record
  expect(after(finished, lin, 'take-back', because, {}, afterOpinion).effects).toMatchObject([
    {
      kind: 'notice',
      about: 'take-back',
      title: { zh: '【计数】撤回：完成 试1号', en: '[Counter] Taken back: Finish 试1号' },
    },
  ])
})

const fact = { type: 'start', seq: 1, data: { region: '330802', date: '2026-03-10' }, latest: true }
const lookedUp = (found: unknown) => ({ lookedUp: { people: [], posts: [], fact: found } as never })
const wanted = { seq: 1, field: 'date', value: '2026-03-12', reason: '写错' }

test('a correction waits with its reason and who asked for it, and only the authorities read that', () => {
  const request = after(started, lin, 'request-correction', wanted, lookedUp(fact))
  expect(request.record.corrections).toEqual({
    '1': { about: fact.type, data: { date: '2026-03-12' }, reason: '写错', by: 'lin' },
  })
  expect(request.facts).toMatchObject([
    {
      type: 'request-correction',
      audience: 'internal',
      data: { ...wanted, about: fact.type },
      actor: { id: 'lin' },
    },
  ])
  const two = after(
    request.record,
    wu,
    'request-correction',
    { ...wanted, seq: 2 },
    lookedUp({ ...fact, seq: 2 }),
  ).record
  expect(Object.keys(two.corrections)).toEqual(['1', '2'])
})

test('a correction whose record is not there any more does nothing', () => {
  const context = decisionContextAt(later)
  const apply = (type: string, data: Record<string, unknown>, of: CaseRecord, more = {}) =>
    refusal(() =>
      applyCaseVerb(counter, draftOf(of), command(lin, type, data), { ...context, ...more }),
    ).code
  expect(apply('request-correction', wanted, started)).toBe('not-possible-now')
  expect(apply('request-correction', wanted, started, lookedUp(null))).toBe('not-possible-now')
  const waits = {
    ...started,
    corrections: { '1': { about: 'x', data: { date: '2026-03-12' }, reason: '写错', by: 'lin' } },
  }
  expect(apply('approve-correction', { seq: 1 }, waits)).toBe('not-possible-now')
  expect(apply('approve-correction', { seq: 1 }, waits, lookedUp(null))).toBe('not-possible-now')
  expect(apply('approve-correction', { seq: 2 }, waits, lookedUp(fact))).toBe('not-possible-now')
  expect(apply('take-back', because, { ...started, undo: null })).toBe('not-possible-now')
  expect(apply('reopen', because, { ...started, status: 'closed' })).toBe('not-possible-now')
})

test('who is no person asks in nobody’s name', () => {
  const by = { ...command(lin, 'request-correction', wanted), by: devices }
  const request = applyCaseVerb(counter, draftOf(started), by, {
    ...decisionContextAt(later),
    ...lookedUp(fact),
  })
  expect(request.record.corrections['1']?.by).toBe('')
})

test('an approved correction says what was, what is and why; the case goes on with it, and others still wait', () => {
  const other = { about: 'x', data: { date: '2026-03-13' }, reason: '另一', by: 'wu' }
  const waits = {
    ...started,
    corrections: {
      '1': { about: 'x', data: { date: '2026-03-12' }, reason: '写错', by: 'lin' },
      '2': other,
    },
  }
  const approved = after(waits, chen, 'approve-correction', { seq: 1 }, lookedUp(fact))
  expect(approved.facts).toMatchObject([
    {
      type: 'approve-correction',
      audience: 'party',
      data: {
        seq: 1,
        about: 'start',
        fields: ['date'],
        was: ['2026-03-10'],
        is: ['2026-03-12'],
        reason: '写错',
      },
    },
  ])
  expect(approved.record.data.start).toEqual({ region: '330802', date: '2026-03-12' })
  expect(approved.record.corrections).toEqual({ '2': other })
  expect(approved.record.obligations[0]?.due).toBe('2026-03-12')
})

test('the correction of an earlier statement leaves what is said now', () => {
  const waits = {
    ...started,
    corrections: { '1': { about: 'x', data: { date: '2026-03-12' }, reason: '写错', by: 'lin' } },
  }
  const old = { ...fact, latest: false, data: { date: '2026-03-11' } }
  const approved = after(waits, chen, 'approve-correction', { seq: 1 }, lookedUp(old))
  expect(approved.record.data).toEqual(started.data)
  expect(approved.facts[0]?.data).toMatchObject({ was: ['2026-03-11'], is: ['2026-03-12'] })
})

test('what the process remembers of a statement is corrected with it, from the whole statement', () => {
  const noted: unknown[] = []
  const process = {
    ...counter,
    corrected: (_: CaseRecord, input: unknown) => {
      noted.push(input)
      return { count: 7 }
    },
  } as unknown as ProcessDefinition
  const waits = {
    ...started,
    corrections: { '1': { about: 'x', data: { date: '2026-03-12' }, reason: '写错', by: 'lin' } },
  }
  const latest = { ...waits, data: { start: { region: '330802', date: '2026-03-10', more: 1 } } }
  const approved = after(latest, chen, 'approve-correction', { seq: 1 }, lookedUp(fact), process)
  expect(noted.at(-1)).toEqual({
    type: 'start',
    was: { region: '330802', date: '2026-03-10', more: 1 },
    is: { region: '330802', date: '2026-03-12', more: 1 },
  })
  expect(approved.record.snapshot.context).toEqual({ count: 7, late: 0 })
  const gone = { ...waits, data: {} }
  expect(
    after(gone, chen, 'approve-correction', { seq: 1 }, lookedUp(fact), process).record.data.start,
  ).toMatchObject({
    date: '2026-03-12',
  })
})

test('a reopened case lives again where its process says, and the party reads why', () => {
  const process = {
    ...counter,
    reopen: {
      by: [{ role: 'section-chief', office: 'enforcement', level: 'county' }],
      value: 'checking',
    },
  } as unknown as ProcessDefinition
  const closed: CaseRecord = {
    ...started,
    status: 'closed',
    closedAt: later,
    openTasks: {},
    snapshot: { ...started.snapshot, value: 'done', status: 'done' },
  }
  const again = after(closed, chen, 'reopen', because, {}, process)
  expect(again.record).toMatchObject({
    status: 'open',
    closedAt: null,
    generation: 2,
    snapshot: { value: 'checking', status: 'active' },
  })
  expect(Object.values(again.record.openTasks)).toMatchObject([{ task: 'check', openedAt: later }])
  expect(again.facts).toMatchObject([
    { type: 'reopen', audience: 'party', data: because, before: 'done', after: 'checking' },
  ])
})
