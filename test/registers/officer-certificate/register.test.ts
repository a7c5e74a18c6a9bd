// Is the declaration sound, and do only authorities read of certificates?
import * as v from 'valibot'
import { expect, test } from 'vitest'
import { changeForm, changeSchema } from '../../../domain/registers/change.ts'
import { registerFaults } from '../../../domain/registers/define.ts'
import { fieldsOf } from '../../../domain/registers/entry.ts'
import { officerCertificate } from '../../../domain/registers/officer-certificate/register.ts'
import { typed } from './samples.ts'

test('the declaration has no fault', () => {
  expect(registerFaults(officerCertificate)).toEqual([])
})

test('enterprises and everybody read nothing of it', () => {
  expect(fieldsOf(officerCertificate, 'party')).toEqual([])
  expect(fieldsOf(officerCertificate, 'public')).toEqual([])
})

test('what an officer types is accepted, and a number of two signs is not', () => {
  const proposer = { places: ['330802'] as const, entry: null, party: false }
  expect(changeForm(officerCertificate, proposer).map(({ name }) => name)).toContain('validUntil')
  const schema = changeSchema(officerCertificate, proposer)
  expect(v.safeParse(schema, typed).issues).toBeUndefined()
  expect(v.is(schema, { ...typed, number: '01' })).toBe(false)
})
