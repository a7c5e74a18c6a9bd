// What do stopping, lengthening and confirming do to a period of a case?
import { expect, test } from 'vitest'
import { applyCaseVerb } from '../../domain/engine/decide-verbs.ts'
import { draftOf } from '../../domain/model/draft.ts'
import type { CaseRecord, NewFact } from '../../domain/model/record.ts'
import type { Person } from '../../domain/organisation/actor.ts'
import { refusal } from '../case/acting.ts'
import { levelOf, periodOf, threeClocks } from '../support/periods-made-up.ts'
import { counter } from '../support/processes/counter.ts'
import { decisionContextAt } from '../support/walks/walk.ts'
import { after, because, chen, command, gao, later, started } from './case-commands.ts'

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

test('what is done to a period that stays inside stays inside', () => {
  const clocks = threeClocks.clocks.map((clock) => ({ ...clock, audience: 'internal' as const }))
  const data = { obligation: review.id, by: 3, ...because }
  const inside = { ...threeClocks, clocks }
  expect(after(clocked(review), chen, 'extend-clock', data, {}, inside).facts).toMatchObject([
    { type: 'extend-clock', audience: 'internal' },
  ])
})

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
