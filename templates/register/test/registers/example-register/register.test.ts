// Is the declaration sound, and does each reader see what he may?
import * as v from 'valibot'
import { expect, test } from 'vitest'
import { changeForm, changeSchema } from '../../../../../domain/registers/change.ts'
import { registerFaults } from '../../../../../domain/registers/define.ts'
import { fieldsOf } from '../../../../../domain/registers/entry.ts'
import { exampleRegister } from '../../../domain/registers/example-register/register.ts'
import { typed } from './samples.ts'

const names = (fields: { name: string }[]) => fields.map(({ name }) => name)

test('the declaration has no fault', () => {
  expect(registerFaults(exampleRegister)).toEqual([])
})

test('its owner reads no remark of the authorities, and everybody only name and kind', () => {
  expect(names(fieldsOf(exampleRegister, 'authority'))).toEqual([
    'name',
    'kind',
    'place',
    'quantity',
    'checkBy',
    'remark',
  ])
  expect(names(fieldsOf(exampleRegister, 'party'))).toEqual([
    'name',
    'kind',
    'place',
    'quantity',
    'checkBy',
  ])
  expect(names(fieldsOf(exampleRegister, 'public'))).toEqual(['name', 'kind'])
})

test('what an enterprise types in the form of a new entry is accepted, and nothing that it is not asked', () => {
  const proposer = { places: ['330802'] as const, entry: null, party: true }
  expect(names(changeForm(exampleRegister, proposer))).toEqual([
    'region',
    ...names(fieldsOf(exampleRegister, 'party')),
    'from',
    'reason',
  ])
  const schema = changeSchema(exampleRegister, proposer)
  expect(v.safeParse(schema, typed).issues).toBeUndefined()
  expect(v.is(schema, { ...typed, remark: '可靠' })).toBe(false)
})
