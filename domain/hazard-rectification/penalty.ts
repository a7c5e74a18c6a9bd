// What does a hazard hear of the penalty that was decided because of it?
import { text } from '../language/words.ts'
import { act } from '../model/act.ts'
import { field } from '../model/field.ts'
import { countyLeader, inspectors } from '../organisation/addresses.ts'
import { sectionChief } from './regions/addresses.ts'

const mainCase = field.caseNumber('处罚案件', 'Case of the penalty').shownTo('party')

/** Only the case of the penalty brings them about: it stays the one that knows. */
export const penaltyActs = {
  'note-penalty': act({
    words: text('已作出行政处罚', 'A penalty was decided'),
    party: text(
      '因本隐患作出的行政处罚已送达（{mainCase}）：{penalty}。',
      'A penalty because of this hazard was served ({mainCase}): {penalty}.',
    ),
    fields: {
      mainCase,
      penalty: field.text('处罚内容', 'Penalty', 500).shownTo('party'),
      penaltyDocument: field.text('处罚决定书文号', 'Decision', 100).optional().shownTo('party'),
    },
    by: [],
    linked: true,
    refersTo: 'mainCase',
    notify: [inspectors, sectionChief, countyLeader],
  }),
  'note-penalty-annulled': act({
    words: text('行政处罚已被撤销', 'The penalty was annulled'),
    party: text(
      '因本隐患作出的行政处罚已被撤销（{mainCase}）。',
      'The penalty because of this hazard was annulled ({mainCase}).',
    ),
    fields: { mainCase, annulledOn: field.date('撤销日期', 'Annulled on').shownTo('party') },
    by: [],
    linked: true,
    refersTo: 'mainCase',
    notify: [inspectors, sectionChief, countyLeader],
  }),
}
