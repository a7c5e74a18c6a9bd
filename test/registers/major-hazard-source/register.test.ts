// Is the declaration sound, is a unit graded as the standard says, and do its days follow from the law?
import * as fc from 'fast-check'
import * as v from 'valibot'
import { describe, expect, it, test } from 'vitest'
import { DomainError } from '../../../domain/language/errors.ts'
import { changeForm, changeSchema } from '../../../domain/registers/change.ts'
import { registerFaults } from '../../../domain/registers/define.ts'
import { duesIn } from '../../../domain/registers/due-days.ts'
import { fieldsOf } from '../../../domain/registers/entry.ts'
import { majorHazardSource } from '../../../domain/registers/major-hazard-source/register.ts'
import { reckonedData } from '../../../domain/registers/reckoning.ts'
import { nextDay, openBooks } from '../toys.ts'
import { graded, inTonnes, source, typed } from './samples.ts'

const names = (fields: { name: string }[]) => fields.map(({ name }) => name)
const proposer = { places: ['330802'] as const, entry: null, party: true }
const schema = changeSchema(majorHazardSource, proposer)

test('the declaration has no fault', () => {
  expect(registerFaults(majorHazardSource)).toEqual([])
})

test('its owner reads all but the remark of the authorities, and the public nothing', () => {
  expect(names(fieldsOf(majorHazardSource, 'party'))).toEqual(
    names(fieldsOf(majorHazardSource, 'authority')).filter((name) => name !== 'remark'),
  )
  expect(fieldsOf(majorHazardSource, 'public')).toEqual([])
})

test('what an enterprise types is accepted; grade and days it cannot type', () => {
  const asked = names(changeForm(majorHazardSource, proposer))
  expect(asked).toContain('substances')
  expect(asked).not.toContain('grade')
  expect(v.safeParse(schema, typed).issues).toBeUndefined()
  for (const more of [{ grade: '4' }, { filingDue: '2099-01-01' }, { remark: '可靠' }])
    expect([more, v.is(schema, { ...typed, ...more })]).toEqual([more, false])
})

const reckoned = (more: Record<string, unknown> = {}, standing = 'in-use') =>
  reckonedData(
    majorHazardSource,
    { data: { ...source, ...more }, region: '330802', standing },
    openBooks,
  )
const next = (
  more: Record<string, unknown> = {},
  standing = 'in-use',
  today: string = openBooks.today,
) => nextDay(majorHazardSource, { data: reckoned(more, standing), standing }, today)
const steps = (more: Record<string, unknown>) =>
  (reckoned(more).reckoning as { zh: string }[]).map(({ zh }) => zh)
const pointers = (more: Record<string, unknown>, standing?: string): string[] => {
  try {
    reckoned(more, standing)
    return []
  } catch (error) {
    if (!(error instanceof DomainError)) throw error
    return (error.details.errors as { pointer: string }[]).map(({ pointer }) => pointer)
  }
}

describe('the grade', () => {
  it.each(graded)(
    'of example %s is as the standard reckons it',
    (_, substances, exposed, found) => {
      expect(reckoned({ substances: inTonnes(substances), exposed })).toMatchObject(found)
    },
  )
  it('is shown with its reckoning, and with what is not yet confirmed', () => {
    const said = steps({})
    expect(said).toContain('氯：q/Q=25/5=5，β=4')
    expect(said).toContain('氨：q/Q=15/10=1.5，β=2')
    expect(said).toContain('S=Σq/Q=6.5≥1，构成重大危险源')
    expect(said).toContain('R=α·Σβ·q/Q=34.5：三级')
    expect(said.some((one) => one.startsWith('待核实：临界量'))).toBe(true)
    expect(steps({ substances: inTonnes({ 液化石油气: 49.9 }) })).toContain(
      'S=Σq/Q=0.998<1，不构成重大危险源',
    )
  })
  it('is the same whether a quantity is given in tonnes or kilograms', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 500_000_000 }), (grams) => {
        const of = (quantity: number, unit: string) => {
          const { ratioSum, gradingIndex, grade } = reckoned({
            substances: [{ substance: '液氯', quantity, unit }],
          })
          return { ratioSum, gradingIndex, grade }
        }
        expect(of(grams / 1_000, 'kg')).toEqual(of(grams / 1_000_000, 't'))
      }),
    )
  })
  it('of a substance that the standard does not name follows from its category, or its own numbers', () => {
    const one = { substance: '某有毒气体', quantity: 10, unit: 't' }
    expect(reckoned({ substances: [{ ...one, category: 'J1' }] })).toMatchObject({ ratioSum: 2 })
    expect(reckoned({ substances: [{ ...one, criticalQuantity: 20, beta: 2 }] })).toMatchObject({
      ratioSum: 0.5,
      grade: 'none',
    })
  })
})

