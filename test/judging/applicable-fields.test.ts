// Which fields does a form ask for by its answers, what is missing from it, and what has no place in it?
import { expect, test } from 'vitest'
import {
  applicableFields,
  lacking,
  notOffered,
  outOfPlace,
} from '../../domain/engine/judging/applicable-fields.ts'
import { text } from '../../domain/language/words.ts'
import type { Field } from '../../domain/model/process.ts'

const field = (name: string, more: Partial<Field> = {}): Field => ({
  name,
  words: text(name, name),
  kind: 'text',
  required: false,
  ...more,
})
const renewal = [{ type: ['renew'] }]
const names = (fields: readonly { name: string }[]) => fields.map(({ name }) => name)
const faults = (found: { field: Field; words: { zh: string } }[]) =>
  found.map(({ field: { name }, words }) => `${name}: ${words.zh}`)

const fields = [
  field('type', { kind: 'choice', required: true }),
  field('number', { where: renewal, needed: renewal }),
  field('scan', { kind: 'files', needed: renewal }),
  field('name', { carried: renewal }),
]

test('a field is asked for where its condition is met, and marked as needed where it is needed', () => {
  expect(names(applicableFields(fields, { type: 'new' }))).toEqual(['type', 'scan', 'name'])
  const request = applicableFields(fields, { type: 'renew' })
  expect(request.map(({ name, required }) => [name, required])).toEqual([
    ['type', true],
    ['number', true],
    ['scan', true],
    ['name', false],
  ])
  expect(applicableFields(fields, { type: 'new' }).map(({ required }) => required)).toEqual([
    true,
    false,
    false,
  ])
})

test('a needed field is the same object each time, so that an input keeps its focus', () => {
  expect(applicableFields(fields, { type: 'renew' })[1]).toBe(
    applicableFields(fields, { type: 'renew' })[1],
  )
})

test('what goes on as the licence held says it is not asked, and counts as answered', () => {
  const depending = [...fields, field('office', { where: [{ name: ['甲'] }] })]
  expect(names(applicableFields(depending, { type: 'renew' }, { name: '甲' }))).toEqual([
    'type',
    'number',
    'scan',
    'office',
  ])
  expect(names(applicableFields(depending, { type: 'renew' }, { name: '乙' }))).toEqual([
    'type',
    'number',
    'scan',
  ])
  expect(names(applicableFields(depending, { type: 'renew', name: '甲' }, { name: '乙' }))).toEqual(
    ['type', 'number', 'scan'],
  )
  expect(names(applicableFields(depending, { type: 'new', name: '甲' }, { name: '乙' }))).toEqual([
    'type',
    'scan',
    'name',
    'office',
  ])
})

test.each([
  ['left out', undefined, []],
  ['null', null, []],
  ['blank', '  ', []],
  ['an empty list', [], []],
  ['nought', 0, ['number: 本事项不需要填写，请删去']],
  ['a text', 'x', ['number: 本事项不需要填写，请删去']],
  ['a list', ['x'], ['number: 本事项不需要填写，请删去']],
])(
  'an answer that has no place in the form is a fault unless it is open: %s',
  (_, number, expected) => {
    expect(faults(outOfPlace(fields, { type: 'new', number }))).toEqual(expected)
  },
)

test('an answer that is asked for has its place', () => {
  expect(outOfPlace(fields, { type: 'renew', number: 'x', name: 'y' })).toEqual([])
})

test('what is needed and open is missing; papers only of whoever applies for himself', () => {
  const missing = ['number: 所选申请类型必须填写', 'scan: 必传，请上传后再提交']
  expect(faults(lacking(fields, { type: 'renew' }, true))).toEqual(missing)
  expect(faults(lacking(fields, { type: 'renew', number: ' ', scan: [] }, true))).toEqual(missing)
  expect(faults(lacking(fields, { type: 'renew' }, false))).toEqual([missing[0]])
  expect(faults(lacking(fields, { type: 'renew', number: 'x', scan: ['f'] }, true))).toEqual([])
  expect(faults(lacking(fields, { type: 'new' }, true))).toEqual([])
  const hidden = [field('a', { where: [{ type: ['other'] }], needed: [{}] })]
  expect(faults(lacking(hidden, { type: 'new' }, true))).toEqual([])
})

test('only what a case leaves to choose from is chosen, and what is not is named', () => {
  const choices = { a: text('甲', 'a'), b: text('乙', 'b') }
  const several = [
    field('kinds', { kind: 'choices', choices }),
    field('one', { kind: 'choice', choices }),
    field('free', { kind: 'choices' }),
  ]
  expect(notOffered(several, { kinds: ['a', 'b'], one: 'z', free: ['z'] })).toEqual([])
  const other = notOffered(several, { kinds: ['a', 'z', 'constructor', 5] })
  expect(other).toMatchObject([
    {
      field: { name: 'kinds' },
      words: {
        zh: '不在可选范围内：z；constructor；5',
        en: 'not among what can be chosen: z；constructor；5',
      },
    },
  ])
  expect(notOffered(several, { kinds: 'z' })).toEqual([])
  expect(notOffered(several, {})).toEqual([])
})
