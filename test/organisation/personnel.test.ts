// Who may give and take posts, on what terms, and what does a post leave behind when nobody holds it?
import { describe, expect, test } from 'vitest'
import { hazardRectification } from '../../domain/hazard-rectification/process.ts'
import type { Person } from '../../domain/organisation/actor.ts'
import {
  endOfPost,
  faultsOfGiving,
  type Giving,
  type HeldPost,
  judgeEnd,
  judgeReach,
  judgeRole,
  type Place,
  personnelAdministrator,
  regionsKept,
  type Subject,
  termOfGiving,
} from '../../domain/organisation/personnel.ts'
import type { Region } from '../../domain/organisation/regions.ts'
import { dutiesOf } from '../../domain/views/post-duties.ts'
import { refusal } from '../case/acting.ts'

const at = '2026-03-02T02:00:00.000Z'
const administrator = (region: Region, more: Person['appointments'] = []): Person => ({
  kind: 'person',
  id: 'admin',
  name: '管理员',
  enterprise: null,
  appointments: [{ office: `${region}-administration`, role: 'administrator', region }, ...more],
})
const post: HeldPost = {
  office: '330802-bureau',
  role: 'inspector',
  region: '330802',
  since: '2020-01-01T00:00:00.000Z',
  until: null,
}
const lin: Subject = { id: 'lin', enterprise: null, active: true, held: [post] }
const bureau: Place = { kind: 'bureau', region: '330802' }
const giving = (more: Partial<Giving> = {}): Giving => ({
  office: '330802-bureau',
  role: 'reviewer',
  from: '2026-03-02',
  until: null,
  ...more,
})
const faults = (wanted: Giving, subject = lin, place = bureau) =>
  faultsOfGiving(wanted, subject, place, at)
    .map(({ zh }) => zh)
    .join('；')

describe('reach', () => {
  test('an administrator keeps his own regions; a post elsewhere does not widen them, nor does standing in', () => {
    const elsewhere = { office: '330881-bureau', role: 'inspector', region: '330881' } as const
    expect(regionsKept(administrator('330802', [elsewhere]))).toEqual(['330802'])
    expect(regionsKept(administrator('330800'))).not.toContain('330000')
    const substitute = {
      ...elsewhere,
      role: 'administrator',
      onBehalfOf: { id: 'x', name: 'x', order: '' },
    } as never
    expect(
      refusal(() =>
        personnelAdministrator({ ...administrator('330802'), appointments: [substitute] }),
      ).code,
    ).toBe('not-allowed')
  })
  test('nobody touches himself, nor what lies outside', () => {
    expect(
      refusal(() => judgeReach(administrator('330802'), { id: 'admin' }, ['330802'])).words,
    ).toContain('本人')
    expect(refusal(() => judgeReach(administrator('330802'), lin, ['330881'])).words).toContain(
      '管理范围',
    )
    expect(refusal(() => judgeReach(administrator('330802'), lin, ['330802', '330800'])).code).toBe(
      'not-allowed',
    )
    expect(refusal(() => judgeReach(administrator('330802'), lin, [])).code).toBe('not-allowed')
    expect(refusal(() => judgeReach(administrator('330800'), lin, ['330802', '330881'])).code).toBe(
      'none',
    )
  })
  test('a county’s administrator makes no administrators', () => {
    expect(refusal(() => judgeRole(administrator('330802'), 'administrator')).code).toBe(
      'not-allowed',
    )
    expect(refusal(() => judgeRole(administrator('330800'), 'administrator')).code).toBe('none')
    expect(refusal(() => judgeRole(administrator('330802'), 'leader')).code).toBe('none')
  })
})

