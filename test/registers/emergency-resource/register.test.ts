// Is the declaration sound, and is it found what of a resource falls due first?
import * as fc from 'fast-check'
import * as v from 'valibot'
import { describe, expect, it, test } from 'vitest'
import { DomainError } from '../../../domain/language/errors.ts'
import { changeForm, changeSchema } from '../../../domain/registers/change.ts'
import { registerFaults } from '../../../domain/registers/define.ts'
import { emergencyResource } from '../../../domain/registers/emergency-resource/register.ts'
import { fieldsOf } from '../../../domain/registers/entry.ts'
import { reckonedData } from '../../../domain/registers/reckoning.ts'
import { nextDay, openBooks } from '../toys.ts'
import { resource, typed } from './samples.ts'

const names = (fields: { name: string }[]) => fields.map(({ name }) => name)
const proposer = { places: ['330802'] as const, entry: null, party: true }

test('the declaration has no fault', () => {
  expect(registerFaults(emergencyResource)).toEqual([])
})

test('its owner reads all but the remark of the authorities, and the public nothing', () => {
  expect(names(fieldsOf(emergencyResource, 'party'))).toEqual(
    names(fieldsOf(emergencyResource, 'authority')).filter((name) => name !== 'remark'),
  )
  expect(fieldsOf(emergencyResource, 'public')).toEqual([])
})

test('what an enterprise types is accepted, and nothing that it is not asked', () => {
  expect(names(changeForm(emergencyResource, proposer))).not.toContain('expiryDue')
  const schema = changeSchema(emergencyResource, proposer)
  expect(v.safeParse(schema, typed).issues).toBeUndefined()
  for (const more of [
    { remark: '可靠' },
    { expiryDue: '2099-01-01' },
    { quantity: 0 },
    { kind: 'x' },
  ])
    expect([more, v.is(schema, { ...typed, ...more })]).toEqual([more, false])
})

const reckoned = (more: Record<string, unknown> = {}, standing = 'available') =>
  reckonedData(
    emergencyResource,
    { data: { ...resource, ...more }, region: '330802', standing },
    openBooks,
  )
const next = (more: Record<string, unknown> = {}, standing = 'available') =>
  nextDay(emergencyResource, { data: reckoned(more, standing), standing })
const pointers = (more: Record<string, unknown>): string[] => {
  try {
    reckoned(more)
    return []
  } catch (error) {
    if (!(error instanceof DomainError)) throw error
    return (error.details.errors as { pointer: string }[]).map(({ pointer }) => pointer)
  }
}

describe('what falls due', () => {
  it('is the first batch to expire, or the check that the latest one has set', () => {
    expect(reckoned()).toMatchObject({
      expiryDue: '2026-06-30',
      checkDue: '2026-08-10',
    })
    expect([next(), next({ batches: undefined })]).toEqual(['2026-06-30', '2026-08-10'])
    expect(reckoned().reckoning).toMatchObject([
      { zh: '最先到期的批次P2023-2：有效期至2026-06-30' },
      { zh: '最近一次检查2026-02-10，下次检查不晚于2026-08-10' },
    ])
  })
  it('is nothing for what has neither batches nor checks, or is withdrawn', () => {
    const bare = reckoned({ batches: undefined, checks: undefined })
    expect(bare.reckoning).toEqual([])
    expect(next({ batches: undefined, checks: undefined })).toBeUndefined()
    expect(next({}, 'withdrawn')).toBeUndefined()
  })
  it('is no later than any batch, in whichever order they stand', () => {
    const batch = fc.record({
      batch: fc.string({ minLength: 1, maxLength: 5 }),
      quantity: fc.integer({ min: 1, max: 50 }),
      expiresOn: fc
        .integer({ min: 0, max: 3_000 })
        .map((days) => new Date(Date.UTC(2024, 0, 1 + days)).toISOString().slice(0, 10)),
    })
    fc.assert(
      fc.property(fc.array(batch, { minLength: 1, maxLength: 8 }), (batches) => {
        const quantity = batches.reduce((sum, one) => sum + one.quantity, 0)
        const found = next({ batches, quantity, checks: undefined }) as string
        expect(batches.every(({ expiresOn }) => found <= expiresOn)).toBe(true)
        expect(batches.some(({ expiresOn }) => found === expiresOn)).toBe(true)
        expect(pointers({ batches, quantity: quantity + 1 })).toEqual(['/batches'])
      }),
    )
  })
})

describe('refused is', () => {
  it('a check that has not been, or whose next one is not after it', () => {
    const check = { checkedOn: '2026-03-02', result: 'good', nextCheckOn: '2026-09-02' }
    expect(pointers({ checks: [check] })).toEqual([])
    expect(pointers({ checks: [check, { ...check, checkedOn: '2026-03-03' }] })).toEqual([
      '/checks/1/checkedOn',
    ])
    expect(pointers({ checks: [{ ...check, nextCheckOn: '2026-03-02' }] })).toEqual([
      '/checks/0/nextCheckOn',
    ])
  })
})
