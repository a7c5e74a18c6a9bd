// Do escalation policies in minutes, ends set to a moment and reports of machines work in any process?
import { number, strictObject } from 'valibot'
import { describe, expect, test } from 'vitest'
import { faultsOf, settingsOf } from '../../../domain/engine/clocks/settings.ts'
import { offerCaseVerb } from '../../../domain/engine/judging/judge-verbs.ts'
import { markedTitle } from '../../../domain/model/exercises/exercise.ts'
import type {
  ClockDefinition,
  EscalationLevelDefinition,
  ProcessDefinition,
} from '../../../domain/model/process.ts'
import type { Machine } from '../../../domain/organisation/actor.ts'
import { mayStart } from '../../../domain/organisation/policy.ts'
import { acts } from '../../../domain/views/acts.ts'
import { clockViews } from '../../../domain/views/clock-view.ts'
import { actor, devices } from '../../support/people/cast.ts'
import { chiefs, counter } from '../../support/processes/counter.ts'
import { decisionContextAt } from '../../support/walks/walk.ts'
import { playing, refusal } from '../acting.ts'

const [lin, chen] = [actor('lin'), actor('chen')]
const [plain] = counter.clocks as [ClockDefinition]
const escalationLevel = (
  name: string,
  n: number,
  unit: EscalationLevelDefinition['after']['unit'] = 'MIN',
): EscalationLevelDefinition => ({
  ...(plain.escalationPolicy[1] as EscalationLevelDefinition),
  escalationLevel: name,
  after: { unit, n },
})
const withClock = (
  clock: Partial<ClockDefinition>,
  parts: Partial<ProcessDefinition> = {},
): ProcessDefinition => ({
  ...counter,
  ...parts,
  clocks: [{ ...plain, ...clock }],
})
const at = '2026-03-02T15:58:30.500Z'
const until = '2026-03-02T16:30:10.000Z'
const begun = (process: ProcessDefinition, data: object = { until }) =>
  playing(process, lin, { region: '330802', ...data }, at)
const toTheMoment = withClock({
  due: { momentField: 'until', article: '§2' },
  escalationPolicy: [
    { ...(plain.escalationPolicy[0] as EscalationLevelDefinition), after: { unit: 'MIN', n: 0 } },
    escalationLevel('more', 2),
    escalationLevel('most', 90),
  ],
})

describe('an end set to a moment', () => {
  test('is that moment, over midnight too, and its levels come to the second', () => {
    const play = begun(toTheMoment)
    const [one] = play.record().obligations
    expect([one?.dueAt, one?.due, one?.explanation.zh]).toEqual([
      until,
      '2026-03-03',
      '确定的时刻 2026-03-03 00:30',
    ])
    expect(one?.escalationLevels.map(({ plannedAt }) => plannedAt)).toEqual([
      until,
      '2026-03-02T16:32:10.000Z',
      '2026-03-02T18:00:10.000Z',
    ])
    play.to('2026-03-02T16:30:09.999Z')
    expect(play.record().snapshot.context.late).toBe(0)
    play.to(until)
    expect(play.record().snapshot.context.late).toBe(1)
  })

  test('is told in minutes, then in hours', () => {
    const process = withClock({ due: toTheMoment.clocks[0]?.due ?? plain.due })
    const record = begun(process).record()
    const textsOf = (now: string) =>
      clockViews(process, record, decisionContextAt(now), 'internal')[0]?.now
    expect(textsOf(at)).toMatchObject({
      toTheMinute: true,
      words: { zh: '剩 32 分钟', en: '32 min left' },
    })
    expect(textsOf('2026-03-02T16:31:00.000Z')?.words).toEqual({
      zh: '逾期 1 分钟',
      en: 'Overdue 1 min',
    })
    expect(textsOf('2026-03-02T18:12:10.000Z')?.words.zh).toBe('逾期 1小时42分')
  })

  test('is not extended by days: whoever wants it longer sets it anew', () => {
    const play = begun(toTheMoment)
    const obligation = play.record().obligations[0]?.id
    expect(
      refusal(() => play.act(chen, 'extend-clock', { obligation, by: 1, reason: '延' })).code,
    ).toBe('not-possible-now')
    expect(offerCaseVerb(toTheMoment, play.record(), chen, 'extend-clock')).toMatchObject({
      allowed: false,
    })
  })
})

