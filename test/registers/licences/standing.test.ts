// How does a licence stand on a day, and which case stands in the register at all?
import { describe, expect, test } from 'vitest'
import type { ProcessDefinition } from '../../../domain/model/process.ts'
import type { CaseRecord } from '../../../domain/model/record.ts'
import { standings } from '../../../domain/model/register-definition.ts'
import { entryOf, standingWords } from '../../../domain/registers/licences/entry.ts'

const day = '2026-03-10'
const notYet = { zh: '尚未生效', en: 'Not in force yet' }

test.each([
  ['from its first day to its last', '2026-03-10', '2026-03-10', standings['in-force']],
  ['before its first day', '2026-03-11', '2029-03-11', notYet],
  ['after its last day', '2023-03-09', '2026-03-09', standings.expired],
  ['without a first day', null, '2026-03-10', standings['in-force']],
  ['without a last day', '2026-03-10', null, standings['in-force']],
])('a licence in force %s', (_, validFrom, validUntil, words) => {
  expect(standingWords({ standing: 'in-force', validFrom, validUntil }, day)).toEqual(words)
})

test('a licence that is over is so whatever its days say', () => {
  const days = [
    { validFrom: '2026-03-11', validUntil: '2029-03-11' },
    { validFrom: '2023-03-09', validUntil: '2026-03-09' },
  ]
  for (const one of days)
    expect(standingWords({ standing: 'revoked', ...one }, day)).toEqual(standings.revoked)
})

describe('a case', () => {
  const content = () => ({ number: '证1' }) as never
  const record = (value: unknown) => ({ snapshot: { value } }) as CaseRecord
  const granting = (unserved?: object): Pick<ProcessDefinition, 'register'> =>
    ({
      register: { standing: { granted: 'in-force', gone: 'cancelled' }, content, unserved },
    }) as never

  test('stands by the state that it is in, or by one that this lies in', () => {
    expect(entryOf(granting(), record('granted'))).toEqual({ number: '证1', standing: 'in-force' })
    expect(entryOf(granting(), record({ gone: 'late' }))?.standing).toBe('cancelled')
    expect(entryOf(granting(), record('grantedly'))).toBe(null)
  })
  test('stands in no such state where it holds before its paper is served, and only then', () => {
    for (const standing of ['in-force', 'suspended'])
      expect(entryOf(granting({ standing: () => standing }), record('other'))?.standing).toBe(
        standing,
      )
    expect(entryOf(granting({ standing: () => null }), record('other'))).toBe(null)
    expect(entryOf(granting(), record('other'))).toBe(null)
  })
  test('of a process that grants nothing does not stand there', () => {
    expect(entryOf({}, record('granted'))).toBe(null)
  })
})
