// Is the declaration sound, what of it does everybody read, and which standards are refused?
import * as v from 'valibot'
import { describe, expect, test } from 'vitest'
import { DomainError } from '../../../domain/language/errors.ts'
import { changeSchema } from '../../../domain/registers/change.ts'
import { registerFaults } from '../../../domain/registers/define.ts'
import { fieldsOf } from '../../../domain/registers/entry.ts'
import { reckonCause, violationCause } from '../../../domain/registers/violation-cause/register.ts'
import { cause, steps, typed } from './samples.ts'

const proposer = { places: ['330800'] as const, entry: null, party: false }
const accepts = (data: object) =>
  v.is(changeSchema(violationCause, proposer), { ...typed, ...data })
const reckons = (data: object) => reckonCause({ ...cause, ...data }, {} as never)
const faultsOf = (data: object): [string, string][] => {
  try {
    reckons(data)
    return []
  } catch (error) {
    if (!(error instanceof DomainError)) throw error
    return Object.entries(error.details?.fields ?? {}).map(([field, words]) => [
      field,
      (words as { zh: string }).zh,
    ])
  }
}

test('the declaration has no fault', () => {
  expect(registerFaults(violationCause)).toEqual([])
})

test('everybody reads the standard, and not what is remarked inside', () => {
  const names = fieldsOf(violationCause, 'public').map(({ name }) => name)
  for (const name of ['act', 'penalty', 'steps', 'reckoning']) expect(names).toContain(name)
  expect(names).not.toContain('remark')
})

test('what a reviewer types is accepted; a level, a step and a code that nobody knows are not', () => {
  expect(accepts({})).toBe(true)
  expect(accepts({ level: 'village' })).toBe(false)
  expect(accepts({ steps: [{ ...steps[1], step: 'worst' }] })).toBe(false)
  expect(accepts({ steps: [] })).toBe(false)
  expect(accepts({ steps: [{ ...steps[1], from: -1 }] })).toBe(false)
  expect(accepts({ number: '-1' })).toBe(false)
})

test('each step says what it leaves room for', () => {
  expect(reckons({}).reckoning).toEqual([
    { zh: '轻微：不处罚款', en: 'Minor: no fine' },
    expect.objectContaining({ zh: '一般：罚款5,000元以上15,000元以下' }),
    expect.objectContaining({ zh: '严重：罚款15,000元以上50,000元以下' }),
  ])
})

describe('refused is', () => {
  const [minor, ordinary, serious] = steps
  test.each<[string, object, string, string]>([
    ['a range that ends before it begins', { ...ordinary, from: 20_000 }, 'from', '不得高于上限'],
    ['half a range', { step: 'ordinary', facts: '二处', from: 1 }, 'to', '一并填写'],
    ['a step a second time', { ...ordinary, step: 'minor' }, 'step', '由轻到重'],
  ])('%s', (_, second, field, words) => {
    const found = faultsOf({ steps: [minor, second] })
    expect(found[0]?.[0]).toBe(`steps.1.${field}`)
    expect(found[0]?.[1]).toContain(words)
  })
  test('a lighter step after a graver one, and ranges that overlap', () => {
    expect(JSON.stringify(faultsOf({ steps: [serious, ordinary] }))).toContain('由轻到重')
    const overlapping = { ...serious, from: 14_999 }
    expect(JSON.stringify(faultsOf({ steps: [ordinary, overlapping] }))).toContain('重叠')
    expect(faultsOf({ steps: [ordinary, serious] })).toEqual([])
  })
  test('one that ends before it begins', () => {
    expect(faultsOf({ validUntil: '2025-12-31' })[0]?.[1]).toContain('有效期至')
    expect(faultsOf({ validUntil: '2026-01-01' })).toEqual([])
  })
})
