// Does the card before a grave act repeat what is about to be decided, in words?
import { expect, test } from 'vitest'
import { text } from '../../../domain/language/words.ts'
import type { Field } from '../../../domain/model/process.ts'
import { enteredIn } from '../../../ui/case/consequence/entered.ts'

const field = (name: string, kind: Field['kind'], more: Partial<Field> = {}): Field => ({
  name,
  kind,
  words: text(name, name),
  required: false,
  ...more,
})
const kinds = { fine: text('罚款', 'Fine'), stop: text('停产', 'Stop') }
const fields = [
  field('facts', 'long-text'),
  field('penalties', 'choices', { choices: kinds }),
  field('fine', 'number', { money: true }),
  field('court', 'choice', { choices: kinds }),
  field('person', 'choice', { choices: {} }),
  field('due', 'date'),
  field('at', 'moment'),
  field('told', 'boolean'),
  field('place', 'text'),
  field('papers', 'files'),
]

test('choices by their words, sums in groups of three, and days', () => {
  const shown = enteredIn(fields, {
    facts: '三台冲床',
    penalties: ['fine', 'stop'],
    fine: 40_000,
    court: 'stop',
    person: 'p-1',
    due: '2026-12-18',
    at: '2026-12-03T01:30:00.000Z',
    told: true,
    place: '车间',
    papers: ['f-1'],
  })
  expect(shown.map(({ words, value }) => [words.zh, value.zh])).toEqual([
    ['penalties', '罚款；停产'],
    ['fine', '40,000'],
    ['court', '停产'],
    ['due', '2026-12-18'],
    ['told', '是'],
    ['place', '车间'],
  ])
})

test('what was left open, denied or written at length is not repeated', () => {
  expect(enteredIn(fields, { told: false, place: '很长'.repeat(40) })).toEqual([])
})

test('what was looked up is named as it was chosen, not by the key that is sent', () => {
  const sent = { place: 'e-12', person: 'p-1' }
  expect(
    enteredIn(fields, sent, { place: '龙化有限公司', person: '张三', due: '没有发送' }).map(
      ({ words, value }) => [words.zh, value.zh],
    ),
  ).toEqual([
    ['person', '张三'],
    ['place', '龙化有限公司'],
  ])
})
