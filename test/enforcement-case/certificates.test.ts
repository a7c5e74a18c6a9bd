// Which certificates count for a piece of evidence, and which do not?
import { expect, it } from 'vitest'
import { correctionRules } from '../../domain/enforcement-case/corrections/correction-rules.ts'
import { rules } from '../../domain/enforcement-case/rules.ts'
import type { ChosenEntry, Stood } from '../../domain/model/decision-context.ts'
import { actor } from '../support/people/cast.ts'
import { situations } from './situations.ts'

const entry = (
  number: string,
  more: Partial<ChosenEntry> = {},
  data: object = {},
): ChosenEntry => ({
  id: number,
  number,
  version: 1,
  region: '330802',
  owner: null,
  standing: 'valid',
  from: '2024-01-01',
  data: { holder: number, validFrom: '2024-01-01', validUntil: '2026-12-31', ...data },
  ...more,
})

/** What the rule says of evidence taken on a day by two officers, the first of whom always is in order. */
const said = (second: ChosenEntry | null, takenOn = '2026-03-02'): string => {
  const context = situations[0]?.record.snapshot.context as never
  const verdict = rules.evidenceLawful({
    context,
    event: {
      type: 'record-evidence',
      data: { takenOn, certificates: ['浙执001', '浙执002'] },
      by: actor('lin'),
      at: '2026-03-02T01:00:00Z',
      signatures: [],
      region: '330802',
      entries: { 'officer-certificate': [entry('浙执001'), ...(second ? [second] : [])] },
    } as never,
  })
  return verdict === true ? '' : verdict.zh
}

/** What is said of a re-check on one day, written down on a later one. */
const saidOfRecheck = (second: ChosenEntry, checkedOn: string): string => {
  const verdict = correctionRules.correctionCheckLawful({
    context: { orderedOn: '2026-03-02', correctBy: '2026-03-06' } as never,
    event: {
      type: 'correction-done',
      data: { checkedOn, certificates: ['浙执001', '浙执002'] },
      by: actor('lin'),
      at: '2026-03-20T01:00:00Z',
      signatures: [],
      region: '330802',
      entries: { 'officer-certificate': [entry('浙执001'), second] },
    } as never,
  })
  return verdict === true ? '' : verdict.zh
}

it('of a re-check counts on the day of the re-check, not on that of its record', () => {
  const short = entry('浙执002', {}, { validUntil: '2026-03-10' })
  expect(saidOfRecheck(short, '2026-03-09')).toBe('')
  expect(saidOfRecheck(short, '2026-03-11')).toContain('不在有效期内')
  const young = entry('浙执002', {}, { validFrom: '2026-03-15' })
  expect(saidOfRecheck(young, '2026-03-09')).toContain('不在有效期内')
})

const suspendedInMarch: Stood[] = [
  { standing: 'valid', from: '2024-01-01' },
  { standing: 'suspended', from: '2026-03-01' },
]
const backAgain: Stood = { standing: 'valid', from: '2026-03-15' }
const backAtOnce: Stood = { standing: 'valid', from: '2026-03-02' }

it.each<[string, ChosenEntry | null, string | undefined, string]>([
  ['of the place', entry('浙执002'), undefined, ''],
  ['of the city, that helps', entry('浙执002', { region: '330800' }), undefined, ''],
  ['of another county', entry('浙执002', { region: '330803' }), undefined, '未登记'],
  ['in no register', null, undefined, '未登记'],
  ['of the same officer', entry('浙执002', {}, { holder: '浙执001' }), undefined, '不得少于两人'],
  [
    'of the same officer, of the city',
    entry('浙执002', { region: '330800' }, { holder: '浙执001' }),
    undefined,
    '不得少于两人',
  ],
  ['on its last day', entry('浙执002', {}, { validUntil: '2026-03-02' }), undefined, ''],
  ['a day later', entry('浙执002', {}, { validUntil: '2026-03-01' }), undefined, '不在有效期内'],
  ['before its first day', entry('浙执002', {}, { validFrom: '2026-03-03' }), undefined, '有效期'],
  ['suspended', entry('浙执002', { standing: 'suspended' }), undefined, '已暂扣'],
  [
    'suspended after the evidence was taken',
    entry('浙执002', { standing: 'suspended', from: '2026-03-02' }),
    '2026-03-01',
    '',
  ],
  ['cancelled', entry('浙执002', { standing: 'cancelled' }), undefined, '注销'],
  [
    'suspended before it, whatever was written of it since',
    entry('浙执002', { standing: 'suspended', from: '2026-03-15', stood: suspendedInMarch }),
    undefined,
    '已暂扣',
  ],
  [
    'suspended when the evidence was taken, and given back since',
    entry('浙执002', { from: '2026-03-15', stood: [...suspendedInMarch, backAgain] }),
    undefined,
    '已暂扣',
  ],
  [
    'given back before the evidence was taken',
    entry('浙执002', { from: '2026-03-02', stood: [...suspendedInMarch, backAtOnce] }),
    '2026-03-02',
    '',
  ],
])('a certificate %s', (_, second, takenOn, words) => {
  const answer = said(second, takenOn)
  if (words === '') expect(answer).toBe('')
  else for (const one of [words, '第四十二条']) expect(answer).toContain(one)
})
