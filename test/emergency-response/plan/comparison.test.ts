// Do the orders of a plan stand ready when their level is reached, and is every departure from it found?
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { planChoice } from '../../../domain/emergency-response/plan/choice.ts'
import {
  comparisonLines,
  plannedChoices,
  plannedOrders,
} from '../../../domain/emergency-response/plan/comparison.ts'
import {
  afterOrder,
  atLevel,
  type PlanCourse,
  planAtStart,
  plannedLawful,
} from '../../../domain/emergency-response/plan/course.ts'
import { orderRecipients } from '../../../domain/emergency-response/regions/recipients.ts'
import type { CaseRecord } from '../../../domain/model/record.ts'
import { later } from '../../../domain/time/instant.ts'
import { refusal } from '../../case/acting.ts'
import { actor } from '../../support/people/cast.ts'
import { emergency, type Line } from '../playing.ts'
import { reported, start } from '../samples.ts'
import { entry } from './samples.ts'

const [dan, gao] = [actor('dan'), actor('gao')]
const started = (level: string, ...further: Line[]) =>
  emergency(
    reported,
    {},
    ['dan', 'verify', { findings: '属实' }],
    [
      'gao',
      'start-response',
      {
        level,
        reason: '试验',
        period: '一日',
        measures: '搜救',
        plan: entry.number,
        ...planChoice.keep(entry),
      },
    ],
    ...further,
  )
type Play = ReturnType<typeof started>
const minutes = (n: number) => later(start, n * 60_000)
const planned = (play: Play, at = start) => plannedOrders(play.record(), at)
const one = (play: Play, key: string, at = start) =>
  planned(play, at).find((found) => found.key === key)
const departures = (play: Play, key: string, at = start) =>
  one(play, key, at)?.departures.map(({ zh }) => zh)
const fire = { to: 'city-fire/duty-officer', task: '赶赴现场', planned: '2' }
const endsAt = (n: number) => ({ finishBy: minutes(n) })

describe('the orders of a plan', () => {
  test('stand ready for the level of the response, those of a graver one when it is raised', () => {
    const play = started('4')
    expect(planned(play).map(({ key, state }) => [key, state])).toEqual([
      ['2', 'ready'],
      ['3', 'ready'],
      ['4', 'ready'],
    ])
    play.does(['wait', 30], ['gao', 'change-level', { level: '3', reason: '扩大' }])
    expect(one(play, '1', minutes(30))).toMatchObject({ dueAt: minutes(45), state: 'ready' })
    play.does(['gao', 'change-level', { level: '4', reason: '受控' }])
    expect(planned(play)).toHaveLength(4)
  })

  test('begin the form with recipient, task and the end that the plan gives them', () => {
    expect(one(started('4'), '2')).toMatchObject({
      recipient: '市消防救援支队',
      group: '330800-fire/duty-officer',
      minutes: 5,
      form: {
        planned: '2',
        to: 'city-fire/duty-officer',
        task: '派出救援队伍赶赴现场',
        finishBy: minutes(5),
      },
    })
    expect(one(started('4'), '4')).toMatchObject({
      group: null,
      dueAt: null,
      form: { planned: '4', task: '启动碱液喷淋' },
    })
    expect(one(started('4'), '2', minutes(6))?.form).not.toHaveProperty('finishBy')
  })

  test('are given once to each post, and only at their level', () => {
    const play = started('4')
    play.act(dan, 'give-order', { ...fire, ...endsAt(5) })
    expect(one(play, '2')).toMatchObject({ state: 'given', givenAt: start, departures: [] })
    const again = refusal(() => play.act(gao, 'give-order', fire))
    expect(again.words).toContain('已向该单位下达')
    play.act(gao, 'give-order', { ...fire, to: 'city-command/commander' })
    expect(departures(play, '2')).toEqual([expect.stringContaining('未定完成时限')])
    for (const key of ['1', '9', '0', 'x'])
      expect(refusal(() => play.act(dan, 'give-order', { ...fire, planned: key })).words).toMatch(
        /没有这一项预案指令|尚未达到该项指令的响应级别/,
      )
    const without = emergency(reported, {}, ['dan', 'verify'], ['gao', 'start-response'])
    expect(refusal(() => without.act(dan, 'give-order', fire)).words).toContain('不需要填写')
    expect(plannedChoices(without.record())).toBeNull()
    expect(plannedOrders(without.record(), start)).toEqual([])
  })
})

