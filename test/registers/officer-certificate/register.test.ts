// Is the declaration sound, and do only authorities read of certificates?
import * as v from 'valibot'
import { expect, test } from 'vitest'
import { changeForm, changeSchema } from '../../../domain/registers/change.ts'
import { registerFaults } from '../../../domain/registers/define.ts'
import { fieldsOf } from '../../../domain/registers/entry.ts'
import { officerCertificate } from '../../../domain/registers/officer-certificate/register.ts'
import { certificatesShown } from '../../../domain/registers/officer-certificate/shown.ts'
import { certificate, day, typed } from './samples.ts'

test('the declaration has no fault', () => {
  expect(registerFaults(officerCertificate)).toEqual([])
})

test('enterprises and everybody read nothing of it', () => {
  expect(fieldsOf(officerCertificate, 'party')).toEqual([])
  expect(fieldsOf(officerCertificate, 'public')).toEqual([])
})

test('what an officer types is accepted, and a number of two signs is not', () => {
  const proposer = { places: ['330802'] as const, entry: null, party: false }
  expect(changeForm(officerCertificate, proposer).map(({ name }) => name)).toContain('validUntil')
  const schema = changeSchema(officerCertificate, proposer)
  expect(v.safeParse(schema, typed).issues).toBeUndefined()
  expect(v.is(schema, { ...typed, number: '01' })).toBe(false)
})

/** What is said of the certificates of these people. */
const shown = (...people: { holder: string; staff?: string }[]) => {
  const entries = people.map((one, at) => ({
    id: `c-${at}`,
    number: `浙柯执法000${at}`,
    version: 1,
    region: '330802',
    owner: null,
    standing: 'valid',
    from: certificate.validFrom,
    data: { ...certificate, ...one },
  }))
  const event = {
    by: { kind: 'system' },
    at: `${day}T01:00:00.000Z`,
    signatures: [],
    region: '330802',
    data: { certificates: entries.map(({ number }) => number), takenOn: day },
    entries: { [officerCertificate.id]: entries },
  } as never
  return JSON.stringify(certificatesShown({ context: {}, event }))
}

test('two officers of one name are two where each has a number of his own', () => {
  expect(shown({ holder: '张伟', staff: '0012' }, { holder: '张伟', staff: '0047' })).toBe('true')
  expect(shown({ holder: '张伟' }, { holder: '林检查' })).toBe('true')
})

test('one officer is one, however his name is typed, and while nobody can tell him from another', () => {
  expect(shown({ holder: '张伟', staff: '0012' }, { holder: '张　伟', staff: '0012' })).toContain(
    '不得少于两人',
  )
  for (const other of [{ holder: '张 伟' }, { holder: '张伟', staff: '0047' }])
    expect(shown({ holder: '张伟' }, other)).toContain('同名而未登记工号的按一人计')
})
