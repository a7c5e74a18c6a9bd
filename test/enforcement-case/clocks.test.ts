// When do the periods of an enforcement case end, by which law, and who is told when one is missed?
import { describe, expect, it } from 'vitest'
import { enforcementCase } from '../../domain/enforcement-case/process.ts'
import { offerClockVerb } from '../../domain/engine/judging/judge-clocks.ts'
import { refusal } from '../case/acting.ts'
import { actor } from '../support/people/cast.ts'
import type { Line } from '../support/processes/lines.ts'
import { day, decided, matter, noticed, prosecuting } from './samples.ts'

const goes = (...lines: Line[]) => prosecuting(matter, day, ...lines)

/** Whom the notices of one level of the escalation policy went to. */
const sentTo = (play: ReturnType<typeof prosecuting>, level: string) =>
  play.effects.flatMap((one) =>
    one.kind === 'notice' && one.escalationLevel === level ? one.groups : [],
  )

describe('the period of the case', () => {
  it('filed from 2026-02-01 is ninety days, provisional; before, thirty', () => {
    expect(goes(['gao', 'approve-filing']).clock('decision')).toMatchObject({
      due: '2026-05-31',
      provisional: true,
    })
    expect(prosecuting(matter, '2025-07-01', ['gao', 'approve-filing']).due('decision')).toBe(
      '2025-07-31',
    )
  })

  it('is extended twice where the rules of the time say so, and the third is refused by article', () => {
    const play = prosecuting(matter, '2025-07-01', ['gao', 'approve-filing'])
    const obligation = play.clock('decision')?.id
    const extend = (by: number, more: object = {}) => [
      'gao',
      'extend-clock',
      { obligation, by, reason: '案情复杂', ...more },
    ]
    play.does(extend(60) as Line, extend(90, { paper: '浙应急函〔2025〕7号' }) as Line)
    expect(play.due('decision')).toBe('2025-12-28')
    const third = refusal(() => play.does(extend(30) as Line))
    expect(third.code).toBe('not-possible-now')
    expect(third.words).toMatch(/最多延长2次，依据.*令77号修正）第32条/)
  })

  it('filed from 2026-02-01 is not extended, and whoever keeps it reads why', () => {
    const play = goes(['gao', 'approve-filing'])
    const obligation = play.clock('decision')?.id
    const asked = () =>
      play.does(['gao', 'extend-clock', { obligation, by: 30, reason: '案情复杂' }] as Line)
    expect(refusal(asked).words).toContain('不得延长')
    expect(
      offerClockVerb(enforcementCase, play.record(), actor('gao'), 'extend-clock'),
    ).toMatchObject({
      allowed: false,
      reasons: [expect.objectContaining({ zh: expect.stringContaining('不得延长') })],
    })
  })

  it('ends with the decision', () => {
    expect(goes(...decided).clock('decision')?.status).toBe('met')
  })

  it('missed calls the officers, the chief and the leader, and ten working days later the city', () => {
    const play = goes(['gao', 'approve-filing'], ['until', '2026-06-02'])
    expect(sentTo(play, 'missed')).toEqual([
      '330802-bureau/inspector',
      '330802-bureau/section-chief',
      '330802-bureau/leader',
    ])
    expect(sentTo(play, 'still-undecided')).toEqual([])
    play.does(['until', '2026-06-20'])
    expect(sentTo(play, 'still-undecided')).toEqual(['330800-committee/supervisor'])
  })

  it('stands still while a hearing is held', () => {
    const asked = goes(...noticed(1), ['mao', 'request-hearing', { statement: '要求' }])
    expect(asked.clock('decision')?.status).toBe('paused')
  })
})

describe('the time to speak', () => {
  it('with a hearing is five working days from the service, and lapses by itself', () => {
    const play = goes(...noticed(1))
    expect(play.due('hearing-request')).toBe('2026-03-09')
    play.does(['until', '2026-03-10'])
    expect(play.where('handling')).toBe('handling.weighing')
  })

  it('without one is three days by an unconfirmed rule: a person ends it, never the clock alone', () => {
    const play = goes(...noticed(0))
    expect(play.clock('statement-window')).toMatchObject({ due: '2026-03-05', provisional: true })
    play.does(['until', '2026-03-20'])
    expect(play.where('handling')).toBe('handling.awaiting')
    const obligation = play.clock('statement-window')?.id
    play.does([
      'chen',
      'confirm-rung',
      { obligation, escalationLevel: 'lapsed', reason: '已逾期未提出' },
    ])
    expect(play.where('handling')).toBe('handling.weighing')
  })
})

describe('after the decision', () => {
  it('it is served and published within seven working days, and the fine paid within fifteen days', () => {
    const play = goes(...decided)
    expect(play.clock('service')).toMatchObject({ status: 'met', due: '2026-03-11' })
    expect(play.due('publication')).toBe('2026-03-11')
    expect(play.due('payment')).toBe('2026-03-17')
  })

  it('an unpaid fine calls the party and the officers; a later payment takes its place', () => {
    const play = goes(...decided, ['until', '2026-03-18'])
    expect(sentTo(play, 'missed')).toContain('enterprise:e-1/enterprise-principal')
    const later = goes(...decided, ['mao', 'apply-deferral'], ['gao', 'grant-deferral'])
    expect(later.clock('payment')?.status).toBe('replaced')
    expect(later.due('later-payment')).toBe('2026-12-01')
  })
})
