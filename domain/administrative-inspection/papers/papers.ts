// What do the papers of an inspection say? Look at them with `npm run documents:samples`.
import { dayOf, inChinese } from '../../documents/document-source.ts'
import { clause, letter, list, paragraph, signedBy, table } from '../../documents/wording.ts'
import type {
  Block,
  DocumentDefinition,
  DocumentSource,
  Row,
  SignatureLine,
} from '../../model/document.ts'
import { answers } from '../checklists/checklist.ts'
import { askedBy, checklistOf, findingWords } from '../checklists/findings.ts'
import { allQuestions } from '../checklists/questions.ts'
import { bureauName } from '../joint/bureaus.ts'
import { remembered } from '../memory/context.ts'
import { isUntold } from '../memory/grounds.ts'
import { comingBureaus, recordedParts } from '../memory/joined.ts'
import { listedIn } from '../memory/listed.ts'
import { documentWords } from './names.ts'

const planned = 'plan-inspection'
const recorded = 'record-inspection'

const visited = (source: DocumentSource): Row[] => [
  ['被检查单位', source.party.name],
  ['统一社会信用代码', source.party.code],
  ['地址', source.party.address],
  ['案件编号', source.record.number],
]

/** Who has reported, or has passed it on, is nobody's business: such a ground is not printed. */
const groundTold = (source: DocumentSource): string =>
  isUntold(source.record.data[planned]?.ground) ? '' : `（${source.value('ground', planned)}）`

/** 联合检查: the party is told by whom it is visited, as far as they have said that they come. */
const joiningNamed = ({ record }: DocumentSource): Block[] => {
  const names = comingBureaus(remembered(record)).map(({ bureau }) => bureauName(bureau).zh)
  return names.length > 0 ? [paragraph(`本次为联合检查，参加机关：${names.join('、')}。`)] : []
}

/** 国办发〔2024〕54号: shown at the door with the certificates, so whoever was not served with it before has it from then on. */
const notice = letter(
  'issue-notice',
  documentWords['issue-notice'],
  '检通',
  (source) => ({
    blocks: [
      paragraph(
        `根据《中华人民共和国安全生产法》第六十五条的规定，本机关定于${source.value('plannedOn')}对你单位进行行政检查${groundTold(source)}。`,
      ),
      ...joiningNamed(source),
      paragraph(`检查内容：${clause(source.value('content'))}。`),
      ...(source.value('prepare') === ''
        ? []
        : [paragraph(`请准备：${clause(source.value('prepare'))}。`)]),
      paragraph(
        '检查由两名以上执法人员进行并出示执法证件；不出示执法证件的，你单位有权拒绝接受检查。',
      ),
    ],
  }),
  { handedOverBy: ['begin-inspection'] },
)

/** Every question that was asked, with its answer and its article. */
const answered = ({ act, record }: DocumentSource): Row[] => {
  const asked = askedBy(checklistOf(record.data[planned]))
  return allQuestions.flatMap(({ id, words, article }): Row[] => {
    const answer = act.data[id]
    if (!asked.has(id) || typeof answer !== 'string' || !Object.hasOwn(answers, answer)) return []
    return [[`${words.zh}（${article}）`, answers[answer as keyof typeof answers].zh]]
  })
}

const receipt = (source: DocumentSource): string =>
  source.act.data.signature === 'refused'
    ? `${source.value('signature')}：${source.value('witness')}`
    : ''

/** What each bureau that came along has written, with the certificates of its officers. */
const joinedRows = ({ record }: DocumentSource): Row[] =>
  recordedParts(remembered(record)).map(({ bureau, certificates, said }) => [
    `${bureauName(bureau).zh}（执法证件${certificates.join('、')}）`,
    said,
  ])

/** By hand: each bureau's officers sign for what it has written. */
const joinedSignatures = ({ record }: DocumentSource): SignatureLine[] =>
  recordedParts(remembered(record)).map(({ bureau }) => ({
    label: `${bureauName(bureau).zh}检查人员（签名）`,
    names: '',
  }))

/** The day of the visit, not that on which it was written down. */
const visitedOn = ({ act, record }: DocumentSource): string =>
  inChinese(remembered(record).begunOn ?? dayOf(act))

/** What officers write down on the spot, of which the party has a copy. */
const ofTheVisit = (
  id: 'record-inspection' | 'visit-not-made' | 'record-recheck' | 'measures-rechecked',
  word: string,
  on: readonly string[],
  wording: DocumentDefinition['wording'],
): DocumentDefinition => ({
  id,
  words: documentWords[id],
  on: [...on],
  form: 'record',
  by: 'bureau',
  series: { word },
  audience: 'party',
  wording,
})

const record = ofTheVisit(recorded, '检录', [recorded], (source) => ({
  blocks: [
    table(
      visited(source),
      ['检查时间', visitedOn(source)],
      ['企业在场人员', source.value('receiver')],
      ['执法证件号', source.lines('certificates').join('、')],
    ),
    table(answered(source)),
    ...(source.lines('otherFindings').length > 0 ? [list(source.lines('otherFindings'))] : []),
    ...(joinedRows(source).length > 0 ? [table(joinedRows(source))] : []),
    paragraph(`现场情况：${source.value('situation')}`),
  ],
  signatureLines: [
    signedBy('检查人员（签名）', source),
    ...joinedSignatures(source),
    { label: '被检查单位负责人（签名）', names: receipt(source) },
  ],
}))

