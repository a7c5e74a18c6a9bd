// Is the party's right kept where the service of a paper is written down only after its days are over?
import { describe, expect, it } from 'vitest'
import { day, decided, matter, noticed, prosecuting, sample } from './samples.ts'

const unserved = noticed(1).slice(0, -1)
const posted = { method: 'post', servedOn: '2026-03-04', receiver: '毛总' }
const levelOf = (play: ReturnType<typeof prosecuting>, clock: string, level: string) =>
  play.clock(clock)?.escalationLevels.find(({ escalationLevel }) => escalationLevel === level)

describe('a window that was over before its service was written down', () => {
  const late = () =>
    prosecuting(
      matter,
      day,
      ...unserved,
      ['until', '2026-03-16'],
      ['lin', 'serve-notice', posted],
      ['until', '2026-03-17'],
    )

  it('does not lapse by itself', () => {
    const play = late()
    expect(play.where('handling')).toBe('handling.awaiting')
    expect(levelOf(play, 'hearing-request', 'lapsed')?.status).toBe('held')
    play.does(['mao', 'request-hearing', { statement: '3月6日已提出' }])
    expect(play.where('handling')).toBe('handling.preparing-hearing')
  })

  it('lapses when somebody says that nothing has come in time', () => {
    const play = late()
    const obligation = play.clock('hearing-request')?.id
    play.does(['chen', 'confirm-rung', { obligation, escalationLevel: 'lapsed', reason: '未提出' }])
    expect(play.where('handling')).toBe('handling.weighing')
  })

  it('lapses by itself where its last day was still to come', () => {
    const play = prosecuting(
      matter,
      day,
      ...unserved,
      ['until', '2026-03-10'],
      ['lin', 'serve-notice', posted],
      ['until', '2026-03-17'],
    )
    expect(play.where('handling')).toBe('handling.weighing')
  })
})

describe('a decision whose service is written down after the days to pay', () => {
  const unservedDecision = decided.slice(0, -1)
  const decision = { ...sample('serve-decision'), method: 'post', servedOn: '2026-03-05' }

  it('makes nothing overdue by itself', () => {
    const play = prosecuting(matter, day, ...unservedDecision, ['until', '2026-03-25'])
    play.does(['lin', 'serve-decision', decision], ['until', '2026-03-26'])
    expect([play.where('payment'), play.context().overdue]).toEqual(['payment.owed', false])
    expect(levelOf(play, 'payment', 'missed')?.status).toBe('held')
  })
})
