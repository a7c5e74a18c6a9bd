// When is a report of statistics due, when are enterprises told of it, and what are they told?
import { describe, expect, it } from 'vitest'
import { hazardRectification } from '../../domain/hazard-rectification/process.ts'
import { committedRules } from '../../domain/law/rule-book.ts'
import {
  printOfUnreported,
  reportsNow,
  type Unreported,
  unreportedMail,
} from '../../domain/statistics/due.ts'
import { decreeCalendars } from '../../domain/time/decrees.ts'

const books = { calendars: decreeCalendars, rules: committedRules }
const reports = (today: string) => reportsNow([hazardRectification, { id: 'none' }], today, books)
const name = '衢州试验化工有限公司'
const reporter = { id: 'e-1', name: { zh: name, en: name }, of: 'enterprise' as const }
const missing = (today: string, status: Unreported['status'] = 'missing'): Unreported[] =>
  reports(today).map((report) => ({ report, reporter, status }))

describe('a report', () => {
  it('is due by the 15th after a quarter and by 31 January after a year (令16 第14条)', () => {
    const due = (today: string) => reports(today).map(({ period, due }) => [period.id, due])
    expect(due('2026-01-05')).toEqual([
      ['2025Q4', '2026-01-15'],
      ['2025', '2026-01-31'],
    ])
    expect(due('2026-04-01')).toEqual([['2026Q1', '2026-04-15']])
  })
  it('is spoken of until a fortnight after its day, and no longer', () => {
    const of = (today: string) => reports(today).map(({ period }) => period.id)
    expect([of('2026-01-30'), of('2026-01-31')]).toEqual([['2025Q4', '2025'], ['2025']])
    expect([of('2026-02-15'), of('2026-02-16'), of('2026-05-01')]).toEqual([['2025'], [], []])
  })
})

describe('a message', () => {
  it('comes when the period has ended, a week before the day, and when it has passed', () => {
    const days = [
      '2026-04-01',
      '2026-04-07',
      '2026-04-08',
      '2026-04-15',
      '2026-04-16',
      '2026-04-30',
    ]
    const prints = days.map((today) => printOfUnreported(missing(today), today))
    expect([prints[0] === prints[1], prints[2] === prints[3], prints[4] === prints[5]]).toEqual([
      true,
      true,
      true,
    ])
    expect(new Set(prints).size).toBe(3)
  })
  it('is not sent again because it was signed, but because it was returned', () => {
    const print = (status: Unreported['status']) =>
      printOfUnreported(missing('2026-04-01', status), '2026-04-01')
    expect(print('signed')).toBe(print('missing'))
    expect(print('returned')).not.toBe(print('missing'))
  })
  it('names enterprise, period, day, how it stands and where to go', () => {
    const today = '2026-04-20'
    const { title, body } = unreportedMail(missing(today), {
      today,
      base: 'https://anjian.example',
    })
    expect(title.zh).toContain('统计分析表待报送 1 份，其中已逾期 1 份')
    expect(body.zh).toContain(
      '衢州试验化工有限公司 2026年第一季度《事故隐患排查治理情况统计分析表》：2026-04-15已逾期（未签署）',
    )
    expect(body.zh).toContain('https://anjian.example/e/statistics?period=2026Q1')
    expect(body.en).toContain('2026-04-15 has passed')
  })
  it('of a region leads to its page, and asks whoever waits for it to press', () => {
    const today = '2026-04-20'
    const region = { id: '330802', name: { zh: '柯城区', en: 'Kecheng' }, of: 'region' as const }
    const late = missing(today).map((one) => ({ ...one, reporter: region, below: true as const }))
    const { body } = unreportedMail(late, { today, base: '' })
    expect(body.zh).toContain('2026-04-15已逾期（未签署），请督促')
    expect(body.zh).toContain('/statistics?region=330802&period=2026Q1')
  })
})
