// Does each rule of a licence say yes or give its reason, in both languages, and never throw?
import { describe, expect, it } from 'vitest'
import { type LicenceContext, notes, opening } from '../../domain/hazchem-licence/context.ts'
import { grounds, proposedFor } from '../../domain/hazchem-licence/jurisdiction.ts'
import { rules } from '../../domain/hazchem-licence/rules.ts'
import { machine } from '../../domain/hazchem-licence/statechart.ts'
import { rulesWith } from '../../domain/law/entered.ts'
import {
  anybody,
  eventBy,
  expectAnswers,
  expectGuards,
  reason,
} from '../support/processes/rule-verdicts.ts'

const past: LicenceContext = {
  ...opening(undefined),
  county: '330802',
  authority: '330802',
  requestedItems: ['租赁合同'],
  reviewers: ['reviewer'],
  endorser: 'chief',
  decidedOn: '2026-02-27',
}
type Name = keyof typeof rules

describe('the rules', () => {
  it.each<[Name, Partial<LicenceContext>, string, Record<string, unknown>, boolean]>([
    ['supplementOnce', {}, 'clerk', {}, true],
    ['supplementOnce', { supplementRequested: true }, 'clerk', {}, false],
    ['notAcceptedLawful', {}, 'clerk', { ground: 'incomplete' }, false],
    [
      'notAcceptedLawful',
      { supplementRequested: true },
      'clerk',
      { ground: 'incomplete', missing: ['租赁合同'] },
      true,
    ],
    [
      'notAcceptedLawful',
      { supplementRequested: true },
      'clerk',
      { ground: 'incomplete', missing: ['租赁合同', '别的'] },
      false,
    ],
    ['notAcceptedLawful', {}, 'clerk', { ground: 'not-competent' }, true],
    ['authorityLawful', {}, 'clerk', { to: '330800' }, true],
    ['authorityLawful', {}, 'clerk', { to: '330802' }, false],
    ['authorityLawful', {}, 'clerk', { to: '330881' }, false],
    ['answersWhole', {}, 'boss', { answers: [{ item: '租赁合同', passed: true }] }, true],
    ['answersWhole', {}, 'boss', { answers: [] }, false],
    ['answersWhole', {}, 'boss', { answers: [{ item: '别的', passed: true }] }, false],
    ['onlyChange', { kind: 'renewal' }, 'reviewer', {}, false],
    ['onlyChange', { kind: 'change' }, 'reviewer', {}, true],
    ['mayExtend', {}, 'leader', {}, true],
    ['mayExtend', { extended: true }, 'leader', {}, false],
    ['mayExtend', { kind: 'change' }, 'leader', {}, false],
    ['endorsedByAnother', {}, 'reviewer', {}, false],
    ['endorsedByAnother', {}, 'chief', {}, true],
    ['decisionLawful', {}, 'reviewer', {}, false],
    ['decisionLawful', {}, 'chief', {}, false],
    ['decisionLawful', {}, 'leader', {}, true],
    ['decisionLawful', { hearing: 'told' }, 'leader', {}, false],
    ['decisionLawful', { hearing: 'over' }, 'leader', {}, true],
    ['grantLawful', { checkFailed: true }, 'leader', {}, false],
    ['grantLawful', { checkFailed: false }, 'leader', {}, true],
    ['expertsMayReview', {}, 'reviewer', {}, true],
    ['expertsMayReview', {}, 'reviewer', { until: '2026-03-02' }, true],
    ['expertsMayReview', {}, 'reviewer', { until: '2026-03-01' }, false],
    ['expertsMayReview', { kind: 'change' }, 'reviewer', {}, false],
    ['expertsMayReview', { hearing: 'asked' }, 'reviewer', {}, false],
    ['noHearingOpen', { hearing: 'told' }, 'reviewer', {}, false],
    ['hearingPossible', { acceptedOn: '2026-03-02', decidedOn: null }, 'reviewer', {}, true],
    [
      'hearingPossible',
      { acceptedOn: '2026-03-02', decidedOn: null, stopped: 'site-check' },
      'reviewer',
      {},
      false,
    ],
    [
      'hearingPossible',
      { acceptedOn: '2026-03-02', decidedOn: null, hearing: 'over' },
      'reviewer',
      {},
      false,
    ],
    ['hearingPossible', { acceptedOn: '2026-03-02' }, 'reviewer', {}, false],
    ['onlyApplicantTold', {}, 'boss', {}, true],
    ['onlyApplicantTold', { othersNotified: true }, 'boss', {}, false],
    ['noticeLawful', {}, 'chief', { heldOn: '2026-03-11' }, true],
    ['noticeLawful', {}, 'chief', { heldOn: '2026-03-10' }, false],
    ['hearingOver', {}, 'reviewer', {}, false],
    ['hearingOver', {}, 'chief', {}, false],
    ['hearingOver', {}, 'lawyer', {}, true],
    ['hearingOver', { endorser: null }, 'chief', {}, true],
    ['hearingOver', { heldOn: '2026-03-02' }, 'lawyer', {}, true],
    ['hearingOver', { heldOn: '2026-03-03' }, 'lawyer', {}, false],
    ['jointFromTheStart', {}, 'chief', {}, true],
    ['jointFromTheStart', { kind: 'change' }, 'chief', {}, false],
    ['jointFromTheStart', { everStopped: true }, 'chief', {}, false],
    ['opinionLawful', { unanswered: ['fire'] }, 'reviewer', {}, false],
    ['opinionLawful', {}, 'reviewer', {}, true],
    ['lastAnswers', { unanswered: ['fire'] }, 'reviewer', { bureau: 'housing' }, false],
    ['serviceLawful', {}, 'clerk', { servedOn: '2026-02-26' }, false],
    ['serviceLawful', {}, 'clerk', { servedOn: '2026-02-27' }, true],
    ['serviceLawful', {}, 'clerk', { servedOn: '2026-03-03' }, false],
    ['serviceLawful', {}, 'clerk', { servedOn: '2026-02-31' }, false],
    ['serviceLawful', {}, 'clerk', { servedOn: '2026-03-02', method: 'electronic' }, false],
    [
      'serviceLawful',
      { electronic: true },
      'clerk',
      { servedOn: '2026-03-02', method: 'electronic' },
      true,
    ],
    ['serviceLawful', {}, 'clerk', { servedOn: '2026-03-02', method: 'left' }, false],
    ['servedToTrade', { issuedOn: '2026-03-02' }, 'clerk', { servedOn: '2026-03-01' }, false],
    ['servedToTrade', { issuedOn: '2026-03-01' }, 'clerk', { servedOn: '2026-03-01' }, true],
    ['cancelLawful', { validUntil: '2026-03-02' }, 'leader', { ground: 'not-renewed' }, false],
    ['cancelLawful', { validUntil: '2026-03-01' }, 'leader', { ground: 'not-renewed' }, true],
    ['cancelLawful', { validUntil: '2026-03-02' }, 'leader', { ground: 'request' }, true],
    ['renewedInTime', { kind: 'renewal' }, 'clock', {}, true],
    ['renewedInTime', { kind: 'renewal', late: true }, 'clock', {}, false],
    ['renewedInTime', {}, 'clock', {}, false],
    ['changeLawful', {}, 'boss', { changedOn: '2026-03-02' }, true],
    ['changeLawful', {}, 'boss', { changedOn: '2026-03-03' }, false],
  ])('%s with %o, the %s saying %o: %s', (name, remembered, who, data, allowed) => {
    expect(
      rules[name]({ context: { ...past, ...remembered }, event: eventBy(anybody(who), data) }),
    ).toEqual(allowed ? true : reason)
  })

  it('the seven days before a hearing, counted over days that no decree has named, refuse nobody', () => {
    const texts = (at: string, heldOn: string) =>
      rules.noticeLawful({
        context: past,
        event: { ...eventBy(anybody('chief'), { heldOn }), at: `${at}T01:00:00.000Z` },
      })
    expect(texts('2026-12-18', '2026-12-21')).toEqual(reason)
    expect(texts('2027-01-06', '2027-01-11')).toBe(true)
    for (const heldOn of ['2027-01-06', '2027-02-31'])
      expect(texts('2027-01-06', heldOn)).toEqual(reason)
  })

  it.each(Object.entries(rules))(
    '%s answers "may I at all?" without data, for anybody, with any past',
    (_, rule) =>
      expectAnswers(rule as typeof rules.mayExtend, {
        people: ['somebody', 'reviewer'],
        pasts: [past, opening(undefined)],
        to: 'handling.issuing',
      }),
  )

  it('guard some transition, and every guard is a rule, of either chart', () => {
    expectGuards(rules, machine)
  })
})

