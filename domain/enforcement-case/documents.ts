// Which documents does an enforcement case make, and what do they say?
import {
  clause,
  letter,
  paragraph,
  remedies,
  signedBy,
  table,
  today,
} from '../documents/wording.ts'
import type { Block, DocumentDefinition, DocumentSource, Row } from '../model/document.ts'
import { documentWords, hearingNotice } from './acts/document-words.ts'

const start = 'propose-filing'

/** By the register, else as the proposal has named it. */
const party = (source: DocumentSource): string =>
  source.party.name || source.value('partyName', start)

const theCase = (source: DocumentSource): Row[] => [
  ['案由', source.record.title],
  ['案件编号', source.record.number],
  ['当事人', party(source)],
  ...(source.party.code ? ([['统一社会信用代码', source.party.code]] as Row[]) : []),
]

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
  paragraph(`经查，${party(source)}涉嫌下列违法事实：${clause(source.value('facts'))}。`),
  paragraph(`以上事实违反有关规定。处罚理由：${clause(source.value('reasons'))}。`),
  paragraph(
    `依据${clause(source.value('basis'))}，拟给予下列行政处罚：${clause(source.value('planned'))}。`,
  ),
]

const offered = ({ record }: Pick<DocumentSource, 'record'>): boolean =>
  record.snapshot.context.hearingOffered === true

const notices: DocumentDefinition[] = [
  letter(
    'notify-penalty',
    documentWords['notify-penalty'],
    '罚告',
    (source) => ({
      to: party(source),
      blocks: [
        ...told(source),
        paragraph(
          '根据《中华人民共和国行政处罚法》第四十四条、第四十五条的规定，你（单位）有权进行陈述和申辩。本机关不因陈述、申辩而给予更重的处罚。逾期未提出的，视为放弃上述权利。',
        ),
      ],
    }),
    { servedBy: ['serve-notice'] },
  ),
  letter(
    'hearing-right',
    hearingNotice,
    '听告',
    (source) => ({
      to: party(source),
      blocks: [
        ...told(source),
        paragraph(
          '根据《中华人民共和国行政处罚法》第六十三条、第六十四条的规定，你（单位）有权要求举行听证。要求听证的，应当在收到本告知书之日起五个工作日内向本机关提出；逾期未提出的，视为放弃听证权利。听证费用由本机关承担。',
        ),
      ],
    }),
    { on: ['notify-penalty'], when: offered, servedBy: ['serve-notice'] },
  ),
  letter('notify-hearing', documentWords['notify-hearing'], '听通', (source) => ({
    to: party(source),
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

const surcharge = paragraph(
  '到期不缴纳罚款的，每日按罚款数额的百分之三加处罚款，加处罚款的数额不超出罚款的数额。',
)

const decisions: DocumentDefinition[] = [
  letter(
    'decide-penalty',
    documentWords['decide-penalty'],
    '罚',
    (source) => ({
      to: null,
      blocks: [
        table(
          ['被处罚人', party(source)],
          ['统一社会信用代码', source.party.code],
          ['地址', source.party.address],
        ),
        paragraph(`违法事实和证据：${source.value('facts')}`),
        paragraph(`行政处罚的种类和依据：${source.value('basis')}`),
        table(source.rows(['penalties', 'fine'])),
        paragraph(`行政处罚的履行方式和期限：${source.value('performance')}`),
        ...(source.value('fine') === '' ? [] : [surcharge]),
        remedies(source, '决定书'),
      ],
    }),
    { servedBy: ['serve-decision'] },
  ),
  letter('decide-no-penalty', documentWords['decide-no-penalty'], '不罚', (source) => ({
    to: party(source),
    blocks: [
      paragraph(
        `关于“${source.record.title}”一案，经查：${clause(source.value('reason'))}。存在下列情形：${clause(source.value('ground'))}。`,
      ),
      paragraph('根据《中华人民共和国行政处罚法》的规定，决定不予行政处罚。'),
      remedies(source, '决定书'),
    ],
  })),
  letter(
    'decide-transfer',
    documentWords['decide-transfer'],
    '移',
    (source) => ({
      to: '公安机关',
      blocks: [
        paragraph(
          `本机关在办理“${source.record.title}”（案件编号：${source.record.number}）一案中发现，${party(source)}涉嫌犯罪：${clause(source.value('reason'))}。`,
        ),
        paragraph(
          '根据《行政执法机关移送涉嫌犯罪案件的规定》的规定，现将本案移送你机关，附案件情况的调查报告、涉案物品清单和有关检验报告或者鉴定意见。',
        ),
      ],
    }),
    { audience: 'internal' },
  ),
  letter('grant-deferral', documentWords['grant-deferral'], '缓', (source) => ({
    to: party(source),
    blocks: [
      paragraph(
        `你（单位）延期（分期）缴纳罚款的申请收悉，处罚决定书文号：${source.number('decide-penalty')}。根据《中华人民共和国行政处罚法》第六十六条第二款的规定，同意在${source.value('dueDate')}（含当日）前缴清。`,
      ),
    ],
  })),
]

const receipts: DocumentDefinition = {
  id: 'receipt',
  words: documentWords['serve-notice'],
  on: ['serve-notice', 'serve-decision'],
  form: 'record',
  by: 'bureau',
  series: 'case',
  audience: 'party',
  wording: (source) => ({
    blocks: [
      table(
        ['受送达人', party(source)],
        ['送达文书', served(source)],
        source.rows(['method', 'announcedOn', 'servedOn', 'receiver']),
      ),
    ],
    signatureLines: [
      { label: '受送达人（签名或者盖章）', names: '' },
      { label: '送达人（签名）', names: '' },
    ],
  }),
}

const served = (source: DocumentSource): string => {
  const act = source.act.type === 'serve-notice' ? 'notify-penalty' : 'decide-penalty'
  const first = `《${documentWords[act].zh}》${source.number(act)}`
  return act === 'notify-penalty' && offered(source) ? `${first}\n《${hearingNotice.zh}》` : first
}

export const documents: DocumentDefinition[] = [...internal, ...notices, ...decisions, receipts]
