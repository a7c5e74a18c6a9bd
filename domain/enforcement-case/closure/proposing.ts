// What does the leader say who proposes to the government that an enterprise is closed (安全法 113)?
import { text } from '../../language/words.ts'
import { act } from '../../model/act.ts'
import { field } from '../../model/field.ts'
import { citySupervisor } from '../../organisation/addresses.ts'
import { closureReckoning } from '../acts/closure-reckoning.ts'
import { documentWords } from '../acts/document-words.ts'
import { pastOfClosure } from '../memory/closure.ts'
import { reckoned } from '../memory/penalties.ts'
import { leader, sectionChief } from '../regions/addresses.ts'
import { closureBasis } from './closure-basis.ts'

export const proposeClosure = act({
  past: pastOfClosure,
  states: (record, event) => ({ closureReckoning: closureBasis(record, event).reckoning }),
  words: text('提请关闭', 'Propose closure'),
  fields: {
    reason: field
      .longText('存在重大事故隐患的情况和理由', 'The major hazard, and reasons', 2000)
      .perCase((record, law) =>
        law.past
          ? {
              hint: reckoned({ reckoning: closureBasis(record, law).reckoning, reasons: [] }),
            }
          : {},
      ),
    document: field.document(documentWords['propose-closure']),
    closureReckoning,
    opinion: field.opinion(),
  },
  by: [leader],
  appendsOnly: true,
  consequence: {
    effect: text(
      '提请地方人民政府决定关闭；答复之前案件不得结案。',
      'The local government is asked to close the enterprise; until it has answered the case stays open.',
    ),
    article: '《安全生产法》（2021）第一百一十三条',
  },
  notify: [sectionChief, citySupervisor],
})
