// What do taking back, correcting, reopening and working on a clock leave in the record, and who may read it?
import { expect, test } from 'vitest'
import { decide } from '../../domain/engine/decide.ts'
import { applyCaseVerb } from '../../domain/engine/decide-verbs.ts'
import type { Command } from '../../domain/model/command.ts'
import type { DecisionContext } from '../../domain/model/decision-context.ts'
import { draftOf } from '../../domain/model/draft.ts'
import type { ProcessDefinition } from '../../domain/model/process.ts'
import type { CaseRecord, NewFact } from '../../domain/model/record.ts'
import type { Person } from '../../domain/organisation/actor.ts'
import { refusal } from '../case/acting.ts'
import { actor, devices } from '../support/people/cast.ts'
import { levelOf, periodOf, threeClocks } from '../support/periods-made-up.ts'
import { counter } from '../support/processes/counter.ts'
import { at } from '../support/tasks-made-up.ts'
import { decisionContextAt, opened } from '../support/walks/walk.ts'

const [lin, wu, chen, gao] = [actor('lin'), actor('wu'), actor('chen'), actor('gao')]
const later = '2026-03-03T01:00:00.000Z'
const { record: started } = opened(counter, lin, { region: '330802', date: '2026-03-10' }, at)
const command = (by: Person, type: string, data: Record<string, unknown> = {}): Command => ({
  type,
  data,
  taskId: null,
  by,
  ifMatch: null,
  occurredAt: later,
})
const after = (
  of: CaseRecord,
  by: Person,
  type: string,
  data: Record<string, unknown> = {},
  more: Partial<DecisionContext> = {},
  process: ProcessDefinition = counter,
) => decide(process, of, command(by, type, data), { ...decisionContextAt(later), ...more })
const because = { reason: '写错' }

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
    '1': { data: { date: '2026-03-12' }, reason: '写错', by: 'lin' },
  })
  expect(request.facts).toMatchObject([
    { type: 'request-correction', audience: 'internal', data: wanted, actor: { id: 'lin' } },
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
    corrections: { '1': { data: { date: '2026-03-12' }, reason: '写错', by: 'lin' } },
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
  const other = { data: { date: '2026-03-13' }, reason: '另一', by: 'wu' }
  const waits = {
    ...started,
    corrections: { '1': { data: { date: '2026-03-12' }, reason: '写错', by: 'lin' }, '2': other },
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
    corrections: { '1': { data: { region: '330881' }, reason: '写错', by: 'lin' } },
  }
  const old = { ...fact, latest: false, data: { region: '330802' } }
  const approved = after(waits, chen, 'approve-correction', { seq: 1 }, lookedUp(old))
  expect(approved.record.data).toEqual(started.data)
  expect(approved.facts[0]?.data).toMatchObject({ was: ['330802'], is: ['330881'] })
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
    corrections: { '1': { data: { date: '2026-03-12' }, reason: '写错', by: 'lin' } },
  }
  const latest = { ...waits, data: { start: { region: '330802', date: '2026-03-10', more: 1 } } }
  const approved = after(latest, chen, 'approve-correction', { seq: 1 }, lookedUp(fact), process)
  expect(noted).toEqual([
    {
      type: 'start',
      was: { region: '330802', date: '2026-03-10', more: 1 },
      is: { region: '330802', date: '2026-03-12', more: 1 },
    },
  ])
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

const clocked = (...obligations: CaseRecord['obligations']): CaseRecord => ({
  ...started,
  obligations,
})
const review = periodOf('review', { rule: 'hazchem-licence.review' })

test.each<[string, Record<string, unknown>, Person]>([
  ['pause-clock', { kind: 'inspection', article: '第五条', ...because }, chen],
  ['extend-clock', { by: 3, ...because }, chen],
])(
  '%s changes the period that is named alone, and the party reads its name and day',
  (type, data, by) => {
    const beside = periodOf('dated')
    const done = after(
      clocked(beside, review),
      by,
      type,
      { obligation: review.id, ...data },
      {},
      threeClocks,
    )
    const [same, changed] = done.record.obligations
    expect(same).toEqual(beside)
    expect(changed).not.toEqual(review)
    expect(done.facts).toMatchObject([
      { type, audience: 'party', data: { ...data, clock: 'review', due: changed?.due } },
    ])
  },
)

test('a stopped period keeps its ground, its reason and its article, which may be left out', () => {
  const stop = (data: Record<string, unknown>) =>
    after(
      clocked(review),
      chen,
      'pause-clock',
      { obligation: review.id, kind: 'inspection', ...because, ...data },
      {},
      threeClocks,
    ).record.obligations[0]?.pauses
  expect(stop({ article: '第五条' })).toMatchObject([
    { kind: 'inspection', reason: '写错', article: '第五条', to: null },
  ])
  expect(stop({})).toMatchObject([{ kind: 'inspection', article: null }])
})

const confirm = (of: CaseRecord, data: Record<string, unknown> = {}) =>
  after(of, chen, 'confirm-rung', {
    obligation: 'count:9',
    escalationLevel: 'late',
    ...because,
    ...data,
  })
const waiting = (...levels: ReturnType<typeof levelOf>[]): CaseRecord => ({
  ...started,
  obligations: [
    periodOf('count', { id: 'count:8' }),
    periodOf('count', { id: 'count:9', escalationLevels: levels }),
  ],
})

test('a level that waits is confirmed: it fires now, its event happens and its people hear of it; the case’s people read who confirmed', () => {
  const done = confirm(waiting(levelOf('later', 'held'), levelOf('late', 'held')))
  expect(done.record.obligations[1]?.escalationLevels).toMatchObject([
    { escalationLevel: 'later', status: 'held' },
    { escalationLevel: 'late', status: 'fired', firedAt: later },
  ])
  expect(done.facts.map(({ type, audience }: NewFact) => `${type} ${audience}`)).toEqual([
    'confirm-rung internal',
    'fall-late party',
  ])
  expect(done.facts[0]?.data).toMatchObject({
    obligation: 'count:9',
    escalationLevel: 'late',
    ...because,
  })
  expect(done.record.snapshot.context).toMatchObject({ late: 1 })
  expect(done.effects).toMatchObject([
    { about: 'fall-late', obligation: 'count:9', escalationLevel: 'late' },
  ])
})

test('a level without an event of its own is only told', () => {
  const done = confirm(waiting(levelOf('late', 'held'), levelOf('later', 'held')), {
    escalationLevel: 'later',
  })
  expect(done.facts.map(({ type }) => type)).toEqual(['confirm-rung'])
  expect(done.effects).toMatchObject([{ about: 'later', escalationLevel: 'later' }])
})

test('only a level that waits is confirmed', () => {
  const words = '没有待确认的到期事项'
  expect(
    refusal(() => confirm(waiting(levelOf('late', 'fired'), levelOf('later', 'held')))).words,
  ).toBe(words)
  expect(refusal(() => confirm(waiting(levelOf('later', 'held')))).words).toBe(words)
  const context = decisionContextAt(later)
  const none = () =>
    applyCaseVerb(
      counter,
      draftOf(started),
      command(gao, 'confirm-rung', { obligation: 'none', escalationLevel: 'late' }),
      context,
    )
  expect(refusal(none).words).toBe(words)
})
