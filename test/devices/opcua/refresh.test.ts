// What is concluded from a replay, and from its silence?
import { describe, expect, test } from 'vitest'
import { createProcessor, type ProcessorDeps } from '../../../devices/opcua/processor.ts'
import { conclude, createRefresh } from '../../../devices/opcua/refresh.ts'
import type { Condition, Observation } from '../../../devices/port/port.ts'
import {
  branchId,
  changes,
  condition,
  driver,
  fields,
  level,
  namespaces,
  node,
  normal,
  now,
} from './plant-events.ts'

const later = new Date(now.getTime() + 60_000)
type Receiver = ReturnType<typeof driver>
const concluded = async (receiver: Receiver, active: boolean | null = null) =>
  (await conclude({
    events: receiver,
    book: receiver.book,
    now: () => later,
    inputIsGood: async () => receiver.input.good,
    stillActive: async () => active,
    isEnabled: async () => null,
  })) as Condition[]

describe('a replay', () => {
  test('ends what was held as active and is not replayed, without an acknowledgement', async () => {
    const receiver = driver()
    await receiver.conditions(changes())
    receiver.replayBegins()
    expect(await concluded(receiver)).toMatchObject([
      { condition, active: false, acked: false, at: later.toISOString(), flags: [] },
    ])
    expect(receiver.book.trunk(condition)?.active).toBe(false)
    receiver.replayBegins()
    expect(await concluded(receiver)).toEqual([])
  })
  test('keeps what is replayed, reported already or not', async () => {
    const receiver = driver()
    const event = changes()
    await receiver.conditions(event)
    receiver.replayBegins()
    expect(await receiver.conditions(event)).toEqual([])
    expect(await concluded(receiver)).toEqual([])
    expect(receiver.book.trunk(condition)?.active).toBe(true)
  })
  test('finds what was raised while we were away', async () => {
    const receiver = driver()
    receiver.replayBegins()
    expect(await receiver.conditions(changes())).toMatchObject([{ condition, active: true }])
    expect(await concluded(receiver)).toEqual([])
  })
  test('knows what stood open before this process began', async () => {
    const [stood] = await driver().conditions(changes())
    const receiver = driver({}, [stood as Condition])
    receiver.replayBegins()
    expect(await concluded(receiver)).toMatchObject([{ condition, device: 'T101', active: false }])
  })
  test('does not end what the server had already said Retain=false of while it was active, unless it reads as ended', async () => {
    const receiver = driver()
    await receiver.conditions(changes({ Retain: false }))
    for (const active of [true, null]) {
      receiver.replayBegins()
      expect(await concluded(receiver, active)).toEqual([])
    }
    receiver.replayBegins()
    expect(await concluded(receiver, false)).toMatchObject([{ active: false }])
  })
  test('does not end what a server cannot judge yet: its sensor is bad', async () => {
    const receiver = driver()
    await receiver.conditions(changes())
    receiver.input.good = false
    receiver.replayBegins()
    expect(await concluded(receiver)).toEqual([])
    expect(receiver.goodAgain(level.node)).toBe(true)
  })
  test('marks a branch that it does not speak of, once', async () => {
    const receiver = driver()
    await receiver.conditions(changes())
    await receiver.conditions(changes({ BranchId: node(branchId) }))
    await receiver.conditions(changes({ ...normal, 'AckedState.Id': true }))
    receiver.replayBegins()
    const conditions = await concluded(receiver)
    expect(conditions).toMatchObject([
      { branch: 'nsu=urn:plant;g=2EE7E533-1323-FD64-C0B5-7BFF251DB155' },
    ])
    expect(conditions[0]?.text).toContain('重连后未再确认')
    receiver.replayBegins()
    expect(await concluded(receiver)).toEqual([])
  })
  test('that never began concludes nothing', async () => {
    const receiver = driver()
    await receiver.conditions(changes())
    expect(await concluded(receiver)).toEqual([])
    expect(receiver.book.trunk(condition)?.active).toBe(true)
  })
})

