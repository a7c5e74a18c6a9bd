// In a register of things of enterprises and of the authorities: who proposes which, what is asked, and who reads?
import * as v from 'valibot'
import { describe, expect, it } from 'vitest'
import {
  changeForm,
  changeSchema,
  mayPropose,
  placesToPropose,
  proposedFrom,
} from '../../domain/registers/change.ts'
import { type Register, registerFaults } from '../../domain/registers/define.ts'
import { mayReadRegister } from '../../domain/registers/entry.ts'
import { actor } from '../support/people/cast.ts'
import { enterpriseId } from '../support/people/people.ts'
import { tanks } from './toys.ts'

const either: Register = { ...tanks, owner: 'either' }
const typed = { region: '330802', name: 'x', volume: 1, from: '2026-03-02', reason: 'r' }
const ownerIn = (party: boolean, register = either) =>
  changeForm(register, { places: ['330802'], entry: null, party }).find(
    ({ name }) => name === 'owner',
  )

describe('a register of either', () => {
  it('is declared without fault, and its owners must read what calls an entry', () => {
    expect(registerFaults(either)).toEqual([])
    const { checkBy: _, ...fields } = tanks.fields
    const hidden = { ...fields, checkBy: { ...tanks.fields.checkBy!, readers: [] } }
    expect(registerFaults({ ...either, fields: hidden })).toEqual([
      'checkBy says by when: its owner must read it',
    ])
  })
  it('is read by enterprises too', () => {
    expect([mayReadRegister(either, 'party'), mayReadRegister(either, 'authority')]).toEqual([
      true,
      true,
    ])
  })
  it('is proposed by the city for itself, by a county for both, by an enterprise for itself', () => {
    expect(placesToPropose(either, actor('hao'))).toEqual(['330800'])
    expect(placesToPropose(either, actor('lin'))).toEqual(['330802'])
    expect(placesToPropose(either, actor('qi'))).not.toContain('330800')
    const own = (region: '330800' | '330802', owner: string | null, who: string) =>
      mayPropose(either, actor(who), { region, owner })
    expect([own('330800', null, 'hao'), own('330800', enterpriseId, 'hao')]).toEqual([true, false])
    expect([own('330802', null, 'lin'), own('330802', enterpriseId, 'lin')]).toEqual([true, true])
    expect([own('330802', null, 'qi'), own('330802', enterpriseId, 'qi')]).toEqual([false, true])
  })
  it('asks an official for the enterprise without insisting, and an enterprise for none', () => {
    expect(ownerIn(false)).toMatchObject({ required: false, hint: { zh: '主管部门自有的不填' } })
    expect(ownerIn(false, tanks)).toMatchObject({ required: true })
    expect(ownerIn(true)).toBeUndefined()
    const takes = (more: object, register = either) =>
      v.is(changeSchema(register, { entry: null, party: false }), { ...typed, ...more })
    expect([takes({}), takes({ owner: 'e-1' }), takes({ owner: '' })]).toEqual([true, true, false])
    expect(takes({}, tanks)).toBe(false)
  })
  it('has entries of the enterprise that is named, of the one that proposes, or of nobody', () => {
    const of = (who: string, more: object = {}) =>
      proposedFrom(either, { ...typed, ...more }, { entry: null, person: actor(who) }).owner
    expect([of('lin'), of('lin', { owner: 'e-2' }), of('qi')]).toEqual([null, 'e-2', enterpriseId])
  })
})
