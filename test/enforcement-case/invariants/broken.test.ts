// Is each break of what must hold found, and does a lawful case show none?
import { expect, it } from 'vitest'
import type { CaseRecord } from '../../../domain/model/record.ts'
import { day, decided, matter, prosecuting } from '../samples.ts'
import { brokenIn, type Fact } from './broken.ts'

const play = prosecuting(matter, day, ...decided)
const lawful = play.facts as Fact[]
const at = `${day}T01:00:00.000Z`
const found = (facts: Fact[], record: Partial<CaseRecord> = {}): string[] =>
  brokenIn(facts, { record: { ...play.record(), ...record }, opened: day, now: at }).map(
    (fault) => fault.split(':')[0] ?? '',
  )

const without = (...types: string[]) => lawful.filter(({ type }) => !types.includes(type))
const changed = (type: string, part: Record<string, unknown>) =>
  lawful.map((one) => (one.type === type ? { ...one, data: { ...one.data, ...part } } : one))
const by = (type: string, name: string) =>
  lawful.map((one) => (one.type === type ? { ...one, actor: { name } } : one))
const fact = (type: string, name = '法审核'): Fact => ({
  type,
  data: {},
  occurredAt: at,
  actor: { name },
})
const before = (type: string, ...more: Fact[]) =>
  lawful.flatMap((one) => (one.type === type ? [...more, one] : [one]))

const investigator = '林检查'
const obligation = { ...play.record().obligations[0], status: 'running', dueAt: '2026-03-01' }
const item = { ...play.record(), snapshot: { value: 'in-force', context: {} } }

const late = '2026-03-06T01:00:00.000Z'
const refusedByPolice = [
  ...lawful,
  fact('transfer-punished'),
  fact('hand-over-police'),
  { ...fact('record-police-refusal'), data: { receivedOn: day } },
]
const fined = { ...fact('record-criminal-return'), data: { partyFined: true } }

it('a lawful case shows none', () => expect(found(lawful)).toEqual([]))

it.each<[string, Fact[]]>([
  ['1', without('serve-notice')],
  ['1', without('waive-rights')],
  ['1', without('weigh-defence')],
  ['2', before('decide-penalty', fact('close-hearing', investigator), fact('give-legal-opinion'))],
  ['3', before('decide-penalty', fact('close-hearing'))],
  ['4', changed('decide-penalty', { fine: 20_001 })],
  ['5', changed('record-evidence', { signatures: [{ name: investigator }] })],
  ['5', changed('record-evidence', { certificates: ['浙执001', '浙执001'] })],
  ['6', [...lawful, ...lawful.filter(({ type }) => type === 'decide-penalty')]],
  ['7', changed('conclude-investigation', { actEnded: '2024-03-01' })],
  ['8', changed('conclude-investigation', { circumstances: ['minor', 'corrected', 'no-harm'] })],
  ['11', before('decide-penalty', fact('give-legal-opinion', investigator))],
  ['11', by('decide-penalty', investigator)],
  ['14', before('decide-penalty', fact('decide-transfer'), fact('hand-over-police'))],
  ['15', before('decide-penalty', fact('hand-over-police'), fined)],
  ['16', [...refusedByPolice, { ...fact('ask-reconsideration'), occurredAt: late }]],
  ['19', [...lawful, fact('propose-agreement', '高局长'), fact('approve-agreement', '高局长')]],
  ['20', [...lawful, { ...fact('conclude-agreement'), data: {} }, fact('apply-court')]],
  ['17', [...lawful, fact('decide-transfer'), fact('record-police-filed')]],
])('%s', (number, facts) => expect(found(facts)).toEqual([number]))

it('9, 12, 13, 18 and 21 are read from where the case stands', () => {
  const away = { ...play.record().snapshot, context: { transferredFrom: 'investigation' } }
  const runs = { snapshot: away, obligations: [{ ...obligation, clock: 'decision' }] }
  expect(found(lawful, runs as unknown as Partial<CaseRecord>)).toEqual(['18'])
  const less = { ...play.record().snapshot, context: { imposed: 100, owed: 99 } }
  const concluded = [...lawful, fact('conclude-agreement')]
  expect(found(concluded, { snapshot: less } as Partial<CaseRecord>)).toEqual(['21'])
  for (const figures of [{ surchargePaid: 101 }, { owed: 60, paidParts: [{ fine: 41 }] }]) {
    const snapshot = { ...play.record().snapshot, context: { imposed: 100, ...figures } }
    expect(found(lawful, { snapshot } as Partial<CaseRecord>)).toEqual(['9'])
  }
  const kept = { obligations: [{ ...obligation, clock: 'seizure', item: 1 }], items: { 1: item } }
  expect(found(lawful, kept as unknown as Partial<CaseRecord>)).toEqual(['12'])
  const stayed = { obligations: [{ ...obligation, clock: 'payment', status: 'paused' }] }
  expect(found(lawful, stayed as unknown as Partial<CaseRecord>)).toEqual(['13'])
})
