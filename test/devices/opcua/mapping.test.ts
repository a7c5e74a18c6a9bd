// Does an event of a plant become what it means?
import { describe, expect, test } from 'vitest'
import { lasting, resolved } from '../../../devices/opcua/addresses.ts'
import { markerOf } from '../../../devices/opcua/events.ts'
import {
  bad,
  branchId,
  changes,
  condition,
  driver,
  level,
  namespaces,
  node,
  normal,
  now,
  text,
} from './plant-events.ts'

describe('names of nodes', () => {
  test('outlive a start that numbers the namespaces anew', () => {
    const name = lasting('ns=2;s=T101.Level', namespaces)
    expect(name).toBe('nsu=urn:plant;s=T101.Level')
    expect(resolved(name, [...namespaces.slice(0, 2), 'urn:new', 'urn:plant'])).toBe(
      'ns=3;s=T101.Level',
    )
    expect(resolved(name, ['http://opcfoundation.org/UA/'])).toBeNull()
  })
  test('of the standard stay short; a URI with a semicolon comes back whole', () => {
    expect(lasting('ns=0;i=2253', namespaces)).toBe('i=2253')
    expect(resolved('i=2253', namespaces)).toBe('ns=0;i=2253')
    const odd = ['', 'urn:a;b%3Bc']
    expect(resolved(lasting('ns=1;s=x;y', odd), odd)).toBe('ns=1;s=x;y')
  })
  test('a number without a URI is kept as it is', () => {
    expect(lasting('ns=9;i=1', namespaces)).toBe('ns=9;i=1')
    expect(resolved('ns=9;i=1', namespaces)).toBe('ns=9;i=1')
  })
})

describe('an event', () => {
  test('becomes the condition of the point that it watches', async () => {
    const [mapped] = await driver().conditions(changes())
    expect(mapped).toMatchObject({
      kind: 'condition',
      device: 'T101',
      point: level.node,
      condition,
      active: true,
      acked: false,
      confirmed: false,
      shelved: false,
      suppressed: false,
      retain: true,
      level: 2,
      severity: 700,
      limit: 80,
      value: 85,
      text: 'T101.Level：High 85.000',
      at: now.toISOString(),
      flags: [],
    })
    expect(mapped?.branch).toBeUndefined()
  })
  test('H and then HH are two tellings of one condition, the second graver', async () => {
    const { conditions } = driver()
    const [high] = await conditions(changes())
    const [highHigh] = await conditions(
      changes({ 'LimitState.CurrentState': text('HighHigh'), Severity: 900 }),
    )
    expect([high?.level, highHigh?.level]).toEqual([2, 1])
    expect([high?.limit, highHigh?.limit]).toEqual([80, 90])
    expect(high?.condition).toBe(highHigh?.condition)
    expect(high?.event).not.toBe(highHigh?.event)
  })
  test('of an object that is no point belongs to the device it stands for, or to the plant', async () => {
    const { conditions } = driver()
    const [pump] = await conditions(
      changes({
        InputNode: null,
        SourceNode: node('ns=2;s=P301'),
        ConditionId: node('ns=2;s=P301.Alarm'),
      }),
    )
    expect(pump).toMatchObject({ device: 'P301', point: 'nsu=urn:plant;s=P301' })
    const [other] = await conditions(
      changes({
        InputNode: null,
        SourceNode: node('ns=2;s=X'),
        ConditionId: node('ns=2;s=X.Alarm'),
      }),
    )
    expect(other).toMatchObject({ device: 'park', point: 'nsu=urn:plant;s=X' })
  })
  test('received twice is reported once', async () => {
    const { conditions } = driver()
    const event = changes()
    expect(await conditions(event)).toHaveLength(1)
    expect(await conditions(event)).toHaveLength(0)
  })
  test('of an audit or a transition is no state; markers are none either', async () => {
    const { conditions } = driver()
    const audit = changes({ EventType: node('ns=0;i=8944'), ConditionId: null, Retain: null })
    const transition = changes({ EventType: node('ns=0;i=2311'), Retain: null })
    expect([...(await conditions(audit)), ...(await conditions(transition))]).toEqual([])
    const marker = (i: number) =>
      markerOf(changes({ EventType: node(`ns=0;i=${i}`), ConditionId: null, Retain: null }))
    expect([2787, 2788, 2789, 3035, 9341].map(marker)).toEqual([
      'start',
      'end',
      'required',
      'overflow',
      null,
    ])
  })
  test('a shelf without a state is no shelf; disabled is suppressed', async () => {
    const { conditions } = driver()
    expect(await conditions(changes({ 'ShelvingState.CurrentState': null }))).toMatchObject([
      { shelved: false },
    ])
    expect(
      await conditions(changes({ 'ShelvingState.CurrentState': text('TimedShelved') })),
    ).toMatchObject([{ shelved: true }])
    expect(await conditions(changes({ 'EnabledState.Id': false }))).toMatchObject([
      { suppressed: true },
    ])
  })
  test('with a clock a minute off is marked, and its server’s time decides', async () => {
    const { conditions } = driver()
    const early = new Date(now.getTime() - 61_000)
    expect(await conditions(changes({ Time: early }))).toMatchObject([
      { at: now.toISOString(), flags: ['skew'] },
    ])
    expect(await conditions(changes({ Time: early, ReceiveTime: early }))).toMatchObject([
      { at: early.toISOString(), flags: [] },
    ])
  })
  test('hostile text is cut to 512 and cleaned', async () => {
    const [mapped] = await driver().conditions(
      changes({
        Message: text(`a\u0000\r\n${'罐'.repeat(2_000)}`),
        ConditionName: 'x'.repeat(900),
      }),
    )
    expect(mapped?.text).toHaveLength(512)
    expect(mapped?.text).not.toMatch(/\p{Cc}/u)
  })
  test('a character that the cut goes through is no half one afterwards', async () => {
    for (const [ConditionName, Message] of [
      ['', `a${'😀'.repeat(600)}`],
      ['ab', '😀'.repeat(600)],
    ]) {
      const [mapped] = await driver().conditions(
        changes({ ConditionName, Message: text(Message ?? '') }),
      )
      expect(mapped?.text).toHaveLength(512)
      expect(mapped?.text.isWellFormed()).toBe(true)
    }
  })
})

