// Can the rosters of the demo be entered and published by two people each?
import { expect, test } from 'vitest'
import { demoRegisters } from '../../bin/seed/accounts.ts'
import { seedRosters } from '../../bin/seed/rosters.ts'
import { rosterOffice, rosterOfGroup } from '../../domain/rosters/offices.ts'
import { mayEnterRoster, mayPublishRoster } from '../../domain/rosters/policy.ts'

const { people } = demoRegisters()
const actorOf = (username: string) => {
  const found = people.find((one) => one.username === username)
  if (!found) throw new Error(username)
  const { id, name, enterprise, appointments } = found
  return { kind: 'person' as const, id, name, enterprise, appointments }
}

test.each(seedRosters)('$office: $by enters it, $publisher publishes it', (one) => {
  const roster = rosterOffice(one.office)
  if (!roster) throw new Error(one.office)
  const [by, publisher] = [actorOf(one.by), actorOf(one.publisher)]
  expect(mayEnterRoster(by, roster)).toBe(true)
  expect(mayPublishRoster(publisher, roster, by.id)).toBe(true)
  expect(mayPublishRoster(by, roster, by.id)).toBe(false)
  expect(rosterOfGroup(roster.groups.leader)).toEqual({ office: one.office, seat: 'leader' })
  expect(rosterOfGroup(roster.groups.officer)).toEqual({ office: one.office, seat: 'officer' })
})

test('posts that no roster speaks of stay as they are', () => {
  for (const group of [
    '330802-bureau/inspector',
    '330800-hazchem/leader',
    'enterprise:e-1/enterprise-safety',
    '330802-committee/supervisor',
    '330802-fire/duty-officer',
  ])
    expect(rosterOfGroup(group), group).toBeNull()
})
