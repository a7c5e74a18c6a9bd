// Does an acknowledged alarm that still stands ring again, after the time of its kind or of its point?
import { describe, expect, it } from 'vitest'
import { letterOf } from '../../../devices/alarms/lifecycle.ts'
import { toldParameters, watchesOf } from '../../../devices/alarms/parameters.ts'
import { type AlarmKind, alarmKinds } from '../../../domain/duty/kinds.ts'
import { unlimited } from './points.ts'
import { does, reads, tells, time, watch } from './sensing.ts'

const minute = 60

describe('re-alarm (ISA-18.2)', () => {
  it.each(Object.keys(alarmKinds) as AlarmKind[])(
    'promise (alarms): %s that was acknowledged and still stands rings again',
    (kind) => {
      const one = watch(toldParameters(kind, 1, null, true))
      one.at(0, tells(0, true))
      one.at(10, does('acknowledge'))
      const due = 10 + alarmKinds[kind].reAlarmMinutes * minute
      expect(one.at(due - 1, time)).not.toContain('re-alarm')
      expect(letterOf(one.state())).toBe('C')
      expect(one.at(due, time)).toContain('re-alarm')
      expect(letterOf(one.state())).toBe('B')
      one.at(due + 5, does('acknowledge'))
      one.at(due + 6, tells(due + 6, false))
      expect(one.at(due * 9, time)).toEqual([])
    },
  )

  it('what is registered of the point goes first, and 0 is never', () => {
    const rings = (reAlarmMinutes: number | null) => {
      const [high] = watchesOf({ ...unlimited, kind: 'gas', high: 25, reAlarmMinutes }, () => true)
      const one = watch(high!.parameters)
      one.at(0, reads(0, 30))
      one.at(10, does('acknowledge'))
      return one.wakes()
    }
    expect([rings(null), rings(5)]).toEqual([10 + 30 * minute, 10 + 5 * minute])
    expect(rings(0)).toBe(86_400)
  })

  it('a detector that gives nothing good does not ring as often as the gas itself', () => {
    const watches = watchesOf({ ...unlimited, kind: 'gas', high: 25 }, () => true)
    expect(watches.map(({ condition, parameters }) => [condition, parameters.reAlarmMs])).toEqual([
      ['high', 1_800_000],
      ['bad-quality', 14_400_000],
    ])
  })
})
