// Is what stands in a form sent as the process expects it, and is what is missing named?
import { expect, test } from 'vitest'
import { text } from '../../../domain/language/words.ts'
import type { Field } from '../../../domain/model/process.ts'
import { itemName, mistakesIn, payloadOf, type Values } from '../../../ui/form/form-values.ts'
import type { Upload } from '../../../ui/photo/upload.ts'

const field = (kind: Field['kind'], extra: Partial<Field> = {}): Field => ({
  name: 'it',
  words: text('它', 'It'),
  kind,
  required: true,
  ...extra,
})
const upload = (id: string | null): Upload => ({
  key: 'k',
  name: 'a.jpg',
  type: 'image/jpeg',
  size: 1,
  taken: {},
  keptAt: null,
  storedAt: null,
  bytes: null,
  progress: 0,
  why: null,
  status: id ? 'stored' : 'uploading',
  stored: id
    ? { id, name: 'a.jpg', type: 'image/jpeg', size: 1, url: '', sha256: '', taken: null }
    : null,
})
const sends = (one: Field, values: Values) => payloadOf([one], values).it
const wrong = (one: Field, values: Values) =>
  mistakesIn(one, values).map((mistake) => mistake.field)

test('lines and choices are lists without empty entries', () => {
  expect(sends(field('lines'), { it: ' 甲 \n\n乙\n' })).toEqual(['甲', '乙'])
  expect(sends(field('choices'), { it: 'a.1\nb.2' })).toEqual(['a.1', 'b.2'])
  expect(wrong(field('lines'), { it: ' \n ' })).toEqual(['it'])
  expect(sends(field('lines', { required: false }), {})).toBeUndefined()
})

test('what must be ticked or not is answered also by leaving it unticked', () => {
  expect([sends(field('boolean'), { it: true }), sends(field('boolean'), {})]).toEqual([
    true,
    false,
  ])
  expect(sends(field('boolean', { required: false }), {})).toBeUndefined()
})

test('a moment is entered as Shanghai time and sent as an instant', () => {
  expect(sends(field('moment'), { it: '2026-04-23T00:30' })).toBe('2026-04-22T16:30:00.000Z')
  expect(wrong(field('moment'), { it: 'tomorrow' })).toEqual(['it'])
  expect(wrong(field('moment'), { it: '2026-04-23T00:30' })).toEqual([])
})

const rows = field('items', { items: ['加装 护栏', '清理通道'] })
const of = (item: string, part: 'passed' | 'note' | 'before' | 'after') =>
  itemName('it', item, part)

test('items are sent with outcome, note and photos, in the order of the form', () => {
  const values: Values = {
    [of('清理通道', 'passed')]: 'passed',
    [of('清理通道', 'after')]: [upload('f2')],
    [of('加装 护栏', 'passed')]: 'failed',
    [of('加装 护栏', 'note')]: ' 未装 ',
    [of('加装 护栏', 'before')]: [upload('f1')],
  }
  expect(mistakesIn(rows, values)).toEqual([])
  expect(sends(rows, values)).toEqual([
    { item: '加装 护栏', passed: false, note: '未装', before: ['f1'] },
    { item: '清理通道', passed: true, after: ['f2'] },
  ])
})

test('an item without an outcome, or with a photo under way, is named; names carry no blanks', () => {
  expect(of('加装 护栏', 'passed')).toBe('it.加装_护栏.passed')
  expect(wrong(rows, { [of('加装 护栏', 'passed')]: 'passed' })).toEqual([of('清理通道', 'passed')])
  expect(
    wrong(rows, {
      [of('加装 护栏', 'passed')]: 'passed',
      [of('清理通道', 'passed')]: 'passed',
      [of('清理通道', 'before')]: [upload(null)],
    }),
  ).toEqual([of('清理通道', 'before')])
})

test('items that need not be filled are asked for in full once one of them is begun', () => {
  const open = { ...rows, required: false }
  expect(wrong(open, {})).toEqual([])
  expect(sends(open, {})).toBeUndefined()
  expect(wrong(open, { [of('清理通道', 'note')]: '好' })).toEqual([
    of('加装 护栏', 'passed'),
    of('清理通道', 'passed'),
  ])
})
