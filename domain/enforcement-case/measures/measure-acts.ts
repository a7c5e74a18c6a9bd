// What do the acts ask for by which a measure is approved, tested, disposed of, lifted, and its things given back?

import * as v from 'valibot'
import { type Text, text } from '../../language/words.ts'
import { act, clockAct } from '../../model/act.ts'
import { field } from '../../model/field.ts'
import { inspectors } from '../../organisation/addresses.ts'
import { documentWords } from '../acts/document-words.ts'
import { wholeFen } from '../acts/performance.ts'
import { mostYuan } from '../memory/kinds.ts'
import { leader, sectionChief } from '../regions/addresses.ts'
import { carryOutMeasure } from './taking.ts'

/** 处罚法 56, 强制法 27. */
export const disposals = {
  evidence: text('作为证据附卷', 'Kept with the file as evidence'),
  returned: text('退还当事人', 'Returned'),
  confiscation: text('提请没收', 'Confiscation proposed'),
  transferred: text('移送有关部门', 'Handed to another authority'),
  police: text('涉嫌犯罪，移送公安机关', 'Handed to the police: a crime is suspected'),
  destroyed: text('依法销毁', 'Destroyed as the law asks'),
} as const satisfies Record<string, Text>

export type Disposal = keyof typeof disposals

/** 强制法 27, 28: what is not needed any more is no disposal: the seizure is lifted. */
export const seizedDisposals: readonly Disposal[] = [
  'confiscation',
  'transferred',
  'police',
  'destroyed',
]

/** What was proposed for confiscation is not proposed again. */
const disposalsOf = ({ kind, confiscation }: Record<string, unknown>): Record<string, Text> =>
  Object.fromEntries(
    Object.entries(disposals).filter(
      ([name]) =>
        (kind === 'registration' || seizedDisposals.some((one) => one === name)) &&
        (name !== 'confiscation' || confiscation !== 'proposed'),
    ),
  )

/** 强制法 28(1). */
const liftGrounds = {
  'no-violation': text('当事人没有违法行为', 'The party has done nothing unlawful'),
  unrelated: text('与违法行为无关', 'It has nothing to do with the act'),
  decided: text('已作出处理决定，不再需要', 'It was decided on, and is needed no more'),
  other: text('其他不再需要采取措施的情形', 'It is needed no more'),
} as const satisfies Record<string, Text>

/** 处罚法 74. */
const handlings = {
  auction: text('依法公开拍卖', 'Sold at a public auction'),
  destroyed: text('依法销毁', 'Destroyed as the law asks'),
  treasury: text('上缴国库', 'Handed to the treasury'),
  other: text('按照国家有关规定处理', 'Dealt with as the State asks'),
} as const satisfies Record<string, Text>

const sold = [{ handling: ['auction'] }] as const
const atAuction = { where: sold, needed: sold }

/** 强制法 21. */
const toPolice = [{ disposal: ['police'] }] as const
const handedToPolice = { where: toPolice, needed: toPolice }

const opinion = { opinion: field.opinion() }
const testResult = {
  result: field.longText('结果', 'Result', 2000),
  papers: field.files('报告', 'Report').optional(),
}
const reason = { reason: field.longText('理由', 'Reason', 1000) }

