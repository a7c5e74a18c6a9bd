// What is written down when the criminal matter is over and the case comes back, or is closed as transferred (处罚法 27, 35)?
import { text } from '../../language/words.ts'
import { act } from '../../model/act.ts'
import { field } from '../../model/field.ts'
import { inspectors } from '../../organisation/addresses.ts'
import { documentWords } from '../acts/document-words.ts'
import { criminalOutcomes, judgmentFields } from '../refiled/criminal-outcome.ts'
import { leader, sectionChief } from '../regions/addresses.ts'

const judgment = judgmentFields('outcome')

const recordCriminalReturn = act({
  unusual: true,
  words: text('登记刑事程序终结，恢复办理', 'The criminal matter is over: go on'),
  // How a person was judged is told to nobody else, the party of the case included.
  party: text('行政案件恢复办理。', 'The administrative case goes on.'),
  fields: {
    outcome: field.choice(criminalOutcomes, '刑事处理结果', 'How it has ended'),
    instrument: field.text('法律文书名称、文号', 'Judgment or decision, its number', 200),
    receivedOn: field
      .date('收到日期', 'Received on')
      .hint('办案期限自该日恢复计算', 'The period of the case goes on from this day'),
    effectiveOn: judgment.effectiveOn,
    criminalFine: judgment.criminalFine,
    partyFined: judgment.partyFined,
    personsFined: judgment.persons,
    findings: field.longText('查明的事实和处理意见', 'What was found, and what is left', 4000),
    judgment: field.files('判决书、不起诉决定书等', 'The judgment or decision').optional(),
    opinion: field.opinion(),
  },
  consequence: {
    effect: text(
      '案件恢复办理，办案期限继续计算；已判处罚金的不再罚款，吊销、暂扣许可证等依法仍可作出。',
      'The case and its period go on; after a fine of the court there is no other, but a licence may still be taken.',
    ),
    article: '《行政处罚法》第二十七条、第三十五条',
  },
  // A message names the act, and with it the criminal matter: the party reads the case itself.
  notify: [leader, sectionChief],
})

const proposeTransferClosing = act({
  words: text('提请以移送结案', 'Propose to close it as transferred'),
  fields: {
    summary: field.longText('移送和刑事立案情况、结案意见', 'What became of it', 2000),
    catalogue: field
      .lines('卷内目录', 'Papers of the file', 100, 100)
      .hint('每行一件', 'One a line'),
  },
})

const approveTransferClosing = act({
  words: text('批准以移送结案', 'Close it as transferred'),
  party: text('案件已办结。', 'The case is over.'),
  fields: {
    document: field.document(documentWords['approve-transfer-closing']),
    opinion: field.opinion(),
  },
  consequence: {
    effect: text(
      '案件以移送办结；司法机关以后移送回来的，另行立案。',
      'It ends as transferred; what the courts send back later is filed as a case of its own.',
    ),
    article: '《行政处罚法》第二十七条、第五十七条',
  },
  notify: [inspectors, sectionChief],
})

export const returnActs = {
  'record-criminal-return': recordCriminalReturn,
  'propose-transfer-closing': proposeTransferClosing,
  'approve-transfer-closing': approveTransferClosing,
}
