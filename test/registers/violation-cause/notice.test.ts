// By which standard is the fine of a notice checked, and when does it need a reason?
import { expect, it, test } from 'vitest'
import { causeChoice } from '../../../domain/enforcement-case/acts/standard.ts'
import { rules } from '../../../domain/enforcement-case/rules.ts'
import type { ChosenEntry } from '../../../domain/model/decision-context.ts'
import { day, investigated, matter, prosecuting } from '../../enforcement-case/samples.ts'
import { actor } from '../../support/people/cast.ts'
import { cause, entry } from './samples.ts'

/** Its report proposes a fine of 20,000. */
const record = prosecuting(matter, day, ...investigated(), ['chen', 'approve-report']).record()

const judged = (
  data: object,
  held: readonly ChosenEntry[] | null = [entry],
  fine = 20_000,
  region = '330802',
): string => {
  const verdict = rules.noticeLawful({
    context: { ...record.snapshot.context, fine } as never,
    event: {
      type: 'notify-penalty',
      data,
      by: actor('lin'),
      at: `${day}T01:00:00Z`,
      signatures: [],
      region,
      ...(held ? { entries: { 'violation-cause': held } } : {}),
    } as never,
  })
  return verdict === true ? '' : verdict.zh
}
const named = { cause: entry.number }
const changed = (change: Partial<ChosenEntry>, data: object = {}): ChosenEntry[] => [
  { ...entry, ...change, data: { ...cause, ...data } },
]

it('asks nothing of a notice that names no violation, and takes no step of none', () => {
  expect(judged({})).toBe('')
  expect(judged({}, null)).toBe('')
  expect(judged(named, null)).toBe('')
  expect(judged({ step: 'serious' })).toContain('须选择违法行为')
  expect(judged({ departure: '理由' })).toContain('须选择违法行为')
})

it.each<[string, string, number]>([
  ['inside', 'serious', 20_000],
  ['at its lower end', 'serious', 15_000],
  ['at its upper end', 'serious', 50_000],
  ['without a fine, where the step has none', 'minor', 0],
])('a fine %s passes', (_, step, fine) => {
  expect(judged({ ...named, step }, [entry], fine)).toBe('')
})

it.each<[string, string, number, string]>([
  ['above', 'ordinary', 20_000, '高于上限5,000元'],
  ['below', 'serious', 14_999, '低于下限1元'],
  ['of a step without one', 'minor', 1, '高于上限1元'],
  ['that is missing', 'ordinary', 0, '拟不处罚款，低于下限5,000元'],
])('a fine %s needs a reason, and is refused with range and standard', (_, step, fine, words) => {
  const refusal = judged({ ...named, step }, [entry], fine)
  for (const one of [words, cause.standard, entry.number, '须填写偏离裁量基准的理由'])
    expect(refusal).toContain(one)
  expect(judged({ ...named, step, departure: '主动消除后果' }, [entry], fine)).toBe('')
})

it('takes no reason for what does not depart', () => {
  expect(judged({ ...named, step: 'serious', departure: '理由' })).toContain('无须填写')
})

it.each<[string, object, ChosenEntry[], string]>([
  ['without a step', {}, [entry], '须选择裁量阶次'],
  ['with a step that the standard lacks', { step: 'heavier' }, [entry], '没有“较重”阶次'],
  ['in no register', { step: 'serious' }, [], '未登记'],
  [
    'expired at the act',
    { step: 'serious' },
    changed({}, { validUntil: '2026-02-26' }),
    '有效期内',
  ],
  ['of tomorrow', { step: 'serious' }, changed({}, { validFrom: '2026-03-03' }), '有效期内'],
  ['suspended', { step: 'serious' }, changed({ standing: 'suspended' }), '不是现行有效'],
  [
    'repealed before the act',
    { step: 'serious' },
    changed({ standing: 'repealed', from: '2026-02-27' }),
    '不是现行有效',
  ],
  ['of another county', { step: 'serious' }, changed({ region: '330803' }), '不适用于本地'],
  ['for the city', { step: 'serious' }, changed({}, { level: 'city' }), '市级以上管辖'],
])('a violation %s is refused', (_, data, held, words) => {
  expect(judged({ ...named, ...data }, held)).toContain(words)
})

it('lasts through its last day, and without one until it is repealed', () => {
  const serious = { ...named, step: 'serious' }
  expect(judged(serious, changed({}, { validUntil: day }))).toBe('')
  expect(judged(serious, changed({}, { validUntil: undefined }))).toBe('')
})

it('of the day of the act serves it still, though it has expired or was repealed since (处罚法 37)', () => {
  const serious = { ...named, step: 'serious' }
  const repealed: Partial<ChosenEntry> = { standing: 'repealed', from: '2026-02-28' }
  const stood = [
    { standing: 'in-force', from: '2026-01-01' },
    { standing: 'repealed', from: '2026-02-28' },
  ]
  for (const held of [
    changed({}, { validUntil: '2026-02-27' }),
    changed(repealed),
    changed({ ...repealed, from: '2026-03-02', stood }),
  ]) {
    expect(judged(serious, held)).toBe('')
    expect(causeChoice.fits(record, held[0] ?? entry, day)).toBe(true)
  }
})

it('begun after the act serves it only with the reason why: milder, or there was none (处罚法 37)', () => {
  const serious = { ...named, step: 'serious' }
  const later = changed({}, { validFrom: '2026-03-01' })
  expect(judged(serious, later)).toContain('应当适用行为时的规定')
  expect(judged({ ...serious, laterStandard: '新基准处罚较轻' }, later)).toBe('')
  expect(judged({ ...serious, laterStandard: '理由' })).toContain('无须填写')
  expect(judged({ laterStandard: '理由' })).toContain('须选择违法行为')
})

test('the form shows how the fine stands to each step, and the case keeps that of the chosen one', () => {
  const shown = causeChoice.shows?.(record, entry).map(({ zh }) => zh)
  expect(shown).toEqual([
    '轻微：不处罚款；拟罚款20,000元，高于上限20,000元',
    '一般：罚款5,000元以上15,000元以下；拟罚款20,000元，高于上限5,000元',
    '严重：罚款15,000元以上50,000元以下；拟罚款20,000元，在幅度内',
    expect.stringContaining('首违不罚清单'),
  ])
  expect(causeChoice.reckon?.(record, entry, { step: 'serious' })).toEqual({
    causeReckoning: causeChoice.shows?.(record, entry).slice(2),
    rangeFrom: 15_000,
    rangeTo: 50_000,
  })
  expect(causeChoice.keep(entry)).toEqual({
    causeName: '示例裁量基准（2026）AQ-0099-1“未设置安全警示标志”',
  })
})
