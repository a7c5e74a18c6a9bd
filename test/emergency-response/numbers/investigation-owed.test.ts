// Is an accident investigated after all, and in time, whoever says that somebody has died of it?
import { describe, expect, it } from 'vitest'
import { emergency, type Line } from '../playing.ts'
import { drill, reported } from '../samples.ts'

const waived: Line[] = [
  ['dan', 'verify', { findings: '属实' }],
  ['gao', 'no-response'],
  ['dan', 'report-to-city'],
  ['gao', 'no-investigation'],
  ['wait', 60],
]
const report = { course: '一人不治', measures: '救治' }
const died: [who: string, type: string, data: Record<string, unknown>][] = [
  ['dan', 'record-casualties', { asOf: '2026-03-02', dead: 1, reason: '医院通报' }],
  ['dan', 'report-further', { ...report, dead: 1 }],
  ['du', 'report-to-province', { ...report, dead: 1 }],
  ['dan', 'correct-report', { content: '死亡一人', reason: '漏报', dead: 1 }],
]

describe('what was found to need no investigation', () => {
  it.each(died)('is to be decided about anew once %s %s says that somebody died', (...line) => {
    const play = emergency(reported, {}, ...waived)
    expect(play.clock('investigation')?.status).toBe('replaced')
    play.does(line)
    expect(play.where('investigation')).toBe('investigation.deciding')
    expect(play.clock('investigation')?.status).toBe('running')
    expect(play.due('investigation')).toBe('2026-05-01')
  })

  it('stays so where nobody was harmed', () => {
    const play = emergency(reported, {}, ...waived, ['dan', 'report-further', report])
    expect(play.where('investigation')).toBe('investigation.not-needed')
    expect(play.clock('investigation')?.status).toBe('replaced')
  })

  it('is no matter of an exercise', () => {
    const play = emergency(drill, {}, ...waived.slice(0, 2), ['dan', 'report-to-city'])
    play.does(['dan', 'report-further', { ...report, dead: 1 }])
    expect(play.where('investigation')).toBe('investigation.not-needed')
    expect(play.clock('investigation')).toBeUndefined()
  })
})
