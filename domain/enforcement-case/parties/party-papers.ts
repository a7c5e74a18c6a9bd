// What do the papers of a further party say: its notice, its decision, its demand, and the receipts of their service?

import { dayOf } from '../../documents/document-source.ts'
import { clause, letter, paragraph, remedies, table, today } from '../../documents/wording.ts'
import { spellYuan } from '../../language/money.ts'
import type { Block, DocumentDefinition, DocumentSource, Row } from '../../model/document.ts'
import { documentWords, hearingNotice } from '../acts/document-words.ts'
import { surchargeOwed } from '../memory/owing.ts'
import {
  byStandard,
  decidedByStandard,
  hearingRight,
  penaltyLaw,
  statementRight,
  surchargeWarning,
} from '../papers/parts.ts'
import type { PartyContext } from './party-context.ts'

/** Read by those alone who may look at the person, and on record. */
const ofPerson = { item: 'party', confidential: true, audience: 'internal' } as const

/** 本人 comes in by the code that such a paper bears. */
const toPerson = {
  ...ofPerson,
  access: true,
  endedBy: ['drop-party', 'notify-party-anew'],
} as const

const opening = 'name-party'
const name = (source: DocumentSource): string => source.value('personName', opening)

/** 处罚法 59: who is punished. */
const person = (source: DocumentSource): Row[] => [
  ['姓名', name(source)],
  ['公民身份号码', source.value('identity', opening)],
  ['身份', source.value('role', opening)],
  ['联系电话', source.value('mobile', opening)],
  ['所在单位', source.party.name],
]

const remembered = ({ record }: Pick<DocumentSource, 'record'>): PartyContext =>
  record.snapshot.context as PartyContext

const penaltyOf = (source: DocumentSource, act?: string): string =>
  source
    .rows(['penalties', 'fine'], act)
    .map(([label, value]) => `${label}：${clause(value)}`)
    .join('，')

const told = (source: DocumentSource): Block[] => [
  paragraph(`经查，你涉嫌下列违法事实：${clause(source.value('facts'))}。`),
  paragraph(`以上事实违反有关规定。处罚理由：${clause(source.value('reasons'))}。`),
  paragraph(`依据${clause(source.value('basis'))}，拟给予下列行政处罚——${penaltyOf(source)}。`),
  ...byStandard(source),
]

const notices: DocumentDefinition[] = [
  letter(
    'notify-party',
    documentWords['notify-party'],
    '罚告',
    (source) => ({
      to: name(source),
      blocks: [...told(source), statementRight(source, '你', remembered(source).hearingOffered)],
    }),
    toPerson,
  ),
  letter(
    'party-hearing-right',
    hearingNotice,
    '听告',
    (source) => ({
      to: name(source),
      blocks: [...told(source), hearingRight(source, '你')],
    }),
    {
      ...toPerson,
      on: ['notify-party'],
      when: (source) => remembered(source).hearingOffered,
    },
  ),
]

const decision = letter(
  'decide-party-penalty',
  documentWords['decide-party-penalty'],
  '罚',
  (source) => ({
    to: null,
    blocks: [
      table(...person(source)),
      paragraph(`违法事实和证据：${source.value('facts')}`),
      paragraph(`行政处罚的种类和依据：${source.value('basis')}`),
      table(source.rows(['penalties', 'fine'])),
      ...decidedByStandard(source, 'notify-party'),
      paragraph(`行政处罚的履行方式和期限：${source.value('performance')}`),
      ...(source.value('fine') === '' ? [] : [surchargeWarning]),
      remedies(source, '决定书'),
    ],
  }),
  toPerson,
)