describe('minutes of the rule book', () => {
  test('run from the second of the fact, and the escalation policy from their end', () => {
    const process = withClock({
      due: { rule: 'alarm-episode.acknowledge-1' },
      escalationPolicy: [escalationLevel('again', 0), escalationLevel('leader', 2)],
    })
    const [one] = begun(process).record().obligations
    expect([one?.dueAt, one?.escalationLevels.map(({ plannedAt }) => plannedAt)]).toEqual([
      '2026-03-02T15:59:30.000Z',
      ['2026-03-02T15:59:30.000Z', '2026-03-02T16:01:30.000Z'],
    ])
    expect(one?.explanation.zh).toContain('1分钟')
  })

  test('an escalation policy of minutes can be set within its bounds and in its order', () => {
    const limited = (name: string, n: number, limit: string): EscalationLevelDefinition => ({
      ...escalationLevel(name, n),
      limit,
    })
    const process = withClock({
      due: { rule: 'alarm-episode.acknowledge-2' },
      escalationPolicy: [
        limited('leader', 10, 'alarm-episode.call-leader-2'),
        limited('city', 25, 'alarm-episode.call-city-2'),
      ],
    })
    const clock = process.clocks[0] as ClockDefinition
    const current = settingsOf(clock)
    const faults = (...numbers: number[]) =>
      faultsOf(
        current.map((one, index) => ({ ...one, n: numbers[index] ?? one.n })),
        { process, clock, current, at },
      ).map(({ zh }) => zh)
    expect(faults(5, 60)).toEqual([])
    expect(faults(21, 60)[0]).toMatch(/不得迟于 20/)
    expect(faults(15, 12)[0]).toContain('不得晚于上一级')
    const days = {
      ...clock,
      escalationPolicy: [
        clock.escalationPolicy[0] as EscalationLevelDefinition,
        {
          ...(clock.escalationPolicy[1] as EscalationLevelDefinition),
          after: { unit: 'ND' as const, n: 1 },
        },
      ],
    }
    expect(
      faultsOf(
        current.map((one, index) => ({ ...one, n: index === 0 ? 20 : 1 })),
        { process, clock: days, current, at },
      ),
    ).toEqual([])
    expect(
      faultsOf(
        current.map((one, index) => ({ ...one, n: index === 0 ? 20 : 0 })),
        { process, clock: days, current, at },
      ),
    ).not.toEqual([])
  })
})

describe('what only a machine reports', () => {
  const reported: ProcessDefinition = {
    ...counter,
    machineScope: 'alarms',
    start: { ...counter.start, by: 'machine' },
    events: {
      ...counter.events,
      add: {
        ...(counter.events.add as never as ProcessDefinition['start']),
        by: 'machine',
        schema: strictObject({ n: number() }),
      },
    },
  }
  const blind: Machine = { ...devices, scopes: ['cases:read'] }

  test('opens a case for it, and for nobody else', () => {
    const opens = (by: Machine | typeof lin) => () =>
      playing(reported, by, { region: '330802', date: '2026-03-10' }, at).record().status
    expect(opens(devices)()).toBe('open')
    for (const by of [blind, lin]) expect(refusal(opens(by)).code).toBe('not-allowed')
    expect([devices, blind, lin].map((by) => mayStart(reported, by))).toEqual([true, false, false])
  })

  test('is taken from a machine with the scope, without a task; people and other machines are refused and not offered it', () => {
    const play = playing(reported, devices, { region: '330802', date: '2026-03-10' }, at)
    play.act(devices, 'add', { n: 2 })
    expect(play.record().snapshot.context.count).toBe(2)
    for (const by of [lin, chen, blind])
      expect(refusal(() => play.act(by, 'add', { n: 2 })).words).toContain('设备接入')
    expect(refusal(() => play.act(devices, 'add', { n: 'two' })).code).toBe('invalid-input')
    expect(refusal(() => play.act(devices, 'finish', {})).code).toBe('not-allowed')
    expect(
      acts(reported, play.record(), lin, decisionContextAt(at)).map(({ type }) => type),
    ).not.toContain('add')
  })

  test('a process that names no scope takes nothing from any machine', () => {
    const { machineScope: _, ...unscoped } = reported
    expect(
      refusal(() => playing(unscoped, devices, { region: '330802', date: '2026-03-10' }, at)).code,
    ).toBe('not-allowed')
  })
})

test('a link says that it is an exercise when its case is one', () => {
  const linking = (drill: boolean): ProcessDefinition => ({
    ...counter,
    start: { ...counter.start, exercise: () => drill },
    describe: (data, by) => {
      const described = counter.describe(data, by)
      return { ...described, title: markedTitle(described.title, drill) }
    },
    events: {
      ...counter.events,
      add: {
        ...(counter.events.add as ProcessDefinition['start']),
        links: { process: 'other', words: chiefsWords, article: '' },
      },
    },
  })
  const linked = (drill: boolean) => {
    const play = playing(linking(drill), lin, { region: '330802', date: '2026-03-10' }, at)
    return play.act(lin, 'add', { n: 1 }).links?.map((one) => one.drill)
  }
  expect([linked(true), linked(false)]).toEqual([[true], [undefined]])
})
const chiefsWords = { zh: '其他', en: chiefs.role }
