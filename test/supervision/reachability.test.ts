// Who of those that an escalation policy will tell could not be notified, and is the same thing reported twice?
import { expect, test } from 'vitest'
import { alarmEpisode } from '../../domain/alarm-episode/process.ts'
import { processes } from '../../domain/processes.ts'
import {
  gapMail,
  gapsOf,
  gapsWithin,
  groupsOfEscalationLevel,
  type Holder,
  type PlannedEscalationLevel,
  printOf,
} from '../../domain/views/reachability.ts'

const process = Object.values(processes)[0]!
const clock = process.clocks.find(({ escalationPolicy }) => escalationPolicy.length > 1)!
const planned = (
  caseId: string,
  escalationLevel: string,
  plannedAt = '2026-03-10T16:00:00.000Z',
): PlannedEscalationLevel => ({
  caseId,
  number: `No ${caseId}`,
  process: process.id,
  obligation: 'o:1',
  clock: clock.clock,
  escalationLevel,
  plannedAt,
  region: '330802',
  owner: 'e-1',
  enterprise: '衢州试验化工有限公司',
})
const first = clock.escalationPolicy[1]!.escalationLevel
const groups = groupsOfEscalationLevel(process, planned('one', first))
const holder = (group: string, more: Partial<Holder> = {}): Holder => ({
  group,
  person: group,
  name: `某${groups.indexOf(group)}`,
  mail: 'a@anjian.example',
  active: true,
  account: true,
  mailed: 'arrived',
  phone: true,
  since: '2020-01-01T00:00:00.000Z',
  until: null,
  standIns: [],
  ...more,
})
const found = (holders: Holder[], escalationLevels = [planned('one', first)]) =>
  gapsOf({ escalationLevels, holders, processes: () => process })
const everybody = groups.map((group) => holder(group))

test('where everybody can be told there is no gap', () => {
  expect(groups.length).toBeGreaterThan(1)
  expect(found(everybody)).toEqual([])
})

test('a post that nobody holds at the instant of the level, though somebody holds it today', () => {
  const leaving = everybody.map((one, at) =>
    at === 0 ? { ...one, until: '2026-03-10T00:00:00.000Z' } : one,
  )
  const [gap] = found(leaving)
  expect(gap).toMatchObject({
    group: groups[0],
    nobody: true,
    people: [],
    escalationLevels: [{ caseId: 'one', escalationLevel: first, silent: false }],
  })
})

test.each([
  ['inactive', { active: false }],
  ['no-account', { account: false }],
  ['no-mail', { mail: '' }],
  ['mail-refused', { mailed: 'refused' }],
] as const)('a person who is %s', (lack, more) => {
  const [gap] = found(everybody.map((one, at) => (at === 0 ? { ...one, ...more } : one)))
  expect(gap).toMatchObject({ nobody: true, people: [{ name: '某0', lacks: [lack] }] })
})

const leave = {
  since: '2026-03-10T00:00:00.000Z',
  until: '2026-03-12T00:00:00.000Z',
  posts: null,
  reached: true,
  phone: true,
}

test('on leave, whoever stands in counts; with a colleague in the same post the post is not silent', () => {
  const away = (more: object, lacking = {}) =>
    everybody.map((one, at) =>
      at === 0 ? { ...one, ...lacking, standIns: [{ ...leave, ...more }] } : one,
    )
  expect(found(away({}, { mailed: 'refused' }))).toEqual([])
  expect(found(away({ reached: false }))[0]).toMatchObject({
    nobody: true,
    people: [{ lacks: ['away'] }],
  })
  expect(found(away({ reached: false, posts: ['another/leader'] }))).toEqual([])
  expect(found(away({ reached: false, until: '2026-03-10T16:00:00.000Z' }))).toEqual([])
  const both = [...away({ reached: false }), holder(groups[0]!, { person: 'other', name: '同事' })]
  expect(found(both)[0]).toMatchObject({ nobody: false, people: [{ name: '某0' }] })
})

const calling = alarmEpisode.clocks[0]!
const called = {
  ...planned('alarm', calling.escalationPolicy[0]!.escalationLevel),
  process: alarmEpisode.id,
  clock: calling.clock,
}
const calledGroups = groupsOfEscalationLevel(alarmEpisode, called)
const foundOfCalls = (more: Partial<Holder>) =>
  gapsOf({
    escalationLevels: [called],
    holders: calledGroups.map((group) => holder(group, { name: group, ...more })),
    processes: () => alarmEpisode,
  })

test('who is to be called needs a number; without one he is still told, and only a level that calls asks for it', () => {
  expect(foundOfCalls({})).toEqual([])
  const [gap] = foundOfCalls({ phone: false })
  expect(gap).toMatchObject({ nobody: false, people: [{ lacks: ['no-phone'] }] })
  expect(gap?.escalationLevels[0]?.silent).toBe(false)
  expect(foundOfCalls({ phone: false, mail: '' })[0]).toMatchObject({
    nobody: true,
    people: [{ lacks: ['no-mail', 'no-phone'] }],
  })
  expect(found(everybody.map((one) => ({ ...one, phone: false })))).toEqual([])
})

test('of an absent one the substitute’s number counts', () => {
  const absent = (standIn: object) =>
    foundOfCalls({ phone: false, standIns: [{ ...leave, ...standIn }] })
  expect(absent({})).toEqual([])
  expect(absent({ phone: false })[0]?.people[0]?.lacks).toEqual(['no-phone'])
  expect(absent({ reached: false })[0]?.people[0]?.lacks).toEqual(['away'])
})

test('a level is silent only if none of its groups can be notified', () => {
  expect(
    found([]).every(({ escalationLevels }) => escalationLevels.every(({ silent }) => silent)),
  ).toBe(true)
  expect(found(everybody.slice(1))[0]?.escalationLevels[0]?.silent).toBe(false)
})

test('more cases leave the print as it is, another lack changes it; other regions hear nothing', () => {
  const one = found(everybody.slice(1))
  const two = found(everybody.slice(1), [planned('one', first), planned('two', first)])
  expect(two[0]?.escalationLevels).toHaveLength(2)
  expect(printOf(two)).toBe(printOf(one))
  expect(printOf(found([]))).not.toBe(printOf(one))
  expect(gapsWithin(one, ['330881'])).toEqual([])
  expect(gapMail(one, '2026-03-09').title.zh).toBe('【智慧安监】1 个岗位无法通知 2026-03-09')
  const drill = (caseId: string) => ({ ...planned(caseId, first), exercise: true })
  const silent = found(
    groups.slice(1).map((group) => holder(group)),
    [drill('d')],
  )
  expect(gapMail(silent, '2026-03-09').title.zh, 'what only an exercise asks for says so').toMatch(
    /^【演练】/,
  )
  expect(
    gapMail(found([], [drill('d'), planned('one', first)]), '2026-03-09').title.zh,
  ).not.toContain('演练')
  expect(gapMail([], '2026-03-09').title.zh).toContain('已全部恢复')
})
