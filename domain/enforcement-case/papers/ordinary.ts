// Which documents does the ordinary procedure make, and what do they say?

import { receiptRows } from '../../documents/service-form.ts'
import {
  clause,
  letter,
  paragraph,
  remedies,
  signedBy,
  table,
  today,
} from '../../documents/wording.ts'
import type { Block, DocumentDefinition, DocumentSource, Row } from '../../model/document.ts'
import { documentWords, hearingNotice } from '../acts/document-words.ts'
import { byDays } from './daily.ts'
import {
  byStandard,
  decidedByStandard,
  hearingRight,
  partyName,
  penaltyLaw,
  start,
  statementRight,
  surchargeWarning,
  theCase,
} from './parts.ts'

/** An approval inside the office: the case, what was said, and whose hand is under it. */
const approval = (
  id:
    | 'approve-filing'
    | 'withdraw-case'
    | 'record-discussion'
    | 'give-legal-opinion'
    | 'approve-closing',
  word: string,
  rows: (source: DocumentSource) => (Row | Row[])[],
): DocumentDefinition => ({
  id,
  words: documentWords[id],
  on: [id],
  form: 'table',
  by: 'bureau',
  series: { word },
  audience: 'internal',
  wording: (source) => ({
    blocks: [table(theCase(source), ...rows(source), ['办理日期', today(source)])],
    signatureLines: [signedBy('审批（审核）人员（签名）', source)],
  }),
})

const internal: DocumentDefinition[] = [
  approval('approve-filing', '立', (source) => [
    source.rows(['partyKind', 'source', 'facts', 'basis', 'discoveredOn'], start),
    source.rows(
      ['earlierCase', 'criminalOutcome', 'returnedBy', 'returnInstrument', 'criminalFine'],
      start,
    ),
    ['审批意见', '同意立案调查。'],
  ]),
  approval('withdraw-case', '撤', (source) => [
    source.rows(['findings', 'advice'], 'conclude-investigation'),
    source.rows(['reason']),
  ]),
  approval('give-legal-opinion', '法审', (source) => [source.rows(['conclusion', 'findings'])]),
  approval('record-discussion', '集', (source) => [
    source.rows(['heldOn', 'attendees', 'minutes', 'agree', 'against']),
  ]),
  approval('approve-closing', '结', (source) => [
    ['处罚决定书文号', source.number('decide-penalty')],
    source.rows(['summary', 'catalogue'], 'propose-closing'),
    ['审批意见', '同意结案归档。'],
  ]),
]

const told = (source: DocumentSource): Block[] => [
  paragraph(`经查，${partyName(source)}涉嫌下列违法事实：${clause(source.value('facts'))}。`),
  paragraph(`以上事实违反有关规定。处罚理由：${clause(source.value('reasons'))}。`),
  paragraph(
    `依据${clause(source.value('basis'))}，拟给予下列行政处罚：${clause(source.value('planned'))}。`,
  ),
  ...byDays(source),
  ...byStandard(source),
]

const offered = ({ record }: Pick<DocumentSource, 'record'>): boolean =>
  record.snapshot.context.hearingOffered === true

const notices: DocumentDefinition[] = [
  letter(
    'notify-penalty',
    documentWords['notify-penalty'],
    '罚告',
    (source) => ({
      to: partyName(source),
      blocks: [...told(source), statementRight(source, '你（单位）', offered(source))],
    }),
    { servedBy: ['serve-notice'] },
  ),
  letter(
    'hearing-right',
    hearingNotice,
    '听告',
    (source) => ({
      to: partyName(source),
      blocks: [...told(source), hearingRight(source, '你（单位）')],
    }),
    { on: ['notify-penalty'], when: offered, servedBy: ['serve-notice'] },
  ),
  letter('notify-hearing', documentWords['notify-hearing'], '听通', (source) => ({
    to: partyName(source),
    blocks: [
      paragraph(
        `根据你（单位）的要求，本机关定于${source.value('heldOn')}在${source.value('place')}就“${source.record.title}”一案举行听证，主持人：${source.value('chair')}。`,
      ),
      paragraph(
        '你（单位）可以亲自参加，也可以委托一至二人代理；认为主持人与本案有直接利害关系的，有权申请回避。无正当理由拒不出席或者未经许可中途退出的，视为放弃听证权利。',
      ),
    ],
  })),
  {
    id: 'close-hearing',
    words: documentWords['close-hearing'],
    on: ['close-hearing'],
    form: 'record',
    by: 'bureau',
    series: 'case',
    audience: 'party',
    wording: (source) => ({
      blocks: [table(theCase(source), ['听证日期', today(source)], source.rows(['record']))],
      signatureLines: [
        signedBy('听证主持人（签名）', source),
        { label: '当事人（签名）', names: '' },
      ],
    }),
  },
]

