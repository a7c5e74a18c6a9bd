// Which periods run between the report that asks for a transfer and the day on which the case comes back (国务院令310号 5–12)?
import { type Text, text } from '../../language/words.ts'
import { missed } from '../../model/periods/period.ts'
import type { ClockDefinition } from '../../model/process.ts'
import { inspectors } from '../../organisation/addresses.ts'
import { limit } from '../periods/period.ts'
import { leader, sectionChief } from '../regions/addresses.ts'

/** While the case is with the police its own period stands still; that no article says it is said by its rule. */
export const standsStillWithPolice = {
  pausesOn: {
    'decide-transfer': { kind: 'criminal-procedure', article: '《行政处罚法》第二十七条' },
  },
  resumesOn: ['accept-police-refusal', 'record-criminal-return'],
  // Written down late it buys no time.
  resumedBy: { 'record-criminal-return': 'receivedOn' },
} as const satisfies Partial<ClockDefinition>

const answers = ['record-police-filed', 'record-police-refusal']
const asked = ['ask-reconsideration', 'propose-supervision', 'accept-police-refusal']

/** A period of the police: missed, the officers inquire. */
const ofThePolice = (words: Text): Partial<ClockDefinition> => ({
  escalationPolicy: [missed(words, [inspectors, sectionChief, leader])],
})

const review = text('公安机关审查', 'Review by the police')
const reconsidered = text('公安机关复议', 'Reconsideration by the police')

export const transferClocks: ClockDefinition[] = [
  limit('transfer-decision', text('决定是否移送', 'Decision on the transfer'), {
    due: 'transfer-decision',
    startsOn: ['approve-report'],
    startsIf: ({ transferAdvised }) => transferAdvised === true,
    endsOn: ['decide-transfer', 'refuse-transfer'],
    yieldsOn: ['return'],
    warn: { unit: 'ND', n: 1 },
    warnNotify: [leader],
    clockOwner: leader,
  }),
  limit('transfer', text('移送公安机关', 'Transfer to the police'), {
    due: 'transfer',
    startsOn: ['decide-transfer', 'transfer-punished'],
    endsOn: ['hand-over-police'],
    clockOwner: leader,
  }),
  limit('transfer-copy', text('案件移送书抄送人民检察院', 'Copy to the procuratorate'), {
    due: 'transfer-copy',
    startsOn: ['hand-over-police'],
    endsOn: ['record-transfer-copy'],
    doneAt: ({ procuratorateCopiedAt }) =>
      typeof procuratorateCopiedAt === 'string' ? procuratorateCopiedAt : null,
  }),
  limit('police-review', review, {
    due: { rule: 'enforcement-case.police-review', from: 'policeReceivedOn' },
    startsOn: ['hand-over-police'],
    endsOn: answers,
    yieldsOn: ['propose-supervision'],
    ...ofThePolice(review),
  }),
  limit('filing-reconsideration', text('提请复议', 'Asking to reconsider'), {
    due: { rule: 'enforcement-case.filing-reconsideration', from: 'policeRefusedOn' },
    startsOn: ['record-police-refusal'],
    startsIf: ({ policeReconsidered }) => policeReconsidered !== true,
    endsOn: asked,
    warn: { unit: 'ND', n: 1 },
    warnNotify: [leader, inspectors],
    clockOwner: leader,
  }),
  limit('filing-reconsidered', reconsidered, {
    due: { rule: 'enforcement-case.filing-reconsidered', from: 'reconsiderationReceivedOn' },
    startsOn: ['record-request-received'],
    endsOn: answers,
    yieldsOn: ['propose-supervision'],
    ...ofThePolice(reconsidered),
  }),
  limit('filing-supervision', text('建议立案监督', 'Proposing supervision'), {
    due: { rule: 'enforcement-case.filing-supervision', from: 'policeRefusedOn' },
    startsOn: ['record-police-refusal'],
    startsIf: ({ policeReconsidered }) => policeReconsidered === true,
    endsOn: asked,
    warn: { unit: 'ND', n: 1 },
    warnNotify: [leader, inspectors],
    clockOwner: leader,
  }),
  limit('material-handover', text('移交涉案物品和材料', 'Handing over things and papers'), {
    due: { rule: 'enforcement-case.material-handover', from: 'policeFiledOn' },
    startsOn: ['record-police-filed'],
    endsOn: ['hand-over-materials'],
    yieldsOn: ['record-criminal-return', 'approve-transfer-closing'],
    warn: { unit: 'ND', n: 1 },
    warnNotify: [inspectors],
  }),
]
