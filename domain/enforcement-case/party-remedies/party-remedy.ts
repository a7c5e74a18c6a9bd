// How does the reconsideration or action of one person go, from its copy until its outcome is carried out (复议法, 行诉法, 处罚法 48, 73)?

import { setup } from 'xstate'
import { spellYuan } from '../../language/money.ts'
import { type Text, text } from '../../language/words.ts'
import { toActions, toGuards } from '../../model/chart.ts'
import type { CaseEvent, ItemDefinition } from '../../model/process.ts'
import { inspectors } from '../../organisation/addresses.ts'
import { remedyKinds } from '../acts/remedy.ts'
import { legalReviewers, officersOfCase } from '../regions/addresses.ts'
import { partyRemedyActs } from './party-remedy-acts.ts'
import { partyRemedyClocks } from './party-remedy-clocks.ts'
import {
  changeParty,
  type PartyRemedyContext,
  partyRemedyEnds,
  partyRemedyGoesOn,
  partyRemedyNotes,
  receivedRemedy,
} from './party-remedy-context.ts'
import { partyRemedyRules } from './party-remedy-rules.ts'

/** The closed list of tasks of a remedy of a person. */
export type PartyRemedyTask = 'file-party-answer' | 'record-party-outcome' | 'record-party-refund'

type PartyRemedyEvent = Omit<CaseEvent, 'type'> & { type: keyof typeof partyRemedyActs }
const types = {} as { context: PartyRemedyContext; events: PartyRemedyEvent; input: CaseEvent }
const { assign } = setup({ types })

const underway = {
  'order-party-stay': { guard: 'partyNotStayed', actions: 'notePartyStayed' },
  'lift-party-stay': { guard: 'partyIsStayed', actions: 'notePartyStayLifted' },
  'record-party-upheld': [
    { target: 'refunding', guard: 'partyUpheldRefunds', actions: 'notePartyUpheld' },
    { target: 'upheld', guard: 'partyUpheldLawful', actions: 'notePartyUpheld' },
  ],
  'record-party-change': [
    { target: 'refunding', guard: 'partyChangeRefunds', actions: 'notePartyChanged' },
    { target: 'changed', guard: 'partyChangeLawful', actions: 'notePartyChanged' },
  ],
  'record-party-annulment': [
    { target: 'refunding', guard: 'partyAnnulmentRefunds', actions: 'notePartyAnnulled' },
    { target: 'annulled', guard: 'partyAnnulmentLawful', actions: 'notePartyAnnulled' },
  ],
} as const

const machine = setup({
  types,
  guards: toGuards(partyRemedyRules),
  actions: toActions(assign, partyRemedyNotes),
}).createMachine({
  id: 'party-remedy',
  context: ({ input }) => receivedRemedy(input),
  initial: 'answering',
  states: {
    answering: {
      meta: { task: 'file-party-answer', to: legalReviewers },
      on: { 'file-party-answer': { target: 'pending' }, ...underway },
    },
    pending: { meta: { task: 'record-party-outcome', to: legalReviewers }, on: underway },
    refunding: {
      meta: { task: 'record-party-refund', to: inspectors },
      on: {
        'record-party-refund': {
          target: 'refunded',
          guard: 'partyRefundLawful',
          actions: 'notePartyRefunded',
        },
      },
    },
    upheld: { type: 'final' },
    changed: { type: 'final' },
    annulled: { type: 'final' },
    refunded: { type: 'final' },
  },
})

type Forms = Record<string, Record<string, unknown>>
const line = (words: Text, value: Text) => ({ words, value })

const outcomeOf = (forms: Forms): Text | null => {
  const { newFine } = forms['record-party-change'] ?? {}
  if (typeof newFine === 'number')
    return text(
      `罚款变更为${spellYuan(newFine)}元`,
      `The fine was changed to ${spellYuan(newFine)} yuan`,
    )
  if (forms['record-party-annulment']) return text('处罚决定被撤销', 'The penalty was annulled')
  const upheld = forms['record-party-upheld']
  if (!upheld) return null
  return upheld.outcome === 'withdrawn'
    ? text('当事人撤回', 'Withdrawn by the party')
    : text('维持', 'Upheld')
}

const inShort: NonNullable<ItemDefinition['brief']> = (forms: Forms) => {
  const { represents, remedy, filedOn, body } = forms['receive-party-remedy'] ?? {}
  const outcome = outcomeOf(forms)
  return [
    line(
      text('当事人（个人）', 'Further party'),
      text(`第${String(represents)}号`, `no. ${String(represents)}`),
    ),
    line(
      text('类别', 'Kind'),
      remedyKinds[remedy === 'litigation' ? 'litigation' : 'reconsideration'],
    ),
    line(text('机关', 'Before'), text(String(body ?? ''), String(body ?? ''))),
    line(text('提出', 'Sought on'), text(String(filedOn ?? ''), String(filedOn ?? ''))),
    ...(outcome ? [line(text('结果', 'Outcome'), outcome)] : []),
  ]
}

/** 个人的复议、诉讼: beside the matter of the person, which its outcome changes, also once that is done with. */
export const partyRemedy: ItemDefinition = {
  kind: 'party-remedy',
  words: text('个人的复议、诉讼', 'Remedies of persons'),
  opens: 'receive-party-remedy',
  most: 20,
  machine,
  rules: partyRemedyRules,
  events: partyRemedyActs,
  clocks: partyRemedyClocks,
  goesOn: partyRemedyGoesOn,
  ends: partyRemedyEnds,
  changesOther: changeParty,
  filesOpenTo: officersOfCase,
  brief: inShort,
  states: {
    answering: text('待答复（答辩）', 'To be answered'),
    pending: text('审理中', 'Pending'),
    refunding: text('待退还罚款', 'Money to be returned'),
    upheld: text('维持（撤回）', 'It stands'),
    changed: text('已变更', 'Changed'),
    annulled: text('已撤销', 'Annulled'),
    refunded: text('已退还', 'Returned'),
  },
  usual: {
    'file-party-answer': ['file-party-answer'],
    'record-party-outcome': [
      'record-party-upheld',
      'record-party-change',
      'record-party-annulment',
    ],
    'record-party-refund': ['record-party-refund'],
  },
}
