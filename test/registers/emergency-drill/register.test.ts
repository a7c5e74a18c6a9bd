// Is the register of drills sound, and are the due days of a drill those of plan and law, also at their edges?
import * as v from 'valibot'
import { describe, expect, it, test } from 'vitest'
import { DomainError } from '../../../domain/language/errors.ts'
import { changeSchema } from '../../../domain/registers/change.ts'
import { registerFaults } from '../../../domain/registers/define.ts'
import { fallingDue } from '../../../domain/registers/due.ts'
import { duesOf } from '../../../domain/registers/due-days.ts'
import { emergencyDrill } from '../../../domain/registers/emergency-drill/register.ts'
import { fieldsOf } from '../../../domain/registers/entry.ts'
import { reckonedData } from '../../../domain/registers/reckoning.ts'
import { registers } from '../../../domain/registers.ts'
import { nextDay, openBooks } from '../toys.ts'
import { drillEntry, typed } from './samples.ts'

const names = (fields: { name: string }[]) => fields.map(({ name }) => name)

test('the declaration has no fault, and it is kept', () => {
  expect(registerFaults(emergencyDrill)).toEqual([])
  expect(registers['emergency-drill']).toBe(emergencyDrill)
})

test('its owner reads all but the remark of the authorities, and the public nothing', () => {
  const authority = names(fieldsOf(emergencyDrill, 'authority'))
  expect(names(fieldsOf(emergencyDrill, 'party'))).toEqual(
    authority.filter((name) => name !== 'remark'),
  )
  expect(fieldsOf(emergencyDrill, 'public')).toEqual([])
})

test('a month that the calendar has not, and an inject before the start, are refused by the form', () => {
  const schema = changeSchema(emergencyDrill, { entry: null, party: false })
  expect(v.is(schema, typed)).toBe(true)
  for (const month of ['2026-13', '2026-6', '2026-06-01', '六月'])
    expect([month, v.is(schema, { ...typed, month })]).toEqual([month, false])
  const [row] = drillEntry.script
  expect(v.is(schema, { ...typed, script: [{ ...row, minute: -1 }] })).toBe(false)
})

type More = Record<string, unknown>
const reckoned = (more: More = {}, { standing = 'planned', today = '2026-03-02' } = {}) =>
  reckonedData(
    emergencyDrill,
    { data: { ...drillEntry, ...more }, region: '330802', standing },
    { ...openBooks, today },
  )
const next = (more: More, standing = 'planned') =>
  nextDay(emergencyDrill, { data: reckoned(more, { standing }), standing })
const entryOf = (more: More, standing: string) => ({
  id: 'd-1',
  register: emergencyDrill.id,
  number: '衢柯演练〔2026〕0001号',
  name: drillEntry.title,
  region: '330802' as const,
  owner: null,
  dues: duesOf(emergencyDrill, { data: reckoned(more, { standing }), standing }),
})
const pointers = (
  more: More,
  region: '330802' | '330800' = '330802',
  standing = 'planned',
): string[] => {
  try {
    reckonedData(emergencyDrill, { data: { ...drillEntry, ...more }, region, standing }, openBooks)
    return []
  } catch (error) {
    if (!(error instanceof DomainError)) throw error
    return (error.details.errors as { pointer: string }[]).map(({ pointer }) => pointer)
  }
}

describe('a drill that is planned', () => {
  it.each([
    ['2026-06', '2026-06-30'],
    ['2026-12', '2026-12-31'],
    ['2028-02', '2028-02-29'],
    ['2027-02', '2027-02-28'],
  ])('for %s is due on the last day of the month, %s', (month, due) => {
    expect(reckoned({ month })).toMatchObject({ plannedBy: due })
    expect(next({ month })).toBe(due)
    expect(reckoned({ month })).not.toHaveProperty('lawfulBy')
  })

  it.each([
    // Two years of an authority, half a year of a high-risk unit, a year or half of any other by its plan.
    ['authority', 'special', '2024-02-29', '2026-02-28'],
    ['high-risk', 'comprehensive', '2025-08-31', '2026-02-28'],
    ['high-risk', 'on-site', '2025-09-02', '2026-03-02'],
    ['other', 'comprehensive', '2025-03-02', '2026-03-02'],
    ['other', 'special', '2025-12-31', '2026-12-31'],
    ['other', 'on-site', '2025-12-31', '2026-06-30'],
  ])('of %s (%s), held last on %s, is due by law on %s', (duty, kind, lastHeldOn, lawfulBy) => {
    const said = { duty, kind, lastHeldOn, month: '2027-01' }
    const found = reckoned(said)
    expect([found.lawfulBy, next(said)]).toEqual([lawfulBy, lawfulBy])
    expect(JSON.stringify(found.reckoning)).toContain('演练')
  })

  it('is due by the earlier of its month and the law', () => {
    const last = { duty: 'high-risk', lastHeldOn: '2026-01-10' }
    expect(next({ ...last, month: '2026-07' })).toBe('2026-07-10')
    expect(next({ ...last, month: '2026-06' })).toBe('2026-06-30')
  })
})

