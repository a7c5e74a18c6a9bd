// Is a length of time said as people say it, and does a period show how hard it presses?
import { describe, expect, test } from 'vitest'
import { durationWords } from '../../../domain/language/duration.ts'
import { ruleBook } from '../../../domain/law/rule-book.ts'
import { isLaw } from '../../../domain/law/rules/rule.ts'
import { pressureOf } from '../../../domain/views/pressure.ts'
import { answerTime } from '../../../ui/limits/answer-time.ts'

describe('promise (law): a length of time is said in hours and minutes, not in decimals', () => {
  test.each([
    [1, '1 分钟', '1 min'],
    [59, '59 分钟', '59 min'],
    [60, '1小时', '1 h'],
    [234, '3小时54分', '3 h 54 min'],
    [1440, '1天', '1 d'],
    [2590, '1天19小时', '1 d 19 h'],
  ])('%i minutes', (minutes, zh, en) => expect(durationWords(minutes)).toEqual({ zh, en }))
})

describe('promise (law): the colour of a period follows the share of its time that is used', () => {
  const share = (used: number, paused = 0) => ({ used, paused, left: 1 - used - paused })
  test.each([
    ['at the start', { overdue: false, paused: false, share: share(0) }, 'running'],
    ['half of it', { overdue: false, paused: false, share: share(0.5) }, 'running'],
    ['three quarters', { overdue: false, paused: false, share: share(0.75) }, 'near'],
    ['nine tenths', { overdue: false, paused: false, share: share(0.9) }, 'pressing'],
    [
      'a pause is not time that was to be used',
      { overdue: false, paused: false, share: share(0.45, 0.5) },
      'pressing',
    ],
    ['paused', { overdue: false, paused: true, share: share(0.95) }, 'paused'],
    ['over', { overdue: true, paused: false, share: share(1) }, 'overdue'],
  ])('%s', (_, due, pressure) => expect(pressureOf(due)).toBe(pressure))
})

describe('promise (law): 法定 is said only of what a norm of this place says', () => {
  test('no convention, promise or rule of another place is one', () => {
    const textsOf = (id: string) => ruleBook.filter((rule) => rule.id === id).map(isLaw)
    expect(textsOf('licensing.decision')).toEqual([true])
    expect(textsOf('hazard-rectification.supervision-city')).toEqual([false])
    expect(textsOf('hazard-rectification.governance')).toEqual([false])
    expect(textsOf('hazchem-licence.promised-review')).toEqual([false])
    expect(textsOf('alarm-episode.acknowledge-1')).toEqual([false])
  })
})

describe('promise (law): headline and sentence of a reckoning name one instant', () => {
  test('a period of days ends at 24:00 of its last day, one of hours at its minute', () => {
    expect(answerTime({ dueAt: '2026-10-11T00:00:00+08:00', rule: { unit: 'WD' } })).toBe('24:00')
    expect(answerTime({ dueAt: '2026-05-01T12:30:00+08:00', rule: { unit: 'H' } })).toBe('12:30')
  })
})
