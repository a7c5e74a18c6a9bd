// Does every register of the product reckon whatever it is given, or refuse it at a field?
import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { DomainError } from '../../domain/language/errors.ts'
import { reckonedData } from '../../domain/registers/reckoning.ts'
import { registers } from '../../domain/registers.ts'
import { openBooks } from './toys.ts'

const reckoning = Object.values(registers).filter(({ reckon }) => reckon !== undefined)
const day = fc.constantFrom(
  '2026-03-01',
  '2026-03-03',
  '2019-01-01',
  '1950-01-01',
  '9999-12-31',
  'x',
)

describe.each(reckoning)('$id', (register) => {
  const names = Object.keys(register.fields)
  const columns = Object.values(register.fields).flatMap(
    ({ form }) => form?.columns?.map(({ name }) => name) ?? [],
  )
  const cell = fc.oneof(
    day,
    fc.integer(),
    fc.double(),
    fc.constant(null),
    fc.constantFrom('t', 'kg', '氯'),
  )
  const row = fc.dictionary(fc.constantFrom(...columns), cell, { noNullPrototype: true })
  const value = fc.oneof(cell, fc.array(row, { maxLength: 4 }), fc.array(cell, { maxLength: 2 }))
  const data = fc.dictionary(fc.constantFrom(...names), value, { noNullPrototype: true })
  const standing = fc.constantFrom(...Object.keys(register.standings), 'lost')

  it('answers with what it says that it writes, or refuses with the pointer of a field', () => {
    fc.assert(
      fc.property(data, standing, (typed, stands) => {
        try {
          const found = reckonedData(
            register,
            { data: typed, region: '330802', standing: stands },
            openBooks,
          )
          for (const name of Object.keys(found))
            expect([name, Object.hasOwn(register.fields, name)]).toEqual([name, true])
        } catch (error) {
          expect(error).toBeInstanceOf(DomainError)
          const { code, details } = error as DomainError
          expect(code).toBe('invalid-input')
          expect(names).toContain(String(details.pointer).split('/')[1])
        }
      }),
    )
  })
})
