import { describe, expect, test } from 'vitest'
import { hazardRectification } from '../../../domain/hazard-rectification/process.ts'
import type { Machine, Person } from '../../../domain/organisation/actor.ts'
import {
  audienceOf,
  inScope,
  isCaseInScope,
  isStaff,
  mayStart,
  mayStartIn,
  mayUpload,
  scopeOf,
} from '../../../domain/organisation/policy.ts'

const person = (
  office: string,
  role: Person['appointments'][number]['role'],
  region: Person['appointments'][number]['region'],
  enterprise: string | null = null,
): Person => ({
  kind: 'person',
  id: 'p',
  name: '某某',
  enterprise,
  appointments: [{ office, role, region }],
})
const inspector = person('330802-bureau', 'inspector', '330802')
const citySupervisor = person('330800-committee', 'supervisor', '330800')
const province = person('330000-committee', 'supervisor', '330000')
const safety = person('enterprise:e-1', 'enterprise-safety', '330802', 'e-1')
const machine = (...scopes: string[]): Machine => ({
  kind: 'machine',
  id: 'm',
  name: '网关',
  scopes,
  region: '330802',
})

describe('who reads which cases', () => {
  test('a county reads itself only', () => {
    expect(inScope(scopeOf(inspector), { region: '330802', owner: null })).toBe(true)
    expect(inScope(scopeOf(inspector), { region: '330803', owner: null })).toBe(false)
    expect(inScope(scopeOf(inspector), { region: '330800', owner: null })).toBe(false)
  })
  test('the city reads its counties and functional areas, the province everything', () => {
    for (const region of ['330800', '330802', '330871', '330881'])
      expect(inScope(scopeOf(citySupervisor), { region, owner: null })).toBe(true)
    expect(inScope(scopeOf(citySupervisor), { region: '330000', owner: null })).toBe(false)
    expect(inScope(scopeOf(province), { region: '330000', owner: null })).toBe(true)
  })
  test('promise (secrecy): whoever keeps the platform answers for its regions, and reads no case of them', () => {
    const keeper = person('330800-administration', 'administrator', '330800')
    const here = { region: '330802', owner: 'e-1' }
    expect([inScope(scopeOf(keeper), here), isCaseInScope(scopeOf(keeper), here)]).toEqual([
      true,
      false,
    ])
    const both = { ...keeper, appointments: [...keeper.appointments, ...inspector.appointments] }
    expect(isCaseInScope(scopeOf(both), here)).toBe(true)
    expect(isCaseInScope(scopeOf(both), { region: '330803', owner: null })).toBe(false)
    expect(isCaseInScope(scopeOf(inspector), here)).toBe(true)
  })
  test('an enterprise reads its own, wherever it lies, and nothing of its county', () => {
    expect(inScope(scopeOf(safety), { region: '330881', owner: 'e-1' })).toBe(true)
    expect(inScope(scopeOf(safety), { region: '330802', owner: 'e-2' })).toBe(false)
    expect(inScope(scopeOf(safety), { region: '330802', owner: null })).toBe(false)
  })
  test('somebody without a post, the clock and a machine without the scope read nothing', () => {
    for (const actor of [
      { ...inspector, appointments: [] },
      { kind: 'clock' } as const,
      { kind: 'system' } as const,
      machine('metrics:read'),
    ]) {
      expect(inScope(scopeOf(actor), { region: '330802', owner: null })).toBe(false)
    }
    expect(inScope(scopeOf(machine('cases:read')), { region: '330802', owner: null })).toBe(true)
  })
  test('the audience follows from the side one stands on', () => {
    expect([audienceOf(inspector), audienceOf(safety), audienceOf(machine('cases:read'))]).toEqual([
      'internal',
      'party',
      'internal',
    ])
    expect([isStaff(inspector), isStaff(safety), isStaff(machine())]).toEqual([true, false, false])
  })
})

test('people bring files, and machines that may start a case', () => {
  expect([inspector, safety, machine('cases:start:hazard-rectification')].map(mayUpload)).toEqual([
    true,
    true,
    true,
  ])
  expect(
    [machine(), machine('cases:read', 'metrics:read'), { kind: 'clock' } as const].map(mayUpload),
  ).toEqual([false, false, false])
})

describe('who starts a hazard case', () => {
  const here = { region: '330802', owner: 'e-1' } as const
  test('county inspectors and people of the enterprise', () => {
    for (const actor of [inspector, safety])
      expect([
        mayStart(hazardRectification, actor),
        mayStartIn(hazardRectification, actor, here),
      ]).toEqual([true, true])
  })
  test('not in another county, not for another enterprise, not as a supervisor', () => {
    expect(mayStartIn(hazardRectification, inspector, { region: '330803', owner: 'e-1' })).toBe(
      false,
    )
    expect(mayStartIn(hazardRectification, safety, { region: '330802', owner: 'e-2' })).toBe(false)
    expect(mayStart(hazardRectification, citySupervisor)).toBe(false)
  })
  test('a machine with the scope of this very process, in its region', () => {
    const gateway = machine('cases:start:hazard-rectification')
    expect(mayStartIn(hazardRectification, gateway, here)).toBe(true)
    expect(mayStartIn(hazardRectification, gateway, { region: '330803', owner: null })).toBe(false)
    expect(mayStart(hazardRectification, machine('cases:start:hazchem-licence'))).toBe(false)
  })
})
