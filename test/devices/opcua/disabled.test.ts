// Is a condition that the plant has disabled one that has come back to normal?
import { expect, test } from 'vitest'
import { conclude } from '../../../devices/opcua/refresh.ts'
import { branchId, changes, condition, driver, node, now } from './plant-events.ts'

const later = new Date(now.getTime() + 60_000)
/** Part 9 §5.5.2: what else it said is null, and it is not retained. */
const off = {
  Retain: false,
  'EnabledState.Id': false,
  'ActiveState.Id': null,
  'AckedState.Id': null,
  'ConfirmedState.Id': null,
  'LimitState.CurrentState': null,
  'ShelvingState.CurrentState': null,
  InputNode: null,
  Severity: null,
  Time: later,
  ReceiveTime: later,
}
const replayed = (receiver: ReturnType<typeof driver>, isEnabled: boolean | null) => {
  receiver.replayBegins()
  return conclude({
    events: receiver,
    book: receiver.book,
    now: () => later,
    inputIsGood: async () => true,
    stillActive: async () => null,
    isEnabled: async () => isEnabled,
  })
}

test.each([
  ['as the standard has it', off],
  ['by a server that calls it inactive', { ...off, 'ActiveState.Id': false }],
  ['by a server that does not say whether it is retained', { ...off, Retain: null }],
])('what is disabled %s stands as it was told last, suppressed', async (_, fields) => {
  const receiver = driver()
  const [high] = await receiver.conditions(changes())
  const event = changes(fields)
  expect(await receiver.conditions(event)).toEqual([
    { ...high, suppressed: true, retain: false, event: event.id, at: later.toISOString() },
  ])
  expect(await receiver.conditions(event)).toEqual([])
  expect(await replayed(receiver, false)).toEqual([])
  expect(receiver.book.trunk(condition)).toMatchObject({ active: true, retain: false })
})

test('enabled again it stands as the plant says now', async () => {
  const receiver = driver()
  await receiver.conditions(changes())
  await receiver.conditions(changes(off))
  expect(await receiver.conditions(changes())).toMatchObject([{ active: true, suppressed: false }])
  await receiver.conditions(changes(off))
  expect(await receiver.conditions(changes({ 'ActiveState.Id': false }))).toMatchObject([
    { active: false, suppressed: false },
  ])
})

test('what was disabled while the line was down is suppressed once, and not over', async () => {
  const receiver = driver()
  const [high] = await receiver.conditions(changes())
  expect(await replayed(receiver, false)).toMatchObject([
    { condition, active: true, suppressed: true, event: `${high?.event}/disabled` },
  ])
  expect(await replayed(receiver, false)).toEqual([])
})

test('what was not active is not active, and an earlier occurrence is not touched', async () => {
  const receiver = driver()
  expect(await receiver.conditions(changes(off))).toMatchObject([
    { active: false, suppressed: true },
  ])
  await receiver.conditions(changes())
  await receiver.conditions(changes({ BranchId: node(branchId) }))
  await receiver.conditions(changes(off))
  expect(receiver.book.branchesOf(condition)).toHaveLength(1)
})
