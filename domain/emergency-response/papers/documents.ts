// What do the documents of an emergency say? Look at them with `npm run documents:samples`.

import {
  clause,
  letter,
  list,
  openedOn,
  paragraph,
  signedBy,
  table,
  today,
} from '../../documents/wording.ts'
import type { Block, DocumentDefinition, DocumentSource } from '../../model/document.ts'
import type { Level } from '../../organisation/regions.ts'
import { accidentOf } from '../event/figures.ts'
import { isForCounty } from '../event/investigators.ts'
import { comparisonLines } from '../plan/comparison.ts'
import { drillPapers } from './drill.ts'
import { documents } from './names.ts'
import { commandPapers } from './orders.ts'
import {
  countedEvent,
  declaredBy,
  figuresOf,
  matter,
  named,
  numbers,
  reckoned,
  titled,
} from './phrases.ts'

/** Whose desk has written it, whoever was told before. */
const reportedBy = ({ record }: Pick<DocumentSource, 'record'>): Level =>
  record.snapshot.context.reportedBy === 'city' ? 'city' : 'county'

/** 493号 19, 20, 32; 特设法 72: one level higher. */
const investigatedBy = ({ record: { snapshot } }: Pick<DocumentSource, 'record'>): Level =>
  isForCounty(snapshot.context) && snapshot.context.inquiryBy !== 'city' ? 'county' : 'city'

const call: DocumentDefinition = {
  id: 'call',
  words: documents['report-emergency'],
  on: ['report-emergency'],
  form: 'record',
  by: 'bureau',
  series: 'case',
  audience: 'internal',
  wording: (source) => ({
    ...titled(source, 'report-emergency'),
    blocks: [
      table(
        matter(source),
        source.rows(['source', 'toldAt', 'receivedAt', 'description', 'caller', 'telephone']),
        numbers(source),
        ['登记日期', today(source)],
      ),
    ],
    signatureLines: [signedBy('接报人（签名）', source)],
  }),
}

type Flash = 'report-to-city' | 'report-to-province' | 'report-further' | 'report-finally'

const flash = (type: Flash, word: string, to: string, level?: () => Level): DocumentDefinition =>
  letter(
    type,
    documents[type],
    word,
    (source) => ({
      ...titled(source, type),
      to,
      blocks: [
        table(matter(source), numbers(source), [
          '事故等级',
          accidentOf(figuresOf(source), countedEvent(source)).words.zh,
        ]),
        paragraph(`事件经过和现状：${source.value('course')}`),
        paragraph(`已采取的措施：${source.value('measures')}`),
        ...(type === 'report-finally' ? [] : [paragraph('有新情况随时续报。')]),
      ],
    }),
    { audience: 'internal', level: level ?? reportedBy },
  )

const flashes: DocumentDefinition[] = [
  flash('report-to-city', '快报', '市应急管理局、市人民政府', () => 'county'),
  flash('report-to-province', '快报', '省应急管理厅'),
  flash('report-further', '续报', '上级应急管理部门'),
  flash('report-finally', '终报', '上级应急管理部门'),
]

const planNamed = (source: DocumentSource): string => {
  const plan = source.value('plan', 'start-response') || source.value('plan', 'resume-response')
  return plan ? `《${plan}》` : '本级应急预案'
}

/** Every departure from the plan, where the response went by one. */
const planCompared = (source: DocumentSource): Block[] => {
  const lines = comparisonLines(source.record, source.act.at)
  return lines.length > 0 ? [paragraph(`与${planNamed(source)}命令范本的对照：`), list(lines)] : []
}

/** 突发法 71–72: at first, and each time that what was handled threatens again. */
const decisionToStart = (
  type: 'start-response' | 'resume-response',
  since: string,
  again: '' | '再次',
): DocumentDefinition =>
  letter(
    type,
    documents[type],
    '启',
    (source) => ({
      ...titled(source, type),
      to: '各有关单位',
      blocks: [
        paragraph(
          `${named(source)}${since}，经研判，根据《中华人民共和国突发事件应对法》第七十一条、第七十二条和${planNamed(source)}的规定，决定${again}启动${source.value('level')}。`,
        ),
        table(matter(source), numbers(source)),
        ...reckoned(source),
        paragraph(`${again}启动理由：${source.value('reason')}`),
        paragraph(`预计期限：${source.value('period')}`),
        paragraph(`应急处置措施：${source.value('measures')}`),
      ],
    }),
    { level: declaredBy },
  )

const decisions: DocumentDefinition[] = [
  decisionToStart('start-response', '发生后', ''),
  decisionToStart('resume-response', '的险情再次出现或者扩大', '再次'),
  letter(
    'change-level',
    documents['change-level'],
    '调',
    (source) => ({
      ...titled(source, 'change-level'),
      to: '各有关单位',
      blocks: [
        paragraph(
          `根据${named(source)}的发展情况，决定将应急响应级别调整为${source.value('level')}。`,
        ),
        table(numbers(source)),
        ...reckoned(source),
        paragraph(`调整理由：${source.value('reason')}`),
      ],
    }),
    { level: declaredBy },
  ),
  letter(
    'end-response',
    documents['end-response'],
    '终',
    (source) => ({
      ...titled(source, 'end-response'),
      to: '各有关单位',
      blocks: [
        paragraph(
          `${named(source)}的威胁和危害已经得到控制或者消除：${clause(source.value('reason'))}。`,
        ),
        paragraph(
          '根据《生产安全事故应急条例》第二十五条和《中华人民共和国突发事件应对法》第八十六条的规定，决定终止应急响应，停止执行应急处置措施，转入善后工作。',
        ),
        table(numbers(source)),
      ],
    }),
    { level: declaredBy },
  ),
]

const afterwards: DocumentDefinition[] = [
  letter(
    'return-report',
    documents['return-report'],
    '补',
    (source) => ({
      ...titled(source, 'return-report'),
      to: '事故调查组',
      blocks: [
        paragraph(
          `你组提交的${named(source)}调查报告收悉。经研究，下列事项尚未查清，现退回补充调查，请于${source.value('dueDate')}前重新提交调查报告：`,
        ),
        list(source.lines('missing')),
      ],
    }),
    { audience: 'internal', level: investigatedBy },
  ),
  letter(
    'reply',
    documents.reply,
    '批',
    (source) => ({
      ...titled(source, 'reply'),
      to: '事故调查组',
      blocks: [
        paragraph(
          `你组提交的${named(source)}调查报告收悉。根据《生产安全事故报告和调查处理条例》第三十二条的规定，批复如下：`,
        ),
        paragraph(source.value('decision')),
        paragraph('请有关机关按照批复依法处理，事故发生单位应当吸取教训，落实防范和整改措施。'),
      ],
    }),
    { level: investigatedBy },
  ),
  letter(
    'evaluate',
    documents.evaluate,
    '评',
    (source) => ({
      ...titled(source, 'evaluate'),
      to: null,
      blocks: [
        paragraph(
          `根据《中华人民共和国安全生产法》第八十六条的规定，对${openedOn(source)}接报的${named(source)}的整改和防范措施落实情况进行了评估。`,
        ),
        ...planCompared(source),
        paragraph(`落实情况：${source.value('findings')}`),
        paragraph(`评估结论：${source.value('conclusion')}`),
      ],
    }),
    { by: 'committee', level: investigatedBy },
  ),
]

export const papers: DocumentDefinition[] = [
  call,
  ...flashes,
  ...decisions,
  ...commandPapers,
  ...drillPapers,
  ...afterwards,
]
