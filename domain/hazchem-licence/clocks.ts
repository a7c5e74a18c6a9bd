// Which periods run over an application and its licence, and who hears of it when one is missed?

import { type Text, text } from '../language/words.ts'
import { clerk, leader, reviewers, sectionChief } from '../licensing/addresses.ts'
import {
  acceptanceClock,
  acceptances,
  barClock,
  expertClock,
  hearingClocks,
  jointClock,
  limit,
  notCounted as notCountedByLaw,
  promise,
  reviewClock,
  serviceClock,
  unsuppliedClock,
} from '../licensing/clocks.ts'
import {
  escalationLevel,
  missed,
  type PeriodTerms,
  takesEffect,
  warnBefore,
} from '../model/periods/period.ts'
import type { ClockDefinition } from '../model/process.ts'
import { enterprise } from '../organisation/addresses.ts'
import { goesOn, type LicenceContext } from './context.ts'
import { applicationEnds, id } from './regions/ends.ts'

type Context = Record<string, unknown>
const isKind =
  (...kinds: string[]) =>
  ({ kind }: Context) =>
    kinds.includes(String(kind))

const decisions: string[] = [...applicationEnds]
/** Of the licence held nothing is left to go on. */
const heldEnded = ['note-held-ended', 'note-held-closed']
const acceptanceEnds = [
  ...acceptances,
  'require-supplement',
  'refuse-acceptance',
  'withdraw',
  'deem-renewed',
]

/** 许可法 45, 令55 第十一条: told to the applicant, and not counted. */
const notCounted: Pick<ClockDefinition, 'pausesOn' | 'resumesOn'> = {
  pausesOn: {
    'begin-site-check': { kind: 'site-check', article: '总局令第55号第十一条' },
    'site-check-rework': { kind: 'rework', article: '总局令第55号第十一条' },
    ...notCountedByLaw.pausesOn,
  },
  resumesOn: [
    'site-check-passed',
    'site-check-failed',
    'site-check-rework',
    'report-rework',
    'end-rework',
    ...notCountedByLaw.resumesOn,
  ],
}

/** 令55 第十五条 leaves nothing out of the ten days of a change; the law above it leaves out its hearing. */
const hearingNotCounted: Pick<ClockDefinition, 'pausesOn' | 'resumesOn'> = {
  pausesOn: Object.fromEntries(
    Object.entries(notCountedByLaw.pausesOn).filter(([, { kind }]) => kind === 'hearing'),
  ),
  resumesOn: ['close-hearing'],
}

const review = (clock: string, words: Text, kinds: string[]): ClockDefinition =>
  reviewClock(id, clock, words, { startsIf: isKind(...kinds), endsOn: decisions, ...notCounted })

const ofTheApplication: ClockDefinition[] = [
  acceptanceClock(id, ['apply', 'supplement'], acceptanceEnds),
  unsuppliedClock(acceptanceEnds),
  expertClock(['withdraw', 'deem-renewed']),
  review('review', text('审查决定', 'Review and decision'), ['new', 'reapplication']),
  review('renewal-decision', text('延期审查决定', 'Decision on the renewal'), ['renewal']),
  limit('change-decision', text('变更决定', 'Decision on the change'), {
    due: { rule: 'hazchem-licence.change-decision', from: 'receivedOn' },
    startsOn: ['apply', 'supplement'],
    startsIf: isKind('change'),
    endsOn: [...decisions, 'require-supplement', 'refuse-acceptance'],
    ...hearingNotCounted,
    ...warnBefore(2, 'WD', [reviewers, sectionChief]),
    clockOwner: leader,
  }),
  jointClock(decisions),
  ...hearingClocks(['withdraw', 'deem-renewed']),
  limit(
    'deemed-renewal',
    text('原证届满（未决定即视为准予延续）', 'End of the licence held (undecided: deemed renewed)'),
    {
      due: { dateField: 'expiresOn', article: '《行政许可法》第五十条', kept: true },
      startsOn: ['apply', 'supplement'],
      startsIf: ({ kind, late, heldEnded, receivedOn, expiresOn }) =>
        kind === 'renewal' &&
        late !== true &&
        heldEnded !== true &&
        String(receivedOn) <= String(expiresOn),
      // Who owes the authority an answer does not win by giving none (许可法 32, 50).
      endsOn: [...decisions, 'refuse-acceptance', 'require-supplement', ...heldEnded],
      ...warnBefore(10, 'WD', [reviewers, sectionChief, leader]),
      escalationPolicy: [
        takesEffect(
          'deemed',
          text('届满未决定，视为准予延续', 'Undecided: deemed renewed'),
          'deem-renewed',
          [...enterprise, leader],
        ),
      ],
    },
  ),
  limit('granted-renewal', text('原证届满（延期已获准）', 'End of the licence held (renewed)'), {
    due: { dateField: 'expiresOn', article: '《行政许可法》第五十条', kept: true },
    startsOn: ['grant'],
    startsIf: (context) => goesOn(context as LicenceContext) && context.renewedUnserved !== true,
    endsOn: ['serve-licence', 'renewal-begins', 'note-held-ended'],
    escalationPolicy: [
      takesEffect(
        'begins',
        text('原证届满，延续的许可证起算', 'It has ended: the one renewed goes on'),
        'renewal-begins',
        [clerk],
      ),
    ],
  }),
  limit(
    'late-renewal',
    text(
      '原证届满（逾期申请，不推定准予）',
      'End of the licence held (filed late: nothing is deemed)',
    ),
    {
      due: {
        dateField: 'expiresOn',
        article: '总局令第55号第十八条、《行政许可法》第五十条',
        kept: true,
      },
      startsOn: ['apply'],
      startsIf: ({ kind, late }) => kind === 'renewal' && late === true,
      endsOn: [...decisions, 'refuse-acceptance', ...heldEnded],
      ...warnBefore(10, 'WD', [...enterprise, reviewers, sectionChief]),
      escalationPolicy: [
        escalationLevel(
          'lapsed',
          text('原证届满，尚未决定', 'The licence held has ended, undecided'),
          {
            notify: [...enterprise, sectionChief, leader],
          },
        ),
      ],
    },
  ),
  serviceClock(
    id,
    'certificate-delivery',
    text('颁发、送达许可证', 'Issue and service of the licence'),
    {
      startsOn: ['grant', 'deem-renewed'],
      endsOn: ['serve-licence'],
    },
  ),
  serviceClock(id, 'refusal-notice', text('不予许可书面告知', 'Service of the refusal'), {
    startsOn: ['refuse'],
    endsOn: ['serve-refusal'],
  }),
]

