// What of an alarm that is hidden, or of which nothing good, nothing live or nothing new is known?
import { describe, expect, test } from 'vitest'
import { letterOf } from '../../../devices/alarms/lifecycle.ts'
import { at, does, gas, panel, reads, tank, tells, time, watch } from './sensing.ts'

describe('shelved, suppressed, out of service', () => {
  test('G: the evaluation goes on; when the time is over, what stands is told', () => {
    const one = watch(panel)
    one.at(0, does('shelve', { until: at(3600), reason: '检修' }))
    expect(one.at(10, tells(10, true))).toEqual(['raised'])
    expect(one.events()[0]?.outward).toBe(false)
    expect(letterOf(one.state())).toBe('G')
    expect(one.at(3600, time)).toEqual(['unshelved', 're-alarm'])
    expect(one.events().map(({ outward }) => outward)).toEqual([false, true])
    expect(letterOf(one.state())).toBe('B')
  })

  test('what came and went on the shelf has troubled nobody, and closes', () => {
    const one = watch(panel)
    one.at(0, does('shelve', { until: at(3600), reason: '检修' }))
    one.at(10, tells(10, true))
    expect(one.at(20, tells(20, false))).toEqual(['rtn'])
    expect(one.events()[0]).toMatchObject({ outward: false, after: { closed: true } })
    expect(one.at(3600, time)).toEqual([])
  })

  test('no longer than a shift, and never without an end', () => {
    const one = watch(panel)
    one.at(0, does('shelve', { until: at(1_000_000), reason: '' }))
    expect(one.state().shelved?.until).toBe(at(8 * 3600))
    one.at(1, does('shelve', { reason: '' }))
    expect(one.refused()).toBe('no-end')
  })

  test('the city cannot shelve gas of the first level; the enterprise can, and that is told', () => {
    const one = watch(gas)
    one.at(0, reads(0, 60))
    one.at(1, does('shelve', { until: at(600), reason: '' }))
    expect(one.refused()).toBe('not-shelvable')
    expect(one.at(2, does('shelve', { until: at(600), reason: '', side: 'enterprise' }))).toEqual([
      'shelved',
    ])
    expect(one.events()[0]?.outward).toBe(true)
  })

  test('H: a shielded detector is suppressed, never normal', () => {
    const one = watch(panel)
    one.at(0, tells(0, true))
    one.at(10, tells(10, true, { suppressed: true }))
    expect(letterOf(one.state())).toBe('H')
    expect(one.state().episode?.active).toBe(true)
    expect(one.at(20, tells(20, true, { suppressed: false }))).toEqual(['unsuppressed', 're-alarm'])
  })

  test('I: out of service until the permit ends', () => {
    const one = watch(gas)
    one.at(0, does('take-out', { until: at(7200), reason: '动火证' }))
    expect(one.at(5, reads(5, 60))).toEqual(['raised'])
    expect(one.events()[0]?.outward).toBe(false)
    expect(letterOf(one.state())).toBe('I')
    expect(one.at(7200, time)).toEqual(['in-service', 're-alarm'])
    const two = watch(gas)
    two.at(0, does('take-out', { until: at(7200), reason: '' }))
    expect(two.at(10, does('put-back'))).toEqual([])
    expect(letterOf(two.state())).toBe('A')
  })
})

