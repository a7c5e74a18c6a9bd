// Who is called when nobody acknowledges an alarm, to the minute, and what begins, ends and stops that?
import { describe, expect, it } from 'vitest'
import { processView } from '../../api/case/process-view.ts'
import { diagramOf } from '../../bin/charts.ts'
import { clocks } from '../../domain/alarm-episode/clocks.ts'
import { alarmEpisode } from '../../domain/alarm-episode/process.ts'
import { isSettable } from '../../domain/engine/clocks/settings.ts'
import { hazardRectification } from '../../domain/hazard-rectification/process.ts'
import { ruleOn } from '../../domain/law/rule-book.ts'
import { transitionsOf } from '../../domain/model/chart.ts'
import { minute, raising } from './playing.ts'
import { drill, gas, light, lightest, raised, start } from './samples.ts'

const county = ['330802-bureau/duty-officer', 'enterprise:e-1/enterprise-safety']
const leader = ['330802-bureau/leader', '330802-bureau/duty-officer']
const city = ['330800-command/duty-officer', '330800-leadership/leader']

describe('the escalation policy', () => {
  it.each([
    [1, gas, [1, 3, 10]],
    [2, raised, [5, 15, 30]],
    [3, light, [30, 60, 120]],
  ])(
    'of level %i calls the desk again, the county’s leader, the city',
    (_, form, [again, third, last]) => {
      const play = raising(form, ['wait', 300])
      expect(play.called()).toEqual([
        ['again', minute(again as number), county],
        ['leader', minute(third as number), leader],
        ['city', minute(last as number), city],
      ])
    },
  )

  it('of level 4 calls nobody, and somebody can act all the same', () => {
    const play = raising(lightest, ['wait', 600])
    expect([play.called(), play.record().obligations]).toEqual([[], []])
    expect(Object.keys(play.record().openTasks)).toHaveLength(1)
  })

  it('stops with the acknowledgement, and says who has acknowledged what', () => {
    const play = raising(gas, ['wait', 4], ['dan', 'acknowledge'], ['wait', 25])
    expect(play.called().map(([escalationLevel]) => escalationLevel)).toEqual(['again', 'leader'])
    expect(
      play
        .clock('acknowledge-1')
        ?.escalationLevels.map(({ status, acknowledgedBy }) => [status, acknowledgedBy]),
    ).toEqual([
      ['fired', '单值班'],
      ['fired', '单值班'],
      ['cancelled', null],
    ])
  })

  it('goes on when the alarm returns unacknowledged, and does not begin anew when it chatters', () => {
    const play = raising(
      gas,
      ['wait', 2],
      ['devices', 'return-to-normal'],
      ['devices', 're-alarm'],
      ['wait', 1],
    )
    expect(play.called().map(([escalationLevel]) => escalationLevel)).toEqual(['again', 'leader'])
    expect(play.record().obligations).toHaveLength(1)
  })

  it('begins anew after a re-alarm of what was acknowledged, and at a higher level', () => {
    const play = raising(light, ['dan', 'acknowledge'], ['wait', 100], ['devices', 're-alarm'])
    expect(play.clock('acknowledge-3')).toMatchObject({ status: 'running', dueAt: minute(130) })
    play.does(['wait', 10], ['devices', 'escalate', { level: 1, at: start }])
    expect([play.clock('acknowledge-3')?.status, play.clock('acknowledge-1')?.dueAt]).toEqual([
      'replaced',
      minute(111),
    ])
  })

  it('stands still while it is put aside, and begins anew at the end of that', () => {
    const play = raising(raised, ['dan', 'shelve'], ['wait', 240])
    expect(play.called().map(([escalationLevel]) => escalationLevel)).toEqual(['ended'])
    expect([play.clock('shelving')?.status, play.clock('acknowledge-2')?.dueAt]).toEqual([
      'replaced',
      minute(245),
    ])
  })

  it('goes on where it rises again to the level that it had, and begins anew where whatever it tells says that it is graver', () => {
    const rings = (type: string, level: number) =>
      [
        'devices',
        type,
        { level, rang: 5, standing: 'unacknowledged', by: '单值班', reason: '已核实', at: start },
      ] as const
    const eased = raising(gas, [...rings('escalate', 1)], ['wait', 60])
    expect(eased.called().map(([escalationLevel]) => escalationLevel)).toEqual([
      'again',
      'leader',
      'city',
    ])
    for (const type of ['re-alarm', 'return-to-normal', 'declared-over', 'acknowledged-at-plant']) {
      const play = raising(raised, ['wait', 2], [...rings(type, 1)])
      expect([
        type,
        play.clock('acknowledge-2')?.status,
        play.clock('acknowledge-1')?.dueAt,
      ]).toEqual([type, 'replaced', minute(3)])
    }
  })

  it('comes back from a shelf at its time, also where a rise that was answered beforehand arrives meanwhile', () => {
    const play = raising(
      raised,
      ['dan', 'acknowledge', { seen: 1 }],
      ['dan', 'acknowledge', { seen: 5 }],
      ['dan', 'shelve'],
      ['devices', 'escalate', { level: 1, rang: 5, at: start }],
    )
    expect([play.where(), play.clock('shelving')?.status]).toEqual(['response.shelved', 'running'])
    play.does(['wait', 4 * 60])
    expect(play.where()).toBe('response.unacknowledged')
    expect(play.clock('acknowledge-1')?.status).toBe('running')
  })

  it('rings for an exercise as for a true alarm', () => {
    expect(raising(drill, ['wait', 40]).called()).toHaveLength(3)
  })
})

