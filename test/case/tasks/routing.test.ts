// Whom does a rule give a task to, and is nobody given one he is barred from?
import { describe, expect, test } from 'vitest'
import { freshTasks, type Register } from '../../../domain/engine/settle.ts'
import { hazardRectification } from '../../../domain/hazard-rectification/process.ts'
import {
  faultsOf,
  type RoutingRule,
  ruleFor,
  type WantedRule,
} from '../../../domain/tasks/routing/rules.ts'
import { timelineItem } from '../../../domain/views/timeline.ts'
import { reported } from '../../hazard-rectification/samples.ts'
import { actor } from '../../support/people/cast.ts'
import { eyes } from '../../support/processes/eyes.ts'
import {
  at,
  candidateWith as held,
  inspectors,
  ruleWith as rule,
} from '../../support/tasks-made-up.ts'
import { first, fresh, orderedBy, register, settled } from './routed.ts'

const named = (id: string) => ({ way: 'person' as const, person: { id, name: actor(id).name } })

const input = (known: Register, record = fresh()) => {
  const { draft, turns } = settled(
    record,
    known,
    record.process === eyes.id ? eyes : hazardRectification,
  )
  const { assignee, routed } = first(draft.record)
  return { to: assignee?.id ?? null, why: routed?.why.zh ?? '', turns, draft }
}

