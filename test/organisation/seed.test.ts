// Is the demo city whole: every office manned, every enterprise registered with a code of its own?
import { describe, expect, test } from 'vitest'
import { DEMO_PASSWORD, demoAccounts, demoRegisters } from '../../bin/seed/accounts.ts'
import { ENTERPRISES_WITH_ACCOUNTS } from '../../bin/seed/enterprises.ts'
import { counties } from '../../bin/seed/organisation.ts'
import { isCreditCode } from '../../domain/organisation/credit-code.ts'
import { type Address, groupOf } from '../../domain/organisation/offices.ts'
import type { Region } from '../../domain/organisation/regions.ts'
import { regions } from '../../domain/organisation/regions.ts'
import { processes } from '../../domain/processes.ts'

const { offices, people, enterprises } = demoRegisters()
const manned = new Set(
  people.flatMap(({ appointments }) => appointments.map(({ office, role }) => `${office}/${role}`)),
)
const distinct = (values: string[]) => new Set(values).size

describe('the enterprises of the demo', () => {
  test('are 300, spread over all counties', () => {
    expect(enterprises).toHaveLength(300)
    for (const county of counties)
      expect(enterprises.filter(({ region }) => region === county).length).toBeGreaterThan(40)
  })

  test('have valid codes, names and ids of their own', () => {
    expect(enterprises.filter(({ code }) => !isCreditCode(code))).toEqual([])
    expect([
      distinct(enterprises.map(({ code }) => code)),
      distinct(enterprises.map(({ name }) => name)),
    ]).toEqual([300, 300])
    expect(distinct(enterprises.map(({ id }) => id))).toBe(300)
  })

  test('have one initial for each character of the name', () => {
    expect(enterprises.filter(({ name, pinyin }) => name.length !== pinyin.length)).toEqual([])
  })

  test('are registered with an authority that does not exist', () => {
    expect(enterprises.filter(({ code }) => !code.startsWith('9199'))).toEqual([])
  })

  test('of which ten have a principal and a safety officer, and each county one', () => {
    const owners = people.filter(({ enterprise }) => enterprise !== null)
    expect(owners).toHaveLength(2 * ENTERPRISES_WITH_ACCOUNTS)
    expect(
      new Set(owners.flatMap(({ appointments }) => appointments.map(({ region }) => region))),
    ).toEqual(new Set(counties))
  })

  test('are the same every time', () => expect(demoRegisters()).toEqual(demoRegisters()))
})

describe('the offices of the demo', () => {
  test('stand once in each list and have somebody in them', () => {
    expect(distinct(offices.map(({ id }) => id))).toBe(offices.length)
    const empty = offices.filter(
      ({ id }) => ![...manned].some((group) => group.startsWith(`${id}/`)),
    )
    expect(empty).toEqual([])
  })

  test('hold every appointment that is made', () => {
    const known = new Set(offices.map(({ id }) => id))
    const held = people
      .flatMap(({ appointments }) => appointments)
      .filter(({ office }) => !office.startsWith('enterprise:'))
    expect(held.filter(({ office }) => !known.has(office))).toEqual([])
  })

  test.each(Object.entries(processes))(
    'answer for every task, clock and notice of %s',
    (_, process) => {
      const addresses: Address[] = process.clocks.flatMap(
        ({ escalationPolicy, warnNotify, clockOwner }) => [
          clockOwner,
          ...warnNotify,
          ...escalationPolicy.flatMap(({ notify }) => notify),
        ],
      )
      for (const { by, notify = [] } of [process.start, ...Object.values(process.events)])
        addresses.push(...(Array.isArray(by) ? by : []), ...notify)
      const wanted = addresses.flatMap((address) =>
        counties.map((region) => groupOf(address, { region, owner: ownerIn(region) })),
      )
      expect(wanted.filter((group) => group !== null && !manned.has(group))).toEqual([])
    },
  )
})

describe('the people of the demo', () => {
  test('have names, user names and mails of their own', () => {
    for (const key of ['id', 'username', 'name', 'mail'] as const)
      expect(distinct(people.map((person) => person[key]))).toBe(people.length)
  })

  test('have user names that an account may have', () => {
    expect(people.filter(({ username }) => !/^[a-z0-9.]{3,30}$/.test(username))).toEqual([])
  })

  test('are numerous enough for four eyes', () => {
    for (const county of counties) {
      const inspectors = people.filter(({ appointments }) =>
        appointments.some(({ role, region }) => role === 'inspector' && region === county),
      )
      expect(inspectors.length, county).toBeGreaterThanOrEqual(4)
    }
  })
})

test('the accounts on show are of people, offices and roles that a newcomer can tell apart', () => {
  const accounts = demoAccounts()
  expect(accounts.length).toBeGreaterThanOrEqual(10)
  expect(accounts.length).toBeLessThanOrEqual(44)
  for (const { username, name, place, roles, password } of accounts) {
    expect(
      [name, place.zh, place.en, ...roles].filter((words) => words === ''),
      username,
    ).toEqual([])
    expect(password).toBe(DEMO_PASSWORD)
  }
  expect(distinct(accounts.map(({ roles: [first] }) => first ?? ''))).toBeGreaterThanOrEqual(6)
})

function ownerIn(region: Region): string {
  expect(regions[region].level).toBe('county')
  return (
    people.find(
      ({ enterprise, appointments }) => enterprise !== null && appointments[0]?.region === region,
    )?.enterprise ?? ''
  )
}

test('promise (start): the duty officers of all counties and of the city are among the accounts that the demo offers', () => {
  const offered = demoAccounts().map(({ username }) => username)
  const duty = demoRegisters().people.filter(({ appointments }) =>
    appointments.some(({ role }) => role === 'duty-officer'),
  )
  expect(duty.length).toBeGreaterThan(counties.length)
  expect(duty.filter(({ username }) => !offered.includes(username))).toEqual([])
})
