// For how long does a permit take a device out of service, who may, and which evaluations follow it?
import { describe, expect, test } from 'vitest'
import { type AlarmAbout, keyOf } from '../../devices/episodes/about.ts'
import { type Outage, Outages } from '../../devices/episodes/outages.ts'
import { permitCommand } from '../../domain/duty/commands.ts'
import { permitStateOf } from '../../domain/duty/permit-views.ts'
import {
  longestHours,
  mayTakeOut,
  permitReason,
  whyNotUntil,
  workNames,
  workWords,
} from '../../domain/duty/permits.ts'
import { computeTimeLimit } from '../../domain/law/compute.ts'
import type { Person } from '../../domain/organisation/actor.ts'
import { officeId } from '../../domain/organisation/offices.ts'
import type { Region } from '../../domain/organisation/regions.ts'
import { decreeCalendars } from '../../domain/time/decrees.ts'
import { later } from '../../domain/time/instant.ts'

const at = '2026-11-28T01:00:00.000Z'
const hours = (n: number) => later(at, n * 3_600_000)

describe('the end of a permit', () => {
  test.each([
    ['hot-first', 8],
    ['hot-second', 72],
    ['confined-space', 24],
    ['height', 168],
    ['temporary-power', 360],
    ['lifting', 72],
    ['calibration', 72],
    ['maintenance', 720],
  ] as const)('%s: %i hours at most', (work, most) => {
    expect(longestHours(work, at)).toBe(most)
    expect(whyNotUntil(work, at, hours(most))).toBeNull()
    expect(whyNotUntil(work, at, hours(most + 1))?.zh).toBe(
      `${workWords(work).zh}最长停用 ${most} 小时`,
    )
  })

  test('lies ahead, and no kind of work outlasts what an alarm may be out of service at all', () => {
    expect(whyNotUntil('maintenance', at, at)?.zh).toContain('此刻之后')
    expect(whyNotUntil('maintenance', at, hours(-1))).not.toBeNull()
    const { dueAt } = computeTimeLimit(
      { rule: 'alarm-episode.out-of-service-max', start: at },
      decreeCalendars,
    )
    for (const work of workNames)
      expect(Date.parse(hours(longestHours(work, at)))).toBeLessThanOrEqual(Date.parse(dueAt))
  })

  test('a permit is asked for, in force, run off or ended by hand', () => {
    const state = (more: object, now = hours(1)) =>
      permitStateOf({ until: hours(8), ended: false, taken: true, ...more }, now)
    expect([
      state({ taken: false }),
      state({}),
      state({}, hours(8)),
      state({ ended: true }, hours(9)),
    ]).toEqual(['asked', 'in-force', 'expired', 'ended'])
  })
})

test('desks and supervisors of the region and those above it may, nobody else', () => {
  const who = (
    role: string,
    region: Region,
    enterprise: string | null = null,
    office = officeId('command', region),
  ) =>
    ({
      kind: 'person',
      id: 'p',
      name: 'p',
      enterprise,
      appointments: [{ role, region, office }],
    }) as unknown as Person
  expect(mayTakeOut(who('duty-officer', '330802'), '330802')).toBe(true)
  expect(mayTakeOut(who('duty-officer', '330800'), '330802')).toBe(true)
  expect(mayTakeOut(who('supervisor', '330802'), '330802')).toBe(true)
  expect(mayTakeOut(who('duty-officer', '330881'), '330802')).toBe(false)
  for (const role of ['inspector', 'leader', 'administrator', 'enterprise-safety'])
    expect(mayTakeOut(who(role, '330802'), '330802')).toBe(false)
  expect(mayTakeOut(who('duty-officer', '330802', 'e-1'), '330802')).toBe(false)
  expect(mayTakeOut(who('duty-officer', '330800', null, '330800-transport'), '330802')).toBe(false)
  expect(mayTakeOut({ kind: 'system', id: 'x' } as never, '330802')).toBe(false)
})

