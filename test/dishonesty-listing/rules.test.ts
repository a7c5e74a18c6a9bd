// What is refused of a listing, and does each refusal say why?
import { describe, expect, it } from 'vitest'
import type { CaseRecord } from '../../domain/model/record.ts'
import { refusal } from '../case/acting.ts'
import { author } from '../support/people/cast.ts'
import { day, listed, listingOf, matter, removable, repaired, sample } from './samples.ts'

const refused = (...lines: Parameters<typeof listingOf>[2][]) =>
  refusal(() => listingOf(matter, day, ...lines)).words

describe('early removal', () => {
  it('is not applied for before twelve months have passed', () => {
    expect(refused(...listed, ['until', '2027-03-02'], ['mao', 'apply-repair'])).toBe(
      `${removable}起可以申请提前移出（列入满十二个月）`,
    )
  })
})

describe('early removal is granted', () => {
  const applied: Parameters<typeof listingOf>[2][] = [
    ...listed,
    ['until', removable],
    ['mao', 'apply-repair'],
  ]
  const penaltyOwing = (owed: number, surchargeLeft = 0) =>
    [
      { number: matter.penaltyCase, snapshot: { context: { owed, surchargeLeft } } },
      { number: '衢柯执法〔2026〕0002号', snapshot: { context: { owed: 900 } } },
    ] as unknown as CaseRecord[]
  const granted = (past: CaseRecord[]) =>
    refusal(() =>
      listingOf(matter, day, ...applied, ['lin', 'examine-repair']).act(
        author('gao'),
        'grant-repair',
        sample('grant-repair'),
        { past },
      ),
    ).words

  it('where its conditions were found to be met', () => {
    const unmet = sample('examine-repair', 1)
    expect(
      refused(...applied, ['lin', 'examine-repair', unmet], ['gao', 'grant-repair']),
    ).toContain('核实结论为不符合提前移出条件')
    const anew: Parameters<typeof listingOf>[2][] = [
      ['gao', 'return', { to: 'examining-repair', reason: '补充' }],
      ['lin', 'examine-repair'],
      ['gao', 'grant-repair'],
    ]
    expect(refused(...applied, ['lin', 'examine-repair', unmet], ...anew)).toBe('')
  })

  it('where nothing of the fine that it rests on is unpaid', () => {
    expect(granted(penaltyOwing(500))).toContain('尚有500元罚款未缴清')
    expect(granted(penaltyOwing(0, 30))).toContain('尚有30元罚款未缴清')
    expect(granted(penaltyOwing(0))).toBe('')
  })
})

describe('service by public notice', () => {
  const notified = listed.slice(0, 1)
  const service = { method: 'announcement', receiver: '公告' }
  const serves = (on: string, announcedOn?: string) =>
    refused(
      ...notified,
      ['until', on],
      ['lin', 'serve-notice', { ...service, ...(announcedOn ? { announcedOn } : {}) }],
    )

  it('counts thirty days after it was announced, and not before the paper was made', () => {
    expect(serves('2026-04-01', '2026-03-03')).toContain('送达日期为2026-04-02')
    expect(serves('2026-04-02', '2026-03-03')).toBe('')
    expect(serves('2026-06-01', '2026-03-03')).toBe('')
    expect(serves('2026-04-02', '2026-03-01')).toBe('公告日期不得早于文书日期2026-03-02')
    expect(serves('2026-04-02')).not.toBe('')
  })
})

describe('a decision', () => {
  it('answers what the party has said', () => {
    expect(refused(...listed.slice(0, 4), ['lin', 'weigh-statement'])).toBe(
      '当事人已陈述申辩，须予复核',
    )
  })

  it('is published until the very day on which its term ends', () => {
    const wrong = { ...sample('serve-listing'), publicUntil: '2030-03-02' }
    expect(refused(...listed.slice(0, 6), ['lin', 'serve-listing', wrong])).toBe(
      '管理期限至2029-03-02',
    )
  })

  it('is not served before it was made, nor in the future', () => {
    const on = (servedOn: string) =>
      refused(...listed.slice(0, 6), [
        'lin',
        'serve-listing',
        { ...sample('serve-listing'), servedOn },
      ])
    expect(on('2026-03-01')).toBe('送达日期不得早于文书日期2026-03-02')
    expect(on('2026-03-03')).toBe('送达日期不得晚于今日')
  })
})

describe('what everybody reads, or reads no longer,', () => {
  const back: Parameters<typeof listingOf>[2] = ['lin', 'take-back', { reason: '填错' }]
  const taken = (...lines: Parameters<typeof listingOf>[2][]) =>
    refusal(() => listingOf(matter, day, ...lines)).code

  it('is not taken back', () => {
    expect(taken(...listed, back)).toBe('not-allowed')
    expect(taken(...repaired, ['gao', 'take-back', { reason: '填错' }])).toBe('not-allowed')
  })

  it('while what only two sides know is, as everywhere', () => {
    expect(taken(...listed.slice(0, 5), back)).toBe('none')
  })
})