describe('giving', () => {
  test('from today or later, to a day that is not before', () => {
    expect(faults(giving())).toBe('')
    expect(faults(giving({ from: '2026-03-01' }))).toContain('不能早于今日')
    expect(faults(giving({ from: '2026-03-05', until: '2026-03-04' }))).toContain('早于开始日期')
    expect(faults(giving({ until: '2026-02-30' }))).toContain('无效')
    expect(termOfGiving(giving({ until: '2026-03-31' }), at)).toEqual({
      since: at,
      until: '2026-03-31T16:00:00.000Z',
    })
    expect(termOfGiving(giving({ from: '2026-03-05' }), at)).toEqual({
      since: '2026-03-04T16:00:00.000Z',
      until: null,
    })
  })
  test('not twice at the same time; again once it is over', () => {
    expect(faults(giving({ role: 'inspector' }))).toContain('已任该岗位')
    const past = { ...lin, held: [{ ...post, until: at }] }
    expect(faults(giving({ role: 'inspector' }), past)).toBe('')
    const planned = { ...lin, held: [{ ...post, since: '2026-03-09T16:00:00.000Z' }] }
    expect(faults(giving({ role: 'inspector', until: '2026-03-09' }), planned)).toBe('')
    expect(faults(giving({ role: 'inspector', until: '2026-03-10' }), planned)).toContain(
      '已任该岗位',
    )
  })
  test('each side fills its own posts', () => {
    const qi: Subject = { id: 'qi', enterprise: 'e-1', active: true, held: [] }
    const firm: Place = { kind: 'enterprise', region: '330802' }
    expect(faults(giving(), qi)).toContain('监管部门')
    expect(
      faults(giving({ office: 'enterprise:e-1', role: 'enterprise-principal' }), lin, firm),
    ).toContain('监管部门')
    expect(
      faults(giving({ office: 'enterprise:e-2', role: 'enterprise-principal' }), qi, firm),
    ).toContain('不属于该企业')
    expect(
      faults(giving({ office: 'enterprise:e-1', role: 'enterprise-principal' }), qi, firm),
    ).toBe('')
    expect(faults(giving({ role: 'administrator' }))).toContain('平台运维组')
  })
  test('an account that is disabled gets no post', () => {
    expect(faults(giving(), { ...lin, active: false })).toContain('已停用')
  })
})

describe('ending', () => {
  test('at once, or with the end of a day; what has not begun never does', () => {
    expect(endOfPost(post, null, at)).toBe(at)
    expect(endOfPost(post, '2026-03-31', at)).toBe('2026-03-31T16:00:00.000Z')
    expect(endOfPost({ since: '2026-04-01T00:00:00.000Z' }, null, at)).toBe(
      '2026-04-01T00:00:00.000Z',
    )
  })
  test('not what is over, and not in the past', () => {
    expect(refusal(() => judgeEnd({ ...post, until: at }, null, at)).code).toBe('not-possible-now')
    expect(refusal(() => judgeEnd(post, '2026-03-01', at)).code).toBe('invalid-input')
    expect(refusal(() => judgeEnd(post, '2026-02-30', at)).code).toBe('invalid-input')
    expect(refusal(() => judgeEnd(post, '2026-03-02', at)).code).toBe('none')
  })
})

describe('what a post leaves behind', () => {
  const duties = (group: string) =>
    dutiesOf(hazardRectification, group).map(({ kind, words }) => `${kind} ${words.zh}`)
  test('tasks, levels and clocks of the whole process, by the group that they address', () => {
    expect(duties('330800-committee/supervisor')).toEqual(
      expect.arrayContaining(['escalation 市级挂牌督办', 'clockOwner 治理期限上限']),
    )
    const chief = duties('330802-bureau/section-chief')
    expect(chief).toEqual(
      expect.arrayContaining(['escalation 亮红牌（县级督办）', 'clockOwner 整改期限']),
    )
    expect(duties('330802-bureau/inspector').some((one) => one.startsWith('task '))).toBe(true)
    expect(duties('enterprise:e-1/enterprise-principal')).toContain('escalation 整改逾期')
  })
  test('nothing for a post that the process does not know', () => {
    expect(duties('330800-fire/inspector')).toEqual([])
    expect(duties('330000-committee/administrator')).toEqual([])
  })
})
