// What does a correction make of a statement, by the kind of its field, and when would the form not take it?
import {
  array,
  boolean,
  check,
  maxLength,
  minLength,
  number,
  object,
  optional,
  picklist,
  pipe,
  string,
} from 'valibot'
import { expect, test } from 'vitest'
import { corrected } from '../../domain/engine/judging/correction.ts'
import { text } from '../../domain/language/words.ts'
import type { EventDefinition, Field, ProcessDefinition } from '../../domain/model/process.ts'
import { counter } from '../support/processes/counter.ts'
import { at } from '../support/tasks-made-up.ts'

const field = (name: string, kind: Field['kind'], more: Partial<Field> = {}): Field => ({
  name,
  kind,
  words: text(name, name),
  required: false,
  ...more,
})
const filled: EventDefinition = {
  ...(counter.events.add as EventDefinition),
  schema: object({
    place: pipe(string(), minLength(1), maxLength(5)),
    grade: optional(picklist(['general', 'major'])),
    people: optional(number()),
    dangerous: optional(boolean()),
    kinds: optional(array(picklist(['gas', 'fire']))),
    steps: optional(array(pipe(string(), maxLength(6)))),
    grounds: optional(string()),
    at: optional(object({ lat: number() })),
  }),
  fields: [
    field('place', 'text'),
    field('grade', 'choice'),
    field('people', 'number'),
    field('dangerous', 'boolean'),
    field('kinds', 'choices'),
    field('steps', 'lines'),
    field('grounds', 'text', { where: [{ grade: ['major'] }] }),
  ],
}
const process: ProcessDefinition = { ...counter, events: { ...counter.events, fill: filled } }
const made = (
  name: string,
  value: string,
  rest: Record<string, unknown> = { place: '一号' },
  type = 'fill',
) => corrected(process, { type, data: rest } as never, { field: name, value }, at)

test.each([
  ['text', 'place', '二号', '二号'],
  ['a number', 'people', '12', 12],
  ['yes, as the record writes it', 'dangerous', 'true', true],
  ['yes, in Chinese', 'dangerous', '是', true],
  ['no', 'dangerous', '否', false],
  ['several choices', 'kinds', 'gas；fire', ['gas', 'fire']],
  ['lines, without empty ones', 'steps', ' 停机 \n\n检查；', ['停机', '检查']],
])('%s is kept as what its form asks for', (_, name, value, kept) => {
  expect(made(name, value)).toEqual({ [name]: kept })
})

test('what the form would not take is no correction', () => {
  expect(made('place', '一二三四五六')).toBe(null)
  expect(made('people', '很多')).toBe(null)
  expect(made('kinds', 'gas；noise')).toBe(null)
})

test('what is wrong with another field does not stand in the way', () => {
  expect(made('place', '二号', { place: '一号', people: 'many' })).toEqual({ place: '二号' })
  expect(made('people', '3', {})).toEqual({ people: 3 })
})

test('a field that the form does not ask for by the other answers is not corrected', () => {
  expect(made('grounds', '有毒', { place: '一号', grade: 'general' })).toBe(null)
  expect(made('grounds', '有毒', { place: '一号', grade: 'major' })).toEqual({ grounds: '有毒' })
  expect(made('place', '二号', { place: '一号', grade: 'general', grounds: '有毒' })).toEqual({
    place: '二号',
  })
})

test('what the new value needs comes with it, and what it leaves no place for goes', () => {
  const needy = {
    ...filled,
    fields: filled.fields.map((one) =>
      one.name === 'grounds' ? { ...one, needed: [{ grade: ['major'] }] } : one,
    ),
  }
  const to = (grade: string, rest: object, dependent?: string) =>
    corrected(
      { ...counter, events: { ...counter.events, fill: needy } },
      { type: 'fill', data: { place: '一号', ...rest } } as never,
      { field: 'grade', value: grade, ...(dependent ? { dependent } : {}) },
      at,
    )
  expect(to('major', { grade: 'general' })).toBe(null)
  expect(to('major', { grade: 'general' }, '有毒')).toEqual({ grade: 'major', grounds: '有毒' })
  expect(to('general', { grade: 'major', grounds: '有毒' })).toEqual({
    grade: 'general',
    grounds: null,
  })
  expect(to('general', { grade: 'major', grounds: '有毒' }, '易燃')).toBe(null)
})

test('the signatures under the statement are not part of its form', () => {
  expect(made('place', '二号', { place: '一号', signatures: [] })).toEqual({ place: '二号' })
})

test('what has no form is not corrected', () => {
  expect(made('reason', '其他', {}, 'take-back-of-nothing')).toBe(null)
})

test('what is wrong with the statement as a whole does not stand in the way of a field', () => {
  const whole = {
    ...filled,
    schema: pipe(
      object({ place: string() }),
      check(() => false),
    ),
  } as EventDefinition
  const strict = { ...process, events: { ...process.events, fill: whole } }
  expect(
    corrected(strict, { type: 'fill', data: {} } as never, { field: 'place', value: '二号' }, at),
  ).toEqual({ place: '二号' })
})

test('a statement that opens a case is not corrected to what its start would refuse', () => {
  const { type } = counter.start
  const refusing: ProcessDefinition = {
    ...counter,
    start: {
      ...counter.start,
      refuses: ({ date }, now) =>
        String(date) > now ? { field: 'date', words: text('尚未发生', 'To come') } : null,
    },
  }
  const fact = { type, data: { region: '330802', date: '2026-03-01' } } as never
  const to = (value: string) => corrected(refusing, fact, { field: 'date', value }, at)
  expect([to('2026-03-02'), to('2026-03-20')]).toEqual([{ date: '2026-03-02' }, null])
})
