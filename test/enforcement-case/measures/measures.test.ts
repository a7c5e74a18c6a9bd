// Is each measure on things approved, taken, kept within its period, disposed of or lifted, and does the case wait for it?
import { expect, test } from 'vitest'
import { enforcementCase } from '../../../domain/enforcement-case/process.ts'
import { actor, author } from '../../support/people/cast.ts'
import { matter, prosecuting, sample } from '../samples.ts'
import {
  carriedOut,
  measureSamples,
  onTheSpotSeizure,
  registration,
  seizure,
} from './measure-samples.ts'
import { measuring } from './measuring.ts'

const { clock, does, extended, filed, inForce, item, refusal, stateOf, taskOf } = measuring

test('nothing is registered or seized before the case is filed and the leader has approved it', () => {
  const early = prosecuting(matter, '2026-03-02')
  for (const form of [registration, seizure])
    expect(refusal(() => early.does(['lin', 'propose-measure', form]))).toContain('尚未立案')
  const play = filed(['lin', 'propose-measure', registration])
  expect(stateOf(play)).toBe('proposed')
  expect(refusal(() => does(play, 'lin', 'carry-out-measure'))).not.toBe('allowed')
  expect(refusal(() => does(play, 'lin', 'approve-measure'))).not.toBe('allowed')
  does(play, 'gao', 'approve-measure')
  const before = { ...carriedOut, takenOn: '2026-03-01' }
  expect(refusal(() => does(play, 'lin', 'carry-out-measure', before))).toContain('第五十六条')
  const later = { ...carriedOut, takenOn: '2026-03-03' }
  expect(refusal(() => does(play, 'lin', 'carry-out-measure', later))).toContain('不得晚于今日')
  const untold = { ...carriedOut, rightsTold: false }
  expect(refusal(() => does(play, 'lin', 'carry-out-measure', untold))).toContain('第十八条')
  const alone = { ...carriedOut, certificates: ['浙执001'] }
  expect(refusal(() => does(play, 'lin', 'carry-out-measure', alone))).toContain('不得少于两人')
  does(play, 'lin', 'carry-out-measure')
  expect(stateOf(play)).toBe('in-force')
})

test('whoever has proposed it does not approve it, though he holds the post', () => {
  const play = filed(['lin', 'propose-measure', registration])
  const [lin, gao] = [actor('lin'), actor('gao')]
  const both = { ...lin, appointments: [...lin.appointments, ...gao.appointments] }
  const approves = (who: typeof lin) =>
    play.act(who, 'approve-measure', {}, { taskId: taskOf(play) })
  expect(refusal(() => approves(both))).toContain('不得批准')
  approves(gao)
  expect(stateOf(play)).toBe('approved')
})

test('registered evidence is disposed of within seven working days, or is free by itself', () => {
  const play = inForce(registration)
  expect(clock(play, 'evidence-disposal')).toMatchObject({
    rule: 'enforcement-case.evidence-disposal',
    start: '2026-03-02',
    due: '2026-03-11',
  })
  expect(clock(play, 'seizure')).toBeUndefined()
  for (const [who, type] of [
    ['lin', 'send-to-test'],
    ['gao', 'extend-measure'],
  ] as const)
    expect(refusal(() => does(play, who, type))).toContain('第五十六条')
  play.to('2026-03-11T15:00:00.000Z')
  expect(stateOf(play)).toBe('in-force')
  play.to('2026-03-12T01:00:00.000Z')
  expect(stateOf(play)).toBe('returning')
  expect(item(play)?.snapshot.context.lapsed).toBe(true)
  expect(refusal(() => does(play, 'gao', 'dispose-measure'))).not.toBe('allowed')
  does(play, 'lin', 'return-things')
  expect(item(play)).toBeUndefined()
})

test('disposed of in time it ends, and nothing lapses', () => {
  const play = inForce(registration)
  does(play, 'gao', 'dispose-measure')
  expect(item(play)).toBeUndefined()
  play.to('2026-03-20T01:00:00.000Z')
  expect(play.record().obligations.some(({ clock }) => clock === 'evidence-disposal')).toBe(false)
})

test('a seizure lasts thirty days, once more thirty, and no third time', () => {
  const play = inForce(seizure)
  expect(clock(play, 'seizure')).toMatchObject({ start: '2026-03-02', due: '2026-04-01' })
  expect(refusal(() => does(play, 'lin', 'extend-measure'))).not.toBe('allowed')
  expect(refusal(() => extended(play, 31))).toContain('超过上限30')
  extended(play, 30)
  expect(clock(play, 'seizure')?.due).toBe('2026-05-01')
  expect(refusal(() => extended(play, 1))).toContain('不得再次延长（《行政强制法》第二十五条）')
  const third = refusal(() =>
    play.act(author('gao'), 'extend-clock', {
      obligation: clock(play, 'seizure')?.id,
      by: 1,
      reason: '情况复杂',
    }),
  )
  expect(third).toContain('最多延长1次')
  expect(third).toContain('行政强制法第25')
  play.to('2026-05-01T15:00:00.000Z')
  expect(stateOf(play)).toBe('in-force')
  play.to('2026-05-02T01:00:00.000Z')
  expect(stateOf(play)).toBe('returning')
})

test('the time of a test does not count for a seizure', () => {
  const play = inForce(seizure)
  play.to('2026-03-10T01:00:00.000Z')
  does(play, 'lin', 'send-to-test', { ...sample('send-to-test'), testUntil: '2026-04-20' })
  expect(clock(play, 'seizure')?.status).toBe('paused')
  play.to('2026-04-10T01:00:00.000Z')
  expect(stateOf(play)).toBe('testing')
  does(play, 'lin', 'record-test')
  expect(clock(play, 'seizure')).toMatchObject({ status: 'running', due: '2026-05-03' })
  expect(clock(play, 'seizure-test')).not.toMatchObject({ status: 'running' })
})

