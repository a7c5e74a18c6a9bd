// What may an escalation policy be set to, and which periods climb it?
import { describe, expect, test } from 'vitest'
import { escalationLevelOf } from '../../../domain/engine/clocks/escalation-policy.ts'
import { extend, rearm } from '../../../domain/engine/clocks/rearming.ts'
import {
  escalationPolicyAt,
  escalationPolicyNow,
  faultsOf,
  isSettable,
  settingsOf,
} from '../../../domain/engine/clocks/settings.ts'
import { begin } from '../../../domain/engine/step.ts'
import { hazardRectification as process } from '../../../domain/hazard-rectification/process.ts'
import type { ClockDefinition } from '../../../domain/model/process.ts'
import type {
  EscalationLevelSetting,
  EscalationPolicyVersion,
  Obligation,
} from '../../../domain/model/record.ts'
import { inspectors } from '../../../domain/organisation/addresses.ts'
import { addressKey } from '../../../domain/organisation/offices.ts'
import { actor } from '../../support/people/cast.ts'
import { counter } from '../../support/processes/counter.ts'
import { decisionContextAt } from '../../support/walks/walk.ts'

const at = '2026-03-02T01:00:00.000Z'
const clock = process.clocks.find(isSettable) as ClockDefinition
const current = settingsOf(clock)
const changed = (
  numbers: Partial<Record<string, number>>,
  from = current,
): EscalationLevelSetting[] =>
  from.map((one) => ({ ...one, n: numbers[one.escalationLevel] ?? one.n }))
const faults = (wanted: EscalationLevelSetting[], of = clock) =>
  faultsOf(wanted, { process, clock: of, current, at }).map(({ zh }) => zh)

describe('what may be set', () => {
  test('only the escalation policy of the order has numbers that can be set', () => {
    expect(process.clocks.filter(isSettable).map(({ clock }) => clock)).toEqual(['rectification'])
  })
  test('a tighter escalation policy is lawful, also with two levels on one day, and with more people told', () => {
    expect(faults(changed({ city: 3, province: 15 }))).toEqual([])
    expect(faults(changed({ red: 0, city: 1, province: 1 }))).toEqual([])
    expect(
      faults(
        current.map((one) =>
          one.escalationLevel === 'red' ? { ...one, notify: [...one.notify, inspectors] } : one,
        ),
      ),
    ).toEqual([])
  })
  test('a level is never later than the rule book says', () => {
    expect(faults(changed({ province: 21 }))[0]).toMatch(/^省级挂牌督办：不得迟于 20/)
    expect(faults(changed({ red: 2, city: 3 }))[0]).toMatch(/^亮红牌（县级督办）：不得迟于 1/)
  })
  test('a level may not come later than the one above it', () => {
    expect(faults(changed({ city: 5, province: 4 }))).toEqual([
      '市级挂牌督办不得晚于上一级省级挂牌督办',
    ])
    expect(faults(changed({ red: 1, city: 0 }))).toEqual([
      '亮红牌（县级督办）不得晚于上一级市级挂牌督办',
    ])
  })
  test('working days below natural days count with the longest holiday among them', () => {
    const odd = {
      ...clock,
      escalationPolicy: clock.escalationPolicy.map((one) =>
        one.escalationLevel === 'province'
          ? { ...one, after: { unit: 'ND' as const, n: 20 } }
          : one,
      ),
    }
    expect(faults(changed({ city: 4, province: 17 }), odd)).toEqual([
      '市级挂牌督办不得晚于上一级省级挂牌督办',
    ])
    expect(faults(changed({ city: 4, province: 18 }), odd)).toEqual([])
  })
  test('the end of the period itself is not a matter of settings', () => {
    expect(faults(changed({ overdue: 1 }))[0]).toContain('不能设置')
  })
  test.each([[-1], [1.5], [Number.NaN]])('%s is no number of days', (n) => {
    expect(faults(changed({ city: n })).join()).toContain('整数')
  })
  test('who steps in on a level must be notified, others of the process may be, strangers may not', () => {
    const texts = (notify: EscalationLevelSetting['notify']) =>
      faults(current.map((one) => (one.escalationLevel === 'city' ? { ...one, notify } : one)))
    expect(texts([])[0]).toContain('不能取消通知')
    expect(
      texts([
        ...(current[2]?.notify ?? []),
        { role: 'commander', office: 'command', level: 'city' },
      ])[0],
    ).toContain('不属于本流程')
    expect(texts([...(current[2]?.notify ?? []), ...(current[2]?.notify ?? [])])[0]).toContain(
      '重复',
    )
    expect(texts((current[2]?.notify ?? []).slice(0, 1))).toEqual([])
  })
  test('every level is given, in its order, and something changes', () => {
    expect(faults(current.slice(1))).toEqual(['须逐级列出全部各级'])
    expect(faults([...current].reverse())).toEqual(['须逐级列出全部各级'])
    expect(faults(current)).toEqual(['与现行设置相同'])
  })
})

