// What is refused, and does each refusal say why?
import { describe, expect, it } from 'vitest'
import {
  accidentOf,
  figuresInWords,
  responseOf,
} from '../../domain/emergency-response/event/figures.ts'
import { impossibleMoment } from '../../domain/emergency-response/report.ts'
import { refusal } from '../case/acting.ts'
import { emergency, type Line } from './playing.ts'
import { called, grave, reported, start } from './samples.ts'

const refused = (play: ReturnType<typeof emergency>, ...line: Line): string =>
  refusal(() => play.does(line)).words
const responding: Line[] = [
  ['dan', 'verify', { findings: '属实' }],
  ['gao', 'start-response'],
]

describe('a report', () => {
  it.each([
    ['of the future', { happenedAt: '2026-03-02T02:00:00Z' }, 'happenedAt', '不得晚于现在'],
    ['of no moment', { happenedAt: '2026-02-31T08:00:00Z' }, 'happenedAt', '时刻无效'],
    ['told before it happened', { toldAt: '2026-03-01T00:00:00Z' }, 'toldAt', '先后顺序'],
    [
      'heard of in the future',
      { receivedAt: '2026-03-02T01:30:00Z' },
      'receivedAt',
      '不得晚于现在',
    ],
  ])('%s is refused, and nothing begins', (_, wrong, field, why) => {
    const fault = impossibleMoment({ ...reported, ...wrong }, start)
    expect([fault?.field, fault?.words.zh]).toEqual([field, expect.stringContaining(why)])
    const { code, words } = refusal(() => emergency({ ...reported, ...wrong }, {}))
    expect([code, words]).toEqual(['invalid-input', expect.stringContaining(why)])
  })

  it('leaves unknown numbers unknown', () => {
    expect(emergency(called, {}).context().figures).toEqual({})
    expect(emergency({ ...called, dead: 0 }, {}).context().figures).toEqual({ dead: 0 })
    expect(figuresInWords({ dead: 2 })).toContain('死亡人数：2；失联人数：不明')
  })
})

describe('levels', () => {
  it('follow the numbers that are known, missing and trapped included', () => {
    expect(accidentOf({}, {}).level).toBe('general')
    expect(accidentOf({ dead: 3 }, {})).toMatchObject({ level: 'larger', grave: true })
    expect(accidentOf({ trapped: 2, missing: 1 }, {})).toMatchObject({
      level: 'general',
      grave: true,
    })
    expect(
      responseOf({ dead: 2, missing: 1 }, { spread: 'county', capability: 'county' }, {}).level,
    ).toBe(3)
    expect(responseOf({}, { spread: 'province', capability: 'county' }, {}).level).toBe(2)
  })

  it('of a response are never below what the numbers reach, at its start or later', () => {
    const play = emergency({ ...grave, dead: 3 }, {}, ['dan', 'verify', { findings: '属实' }])
    const declared = { reason: '试验', period: '24小时', measures: '搜救' }
    expect(refused(play, 'gao', 'start-response', { level: '4', ...declared })).toContain('Ⅲ级响应')
    play.does(['gao', 'start-response', { level: '2', ...declared }])
    expect(refused(play, 'gao', 'change-level', { level: '4', reason: '试验' })).toContain(
      '不得低于',
    )
    expect(refused(play, 'gao', 'change-level', { level: '2', reason: '试验' })).toContain('相同')
    play.does(['gao', 'change-level', { level: '3', reason: '已控制' }])
    expect(play.context().responseLevel).toBe(3)
  })

  it('are changed by leaders and commanders alone', () => {
    const play = emergency(reported, {}, ...responding)
    expect(refusal(() => play.does(['dan', 'end-response'])).code).toBe('not-allowed')
    play.does(['zong', 'change-level', { level: '3', reason: '扩大' }])
    expect(play.context().responseLevel).toBe(3)
  })
})

