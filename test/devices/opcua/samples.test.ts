// Does a sample of a plant become what it means, and which settings may a plant have?
import { describe, expect, test } from 'vitest'
import { createFrozen } from '../../../devices/opcua/frozen.ts'
import { readingOf, type Sampled } from '../../../devices/opcua/items.ts'
import { levelOf } from '../../../devices/opcua/levels.ts'
import { judged } from '../../../devices/opcua/refusals.ts'
import { readSettings, type SettingsError } from '../../../devices/opcua/settings.ts'
import { level, now } from './plant-events.ts'

describe('a sample', () => {
  const good: Sampled = { value: 51.5, status: { value: 0 }, source: now, server: now }
  const how = { now, first: false, flags: [] }
  test('has its source’s time and value', () => {
    expect(readingOf(level, good, how)).toMatchObject({
      kind: 'reading',
      device: 'T101',
      point: level.node,
      at: now.toISOString(),
      value: 51.5,
      unit: '%',
      quality: 'good',
      flags: [],
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