test('a case hears of it once, in its own time: alarms run by the wall, cases by the law', () => {
  const permit = {
    id: 'p1',
    number: 'DH-0032',
    work: 'hot-second',
    reason: '更换法兰',
    until: hours(8),
    ended: null,
  }
  const act = {
    permit,
    alarm: 'a1',
    by: 'dan',
    at,
    occurredAt: '2026-03-02T01:00:00.000Z',
  } as const
  const out = permitCommand({ ...act, type: 'take-out-of-service' })
  expect(out).toMatchObject({
    caseId: 'a1',
    type: 'take-out-of-service',
    actor: { kind: 'person', id: 'dan' },
    body: {
      permit: 'DH-0032',
      until: '2026-03-02T09:00:00.000Z',
      reason: '动火（二级）：更换法兰',
    },
  })
  expect(permitCommand({ ...act, type: 'take-out-of-service', at: hours(1) }).id).toBe(out.id)
  const back = permitCommand({
    ...act,
    type: 'return-to-service',
    permit: { ...permit, ended: { reason: '提前完工' } },
  })
  expect(back.id).not.toBe(out.id)
  expect(back.body).toEqual({ reason: '提前完工' })
  expect(permitReason(permit)).toBe('作业票 DH-0032（动火（二级））：更换法兰')
})

describe('what a permit asks of an evaluation', () => {
  const about = (device: string | null, point: string) =>
    ({
      key: keyOf('f', device === null ? '' : 'T-1', point, 'high'),
      feed: 'f',
      device,
      point,
    }) as AlarmAbout
  const outage = (more: Partial<Outage> = {}): Outage => ({
    device: 'd',
    name: null,
    point: null,
    until: hours(8),
    by: 'dan',
    reason: '检修',
    endedBy: null,
    ...more,
  })
  const known = (...outages: Outage[]) => {
    const all = new Outages()
    all.learn('f', outages)
    return all
  }
  const now = new Date(hours(1))
  const hiding = { until: hours(8), by: 'dan', reason: '检修' }

  test('of a device all that it tells, of a point only that, of others and of the feed itself nothing', () => {
    const device = known(outage())
    expect(device.actOn(about('d', 'any'), null, now)).toMatchObject({
      act: 'take-out',
      by: 'dan',
      until: hours(8),
      reason: '检修',
    })
    expect(device.actOn(about('other', 'any'), null, now)).toBeNull()
    expect(device.actOn(about(null, ''), null, now)).toBeNull()
    const point = known(outage({ point: 'LT-1' }))
    expect(point.actOn(about('d', 'LT-1'), null, now)?.act).toBe('take-out')
    expect(point.actOn(about('d', 'LT-2'), null, now)).toBeNull()
  })

  test('nothing twice; put back in the name of who ended it; what runs off ends by itself', () => {
    expect(known(outage()).actOn(about('d', 'x'), hiding, now)).toBeNull()
    expect(known(outage({ endedBy: 'du' })).actOn(about('d', 'x'), hiding, now)).toMatchObject({
      act: 'put-back',
      by: 'du',
    })
    expect(known(outage({ endedBy: 'du' })).actOn(about('d', 'x'), null, now)).toBeNull()
    expect(known(outage()).actOn(about('d', 'x'), hiding, new Date(hours(8)))).toBeNull()
    expect(known(outage({ until: hours(0.5) })).actOn(about('d', 'x'), null, now)).toBeNull()
  })

  test('a device that has come to another enterprise is another device: what hid it does so no more', () => {
    expect(known().actOn(about('moved', 'x'), hiding, now)).toMatchObject({
      act: 'put-back',
      by: 'system',
    })
  })

  test('what rose before its device was enrolled anew stands out of service with it', () => {
    const anew = known(outage({ device: 'anew', name: 'T-1' }))
    expect(anew.actOn(about('before', 'x'), null, now)?.act).toBe('take-out')
    expect(anew.actOn(about(null, ''), null, now)).toBeNull()
    expect(known(outage({ device: 'anew' })).actOn(about('before', 'x'), null, now)).toBeNull()
  })

  test('one ended and another begun: the newer one counts', () => {
    const both = known(outage({ endedBy: 'du' }), outage({ until: hours(24), reason: '动火' }))
    expect(both.actOn(about('d', 'x'), hiding, now)).toMatchObject({
      act: 'take-out',
      until: hours(24),
      reason: '动火',
    })
    both.forget('f')
    expect(both.actOn(about('d', 'x'), null, now)).toBeNull()
  })
})
