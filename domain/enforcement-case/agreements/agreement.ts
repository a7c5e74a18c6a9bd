// How does a performance agreement go, from its proposal until it is performed or found broken (强制法 42)?
import { setup } from 'xstate'
import { type Text, text } from '../../language/words.ts'
import { toActions, toGuards } from '../../model/chart.ts'
import type { CaseEvent, ItemDefinition } from '../../model/process.ts'
import { inspectors } from '../../organisation/addresses.ts'
import { leader } from '../regions/addresses.ts'
import { agreementActs } from './agreement-acts.ts'
import { agreementClocks } from './agreement-clocks.ts'
import {
  type AgreementContext,
  agreementEnds,
  agreementGoesOn,
  agreementNotes,
  proposedAgreement,
} from './agreement-context.ts'
import { agreementRules } from './agreement-rules.ts'
import { termsIn, termsInWords } from './agreement-terms.ts'

/** The closed list of tasks of a performance agreement. */
export type AgreementTask =
  | 'approve-agreement'
  | 'conclude-agreement'
  | 'see-to-agreement'
  | 'answer-broken-stage'

type AgreementEvent = Omit<CaseEvent, 'type'> & { type: string }
const types = {} as { context: AgreementContext; events: AgreementEvent; input: CaseEvent }
const { assign } = setup({ types })

/** What an act, a task or a clock is called where the agreement is with somebody; names are unique in a process. */
export type Named = (name: string) => string

const goesOnBy = (named: Named) =>
  ({
    [named('confirm-stage')]: { target: 'running', guard: 'stageKept', actions: 'noteStageKept' },
    [named('perform-agreement')]: { target: 'performed', guard: 'agreementPerformed' },
    [named('break-agreement')]: {
      target: 'broken',
      guard: 'agreementBroken',
      actions: 'noteAgreementOver',
    },
    [named('end-agreement')]: {
      target: 'ended',
      guard: 'agreementEndable',
      actions: 'noteAgreementOver',
    },
  }) as const

/** The chart of an agreement, with the enterprise or with a person. */
export const agreementMachine = (id: string, named: Named) =>
  setup({
    types,
    guards: toGuards(agreementRules),
    actions: toActions(assign, agreementNotes),
  }).createMachine({
    id,
    context: ({ input }) => proposedAgreement(input),
    initial: 'proposed',
    states: {
      proposed: {
        meta: { task: named('approve-agreement'), to: leader },
        on: {
          [named('approve-agreement')]: {
            target: 'approved',
            guard: 'agreementApprovable',
            actions: 'noteAgreementApproved',
          },
          [named('refuse-agreement')]: { target: 'refused', guard: 'agreementRefusable' },
        },
      },
      approved: {
        meta: { task: named('conclude-agreement'), to: inspectors },
        on: {
          [named('conclude-agreement')]: {
            target: 'running',
            guard: 'agreementConcludable',
            actions: 'noteAgreementConcluded',
          },
          [named('drop-agreement')]: { target: 'dropped' },
        },
      },
      running: {
        meta: { task: named('see-to-agreement'), to: inspectors },
        on: {
          ...goesOnBy(named),
          [named('stage-over')]: { target: 'overdue', guard: 'stageUnpaid' },
        },
      },
      overdue: {
        meta: { task: named('answer-broken-stage'), to: inspectors },
        on: goesOnBy(named),
      },
      refused: { type: 'final' },
      dropped: { type: 'final' },
      performed: { type: 'final' },
      broken: { type: 'final' },
      ended: { type: 'final' },
    },
  })

const line = (words: Text, value: Text | string | undefined) => {
  if (value === undefined || value === '') return []
  return [{ words, value: typeof value === 'string' ? text(value, value) : value }]
}

const said = (value: unknown): string | undefined => (typeof value === 'string' ? value : undefined)

/** What the row of an agreement says, by the names of its acts. */
export const agreementInShort =
  (opening: string, conclusion: string, breach: string): NonNullable<ItemDefinition['brief']> =>
  (forms) => {
    const proposed = forms[opening]
    const { stages, waivedFen } = termsIn(proposed)
    return [
      ...termsInWords({ stages, waivedFen }).flatMap((one, index) =>
        line(index < stages.length ? text('分期', 'Stage') : text('合计', 'In all'), one),
      ),
      ...line(text('补救措施', 'Remedial measures'), said(proposed?.remedial)),
      ...line(text('签订日期', 'Concluded on'), said(forms[conclusion]?.concludedOn)),
      ...line(text('不履行的情况', 'Not performed'), said(forms[breach]?.findings)),
    ]
  }

export const agreementStates: ItemDefinition['states'] = {
  proposed: text('待批准', 'To be approved'),
  approved: text('已批准，待签订', 'Approved, to be signed'),
  running: text('履行中', 'Being performed'),
  overdue: text('本期逾期', 'A stage is overdue'),
  refused: text('未批准', 'Not approved'),
  dropped: text('未签订', 'Not concluded'),
  performed: text('履行完毕', 'Performed'),
  broken: text('不履行，已恢复强制执行', 'Broken, enforcement goes on'),
  ended: text('已终止', 'Ended'),
}

/** 执行协议: each with its own approval, stages and end. */
export const agreement: ItemDefinition = {
  kind: 'agreement',
  words: text('执行协议', 'Performance agreements'),
  opens: 'propose-agreement',
  most: 10,
  machine: agreementMachine('agreement', (name) => name),
  rules: agreementRules,
  events: agreementActs,
  clocks: agreementClocks,
  goesOn: agreementGoesOn,
  ends: agreementEnds,
  brief: agreementInShort('propose-agreement', 'conclude-agreement', 'break-agreement'),
  states: agreementStates,
  usual: {
    'approve-agreement': ['approve-agreement'],
    'conclude-agreement': ['conclude-agreement'],
    'see-to-agreement': ['confirm-stage', 'perform-agreement', 'end-agreement'],
    'answer-broken-stage': [
      'confirm-stage',
      'perform-agreement',
      'end-agreement',
      'break-agreement',
    ],
  },
}