describe('bad quality', () => {
  test('is never normal: the state is kept and marked, and its quality told', () => {
    const one = watch(gas)
    one.at(0, reads(0, 60))
    expect(one.at(10, reads(10, 0, { quality: 'bad' }))).toEqual(['quality'])
    expect(one.events()[0]).toMatchObject({ stale: true, outward: true, value: 60 })
    one.at(10_000, time)
    expect(letterOf(one.state())).toBe('B')
    expect(one.at(10_001, reads(10_001, 60))).toEqual(['quality'])
    expect(one.events()[0]?.stale).toBe(false)
  })

  test.each(['bad', 'stale', 'manual', 'calib'] as const)(
    '%s: what had begun to end is not continued over it',
    (quality) => {
      const one = watch(gas)
      one.at(0, reads(0, 60))
      one.at(10, reads(10, 0))
      one.at(30, reads(30, 0, { quality }))
      expect(one.at(100, time)).toEqual([])
      one.at(110, reads(110, 0))
      expect(one.at(139, time)).toEqual([])
      expect(one.at(140, time)).toEqual(['rtn'])
    },
  )

  test('a calibration gas raises nothing', () => {
    const one = watch(gas)
    expect(one.at(0, reads(0, 60, { quality: 'calib' }))).toEqual([])
  })

  test('beyond the range of the instrument may raise, but says nothing of a return', () => {
    const one = watch(gas)
    expect(one.at(0, reads(0, 110, { quality: 'over' }))).toEqual(['raised'])
    one.at(10, reads(10, 0, { quality: 'over' }))
    expect(one.at(100, time)).toEqual([])
  })

  test('a monitor of pollution that is beyond its range raises nothing, and ends nothing: only its good values count', () => {
    const one = watch({ ...tank, onDelayMs: 0, overCounts: false })
    expect(one.at(0, reads(0, 110, { quality: 'over' }))).toEqual([])
    expect(one.at(1, reads(1, 110))).toEqual(['raised'])
    expect(one.at(2, reads(2, 110, { quality: 'over' }))).toEqual(['quality'])
    expect(one.state().episode?.active).toBe(true)
  })

  test('nothing at all is bad, too', () => {
    const one = watch(gas)
    one.at(0, reads(0, 60))
    expect(one.at(10, reads(10, null))).toEqual(['quality'])
    expect(one.at(11, { kind: 'trust', good: false })).toEqual([])
    expect(one.at(12, { kind: 'trust', good: true })).toEqual(['quality'])
  })
})

