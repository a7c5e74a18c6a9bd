// Does an answer say in words, in both languages, what was entered, whatever its kind?
import { expect, test } from 'vitest'
import { text } from '../../../domain/language/words.ts'
import type { Field } from '../../../domain/model/process.ts'
import { filesIn, partsOf, valueWords } from '../../../domain/views/answers/value-words.ts'

const field = (kind: Field['kind'], extra: Partial<Field> = {}): Field => ({
  name: 'it',
  words: text('它', 'It'),
  kind,
  required: true,
  ...extra,
})
const choices = { a: text('甲', 'First'), b: text('乙', 'Second') }
const file = (id: string) => ({ id, name: id, type: 'image/png', size: 1, url: id })
const find = (ids: string[]) => ids.map(file)
const outcomes = [
  { item: '护栏', passed: true, before: ['f1'], after: ['f2', 'f3'] },
  { item: '通道', passed: false, note: '仍堵' },
  { item: '灯', passed: true },
]

test.each([
  [
    'several choices by their words',
    field('choices', { choices }),
    ['a', 'b'],
    text('甲；乙', 'First; Second'),
  ],
  ['a choice that the form no longer knows', field('choices', { choices }), ['c'], text('c', 'c')],
  ['entries one after the other', field('lines'), ['一', '二'], text('一；二', '一; 二')],
  [
    'a moment in Shanghai time',
    field('moment'),
    '2026-03-01T16:30:00.000Z',
    text('2026-03-02 00:30', '2026-03-02 00:30'),
  ],
  ['a sum in groups of three', field('number'), 1_250_000.5, text('1,250,000.5', '1,250,000.5')],
  ['a year as it is', field('number'), 2026, text('2026', '2026')],
  [
    'items by their outcome',
    field('items'),
    outcomes,
    text('合格 2 项，不合格 1 项', 'Passed: 2, Failed: 1'),
  ],
  [
    'items in the words of the form',
    field('items', {
      choices: { passed: text('已整改', 'Done'), failed: text('未整改', 'Not done') },
    }),
    outcomes.slice(1, 2),
    text('未整改 1 项', 'Not done: 1'),
  ],
] as const)('%s', (_, one, value, words) => {
  expect(valueWords(one, value)).toEqual(words)
})

test('what is no answer of its kind is said as it stands and breaks nothing', () => {
  for (const kind of ['choices', 'lines', 'moment', 'items', 'files'] as const) {
    for (const value of ['x', 7, { a: 1 }, [null, 3]])
      expect(valueWords(field(kind), value)).toHaveProperty('zh')
    expect(filesIn(field(kind), [null, { before: 'x' }, 'x'])).toEqual(
      kind === 'files' ? ['x'] : [],
    )
  }
})

test('files are found where they stand, in the order of the form', () => {
  expect(filesIn(field('files'), ['f9'])).toEqual(['f9'])
  expect(filesIn(field('items'), outcomes)).toEqual(['f1', 'f2', 'f3'])
  expect(filesIn(field('lines'), ['f1'])).toEqual([])
})

test('the parts of an answer come with its files', () => {
  const [first, second] = partsOf(field('items'), outcomes, find).items ?? []
  expect(first).toEqual({
    item: '护栏',
    passed: true,
    words: text('合格', 'Passed'),
    note: null,
    before: [file('f1')],
    after: [file('f2'), file('f3')],
  })
  expect(second).toMatchObject({ passed: false, note: '仍堵', before: [], after: [] })
  expect(partsOf(field('lines'), ['一'], find)).toEqual({ list: [text('一', '一')] })
  expect(partsOf(field('text'), '一', find)).toEqual({})
})

test('files of items that are no photos from before and after carry their own name', () => {
  const attached = text('材料', 'Papers')
  expect(partsOf(field('items', { attached }), outcomes, find).items?.[0]).toMatchObject({
    attached,
    after: [file('f2'), file('f3')],
  })
})
