// Does an alarm stand as ISA-18.2 and IEC 62682 say, case by case?
import { describe, expect, test } from 'vitest'
import { letterOf } from '../../../devices/alarms/lifecycle.ts'
import { after, at, does, gas, panel, reads, tank, tells, time, watch } from './sensing.ts'

describe('limits of a measurement', () => {
  test('one that is exceeded for shorter than the delay is nothing', () => {
    const one = watch(tank)
    expect(one.at(0, reads(0, 85))).toEqual([])
    expect(one.wakes()).toBe(60)
    expect(one.at(59, reads(59, 79))).toEqual([])
    expect(one.at(300, time)).toEqual([])
  })

  test('A → B after the delay, by time alone', () => {
    const one = watch(tank)
    one.at(0, reads(0, 85))
    expect(one.at(60, time)).toEqual(['raised'])
    expect(letterOf(one.state())).toBe('B')
    expect(one.events()[0]).toMatchObject({
      value: 85,
      limit: 80,
      outward: true,
      sensedAt: at(0),
      at: at(60),
      after: { level: 3, acked: false },
    })
  })

  test('it is over only below the limit less the deadband, for as long as the delay says', () => {
    const one = watch(tank)
    one.at(0, reads(0, 85))
    one.at(60, reads(60, 76))
    expect(one.at(1000, time)).toEqual([])
    one.at(1010, reads(1010, 75))
    expect(one.wakes()).toBe(1070)
    expect(one.at(1070, time)).toEqual(['rtn'])
    expect(letterOf(one.state())).toBe('D')
  })

  test('a value exactly at the limit exceeds it, on either side', () => {
    const one = watch(gas)
    expect(one.at(0, reads(0, 25))).toEqual(['raised'])
    const low = watch({
      ...gas,
      side: 'low',
      limits: [
        { limit: 19.5, level: 2 },
        { limit: 18, level: 1 },
      ],
      deadband: 0.2,
    })
    expect(low.at(0, reads(0, 19.6))).toEqual([])
    expect(low.at(1, reads(1, 19.5))).toEqual(['raised'])
    expect(low.at(2, reads(2, 18))).toEqual(['escalated'])
  })

  test('a higher limit rings again though the lower one was acknowledged: C → B', () => {
    const one = watch(tank)
    one.at(0, reads(0, 85))
    one.at(60, does('acknowledge'))
    expect(letterOf(one.state())).toBe('C')
    one.at(100, reads(100, 95))
    expect(one.at(160, time)).toEqual(['escalated'])
    expect(letterOf(one.state())).toBe('B')
    expect(one.events()[0]?.after).toMatchObject({ level: 2, acked: false, ackedBy: null })
    one.at(200, reads(200, 82))
    expect(one.at(260, time)).toEqual(['eased'])
    expect(one.events()[0]).toMatchObject({ outward: false, after: { level: 3 } })
  })

  test('limits that the enterprise takes away end what stood because of them', () => {
    const one = watch(gas)
    one.at(0, reads(0, 30))
    const bare = watch({ ...gas, limits: [], latching: false }, one.state())
    expect(bare.at(60, time)).toEqual(['rtn'])
  })
})

