// What does a suspended enforcement stop, how does it go on, and is it over after three years without harm (强制法 39)?
import { describe, expect, it } from 'vitest'
import { addDays } from '../../../domain/time/days.ts'
import { refusal } from '../../case/acting.ts'
import type { Line } from '../../support/processes/lines.ts'
import { day, decided, demanded, matter, prosecuting, sample } from '../samples.ts'

const suspend = (data: object = {}): Line => [
  'gao',
  'suspend-enforcement',
  { ...sample('suspend-enforcement'), ...data },
]
const resume: Line = ['gao', 'resume-enforcement']
const goes = (...lines: Line[]) => prosecuting(matter, day, ...decided, ...lines)
/** The fine was due on 2026-03-17. */
const overdue: Line[] = [['until', '2026-03-18']]
type Play = ReturnType<typeof goes>
const why = (play: Play, line: Line) => refusal(() => play.does(line)).words

describe('a suspension', () => {
  it('is of what is being enforced, by the leader, once at a time', () => {
    const play = goes()
    expect(why(play, suspend())).toContain('没有正在执行的罚款')
    play.does(...overdue)
    expect(why(play, ['lin', 'suspend-enforcement', sample('suspend-enforcement')])).not.toBe('')
    expect(why(play, resume)).toContain('未中止执行')
    play.does(suspend())
    expect(why(play, suspend())).toContain('自2026-03-18起中止执行')
    expect(play.facts.at(-1)).toMatchObject({ type: 'suspend-enforcement', audience: 'party' })
  })

  it('of a fine that is paid has nothing to suspend any more; a payment is still taken', () => {
    const play = goes(...overdue, suspend(), [
      'lin',
      'record-payment',
      { amount: 20_000, surcharge: 600, paidOn: '2026-03-18', receipt: '票9' },
    ])
    expect(play.clock('suspension-max')?.status).toBe('met')
    expect(why(play, suspend())).toContain('没有正在执行的罚款')
  })
})

it('the twenty-first is refused in words, and none of those before it is forgotten', () => {
  const play = goes(...overdue)
  for (let nth = 0; nth < 20; nth += 1) {
    const from = addDays('2026-03-18', nth * 3)
    play.does(['until', from], suspend(), ['until', addDays(from, 1)], resume)
  }
  expect(play.context().suspensions).toHaveLength(20)
  expect(play.context().suspensions).toContainEqual({ from: '2026-03-18', to: '2026-03-19' })
  play.does(['until', addDays('2026-03-18', 60)])
  expect(why(play, suspend())).toContain('已中止执行20次')
})

describe('meanwhile', () => {
  it('nothing is demanded and no court is asked', () => {
    const play = goes(...overdue, suspend())
    expect(why(play, ['lin', 'issue-demand'])).toContain('第三十九条')
    const later = goes(...demanded, suspend(), ['until', '2026-09-10'])
    expect(why(later, ['gao', 'apply-court'])).toContain('自2026-04-02起中止执行')
    later.does(resume, ['gao', 'apply-court'])
    expect(later.where('compulsion')).toBe('compulsion.applied')
  })

  it('the period of the demand stands still, and the days of the suspension are not counted', () => {
    const play = goes(...demanded.slice(0, 3))
    expect(play.due('demand')).toBe('2026-04-01')
    play.does(['until', '2026-03-20'], suspend(), ['until', '2026-04-20'])
    expect([play.where('compulsion'), play.clock('demand')?.status]).toEqual([
      'compulsion.demanded',
      'paused',
    ])
    play.does(resume)
    // Nine of ten working days were left after the first one.
    expect(play.due('demand')).toBe('2026-05-06')
    play.does(['until', '2026-05-07'])
    expect(play.where('compulsion')).toBe('compulsion.applying')
  })

  it('the three months of the court stand still: what is left of them is left afterwards', () => {
    const play = goes(...demanded)
    expect(play.due('court-application')).toBe('2026-12-02')
    play.does(['until', '2026-09-10'], suspend(), ['until', '2026-09-19'], resume)
    expect(play.due('court-application')).toBe('2026-12-12')
    play.does(['until', '2026-12-11'], ['gao', 'apply-court'])
    expect(play.where('compulsion')).toBe('compulsion.applied')
  })

  it('a suspension that is over before they begin takes nothing from them', () => {
    const play = goes(...demanded, suspend(), ['until', '2026-05-20'], resume)
    expect(play.due('court-application')).toBe('2026-12-02')
  })

  it('a remedy that ends meanwhile lets them begin when the suspension does end', () => {
    const remedy = { ...sample('receive-remedy'), filedOn: '2026-04-02', receivedOn: '2026-04-02' }
    const play = goes(
      ...demanded,
      suspend(),
      ['fa', 'receive-remedy', remedy],
      ['until', '2026-05-20'],
      ['fa', 'record-upheld', { ...sample('record-upheld'), decidedOn: '2026-05-20' }],
    )
    expect(play.clock('court-application')?.status).toBe('replaced')
    play.does(['until', '2026-05-25'], resume)
    expect(play.clock('court-application')?.status).toBe('running')
  })
})