describe('a return to normal', () => {
  test('keeps the level of what it ends, whatever severity it carries', async () => {
    const { conditions } = driver()
    await conditions(changes())
    expect(await conditions(changes(normal))).toMatchObject([
      { active: false, level: 2, severity: 0 },
    ])
  })
  test('Retain=false alone is none', async () => {
    const { conditions, book } = driver()
    await conditions(changes())
    expect(await conditions(changes({ Retain: false, 'ConfirmedState.Id': true }))).toMatchObject([
      { active: true, retain: false },
    ])
    expect(book.trunk(condition)?.active).toBe(true)
  })
  test('is not believed while its sensor is bad, and asked for again once it is good', async () => {
    const { conditions, book, input, goodAgain } = driver()
    await conditions(changes())
    input.good = false
    const end = changes(normal)
    expect(await conditions(end)).toEqual([])
    expect(book.trunk(condition)?.active).toBe(true)
    expect([goodAgain(level.node), goodAgain(level.node)]).toEqual([true, false])
    input.good = true
    expect(await conditions(end)).toMatchObject([{ active: false }])
  })
  test('is not believed when the plant itself doubts it', async () => {
    const { conditions } = driver()
    await conditions(changes())
    expect(await conditions(changes({ ...normal, Quality: bad }))).toEqual([])
  })
})

describe('a branch', () => {
  const older = { BranchId: node(branchId) }
  test('is an earlier occurrence of the same condition, and the trunk is not acknowledged while it waits', async () => {
    const { conditions } = driver()
    await conditions(changes())
    const [branch] = await conditions(changes(older))
    expect(branch).toMatchObject({
      condition,
      branch: 'nsu=urn:plant;g=2EE7E533-1323-FD64-C0B5-7BFF251DB155',
      acked: false,
    })
    // What the server calls acknowledged here was acknowledged by nobody.
    expect(await conditions(changes({ ...normal, 'AckedState.Id': true }))).toMatchObject([
      { active: false, acked: false },
    ])
    const done = await conditions(
      changes({ ...older, 'AckedState.Id': true, Retain: false, 'ActiveState.Id': false }),
    )
    expect(done).toMatchObject([
      { branch: branch?.branch, active: false, acked: true },
      { active: false, acked: true },
    ])
    expect(done[1]?.branch).toBeUndefined()
  })
  test('beyond the twentieth is merged, and said so', async () => {
    const { conditions, book } = driver()
    await conditions(changes())
    const id = (n: number) => node(`ns=2;i=${n}`)
    for (let n = 1; n <= 20; n++)
      expect(await conditions(changes({ BranchId: id(n) }))).toMatchObject([{ kind: 'condition' }])
    expect(await conditions(changes({ BranchId: id(21) }))).toMatchObject([
      { kind: 'sign', sign: 'too-many-branches', device: 'T101' },
    ])
    expect(book.branchesOf(condition)).toHaveLength(20)
  })
})
