// Which periods run over a project and its applications, and who hears of it when one is missed?

import { type Text, text } from '../language/words.ts'
import { reviewers, sectionChief } from '../licensing/addresses.ts'
import {
  acceptanceClock,
  acceptances,
  barClock,
  expertClock,
  hearingClocks,
  jointClock,
  limit,
  notCounted,
  promise,
  reviewClock,
  serviceClock,
  unsuppliedClock,
} from '../licensing/clocks.ts'
import { escalationLevel, missed, warnBefore } from '../model/periods/period.ts'
import type { ClockDefinition } from '../model/process.ts'
import { enterprise } from '../organisation/addresses.ts'
import { dayBegins, type Instant } from '../time/instant.ts'
import { applications, approvals, decisions, leavings, refusals } from './events.ts'
import { id } from './regions/ends.ts'

type Context = Record<string, unknown>

const decided = [...decisions, ...leavings]
const acceptanceEnds = [...acceptances, 'require-supplement', 'refuse-acceptance', ...leavings]

const isFor =
  (phases: string[], hazchem: boolean) =>
  ({ phase, kind }: Context): boolean =>
    phases.includes(String(phase)) && (kind === 'hazchem') === hazchem

/** 令45 第十二、十八条 (unconfirmed): of a hazchem project the builder's rework is not counted either; `article` says where. */
const review = (
  clock: string,
  words: Text,
  startsIf: (context: Context) => boolean,
  article?: string,
): ClockDefinition =>
  reviewClock(id, clock, words, {
    startsIf,
    endsOn: decided,
    pausesOn: {
      ...notCounted.pausesOn,
      ...(article ? { 'site-check-rework': { kind: 'rework', article } } : {}),
    },
    resumesOn: [...notCounted.resumesOn, ...(article ? ['report-rework', 'end-rework'] : [])],
  })

const design = text('安全设施设计审查', 'Review of the design')
const completion = text('竣工验收决定', 'Decision on the completion')

const reviews: ClockDefinition[] = [
  acceptanceClock(id, [...applications, 'supplement'], acceptanceEnds),
  unsuppliedClock(acceptanceEnds),
  expertClock([...leavings]),
  review(
    'condition-review',
    text('安全条件审查', 'Review of the safety conditions'),
    isFor(['conditions'], true),
    '总局令第45号第十二条（待核实）',
  ),
  review('design-review', design, isFor(['design', 'change'], false)),
  review(
    'hazchem-design-review',
    design,
    isFor(['design', 'change'], true),
    '总局令第45号第十八条（待核实）',
  ),
  review('completion-decision', completion, isFor(['completion'], false)),
  review('hazchem-completion-decision', completion, isFor(['completion'], true)),
  jointClock(decided),
  ...hearingClocks([...leavings]),
  serviceClock(id, 'certificate-delivery', text('送达审查意见书', 'Service of the opinion'), {
    startsOn: [...approvals],
    endsOn: ['serve-approval', 'declare-void', 'annul-approval'],
  }),
  serviceClock(id, 'refusal-notice', text('送达不予批准决定', 'Service of the refusal'), {
    startsOn: [...refusals],
    endsOn: ['serve-refusal', 'declare-void', 'annul-approval'],
  }),
]

const promises: ClockDefinition[] = [
  promise(id, 'acceptance', '受理', 'Acceptance', {
    startsOn: [...applications, 'supplement'],
    endsOn: acceptanceEnds,
  }),
  promise(id, 'decision', '审查决定', 'Decision', {
    due: { rule: `${id}.promised-decision`, from: 'acceptedOn' },
    startsOn: acceptances,
    endsOn: decided,
    yieldsOn: ['handle-jointly'],
    ...notCounted,
  }),
]

/** 令36: it has lasted until it ended, passed or failed, and not until that was reported. */
const trialOver = ({ trialFrom, trialEndedOn, failedOn }: Context): Instant | null => {
  const ended = trialEndedOn ?? (trialFrom === null ? failedOn : null)
  return typeof ended === 'string' ? dayBegins(ended) : null
}

const trial = (clock: string, hazchem: boolean): ClockDefinition => {
  const words = text('试运行最长期限', 'Longest trial run')
  return limit(clock, words, {
    due: { rule: `${id}.${clock}`, from: 'trialFrom' },
    startsOn: ['begin-trial'],
    startsIf: ({ kind }) => (kind === 'hazchem') === hazchem,
    endsOn: ['end-trial', 'annul-approval', 'abandon'],
    doneAt: trialOver,
    ...warnBefore(15, 'ND', enterprise),
    escalationPolicy: [missed(words, [...enterprise, reviewers, sectionChief])],
  })
}

const ofTheProject: ClockDefinition[] = [
  limit(
    'opinion-validity',
    text('安全条件审查意见书有效期', 'Validity of the opinion on the safety conditions'),
    {
      due: `${id}.opinion-validity`,
      startsOn: ['pass-conditions'],
      endsOn: ['begin-construction', 'abandon', 'annul-approval'],
      ...warnBefore(60, 'ND', [...enterprise, sectionChief]),
      // It opens a task for a person and takes nothing away, so it may come on an unconfirmed date.
      escalationPolicy: [
        escalationLevel('expired', text('意见书有效期届满', 'The opinion has run out'), {
          event: 'opinion-expired',
          notify: [...enterprise, sectionChief],
        }),
      ],
    },
  ),
  trial('trial-run-max', false),
  trial('hazchem-trial-run-max', true),
]

export const clocks: ClockDefinition[] = [
  ...reviews,
  ...promises,
  ...ofTheProject,
  barClock('false', ['refuse-acceptance', ...refusals]),
  barClock('fraud', ['annul-approval']),
]
