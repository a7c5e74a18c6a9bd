// Which effect has the end of a period over a hazard, a major hazard source or a listed unit?
import { type Effects, settled, unsettled } from './effect.ts'

export const hazardEffects: Effects = {
  'hazard-rectification.verification': settled(
    '届满未核实定级的，由本系统向上级督办，不产生法律后果，隐患治理义务不受影响',
    'A hazard not verified by then is escalated by the platform; there is no legal effect and the duty to remove it stays',
  ),
  'hazard-rectification.temporary-stop-max': unsettled(
    '期满仍需停产停业、停止使用的，应当重新作出决定，原现场处理措施不自动延续',
    'If the stop is still needed, a new decision has to be made: the on-site measure does not go on by itself',
  ),
  'hazard-rectification.re-check': unsettled(
    '逾期未复查的，不视为整改合格，应当立即复查并由上级督办',
    'A late re-check is not a passed one: it is made at once and the delay is escalated',
  ),
  'inspection.re-check': unsettled(
    '逾期未复查的，不视为整改合格，应当立即复查，并报告上级领导',
    'A late re-check is not a passed one: it is made at once, and superiors are told',
  ),
  'inspection.extension-request': unsettled(
    '窗口届满未申请的，检查责令的整改期限不再延长，应当在原期限内整改完毕',
    'After the window no more time is given: it is to be put right by the date of the order',
  ),
  'hazard-rectification.site-review': unsettled(
    '逾期未现场审查的，不视为同意恢复生产，单位不得自行恢复生产，由上级督办',
    'A late site review is no consent: production may not be resumed, and the delay is escalated',
  ),
  'hazard-rectification.extension-request': unsettled(
    '窗口届满未申请的，不再延长整改期限，应当按期整改完毕',
    'After the window no more time is given: the hazard is to be removed by the date of the order',
  ),
  'hazard-rectification.extension-answer': unsettled(
    '逾期未答复的，不视为同意延长，原整改期限不变，由上级督办',
    'No answer in time is not an extension: the date of the order stays, and the delay is escalated',
  ),
  'hazard-rectification.order-service': unsettled(
    '逾期未送达的，应当立即送达或者退回重新下达，并由上级督办；送达前整改期限不约束企业',
    'A late order is served at once or made anew, and the delay is escalated; before its service its date binds nobody',
  ),
  'hazard-rectification.power-cut-notice': settled(
    '未提前二十四小时通知的，不得在该时刻停止供电，紧急情形除外',
    'Without notice 24 hours before, the power may not be cut at that moment, except in an emergency',
  ),
  'hazard-rectification.power-cut-earliest': settled(
    '自该时刻起方可停止供电，紧急情形除外；单位履行决定、消除隐患的，应当及时解除',
    'Only from that moment may the power be cut, except in an emergency; once the unit has complied, the cut is lifted',
  ),
  'hazard-rectification.listing-filing': unsettled(
    '逾期未备案的，应当立即补报并由市安委办督促',
    'A late filing is made good at once, urged by the city’s safety committee office',
  ),
  'hazard-rectification.listing-publication': unsettled(
    '逾期未公告的，应当立即补办，挂牌督办的效力不受影响',
    'A late publication is made good at once; the listing itself stands',
  ),
  'hazard-rectification.delisting-publication': unsettled(
    '逾期未公告的，应当立即补办，摘牌决定的效力不受影响',
    'A late publication is made good at once; the de-listing itself stands',
  ),
  'hazard-rectification.governance-extension-answer': unsettled(
    '逾期未答复的，不视为同意延期，原治理期限不变',
    'No answer in time is not an extension: the governance period stays',
  ),
  'hazard-rectification.governance': unsettled(
    '期满未完成治理的，提级督办，并依法采取停产停业、提请关闭等措施',
    'A hazard not removed by then is supervised one level higher; stop orders and closure may follow by law',
  ),
  'hazard-rectification.governance-extension-request': unsettled(
    '未在该日前申请的，不再受理治理延期申请，应当按期完成治理',
    'A later request for more time is not taken up: the hazard is to be removed in the period set',
  ),
  'hazard-rectification.site-acceptance': unsettled(
    '逾期未验收的，不视为验收合格，不得核销摘牌，由上级督办',
    'A late acceptance is not a passed one: the hazard stays listed, and the delay is escalated',
  ),
  'hazard-rectification.accident-listing': unsettled(
    '逾期未办结的，由挂牌督办的上级机关督促并通报',
    'A case not closed by then is urged and reported by the authority that listed it',
  ),
  'hazard-rectification.supervision-red': settled(
    '届满仍未整改完毕的，按本系统约定列为红色督办，不产生其他法律后果',
    'A hazard still open is marked red by convention of the platform; there is no other legal effect',
  ),
  'hazard-rectification.supervision-city': settled(
    '届满仍未整改完毕的，按本系统约定提级市级督办，不产生其他法律后果',
    'A hazard still open goes to the city’s supervision by convention of the platform; there is no other legal effect',
  ),
  'hazard-rectification.supervision-province': settled(
    '届满仍未整改完毕的，按本系统约定提级省级督办，不产生其他法律后果',
    'A hazard still open goes to the province’s supervision by convention of the platform; there is no other legal effect',
  ),
  'hazard-rectification.public-feedback': unsettled(
    '逾期未反馈的，应当立即反馈举报人并由上级督办',
    'Late feedback is given to the reporter at once, and the delay is escalated',
  ),
  'hazard-rectification.public-report-handling': unsettled(
    '逾期未办结且未经批准延长的，由上级督办并向举报人说明情况',
    'A report neither dealt with nor extended by then is escalated, and the reporter is told why',
  ),
  'hazard-rectification.public-report-answer': unsettled(
    '逾期未答复的，应当立即答复举报人并由上级督办',
    'A late answer is given to the reporter at once, and the delay is escalated',
  ),
  'hazard-rectification.petition': unsettled(
    '逾期未办结且未经批准延长的，由上级督办并告知信访人理由',
    'A petition neither dealt with nor extended by then is escalated, and the petitioner is told the reasons',
  ),
  'hazard-rectification.quarterly-statistics': unsettled(
    '逾期未报送的，应当立即补报，由上级机关督促并依法处理',
    'A late report is sent at once; the authority above urges it and deals with the delay',
  ),
  'hazard-rectification.annual-statistics': unsettled(
    '逾期未报送的，应当立即补报，由上级机关督促并依法处理',
    'A late report is sent at once; the authority above urges it and deals with the delay',
  ),
  'credit.term': settled(
    '管理期限届满的，移出名单，停止公布并解除惩戒措施',
    'When the term is over the unit is taken off the list, and publication and sanctions end',
  ),
  'credit.term@2015-01-01': settled(
    '管理期限届满的，移出黑名单；重大事故隐患未整改完毕的，延长管理期限',
    'When the term is over the unit is taken off the list; while a major hazard is not removed, the term is prolonged',
  ),
  'credit.term@2017-01-01': unsettled(
    '管理期限届满的，移出名单并解除联合惩戒措施',
    'When the term is over the unit is taken off the list and the joint sanctions end',
  ),
  'credit.repeat-term': settled(
    '管理期限届满的，移出黑名单；重大事故隐患未整改完毕的，延长管理期限',
    'When the term is over the unit is taken off the list; while a major hazard is not removed, the term is prolonged',
  ),
  'credit.early-removal': settled(
    '届满后可以申请提前移出，名单不因届满自动移出',
    'From then on early removal may be applied for; nobody is taken off the list by the date alone',
  ),
  'credit.decision': unsettled(
    '逾期未作出决定的，由上级机关督促，不因此列入或者不予列入',
    'The authority above urges it: nobody is listed, or spared, by the delay',
  ),
  'credit.statement-window': unsettled(
    '期满未陈述、申辩的，视为放弃本次陈述、申辩，机关可以依法作出决定',
    'Whoever has said nothing by then is taken to waive this statement, and the organ may decide',
  ),
  'credit.service': unsettled(
    '逾期未送达的，应当立即送达，送达前不得公示',
    'A late decision is served at once; nothing is published before',
  ),
  'credit.repair-decision': unsettled(
    '逾期未决定的，由上级机关督促立即决定，不因此视为准予提前移出',
    'The authority above urges a decision at once; nobody is deemed removed',
  ),
  'credit.publication': unsettled(
    '逾期未公布的，应当立即补办，由上级机关督促',
    'A late publication is made good at once, urged by the authority above',
  ),
  'hazard-source.filing': unsettled(
    '逾期未备案的，备案义务不因此免除，由监管部门责令限期改正并依法处理',
    'The duty to file stays: the authority orders it to be made good and deals with the delay',
  ),
  'hazard-source.re-assessment': unsettled(
    '届满未重新辨识评估的，应当立即评估，由监管部门责令限期改正',
    'An assessment not renewed by then is made at once, by order of the authority',
  ),
  'hazard-source.cancellation': unsettled(
    '逾期未作出决定的，不视为同意核销，由上级督办',
    'No decision in time is not a cancellation; the delay is escalated',
  ),
  'hazard-source.quarterly-report': unsettled(
    '逾期未报送的，应当立即补报，由上级机关督促并依法处理',
    'A late report is sent at once; the authority above urges it and deals with the delay',
  ),
  'hazard-source.half-yearly-report': unsettled(
    '逾期未报送的，应当立即补报，由上级机关督促并依法处理',
    'A late report is sent at once; the authority above urges it and deals with the delay',
  ),
  'hazard-source.annual-summary-city': unsettled(
    '逾期未报送的，应当立即补报，由上级机关督促并依法处理',
    'A late report is sent at once; the authority above urges it and deals with the delay',
  ),
  'hazard-source.annual-summary-state': unsettled(
    '逾期未报送的，应当立即补报，由上级机关督促并依法处理',
    'A late report is sent at once; the authority above urges it and deals with the delay',
  ),
}