describe('a drill that has been held', () => {
  const held = { duty: 'high-risk', heldOn: '2026-03-01' }
  it('is due again by law, its month asks for nothing more', () => {
    expect(reckoned(held, { standing: 'held' })).toMatchObject({ lawfulBy: '2026-09-01' })
    expect(next(held, 'held')).toBe('2026-09-01')
  })
  it('is due by the first of what is still to be improved', () => {
    const point = (dueOn: string, doneOn?: string) => ({
      point: '增配堵漏工具',
      post: '设备部主任',
      dueOn,
      ...(doneOn ? { doneOn } : {}),
    })
    const points = [point('2026-04-30'), point('2026-03-20', '2026-03-02'), point('2026-04-10')]
    expect(next({ ...held, points })).toBe('2026-04-10')
    expect(pointers({ points: [point('2026-04-10', '2026-03-03')] })).toEqual(['/points/0/doneOn'])
  })
  it('is due no more once the next one is planned', () => {
    expect(next(held, 'followed')).toBeUndefined()
  })
  it('is not followed by the next one while something is still to be improved', () => {
    const point = { point: '增配堵漏工具', post: '设备部主任', dueOn: '2026-04-10' }
    const followed = (points: object[]) => pointers({ ...held, points }, '330802', 'followed')
    expect(followed([{ ...point, doneOn: '2026-03-02' }, point])).toEqual(['/points/1/doneOn'])
    expect(followed([{ ...point, doneOn: '2026-03-02' }])).toEqual([])
    expect(pointers({ ...held, points: [point] }, '330802', 'held')).toEqual([])
  })
  it('missed in its month is told for ninety days, and by its day of the law all the same', () => {
    const missed = { month: '2026-06', lastHeldOn: '2025-03-02' }
    const told = (today: string, more: More = {}, standing = 'planned') =>
      fallingDue(registers, [entryOf({ ...missed, ...more }, standing)], today).map(
        ({ due }) => due.day,
      )
    expect([told('2026-05-30'), told('2026-05-31')]).toEqual([[], ['2026-06-30']])
    expect([told('2026-09-28'), told('2026-09-29')]).toEqual([['2026-06-30'], []])
    expect(told('2027-02-25')).toEqual(['2027-03-02'])
    expect(told('2026-06-30', {}, 'cancelled')).toEqual([])
    expect(told('2027-02-25', {}, 'cancelled')).toEqual(['2027-03-02'])
    expect(told('2026-07-10', { heldOn: '2026-03-01' }, 'held')).toEqual([])
  })
})

describe('refused is', () => {
  it('a day that has not come, or in a wrong order', () => {
    expect(pointers({})).toEqual([])
    expect(pointers({ heldOn: '2026-03-02' })).toEqual([])
    expect(pointers({ heldOn: '2026-03-03' })).toEqual(['/heldOn'])
    expect(pointers({ lastHeldOn: '2026-03-01', heldOn: '2026-02-28' })).toEqual(['/heldOn'])
    expect(pointers({ heldOn: '2026-03-01', reportedOn: '2026-02-28' })).toEqual(['/reportedOn'])
    expect(pointers({ lastHeldOn: '1940-01-01' })).toEqual(['/lastHeldOn'])
  })
  it('a drill of the city that says no county', () => {
    expect(pointers({}, '330800')).toEqual(['/county'])
    expect(pointers({ county: '330803' }, '330800')).toEqual([])
  })
})