describe('acknowledging and latching', () => {
  test('B → C → A: acknowledged first, then over', () => {
    const one = watch(tank)
    one.at(0, reads(0, 85))
    one.at(60, does('acknowledge'))
    one.at(70, reads(70, 10))
    expect(one.at(130, time)).toEqual(['rtn'])
    expect(one.events()[0]?.after.closed).toBe(true)
    expect(letterOf(one.state())).toBe('A')
  })

  test('B → D → A: over first; only the acknowledgement closes it', () => {
    const one = watch(panel)
    one.at(0, tells(0, true))
    one.at(60, tells(60, false))
    expect(letterOf(one.state())).toBe('D')
    one.at(90_000, time)
    expect(letterOf(one.state())).toBe('D')
    one.at(90_001, does('acknowledge'))
    expect(one.events()[0]).toMatchObject({ kind: 'acked', by: 'p1', after: { closed: true } })
    expect(letterOf(one.state())).toBe('A')
  })

  test('D → B: it comes again before anybody has acknowledged; the same episode', () => {
    const one = watch(panel)
    one.at(0, tells(0, true))
    one.at(60, tells(60, false))
    expect(one.at(100, tells(100, true))).toEqual(['re-alarm'])
    expect(letterOf(one.state())).toBe('B')
    expect(one.events()[0]?.after.raisedAt).toBe(at(0))
  })

  test('gas latches: E → F → A needs the acknowledgement and the reset', () => {
    const one = watch(gas)
    one.at(0, reads(0, 60))
    one.at(40, reads(40, 0))
    one.at(70, time)
    expect(letterOf(one.state())).toBe('E')
    expect(one.at(80, does('acknowledge'))).toEqual(['acked'])
    expect(letterOf(one.state())).toBe('F')
    expect(one.at(90, does('reset'))).toEqual(['reset'])
    expect(one.events()[0]?.after.closed).toBe(true)
    expect(letterOf(one.state())).toBe('A')
  })

  test('a reset before the acknowledgement leaves that open (E → D), and there is none while it stands', () => {
    const one = watch(gas)
    one.at(0, reads(0, 60))
    one.at(1, does('reset'))
    expect(one.refused()).toBe('not-latched')
    one.at(40, reads(40, 0))
    one.at(71, does('reset'))
    expect(letterOf(one.state())).toBe('D')
  })

  test('the plant has acknowledged it: told in the same breath as the alarm, or later', () => {
    const one = watch(panel)
    expect(one.at(0, tells(0, true, { acked: true }))).toEqual(['raised', 'acked'])
    expect(one.events()[1]).toMatchObject({ by: 'plant', outward: true })
    expect(letterOf(one.state())).toBe('C')
    const two = watch(panel)
    two.at(0, tells(0, true))
    expect(two.at(5, tells(5, true, { acked: true }))).toEqual(['acked'])
  })

  test('nobody acknowledges twice, or nothing', () => {
    const one = watch(panel)
    one.at(0, does('acknowledge'))
    expect(one.refused()).toBe('nothing-open')
    one.at(1, tells(1, true))
    one.at(2, does('acknowledge'))
    one.at(3, does('acknowledge'))
    expect(one.refused()).toBe('acked-already')
  })

  test('what is only recorded closes by itself', () => {
    const one = watch({ ...panel, needsAck: false })
    one.at(0, tells(0, true))
    one.at(60, tells(60, false))
    expect(letterOf(one.state())).toBe('A')
  })

  test('an acknowledged alarm that stands rings again after its time', () => {
    const one = watch({ ...panel, reAlarmMs: 600_000 })
    one.at(0, tells(0, true))
    one.at(10, does('acknowledge'))
    expect(one.wakes()).toBe(610)
    expect(one.at(610, time)).toEqual(['re-alarm'])
    expect(letterOf(one.state())).toBe('B')
  })
})

describe('nuisance', () => {
  test('shorter than ten seconds is fleeting', () => {
    const one = watch(panel)
    one.at(0, tells(0, true))
    expect(one.at(9, tells(9, false))).toEqual(['fleeting', 'rtn'])
    expect(one.events()[1]?.after.fleeting).toBe(true)
    const two = watch(panel)
    two.at(0, tells(0, true))
    expect(two.at(10, tells(10, false))).toEqual(['rtn'])
  })

  test('three changes within a minute are chatter, said once', () => {
    const one = watch(panel)
    one.at(0, tells(0, true))
    one.at(20, tells(20, false))
    expect(one.at(40, tells(40, true))).toEqual(['re-alarm', 'chattering'])
    expect(one.at(50, tells(50, false))).toEqual(['rtn'])
    const two = watch(panel)
    two.at(0, tells(0, true))
    two.at(30, tells(30, false))
    expect(two.at(61, tells(61, true))).toEqual(['re-alarm'])
  })

  test('what stands for a day is noted once', () => {
    const one = watch(panel)
    one.at(0, tells(0, true))
    expect(one.wakes()).toBe(86_400)
    expect(one.at(86_400, time)).toEqual(['standing'])
    expect(one.wakes()).toBeNull()
  })

  test('an older occurrence of the plant is noted at the alarm, and is no new one', () => {
    const one = watch(panel)
    one.at(0, tells(0, true))
    expect(one.at(5, tells(1, false, { branch: 'b1', event: 'b1' }))).toEqual(['branch'])
    expect(one.state().episode?.active).toBe(true)
  })
})

test('what fell due long ago happened at its own moment', () => {
  const one = watch(tank)
  one.at(0, reads(0, 85))
  expect(one.at(100_000, reads(100_000, 85))).toEqual(['raised', 'standing'])
  expect(one.events().map((event) => event.at)).toEqual([at(60), after(86_460).toISOString()])
})