/** 暂扣: from the service on; a decision of before names its last day. */
const suspended = ({ value, rows }: DocumentSource): Row[] => {
  const long = value('suspendedFor')
  return long === ''
    ? rows(['suspendedUntil'])
    : [['暂扣期限', `${long}${value('suspendedUnit')}，自本决定书送达之次日起计算`]]
}

const decisions: DocumentDefinition[] = [
  letter(
    'decide-penalty',
    documentWords['decide-penalty'],
    '罚',
    (source) => ({
      to: null,
      blocks: [
        table(
          ['被处罚人', partyName(source)],
          ['统一社会信用代码', source.party.code],
          ['地址', source.party.address],
        ),
        paragraph(`违法事实和证据：${source.value('facts')}`),
        paragraph(`行政处罚的种类和依据：${source.value('basis')}`),
        table(source.rows(['penalties', 'fine', 'licence']), suspended(source)),
        ...byDays(source),
        ...decidedByStandard(source, 'notify-penalty'),
        paragraph(`行政处罚的履行方式和期限：${source.value('performance')}`),
        ...(source.value('fine') === '' ? [] : [surchargeWarning]),
        remedies(source, '决定书'),
      ],
    }),
    { servedBy: ['serve-decision'] },
  ),
  letter('decide-no-penalty', documentWords['decide-no-penalty'], '不罚', (source) => ({
    to: partyName(source),
    blocks: [
      paragraph(
        `关于“${source.record.title}”一案，经查：${clause(source.value('reason'))}。存在下列情形：${clause(source.value('ground'))}。`,
      ),
      paragraph('根据《中华人民共和国行政处罚法》的规定，决定不予行政处罚。'),
      remedies(source, '决定书'),
    ],
  })),
  letter('grant-deferral', documentWords['grant-deferral'], '缓', (source) => ({
    to: partyName(source),
    blocks: [
      paragraph(
        `你（单位）延期（分期）缴纳罚款的申请收悉，处罚决定书文号：${source.number('decide-penalty')}。根据${penaltyLaw(source, 'deferral')}的规定，同意在${source.value('dueDate')}（含当日）前缴清。`,
      ),
    ],
  })),
]

const receipts: DocumentDefinition = {
  id: 'receipt',
  words: documentWords['serve-notice'],
  on: ['serve-notice', 'serve-decision', 'serve-demand'],
  form: 'record',
  by: 'bureau',
  series: 'case',
  audience: 'party',
  wording: (source) => ({
    blocks: [
      table(
        ['受送达人', partyName(source)],
        ['送达文书', served(source)],
        source.rows(receiptRows),
      ),
    ],
    signatureLines: [
      { label: '受送达人（签名或者盖章）', names: '' },
      { label: '送达人（签名）', names: '' },
    ],
  }),
}

const servedActs: Record<string, 'notify-penalty' | 'issue-demand'> = {
  'serve-notice': 'notify-penalty',
  'serve-demand': 'issue-demand',
}

const served = (source: DocumentSource): string => {
  const act = servedActs[source.act.type] ?? 'decide-penalty'
  const first = `《${documentWords[act].zh}》${source.number(act)}`
  return act === 'notify-penalty' && offered(source) ? `${first}\n《${hearingNotice.zh}》` : first
}

export const ordinaryPapers: DocumentDefinition[] = [
  ...internal,
  ...notices,
  ...decisions,
  receipts,
]
