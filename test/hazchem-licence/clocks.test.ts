// Which fact starts and ends each period over a licence, what stops it, and does its escalation policy fit the chart?
import { describe, expect, it } from 'vitest'
import { clocks } from '../../domain/hazchem-licence/clocks.ts'
import { hazchemLicence } from '../../domain/hazchem-licence/process.ts'
import { ruleOn } from '../../domain/law/rule-book.ts'
import { isUnconfirmed } from '../../domain/law/rules/rule.ts'
import { transitionsOf } from '../../domain/model/chart.ts'

const clockOf = (name: string) => {
  const found = clocks.find(({ clock }) => clock === name)
  if (!found) throw new Error(`no clock ${name}`)
  return found
}

describe('the clocks', () => {
  it.each([
    [
      'acceptance',
      ['apply', 'supplement'],
      [
        'accept',
        'deem-accepted',
        'require-supplement',
        'refuse-acceptance',
        'withdraw',
        'deem-renewed',
      ],
    ],
    ['review', ['accept', 'deem-accepted'], ['grant', 'refuse', 'withdraw', 'deem-renewed']],
    [
      'renewal-decision',
      ['accept', 'deem-accepted'],
      ['grant', 'refuse', 'withdraw', 'deem-renewed'],
    ],
    ['certificate-delivery', ['grant', 'deem-renewed'], ['serve-licence']],
    ['refusal-notice', ['refuse'], ['serve-refusal']],
    ['joint-decision', ['handle-jointly'], ['grant', 'refuse', 'withdraw', 'deem-renewed']],
    [
      'hearing-request',
      ['serve-hearing-notice'],
      ['request-hearing', 'waive-hearing', 'hearing-lapsed', 'withdraw', 'deem-renewed'],
    ],
    [
      'hearing-organise',
      ['request-hearing', 'announce-hearing'],
      ['close-hearing', 'withdraw', 'deem-renewed'],
    ],
    ['reapply-bar-false', ['refuse-acceptance', 'refuse'], ['bar-ended']],
    ['reapply-bar-fraud', ['annul-licence'], ['bar-ended']],
  ])('%s starts on %s and ends on %s', (name, startsOn, endsOn) =>
    expect(clockOf(name)).toMatchObject({ startsOn, endsOn }),
  )

  it('start, stop and end only on events that the process knows', () => {
    const known = [hazchemLicence.start.type, ...Object.keys(hazchemLicence.events)]
    for (const {
      startsOn,
      endsOn,
      yieldsOn = [],
      movesOn = [],
      pausesOn = {},
      resumesOn = [],
      quietOn = [],
      escalationPolicy,
    } of clocks) {
      const named = [
        ...startsOn,
        ...endsOn,
        ...yieldsOn,
        ...movesOn,
        ...Object.keys(pausesOn),
        ...resumesOn,
        ...quietOn,
        ...escalationPolicy.flatMap(({ event }) => event ?? []),
      ]
      for (const type of named) expect(known).toContain(type)
    }
  })

  it('stand still only on grounds that their rule knows, and go on again', () => {
    for (const { due, pausesOn = {}, resumesOn = [] } of clocks)
      for (const { kind } of Object.values(pausesOn)) {
        expect('rule' in due && ruleOn(due.rule, '2026-03-02').pauses[kind]).toBeTruthy()
        expect(resumesOn.length).toBeGreaterThan(0)
      }
  })

  it('leave out a hearing, whoever applies for what, and yield to the joint period where there may be one', () => {
    const stopped = clocks
      .filter(({ pausesOn = {} }) => Object.hasOwn(pausesOn, 'request-hearing'))
      .map(({ clock }) => clock)
    const reviews = [
      'review',
      'renewal-decision',
      'change-decision',
      'joint-decision',
      'promised-review',
      'promised-decision',
    ]
    expect(stopped).toEqual(reviews)
    const yielding = clocks.filter(({ yieldsOn = [] }) => yieldsOn.includes('handle-jointly'))
    expect(yielding.map(({ clock }) => clock)).toEqual([
      'review',
      'renewal-decision',
      'promised-review',
    ])
  })

  it('have their numbers from the rule book; what waits for a document has none', () => {
    const numbers = clocks.flatMap(({ clock, due }) => {
      if (!('rule' in due)) return []
      const { n, unit } = ruleOn(due.rule, '2026-03-02')
      return [`${clock} ${n} ${unit}`]
    })
    expect(numbers).toEqual([
      'acceptance 5 WD',
      'unsupplied-acceptance 5 WD',
      'review 30 WD',
      'renewal-decision 30 WD',
      'change-decision 10 WD',
      'joint-decision 45 WD',
      'hearing-request 5 WD',
      'hearing-organise 20 WD',
      'certificate-delivery 10 WD',
      'refusal-notice 10 WD',
      'promised-acceptance 2 WD',
      'promised-review 10 WD',
      'promised-decision 2 WD',
      'promised-delivery 1 WD',
      'validity 3 Y',
      'renewal-application 3 M',
      'change-filing 20 WD',
      'storage-change-filing 20 WD',
      'reapply-bar-false 1 Y',
      'reapply-bar-fraud 3 Y',
    ])
    expect(clocks.filter(({ promised }) => promised).map(({ clock }) => clock)).toEqual(
      ['acceptance', 'review', 'decision', 'delivery'].map((step) => `promised-${step}`),
    )
  })

  it('let an effect on rights wait for a person where its date is not sure, and only there', () => {
    const legal = clocks.flatMap(({ clock, escalationPolicy }) =>
      escalationPolicy.filter(({ force }) => force === 'legal').map(({ event }) => [clock, event]),
    )
    expect(legal).toEqual([
      ['acceptance', 'deem-accepted'],
      ['hearing-request', 'hearing-lapsed'],
      ['deemed-renewal', 'deem-renewed'],
      ['granted-renewal', 'renewal-begins'],
      ['validity', 'licence-expired'],
      ['validity-kept', 'licence-expired'],
      ['suspension', 'suspension-ended'],
      ['reapply-bar-false', 'bar-ended'],
      ['reapply-bar-fraud', 'bar-ended'],
    ])
    const taken = new Set(transitionsOf(hazchemLicence.machine).map(({ event }) => event))
    for (const [, event] of legal) expect(taken).toContain(event)
    const ofTheClock = Object.entries(hazchemLicence.events).filter(([, { by }]) => by === 'clock')
    expect(new Set(ofTheClock.map(([type]) => type))).toEqual(
      new Set(legal.map(([, event]) => event)),
    )
    expect(isUnconfirmed(ruleOn('hazchem-licence.acceptance', '2026-09-28'))).toBe(false)
    expect(isUnconfirmed(ruleOn('hazchem-licence.validity', '2026-09-28'))).toBe(true)
  })

  it('remind the holder and the window more than three months before the end', () => {
    const { warn, warnNotify } = clockOf('renewal-application')
    expect(warn).toEqual({ unit: 'ND', n: 30 })
    expect(warnNotify.map(({ role }) => role)).toEqual([
      'enterprise-principal',
      'enterprise-safety',
      'clerk',
    ])
  })
})
