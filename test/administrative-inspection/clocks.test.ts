// When do the periods of an inspection end, and who is told when one is missed?
import { describe, expect, it } from 'vitest'
import type { Line } from '../support/processes/lines.ts'
import { day, matter, sample, visiting } from './samples.ts'

const goes = (...lines: Line[]) => visiting(matter, day, ...lines)

/** Whom the notices of one level of the escalation policy went to. */
const sentTo = (play: ReturnType<typeof goes>, level: string) =>
  play.effects.flatMap((one) =>
    one.kind === 'notice' && one.escalationLevel === level ? one.groups : [],
  )

describe('the day of the visit', () => {
  it('is that of the plan, then of the notice, and ends at the door', () => {
    const play = goes(['gao', 'approve-inspection'])
    expect(play.due('visit')).toBe(day)
    play.does(['lin', 'reschedule'])
    expect(play.due('visit')).toBe('2026-03-09')
    const announced = { ...sample('issue-notice'), plannedOn: '2026-03-10' }
    play.does(['lin', 'issue-notice', announced], ['until', '2026-03-10'])
    expect(play.due('visit')).toBe('2026-03-10')
    play.does(['lin', 'begin-inspection'])
    expect(play.clock('visit')?.status).toBe('met')
  })

  it('missed is told to the officers and the chief', () => {
    expect(sentTo(goes(['until', '2026-03-03']), 'missed')).toEqual([
      '330802-bureau/inspector',
      '330802-bureau/section-chief',
    ])
  })
})
