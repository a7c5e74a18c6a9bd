// What does the form of a change ask for, and what does it take?
import * as v from 'valibot'
import { describe, expect, it } from 'vitest'
import { changeForm, changeSchema } from '../../domain/registers/change.ts'
import type { Register } from '../../domain/registers/define.ts'
import { enterpriseId } from '../support/people/people.ts'
import { ponds, tanks } from './toys.ts'

describe('the form of a change', () => {
  const entry = { standing: 'in-use' }
  it('asks how the entry stands instead of where it is, each with the words of the register', () => {
    const form = changeForm(tanks, { places: [], entry, party: false })
    expect(form.map(({ name }) => name)).toEqual([
      'name',
      'volume',
      'checkBy',
      'remark',
      'standing',
      'from',
      'reason',
    ])
    expect(form[4]).toMatchObject({
      kind: 'choice',
      required: true,
      choices: { 'in-use': { zh: '在用' }, scrapped: { zh: '报废' } },
    })
    expect(form[6]?.kind).toBe('long-text')
    expect(form[5]).toMatchObject({ kind: 'date', hint: { en: expect.stringMatching(/./) } })
  })
  it('of a new entry offers the places by their names, and says what a number looks like', () => {
    const [number, region] = changeForm(ponds, {
      places: ['330802', '330881'],
      entry: null,
      party: false,
    })
    expect(number).toMatchObject({ kind: 'text', hint: { zh: 'P-加四位数字' } })
    expect(region?.kind).toBe('choice')
    expect(Object.keys(region?.choices ?? {})).toEqual(['330802', '330881'])
    const asked = changeForm(tanks, { places: [], entry: null, party: false })
    expect(asked.find(({ name }) => name === 'owner')?.kind).toBe('text')
  })
})

describe('what a change may say', () => {
  const base = { name: '罐', volume: 5, from: '2026-03-02', reason: '新装' }
  const fresh = { ...base, region: '330802', owner: enterpriseId }
  const takes = (
    typed: object,
    {
      register = tanks,
      changes = false,
      party = false,
    }: Partial<{ register: Register; changes: boolean; party: boolean }> = {},
  ) => {
    const entry = changes ? { standing: 'in-use' } : null
    return v.safeParse(changeSchema(register, { entry, party }), typed).success
  }
  it('is what the form asks for, and nothing besides', () => {
    expect(takes(fresh)).toBe(true)
    expect(takes({ ...fresh, standing: 'in-use' })).toBe(false)
    expect(takes({ ...fresh, number: '1' })).toBe(false)
    expect(takes({ ...base, standing: 'in-use' }, { changes: true })).toBe(true)
    expect(takes({ ...base, standing: 'lost' }, { changes: true })).toBe(false)
    expect(takes({ ...base, standing: 'in-use', region: '330802' }, { changes: true })).toBe(false)
  })
  it('has no place for what a party does not read or say', () => {
    const own = { ...base, region: '330802' }
    expect(takes(own, { party: true })).toBe(true)
    expect(takes(fresh, { party: true })).toBe(false)
    expect(takes({ ...own, remark: 'x' }, { party: true })).toBe(false)
    expect(takes({ ...fresh, remark: 'x' })).toBe(true)
  })
  it('is of a region that there is, of a day that there is, and has a reason', () => {
    for (const wrong of [
      { region: '110000' },
      { from: '2026-02-30' },
      { from: 'x' },
      { reason: ' ' },
      { reason: '长'.repeat(1_001) },
      { owner: ' ' },
      { owner: 'x'.repeat(41) },
    ])
      expect([wrong, takes({ ...fresh, ...wrong })]).toEqual([wrong, false])
    expect(takes({ ...fresh, reason: '长'.repeat(1_000), owner: 'x'.repeat(40) })).toBe(true)
  })
  it('names no owner where the authorities have all, and a number of the pattern', () => {
    const pond = { ...base, depth: 1, region: '330802', number: ' P-0001 ' }
    const { volume: _, ...typed } = pond
    expect(takes(typed, { register: ponds })).toBe(true)
    expect(takes({ ...typed, owner: 'e-1' }, { register: ponds })).toBe(false)
    expect(takes({ ...typed, number: 'P-1' }, { register: ponds })).toBe(false)
  })
})
