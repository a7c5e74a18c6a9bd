// Does each rule of a project say yes or give its reason, in both languages, and never throw?
import { describe, expect, it } from 'vitest'
import { opening, type ProjectContext } from '../../domain/three-simultaneities/context.ts'
import { grounds, proposedFor } from '../../domain/three-simultaneities/jurisdiction.ts'
import { bureauAcceptsOn, isTrialFiledOn, kinds } from '../../domain/three-simultaneities/kinds.ts'
import { rules } from '../../domain/three-simultaneities/rules.ts'
import { machine } from '../../domain/three-simultaneities/statechart.ts'
import {
  anybody,
  eventBy,
  expectAnswers,
  expectGuards,
  reason,
} from '../support/processes/rule-verdicts.ts'

const past: ProjectContext = {
  ...opening(undefined),
  kind: 'hazchem',
  county: '330802',
  authority: '330800',
  phase: 'design',
  requestedItems: ['规划文件'],
  reviewers: ['reviewer'],
  endorser: 'chief',
  decidedOn: '2026-02-27',
  designOn: '2026-02-27',
  trialFrom: '2026-02-10',
}
type Name = keyof typeof rules

describe('the rules', () => {
  it.each<[Name, Partial<ProjectContext>, string, Record<string, unknown>, boolean]>([
    ['conditionsFirst', {}, 'boss', {}, true],
    ['conditionsFirst', { kind: 'mine' }, 'boss', {}, false],
    ['conditionsFirst', { barred: 'false' }, 'boss', {}, false],
    ['designFirst', {}, 'boss', {}, false],
    ['designFirst', { kind: 'mine' }, 'boss', {}, true],
    ['designFirst', { kind: 'other' }, 'boss', {}, false],
    ['mayApplyDesign', { opinionExpired: true }, 'boss', {}, false],
    ['changeLawful', { kind: 'other' }, 'boss', {}, false],
    ['needsNoReview', { kind: 'other' }, 'boss', {}, true],
    ['needsNoReview', {}, 'boss', {}, false],
    ['authorityLawful', {}, 'clerk', { to: '330802' }, true],
    ['authorityLawful', {}, 'clerk', { to: '330800' }, false],
    ['authorityLawful', {}, 'clerk', { to: '330881' }, false],
    ['expertsMayReview', {}, 'reviewer', { toldOn: '2026-03-02' }, true],
    ['expertsMayReview', {}, 'reviewer', { toldOn: '2026-03-03' }, false],
    ['expertsMayReview', {}, 'reviewer', { toldOn: '2026-03-02', until: '2026-03-01' }, false],
    ['expertsMayReview', { hearing: 'told' }, 'reviewer', {}, false],
    ['mayExtend', {}, 'leader', {}, true],
    ['mayExtend', { extended: true }, 'leader', {}, false],
    ['mayExtend', { phase: 'conditions' }, 'leader', {}, false],
    ['mayExtend', { phase: 'conditions', jointWith: ['fire'] }, 'leader', {}, true],
    ['decisionLawful', {}, 'reviewer', {}, false],
    ['decisionLawful', {}, 'chief', {}, false],
    ['decisionLawful', {}, 'leader', {}, true],
    ['decisionLawful', { hearing: 'asked' }, 'leader', {}, false],
    ['decisionLawful', { hearing: 'over' }, 'leader', {}, true],
    ['decisionLawful', { checkFailed: true }, 'leader', {}, true],
    ['approvalLawful', { checkFailed: true }, 'leader', {}, false],
    ['approvalLawful', {}, 'reviewer', {}, false],
    ['approvalLawful', {}, 'leader', {}, true],
    ['onlyApplicantTold', {}, 'boss', {}, true],
    ['onlyApplicantTold', { othersNotified: true }, 'boss', {}, false],
    ['hearingOver', {}, 'reviewer', {}, false],
    ['hearingOver', {}, 'chief', {}, false],
    ['hearingOver', {}, 'lawyer', {}, true],
    ['hearingOver', { endorser: null }, 'chief', {}, true],
    ['hearingOver', { heldOn: '2026-03-02' }, 'lawyer', {}, true],
    ['hearingOver', { heldOn: '2026-03-03' }, 'lawyer', {}, false],
    ['noticeLawful', {}, 'chief', { heldOn: '2026-03-11' }, true],
    ['noticeLawful', {}, 'chief', { heldOn: '2026-03-10' }, false],
    ['noticeLawful', {}, 'chief', { heldOn: '2026-02-31' }, false],
    ['opinionLawful', { unanswered: ['fire'] }, 'reviewer', {}, false],
    ['opinionHasExpired', {}, 'chief', {}, false],
    ['annulmentLawful', { designOn: null }, 'leader', {}, false],
    ['annulmentLawful', {}, 'leader', {}, true],
    ['annulmentLawful', { ended: 'in-use' }, 'leader', {}, true],
    ['annulmentLawful', { ended: 'abandoned' }, 'leader', {}, false],
    ['annulmentLawful', { ended: 'annulled' }, 'leader', {}, false],
    ['reopenLawful', { ended: 'in-use' }, 'leader', {}, true],
    ['reopenLawful', { ended: 'in-use', designOn: null }, 'leader', {}, false],
    ['reopenLawful', { ended: 'abandoned' }, 'leader', {}, false],
    ['beginningLawful', {}, 'boss', { startedOn: '2026-02-27' }, true],
    ['beginningLawful', {}, 'boss', { startedOn: '2026-02-26' }, false],
    ['beginningLawful', {}, 'boss', { startedOn: '2026-03-03' }, false],
    ['beginningLawful', { opinionExpired: true }, 'boss', {}, false],
    ['trialLawful', { kind: 'mine' }, 'boss', { from: '2026-03-02', until: '2026-08-29' }, true],
    ['trialLawful', { kind: 'mine' }, 'boss', { from: '2026-03-02', until: '2026-08-30' }, false],
    ['trialLawful', { kind: 'mine' }, 'boss', { from: '2026-03-02', until: '2026-03-01' }, false],
    ['trialLawful', {}, 'boss', { from: '2026-03-02', until: '2029-01-01' }, true],
    ['trialLawful', { kind: 'mine' }, 'boss', { from: '2026-02-01', until: '2026-03-02' }, false],
    ['trialLawful', {}, 'boss', { from: '2026-03-02', until: '2026-03-03' }, true],
    [
      'trialLawful',
      { kind: 'mine', startedOn: '2026-03-02' },
      'boss',
      { from: '2026-03-01', until: '2026-06-01' },
      false,
    ],
    ['trialPassed', { kind: 'mine' }, 'boss', { result: 'passed' }, false],
    ['trialPassed', {}, 'boss', { result: 'passed' }, true],
    ['trialIsFiled', {}, 'boss', {}, false],
    ['bureauAccepts', {}, 'boss', {}, false],
    ['builderAccepts', {}, 'boss', {}, true],
    ['builderAccepts', {}, 'boss', { acceptedOn: '2026-03-02' }, true],
    ['builderAccepts', {}, 'boss', { acceptedOn: '2026-03-03' }, false],
    ['builderAccepts', {}, 'boss', { acceptedOn: '2026-02-09' }, false],
    ['builderAccepts', { startedOn: '2026-02-20' }, 'boss', { acceptedOn: '2026-02-19' }, false],
  ])('%s with %o, the %s saying %o: %s', (name, remembered, who, data, allowed) => {
    expect(
      rules[name]({ context: { ...past, ...remembered }, event: eventBy(anybody(who), data) }),
    ).toEqual(allowed ? true : reason)
  })

  it.each(Object.entries(rules))(
    '%s answers "may I at all?" without data, for anybody, with any past',
    (_, rule) =>
      expectAnswers(rule as typeof rules.mayExtend, {
        people: ['somebody', 'reviewer'],
        pasts: [past, opening(undefined)],
        to: 'handling.design.reviewing.opining',
      }),
  )

  it('guard some transition, and every guard is a rule', () => {
    // Asked of a closed case, which stands nowhere in the chart.
    const { reopenLawful: _, ...guards } = rules
    expectGuards(guards, machine)
  })
})