describe('by the clock of the plant', () => {
  const marker = (type: number, at: Date) =>
    fields({
      EventType: node(`ns=0;i=${type}`),
      ConditionId: null,
      Retain: null,
      Time: at,
      ReceiveTime: at,
    })
  /** What a link tells whose process began when this stood open, a minute ahead of its plant. */
  const concludeWith = (known: Condition) => {
    const observations: Observation[] = []
    const settings = {
      plant: 'park',
      simulated: false,
      frozenAfter: 0,
    } as unknown as ProcessorDeps['settings']
    const reader = {
      namespaces: () => namespaces,
      statusOf: async () => ({ name: 'Good', value: 0 }),
      isSo: async () => null,
    } as unknown as ProcessorDeps['reader']
    const made = createProcessor({
      settings,
      reader,
      items: [level],
      sources: new Map(),
      known: [known],
      complain: (words) => expect(words).toBe(''),
      outlet: { push: (some: readonly Observation[]) => void observations.push(...some) },
      alive: () => undefined,
      now: () => later,
    })
    return { observations, made }
  }
  const seconds = (n: number) => new Date(now.getTime() + n * 1_000)
  test.each([
    [
      'ends when its replay ends, so that what is raised afterwards is newer',
      seconds(9),
      seconds(9),
    ],
    ['does not end before it began', seconds(-9), now],
    ['ends by our clock if the plant tells no time', new Date(0), later],
  ])('what a plant no longer speaks of %s', async (_, moment, at) => {
    const [stood] = await driver().conditions(changes())
    const receiver = concludeWith(stood as Condition)
    for (const type of [2787, 2788]) receiver.made.on.event(marker(type, moment))
    await receiver.made.close()
    expect(receiver.observations).toMatchObject([
      { condition, active: false, at: at.toISOString() },
    ])
  })
  test('what is acknowledged by its last branch is so when the branch is', async () => {
    const receiver = driver({ valueOf: () => 85, now: () => later })
    await receiver.conditions(changes())
    await receiver.conditions(changes({ BranchId: node(branchId) }))
    await receiver.conditions(changes({ ...normal, 'AckedState.Id': true }))
    const settled = {
      BranchId: node(branchId),
      Retain: false,
      'AckedState.Id': true,
      Time: seconds(9),
      ReceiveTime: seconds(9),
    }
    expect((await receiver.conditions(changes(settled))).at(-1)).toMatchObject({
      active: false,
      acked: true,
      at: seconds(9).toISOString(),
    })
  })
})

describe('asking for one', () => {
  const waits = { busyMs: 1, endMs: 200 }
  test('waits its turn behind another, and settles when the end is received', async () => {
    const answers = ['BadRefreshInProgress', 'BadNothingToDo', 'Good']
    const calls: string[] = []
    const refresh = createRefresh({
      request: async () => {
        const answer = answers.shift() ?? 'Good'
        calls.push(answer)
        if (answer === 'Good') setTimeout(refresh.ends, 1)
        return answer
      },
      complain: (words) => expect(words).toBe(''),
      waits,
    })
    refresh.want()
    refresh.want()
    await refresh.settled()
    expect(calls).toEqual(['BadRefreshInProgress', 'BadNothingToDo', 'Good'])
  })
  test('what is wanted meanwhile is asked for once more', async () => {
    let refreshes = 0
    const refresh = createRefresh({
      request: async () => {
        if (++refreshes === 1) setTimeout(refresh.want, 0)
        setTimeout(refresh.ends, 5)
        return 'Good'
      },
      complain: () => undefined,
      waits,
    })
    refresh.want()
    await refresh.settled()
    expect(refreshes).toBe(2)
  })
  test('a break of the connection ends the waiting: what is wanted after it is asked for at once', async () => {
    let refreshes = 0
    const refresh = createRefresh({
      request: async () => {
        if (++refreshes === 2) setTimeout(refresh.ends, 1)
        return 'Good'
      },
      complain: () => undefined,
      waits: { busyMs: 1, endMs: 600_000 },
    })
    refresh.want()
    while (refreshes < 1) await new Promise((resolve) => setTimeout(resolve, 1))
    refresh.lost()
    refresh.want()
    await refresh.settled()
    expect(refreshes).toBe(2)
  })
  test('a plant that cannot is complained of', async () => {
    const complaints: string[] = []
    const refresh = createRefresh({
      request: async () => 'BadMethodInvalid',
      complain: (words) => void complaints.push(words),
      waits,
    })
    refresh.want()
    await refresh.settled()
    expect(complaints).toHaveLength(1)
    expect(complaints[0]).toContain('BadMethodInvalid')
  })
})
