// Who may order a substitution, for whom and when, and what stands against it?
import { describe, expect, test } from 'vitest'
import type { Appointment, Person } from '../../domain/organisation/actor.ts'
import {
  faultsOf,
  type Grant,
  type Granted,
  inForce,
  isCovered,
  mayGrantFor,
  termOf,
} from '../../domain/organisation/substitutions.ts'
import { leadsOneOf, officesLed } from '../../domain/organisation/team.ts'
import { actor, everybody } from '../support/people/cast.ts'

const at = '2026-03-02T01:00:00.000Z'
const [lin, wu, chen, gao, jiang, qi, mao, shi] = [
  'lin',
  'wu',
  'chen',
  'gao',
  'jiang',
  'qi',
  'mao',
  'shi',
].map(actor) as Person[]
const administrator: Person = {
  ...actor('yu'),
  id: 'admin',
  appointments: [{ office: '330800-administration', region: '330800', role: 'administrator' }],
}
const countyAdministrator: Person = {
  ...administrator,
  id: 'county-admin',
  appointments: [{ office: '330881-administration', region: '330881', role: 'administrator' }],
}
const grant = (more: Partial<Grant> = {}): Grant => ({
  person: 'lin',
  substitute: 'wu',
  from: '2026-03-03',
  to: '2026-03-05',
  order: '衢应急〔2026〕5号',
  reason: '出差',
  posts: null,
  ...more,
})
const faults = (
  wanted: Grant,
  parties: { by?: Person; absent?: Person; substitute?: Person } = {},
  others: Granted[] = [],
) =>
  faultsOf(
    wanted,
    {
      by: parties.by ?? lin!,
      absent: parties.absent ?? lin!,
      substitute: parties.substitute ?? wu!,
    },
    others,
    at,
  ).map(({ zh }) => zh)

describe('who settles an absence', () => {
  test('the person, the head of his office, an administrator; nobody else in the whole cast', () => {
    const may = everybody().filter((by) => mayGrantFor(by, lin!, null) === true)
    expect(may.map(({ id }) => id).sort()).toEqual(['chen', 'fang', 'gao', 'lin'])
    expect(mayGrantFor(administrator, lin!, null)).toBe(true)
    expect(mayGrantFor(jiang!, lin!, null)).toMatchObject({ zh: expect.stringContaining('科长') })
  })
  test('a chief does not settle the absence of his leader, a leader that of his chiefs', () => {
    expect(mayGrantFor(chen!, gao!, null)).not.toBe(true)
    expect(mayGrantFor(gao!, chen!, null)).toBe(true)
  })
  test('an administrator only where he keeps every post in question', () => {
    for (const absent of [lin!, gao!, shi!, actor('sheng'), qi!])
      expect(mayGrantFor(countyAdministrator, absent, null), absent.id).not.toBe(true)
    expect(mayGrantFor(countyAdministrator, jiang!, null)).toBe(true)
    expect(mayGrantFor(administrator, actor('sheng'), null)).not.toBe(true)
    const both: Person = { ...jiang!, appointments: [...jiang!.appointments, ...lin!.appointments] }
    expect(mayGrantFor(countyAdministrator, both, null)).not.toBe(true)
    expect(mayGrantFor(countyAdministrator, both, ['330881-bureau/inspector'])).toBe(true)
    expect(mayGrantFor(countyAdministrator, { ...jiang!, appointments: [] }, null)).not.toBe(true)
  })
  test('power held as a substitute is not handed on', () => {
    const onBehalfOf = { id: 'chen', name: '陈科长', order: '5号' }
    const asChief: Person = {
      ...jiang!,
      appointments: [
        ...jiang!.appointments,
        { ...(chen!.appointments[0] as Appointment), onBehalfOf },
      ],
    }
    expect(mayGrantFor(asChief, lin!, null)).not.toBe(true)
    expect(officesLed(asChief)).toEqual(['330802-bureau'])
  })
})

