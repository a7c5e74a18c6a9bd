// Whom does a register refuse, what does an enterprise propose, and how is an entry told?
import { describe, expect, it } from 'vitest'
import type { DomainError } from '../../domain/language/errors.ts'
import { field } from '../../domain/model/field.ts'
import { scopeOf } from '../../domain/organisation/policy.ts'
import {
  isOfOwner,
  isOwnerInReach,
  judgeConfirmer,
  judgeOwner,
  judgeProposer,
  judgeVersion,
  placesToPropose,
  proposedFrom,
  registrar,
} from '../../domain/registers/change.ts'
import type { Register } from '../../domain/registers/define.ts'
import {
  changedFields,
  fieldsOf,
  fieldTextsFor,
  fieldWords,
  isOpenToAll,
  isOver,
  nameOf,
  readerOf,
  standingWordsOf,
} from '../../domain/registers/entry.ts'
import { judgeWaiting } from '../../domain/registers/waiting.ts'
import { actor, devices } from '../support/people/cast.ts'
import { enterpriseId } from '../support/people/people.ts'
import { ponds, tanks } from './toys.ts'

const here = { region: '330802', owner: enterpriseId } as const
/** Why something is refused; null: it is not. */
const refusal = (work: () => void) => {
  try {
    work()
    return null
  } catch (error) {
    const { code, reasons, details } = error as DomainError
    return { code, fields: reasons[0]?.en ?? '', ...(details ? { details } : {}) }
  }
}

describe('refused is', () => {
  it('whoever is no person; a person stays himself, with his own posts', () => {
    expect(refusal(() => registrar(devices))).toMatchObject({
      code: 'not-allowed',
      fields: expect.stringContaining('hold a post'),
    })
    expect(registrar(actor('lin'))).toEqual(actor('lin'))
  })
  it('whoever may not propose or confirm, each with his own reason', () => {
    expect(refusal(() => judgeProposer(tanks, actor('lin'), here))).toBeNull()
    expect(refusal(() => judgeProposer(tanks, actor('jiang'), here))).toMatchObject({
      code: 'not-allowed',
      fields: expect.stringContaining('not propose'),
    })
    expect(refusal(() => judgeConfirmer(tanks, actor('chen'), here))).toBeNull()
    expect(refusal(() => judgeConfirmer(tanks, actor('lin'), here))).toMatchObject({
      code: 'not-allowed',
      fields: expect.stringContaining('not confirm'),
    })
  })
  it('what was made of another version; its words say whether it is proposed or confirmed', () => {
    const stale = (at: 'proposal' | 'confirmation') =>
      refusal(() => judgeVersion(1, { version: 2 }, at))
    expect(stale('proposal')).toMatchObject({
      code: 'stale-revision',
      fields: expect.stringContaining('send again'),
      details: { revision: 2 },
    })
    expect(stale('confirmation')?.fields).toContain('be proposed anew')
    expect(refusal(() => judgeVersion(1, null, 'proposal'))).toMatchObject({
      details: { revision: 0 },
    })
  })
  it('a new entry of an enterprise outside the area, where an official has named it', () => {
    const named = { owner: enterpriseId, seen: 0, byOwner: false }
    const [county, elsewhere] = [scopeOf(actor('lin')), scopeOf(actor('jiang'))]
    expect(refusal(() => judgeOwner(county, named, '330802'))).toBeNull()
    expect(refusal(() => judgeOwner(elsewhere, named, '330802'))).toMatchObject({
      code: 'not-possible-now',
    })
    expect(refusal(() => judgeOwner(county, named, null))).toMatchObject({
      code: 'not-possible-now',
      fields: expect.stringContaining('no such enterprise'),
    })
    for (const free of [{ owner: null }, { seen: 1 }, { byOwner: true }])
      expect(refusal(() => judgeOwner(elsewhere, { ...named, ...free }, '330802'))).toBeNull()
  })
  it('a second change of an entry, and the twenty-first new one of an enterprise', () => {
    expect(refusal(() => judgeWaiting(0, 'entry'))).toBeNull()
    expect(refusal(() => judgeWaiting(1, 'entry'))?.fields).toContain('waits already')
    expect(refusal(() => judgeWaiting(19, 'enterprise'))).toBeNull()
    expect(refusal(() => judgeWaiting(20, 'enterprise'))).toMatchObject({
      code: 'not-possible-now',
      fields: expect.stringContaining('20 new entries'),
    })
  })
})

