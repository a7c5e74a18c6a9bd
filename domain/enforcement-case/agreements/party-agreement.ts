// How is it agreed with a person punished beside the enterprise how he performs his fine, and what does that change of his matter (强制法 42)?
import { spellYuan } from '../../language/money.ts'
import { type Text, text } from '../../language/words.ts'
import { act } from '../../model/act.ts'
import { field } from '../../model/field.ts'
import type { EventDefinition, ItemDefinition } from '../../model/process.ts'
import { enterprise, inspectors } from '../../organisation/addresses.ts'
import type { Address } from '../../organisation/offices.ts'
import { remembered } from '../memory/penalties.ts'
import { withAgreed, withAgreementOpen } from '../memory/person-fines.ts'
import { owingOfPerson } from '../memory/person-owing.ts'
import type { PartyContext } from '../parties/party-context.ts'
import { leader, officersOfCase, sectionChief } from '../regions/addresses.ts'
import { personal } from '../regions/personal.ts'
import { agreementInShort, agreementMachine, agreementStates } from './agreement.ts'
import { agreementActs } from './agreement-acts.ts'
import { agreementClocksOf } from './agreement-clocks.ts'
import { type AgreementContext, agreedOf, inForce } from './agreement-context.ts'
import { agreementRules } from './agreement-rules.ts'
import {
  agreementConsequence,
  riskOfWindow,
  stageRows,
  whyAgreed,
  whyReduced,
} from './proposing-agreement.ts'

/** The closed list of tasks of an agreement with a person. */
export type PartyAgreementTask =
  | 'approve-party-agreement'
  | 'conclude-party-agreement'
  | 'see-to-party-agreement'
  | 'answer-broken-party-stage'

/** Whatever is called after an agreement or its stages, of a person. */
export const namedOfPerson = (name: string): string => name.replace(/agreement|stage/u, 'party-$&')

const inArrears = (context: Record<string, unknown>): Text => {
  const owing = (remembered(context).fines ?? []).filter(
    ({ demandServedOn, owed }) => owed > 0 && typeof demandServedOn === 'string',
  )
  const zh = owing.map(({ nth, owed }) => `第${nth}号（待缴罚款${spellYuan(owed)}元）`)
  const en = owing.map(({ nth, owed }) => `no. ${nth} (${spellYuan(owed)} yuan of the fine)`)
  return text(`已催告待缴：${zh.join('、')}`, `Demanded and owed: ${en.join(', ')}`)
}

export const proposePartyAgreement = act({
  words: text('提请与个人订立执行协议', 'Propose a performance agreement with a person'),
  fields: {
    represents: field
      .integer('当事人（个人）号数', 'With which further party (no.)', 1, 20)
      .perCase(({ snapshot }) => ({ hint: inArrears(snapshot.context) })),
    agreeingName: field.text('姓名', 'Name', 50).with({ confidential: personal }),
    ...whyAgreed,
    stages: stageRows.hint(
      '各期罚款之和须等于待缴罚款',
      'The fines of all stages make up what is owed of the fine',
    ),
    ...whyReduced,
    windowRisk: riskOfWindow,
  },
  by: [inspectors],
  appendsOnly: true,
  consequence: agreementConsequence,
  notify: [sectionChief, leader],
})

const isOfEnterprise = (one: Address): boolean => enterprise.some((other) => other === one)

/** Nothing of it is for the enterprise to read. */
const ofPerson = ({ notify = [], words, ...definition }: EventDefinition): EventDefinition => ({
  ...definition,
  words: text(`${words.zh}（个人）`, `${words.en} (of a person)`),
  party: text('', ''),
  audience: 'internal',
  show: { party: [], public: [] },
  notify: notify.filter((one) => !isOfEnterprise(one)),
})

const partyAgreementActs: Record<string, EventDefinition> = Object.fromEntries(
  Object.entries(agreementActs).map(([type, one]) => [namedOfPerson(type), ofPerson(one)]),
)

export const partyAgreementClocks = agreementClocksOf({
  item: 'party-agreement',
  named: namedOfPerson,
  told: [],
  audience: 'internal',
})

const isInForce = (state: string): boolean => inForce.some((one) => one === state)

/** What is agreed with him from now on; undefined: nothing was concluded. */
const agreedNow = (around: Record<string, unknown>, state: string, context: AgreementContext) => {
  if (isInForce(state)) return agreedOf(around, context, true)
  if (state === 'performed') return agreedOf(around, context, false)
  return context.concludedOn === null ? undefined : null
}

const remember =
  (isOpen: boolean): NonNullable<ItemDefinition['goesOn']> =>
  (around, { state, context }) => {
    const agreement = context as AgreementContext
    const owing = { ...owingOfPerson(remembered(around), agreement.party) }
    const agreed = agreedNow(owing, state, agreement)
    const fines = withAgreementOpen(remembered(around).fines, agreement.party, isOpen)
    return { fines: agreed === undefined ? fines : withAgreed(fines, agreement.party, agreed) }
  }

/** 强制法 42(2): while it is performed nothing is enforced against him; performed, its reduction stays. */
const changeParty: NonNullable<ItemDefinition['changesOther']> = ({ state, context }, other) => {
  const agreement = context as AgreementContext
  if (other.kind !== 'party' || other.nth !== agreement.party) return {}
  const agreed = agreedNow({ ...(other.context as PartyContext) }, state, agreement)
  return agreed === undefined ? {} : { agreed }
}

/** 执行协议（个人）: beside the matter of the person, by the rules of those with the enterprise. */
export const partyAgreement: ItemDefinition = {
  kind: 'party-agreement',
  words: text('个人的执行协议', 'Performance agreements of persons'),
  opens: 'propose-party-agreement',
  most: 20,
  machine: agreementMachine('party-agreement', namedOfPerson),
  rules: agreementRules,
  events: partyAgreementActs,
  clocks: partyAgreementClocks,
  goesOn: remember(true),
  ends: remember(false),
  changesOther: changeParty,
  filesOpenTo: officersOfCase,
  brief: (forms) => {
    const { represents } = forms['propose-party-agreement'] ?? {}
    const whose = text(`第${String(represents)}号`, `no. ${String(represents)}`)
    return [{ words: text('当事人（个人）', 'Further party'), value: whose }, ...inShort(forms)]
  },
  states: agreementStates,
  usual: {
    'approve-party-agreement': ['approve-party-agreement'],
    'conclude-party-agreement': ['conclude-party-agreement'],
    'see-to-party-agreement': [
      'confirm-party-stage',
      'perform-party-agreement',
      'end-party-agreement',
    ],
    'answer-broken-party-stage': [
      'confirm-party-stage',
      'perform-party-agreement',
      'end-party-agreement',
      'break-party-agreement',
    ],
  },
}

const inShort = agreementInShort(
  'propose-party-agreement',
  'conclude-party-agreement',
  'break-party-agreement',
)
