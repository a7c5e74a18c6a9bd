// Who may change an entry, from when, and what stays as it stands?
import * as v from 'valibot'
import { describe, expect, it } from 'vitest'
import { text } from '../../domain/language/words.ts'
import {
  changeForm,
  changeSchema,
  dayFault,
  judgeVersion,
  mayConfirm,
  mayPropose,
  placesToPropose,
  proposedFrom,
  registrar,
} from '../../domain/registers/change.ts'
import type { Register } from '../../domain/registers/define.ts'
import {
  changedFields,
  type Entry,
  fieldTextsFor,
  mayReadRegister,
} from '../../domain/registers/entry.ts'
import { actor } from '../support/people/cast.ts'
import { enterpriseId } from '../support/people/people.ts'
import { ponds, tanks } from './toys.ts'

const here = { region: '330802', owner: enterpriseId } as const
const entry: Entry = {
  id: 'e',
  register: tanks.id,
  version: 2,
  number: 'n',
  standing: 'in-use',
  from: '2026-03-01',
  region: '330802',
  owner: enterpriseId,
  data: { name: '一号罐', volume: 5, remark: '旧' },
}

describe('a post', () => {
  it('proposes and confirms in its own county', () => {
    expect([mayPropose(tanks, actor('lin'), here), mayConfirm(tanks, actor('lin'), here)]).toEqual([
      true,
      false,
    ])
    expect([
      mayPropose(tanks, actor('chen'), here),
      mayConfirm(tanks, actor('chen'), here),
    ]).toEqual([true, true])
    expect(mayPropose(tanks, actor('jiang'), here)).toBe(false)
  })
  it('of an enterprise proposes what is its own, in any county and in no city', () => {
    expect(mayPropose(tanks, actor('qi'), here)).toBe(true)
    expect(mayPropose(tanks, actor('qi'), { ...here, region: '330881' })).toBe(true)
    expect(mayPropose(tanks, actor('qi'), { ...here, region: '330800' })).toBe(false)
    expect(mayPropose(tanks, actor('qi'), { ...here, owner: 'e-2' })).toBe(false)
    expect(placesToPropose(tanks, actor('lin'))).toEqual(['330802'])
    expect(placesToPropose(ponds, actor('qi'))).toEqual([])
  })
  it('of the city keeps nothing of an enterprise in the place of a county', () => {
    const [city, authorities] = [
      { ...here, region: '330800' } as const,
      { region: '330800', owner: null } as const,
    ]
    expect([
      mayPropose(tanks, actor('hao'), city),
      mayPropose(ponds, actor('hao'), authorities),
    ]).toEqual([false, true])
    expect([placesToPropose(tanks, actor('hao')), placesToPropose(ponds, actor('hao'))]).toEqual([
      [],
      ['330800'],
    ])
  })
  it('of somebody absent counts for nothing, and machines have none', () => {
    const absent = { id: 'chen', name: '陈科长', order: '1' }
    const [post] = actor('chen').appointments
    const substitute = registrar({
      ...actor('lin'),
      appointments: [...actor('lin').appointments, { ...post!, onBehalfOf: absent }],
    })
    expect(mayConfirm(tanks, substitute, here)).toBe(false)
    expect(() =>
      registrar({ kind: 'machine', id: 'm', name: 'm', scopes: [], region: '330800' }),
    ).toThrow('not-allowed')
  })
})

describe('a change', () => {
  it('of an enterprise leaves what it does not read, and of an authority empties what it leaves open', () => {
    const typed = { name: '一号罐', volume: 6, standing: 'in-use', from: '2026-03-02', reason: 'r' }
    expect(proposedFrom(tanks, typed, { entry, person: actor('qi') }).data).toEqual({
      name: '一号罐',
      volume: 6,
      remark: '旧',
    })
    expect(proposedFrom(tanks, typed, { entry, person: actor('lin') }).data).toEqual({
      name: '一号罐',
      volume: 6,
    })
  })
  it('keeps number, place and owner, whatever is typed', () => {
    const typed = {
      name: 'x',
      volume: 1,
      number: 'other',
      region: '330881',
      owner: 'e-2',
      standing: 'scrapped',
      from: '2026-03-02',
      reason: 'r',
    }
    expect(proposedFrom(tanks, typed, { entry, person: actor('lin') })).toMatchObject({
      number: 'n',
      ...here,
      standing: 'scrapped',
    })
  })
  it('holds from a day that has come, and not from before the last change', () => {
    expect(dayFault('2026-03-02', '2026-03-02', entry)).toBeNull()
    expect(dayFault('2026-03-01', '2026-03-02', entry)).toBeNull()
    expect(dayFault('2026-03-03', '2026-03-02', null)?.en).toContain('after today')
    expect(dayFault('2026-02-28', '2026-03-02', entry)?.en).toContain('2026-03-01')
  })
  it('is made of the version that stands', () => {
    expect(() => judgeVersion(2, entry, 'proposal')).not.toThrow()
    expect(() => judgeVersion(0, null, 'confirmation')).not.toThrow()
    for (const seen of [0, 1, 3])
      expect(() => judgeVersion(seen, entry, 'confirmation')).toThrow('stale-revision')
  })
  it('of a new entry asks where, under which number and whose, of those who do not know', () => {
    const names = (party: boolean, register = tanks) =>
      changeForm(register, { places: ['330802'], entry: null, party }).map(({ name }) => name)
    expect(names(false)).toEqual([
      'region',
      'owner',
      'name',
      'volume',
      'checkBy',
      'remark',
      'from',
      'reason',
    ])
    expect(names(true)).toEqual(['region', 'name', 'volume', 'checkBy', 'from', 'reason'])
    expect(names(false, ponds)).toEqual(['number', 'region', 'name', 'depth', 'from', 'reason'])
  })
})

describe('a number that is typed', () => {
  const pattern = (one: RegExp): Register => ({
    ...ponds,
    number: { pattern: one, hint: text('号', 'Number') },
  })
  const takes = (register: Register, number: string) => {
    const typed = {
      name: '池',
      depth: 1,
      region: '330802',
      number,
      from: '2026-03-02',
      reason: 'r',
    }
    return v.safeParse(changeSchema(register, { entry: null, party: false }), typed).success
  }
  it('is the whole of what the pattern says', () => {
    expect(['A', 'B', 'A1', '1B'].map((number) => takes(pattern(/^A|B$/), number))).toEqual([
      true,
      true,
      false,
      false,
    ])
    expect(takes(pattern(/^a$/i), 'A')).toBe(true)
  })
  it('has sixty signs at most', () => {
    expect([60, 61].map((length) => takes(pattern(/^\d+$/), '1'.repeat(length)))).toEqual([
      true,
      false,
    ])
  })
})

describe('a reader', () => {
  it('is told what was filled in and he may read', () => {
    const texts = (reader: 'authority' | 'party' | 'public') =>
      fieldTextsFor(tanks, reader, entry.data).map(({ name }) => name)
    expect([texts('authority'), texts('party'), texts('public')]).toEqual([
      ['name', 'volume', 'remark'],
      ['name', 'volume'],
      ['name'],
    ])
  })
  it('of an enterprise reads no register of the authorities', () => {
    expect([
      mayReadRegister(ponds, 'party'),
      mayReadRegister(ponds, 'authority'),
      mayReadRegister(tanks, 'party'),
    ]).toEqual([false, true, true])
  })
  it('learns what has changed, also what is gone', () => {
    expect(changedFields({ a: 1, b: [1], c: 2 }, { a: 1, b: [2], d: 3 })).toEqual(['b', 'c', 'd'])
  })
})