const ofTheOffice: ClockDefinition[] = [
  promise(id, 'acceptance', '受理', 'Acceptance', {
    startsOn: ['apply', 'supplement'],
    endsOn: acceptanceEnds,
  }),
  promise(id, 'review', '审查', 'Review', {
    due: { rule: 'hazchem-licence.promised-review', from: 'acceptedOn' },
    startsOn: acceptances,
    endsOn: ['submit-opinion', ...decisions],
    yieldsOn: ['handle-jointly'],
    ...notCountedByLaw,
  }),
  promise(id, 'decision', '决定', 'Decision', {
    startsOn: ['submit-opinion'],
    endsOn: decisions,
    ...notCountedByLaw,
  }),
  promise(id, 'delivery', '送达', 'Delivery', {
    startsOn: ['grant', 'deem-renewed'],
    endsOn: ['serve-licence'],
  }),
]

const licenceEnds = [
  'cancel-licence',
  'revoke-licence',
  'annul-licence',
  'replace-licence',
  'licence-expired',
]
const validity = (clock: string, terms: Pick<PeriodTerms, 'due' | 'startsIf'>): ClockDefinition =>
  limit(clock, text('许可证有效期', 'Validity of the licence'), {
    ...terms,
    startsOn: ['serve-licence'],
    endsOn: licenceEnds,
    quietOn: ['note-renewed'],
    ...warnBefore(30, 'ND', [...enterprise, clerk]),
    escalationPolicy: [
      takesEffect('expired', text('许可证有效期届满', 'The licence has ended'), 'licence-expired', [
        ...enterprise,
        clerk,
        sectionChief,
      ]),
    ],
  })

const filing = (clock: string, words: Text, newStorage: boolean): ClockDefinition =>
  limit(clock, words, {
    due: { rule: `hazchem-licence.${clock}`, from: 'changedOn' },
    startsOn: ['note-change'],
    startsIf: (context) => context.newStorage === newStorage,
    endsOn: ['note-filing', ...licenceEnds],
    ...warnBefore(5, 'WD', enterprise),
    escalationPolicy: [missed(words, [...enterprise, reviewers])],
  })

const ofTheLicence: ClockDefinition[] = [
  validity('validity', {
    due: { rule: 'hazchem-licence.validity', from: 'validFrom' },
    startsIf: isKind('new', 'renewal', 'reapplication'),
  }),
  validity('validity-kept', {
    due: {
      dateField: 'validUntil',
      article: '总局令第55号第十五条（变更后有效期不变）',
      kept: true,
    },
    startsIf: isKind('change'),
  }),
  limit(
    'renewal-application',
    text('提出延期申请（届满三个月前）', 'Applying for renewal (3 months before)'),
    {
      due: { rule: 'hazchem-licence.renewal-application', from: 'validUntil' },
      startsOn: ['serve-licence'],
      endsOn: ['note-renewal', ...licenceEnds],
      ...warnBefore(30, 'ND', [...enterprise, clerk]),
      escalationPolicy: [
        escalationLevel(
          'closed',
          text('按期申请延期的最后一日已过', 'The last day to apply in time has passed'),
          {
            notify: [...enterprise, clerk],
          },
        ),
      ],
    },
  ),
  limit('suspension', text('暂扣期限', 'Suspension of the licence'), {
    due: { dateField: 'suspendedUntil', article: '《行政处罚法》（2021）第九条', kept: true },
    startsOn: ['suspend-licence', 'continue-suspension'],
    endsOn: ['suspension-ended', 'lift-suspension', ...licenceEnds],
    escalationPolicy: [
      takesEffect('ended', text('暂扣期限届满', 'The suspension has ended'), 'suspension-ended', [
        ...enterprise,
        clerk,
      ]),
    ],
  }),
  filing('change-filing', text('申请变更', 'Applying for the change'), false),
  filing(
    'storage-change-filing',
    text('储存设施新改扩建后申请变更', 'Applying after new storage'),
    true,
  ),
]

export const clocks: ClockDefinition[] = [
  ...ofTheApplication,
  ...ofTheOffice,
  ...ofTheLicence,
  barClock('false', ['refuse-acceptance', 'refuse']),
  barClock('fraud', ['annul-licence']),
]
