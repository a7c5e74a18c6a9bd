// Do reports upwards bring no other numbers than those that count, and all of those?
import { describe, expect, it } from 'vitest'
import { refusal } from '../../case/acting.ts'
import { emergency, type Line } from '../playing.ts'
import { called, reported } from '../samples.ts'

const report = { course: '现状', measures: '救治' }
const handled: Line[] = [
  ['dan', 'verify', { findings: '属实' }],
  ['gao', 'no-response'],
  ['dan', 'report-to-city'],
]
const more: [type: string, data: Record<string, unknown>][] = [
  ['report-further', report],
  ['report-to-province', report],
  ['report-finally', report],
  ['correct-report', { content: '死亡人数', reason: '漏报' }],
]

describe('a third death', () => {
  it.each(more)('is brought by no %s on day 31, and by its own day it is', (type, data) => {
    const play = emergency({ ...reported, dead: 2 }, {}, ...handled)
    play.does(['at', '2026-04-02T01:00:00Z'])
    const { code, words } = refusal(() => play.does(['du', type, { ...data, dead: 3 }]))
    expect([code, words]).toEqual(['not-allowed', expect.stringContaining('2026-04-01截止')])
    expect(play.context()).toMatchObject({ accidentLevel: 'general', figures: { dead: 2 } })
    play.does(['dan', 'record-casualties', { asOf: '2026-04-01', dead: 3, reason: '医院' }])
    expect(play.context()).toMatchObject({ accidentLevel: 'larger', figures: { dead: 3 } })
  })

  it.each([
    ['2026-03-09T15:59:00Z', 'none'],
    ['2026-03-09T16:00:00Z', 'not-allowed'],
  ])('of a fire is brought by a report until the end of day 7: %s', (at, code) => {
    const play = emergency({ ...called, dead: 2 }, {}, ...handled, ['at', at])
    expect(refusal(() => play.does(['dan', 'report-further', { ...report, dead: 3 }])).code).toBe(
      code,
    )
  })

  it('leaves what is no casualty, and the numbers that stand, to every report', () => {
    const play = emergency({ ...reported, dead: 2 }, {}, ...handled)
    play.does(['at', '2026-04-10T01:00:00Z'])
    play.does(['dan', 'report-further', { ...report, dead: 2, directLoss: 900_000 }])
    expect(play.context().figures).toMatchObject({ dead: 2, directLoss: 900_000 })
  })
})

describe('the final report', () => {
  it('brings its numbers with it', () => {
    const play = emergency({ ...reported, dead: 1 }, {}, ...handled)
    play.does(['dan', 'report-finally', { ...report, dead: 2 }])
    expect(play.context().figures).toMatchObject({ dead: 2 })
  })

  it('is none where its own numbers must go further up', () => {
    const play = emergency({ ...reported, dead: 1 }, {}, ...handled)
    const final = ['report-finally', { ...report, dead: 3 }] as const
    expect(refusal(() => play.does(['dan', ...final])).words).toContain('尚未上报')
    play.does(['du', 'report-to-province', { ...report, dead: 3 }], ['du', ...final])
    expect(play.where('reporting')).toBe('reporting.final')
  })
})

describe('what is no casualty', () => {
  it('counts after the last day as well: a loss that is assessed later makes it a larger accident', () => {
    const play = emergency(called, {}, ...handled, ['at', '2026-03-12T01:00:00Z'])
    const loss = { asOf: '2026-03-12', directLoss: 12_000_000, reason: '评估' }
    play.does(['dan', 'record-casualties', loss])
    expect(play.context()).toMatchObject({ accidentLevel: 'larger' })
    const dead = { ...loss, dead: 1 }
    expect(refusal(() => play.does(['dan', 'record-casualties', dead])).words).toContain('不计入')
  })
})

describe('a report that the city takes back', () => {
  it('leaves it to tell its own government and the authorities what it heard itself', () => {
    const play = emergency(
      { ...reported, dead: 3 },
      { by: 'du' },
      ['wait', 5],
      ['du', 'report-to-province'],
      ['du', 'withdraw-report'],
      ['du', 'report-to-province'],
      ['wait', 180],
    )
    for (const clock of ['city-informing', 'city-info-phone', 'city-info-written'])
      expect([clock, play.clock(clock)?.status]).toEqual([clock, 'overdue'])
    expect(play.notified('city-informing')).toContain('330800-leadership/leader')
  })
})
