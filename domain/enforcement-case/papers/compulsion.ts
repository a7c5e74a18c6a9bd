// What do the papers say by which an unpaid fine is demanded, brought before the court, or given up (强制法 35, 40, 54, 55)?

import { dayOf } from '../../documents/document-source.ts'
import { clause, letter, paragraph, today } from '../../documents/wording.ts'
import { spellYuan } from '../../language/money.ts'
import type { DocumentDefinition, DocumentSource } from '../../model/document.ts'
import { documentWords } from '../acts/document-words.ts'
import { surchargeOwed } from '../memory/owing.ts'
import { remembered } from '../memory/penalties.ts'
import { partyName } from './parts.ts'

/** The decision, by whichever procedure it was made. */
const decision = (source: DocumentSource): string =>
  source.number('decide-penalty') || source.number('punish-on-the-spot')

/** What is owed on the day of the paper. */
const debt = (source: DocumentSource): string => {
  const context = remembered(source.record.snapshot.context)
  const surcharge = surchargeOwed(context, dayOf(source.act), source.law)
  return `罚款${spellYuan(context.owed)}元，截至${today(source)}加处罚款${spellYuan(surcharge)}元`
}

/** 强制法 53: the court is told the truth about remedies; what has ended is named with what it left of the duty. */
const unsought = (source: DocumentSource): string => {
  const { data, snapshot } = source.record
  const { outcomeOn, imposed } = remembered(snapshot.context)
  if (typeof outcomeOn !== 'string') return '被执行人在法定期限内不申请行政复议或者提起行政诉讼'
  const decided = data['decide-penalty']?.fine ?? data['punish-on-the-spot']?.fine
  const left = decided === imposed ? '未改变缴纳罚款的义务' : `罚款变更为${spellYuan(imposed)}元`
  return `被执行人申请的行政复议或者提起的行政诉讼已于${source.kept('outcomeOn')}终结，${left}；其后被执行人未再申请行政复议或者提起行政诉讼`
}

/** 强制法 40 does not name a fine of the court; what is set off follows from 处罚法 35. */
const terminatedBy = ({ record: { data } }: DocumentSource): string =>
  data['propose-termination']?.ground === 'court-fined'
    ? '《中华人民共和国行政处罚法》第三十五条'
    : '《中华人民共和国行政强制法》第四十条'

export const compulsionPapers: DocumentDefinition[] = [
  letter(
    'issue-demand',
    documentWords['issue-demand'],
    '催',
    (source) => ({
      to: partyName(source),
      blocks: [
        paragraph(
          `本机关作出的《行政处罚决定书》${decision(source)}已送达，你（单位）逾期未履行缴纳罚款的义务。现欠缴${debt(source)}；加处罚款逐日计算，不超出罚款数额。`,
        ),
        paragraph(
          `根据《中华人民共和国行政强制法》第五十四条的规定，现催告你（单位）自收到本催告书之日起${source.period('enforcement-case.demand')}内履行。履行方式：${clause(source.value('payment'))}。逾期仍不履行的，本机关将依法申请人民法院强制执行。`,
        ),
        paragraph('你（单位）收到本催告书后有权进行陈述和申辩。'),
      ],
    }),
    { servedBy: ['serve-demand'] },
  ),
  letter('apply-court', documentWords['apply-court'], '强执', (source) => ({
    to: source.value('court'),
    blocks: [
      paragraph(
        `被执行人：${partyName(source)}。申请执行的依据：《行政处罚决定书》${decision(source)}。`,
      ),
      paragraph(
        `${unsought(source)}，又不履行处罚决定；本机关已于${source.kept('demandServedOn')}送达《履行催告书》${source.number('issue-demand')}，${source.period('enforcement-case.demand')}届满后仍未履行。`,
      ),
      paragraph(
        `根据《中华人民共和国行政强制法》第五十三条、第五十四条的规定，申请强制执行：${debt(source)}。`,
      ),
      paragraph(
        '附：行政处罚决定书及作出决定的事实、理由和依据，当事人的意见及催告情况，申请强制执行标的情况。',
      ),
    ],
  })),
  letter('terminate-enforcement', documentWords['terminate-enforcement'], '终执', (source) => ({
    to: partyName(source),
    blocks: [
      paragraph(
        `《行政处罚决定书》${decision(source)}的执行中存在下列情形：${clause(source.value('ground', 'propose-termination'))}。尚欠${debt(source)}。`,
      ),
      paragraph(`根据${terminatedBy(source)}的规定，决定终结执行。`),
    ],
  })),
]
