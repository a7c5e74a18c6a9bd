// Can a final report be completed that was sent back, and one that turns out to have gone not far enough?
import { describe, expect, it } from 'vitest'
import { emergency, type Line } from '../playing.ts'
import { reported } from '../samples.ts'

const finallyReported: Line[] = [
  ['dan', 'verify', { findings: '属实' }],
  ['gao', 'no-response'],
  ['dan', 'report-to-city'],
  ['du', 'acknowledge-report'],
  ['dan', 'report-finally'],
]
const tasks = (play: ReturnType<typeof emergency>) =>
  Object.values(play.record().openTasks).map(({ task }) => task)

describe('a final report', () => {
  it('that was sent back is asked for again, and is final when the superior has it', () => {
    const play = emergency(reported, {}, ...finallyReported, ['du', 'send-report-back'])
    expect([play.where('reporting'), play.where('receipt')]).toEqual([
      'reporting.standing',
      'receipt.returned',
    ])
    expect(tasks(play)).toContain('report-further')
    play.does(['dan', 'report-further'], ['du', 'acknowledge-report'], ['dan', 'report-finally'])
    expect(play.where('reporting')).toBe('reporting.final')
    play.does(['du', 'send-report-back'], ['dan', 'report-finally'], ['du', 'acknowledge-report'])
    expect([play.where('reporting'), play.where('receipt')]).toEqual([
      'reporting.final',
      'receipt.received',
    ])
  })

  it('whose correction makes it a larger accident goes on to the province', () => {
    const play = emergency(reported, {}, ...finallyReported, ['du', 'acknowledge-report'])
    play.does(['dan', 'correct-report', { content: '死亡三人', reason: '漏报', dead: 3 }])
    expect(play.where('reporting')).toBe('reporting.standing')
    expect(play.clock('city-report')?.status).toBe('running')
    play.does(['du', 'report-to-province'])
    expect(play.clock('city-report')?.status).toBe('met')
  })

  it('whose correction concerns words alone stays final', () => {
    const play = emergency(reported, {}, ...finallyReported, ['dan', 'correct-report'])
    expect(play.where('reporting')).toBe('reporting.final')
    play.does(['du', 'acknowledge-report'])
    expect(play.where('receipt')).toBe('receipt.received')
  })
})
