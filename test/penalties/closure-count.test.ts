// Which penalties count for a proposal to close, and what must a person confirm?
import { describe, expect, it, test } from 'vitest'
import { closureCount } from '../../domain/penalties/closure-count.ts'
import { countedOnPaper } from '../../domain/penalties/counted-on-paper.ts'
import { penaltiesIn, standingPenalty } from '../../domain/penalties/standing.ts'

const marks = {
  decidedOn: '2026-03-02',
  decisionServedOn: '2026-03-05',
  annulled: false,
  individual: false,
}

describe('a penalty stands', () => {
  it('by the day of its decision, once it was served', () => {
    expect(standingPenalty('1号', marks)).toEqual({ number: '1号', on: '2026-03-02', daily: false })
    expect(standingPenalty('1号', { ...marks, daily: {} })?.daily).toBe(true)
  })
  it.each([
    ['not served', { decisionServedOn: null }],
    ['not decided', { decidedOn: null }],
    ['annulled', { annulled: true }],
    ['of a person', { individual: true }],
  ])('not where it is %s', (_, other) => {
    expect(standingPenalty('1号', { ...marks, ...other })).toBeNull()
  })
  it('not in a case that knows nothing of penalties; the oldest comes first', () => {
    const of = (number: string, context: object) => ({
      number,
      snapshot: { value: '', status: '', context: { ...context } },
    })
    const cases = [of('b', marks), of('x', {}), of('a', { ...marks, decidedOn: '2026-01-10' })]
    expect(penaltiesIn(cases).map(({ number }) => number)).toEqual(['a', 'b'])
  })
})

const of = (on: string, daily = false) => ({ number: `${on}号`, on, daily })
const count = (days: string[], more: object = {}) =>
  closureCount({ penalties: days.map((on) => of(on)), majorHazard: true, ...more }, {})
const said = ({ reckoning }: ReturnType<typeof count>) => reckoning.map(({ zh }) => zh).join('；')

describe('the count', () => {
  it('is reached by three in 180 days or four in a year, with a major hazard', () => {
    expect(count(['2026-01-10', '2026-03-15', '2026-07-08']).reached).toBe(true)
    expect(count(['2026-01-10', '2026-03-15', '2026-07-10']).reached).toBe(false)
    expect(count(['2026-01-10', '2026-03-15', '2026-07-10', '2027-01-10']).reached).toBe(true)
    expect(count(['2026-01-10', '2026-03-15', '2026-07-10', '2027-01-11']).reached).toBe(false)
    const without = count(['2026-01-10', '2026-03-15', '2026-07-08'], { majorHazard: false })
    expect([without.reached, said(without)]).toEqual([
      false,
      expect.stringContaining('不存在重大事故隐患'),
    ])
  })

  it('names each penalty', () => {
    expect(said(count(['2026-01-10']))).toContain('2026-01-10：处罚决定，2026-01-10号')
  })

  it('rests on the last year: what lies before, or is over for a year, counts no more', () => {
    const days = ['2022-01-10', '2022-03-15', '2022-07-08']
    expect(count([...days, '2026-07-08']).reached).toBe(false)
    expect(count(days, { asOf: '2023-07-08' }).reached).toBe(true)
    expect(count(days, { asOf: '2023-07-09' }).reached).toBe(false)
    expect(count(days, { asOf: '2022-07-07' }).reached).toBe(false)
    expect(count([]).reached).toBe(false)
  })

  it('that is full stays full when a further penalty follows, until a year after it was filled', () => {
    const full = ['2025-10-01', '2025-12-01', '2026-03-20']
    expect(count(full, { asOf: '2026-12-02' }).reached).toBe(true)
    const more = count([...full, '2026-12-03'], { asOf: '2026-12-03' })
    expect([more.reached, said(more)]).toEqual([
      true,
      expect.stringContaining('2025-10-01至2026-03-20：3次处罚，第170日'),
    ])
    expect(count([...full, '2026-12-03'], { asOf: '2027-03-20' }).reached).toBe(true)
    expect(count([...full, '2026-12-03'], { asOf: '2027-03-21' }).reached).toBe(false)
  })

  it('that only a daily fine fills is for a leader to confirm', () => {
    const [one, two, three] = [of('2026-01-10'), of('2026-03-15', true), of('2026-07-08')]
    const found = closureCount({ penalties: [one, two, three], majorHazard: true }, {})
    expect([found.reached, found.doubtful]).toEqual([true, true])
    expect(said(found)).toContain('是否单独计次须由负责人确认')
    const more = closureCount(
      { penalties: [one, two, three, of('2026-04-01')], majorHazard: true },
      {},
    )
    expect([more.reached, more.doubtful]).toEqual([true, false])
  })

  it('counts a day that was written down three times once', () => {
    expect(count([], { written: ['2026-07-08', '2026-07-08', '2026-07-08'] }).reached).toBe(false)
  })

  it('with days that somebody has written down says that nobody has verified them', () => {
    const found = count(['2026-07-08'], { written: ['2026-01-10', '2026-03-15'] })
    expect([found.reached, found.doubtful]).toEqual([true, true])
    expect(said(found)).toContain('2026-01-10：本平台启用前的处罚（填写，未经平台核验）')
    expect(said(found)).toContain('须附处罚决定书')
  })
})

test('on paper it cites no article twice, and what was not counted is not said', () => {
  const steps = [{ zh: '应当提请地方人民政府予以关闭（安全生产法第113条）', en: '' }]
  expect(JSON.stringify(countedOnPaper({ closureReckoning: steps }))).not.toContain('113')
  expect(countedOnPaper({})).toEqual([])
  expect(countedOnPaper({ closureReckoning: [] })).toEqual([])
})