describe('a rule', () => {
  test('gives a task to whoever has least in hand, by name among equals, and says so', () => {
    const { to, why, draft } = input(
      register([held('lin', { load: 3 }), held('wu', { load: 1 }), held('zhou', { load: 1 })]),
    )
    expect([to, why]).toEqual(['wu', '按分派规则分派给吴检查：在办最少（1 件）'])
    expect(first(draft.record)).toMatchObject({ claimedAt: null, seenAt: null })
    expect(draft.facts.map(({ type, audience, actor }) => [type, audience, actor.kind])).toEqual([
      ['routed', 'internal', 'system'],
    ])
    const item = timelineItem(
      hazardRectification,
      { ...draft.facts[0], caseId: 'c', seq: 1, hash: '' } as never,
      'internal',
    )
    expect([item?.title.zh, item?.fields.map(({ value }) => value.zh)]).toEqual([
      '按分派规则分派',
      ['吴检查', why],
    ])
  })
  test('goes round by turns', () => {
    const people = [
      held('lin', { turns: { r1: 4 } }),
      held('wu', { turns: { r1: 3 } }),
      held('zhou', { turns: { r1: 5 }, load: 0 }),
    ]
    const { to, turns } = input(register(people, [rule({ way: 'round' })]))
    expect([to, turns]).toEqual(['wu', [{ rule: 'r1', person: 'wu' }]])
  })
  test('names a person; who has left the post is given nothing, and it says why', () => {
    expect(
      input(
        register([held('lin'), held('wu')], [rule({ ...named('wu'), order: '柯应急〔2026〕1号' })]),
      ),
    ).toMatchObject({
      to: 'wu',
      why: '按分派规则（柯应急〔2026〕1号）分派给吴检查：规则指定',
    })
    expect(input(register([held('lin')], [rule(named('wu'))]))).toMatchObject({
      to: null,
      turns: [],
      why: '按分派规则应由吴检查办理，但其已不在该岗位，由本岗位人员自行领取',
    })
  })
  test('never gives it to whom four eyes bar: it stays with the post', () => {
    const own = orderedBy('lin')
    expect(input(register([held('lin'), held('wu')], [rule(named('lin'))]), own)).toMatchObject({
      to: null,
      why: '按分派规则应由林检查办理，但按回避规则不能办理，由本岗位人员自行领取',
    })
    expect(input(register([held('lin'), held('wu', { load: 9 })]), own).to).toBe('wu')
  })
  test('lets the substitute of an absent person have it in his name, unless he is barred himself; who is there comes first', () => {
    const away = {
      standIns: [{ id: 'zhou', name: '周检查', order: '衢应急〔2026〕5号', posts: null }],
    }
    const { to, why } = input(register([held('lin', away)], [rule(named('lin'))]))
    expect([to, why]).toEqual([
      'lin',
      '按分派规则分派给林检查：规则指定；其不在岗，由周检查代理（衢应急〔2026〕5号）',
    ])
    expect(input(register([held('lin', away), held('wu', { load: 7 })])).to).toBe('wu')
    expect(input(register([held('lin', away)], [rule(named('lin'))]), orderedBy('zhou')).to).toBe(
      null,
    )
    const elsewhere = {
      standIns: [{ id: 'zhou', name: '周检查', order: '', posts: ['330802-bureau/leader'] }],
    }
    expect(input(register([held('lin', elsewhere), held('wu', { load: 7 })])).to).toBe('lin')
  })
  test('is found by post, process, region, class and time; the narrowest counts, then the latest', () => {
    const record = fresh()
    const { openedAt } = first(record)
    const of = (...rules: RoutingRule[]) =>
      ruleFor(hazardRectification, record, { groups: [inspectors], openedAt }, rules)?.id
    const whole = rule({ id: 'whole' })
    const county = rule({ id: 'county', region: '330802' })
    const kind = rule({
      id: 'kind',
      process: 'hazard-rectification',
      field: 'category',
      value: String(reported.category),
    })
    expect(of(kind, whole, county)).toBe('kind')
    expect(of(whole, county, rule({ id: 'city', region: '330800' }))).toBe('county')
    expect(of(whole, rule({ id: 'later', seq: 2 }))).toBe('later')
    expect(
      of(
        rule({ process: 'another' }),
        rule({ region: '330881' }),
        rule({ field: 'category', value: 'fire' }),
      ),
    ).toBe(undefined)
    expect(
      of(
        rule({ since: '2026-03-02T01:00:00.001Z' }),
        rule({ until: openedAt }),
        rule({ group: '330802-bureau/leader' }),
      ),
    ).toBe(undefined)
  })
  test('counts what the same decision gives out, and leaves alone what was given out, opened or worked on', () => {
    const record = fresh()
    const task = first(record)
    const twice = { ...record, openTasks: { ...record.openTasks, other: { ...task, id: 'other' } } }
    const { draft } = settled(twice, register([held('lin'), held('wu')]))
    expect(Object.values(draft.record.openTasks).map(({ assignee }) => assignee?.id)).toEqual([
      'lin',
      'wu',
    ])
    expect(freshTasks(record, record)).toEqual([])
    for (const part of [
      { seenAt: at },
      { assignee: { id: 'x', name: 'x' } },
      { routed: { rule: 'r', to: null, why: { zh: '', en: '' } } },
    ])
      expect(freshTasks(null, { openTasks: { one: { ...task, ...part } } })).toEqual([])
    expect(
      freshTasks(null, {
        openTasks: { one: { ...task, groups: ['enterprise:e-1/enterprise-safety'] } },
      }),
    ).toEqual([])
  })
  test('is refused when it says nothing that can count, or the same again', () => {
    const wanted: WantedRule = {
      group: inspectors,
      process: null,
      region: null,
      field: null,
      value: null,
      way: 'round',
      person: null,
      from: '2026-03-02',
      until: null,
    }
    const post = {
      office: '330802-bureau',
      role: 'inspector',
      region: '330802',
      since: '2004-01-01T00:00:00.000Z',
      until: null,
    } as const
    const known = {
      processes: { 'hazard-rectification': hazardRectification },
      others: [],
      held: [post],
      at,
    }
    const faults = (more: Partial<WantedRule>, others: RoutingRule[] = []) =>
      faultsOf({ ...wanted, ...more }, { ...known, others }).length
    expect(faults({})).toBe(0)
    expect(faults({ way: 'person', person: 'lin' })).toBe(0)
    expect(
      faults({
        process: 'hazard-rectification',
        field: 'category',
        value: String(reported.category),
      }),
    ).toBe(0)
    for (const more of [
      { from: '2026-03-01' },
      { until: '2026-03-01' },
      { from: 'x' },
      { process: 'constructor' },
      { field: 'category', value: 'x' },
      { process: 'hazard-rectification', field: 'title', value: 'x' },
      { way: 'person' as const },
      { person: 'lin' },
      { way: 'person' as const, person: 'lin', group: '330802-bureau/leader' },
      { region: '1' as never },
    ])
      expect([more, faults(more)]).toEqual([more, 1])
    expect(faults({}, [rule()])).toBe(1)
    expect(faults({ region: '330802' }, [rule()])).toBe(0)
    expect(faults({}, [rule({ until: '2026-03-01T00:00:00.000Z' })])).toBe(0)
  })
})