describe('what is worked out of an application', () => {
  it('a renewal is in time up to three months before its end', () => {
    const filed = (at: string) =>
      opening({
        ...eventBy(anybody('boss'), { kind: 'renewal', expiresOn: '2027-03-15' }),
        at: `${at}T01:00:00.000Z`,
      }).late
    expect([filed('2026-12-10'), filed('2026-12-15'), filed('2026-12-16')]).toEqual([
      false,
      false,
      true,
    ])
  })

  it('by the numbers that were entered, as its clocks are', () => {
    const entry = (rule: string, n: number) => ({
      id: rule,
      entry: {
        kind: 'rule' as const,
        rule,
        region: '330803',
        from: '2026-06-01',
        n,
        source: '试验',
        running: null,
        norm: { zh: '试验规定', en: 'Trial rules' },
        article: { zh: '试验规定第3条', en: 'Trial rules art. 3' },
        confidence: 'V' as const,
      },
    })
    const entered = rulesWith([
      entry('hazchem-licence.renewal-application', 4),
      entry('hazchem-licence.validity', 5),
    ])
    const event = (region: string, at: string) => ({
      ...eventBy(anybody('boss'), { kind: 'renewal', expiresOn: '2027-03-15' }),
      rules: entered,
      region,
      at: `${at}T01:00:00.000Z`,
    })
    const late = (region: string) => opening(event(region, '2026-11-16')).late
    expect([late('330803'), late('330802')]).toEqual([true, false])
    const until = (region: string) =>
      notes.noteIssued({
        context: { ...past, kind: 'new' },
        event: event(region, '2026-07-01'),
      }).validUntil
    expect([until('330803'), until('330802')]).toEqual(['2031-07-01', '2029-07-01'])
  })

  it.each(Object.keys(grounds))('%s lies with the city', (ground) => {
    expect(proposedFor('330822', [ground])).toMatchObject({
      region: '330800',
      reason: { zh: expect.stringContaining('第三十五条') },
    })
  })

  it('anything else, and nonsense, lies with the county', () => {
    for (const kinds of [undefined, null, [], ['constructor'], 'toxic'])
      expect(proposedFor('330822', kinds).region).toBe('330822')
  })
})