describe('the due days', () => {
  it('are 15 days for the filing, moved from a Saturday, and three years for the next assessment', () => {
    expect(reckoned()).toMatchObject({
      filingDue: '2026-03-09',
      assessmentDue: '2029-02-20',
    })
    expect(next()).toBe('2026-03-09')
    expect(next({}, 'in-use', '2026-03-20')).toBe('2026-03-09')
  })
  it('after the filing are those of the assessment; a filing from before the last assessment counts no more', () => {
    expect(next({ filedOn: '2026-02-27' })).toBe('2029-02-20')
    expect(next({ filedOn: '2025-02-27' })).toBe('2026-03-09')
  })
  it('are 30 days for a decision on cancellation, and none once it is cancelled', () => {
    const applied = { filedOn: '2026-02-27', cancellationAppliedOn: '2026-03-02' }
    expect(reckoned(applied)).toMatchObject({ cancellationDue: '2026-04-01' })
    expect([next(applied), next(applied, 'cancelled')]).toEqual(['2026-04-01', undefined])
    const days = duesIn(majorHazardSource, reckoned(applied, 'cancelled')).map(({ day }) => day)
    expect(days).toContain('2026-04-01')
  })
})

describe('refused is', () => {
  it('a substance of which nothing is known, or not enough, at its category', () => {
    const unknown = { substance: '某物', quantity: 1, unit: 't' }
    expect(pointers({ substances: [...source.substances, unknown] })).toEqual([
      '/substances/2/category',
    ])
    const half = { ...unknown, beta: 2 }
    expect(pointers({ substances: [half] })).toEqual(['/substances/0/category'])
  })
  it('a quantity finer than a gram, less than nothing, or without end', () => {
    const of = (quantity: unknown, unit = 't') =>
      v.is(schema, { ...typed, substances: [{ substance: '液氯', quantity, unit }] })
    expect([of(0), of(0.000_001), of(1e9), of(5, 'kg')]).toEqual([true, true, true, true])
    expect([of(-1), of(0.000_000_1), of(1e9 + 1), of('5'), of(5, 'm³')]).toEqual(
      Array.from({ length: 5 }, () => false),
    )
    const fine = { substance: '液氯', quantity: 0.0005, unit: 'kg' }
    expect(pointers({ substances: [fine] })).toEqual(['/substances/0/quantity'])
  })
  it('a day that has not come, and a cancellation for which nobody applied', () => {
    expect(pointers({ assessedOn: '2026-03-03' })).toEqual(['/assessedOn'])
    expect(pointers({ filedOn: '2026-03-03' })).toEqual(['/filedOn'])
    expect(pointers({}, 'cancelled')).toEqual(['/cancellationAppliedOn'])
  })
})

describe('a refused cancellation', () => {
  const applied = { cancellationAppliedOn: '2026-02-25' }
  const refused = { ...applied, cancellationRefusedOn: '2026-02-27', refusalReason: '仍构成' }

  it('stops the clock of its application, and a new application starts another', () => {
    expect(reckoned(applied).cancellationDue).toBeDefined()
    expect(reckoned(refused).cancellationDue).toBeUndefined()
    const again = { ...refused, cancellationAppliedOn: '2026-02-28' }
    expect(reckoned(again).cancellationDue).toBeDefined()
  })

  it('is of an application, says why, lies in no future, and cancels nothing', () => {
    expect(pointers(refused)).toEqual([])
    expect(pointers({ ...refused, cancellationAppliedOn: undefined })).toEqual([
      '/cancellationRefusedOn',
    ])
    expect(pointers({ ...refused, refusalReason: ' ' })).toEqual(['/refusalReason'])
    expect(pointers({ ...refused, cancellationRefusedOn: '2099-01-01' })).toEqual([
      '/cancellationRefusedOn',
    ])
    expect(pointers(refused, 'cancelled')).toEqual(['/cancellationRefusedOn'])
  })
})