test('of a test only the fixed time is left out, and its result may still come later', () => {
  const play = inForce(seizure)
  play.to('2026-03-10T01:00:00.000Z')
  const past = { ...sample('send-to-test'), testUntil: '2026-03-09' }
  expect(refusal(() => does(play, 'lin', 'send-to-test', past))).toContain('第二十五条第三款')
  const { testUntil: _, ...endless } = sample('send-to-test') ?? {}
  expect(refusal(() => does(play, 'lin', 'send-to-test', endless))).not.toBe('allowed')
  expect(refusal(() => does(play, 'lin', 'record-late-test'))).toContain('没有待登记')
  does(play, 'lin', 'send-to-test', { ...sample('send-to-test'), testUntil: '2026-03-20' })
  const before = play.facts.length
  play.to('2026-03-20T15:00:00.000Z')
  expect(stateOf(play)).toBe('testing')
  expect(play.facts.slice(before).map(({ data }) => data)).toContainEqual(
    expect.objectContaining({ clock: 'seizure-test', escalationLevel: 'warning' }),
  )
  play.to('2026-03-21T01:00:00.000Z')
  expect(stateOf(play)).toBe('in-force')
  expect(clock(play, 'seizure')).toMatchObject({ status: 'running', due: '2026-04-12' })
  does(play, 'lin', 'record-late-test')
  expect(refusal(() => does(play, 'lin', 'record-late-test'))).toContain('没有待登记')
  play.to('2026-04-13T01:00:00.000Z')
  expect(stateOf(play)).toBe('returning')
})

test('the days of a second test are not left out', () => {
  const play = inForce(seizure)
  play.to('2026-03-10T01:00:00.000Z')
  const sends = (testUntil: string) =>
    does(play, 'lin', 'send-to-test', { ...sample('send-to-test'), testUntil })
  sends('2026-03-20')
  does(play, 'lin', 'record-test')
  expect(refusal(() => sends('2026-04-20'))).toContain('已扣除一次')
  expect(clock(play, 'seizure')).toMatchObject({ status: 'running', due: '2026-04-02' })
})

test('what is needed no more is lifted and not disposed of, and the things go back', () => {
  const play = inForce(seizure)
  expect(refusal(() => does(play, 'gao', 'dispose-measure'))).toContain('第二十八条')
  expect(refusal(() => does(play, 'lin', 'lift-measure'))).not.toBe('allowed')
  does(play, 'gao', 'lift-measure')
  expect(clock(play, 'seizure')).not.toMatchObject({ status: 'running' })
  const tomorrow = { ...sample('return-things'), returnedOn: '2026-03-03' }
  expect(refusal(() => does(play, 'lin', 'return-things', tomorrow))).toContain('不得晚于今日')
  does(play, 'lin', 'return-things')
  expect(item(play)).toBeUndefined()
})

test('what is urgent is taken at once, told within a day, and approved or lifted', () => {
  const play = prosecuting(matter, '2026-03-02')
  const later = { ...onTheSpotSeizure, takenAt: '2026-03-02T09:00:00.000Z' }
  expect(refusal(() => play.does(['lin', 'propose-measure', later]))).toContain('不得晚于现在')
  const { things: _, ...listless } = onTheSpotSeizure
  expect(refusal(() => play.does(['lin', 'propose-measure', listless]))).not.toBe('allowed')
  play.does(['lin', 'propose-measure', onTheSpotSeizure])
  expect(stateOf(play)).toBe('taken')
  expect(clock(play, 'coercion-report')?.dueAt).toBe('2026-03-03T01:00:00.000Z')
  expect(clock(play, 'seizure')?.due).toBe('2026-04-01')
  expect(refusal(() => play.does(['gao', 'refuse-filing']))).toContain('第1号尚未处理或者解除')
  play.to('2026-03-03T02:00:00.000Z')
  expect(clock(play, 'coercion-report')?.status).toBe('overdue')
  does(play, 'gao', 'confirm-measure')
  expect(stateOf(play)).toBe('in-force')
  const other = prosecuting(matter, '2026-03-02', ['lin', 'propose-measure', onTheSpotSeizure])
  does(other, 'gao', 'reject-measure')
  expect(stateOf(other)).toBe('returning')
  expect(clock(other, 'seizure')).not.toMatchObject({ status: 'running' })
})

test('the case does not end while anything is taken, and says by number which', () => {
  const play = filed(
    ['lin', 'record-evidence'],
    ['wu', 'sign'],
    ['lin', 'propose-measure', registration],
    ['lin', 'propose-measure', seizure],
    ['lin', 'conclude-investigation', sample('conclude-investigation', 5)],
    ['wu', 'sign'],
    ['chen', 'approve-report'],
  )
  const withdraws = () => refusal(() => play.does(['gao', 'withdraw-case']))
  expect(withdraws()).toContain('第1号、第2号尚未处理或者解除')
  does(play, 'gao', 'refuse-measure')
  expect(withdraws()).toContain('第2号尚未处理或者解除')
  does(play, 'gao', 'approve-measure', {}, 2)
  does(play, 'lin', 'drop-measure', undefined, 2)
  expect(withdraws()).toBe('allowed')
  expect(play.record().status).toBe('closed')
})

test('every act of a measure has a lawful filling', () => {
  const measure = enforcementCase.items?.find(({ kind }) => kind === 'measure')
  expect(Object.keys(measure?.events ?? {}).filter((type) => !measureSamples[type])).toEqual([
    'test-over',
    'measure-lapsed',
    'things-confiscated',
    'measure-released',
  ])
})
