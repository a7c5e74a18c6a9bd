// Which acts does a project go through, from its first application to its use?
import { text } from '../language/words.ts'
import { licensingActs } from '../licensing/acts.ts'
import { field } from '../model/field.ts'
import { applicationActs, missingPapers } from './applications.ts'
import { projectDecisionActs } from './decision.ts'
import { proposedFor } from './jurisdiction.ts'
import { worksActs } from './works.ts'

/** Everything but the registration itself, by event of the chart. */
export const projectActs = {
  ...applicationActs,
  ...licensingActs({
    organ: '审查机关',
    notNeeded: text('依法不需要审查', 'No review is needed by law'),
    ends: text('本次申请终结', 'This application ends'),
    withdrawn: text(
      '本次申请已撤回，项目仍在登记。',
      'The application was withdrawn; the project stays registered.',
    ),
    correct: {
      words: text('更正审查机关', 'Correct the authority'),
      party: text(
        '项目已移交有权审查的机关办理。',
        'The project was handed to the authority that reviews it.',
      ),
    },
    missing: missingPapers,
    proposed: (county, { snapshot, data }) =>
      proposedFor(county, snapshot.context.kind, data.register?.grounds),
    siteCheckBegun: text(
      '现场核查已开始，核查时间计入审查期限。',
      'The site check has begun; its time is counted.',
    ),
    reworkWanted: text(
      '现场核查发现须整改的事项，请逐项整改；危险化学品建设项目的整改时间不计入审查期限，联合办理的除外（总局令第45号第十二条、第十八条，待核实）。',
      'The site check found things to put right, please do so item by item; of a hazardous chemicals project, unless handled jointly, the time is not counted (Order 45 art. 12, 18, to be confirmed).',
    ),
    /** 许可法 45: told in writing beforehand, so the day of that notice is asked for. */
    expertNoticeFields: {
      toldOn: field
        .date('告知书送达日期', 'Notice served on')
        .hint('须先书面告知申请人所需时间', 'The applicant is told in writing beforehand')
        .shownTo('party'),
    },
  }),
  ...projectDecisionActs,
  ...worksActs,
}
