// When does the period for the answer end, and who is told if nobody answers?
import { describe, expect, it } from 'vitest'
import { asking, day, matter, sample } from './samples.ts'

/** Whom the notices of one level of the escalation policy went to. */
const sentTo = (play: ReturnType<typeof asking>, level: string) =>
  play.effects.flatMap((one) =>
    one.kind === 'notice' && one.escalationLevel === level ? one.groups : [],
  )

describe('the period for the answer', () => {
  it('ends on the date that was asked for, and with the answer', () => {
    const play = asking(matter, day)
    expect(play.due('answer')).toBe('2026-03-06')
    play.does(['lin', 'answer'])
    expect(play.clock('answer')?.status).toBe('met')
  })

  it('moves to the new date when the answer is postponed', () => {
    expect(asking(matter, day, ['lin', 'postpone']).due('answer')).toBe(sample('postpone').dueDate)
  })

  it('calls the section chief when it is over, and three working days later the leader and the enterprise', () => {
    const play = asking(matter, day, ['until', '2026-03-07'])
    expect(sentTo(play, 'late')).toEqual(['330802-bureau/inspector', '330802-bureau/section-chief'])
    expect(sentTo(play, 'still-late')).toEqual([])
    play.does(['until', '2026-03-12'])
    expect(sentTo(play, 'still-late')).toEqual([
      '330802-bureau/leader',
      'enterprise:e-1/enterprise-principal',
      'enterprise:e-1/enterprise-safety',
    ])
  })
})