const notMade = ofTheVisit(
  'visit-not-made',
  '检未',
  ['end-visit', 'report-obstruction'],
  (source) => ({
    blocks: [
      table(
        visited(source),
        ['检查时间', visitedOn(source)],
        ['执法证件号', source.lines('certificates').join('、')],
      ),
      paragraph(`现场情况：${source.value('facts')}`),
      paragraph(
        source.act.type === 'report-obstruction'
          ? '处理意见：拒绝、阻碍依法实施的监督检查，依照《中华人民共和国安全生产法》第一百零八条查处。'
          : '处理意见：本次检查未能进行，结束检查。',
      ),
    ],
    signatureLines: [signedBy('检查人员（签名）', source)],
  }),
)

/** The findings that an order is about, as the record of the visit has them; an order is seen as an item of that. */
const found = ({ act, record: { data, aroundData = data } }: DocumentSource): Block =>
  list(listedIn(act, 'findings').map((name) => findingWords(name, aroundData[recorded] ?? {}).zh))

const seen = (source: DocumentSource): Block =>
  paragraph(`经查，现场检查记录${source.number(recorded)}载明你单位存在下列问题：`)

/** 当场交付: its form says who has received it. */
const handedOver = { servedAtOnce: () => true }

const order = letter(
  'order-correction',
  documentWords['order-correction'],
  '检责改',
  (source) => ({
    blocks: [
      seen(source),
      found(source),
      paragraph(
        `根据《中华人民共和国安全生产法》第六十五条的规定，责令你单位于${source.value('correctBy')}前整改完毕。${clause(source.value('requirements'))}。`,
      ),
      paragraph('逾期未整改的，依法予以处罚。'),
    ],
  }),
  handedOver,
)

const measures = letter(
  'take-measures',
  documentWords['take-measures'],
  '检现措',
  (source) => ({
    blocks: [
      seen(source),
      found(source),
      paragraph(
        `根据《中华人民共和国安全生产法》第六十五条第一款第三项的规定，决定：${clause(source.value('measure'))}。`,
      ),
      paragraph(
        `上述措施在隐患排除前执行；须于${source.value('correctBy')}前完成：${clause(source.value('requirements'))}。`,
      ),
    ],
  }),
  handedOver,
)

/** What an order says of itself on the papers that follow it. */
const rechecking = (
  id: 'record-recheck' | 'measures-rechecked',
  opens: 'order-correction' | 'take-measures',
  passes: string,
  fails: string,
  said: { passed: string; failed: string },
): DocumentDefinition => ({
  ...ofTheVisit(id, '检复查', [passes, fails], (source) => ({
    blocks: [
      table(
        visited(source),
        [documentWords[opens].zh, source.number(opens)],
        ['复查时间', source.value('checkedOn')],
        ['执法证件号', source.lines('certificates').join('、')],
      ),
      paragraph(`复查情况：${source.value('recheckFindings')}`),
      paragraph(`复查意见：${source.act.type === passes ? said.passed : said.failed}`),
    ],
    signatureLines: [
      signedBy('复查人员（签名）', source),
      { label: '被复查单位负责人（签名）', names: '' },
    ],
  })),
  item: opens === 'order-correction' ? 'correction-order' : 'spot-measures',
})

const opinion = rechecking('record-recheck', 'order-correction', 'pass-recheck', 'fail-recheck', {
  passed: '已按要求整改完毕。',
  failed: '未按要求整改完毕，依法查处。',
})

const measuresOpinion = rechecking(
  'measures-rechecked',
  'take-measures',
  'lift-measures',
  'fail-measures',
  {
    passed: '隐患已经排除，同意恢复生产经营和使用。',
    failed: '隐患尚未排除，不得恢复生产经营和使用，依法查处。',
  },
)

/** How it answers: more time, or the old date. */
const decided = (source: DocumentSource): string =>
  source.act.type === 'extend-order'
    ? `因${clause(source.value('reason'))}，根据《安全生产违法行为行政处罚办法》第十六条的规定，同意整改期限延至${source.value('correctBy')}（含当日）。`
    : `经研究，不同意延期：${clause(source.value('refusal'))}。请按原期限完成整改。`

const extension = letter(
  'extend-order',
  documentWords['extend-order'],
  '检延',
  (source) => ({
    blocks: [
      paragraph(
        `你单位${source.value('askedOn')}就${source.number('order-correction')}责令限期整改指令书提出的延期申请收悉。${decided(source)}`,
      ),
    ],
  }),
  { on: ['extend-order', 'refuse-extension'], item: 'correction-order' },
)

export const papers: DocumentDefinition[] = [
  notice,
  record,
  notMade,
  order,
  measures,
  opinion,
  measuresOpinion,
  extension,
]
