// What does the paper say by which a planned drill is evaluated (AQ/T 9009)?
import { letter, openedOn, paragraph, table } from '../../documents/wording.ts'
import type { Block, DocumentDefinition, DocumentSource, Row } from '../../model/document.ts'
import { rowsIn } from '../../views/answers/value-words.ts'
import { verdictWords } from '../event/verdicts.ts'
import { documents } from './names.ts'
import { declaredBy, matter, named, titled } from './phrases.ts'

const verdictOf = (verdict: unknown): string =>
  typeof verdict === 'string' && Object.hasOwn(verdictWords, verdict)
    ? verdictWords[verdict as keyof typeof verdictWords].zh
    : ''

/** One row a goal: how far it was reached, with how many points, and why. */
const goals = ({ act }: DocumentSource): Row[] =>
  rowsIn(act.data.goals).map(({ goal, verdict, points, remark }) => [
    String(goal),
    [verdictOf(verdict), `${String(points)}分`, typeof remark === 'string' ? remark : '']
      .filter((part) => part !== '')
      .join('，'),
  ])

const told = (source: DocumentSource): Block[] => {
  const given = source.record.snapshot.context.drillCourse as { given?: number } | undefined
  return given?.given ? [paragraph(`演练中按脚本给出情景注入${given.given}项。`)] : []
}

export const drillPapers: DocumentDefinition[] = [
  letter(
    'evaluate-drill',
    documents['evaluate-drill'],
    '演评',
    (source) => ({
      ...titled(source, 'evaluate-drill'),
      to: null,
      blocks: [
        paragraph(
          `根据《生产安全事故应急预案管理办法》第三十四条和AQ/T 9009的要求，对${openedOn(source)}开始的${named(source)}应急演练进行了评估。`,
        ),
        table(matter(source), source.rows(['registerEntry', 'drillPlan'], 'report-emergency')),
        ...told(source),
        paragraph('演练目标完成情况：'),
        table(goals(source)),
        paragraph(`做法好的：${source.value('strengths')}`),
        paragraph(`存在问题：${source.value('shortcomings')}`),
        paragraph(`总分：${source.value('score')}分。评估结论：${source.value('conclusion')}`),
      ],
    }),
    { audience: 'internal', level: declaredBy },
  ),
]
