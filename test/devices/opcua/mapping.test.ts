// Does an event or a sample of a plant become what it means?
import { describe, expect, test } from 'vitest'
import { lasting, resolved } from '../../../devices/opcua/addresses.ts'
import { markerOf } from '../../../devices/opcua/events.ts'
import { createFrozen } from '../../../devices/opcua/frozen.ts'
import { readingOf, type Sampled } from '../../../devices/opcua/items.ts'
import { levelOf } from '../../../devices/opcua/levels.ts'
import { judged } from '../../../devices/opcua/refusals.ts'
import { readSettings, type SettingsError } from '../../../devices/opcua/settings.ts'
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
      ...{
        kind: 'condition',
        device: 'T101',
        point: level.node,
        condition,
        active: true,
        acked: false,
        confirmed: false,
      },
      ...{
        shelved: false,
        suppressed: false,
        retain: true,
        level: 2,
        severity: 700,
        limit: 80,
        value: 85,
      },
      ...{ text: 'T101.Level：High 85.000', at: now.toISOString(), flags: [] },
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

describe('a sample', () => {
  const good: Sampled = { value: 51.5, status: { value: 0 }, source: now, server: now }
  const how = { now, first: false, flags: [] }
  test('has its source’s time and value', () => {
    expect(readingOf(level, good, how)).toMatchObject({
      ...{
        kind: 'reading',
        device: 'T101',
        point: level.node,
        at: now.toISOString(),
        value: 51.5,
        unit: '%',
        quality: 'good',
        flags: [],
      },
    })
  })
  test.each([0x808c0000, 0x40920000])('with status %s is bad and has no value', (value) => {
    expect(readingOf(level, { ...good, status: { value } }, how)).toMatchObject({
      quality: 'bad',
      value: null,
    })
  })
  test.each([Number.NaN, Number.POSITIVE_INFINITY, 'high', null])('of %s is bad', (value) => {
    expect(readingOf(level, { ...good, value }, how)).toMatchObject({ quality: 'bad', value: null })
  })
  test('of a switch is 1 or 0', () => {
    expect([true, false].map((value) => readingOf(level, { ...good, value }, how).value)).toEqual([
      1, 0,
    ])
  })
  test.each([-61_000, 61_000])('%s ms off is marked, and the server’s time decides', (off) => {
    const source = new Date(now.getTime() + off)
    expect(readingOf(level, { ...good, source }, how)).toMatchObject({
      at: now.toISOString(),
      flags: ['skew'],
    })
  })
  test('that stood for long before we came is true as of now, and no fault of a clock', () => {
    const source = new Date(now.getTime() - 3_600_000)
    expect(readingOf(level, { ...good, source }, { ...how, first: true })).toMatchObject({
      at: now.toISOString(),
      flags: [],
    })
  })
})

test('severities become levels, unless the park’s own table says otherwise', () => {
  const of = (severity: number) => levelOf(severity, null, level)
  expect([1000, 801, 800, 601, 600, 401, 400, 1].map(of)).toEqual([1, 1, 2, 2, 3, 3, 4, 4])
  expect(levelOf(150, 'HighHigh', { ...level, levels: { HighHigh: 1 } })).toBe(1)
})

test('a point that stands still while the connection lives is suspected once, and not for the time of a break', () => {
  const frozen = createFrozen(60)
  const at = (seconds: number) => new Date(now.getTime() + seconds * 1000)
  expect(frozen.changed('a', at(0))).toBe(false)
  expect(frozen.suspects(at(59))).toEqual([])
  frozen.away(at(59))
  expect(frozen.suspects(at(118))).toEqual([])
  expect(frozen.suspects(at(119))).toEqual(['a'])
  expect(frozen.suspects(at(500))).toEqual([])
  expect(frozen.changed('a', at(501))).toBe(true)
})

test('refusals wait for people, faults of the connection do not', () => {
  const of = (message: string) => judged(new Error(message))
  expect(of('serviceResult = BadCertificateUntrusted (0x801a0000)')).toBe('untrusted')
  expect(of('BadIdentityTokenRejected')).toBe('identity')
  expect(of('BadSecurityChecksFailed')).toBe('notTrustedThere')
  expect(of('connect ECONNREFUSED 127.0.0.1:4840')).toBeNull()
})

describe('settings', () => {
  const real = { simulated: false, secret: null }
  const faulty = (given: Record<string, unknown>) => {
    try {
      return readSettings({ url: 'opc.tcp://park:4840', ...given }, real)
    } catch (error) {
      return (error as SettingsError).setting
    }
  }
  test('an unencrypted connection is only for simulators, deprecated policies for nobody', () => {
    expect(faulty({ policy: 'none' })).toBe('policy')
    expect(faulty({ policy: 'Basic128Rsa15' })).toBe('policy')
    expect(faulty({ url: 'http://park' })).toBe('url')
    expect(
      readSettings({ url: 'opc.tcp://sim:1', policy: 'none' }, { ...real, simulated: true }).policy,
    ).toBe('none')
  })
  test('what is not said is usual', () => {
    expect(faulty({})).toMatchObject({
      policy: 'Basic256Sha256',
      identity: { kind: 'anonymous' },
      publishingMs: 1_000,
      frozenAfter: null,
    })
    expect(faulty({ publishingMs: 1, user: 'anjian' })).toMatchObject({
      publishingMs: 50,
      identity: { kind: 'user', name: 'anjian' },
    })
  })
})
