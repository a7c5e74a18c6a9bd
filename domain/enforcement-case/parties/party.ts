// How does the matter of one further party go, from its naming until it is done with (处罚到人)?
import { setup } from 'xstate'
import { text } from '../../language/words.ts'
import { toActions, toGuards } from '../../model/chart.ts'
import type { CaseEvent, ItemDefinition, UsualActs } from '../../model/process.ts'
import { remembered } from '../memory/penalties.ts'
import { keepFine } from '../memory/person-fines.ts'
import { isOwing } from '../memory/surcharge.ts'
import { leader, legalReviewers, officersOfCase } from '../regions/addresses.ts'
import { partyDecisionActs } from './decision-acts.ts'
import { heard, told } from './hearing-states.ts'
import { partyNoticeActs } from './notice-acts.ts'
import { partyClocks } from './party-clocks.ts'
import { partyConcern } from './party-concern.ts'
import { namedParty, type PartyContext, partyNotes } from './party-context.ts'
import { courtToCount, partyCourtActs, partyCourtNotes } from './party-court.ts'
import { partyDeferralActs } from './party-deferral-acts.ts'
import { partyInShort } from './party-in-short.ts'
import { partyRules } from './party-rules.ts'
import { performingStates } from './performing-states.ts'

const partyActs = {
  ...partyNoticeActs,
  ...partyDecisionActs,
  ...partyDeferralActs,
  ...partyCourtActs,
}

/** The closed list of tasks of a further party. */
export type PartyTask =
  | 'notify-party'
  | 'serve-party-notice'
  | 'hear-party'
  | 'notify-party-hearing'
  | 'hold-party-hearing'
  | 'weigh-party-defence'
  | 'review-party'
  | 'discuss-party'
  | 'decide-party'
  | 'serve-party-decision'
  | 'collect-party-fine'
  | 'demand-party'
  | 'serve-party-demand'
  | 'enforce-party'
  | 'await-party-court'
  | 'decide-party-deferral'
  | 'return-party-surplus'

type PartyEvent = Omit<CaseEvent, 'type'> & { type: keyof typeof partyActs }
const types = {} as { context: PartyContext; events: PartyEvent; input: CaseEvent }
const { assign } = setup({ types })

/** 处罚法 57, 58. */
const decided = {
  'legal-review': {
    meta: { task: 'review-party', to: legalReviewers },
    on: {
      'give-party-opinion': [
        {
          target: 'discussing',
          guard: 'partyReviewedToDiscussion',
          actions: 'notePartyReviewed',
        },
        { target: 'deciding', guard: 'partyReviewedToDecision', actions: 'notePartyReviewed' },
      ],
    },
  },
  discussing: {
    meta: { task: 'discuss-party', to: leader },
    on: {
      'record-party-discussion': {
        target: 'deciding',
        guard: 'partyVoteLawful',
        actions: 'notePartyDiscussed',
      },
    },
  },
  deciding: {
    meta: { task: 'decide-party', to: leader },
    on: {
      'decide-party-penalty': {
        target: 'serving',
        guard: 'partyPenaltyLawful',
        actions: 'notePartyDecided',
      },
      'spare-party': { target: 'spared', guard: 'partySparedLawful' },
      'notify-party-anew': { target: 'named', actions: 'noteToldAnew' },
    },
  },
} as const

const machine = setup({
  types,
  guards: toGuards(partyRules),
  actions: toActions(assign, { ...partyNotes, ...partyCourtNotes }),
}).createMachine({
  id: 'party',
  context: ({ input }) => namedParty(input),
  initial: 'named',
  states: {
    ...told,
    ...heard,
    ...decided,
    ...performingStates,
    dropped: { type: 'final' },
    spared: { type: 'final' },
    performed: { type: 'final' },
    paid: { type: 'final' },
    'given-up': { type: 'final' },
    relieved: { type: 'final' },
  },
})

const fineKept = (around: Record<string, unknown>, context: object, isOpen: boolean) => {
  const fines = keepFine(remembered(around).fines, context as PartyContext, isOpen)
  return fines === null ? {} : { fines }
}

/** 强制法 27: by what is decided of him, or that he is let go, things that were taken from him go. */
const penaltyKept = (around: Record<string, unknown>, context: object, isOpen: boolean) => {
  const { nth, decidedOn, decisionServedOn, confiscates = false } = context as PartyContext
  if (isOpen && decidedOn === null) return {}
  const { personPenalties = [] } = remembered(around)
  const before = personPenalties.find((one) => one.nth === nth)
  const now = { ...before, nth, decidedOn, servedOn: decisionServedOn, confiscates }
  return { personPenalties: [...personPenalties.filter((one) => one.nth !== nth), now] }
}

