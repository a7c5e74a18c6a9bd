// Which periods may be stopped, set going, extended and confirmed, by whom, and what is said of the others?
import { expect, test } from 'vitest'
import { fits, judgeClock, offerClockVerb } from '../../domain/engine/judging/judge-clocks.ts'
import type { Judgement } from '../../domain/engine/judging/judgement.ts'
import type { Obligation } from '../../domain/model/record.ts'
import type { Person } from '../../domain/organisation/actor.ts'
import type { CaseVerb } from '../../domain/tasks/verbs.ts'
import { actor } from '../support/people/cast.ts'
import { levelOf, periodOf, threeClocks as process } from '../support/periods-made-up.ts'
import { at } from '../support/tasks-made-up.ts'
import { opened } from '../support/walks/walk.ts'

const [lin, chen, qi] = [actor('lin'), actor('chen'), actor('qi')]
const { record } = opened(process, lin, { region: '330802', date: '2026-03-10' }, at)
const none = 'not-possible-now: 没有可如此处理的时限'
const chiefWanted = 'not-allowed: 需要的岗位：科长'
const inspectorWanted = 'not-allowed: 需要的岗位：执法检查员'
const judgementText = (judgement: Judgement) =>
  judgement.allowed
    ? 'allowed'
    : `${judgement.code}: ${judgement.reasons.map(({ zh }) => zh).join('；')}`
const offered = (by: Person, verb: CaseVerb, ...obligations: Obligation[]) =>
  judgementText(offerClockVerb(process, { ...record, obligations }, by, verb))
const judged = (by: Person, type: CaseVerb, obligation: string, ...obligations: Obligation[]) =>
  judgementText(
    judgeClock(process, { ...record, obligations }, by, {
      type,
      data: { obligation },
      taskId: null,
    }),
  )
const dated = '“整改”止于文书或者法律确定的日期，只能经“加”、“完成”改期'

test.each<[CaseVerb, Partial<Obligation>, boolean]>([
  ['pause-clock', {}, true],
  ['pause-clock', { status: 'paused' }, false],
  ['pause-clock', { status: 'overdue' }, false],
  ['pause-clock', { rule: null }, false],
  ['resume-clock', { status: 'paused' }, true],
  ['resume-clock', {}, false],
  ['extend-clock', {}, true],
  ['extend-clock', { status: 'overdue' }, true],
  ['extend-clock', { status: 'paused' }, false],
  ['extend-clock', { clock: 'fixed' }, false],
  ['confirm-rung', { status: 'paused' }, false],
])('%s of a period of the rule book with %j: %s', (verb, changes, able) => {
  expect(fits(process, verb, periodOf('review', changes))).toBe(able)
})

test('only a level that waits to be confirmed is confirmed', () => {
  const levels = (...statuses: Parameters<typeof levelOf>[1][]) =>
    statuses.map((status, nth) => levelOf(`level-${nth}`, status))
  expect(
    fits(
      process,
      'confirm-rung',
      periodOf('review', { escalationLevels: levels('fired', 'held') }),
    ),
  ).toBe(true)
  expect(
    fits(process, 'confirm-rung', periodOf('review', { escalationLevels: levels('fired') })),
  ).toBe(false)
})

test('a clock is kept by its owner alone', () => {
  expect(offered(chen, 'pause-clock', periodOf('review'))).toBe('allowed')
  expect(offered(lin, 'pause-clock', periodOf('review'))).toBe(chiefWanted)
  expect(judged(chen, 'pause-clock', 'review:1', periodOf('review'))).toBe('allowed')
  expect(judged(lin, 'pause-clock', 'review:1', periodOf('review'))).toBe(chiefWanted)
  const both = { ...lin, appointments: [...lin.appointments, ...chen.appointments] }
  expect(offered(both, 'pause-clock', periodOf('review'))).toBe('allowed')
})

test('only periods that still run and that the verb fits are counted', () => {
  expect(offered(chen, 'pause-clock')).toBe(none)
  expect(offered(chen, 'pause-clock', periodOf('review', { status: 'met' }))).toBe(none)
  expect(offered(chen, 'resume-clock', periodOf('review'))).toBe(none)
  expect(judged(chen, 'pause-clock', 'other', periodOf('review'))).toBe(none)
  expect(judged(chen, 'extend-clock', 'review:1', periodOf('review', { status: 'met' }))).toBe(none)
  expect(judged(chen, 'resume-clock', 'review:1', periodOf('review'))).toBe(none)
})

test('the period that is named is judged, not another', () => {
  const two = [periodOf('dated', { rule: 'x' }), periodOf('review')]
  expect(judged(lin, 'pause-clock', 'review:1', ...two)).toBe(chiefWanted)
  expect(judged(lin, 'pause-clock', 'dated:1', ...two)).toBe('allowed')
})

test('of a date that acts move, its owner learns which acts those are; nobody else learns anything of it', () => {
  expect(offered(lin, 'extend-clock', periodOf('dated'))).toBe(`not-possible-now: ${dated}`)
  expect(judged(lin, 'extend-clock', 'dated:1', periodOf('dated'))).toBe(
    `not-possible-now: ${dated}`,
  )
  expect(offered(chen, 'extend-clock', periodOf('dated'))).toBe(none)
  expect(judged(chen, 'extend-clock', 'dated:1', periodOf('dated'))).toBe(none)
  const judgement = offerClockVerb(
    process,
    { ...record, obligations: [periodOf('dated')] },
    lin,
    'extend-clock',
  )
  expect(judgement).toMatchObject({ reasons: [{ en: expect.stringContaining('“Add”, “Finish”') }] })
})

test('of a date that nothing moves, its owner learns that it is not extended', () => {
  const words = 'not-possible-now: “期满”止于文书或者法律确定的日期，不能延长'
  expect(offered(lin, 'extend-clock', periodOf('fixed'))).toBe(words)
  expect(judged(lin, 'extend-clock', 'fixed:1', periodOf('fixed'))).toBe(words)
  expect(offered(lin, 'extend-clock', periodOf('fixed', { status: 'met' }))).toBe(none)
})

test('why a date is not moved is said of extending alone, and not of a period that could be extended', () => {
  expect(offered(lin, 'resume-clock', periodOf('dated'))).toBe(none)
  expect(judged(lin, 'resume-clock', 'dated:1', periodOf('dated'))).toBe(none)
  expect(judged(chen, 'extend-clock', 'review:1', periodOf('review', { status: 'paused' }))).toBe(
    none,
  )
  expect(offered(chen, 'extend-clock', periodOf('review', { status: 'paused' }))).toBe(none)
})

test('an enterprise is not notified of periods that the authorities keep among themselves', () => {
  expect(
    offered(qi, 'confirm-rung', periodOf('fixed', { escalationLevels: [levelOf('late', 'held')] })),
  ).toBe(none)
  expect(
    judged(
      qi,
      'confirm-rung',
      'fixed:1',
      periodOf('fixed', { escalationLevels: [levelOf('late', 'held')] }),
    ),
  ).toBe(none)
  expect(
    judged(
      qi,
      'confirm-rung',
      'dated:1',
      periodOf('dated', { escalationLevels: [levelOf('late', 'held')] }),
    ),
  ).toBe(inspectorWanted)
})
