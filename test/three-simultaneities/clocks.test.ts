// Which fact starts and ends each period over a project, what stops it, does its escalation policy fit the chart, and does somebody hear of every wait?
import { describe, expect, it } from 'vitest'
import { ruleOn } from '../../domain/law/rule-book.ts'
import { isUnconfirmed } from '../../domain/law/rules/rule.ts'
import { transitionsOf } from '../../domain/model/chart.ts'
import { clocks } from '../../domain/three-simultaneities/clocks.ts'
import { threeSimultaneities } from '../../domain/three-simultaneities/process.ts'
import type { Line } from '../support/processes/lines.ts'
import { applied, onPaper, registering, sample } from './playing.ts'
import { mine } from './samples.ts'

const clockOf = (name: string) => {
  const found = clocks.find(({ clock }) => clock === name)
  if (!found) throw new Error(`no clock ${name}`)
  return found
}
const dayOf = (name: string) => (name.includes('completion-decision') ? '2014-06-03' : '2026-03-02')

describe('the clocks', () => {
  it.each([
    [
      'acceptance',
      ['apply-conditions', 'apply-design', 'apply-change', 'apply-completion', 'supplement'],
    ],
    ['condition-review', ['accept', 'deem-accepted']],
    ['hazchem-design-review', ['accept', 'deem-accepted']],
    ['joint-decision', ['handle-jointly']],
    ['certificate-delivery', ['pass-conditions', 'approve-design', 'pass-completion']],
    ['opinion-validity', ['pass-conditions']],
    ['hearing-request', ['serve-hearing-notice']],
    ['hearing-organise', ['request-hearing', 'announce-hearing']],
    ['unsupplied-acceptance', ['end-supplement']],
    ['expert-review', ['begin-expert-review']],
    ['refusal-notice', ['refuse-conditions', 'refuse-design', 'refuse-completion']],
    ['reapply-bar-fraud', ['annul-approval']],
  ])('%s starts on %s', (name, startsOn) => expect(clockOf(name)).toMatchObject({ startsOn }))

  it('start, stop and end only on events that the process knows', () => {
    const known = [threeSimultaneities.start.type, ...Object.keys(threeSimultaneities.events)]
    for (const {
      startsOn,
      endsOn,
      yieldsOn = [],
      movesOn = [],
      pausesOn = {},
      resumesOn = [],
      escalationPolicy,
    } of clocks) {
      const named = [
        ...startsOn,
        ...endsOn,
        ...yieldsOn,
        ...movesOn,
        ...Object.keys(pausesOn),
        ...resumesOn,
      ]
      for (const type of [...named, ...escalationPolicy.flatMap(({ event }) => event ?? [])])
        expect(known).toContain(type)
    }
  })

  it('stand still only on grounds that their rule knows, and go on again', () => {
    for (const { clock, due, pausesOn = {}, resumesOn = [], promised } of clocks)
      for (const { kind } of Object.values(pausesOn)) {
        expect([clock, 'rule' in due && kind in ruleOn(due.rule, dayOf(clock)).pauses]).toEqual([
          clock,
          true,
        ])
        expect(resumesOn.length).toBeGreaterThan(0)
        if (promised) expect(kind).not.toBe('rework')
      }
  })

  it('have their numbers from the rule book', () => {
    const numbers = clocks.flatMap(({ clock, due }) => {
      if (!('rule' in due)) return []
      const { n, unit } = ruleOn(due.rule, dayOf(clock))
      return [[clock, n, unit]]
    })
    expect(numbers).toEqual([
      ['acceptance', 5, 'WD'],
      ['unsupplied-acceptance', 5, 'WD'],
      ['condition-review', 45, 'WD'],
      ['design-review', 20, 'WD'],
      ['hazchem-design-review', 20, 'WD'],
      ['completion-decision', 20, 'WD'],
      ['hazchem-completion-decision', 20, 'WD'],
      ['joint-decision', 45, 'WD'],
      ['hearing-request', 5, 'WD'],
      ['hearing-organise', 20, 'WD'],
      ['certificate-delivery', 10, 'WD'],
      ['refusal-notice', 10, 'WD'],
      ['promised-acceptance', 2, 'WD'],
      ['promised-decision', 8, 'WD'],
      ['opinion-validity', 2, 'Y'],
      ['trial-run-max', 180, 'ND'],
      ['hazchem-trial-run-max', 1, 'Y'],
      ['reapply-bar-false', 1, 'Y'],
      ['reapply-bar-fraud', 3, 'Y'],
    ])
  })

  it('take effect by themselves only where the norm is confirmed; the end of the opinion only calls a person', () => {
    const firing = clocks.flatMap(({ clock, due, escalationPolicy }) =>
      escalationPolicy.flatMap(({ event, force }) => (event ? [{ clock, due, event, force }] : [])),
    )
    expect(firing.map(({ event, force }) => [event, force])).toEqual([
      ['deem-accepted', 'legal'],
      ['hearing-lapsed', 'legal'],
      ['opinion-expired', 'supervision'],
      ['bar-ended', 'legal'],
      ['bar-ended', 'legal'],
    ])
    for (const { clock, due, force } of firing)
      if (force === 'legal')
        expect([clock, 'rule' in due && isUnconfirmed(ruleOn(due.rule, '2026-06-01'))]).toEqual([
          clock,
          false,
        ])
    const drawn = new Set(transitionsOf(threeSimultaneities.machine).map(({ event }) => event))
    for (const { event } of firing) expect(drawn).toContain(event)
  })

  it('of a hazchem project wait for a person once the law of 2026 is in force and not loaded', () => {
    for (const rule of [
      'condition-review',
      'hazchem-design-review',
      'opinion-validity',
      'hazchem-trial-run-max',
    ])
      expect([rule, isUnconfirmed(ruleOn(`three-simultaneities.${rule}`, '2026-05-01'))]).toEqual([
        rule,
        true,
      ])
    expect(isUnconfirmed(ruleOn('three-simultaneities.design-review', '2026-05-01'))).toBe(false)
  })
})

