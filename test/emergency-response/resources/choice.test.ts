// Which resource may an order name on a day?
import { expect, test } from 'vitest'
import { resourceChoice } from '../../../domain/emergency-response/orders/resource.ts'
import type { CaseRecord } from '../../../domain/model/record.ts'
import { resource } from '../../registers/emergency-resource/samples.ts'

const entry = {
  id: 'r-1',
  number: '衢柯资源〔2026〕0001号',
  version: 1,
  region: '330802' as const,
  owner: null,
  standing: 'available',
  from: '2026-03-02',
  data: resource as Record<string, unknown>,
}
const why = (day: string, more: object = {}) => {
  const verdict = resourceChoice.fits({} as CaseRecord, { ...entry, ...more }, day)
  return verdict === true ? '' : verdict.zh
}

test('one that is available and in use', () => {
  expect([why('2026-03-02'), why('2026-03-01')]).toEqual(['', '该资源尚未启用'])
  expect(why('2026-03-02', { standing: 'under-repair' })).toContain('不是可用状态')
})

test('stock as long as one batch of it is good, up to its last day', () => {
  const batch = (expiresOn: string) => ({ batch: expiresOn, quantity: 1, expiresOn })
  const data = { ...resource, batches: [batch('2026-04-01'), batch('2026-03-05')] }
  expect(['2026-03-06', '2026-04-01', '2026-04-02'].map((day) => why(day, { data }))).toEqual([
    '',
    '',
    '该资源的库存批次已全部过期，不能调用',
  ])
  expect(why('2099-01-01', { data: { ...resource, batches: undefined } })).toBe('')
})