describe('what stands against it', () => {
  test('nothing, where all is in order', () => expect(faults(grant())).toEqual([]))
  test.each([
    ['begins in the past', grant({ from: '2026-03-01' }), '代理不能早于今日开始'],
    ['ends before it begins', grant({ to: '2026-03-02' }), '结束日期早于开始日期'],
    ['lasts more than a year', grant({ to: '2027-03-10' }), '代理期限不得超过一年'],
    ['a day that is none', grant({ from: '2026-02-30' }), '起止日期无效'],
    [
      'names a post the absent one does not hold',
      grant({ posts: ['330802-bureau/leader'] }),
      '被代理人没有其中的岗位',
    ],
    ['names no post', grant({ posts: [] }), '没有可以代理的岗位'],
  ])('it %s', (_what, wanted, words) => expect(faults(wanted)).toContain(words))
  test('oneself, somebody of another side, somebody without a post, somebody of another county', () => {
    expect(faults(grant(), { substitute: lin! })).toContain('代理人不能是本人')
    expect(faults(grant(), { substitute: qi! })).toContain('代理人须与被代理人同属一个单位一方')
    expect(faults(grant(), { absent: qi!, by: qi!, substitute: mao! })).toEqual([])
    expect(faults(grant(), { substitute: { ...wu!, appointments: [] } })).toContain(
      '代理人目前没有岗位',
    )
    expect(faults(grant(), { substitute: jiang! })).toContain(
      '跨地区代理由管理这些地区的系统管理员设定',
    )
    expect(faults(grant(), { by: administrator, substitute: jiang! })).toEqual([])
  })
  test('an administrator who names himself, or somebody who works where he keeps nobody', () => {
    const own: Person = {
      ...administrator,
      appointments: [...administrator.appointments, ...chen!.appointments],
    }
    expect(faults(grant(), { by: administrator, substitute: administrator })).toContain(
      '系统管理员不能指定自己为代理人',
    )
    expect(faults(grant(), { by: own, absent: jiang!, substitute: own })).toContain(
      '系统管理员不能指定自己为代理人',
    )
    expect(faults(grant(), { by: administrator, substitute: actor('sheng') })).toContain(
      '代理人超出您的管理范围',
    )
    const by = countyAdministrator
    expect(faults(grant(), { by, absent: jiang!, substitute: lin! })).toContain(
      '代理人超出您的管理范围',
    )
    expect(faults(grant(), { by: own, substitute: actor('sheng') })).toContain(
      '跨地区代理由管理这些地区的系统管理员设定',
    )
    expect(faults(grant(), { by: own, substitute: own })).toEqual([])
    const both: Person = { ...lin!, appointments: [...lin!.appointments, ...jiang!.appointments] }
    expect(faults(grant(), { by: own, absent: both, substitute: own })).toContain(
      '跨地区代理由管理这些地区的系统管理员设定',
    )
  })
  test('the administration of the platform is nobody’s to stand in for', () => {
    expect(
      faults(grant(), { by: administrator, absent: administrator, substitute: shi! }),
    ).toContain('没有可以代理的岗位')
    expect(isCovered(administrator.appointments[0]!, null)).toBe(false)
  })
  test('another one for the same posts in the same days; not one for other posts, not one ended before, not the day after', () => {
    const other = (more: Partial<Granted>): Granted => ({
      ...termOf({ from: '2026-03-05', to: '2026-03-09' }, at),
      posts: null,
      endedAt: null,
      ...more,
    })
    const clash = '该时间段内此人的岗位已有代理，请先结束原代理'
    expect(faults(grant(), {}, [other({})])).toEqual([clash])
    expect(faults(grant(), {}, [other({ posts: ['330802-bureau/inspector'] })])).toEqual([clash])
    expect(
      faults(grant({ posts: ['330802-bureau/inspector'] }), {}, [
        other({ posts: ['330802-bureau/clerk'] }),
      ]),
    ).toEqual([])
    expect(faults(grant(), {}, [other({ endedAt: '2026-03-02T00:30:00.000Z' })])).toEqual([])
    expect(faults(grant({ to: '2026-03-04' }), {}, [other({})])).toEqual([])
  })
})

describe('when it is in force', () => {
  test('from 0:00 of the first day to 24:00 of the last in Chinese time, from now if it begins today, and not after it was ended', () => {
    const term = { ...termOf({ from: '2026-03-03', to: '2026-03-05' }, at), endedAt: null }
    expect(term).toMatchObject({
      since: '2026-03-02T16:00:00.000Z',
      until: '2026-03-05T16:00:00.000Z',
    })
    expect(inForce(term, '2026-03-02T15:59:59.999Z')).toBe(false)
    expect(inForce(term, '2026-03-02T16:00:00.000Z')).toBe(true)
    expect(inForce(term, '2026-03-05T15:59:59.999Z')).toBe(true)
    expect(inForce(term, '2026-03-05T16:00:00.000Z')).toBe(false)
    expect(
      inForce({ ...term, endedAt: '2026-03-04T00:00:00.000Z' }, '2026-03-04T00:00:00.000Z'),
    ).toBe(false)
    expect(termOf({ from: '2026-03-02', to: '2026-03-02' }, at).since).toBe(at)
  })
})

describe('whose work one answers for', () => {
  test('a chief’s own office; a leader’s whole bureau; everybody else none', () => {
    expect(officesLed(chen!)).toEqual(['330802-bureau'])
    expect(officesLed(shi!)).toContain('330800-enforcement')
    expect(officesLed(shi!)).not.toContain('330800-committee')
    for (const one of everybody().filter(
      ({ appointments }) => !['section-chief', 'leader'].includes(appointments[0]!.role),
    ))
      expect(officesLed(one), one.id).toEqual([])
    expect(leadsOneOf(chen!, ['330881-bureau/inspector'])).toBe(false)
    expect(leadsOneOf(chen!, ['330881-bureau/inspector', '330802-bureau/clerk'])).toBe(true)
  })
})