describe('late, once more, out of order', () => {
  test.each(['late', 'retx'] as const)('a measurement that is %s never raises', (flag) => {
    const one = watch(gas)
    expect(one.at(0, reads(0, 60, { flags: [flag] }))).toEqual([])
    expect(one.refused()).toBe('late')
  })

  test('a condition that is late neither raises nor ends', () => {
    const one = watch(panel)
    expect(one.at(0, tells(0, true, { flags: ['late'] }))).toEqual([])
    one.at(1, tells(1, true))
    expect(one.at(2, tells(2, false, { flags: ['late'] }))).toEqual([])
  })

  test('a fire sent once more because it was never stored is the first that we hear of it; a resend of a known or an old one is nothing', () => {
    const one = watch(panel)
    expect(one.at(20, tells(0, true, { event: 'e1', flags: ['retx'] }))).toEqual(['raised'])
    expect(one.at(30, tells(0, true, { event: 'e1', flags: ['retx'] }))).toEqual([])
    expect(one.refused()).toBe('duplicate')
    const two = watch(panel)
    expect(two.at(301, tells(0, true, { flags: ['retx'] }))).toEqual([])
    expect(two.refused()).toBe('late')
  })

  test('a measurement of more than five minutes ago is history; a state told anew after a break is not', () => {
    const one = watch(gas)
    one.at(301, reads(0, 60))
    expect(one.refused()).toBe('late')
    const two = watch(panel)
    expect(two.at(7200, tells(0, true))).toEqual(['raised'])
  })

  test('what could not be stored when it was heard is as late as it was then', () => {
    const one = watch(gas)
    expect(one.at(900, reads(0, 60, { firstReceivedAt: at(10) }))).toEqual(['raised'])
    const two = watch(gas)
    two.at(900, reads(0, 60, { firstReceivedAt: at(301) }))
    expect(two.refused()).toBe('late')
  })

  test('a fire that is owed rings though its reset was stored first, and is over; later ones are judged by the newest', () => {
    const latching = { ...panel, latching: true }
    const one = watch(latching)
    one.at(60, tells(60, false))
    expect(one.at(500, tells(0, true, { firstReceivedAt: at(1) }))).toEqual(
      expect.arrayContaining(['raised', 'rtn']),
    )
    expect(one.events()[0]).toMatchObject({ kind: 'raised', outward: true, sensedAt: at(0) })
    expect(letterOf(one.state())).toBe('E')
    expect(one.state().newest).toBe(at(60))
    one.at(501, tells(30, true, { firstReceivedAt: at(31) }))
    expect(one.refused()).toBe('out-of-order')
    const [known, loose, shielded] = [watch(latching), watch(panel), watch(latching)]
    for (const each of [known, loose, shielded]) each.at(60, tells(60, false))
    known.at(500, tells(0, true))
    loose.at(500, tells(0, true, { firstReceivedAt: at(1) }))
    shielded.at(500, tells(0, true, { firstReceivedAt: at(1), suppressed: true }))
    expect([known, loose, shielded].map((each) => each.refused())).toEqual([
      'out-of-order',
      'out-of-order',
      'out-of-order',
    ])
  })

  test('an older one changes nothing any more; the same event once more neither', () => {
    const one = watch(panel)
    one.at(0, tells(0, true, { event: 'e1' }))
    one.at(10, tells(10, false, { event: 'e2' }))
    one.at(20, tells(0, true, { event: 'e1' }))
    expect(one.refused()).toBe('duplicate')
    one.at(21, tells(5, true, { event: 'e0' }))
    expect(one.refused()).toBe('out-of-order')
    expect(one.kinds).toEqual(['raised', 'rtn'])
  })

  test('a clock that ran ahead does not deafen the alarm once it is put right', () => {
    const one = watch(gas)
    one.at(0, reads(7200, 0))
    expect(one.at(10, reads(10, 60))).toEqual(['raised'])
    const two = watch(gas)
    expect(two.at(3600, reads(3600, 60, { flags: ['skew'] }))).toEqual(['raised'])
  })

  test('our own clock that ran ahead deafens no alarm once it is put right', () => {
    const measured = watch(gas)
    measured.at(3600, reads(3600, 1))
    expect(measured.at(60, reads(58, 60))).toEqual(['raised'])
    const told = watch(panel)
    told.at(3600, tells(3600, false))
    expect(told.at(60, tells(58, true))).toEqual(['raised'])
    expect(told.at(70, tells(50, false))).toEqual([])
    expect(told.refused()).toBe('out-of-order')
    const begun = watch(tank)
    begun.at(3600, reads(3600, 85))
    begun.at(60, reads(60, 85))
    expect(begun.at(120, time)).toEqual(['raised'])
  })
})

describe('alarms whose time is in doubt', () => {
  const hearsay = { flags: ['doubtful' as const] }

  test('promise (alarms): an alarm of uncertain time (时间存疑) is ended by a person who says why, and by nobody else than the device or a person', () => {
    const one = watch({ ...panel, latching: true })
    expect(one.at(0, tells(0, true, hearsay))).toEqual(['raised'])
    one.at(10, tells(10, false, hearsay))
    expect(one.refused()).toBe('doubtful')
    one.at(20, does('declare-over', { by: 'system' }))
    expect(one.refused()).toBe('not-doubtful')
    expect(one.at(30, does('declare-over', { by: 'dan', reason: '电话核实无火情' }))).toEqual([
      'declared-over',
    ])
    expect(one.events()[0]).toMatchObject({
      by: 'dan',
      text: '电话核实无火情',
      outward: true,
      sensedAt: null,
    })
    expect(letterOf(one.state())).toBe('D')
    expect(one.at(40, does('acknowledge'))).toEqual(['acked'])
    expect(letterOf(one.state())).toBe('A')
  })

  test('what the device has confirmed meanwhile is not declared over, nor is its latch reset by it', () => {
    const one = watch({ ...panel, latching: true })
    one.at(0, tells(0, true, hearsay))
    expect(one.at(10, tells(10, true))).toContain('time-confirmed')
    one.at(20, does('declare-over', { reason: '误报' }))
    expect(one.refused()).toBe('not-doubtful')
    one.at(30, tells(30, false))
    one.at(40, does('declare-over', { reason: '误报' }))
    expect(one.refused()).toBe('not-doubtful')
    expect(letterOf(one.state())).toBe('E')
  })
})