describe('an enterprise', () => {
  it('is in reach of its county and of itself, and of nobody where it is not known', () => {
    const reach = (who: string, region: '330802' | null = '330802') =>
      isOwnerInReach(scopeOf(actor(who)), enterpriseId, region)
    expect(reach('qi', null)).toBe(false)
    expect([reach('lin'), reach('hao'), reach('qi'), reach('jiang'), reach('lin', null)]).toEqual([
      true,
      true,
      true,
      false,
      false,
    ])
  })
  it('has what is its own, by a post that somebody still holds there', () => {
    const left = { ...actor('qi'), appointments: [] }
    expect([
      isOfOwner(actor('qi'), here),
      isOfOwner(actor('qi'), { ...here, owner: 'e-2' }),
      isOfOwner(actor('qi'), { ...here, owner: null }),
      isOfOwner(actor('lin'), here),
      isOfOwner(left, here),
    ]).toEqual([true, false, false, false, false])
  })
  it('proposes in all counties, and where it names nobody its own id stands', () => {
    const places = placesToPropose(tanks, actor('qi'))
    expect(places).toContain('330881')
    expect(places).not.toContain('330800')
    const typed = { region: '330881', name: 'x', volume: 1, from: '2026-03-02', reason: 'r' }
    expect(proposedFrom(tanks, typed, { entry: null, person: actor('qi') })).toEqual({
      number: null,
      region: '330881',
      owner: enterpriseId,
      standing: 'in-use',
      from: '2026-03-02',
      reason: 'r',
      data: { name: 'x', volume: 1 },
    })
  })
})

describe('what an official proposes anew', () => {
  const typed = { region: '330802', name: 'x', from: '2026-03-02', reason: 'r' }
  it('is of the enterprise that he names, or the authorities’ own under the number that he types', () => {
    const person = actor('lin')
    expect(proposedFrom(tanks, { ...typed, owner: 'e-2' }, { entry: null, person })).toMatchObject({
      owner: 'e-2',
      number: null,
    })
    expect(
      proposedFrom(ponds, { ...typed, number: 'P-0001', owner: 'e-2' }, { entry: null, person }),
    ).toMatchObject({ owner: null, number: 'P-0001', standing: 'watched' })
  })
})

describe('an entry', () => {
  it('is read by an authority, by machines as by one, and by its party', () => {
    expect([readerOf(actor('lin')), readerOf(devices), readerOf(actor('qi'))]).toEqual([
      'authority',
      'authority',
      'party',
    ])
  })
  it('is called by its name where the reader may know it', () => {
    const secret: Register = {
      ...tanks,
      fields: { ...tanks.fields, name: field.text('名称', 'Name').shownTo('party') },
    }
    const data = { name: '一号罐' }
    expect([
      nameOf(tanks, 'public', data),
      nameOf(secret, 'public', data),
      nameOf(secret, 'party', data),
      nameOf(tanks, 'authority', {}),
    ]).toEqual(['一号罐', '', '一号罐', ''])
  })
  it('is not called by a name that its reader may not know, though he reads another field', () => {
    const open: Register = {
      ...tanks,
      fields: {
        name: field.text('名称', 'Name'),
        volume: field.integer('容积', 'Volume', 1, 9).shownTo('public'),
      },
    }
    expect(nameOf(open, 'public', { name: '一号罐' })).toBe('')
    expect(fieldsOf(open, 'party').map(({ name }) => name)).toEqual(['volume'])
  })
  it('says what was filled in, in words, of the fields that are asked for', () => {
    const data = { name: '一号罐', volume: 0, checkBy: null, remark: undefined }
    expect(fieldTextsFor(tanks, 'authority', data)).toEqual([
      { name: 'name', label: { zh: '名称', en: 'Name' }, value: { zh: '一号罐', en: '一号罐' } },
      { name: 'volume', label: { zh: '容积', en: 'Volume' }, value: { zh: '0', en: '0' } },
    ])
    expect(fieldTextsFor(tanks, 'authority', data, ['volume']).map(({ name }) => name)).toEqual([
      'volume',
    ])
    expect(fieldTextsFor(tanks, 'authority', data, [])).toEqual([])
  })
  it('stands in words, is over or not, and an unknown standing is told as it is written', () => {
    expect(standingWordsOf(tanks, 'scrapped')).toEqual({ zh: '报废', en: 'Scrapped' })
    expect(standingWordsOf(tanks, 'lost')).toEqual({ zh: 'lost', en: 'lost' })
    expect([isOver(tanks, 'scrapped'), isOver(tanks, 'in-use'), isOver(tanks, 'lost')]).toEqual([
      true,
      false,
      false,
    ])
  })
  it('is open to all where one of its fields is', () => {
    expect([isOpenToAll(tanks), isOpenToAll(ponds)]).toEqual([true, false])
  })
  it('has fields that are called as the form calls them, or by their names', () => {
    expect(fieldWords(tanks, 'volume')).toEqual({ zh: '容积', en: 'Volume' })
    const unasked = { fields: { inner: { form: null } } } as never as Parameters<
      typeof fieldWords
    >[0]
    expect(fieldWords(unasked, 'inner')).toEqual({ zh: 'inner', en: 'inner' })
    expect(fieldsOf(unasked as never, 'authority')).toEqual([])
    expect(fieldsOf(tanks, 'party').map(({ name }) => name)).toEqual(['name', 'volume', 'checkBy'])
  })
  it('differs where a field has come or gone', () => {
    expect(changedFields({}, { a: 1 })).toEqual(['a'])
    expect(changedFields({ a: 1 }, {})).toEqual(['a'])
    expect(changedFields({ a: { b: 1 } }, { a: { b: 1 } })).toEqual([])
  })
})
