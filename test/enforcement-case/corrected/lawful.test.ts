// Is a correction held to what the act itself was asked (更正)?
import { describe, expect, it } from 'vitest'
import { refusal } from '../../case/acting.ts'
import type { Line } from '../../support/processes/lines.ts'
import { day, decided, demanded, matter, noticed, prosecuting } from '../samples.ts'
import { late, owesOn, paysPart, sought, stands } from '../surcharge/paying.ts'
import { corrects } from './correcting.ts'

type Play = ReturnType<typeof late>
const goes = (...lines: Line[]) => prosecuting(matter, day, ...lines)
const tried = (play: Play, type: string, ...[field, value]: [string, string]) => {
  const before = play.context()
  const { code, words } = refusal(() => corrects(play, type, [field, value]))
  if (code !== 'none') expect(play.context()).toEqual(before)
  return { code, words }
}

describe('an instalment', () => {
  it('is not paid on a day to come', () => {
    const play = late()
    play.does(['until', '2026-02-20'], paysPart('2026-02-20', 5_000))
    expect(tried(play, 'record-instalment', 'paidOn', '2026-02-21')).toEqual({
      code: 'invalid-input',
      words: '缴款日期不得晚于今日',
    })
    expect(tried(play, 'record-instalment', 'paidOn', '2026-02-18').code).toBe('none')
  })
})

describe('a service', () => {
  it.each([
    ['serve-notice', noticed(), day],
    ['serve-decision', decided, day],
    ['serve-demand', [...decided, ...demanded.slice(0, 3)], '2026-03-18'],
  ] as const)('of %s is neither of a day to come nor before its paper', (type, lines, made) => {
    const play = goes(...lines, ['until', '2026-03-20'])
    expect(tried(play, type, 'servedOn', '2026-03-21').words).toContain('不得晚于今日')
    expect(tried(play, type, 'servedOn', '2026-03-01').words).toContain(`不得早于文书日期${made}`)
    expect(tried(play, type, 'servedOn', '2026-03-19').code).toBe('none')
  })

  it('keeps its other words as they are corrected', () => {
    const play = goes(...decided)
    expect(tried(play, 'serve-decision', 'receiver', '毛总经理').code).toBe('none')
  })
})

describe('a remedy', () => {
  const pending = () => {
    const play = late()
    play.does(['until', '2026-02-24'], sought('2026-02-17', '2026-02-24'))
    return play
  }

  it.each([
    ['filedOn', '2026-02-25', '不得晚于今日'],
    ['filedOn', '2026-01-29', '不得早于2026-01-30'],
    ['receivedOn', '2026-02-25', '不得晚于今日'],
    ['receivedOn', '2026-02-16', '不得早于2026-02-17'],
  ])('is not corrected to %s %s', (field, value, why) => {
    expect(tried(pending(), 'receive-remedy', field, value).words).toContain(why)
  })

  it('that is pending follows the day on which it was sought', () => {
    const play = pending()
    expect(tried(play, 'receive-remedy', 'filedOn', '2026-02-19').code).toBe('none')
    expect([play.context().pendingSince, owesOn(play, '2026-02-24')]).toEqual(['2026-02-19', 6_000])
  })

  it('that has ended keeps the day by which its days were reckoned', () => {
    const play = pending()
    play.does(stands('2026-02-24'))
    expect(tried(play, 'receive-remedy', 'filedOn', '2026-02-19').words).toContain('已经终结')
    expect(tried(play, 'receive-remedy', 'receivedOn', '2026-02-23').code).toBe('none')
  })

  it('counts from the service on where that is corrected beyond the application', () => {
    const play = late()
    play.does(['until', '2026-03-20'], sought('2026-02-17', '2026-02-24'))
    // Served on 2026-02-18 it is due on 2026-03-05, and pending all the while.
    expect(tried(play, 'serve-decision', 'servedOn', '2026-02-18').code).toBe('none')
    expect(owesOn(play, '2026-03-20')).toBe(0)
  })
})