const demand = letter(
  'demand-party',
  documentWords['demand-party'],
  '催',
  (source) => {
    const context = remembered(source)
    const surcharge = surchargeOwed(context, dayOf(source.act), source.law)
    return {
      to: name(source),
      blocks: [
        paragraph(
          `本机关作出的《行政处罚决定书》${source.number('decide-party-penalty')}已送达，你逾期未履行缴纳罚款的义务。现欠缴罚款${spellYuan(context.owed)}元，截至${today(source)}加处罚款${spellYuan(surcharge)}元；加处罚款逐日计算，不超出罚款数额。`,
        ),
        paragraph(
          `根据《中华人民共和国行政强制法》第五十四条的规定，现催告你自收到本催告书之日起${source.period('enforcement-case.demand')}内履行。履行方式：${clause(source.value('payment'))}。逾期仍不履行的，本机关将依法申请人民法院强制执行。`,
        ),
        paragraph('你收到本催告书后有权进行陈述和申辩。'),
      ],
    }
  },
  toPerson,
)

/** 强制法 53: the court is told the truth about remedies. */
const unsought = (source: DocumentSource): string => {
  const { outcomeOn, changedBy, imposed } = remembered(source)
  if (typeof outcomeOn !== 'string') return '被执行人在法定期限内不申请行政复议或者提起行政诉讼'
  const left = changedBy ? `罚款变更为${spellYuan(imposed)}元` : '未改变缴纳罚款的义务'
  return `被执行人申请的行政复议或者提起的行政诉讼已于${source.kept('outcomeOn')}终结，${left}；其后被执行人未再申请行政复议或者提起行政诉讼`
}

/** 强制法 54, 55. */
const application = letter(
  'apply-party-court',
  documentWords['apply-party-court'],
  '强执',
  (source) => {
    const context = remembered(source)
    const surcharge = surchargeOwed(context, dayOf(source.act), source.law)
    return {
      to: source.value('court'),
      blocks: [
        paragraph(
          `被执行人：${name(source)}，公民身份号码${source.value('identity', opening)}。申请执行的依据：《行政处罚决定书》${source.number('decide-party-penalty')}。`,
        ),
        paragraph(
          `${unsought(source)}，又不履行处罚决定；本机关已于${source.kept('demandServedOn')}送达《履行催告书》${source.number('demand-party')}，${source.period('enforcement-case.demand')}届满后仍未履行。`,
        ),
        paragraph(
          `根据《中华人民共和国行政强制法》第五十三条、第五十四条的规定，申请强制执行：罚款${spellYuan(context.owed)}元，截至${today(source)}加处罚款${spellYuan(surcharge)}元。`,
        ),
        paragraph(
          '附：行政处罚决定书及作出决定的事实、理由和依据，当事人的意见及催告情况，申请强制执行标的情况。',
        ),
      ],
    }
  },
  ofPerson,
)

/** 处罚法 66(2). */
const deferral = letter(
  'grant-party-deferral',
  documentWords['grant-party-deferral'],
  '缓',
  (source) => ({
    to: name(source),
    blocks: [
      paragraph(
        `你延期（分期）缴纳罚款的申请收悉，处罚决定书文号：${source.number('decide-party-penalty')}。根据${penaltyLaw(source, 'deferral')}的规定，同意在${source.value('dueDate')}（含当日）前缴清。`,
      ),
    ],
  }),
  toPerson,
)

const servedActs: Record<string, 'notify-party' | 'decide-party-penalty' | 'demand-party'> = {
  'serve-party-notice': 'notify-party',
  'serve-party-demand': 'demand-party',
}

const receipt: DocumentDefinition = {
  id: 'party-receipt',
  words: documentWords['party-receipt'],
  on: ['serve-party-notice', 'serve-party-decision', 'serve-party-demand'],
  form: 'record',
  by: 'bureau',
  series: 'case',
  ...ofPerson,
  wording: (source) => {
    const act = servedActs[source.act.type] ?? 'decide-party-penalty'
    return {
      blocks: [
        table(
          ['受送达人', name(source)],
          ['送达文书', `《${documentWords[act].zh}》${source.number(act)}`],
          source.rows([
            'method',
            'announcedOn',
            'servedOn',
            'receivedBy',
            'refusedBecause',
            'witness',
          ]),
        ),
      ],
      signatureLines: [
        { label: '受送达人（签名）', names: '' },
        { label: '送达人（签名）', names: '' },
      ],
    }
  },
}

export const partyPapers: DocumentDefinition[] = [
  ...notices,
  decision,
  demand,
  deferral,
  application,
  receipt,
]