export const measureActs = {
  'approve-measure': act({
    words: text('批准采取措施', 'Approve the measure'),
    fields: opinion,
    notify: [inspectors, sectionChief],
  }),
  'refuse-measure': act({
    words: text('不批准采取措施', 'Do not approve it'),
    fields: { ...reason, ...opinion },
    notify: [inspectors],
  }),
  'carry-out-measure': carryOutMeasure,
  'drop-measure': act({
    words: text('不再实施', 'Do not take it any more'),
    fields: reason,
  }),
  'confirm-measure': act({
    words: text('补办批准', 'Approve what was taken'),
    fields: opinion,
    notify: [inspectors, sectionChief],
  }),
  'reject-measure': act({
    words: text('不应采取，立即解除', 'It should not have been taken: lift it'),
    fields: {
      ...reason,
      document: field.document(documentWords['measure-lifted']),
      ...opinion,
    },
    consequence: {
      effect: text('措施立即解除，退还财物。', 'It is lifted at once and the things go back.'),
      article: '《行政强制法》第十九条',
    },
    notify: [inspectors],
  }),
  'send-to-test': act({
    words: text('送检测、检验、技术鉴定', 'Send it to be tested'),
    fields: {
      tester: field.text('检测、检验、鉴定机构', 'By whom', 200),
      reason: field.longText('检测、检验、鉴定事项', 'What is to be found out', 1000),
      testUntil: field
        .date('检测、检验、鉴定期间截止日', 'Last day of the test')
        .hint(
          '期间须明确并书面告知当事人，届满后查封、扣押期限继续计算',
          'It is fixed and told in writing; after it the period of the seizure runs on',
        ),
      document: field.document(documentWords['test-notice']),
    },
    by: [inspectors],
    notify: [sectionChief],
    consequence: {
      effect: text(
        '至截止日的检测、检验、鉴定期间不计入查封、扣押期限，并书面告知当事人。',
        'The time of the test until that day does not count, and the party is told in writing.',
      ),
      article: '《行政强制法》第二十五条第三款',
    },
  }),
  'record-test': act({
    words: text('登记检测、鉴定结果', 'Record the result of the test'),
    fields: testResult,
  }),
  'record-late-test': act({
    words: text('登记逾期的检测、鉴定结果', 'Record a late result of the test'),
    fields: testResult,
    by: [inspectors],
  }),
  'test-over': clockAct(
    '检测、鉴定期间届满，查封、扣押期限继续计算',
    'The time of the test is over: the period of the seizure runs on',
    text('', ''),
    { notify: [inspectors, sectionChief], audience: 'internal' },
  ),
  'extend-measure': act({
    words: text('批准延长查封、扣押期限', 'Extend the seizure'),
    fields: {
      by: field
        .integer('延长（日）', 'By how many days', 1, 365)
        .hint('只能延长一次，不超过法定日数', 'Once only, and no more than the law allows'),
      ...reason,
      document: field.document(documentWords['seizure-extended']),
      ...opinion,
    },
    consequence: {
      effect: text(
        '期限只能延长一次，并书面告知当事人理由。',
        'It gets longer once only, and the party is told why in writing.',
      ),
      article: '《行政强制法》第二十五条',
    },
    notify: [inspectors, sectionChief],
  }),
  'dispose-measure': act({
    words: text('作出处理决定', 'Decide on the things'),
    fields: {
      disposal: field
        .choice(disposals, '处理', 'What becomes of them')
        .perCase(({ snapshot }) => ({ choices: disposalsOf(snapshot.context) })),
      policeReceiver: field
        .text('公安机关接收单位、接收人', 'Received by', 200)
        .optional()
        .with(handedToPolice),
      policeReceivedOn: field
        .date('移交日期', 'Handed over on')
        .optional()
        .with(handedToPolice)
        .hint(
          '随案移送的财物，由本决定书书面告知当事人',
          'The decision tells the party in writing that the things went with the case',
        ),
      ...reason,
      document: field.document(documentWords['measure-disposal']),
      ...opinion,
    },
    consequence: {
      effect: text(
        '提请没收的，继续保存（查封、扣押），由处罚决定确定是否没收，期限届满自行解除；退还的，登记退还后结束；作其他处理的，该措施办理结束。',
        'Of things to be confiscated the penalty says, and the period runs on; what goes back ends once it is back; else the measure ends with it.',
      ),
      article: '《行政处罚法》第五十六条、《行政强制法》第二十一条、第二十七条',
    },
    notify: [inspectors, sectionChief],
  }),
  'lift-measure': act({
    words: text('解除措施', 'Lift the measure'),
    fields: {
      ground: field.choice(liftGrounds, '解除情形', 'Ground'),
      ...reason,
      document: field.document(documentWords['measure-lifted']),
      ...opinion,
    },
    consequence: {
      effect: text('立即解除并退还财物。', 'It is lifted at once and the things go back.'),
      article: '《行政强制法》第二十八条',
    },
    by: [leader],
    notify: [inspectors, sectionChief],
  }),
  'measure-lapsed': clockAct(
    '期限届满，措施自行解除',
    'The period has ended and the measure lifts itself',
    text('', ''),
    { notify: [inspectors, sectionChief], audience: 'internal' },
  ),
  'things-confiscated': clockAct(
    '处罚决定没收财物',
    'The penalty confiscates the things',
    text('', ''),
    { notify: [inspectors, sectionChief], audience: 'internal' },
  ),
  'measure-released': clockAct(
    '处罚决定未没收或者被撤销，措施解除',
    'The penalty does not confiscate, or was annulled: the measure is lifted',
    text('', ''),
    { notify: [inspectors, sectionChief], audience: 'internal' },
  ),
  'record-confiscation': act({
    words: text('登记没收财物的处理', 'Record what became of what was confiscated'),
    fields: {
      handling: field.choice(handlings, '处理方式', 'How'),
      handledOn: field.date('处理日期', 'On'),
      proceeds: field
        .money('拍卖价款（元）', 'Sold for (yuan)')
        .accepting(v.pipe(v.number(), v.minValue(0.01), v.maxValue(mostYuan), wholeFen))
        .optional()
        .hint(
          '处罚决定被撤销的，退还该价款（《国家赔偿法》第三十六条）',
          'Returned should the penalty be annulled (State Compensation Law art. 36)',
        )
        .with(atAuction),
      receiver: field.text('接收、承办单位', 'By whom it was received or done', 200),
      papers: field.files('清单、票据', 'List and receipts').optional(),
    },
    consequence: {
      effect: text('该措施办理结束。', 'The measure ends with it.'),
      article: '《行政处罚法》第七十四条',
    },
  }),
  'return-things': act({
    words: text('登记退还财物', 'Record that the things went back'),
    fields: {
      returnedOn: field.date('退还日期', 'Returned on'),
      receiver: field.text('接收人', 'Received by', 100),
      receipt: field.files('签收件', 'Signed receipt').optional(),
      document: field.document(documentWords['measure-lifted']),
    },
  }),
}