describe('the end', () => {
  it('waits until nobody is trapped or missing', () => {
    const play = emergency({ ...reported, trapped: 1 }, {}, ...responding)
    expect(refused(play, 'gao', 'end-response')).toContain('被困')
    play.does(
      ['dan', 'record-casualties', { asOf: '2026-03-02', trapped: 0, reason: '已救出' }],
      ['gao', 'end-response'],
    )
    expect(play.where('response')).toBe('response.aftermath')
  })

  it('of the aftermath waits until everything requisitioned has been given back', () => {
    const play = emergency(
      reported,
      {},
      ...responding,
      ['dan', 'requisition'],
      ['dan', 'requisition'],
    )
    play.does(['gao', 'end-response'])
    expect(refused(play, 'gao', 'settle')).toContain('尚未全部归还')
    expect(refused(play, 'gao', 'return-requisition', { no: '7', condition: '完好' })).not.toBe('')
    play.does(
      ['gao', 'return-requisition'],
      ['gao', 'return-requisition', { no: '2', condition: '完好' }],
    )
    expect(refused(play, 'gao', 'return-requisition')).not.toBe('')
    play.does(['gao', 'settle'])
    expect(play.where('response')).toBe('response.over')
  })

  it('leaves the log open for what happened before it, and for nothing that came after', () => {
    const play = emergency(reported, {}, ...responding, ['wait', 60], ['gao', 'end-response'])
    play.does(['wait', 60])
    const note = (happenedAt: string) => ({ happenedAt, text: '记事' })
    play.does(['dan', 'note-event', note('2026-03-02T01:30:00Z')])
    expect(refused(play, 'dan', 'note-event', note('2026-03-02T02:30:00Z'))).toContain('终止后')
    expect(refused(play, 'dan', 'note-event', note('2026-03-02T05:00:00Z'))).toContain('晚于现在')
    expect(refused(play, 'dan', 'note-event', note('2026-03-01T00:00:00Z'))).toContain('早于')
  })
})

describe('reports', () => {
  it('are final only when the handling is over and every level that must be told has been', () => {
    const play = emergency(grave, {}, ['dan', 'report-to-city'])
    expect(refused(play, 'dan', 'report-finally')).toContain('处置尚未结束')
    play.does(...responding, ['gao', 'end-response'])
    expect(refused(play, 'dan', 'report-finally')).toContain('尚未上报')
    play.does(['du', 'report-to-province'], ['du', 'report-finally'])
    expect(play.where('reporting')).toBe('reporting.final')
  })

  it('go to the province from the city once it has been told', () => {
    const play = emergency(grave, {}, ['dan', 'report-to-city'])
    expect(refused(play, 'dan', 'report-to-province')).toContain('由市级上报')
    play.does(['du', 'report-to-province'])
    expect(play.context().reached).toBe('province')
  })

  it('are due where people were harmed, and by telephone only where it is grave', () => {
    expect(refused(emergency({ ...reported, dead: 1 }, {}), 'dan', 'no-report')).toContain(
      '应当上报',
    )
    expect(refused(emergency(reported, {}), 'dan', 'county-report-by-phone')).toContain('较大以上')
    expect(refused(emergency(grave, {}), 'du', 'city-report-by-phone')).toContain('尚未接报')
  })
})

describe('numbers', () => {
  it.each([
    [{ asOf: '2026-03-03', dead: 1 }, '不得晚于今日'],
    [{ asOf: '2026-03-01', dead: 1 }, '不得早于'],
    [{ asOf: '2026-03-02' }, '至少填写一项'],
  ])('%j are refused', (data, why) => {
    expect(
      refused(emergency(reported, {}), 'dan', 'record-casualties', { ...data, reason: '试验' }),
    ).toContain(why)
  })

  it('where people were harmed want an investigation', () => {
    const play = emergency({ ...reported, dead: 1 }, {}, ['dan', 'verify', { findings: '属实' }])
    play.does(['gao', 'no-response'])
    expect(refused(play, 'gao', 'no-investigation')).toContain('应当组织事故调查')
  })
})