type Play = ReturnType<typeof registering>
/** Who hears in the days up to this one that a period was missed. */
const heard = (play: Play, until: string): number => {
  const before = play.effects.length
  play.does(['until', until])
  return play.effects.slice(before).filter(({ kind }) => kind === 'notice').length
}
const unsupplied: Line[] = [
  ['mao', 'apply-design'],
  ['kou', 'require-supplement'],
  ['until', '2026-03-20'],
  ['kou', 'end-supplement'],
]

describe('nobody waits unheard', () => {
  it('after a supplement that never came: it is accepted or not within five working days', () => {
    const play = registering(mine, '2026-03-02', ...unsupplied)
    expect(play.due('unsupplied-acceptance')).toBe('2026-03-27')
    expect(heard(play, '2026-04-01')).toBeGreaterThan(0)
    expect([play.where('handling'), play.clock('unsupplied-acceptance')?.status]).toEqual([
      'handling.design.receiving',
      'overdue',
    ])
    const decided = registering(mine, '2026-03-02', ...unsupplied, ['kou', 'accept'])
    expect(decided.clock('unsupplied-acceptance')?.status).toBe('met')
  })

  it('for a refusal: it is served within ten working days', () => {
    const refused = (): Play =>
      registering(mine, '2026-03-02', ...applied('apply-design'), ...onPaper, [
        'gao',
        'refuse-design',
      ])
    const play = refused()
    expect(play.due('refusal-notice')).toBe('2026-03-16')
    expect(heard(play, '2026-03-20')).toBeGreaterThan(0)
    const served = refused()
    served.does(['kou', 'serve-refusal'])
    expect(served.clock('refusal-notice')?.status).toBe('met')
  })

  it('for experts: until the day of which the applicant was told', () => {
    const withExperts = (): Play =>
      registering(mine, '2026-03-02', ...applied('apply-design'), [
        'shen',
        'begin-expert-review',
        { ...sample('begin-expert-review'), until: '2026-03-10' },
      ])
    const play = withExperts()
    expect(play.due('expert-review')).toBe('2026-03-10')
    expect(heard(play, '2026-03-12')).toBeGreaterThan(0)
    const over = withExperts()
    over.does(['shen', 'end-expert-review'])
    expect(over.clock('expert-review')?.status).toBe('met')
  })
})
