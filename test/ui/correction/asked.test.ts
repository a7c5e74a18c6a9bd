// Does the form of a correction ask what the chosen answer needs, and send it in lines of words?
import { expect, test } from 'vitest'
import { text } from '../../../domain/language/words.ts'
import type { Field } from '../../../domain/model/process.ts'
import {
  asDependent,
  asLines,
  asValue,
  fieldChoices,
  neededBeside,
  recordsToCorrect,
} from '../../../ui/correction/asked.ts'

const field = (name: string, kind: Field['kind'], more: Partial<Field> = {}): Field => ({
  name,
  kind,
  words: text(`${name}栏`, name),
  required: false,
  ...more,
})
const lift = [{ kind: ['lift'] }]
const kind = field('kind', 'choice', {
  choices: { fire: text('火灾', 'Fire'), lift: text('电梯', 'Lift') },
  section: text('一', 'One'),
})
const view = {
  seq: 1,
  title: text('登记', 'Report'),
  fields: [kind, field('floor', 'number', { where: lift, needed: lift }), field('region', 'text')],
  correctable: ['kind'],
  answers: { kind: 'fire', region: '330803' },
  stated: {},
}

test('what is stated stands as a hint, and the rest of its question as on its own form', () => {
  expect(asValue(kind, text('火灾', 'Fire'))).toMatchObject({
    name: 'value',
    kind: 'choice',
    required: true,
    choices: kind.choices,
    words: { zh: 'kind栏更正为' },
    hint: { zh: '现为：火灾', en: 'Now: Fire' },
  })
  expect(asValue(kind, undefined)).not.toHaveProperty('hint')
  expect(asValue(kind, undefined)).not.toHaveProperty('section')
})

test('only what may be corrected is offered', () => {
  expect(Object.keys(fieldChoices(view))).toEqual(['kind'])
})

test('what the new answer needs is asked with it, and nothing where it needs nothing', () => {
  expect(neededBeside(view, 'kind', 'lift')).toBe('floor')
  expect(neededBeside(view, 'kind', 'fire')).toBeUndefined()
  expect(neededBeside({ ...view, answers: { ...view.answers, floor: 3 } }, 'kind', 'lift')).toBe(
    undefined,
  )
  expect(asDependent(view.fields[1]!)).toMatchObject({ name: 'dependent', required: true })
  expect(asDependent(view.fields[1]!)).not.toHaveProperty('where')
})

test('each answer is sent as one text, whatever its kind', () => {
  expect(asLines({ seq: 1, field: 'x', value: 3, reason: 'r' })).toEqual({
    seq: 1,
    field: 'x',
    value: '3',
    reason: 'r',
  })
  expect(asLines({ value: false }).value).toBe('false')
  expect(asLines({ value: ['gas', 'fire'], dependent: 4 })).toEqual({
    value: 'gas\nfire\n',
    dependent: '4',
  })
  expect(asLines({ seq: 1 })).toEqual({ seq: 1 })
})

test('records that say something are offered by number, title, author and moment', () => {
  const item = {
    seq: 3,
    kind: 'event',
    title: text('核实', 'Verify'),
    who: text('丹值班', 'Dan'),
    fields: [{}],
    occurredAt: 'then',
  }
  const items = [item, { ...item, seq: 4, fields: [] }, { ...item, seq: 5, kind: 'task' }]
  const found = recordsToCorrect(items as never, (at) => `<${at}>`)
  expect(Object.keys(found)).toEqual(['3'])
  expect(found['3']?.zh).toBe('第3号 核实（丹值班，<then>）')
})