describe('what is acknowledged and not over', () => {
  const reminded = (play: ReturnType<typeof raising>) =>
    play.called().map(([level, at, groups]) => [level, at, groups])

  it.each([
    [1, gas, [30, 60]],
    [2, raised, [60, 120]],
    [3, light, [240, 480]],
  ])('of level %i reminds the desk, then the county’s leader', (_, form, [desk, chief]) => {
    const play = raising(form, ['dan', 'acknowledge'], ['wait', 1_000])
    expect(reminded(play)).toEqual([
      ['remind', minute(desk as number), county.slice(0, 1)],
      ['leader', minute(chief as number), leader],
    ])
  })

  it('promise (alarms): an alarm of level 1 or 2 that awaits its conclusion reminds the desk, then the county’s leader', () => {
    for (const [form, [desk, chief]] of [
      [{ ...raised, level: 1 }, [60, 120]],
      [raised, [240, 480]],
    ] as const) {
      const play = raising(form, ['dan', 'acknowledge'], ['devices', 'return-to-normal'])
      expect(play.where()).toBe('response.concluding')
      play.does(['wait', 1_000])
      expect(reminded(play)).toEqual([
        ['remind', minute(desk), county.slice(0, 1)],
        ['leader', minute(chief), leader],
      ])
      play.does(['dan', 'conclude'])
      expect(play.clock(`conclude-${form.level}`)?.status).toBe('met-late')
    }
  })

  it('is reminded of by one period while it stands and while it is to be reset, however it chatters', () => {
    const latched = ['devices', 'return-to-normal', { standing: 'latched', at: start }] as const
    const play = raising(gas, ['dan', 'acknowledge'], ['wait', 20], [...latched], ['wait', 10])
    expect(play.where()).toBe('response.resetting')
    expect(reminded(play).map(([level]) => level)).toEqual(['remind'])
    play.does(['dan', 'reset'])
    expect([play.clock('handle-1')?.status, play.clock('conclude-1')?.dueAt]).toEqual([
      'met-late',
      minute(90),
    ])
  })

  it('is not reminded of while it rings, stands aside or belongs to an emergency response', () => {
    const again = raising(gas, ['dan', 'acknowledge'], ['devices', 're-alarm'])
    expect(again.clock('handle-1')?.status).toBe('replaced')
    const aside = raising(raised, ['dan', 'acknowledge'], ['dan', 'take-out-of-service'])
    expect(aside.clock('handle-2')?.status).toBe('replaced')
    const emergency = raising(gas, ['dan', 'acknowledge'], ['dan', 'start-emergency'])
    expect(emergency.clock('handle-1')?.status).toBe('replaced')
  })
})

describe('the clocks', () => {
  it('start and end only on events that the process knows, and fire only what the chart draws', () => {
    const known = [alarmEpisode.start.type, ...Object.keys(alarmEpisode.events)]
    const drawn = new Set(transitionsOf(alarmEpisode.machine).map(({ event }) => event))
    for (const { startsOn, endsOn, yieldsOn = [], escalationPolicy } of clocks) {
      for (const type of [...startsOn, ...endsOn, ...yieldsOn]) expect(known).toContain(type)
      for (const { event } of escalationPolicy) if (event) expect(drawn).toContain(event)
    }
  })

  it('have their minutes from the rule book, as a default of the bureau', () => {
    const numbers = clocks.flatMap(({ clock, due }) => {
      if (!('rule' in due)) return []
      const { n, unit, confidence } = ruleOn(due.rule, '2026-03-02')
      return [[clock, n, unit, confidence]]
    })
    expect(numbers).toEqual([
      ['acknowledge-1', 1, 'MIN', 'D'],
      ['acknowledge-2', 5, 'MIN', 'D'],
      ['acknowledge-3', 30, 'MIN', 'D'],
      ['handle-1', 30, 'MIN', 'D'],
      ['handle-2', 60, 'MIN', 'D'],
      ['handle-3', 240, 'MIN', 'D'],
      ['conclude-1', 60, 'MIN', 'D'],
      ['conclude-2', 240, 'MIN', 'D'],
    ])
  })

  it('can be set where somebody is called or reminded, and start within their own bounds', () => {
    const set = clocks.filter(isSettable)
    expect(set.map(({ clock }) => clock)).toEqual([
      'acknowledge-1',
      'acknowledge-2',
      'acknowledge-3',
      'handle-1',
      'handle-2',
      'handle-3',
      'conclude-1',
      'conclude-2',
    ])
    for (const { escalationPolicy } of set)
      for (const { limit, after } of escalationPolicy)
        if (limit) expect(after.n).toBeLessThanOrEqual(ruleOn(limit, '2026-03-02').n)
  })
})

it('a limit tells what ends it: the rule book, or the moment that whoever shelves gives', async () => {
  const visible = processView(alarmEpisode, await diagramOf(alarmEpisode)).clocks
  expect(
    new Set(visible.map(({ rule, setBy: input }) => (rule === null ? input : 'rule'))),
  ).toEqual(new Set(['rule', 'moment']))
  const law = processView(hazardRectification, await diagramOf(hazardRectification)).clocks
  expect(new Set(law.filter(({ rule }) => rule === null).map(({ setBy: input }) => input))).toEqual(
    new Set(['day']),
  )
})