const kept = (around: Record<string, unknown>, context: object, isOpen: boolean) => ({
  ...penaltyKept(around, context, isOpen),
  ...fineKept(around, context, isOpen),
})

const goesOn: NonNullable<ItemDefinition['goesOn']> = (around, { context }) =>
  kept(around, context, true)

/** Who was named by mistake can be named again. */
const ends: NonNullable<ItemDefinition['ends']> = (around, { state, context }) => {
  const { parties } = around
  const dropped =
    state === 'dropped' && Array.isArray(parties)
      ? { parties: parties.filter((one) => one !== context.identity) }
      : {}
  return { ...kept(around, context, false), ...dropped }
}

/** What is left to be paid may have become nothing by a remedy, or another sum than was demanded. */
const payingActs =
  (...usual: string[]): UsualActs =>
  ({ snapshot }) =>
    isOwing(snapshot.context as PartyContext) ? usual : ['relieve-party']
const afterDemand =
  (usual: string): UsualActs =>
  ({ snapshot: { context } }) => {
    if (!isOwing(context as PartyContext)) return ['relieve-party']
    return [context.demandedOn === null ? 'demand-party' : usual]
  }

/** Persons punished beside the unit: each is told, heard, decided on, served, and pays by itself. */
export const party: ItemDefinition = {
  kind: 'party',
  words: text('当事人（个人）', 'Further party'),
  opens: 'name-party',
  about: 'role',
  most: 20,
  machine,
  rules: partyRules,
  events: partyActs,
  clocks: partyClocks,
  goesOn,
  ends,
  follows: ({ context }) => (courtToCount(context as PartyContext) ? 'count-party-court' : null),
  brief: partyInShort,
  concern: partyConcern,
  filesOpenTo: officersOfCase,
  states: {
    named: text('待告知', 'To be notified'),
    'serving-notice': text('告知书送达中', 'Notice to be served'),
    awaiting: text('待陈述申辩', 'To be heard'),
    'preparing-hearing': text('待通知听证', 'Hearing to be told of'),
    hearing: text('待举行听证', 'Hearing to be held'),
    weighing: text('复核陈述申辩', 'Defence under examination'),
    'legal-review': text('法制审核', 'Legal review'),
    discussing: text('集体讨论', 'Discussion of the leaders'),
    deciding: text('待作出决定', 'To be decided'),
    serving: text('决定书送达中', 'Decision to be served'),
    paying: text('待缴纳罚款', 'Fine to be paid'),
    overdue: text('罚款逾期，待催告', 'Overdue, to be demanded'),
    'serving-demand': text('催告书送达中', 'Demand to be served'),
    demanded: text('已催告', 'Demanded'),
    'court-asked': text('已申请法院强制执行', 'Before the court'),
    'deferral-asked': text('待审批延期缴纳', 'Later payment to be decided'),
    refunding: text('罚款已缴清，待退还多缴款项', 'Paid; what was paid above it is to be returned'),
    dropped: text('已撤销追加', 'No longer named'),
    spared: text('不予处罚', 'Not punished'),
    performed: text('已履行', 'Performed'),
    paid: text('已缴清', 'Paid'),
    'given-up': text('执行终结', 'Enforced no more'),
    relieved: text('无需再缴', 'Nothing is to be paid'),
  },
  usual: {
    'notify-party': ['notify-party'],
    'serve-party-notice': ['serve-party-notice'],
    'hear-party': ['state-party-defence'],
    'notify-party-hearing': ['notify-party-hearing'],
    'hold-party-hearing': ['close-party-hearing'],
    'weigh-party-defence': ['weigh-party-defence'],
    'review-party': ['give-party-opinion'],
    'discuss-party': ['record-party-discussion'],
    'decide-party': ['decide-party-penalty'],
    'serve-party-decision': ['serve-party-decision'],
    'collect-party-fine': payingActs('record-party-payment'),
    'demand-party': payingActs('demand-party'),
    'serve-party-demand': afterDemand('serve-party-demand'),
    'enforce-party': afterDemand('record-party-payment'),
    'await-party-court': afterDemand('record-party-payment'),
    'decide-party-deferral': payingActs('grant-party-deferral'),
    'return-party-surplus': ['return-party-surplus'],
  },
}