const toy = {
  ...counter,
  clocks: counter.clocks.map((one) => ({
    ...one,
    escalationPolicy: one.escalationPolicy.map((escalationLevel) => ({
      ...escalationLevel,
      limit: 'x.y',
    })),
  })),
}
const alsoNotified = { role: 'leader', office: 'leadership', level: 'county' } as const
const version = (id: string, from: string, n: number): EscalationPolicyVersion => ({
  id,
  clock: 'count',
  from,
  escalationLevels: [
    { escalationLevel: 'late', n: 0, notify: [] },
    { escalationLevel: 'later', n, notify: [alsoNotified] },
  ],
})
const escalationPolicies = [
  version('a', '2026-03-02T01:00:00.000Z', 1),
  version('b', '2026-03-05T01:00:00.000Z', 4),
]
const opened = (
  when: string,
  input: EscalationPolicyVersion[] = escalationPolicies,
): Obligation => {
  const event = {
    type: 'start',
    data: { region: '330802', date: '2026-03-10' },
    by: actor('lin'),
    at: when,
    signatures: [],
  }
  return begin(toy, { id: 'c', number: 'n' }, event, {
    ...decisionContextAt(when),
    escalationPolicies: input,
  }).record.obligations[0] as Obligation
}
const plannedLater = (one: Obligation) =>
  one.escalationLevels.find(({ escalationLevel }) => escalationLevel === 'later')?.plannedAt

describe('which periods climb it', () => {
  test('the last one that was approved before the period started; before any, the escalation policy of the process', () => {
    expect(escalationPolicyAt(escalationPolicies, 'count', '2026-03-02T00:59:59.999Z')).toBeNull()
    expect(escalationPolicyAt(escalationPolicies, 'count', '2026-03-05T00:00:00.000Z')?.id).toBe(
      'a',
    )
    expect(escalationPolicyAt(escalationPolicies, 'count', '2026-03-05T01:00:00.000Z')?.id).toBe(
      'b',
    )
    expect(escalationPolicyAt(escalationPolicies, 'another', '2026-03-06T01:00:00.000Z')).toBeNull()
  })
  test('a further change replaces the one approved last, even if its moment is the earlier one', () => {
    expect(
      escalationPolicyNow(
        [version('b', '2026-03-05T01:00:00.000Z', 4), version('a', '2026-03-02T01:00:00.000Z', 1)],
        'count',
      )?.id,
    ).toBe('a')
    expect(escalationPolicyNow(escalationPolicies, 'another')).toBeNull()
  })
  test('its levels are planned by the numbers of its own setting', () => {
    expect(plannedLater(opened('2026-03-01T01:00:00.000Z'))).toBe('2026-03-12T16:00:00.000Z')
    expect(plannedLater(opened('2026-03-04T01:00:00.000Z'))).toBe('2026-03-11T16:00:00.000Z')
    expect(plannedLater(opened('2026-03-06T01:00:00.000Z'))).toBe('2026-03-16T16:00:00.000Z')
  })
  test('it keeps that setting when it is reckoned again or made longer, whatever has been approved since', () => {
    const one = opened('2026-03-04T01:00:00.000Z')
    const now = { ...decisionContextAt('2026-03-07T01:00:00.000Z'), escalationPolicies }
    expect(plannedLater(rearm(toy, one, now))).toBe(plannedLater(one))
    expect(plannedLater(extend(toy, one, { by: 1, reason: '' }, now))).toBe(
      '2026-03-12T16:00:00.000Z',
    )
    const older = opened('2026-03-01T01:00:00.000Z')
    expect([older.escalationPolicy, plannedLater(rearm(toy, older, now))]).toEqual([
      undefined,
      '2026-03-12T16:00:00.000Z',
    ])
  })
  test('whom a level tells stands in its setting, too', () => {
    const notifiedOf = (one: Obligation) =>
      escalationLevelOf(toy, one, 'later').notify.map(addressKey)
    expect(notifiedOf(opened('2026-03-04T01:00:00.000Z'))).toEqual([addressKey(alsoNotified)])
    expect(notifiedOf(opened('2026-03-01T01:00:00.000Z'))).not.toEqual([addressKey(alsoNotified)])
  })
})