describe('promise (emergencies): every departure of the orders from the plan is found', () => {
  test('where an order is not given in time, or not at all', () => {
    const play = started('4')
    expect(departures(play, '2', minutes(5))).toEqual([])
    expect(one(play, '2', minutes(6))?.state).toBe('overdue')
    expect(departures(play, '2', minutes(6))).toEqual(['2026-03-02 09:05前未下达'])
    play.does(['gao', 'end-response', { reason: '受控' }])
    expect(planned(play).map(({ state }) => state)).toEqual(['missed', 'missed', 'missed'])
  })

  test('where it is given late, to somebody else, or with more time', () => {
    const late = started('4', ['wait', 6])
    late.act(dan, 'give-order', { ...fire, ...endsAt(60) })
    expect(departures(late, '2')).toEqual([
      '迟发：2026-03-02 09:06下达，预案时限为2026-03-02 09:05',
    ])
    const other = started('4')
    other.act(dan, 'give-order', { ...fire, to: 'city-police/duty-officer', ...endsAt(5) })
    expect(departures(other, '2')).toEqual([expect.stringMatching(/^改由市公安局.*承办$/)])
    const longer = started('4')
    longer.act(dan, 'give-order', { ...fire, ...endsAt(30) })
    expect(departures(longer, '2')).toEqual([expect.stringContaining('完成时限放宽至')])
  })

  test('and stands in words of a document', () => {
    const play = started('4')
    play.act(dan, 'give-order', { ...fire, ...endsAt(5) })
    expect(comparisonLines(play.record(), minutes(10))).toEqual([
      'Ⅳ级响应：派出救援队伍赶赴现场（市消防救援支队，5分钟内）——已按预案下达',
      'Ⅳ级响应：派人到场核实（柯城区应急管理局，20分钟内）——尚未下达',
      'Ⅳ级响应：启动碱液喷淋（生产部）——尚未下达',
    ])
  })
})

const level = fc.constantFrom(1, 2, 3, 4) as fc.Arbitrary<1 | 2 | 3 | 4>
const posts = Object.keys(orderRecipients)
const row = fc.record({
  level: level.map(String),
  order: fc.string({ minLength: 1, maxLength: 300 }),
  office: fc.string({ maxLength: 20 }),
  leadMinutes: fc.nat(60),
  to: fc.option(fc.constantFrom(...posts), { nil: undefined }),
})
const step = fc.record({
  minute: fc.nat(120),
  raise: fc.option(level, { nil: undefined }),
  planned: fc.oneof(fc.integer({ min: 0, max: 12 }).map(String), fc.string({ maxLength: 3 })),
  to: fc.constantFrom(...posts),
  lasts: fc.option(fc.nat(90), { nil: undefined }),
})

const recordOf = (planOrders: unknown, plan: PlanCourse | null, endedAt: string | null) =>
  ({
    ...started('4').record(),
    data: { 'start-response': { planOrders } },
    snapshot: { value: {}, status: 'active', context: { plan, endedAt } },
  }) as unknown as CaseRecord

describe('whatever is ordered under whatever plan', () => {
  test('each row of a level reached stands once, and what was not given as planned says so', () => {
    fc.assert(
      fc.property(fc.array(row, { maxLength: 10 }), level, fc.array(step), (rows, first, steps) => {
        const gravest = new Set<number>([first])
        let course = planAtStart({ planOrders: rows }, first, start)
        let given = 0
        const ordered = [...steps].sort((a, b) => a.minute - b.minute)
        for (const { minute, raise, planned: key, to, lasts } of ordered) {
          const at = minutes(minute)
          if (raise !== undefined) {
            if (raise < Math.min(...gravest)) gravest.add(raise)
            course = atLevel(course, raise, at)
          }
          if (plannedLawful(course, { planned: key, to }) !== true) continue
          given += 1
          const finishBy = lasts === undefined ? null : later(at, lasts * 60_000)
          course = afterOrder(course, { planned: key, to, finishBy }, at)
          expect(plannedLawful(course, { planned: key, to })).not.toBe(true)
        }
        const found = plannedOrders(recordOf(rows, course, minutes(200)), minutes(200))
        expect(found.map(({ key }) => key)).toEqual(
          rows.flatMap((one, nth) => (gravest.has(Number(one.level)) ? [String(nth + 1)] : [])),
        )
        expect(course?.given.flatMap((one) => one.to).length ?? 0).toBe(given)
        for (const one of found) {
          const kept = course?.given.find((other) => String(other.row) === one.key)
          const wanted = rows[Number(one.key) - 1]
          const inTime =
            kept &&
            (one.dueAt === null ||
              (kept.at <= one.dueAt && kept.finishBy !== null && kept.finishBy <= one.dueAt))
          const asPlanned =
            kept && inTime && (wanted?.to === undefined || kept.to.includes(wanted.to))
          expect([one.key, one.departures.length === 0]).toEqual([one.key, Boolean(asPlanned)])
        }
      }),
    )
  })

  test('nothing throws, whatever the record holds', () => {
    fc.assert(
      fc.property(fc.anything(), fc.anything(), (planOrders, data) => {
        const course = planAtStart({ planOrders }, 1, start)
        expect(Array.isArray(plannedOrders(recordOf(planOrders, course, null), start))).toBe(true)
        const form = { planned: data, to: data }
        expect([true, 'object']).toContain(
          plannedLawful(course, form) === true ? true : typeof plannedLawful(course, form),
        )
      }),
    )
  })
})
