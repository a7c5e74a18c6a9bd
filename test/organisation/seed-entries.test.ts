// Are the entries of the demo taken: complete, of enterprises of the place, proposed and confirmed by two people who may?
import * as v from 'valibot'
import { describe, expect, test } from 'vitest'
import { demoRegisters } from '../../bin/seed/accounts.ts'
import type { SeedEntry } from '../../bin/seed/entries/entry.ts'
import { dataOf, enterAll, seedEntries } from '../../bin/seed/entries.ts'
import { Refused } from '../../bin/seed/people.ts'
import { committedRules } from '../../domain/law/rule-book.ts'
import type { Person } from '../../domain/organisation/actor.ts'
import {
  changeSchema,
  mayConfirm,
  mayPropose,
  proposedFrom,
} from '../../domain/registers/change.ts'
import { reckonedData } from '../../domain/registers/reckoning.ts'
import { registers } from '../../domain/registers.ts'
import { decreeCalendars } from '../../domain/time/decrees.ts'

const founded = '2026-03-10T16:30:00.000Z' // half past midnight in Shanghai
const demo = demoRegisters()
const personOf = (username: string): Person => {
  const found = demo.people.find((one) => one.username === username)
  if (!found) throw new Error(`nobody is called ${username}`)
  return { kind: 'person', ...found }
}
const registerOf = ({ register }: SeedEntry) => {
  const found = registers[register]
  if (!found) throw new Error(`no register ${register}`)
  return found
}

describe.each(seedEntries)('$key', (one) => {
  const register = registerOf(one)
  const person = personOf(one.by)
  const party = person.enterprise !== null
  const read = v.safeParse(changeSchema(register, { entry: null, party }), dataOf(one, founded))

  test('says all that its form asks for', () => {
    expect(read.issues?.map(({ message, path }) => [message, path?.map(({ key }) => key)])).toBe(
      undefined,
    )
  })
  test('is reckoned', () => {
    const books = { calendars: decreeCalendars, rules: committedRules, today: '2026-03-11' }
    const change = proposedFrom(register, dataOf(one, founded), { entry: null, person })
    const data = reckonedData(register, change, books)
    if (register.reckon) expect(data).toMatchObject({ reckoning: expect.any(Array) })
  })
  test('is proposed and confirmed by people who may, about an enterprise of the place', () => {
    const change = proposedFrom(register, dataOf(one, founded), { entry: null, person })
    expect(mayPropose(register, person, change)).toBe(true)
    if (one.confirmedBy) {
      expect(one.confirmedBy).not.toBe(one.by)
      expect(mayConfirm(register, personOf(one.confirmedBy), change)).toBe(true)
    }
    if (change.owner !== null)
      expect(demo.enterprises.find(({ id }) => id === change.owner)?.region).toBe(change.region)
  })
})

test('every register begins with entries, and keys stand once', () => {
  expect(
    Object.keys(registers).filter((id) => !seedEntries.some((one) => one.register === id)),
  ).toEqual([])
  expect(new Set(seedEntries.map(({ key }) => key)).size).toBe(seedEntries.length)
  // They go out as a header.
  expect(seedEntries.filter(({ key }) => !/^[a-z0-9-]+$/.test(key))).toEqual([])
})

test('what the product refuses is told, and the rest is entered all the same', async () => {
  const [told, confirmed]: [string[], string[]] = [[], []]
  const people = {
    propose: async (_: string, __: string, ___: object, key: string) => {
      if (key === `seed/${seedEntries[0]?.key}`) throw new Refused(422, 'x')
      return { id: key, entry: key }
    },
    confirm: async (_: string, __: string, id: string) => {
      confirmed.push(id)
      return { id }
    },
  }
  expect(await enterAll(people, founded, (line) => told.push(line))).toBe(1)
  expect(confirmed).toEqual(
    seedEntries.slice(1).flatMap(({ key, confirmedBy }) => (confirmedBy ? [`seed/${key}`] : [])),
  )
  expect(told).toHaveLength(seedEntries.length)
})
