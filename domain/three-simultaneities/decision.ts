// What do the acts ask for by which the conditions, the design and the completion of a project are decided on, served and annulled?
import { text } from '../language/words.ts'
import { sectionChief } from '../licensing/addresses.ts'
import { annulment, approval, barEnded, refusal, service } from '../licensing/decision.ts'
import { act, clockAct } from '../model/act.ts'
import { field } from '../model/field.ts'
import { enterprise } from '../organisation/addresses.ts'
import { documents } from './documents.ts'

const refused = (what: string, en: string) =>
  text(
    `${what}；须说明理由并告知救济途径，建设单位整改后可以重新申请。提供虚假材料的，一年内不得再次申请。`,
    `${en}; reasons and remedies are told, and the builder may apply again. With false material not for a year.`,
  )

const decisions = {
  'pass-conditions': approval({
    words: text('通过安全条件审查', 'Pass the safety conditions'),
    party: text(
      '建设项目已通过安全条件审查（{document}），意见书有效期两年，期内开工。',
      'The safety conditions are passed ({document}); the opinion holds for two years, within which construction begins.',
    ),
    document: documents['pass-conditions'],
    effect: text(
      '建设单位可以申请安全设施设计审查。',
      'The builder may apply for the review of the design.',
    ),
    article: '《危险化学品安全管理条例》第十二条、总局令第45号第十二条',
  }),
  'refuse-conditions': refusal({
    words: text('不予通过安全条件审查', 'Do not pass the safety conditions'),
    party: text(
      '建设项目未通过安全条件审查（{document}）。',
      'The safety conditions are not passed ({document}).',
    ),
    document: documents['refuse-conditions'],
    effect: refused('项目不得进入设计审查', 'The project does not go on to its design'),
    article: '《行政许可法》第三十八条第二款、第七十八条',
  }),
  'approve-design': approval({
    words: text('批准安全设施设计', 'Approve the design'),
    party: text(
      '安全设施设计已批准（{document}）。',
      'The design of the safety facilities is approved ({document}).',
    ),
    document: documents['approve-design'],
    effect: text('建设单位可以按批准的设计施工。', 'The builder may build as approved.'),
    article: '《安全生产法》第三十三条、总局令第36号第十四条',
  }),
  'refuse-design': refusal({
    words: text('不批准安全设施设计', 'Do not approve the design'),
    party: text(
      '安全设施设计不予批准（{document}）。',
      'The design of the safety facilities is not approved ({document}).',
    ),
    document: documents['refuse-design'],
    effect: refused('该设计不得施工', 'Nothing is built by this design'),
    article: '《行政许可法》第三十八条第二款、第七十八条',
  }),
  'pass-completion': approval({
    words: text('通过竣工验收', 'Pass the completion'),
    party: text('安全设施竣工验收已通过（{document}）。', 'The completion is passed ({document}).'),
    document: documents['pass-completion'],
    effect: text('项目可以投入生产和使用。', 'The project may be taken into use.'),
    article: '《安全生产法》（2002）第二十七条、总局令第36号',
  }),
  'refuse-completion': refusal({
    words: text('不予通过竣工验收', 'Do not pass the completion'),
    party: text(
      '安全设施竣工验收未通过（{document}）。',
      'The completion is not passed ({document}).',
    ),
    document: documents['refuse-completion'],
    effect: refused('项目不得投入使用', 'The project is not taken into use'),
    article: '《行政许可法》第三十八条第二款、第七十八条',
  }),
  'serve-approval': service({
    words: text('送达审查意见书', 'Serve the opinion'),
    party: text('审查意见书已于{servedOn}送达。', 'The opinion was served on {servedOn}.'),
  }),
  'serve-refusal': service({
    words: text('送达不予批准决定', 'Serve the refusal'),
    party: text(
      '不予批准的决定已于{servedOn}送达，整改后可以重新申请。',
      'The refusal was served on {servedOn}; you may apply again.',
    ),
  }),
}

/** 令45: that an opinion is void after two years is not confirmed in the text, so a person says it. */
const afterwards = {
  'opinion-expired': clockAct(
    '安全条件审查意见书有效期届满',
    'The opinion has run out',
    text(
      '意见书有效期届满，是否失效由审查机关确认。',
      'The opinion has run out; the authority says whether it is void.',
    ),
    { notify: [sectionChief, ...enterprise] },
  ),
  'keep-opinion': act({
    words: text('确认意见书继续有效', 'The opinion still stands'),
    party: text('经确认，意见书继续有效：{reason}', 'The opinion still stands: {reason}'),
    fields: {
      reason: field
        .longText('理由（告知建设单位）', 'Reason (told to the builder)')
        .shownTo('party'),
      opinion: field.opinion(),
    },
    notify: enterprise,
  }),
  'declare-void': act({
    words: text('确认意见书失效', 'The opinion is void'),
    party: text(
      '意见书已失效（{document}），请重新申请安全条件审查。',
      'The opinion is void ({document}): please apply again.',
    ),
    fields: {
      reason: field.longText('理由', 'Reason').shownTo('party'),
      document: field.document(documents['declare-void']).shownTo('party'),
      opinion: field.opinion(),
    },
    // It moves the project, not only the opinion, so it is no act of the one task.
    by: [sectionChief],
    consequence: {
      effect: text(
        '项目退回安全条件审查之前，须重新申请。',
        'The project goes back to before the review of its conditions.',
      ),
      article: '总局令第45号（条文待核实），由承办人员确认',
    },
    notify: enterprise,
  }),
  'annul-approval': annulment(
    {
      words: text('撤销审查意见', 'Annul the approval'),
      party: text('审查意见已被撤销（{document}）。', 'The approval is annulled ({document}).'),
      document: documents['annul-approval'],
      effect: text(
        '审查意见失效，项目办结；骗取的，三年内不得再次申请。',
        'The approval is void and the project ends; obtained by fraud, there is no new application for three years.',
      ),
      article: '《行政许可法》第六十九条、第七十九条',
    },
    '审查机关',
  ),
  'bar-ended': barEnded,
}

/** Of every phase; the last also take back what was decided. */
export const projectDecisionActs = { ...decisions, ...afterwards }
