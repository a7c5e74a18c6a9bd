// Can a response go on that has ended, and begin where none was needed: what burns again is the same event?
import { describe, expect, it } from 'vitest'
import { emergencyResponse } from '../../../domain/emergency-response/process.ts'
import { playing, refusal } from '../../case/acting.ts'
import { actor } from '../../support/people/cast.ts'
import { emergency, type Line, sample } from '../playing.ts'
import { inLift, plannedDrill, reported, start } from '../samples.ts'

const again = { level: '4', reason: '复燃', period: '12小时', measures: '扑救' }
const resumed: Line = ['gao', 'resume-response', again]
const ended: Line[] = [
  ['dan', 'verify', { findings: '属实' }],
  ['gao', 'start-response'],
  ['gao', 'end-response'],
]
const reportedFinally: Line[] = [
  ['dan', 'report-to-city'],
  ['dan', 'report-finally'],
  ['du', 'acknowledge-report'],
]

describe('a response that has ended', () => {
  it('goes on when it burns again: orders are given and the log is written until it ends anew', () => {
    const play = emergency(reported, {}, ...ended, ['wait', 90], resumed)
    expect(play.where('response')).toBe('response.responding')
    expect(play.context()).toMatchObject({ endedAt: null, handled: false, responseLevel: 4 })
    const later = { happenedAt: '2026-03-02T02:30:00.000Z', text: '二次扑救' }
    play.does(['dan', 'note-event', later], ['gao', 'end-response'], ['gao', 'settle'])
    expect(play.where('response')).toBe('response.over')
  })

  it('goes on after its aftermath is settled, as long as the case is open', () => {
    const play = emergency(reported, {}, ...ended, ['gao', 'settle'], resumed)
    expect(play.where('response')).toBe('response.responding')
    expect(play.where('investigation')).toBe('investigation.deciding')
  })

  it('is reported on again where it was reported finally, within the day', () => {
    const play = emergency(reported, {}, ...ended, ...reportedFinally, ['wait', 60], resumed)
    expect([play.where('reporting'), play.where('receipt')]).toEqual([
      'reporting.standing',
      'receipt.none',
    ])
    expect(play.dueAt('continued-report')).toBe('2026-03-03 10:00')
    expect(refusal(() => play.does(['dan', 'report-finally'])).words).toContain('处置尚未结束')
  })

  it('leaves a final report that nobody has received to be received', () => {
    const play = emergency(reported, {}, ...ended, ...reportedFinally.slice(0, 2), resumed)
    expect([play.where('reporting'), play.where('receipt')]).toEqual([
      'reporting.standing',
      'receipt.awaiting',
    ])
    play.does(['du', 'acknowledge-report'])
    expect(play.where('receipt')).toBe('receipt.none')
    const counted = emergency(reported, {}, ...ended, ...reportedFinally.slice(0, 2))
    counted.does(['dan', 'record-casualties', { asOf: '2026-03-02', dead: 1, reason: '不治' }])
    expect([counted.where('reporting'), counted.where('receipt')]).toEqual([
      'reporting.standing',
      'receipt.awaiting',
    ])
  })

  it('asks for no other report than before where the last was not final', () => {
    const play = emergency(reported, {}, ...ended, ['dan', 'report-to-city'], ['wait', 60], resumed)
    expect(play.dueAt('continued-report')).toBe('2026-03-03 09:00')
    expect(
      play.record().obligations.filter(({ clock }) => clock === 'continued-report'),
    ).toHaveLength(1)
  })

  it('goes on at no lower level than what is known reaches', () => {
    const dead = ['dan', 'record-casualties', { asOf: '2026-03-02', dead: 3, reason: '救出后' }]
    const play = emergency(reported, {}, ...ended, dead as Line)
    expect(refusal(() => play.does(resumed)).words).toContain('不得低于')
  })
})

describe('a case whose response has ended once', () => {
  it('is not joined to another any more, also while it goes on', () => {
    const play = emergency(reported, {}, ...ended, resumed)
    const join = { mainCase: '试〔2026〕0号', mainCaseId: 'c-0', reason: '同一处火情' }
    expect(refusal(() => play.does(['dan', 'join-case', join])).words).toContain('不再并案')
  })
})

describe('where no response was needed', () => {
  it('one is started after all when it turns out to be worse', () => {
    const play = emergency(reported, {}, ['dan', 'verify'], ['gao', 'no-response'], resumed)
    expect(play.where('response')).toBe('response.responding')
    expect(play.context()).toMatchObject({ responseLevel: 4, handled: false })
  })
})

describe('what cannot be started again', () => {
  it('is the freeing of people from a lift: whoever is trapped anew is a new event', () => {
    const play = emergency(
      inLift,
      {},
      ['dan', 'call-back'],
      ['dan', 'dispatch-maintainer'],
      ['dan', 'maintainer-arrived'],
      ['dan', 'passengers-released'],
      ['dan', 'verify'],
      ['gao', 'no-response'],
    )
    expect(refusal(() => play.does(resumed)).words).toContain('电梯')
  })

  it('is what burns again when casualties count no more: they are those of a new event', () => {
    const play = emergency(reported, {}, ...ended, ['at', '2026-03-08T01:00:00.000Z'])
    play.does(resumed)
    expect(play.where('response')).toBe('response.responding')
    const late = emergency(reported, {}, ...ended, ['at', '2026-04-20T01:00:00.000Z'])
    expect(refusal(() => late.does(resumed)).words).toContain('另行接报')
  })

  it('is a response that goes on, and a planned drill', () => {
    const going = emergency(reported, {}, ['dan', 'verify'], ['gao', 'start-response'])
    expect(refusal(() => going.does(resumed)).words).toContain('尚未终止')
    const play = emergency(plannedDrill, {}, ...ended)
    expect(refusal(() => play.does(resumed)).words).toContain('演练')
  })
})

describe('the alarm behind it', () => {
  const told = (...lines: [type: string, data?: Record<string, unknown>][]) => {
    const { record } = emergency(reported, {}, ['dan', 'verify', { findings: '属实' }])
    const behind = { ...record(), opener: { process: 'alarm-episode', id: 'a-0' } }
    const play = playing(emergencyResponse, actor('dan'), reported, start, behind)
    for (const [type, data] of lines) play.act(actor('gao'), type, data ?? sample(type) ?? {})
    return play.effects.filter((one) => one.kind === 'act' && one.type === 'emergency-ended').length
  }
  it.each(['no-response', 'refer'] as const)('hears that it came to nothing: %s', (type) => {
    const { record } = emergency(reported, {}, ['dan', 'verify', { findings: '属实' }])
    const behind = { ...record(), opener: { process: 'alarm-episode', id: 'a-0' } }
    const play = playing(emergencyResponse, actor('dan'), reported, start, behind)
    play.act(actor('gao'), type, sample(type) ?? {})
    expect(play.effects.filter((one) => one.kind === 'act').map((one) => one.type)).toEqual([
      'emergency-waived',
    ])
  })

  it('hears of the first end alone, which may come after none was needed', () => {
    const anew: [string, typeof again] = ['resume-response', again]
    expect(told(['start-response'], ['end-response'])).toBe(1)
    expect(told(['start-response'], ['end-response'], anew, ['end-response'])).toBe(1)
    expect(told(['no-response'], anew, ['end-response'])).toBe(1)
  })
})
