// Which acts does an application go through, and after it the licence?
import { text } from '../language/words.ts'
import { licensingActs } from '../licensing/acts.ts'
import { decisionActs } from './decision.ts'
import { heldEndedActs } from './held-ended.ts'
import { proposedFor } from './jurisdiction.ts'
import { licenceActs } from './licence.ts'
import { missingPapers } from './papers.ts'
import { suspensionActs } from './suspension.ts'

/** Everything but the application itself, by event of the chart. */
export const hazchemActs = {
  ...licensingActs({
    organ: '发证机关',
    notNeeded: text('依法不需要取得经营许可证', 'No licence is needed by law'),
    ends: text('申请终结', 'The application ends'),
    withdrawn: text(
      '申请已撤回，事项已办结。',
      'The application was withdrawn; the matter is closed.',
    ),
    correct: {
      words: text('更正发证机关', 'Correct the authority'),
      party: text(
        '申请已移交有权发证的机关办理。',
        'The application was handed to the authority that issues it.',
      ),
    },
    missing: ({ data }) => missingPapers(data.apply ?? {}),
    proposed: (county, { data }) => proposedFor(county, data.apply?.grounds),
    siteCheckBegun: text(
      '现场核查已开始；除变更申请和联合办理外，核查时间不计入审查期限（总局令第55号第十一条）。',
      'The site check has begun; but for a change and joint handling its time is not counted (Order 55 art. 11).',
    ),
    reworkWanted: text(
      '现场核查发现须整改的事项，请逐项整改；除变更申请和联合办理外，整改时间不计入审查期限（总局令第55号第十一条）。',
      'The site check found things to put right, please do so item by item; but for a change and joint handling the time is not counted (Order 55 art. 11).',
    ),
  }),
  ...decisionActs,
  ...licenceActs,
  ...suspensionActs,
  ...heldEndedActs,
}
