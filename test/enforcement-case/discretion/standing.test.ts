// Is the decision that stands the one that was made, with its standard, and none where nothing stands?
import { expect, it, test } from 'vitest'
import { discretion } from '../../../domain/enforcement-case/discretion.ts'
import { enforcementCase } from '../../../domain/enforcement-case/process.ts'
import { definitionOf } from '../../../domain/model/process.ts'
import type { CountedFact, ReadFact } from '../../../domain/model/statistics-definition.ts'
import { factsInForce } from '../../../domain/statistics/counted.ts'

type Said = [type: string, data?: Record<string, unknown>]

const standard = {
  cause: 'AQ-1',
  causeName: '示例基准AQ-1',
  step: 'ordinary',
  rangeFrom: 5_000,
  rangeTo: 15_000,
}
const notice: Said = ['notify-penalty', standard]
const decision = (fine: number): Said => ['decide-penalty', { penalties: ['fine'], fine }]

const inForce = (...said: Said[]): CountedFact[] =>
  factsInForce(
    said.map(
      ([type, data = {}], at): ReadFact => ({
        seq: at + 1,
        type,
        occurredAt: `2026-03-0${at + 1}T17:00:00.000Z`,
        actor: { kind: 'person', id: 'gao', office: '330802-bureau' },
        data,
        before: null,
        after: null,
      }),
    ),
  )
/** On the enterprise; null: none stands. */
const decided = (...said: Said[]) => discretion.decided(inForce(...said))[0] ?? null

test('a decision keeps office, day of the place, fine, cause and the range of its notice', () => {
  expect(decided(notice, decision(20_000))).toEqual({
    seq: 2,
    party: 0,
    day: '2026-03-03',
    office: '330802-bureau',
    fine: 20_000,
    cause: { number: 'AQ-1', name: '示例基准AQ-1', step: 'ordinary' },
    range: { from: 5_000, to: 15_000 },
    departure: null,
  })
})

it('has no standard where none was named, no range where the notice kept no figures, and the reason where there is one', () => {
  expect(decided(['notify-penalty'], decision(1))).toMatchObject({ cause: null, range: null })
  const { rangeFrom: _, rangeTo: __, ...old } = standard
  expect(decided(['notify-penalty', old], decision(1))).toMatchObject({
    cause: { number: 'AQ-1' },
    range: null,
  })
  expect(
    decided(['notify-penalty', { ...standard, departure: '主动消除后果' }], decision(1)),
  ).toMatchObject({ departure: '主动消除后果' })
})

it('is a warning without a fine, and keeps the reason that the decision gives before that of the notice', () => {
  expect(decided(notice, ['decide-penalty', { penalties: ['warning'] }])).toMatchObject({ fine: 0 })
  expect(
    decided(
      ['notify-penalty', { ...standard, departure: '从重' }],
      ['decide-penalty', { penalties: ['fine'], fine: 1, departure: '主动消除后果' }],
    ),
  ).toMatchObject({ departure: '主动消除后果' })
})

test('a penalty on the spot keeps the standard that the party was told, and none where none was named', () => {
  const fined: Said = ['punish-on-the-spot', { penalties: ['fine'], fine: 1_000 }]
  expect(decided(['tell-party'], fined)).toMatchObject({ fine: 1_000, cause: null, range: null })
  expect(decided(['tell-party', standard], fined)).toMatchObject({
    fine: 1_000,
    cause: { number: 'AQ-1' },
    range: { from: 5_000, to: 15_000 },
  })
})

it.each<[string, Said[]]>([
  ['before anything is decided', [notice]],
  ['after it was taken back', [notice, decision(1), ['take-back', { event: 'decide-penalty' }]]],
  ['after it was annulled', [notice, decision(1), ['record-annulment']]],
  ['when it is notified anew', [notice, decision(1), notice]],
  ['when it was let go', [notice, ['decide-no-penalty']]],
  ['when it was withdrawn', [notice, decision(1), ['withdraw-case']]],
])('none stands %s', (_, said) => {
  expect(decided(...said)).toBeNull()
})

test('a fine changed by others leaves what the office decided; a correction of the record counts', () => {
  expect(decided(notice, decision(20_000), ['record-change', { newFine: 500 }])).toMatchObject({
    fine: 20_000,
  })
  expect(
    decided(notice, decision(20_000), [
      'approve-correction',
      { seq: 2, fields: ['fine'], is: [2_000] },
    ]),
  ).toMatchObject({ fine: 2_000 })
})

/** Of the person, or of the remedy, of that number. */
const of = (itemNth: number, [type, data]: Said): Said => [type, { ...data, itemNth }]
const noticed: Said = ['notify-party', { ...standard, rangeTo: 9_000 }]
const punished = (fine: number): Said => ['decide-party-penalty', { penalties: ['fine'], fine }]

test('each person has a decision of his own beside that on the enterprise', () => {
  const found = discretion.decided(
    inForce(
      notice,
      of(2, noticed),
      of(1, noticed),
      decision(12_000),
      of(2, punished(3_000)),
      of(1, ['spare-party']),
    ),
  )
  expect(found.map(({ party, fine, range }) => [party, fine, range?.to])).toEqual([
    [0, 12_000, 15_000],
    [2, 3_000, 9_000],
  ])
})

test('a remedy ends the decision on the person who has sought it, whatever its own number', () => {
  const seeks = (nth: number, represents: number): Said =>
    of(nth, ['receive-party-remedy', { represents }])
  const both = [of(1, noticed), of(1, punished(1)), of(2, noticed), of(2, punished(2))]
  const standing = (...said: Said[]) =>
    discretion.decided(inForce(...both, ...said)).map(({ party }) => party)
  const ends = (nth: number): Said => of(nth, ['record-party-annulment'])
  expect(standing(seeks(1, 2), ends(1))).toEqual([1])
  expect(standing(seeks(1, 2), of(1, ['record-party-change', { newFine: 1 }]))).toEqual([1, 2])
  expect(standing(seeks(1, 2), seeks(2, 1), ends(2))).toEqual([2])
  expect(standing(seeks(1, 2), ends(1), ['record-annulment'])).toEqual([1])
})

test('every fact that is looked at is an act of the case', () => {
  expect(discretion.facts.filter((type) => !definitionOf(enforcementCase, type))).toEqual([])
})