/** Of a year whose third one after it has its decree. */
const of2023 = (data: object = {}) => {
  const service = { ...sample('serve-notice'), servedOn: '2023-03-02' }
  return prosecuting(
    matter,
    '2023-03-02',
    ['gao', 'approve-filing'],
    ['lin', 'record-evidence', { ...sample('record-evidence'), takenOn: '2023-03-02' }],
    ['wu', 'sign'],
    [
      'lin',
      'conclude-investigation',
      { ...sample('conclude-investigation'), actEnded: '2023-03-02' },
    ],
    ['wu', 'sign'],
    ['chen', 'approve-report'],
    ['lin', 'notify-penalty'],
    ['lin', 'serve-notice', service],
    ['mao', 'waive-rights', { statement: '放弃' }],
    ['lin', 'weigh-defence'],
    ['gao', 'decide-penalty'],
    ['lin', 'serve-decision', service],
    ['until', '2023-03-20'],
    suspend(data),
  )
}
const ends = (ground: string): Line => ['lin', 'propose-termination', { ground, findings: '查明' }]

describe('three years', () => {
  it('without harm, of who cannot pay: executed no more, given up by the leader, closed', () => {
    const play = of2023()
    expect(play.due('suspension-max')).toBe('2026-03-20')
    play.does(['until', '2026-03-20'])
    expect(why(play, ends('suspended'))).toContain('未满三年')
    play.does(['until', '2026-03-21'])
    expect(play.context().suspensionOver).toBe(true)
    for (const line of [resume, suspend(), ['lin', 'issue-demand'] as Line])
      expect(why(play, line)).toContain('不再执行')
    play.does(
      ends('suspended'),
      ['gao', 'terminate-enforcement'],
      ['chen', 'publish-penalty'],
      ['lin', 'propose-closing'],
      ['gao', 'approve-closing'],
    )
    expect([play.record().status, play.context().owed]).toEqual(['closed', 20_000])
  })

  it.each([
    ['of another ground', { ground: 'third-party', harmless: undefined }],
    ['with harm', { harmless: false }],
  ])('%s do not run', (_, data) => {
    const play = of2023(data)
    expect(play.clock('suspension-max')).toBeUndefined()
    play.does(['until', '2026-03-25'])
    expect(play.context().suspensionOver).toBeUndefined()
  })

  it('end with a later payment that is granted: what is not due is not enforced, and is demanded anew', () => {
    const play = of2023()
    const later: Line = ['gao', 'grant-deferral', { dueDate: '2023-12-01' }]
    play.does(['mao', 'apply-deferral', { until: '2023-12-01', reason: '经营困难' }], later)
    expect(play.clock('suspension-max')?.status).toBe('replaced')
    expect(play.context()).toMatchObject({ suspendedSince: null, suspensionCounts: false })
    play.does(['until', '2023-12-04'])
    expect(why(play, ['lin', 'issue-demand'])).toBe('')
    play.does(['until', '2026-03-21'])
    expect(play.context().suspensionOver).toBeUndefined()
  })

  it('that are over leave nothing to be paid later', () => {
    const play = of2023()
    play.does(['mao', 'apply-deferral', { until: '2026-12-01', reason: '经营困难' }])
    play.does(['until', '2026-03-21'])
    expect(why(play, ['gao', 'grant-deferral', { dueDate: '2026-12-01' }])).toContain('不再执行')
  })

  it('end with the resumption, and begin anew with the next suspension', () => {
    const play = of2023()
    play.does(['until', '2024-03-20'], resume)
    expect(play.clock('suspension-max')?.status).toBe('met')
    play.does(suspend())
    expect(play.due('suspension-max')).toBe('2027-03-20')
  })
})