describe('the norm of the day', () => {
  it.each([
    ['mine', '2015-04-30', true],
    ['mine', '2015-05-01', false],
    ['hazchem', '2015-06-30', true],
    ['hazchem', '2015-07-01', false],
    ['other', '2014-06-03', false],
  ] as const)(
    'the completion of a %s project on %s is decided by the authority: %s',
    (kind, on, bureau) => {
      expect(bureauAcceptsOn(kind, on)).toBe(bureau)
    },
  )

  it('the trial production was filed until July 2015, of hazchem projects', () => {
    expect([
      isTrialFiledOn('hazchem', '2015-06-30'),
      isTrialFiledOn('hazchem', '2015-07-01'),
      isTrialFiledOn('mine', '2014-06-03'),
    ]).toEqual([true, false, false])
  })
})

describe('the authority that is proposed', () => {
  const region = (kind: string, met: unknown) => proposedFor('330822', kind, met).region

  it.each(Object.keys(kinds))('%s: the city, but for projects that nobody reviews', (kind) => {
    expect(region(kind, [])).toBe(kind === 'other' ? '330822' : '330800')
  })

  it('the county only where the city has entrusted it, and always with its reason', () => {
    expect(region('mine', ['entrusted'])).toBe('330822')
    expect(region('mine', ['entrusted', 'cross-county'])).toBe('330800')
    expect(region('mine', ['entrusted', 'cross-city'])).toBe('330800')
    for (const ground of Object.keys(grounds))
      expect(proposedFor('330822', 'mine', [ground]).reason).toEqual(reason)
    for (const nonsense of [undefined, null, ['constructor'], 'entrusted'])
      expect(region('mine', nonsense)).toBe('330800')
  })
})
