// Which effect has the end of a period over a penalty, its remedies and its enforcement?
import { type Effects, settled, unsettled } from './effect.ts'

export const enforcementEffects: Effects = {
  'enforcement-case.urgent-filing': unsettled(
    '逾期未补办立案的，已采取的调查措施由法制机构审查，应当立即补办',
    'A late filing is made good at once; legal review looks at the measures taken without it',
  ),
  'enforcement-case.on-the-spot-filing': unsettled(
    '逾期未备案的，应当立即补办，当场处罚决定的效力不受影响',
    'A late filing is made good at once; the on-the-spot decision stands',
  ),
  'enforcement-case.limitation': settled(
    '违法行为在二年内未被发现的，不再给予行政处罚，法律另有规定的除外',
    'An act not discovered within two years is no longer punished, unless the law says otherwise',
  ),
  'enforcement-case.limitation-serious': settled(
    '违法行为在五年内未被发现的，不再给予行政处罚，法律另有规定的除外',
    'An act not discovered within five years is no longer punished, unless the law says otherwise',
  ),
  'enforcement-case.evidence-disposal': unsettled(
    '期满前应当作出处理决定，逾期未处理的，先行登记保存措施应当解除',
    'A decision has to be made by then; if none is, the registered evidence has to be released',
  ),
  'enforcement-case.seizure': settled(
    '期限届满（依法延长的为延长后的期限届满），应当立即解除查封、扣押',
    'When the period, with any lawful extension, is over, the seal-up or seizure must be lifted at once',
  ),
  'enforcement-case.seizure@2002-11-01': unsettled(
    '期限届满的，应当依法作出处理决定或者解除查封、扣押',
    'When the period is over, a decision has to be made or the seizure lifted',
  ),
  'enforcement-case.coercion-report': unsettled(
    '逾期未报告并补办批准手续的，应当立即补办，负责人认为不应当采取强制措施的立即解除',
    'A late report is made good at once; if the head finds the measure unjustified it is lifted immediately',
  ),
  'enforcement-case.statement-window': unsettled(
    '期满未陈述、申辩的，视为放弃本次陈述、申辩，机关可以依法作出决定',
    'Whoever has said nothing by then is taken to waive this statement, and the organ may decide',
  ),
  'enforcement-case.statement-window-with-hearing': settled(
    '期满未陈述、申辩且未要求听证的，机关可以依法作出决定，此前不作出决定',
    'If by then nothing has been said and no hearing asked for, the organ may decide, and not before',
  ),
  'enforcement-case.hearing-request': settled(
    '期满未要求听证的，丧失本次要求听证的权利，案件可以继续办理',
    'Whoever has not asked by then has lost the right to this hearing, and the case may go on',
  ),
  'enforcement-case.hearing-notice': settled(
    '未在该日前通知的，听证不得在原定日期举行，应当另定日期',
    'If the notice comes later, the hearing may not be held on that day: another one is to be set',
  ),
  'enforcement-case.hearing-hold': unsettled(
    '逾期未举行听证的，不得径行作出处罚决定，应当立即组织听证并由上级督办',
    'A late hearing is held at once and escalated; no penalty may be decided without it',
  ),
  'enforcement-case.decision': unsettled(
    '逾期未作出决定且未经批准延长的，属于超期办案，由上级督办，当事人的违法责任不因此免除',
    'A case neither decided nor extended by then is overdue and escalated; the party’s liability does not end',
  ),
  'enforcement-case.service': settled(
    '未送达的，当事人的缴款期限和救济期限不起算，逾期未送达由上级督办',
    'Until it is served, the periods for payment and remedies do not begin; the delay is escalated',
  ),
  'enforcement-case.announcement-service': settled(
    '公告期满即视为送达',
    'With the end of the announcement the paper counts as served',
  ),
  'enforcement-case.publication': unsettled(
    '逾期未公示的，应当立即补办，处罚决定的效力不受影响',
    'A late publication is made good at once; the penalty itself stands',
  ),
  'enforcement-case.publication-withdrawal': unsettled(
    '逾期未撤回的，应当立即撤回公示信息并公开说明理由',
    'A late withdrawal is made at once, and the reasons are published',
  ),
  'enforcement-case.transfer-decision': unsettled(
    '逾期未决定的，由上级机关督促立即决定，不得以行政处罚代替移送',
    'The authority above urges a decision at once; no penalty may take the place of the transfer',
  ),
  'enforcement-case.transfer': unsettled(
    '逾期未移送的，由上级机关督促立即移送，不得以行政处罚代替移送',
    'The authority above urges the transfer at once; no penalty may take the place of it',
  ),
  'enforcement-case.transfer-copy': unsettled(
    '逾期未抄送的，应当立即抄送并补入案卷，移送的效力不受影响',
    'A late copy is sent at once and put into the file; the transfer itself stands',
  ),
  'enforcement-case.police-review': unsettled(
    '为公安机关的审查期限，逾期的，移送机关可以催问并依法提请立案监督',
    'A period of the police: after it the transferring organ may inquire and ask for supervision of the filing',
  ),
  'enforcement-case.filing-reconsideration': settled(
    '逾期不再提请复议，仍可以建议人民检察院依法进行立案监督',
    'After it no reconsideration is asked; supervision by the procuratorate may still be proposed',
  ),
  'enforcement-case.filing-reconsidered': unsettled(
    '为公安机关的复议期限，逾期的，可以催问并建议人民检察院依法进行立案监督',
    'A period of the police: after it one may inquire and propose supervision by the procuratorate',
  ),
  'enforcement-case.filing-supervision': unsettled(
    '逾期未建议立案监督的，应当依法作出行政处理',
    'If no supervision was proposed by then, the case is dealt with by the authority itself',
  ),
  'enforcement-case.material-handover': unsettled(
    '逾期未移交的，由上级机关督促立即移交并办结交接手续',
    'The authority above urges the handover at once',
  ),
  'enforcement-case.payment': settled(
    '逾期不缴纳的，每日按罚款数额的百分之三加处罚款，加处罚款的数额不得超过罚款的数额',
    'A fine unpaid by then grows by 3 % of it a day, and the surcharge may not exceed the fine',
  ),
  'enforcement-case.payment@1996-10-01': settled(
    '逾期不缴纳的，每日按罚款数额的百分之三加处罚款；2012年起，加处罚款的数额不得超过罚款的数额',
    'A fine unpaid by then grows by 3 % of it a day; since 2012 the surcharge may not exceed the fine',
  ),
  'enforcement-case.cash-handover': unsettled(
    '逾期未交至行政机关的，应当立即交付，对直接责任人员依法处理',
    'Late cash is handed over at once, and whoever is responsible answers for it',
  ),
  'enforcement-case.bank-remittance': unsettled(
    '逾期未缴付指定银行的，应当立即缴付，对直接责任人员依法处理',
    'Late cash is paid in at once, and whoever is responsible answers for it',
  ),
  'enforcement-case.surcharge-court-threshold': settled(
    '加处罚款超过三十日，经催告仍不履行的，机关可以依法申请人民法院强制执行，申请期限另行计算',
    'After more than 30 days of surcharge and a demand the organ may ask the court to enforce; the period for asking is counted by itself',
  ),
  'enforcement-case.reconsideration': settled(
    '期满未申请的，丧失申请行政复议的权利，提起诉讼的期限另行计算',
    'Whoever has not applied by then has lost the right to reconsideration; the period for litigation is counted by itself',
  ),
  'enforcement-case.litigation': settled(
    '期满未起诉的，丧失起诉的权利；不复议、不诉讼又不履行的，机关可以自救济期限届满之日起三个月内申请人民法院强制执行',
    'Whoever has not sued by then has lost the right; if he neither sought a remedy nor complied, the organ may ask the court to enforce within three months of the end of the remedy periods',
  ),
  'enforcement-case.litigation@1990-10-01': settled(
    '期满未起诉的，丧失起诉的权利，机关可以依法申请人民法院强制执行',
    'Whoever has not sued by then has lost the right, and the organ may ask the court to enforce',
  ),
  'enforcement-case.litigation-after-reconsideration': settled(
    '期满未起诉的，丧失起诉的权利，机关可以自该期限届满之日起在法定期限内申请人民法院强制执行',
    'Whoever has not sued by then has lost the right, and the organ may ask the court to enforce within the period of law from then on',
  ),
  'enforcement-case.reconsideration-review': settled(
    '逾期不作处理的，自审查期限届满之日起视为受理',
    'Silence: deemed accepted from the end of the period',
  ),
  'enforcement-case.reconsideration-answer': unsettled(
    '逾期不书面答复、不提交证据和依据的，视为该行政行为没有证据、依据，复议机关可以决定撤销',
    'Without an answer, evidence and basis by then the act counts as having none, and may be annulled',
  ),
  'enforcement-case.litigation-answer': unsettled(
    '无正当理由逾期提供证据的，视为没有相应证据；不提出答辩状的，不影响人民法院审理',
    'Evidence that comes later without good reason counts as none; the court goes on without an answer',
  ),
  'enforcement-case.force-majeure-application': settled(
    '逾期未申请的，不再顺延已经耽误的期限',
    'Whoever has not applied by then is given no more time for the period he missed',
  ),
  'enforcement-case.demand': settled(
    '期满仍未履行的，机关可以申请人民法院强制执行；申请期限自救济期限届满之日起计算，不自催告起算',
    'If nothing has been done by then the organ may ask the court to enforce; the period for asking runs from the end of the remedy periods, not from the demand',
  ),
  'enforcement-case.court-application': settled(
    '逾期未申请的，丧失申请人民法院强制执行的权利，当事人的履行义务不因此免除',
    'An organ that has not asked by then has lost the right to enforcement by the court; the party’s duty remains',
  ),
  'enforcement-case.court-acceptance': unsettled(
    '为人民法院的办理期限，逾期不影响已经提出的申请，行政机关可以请求人民法院依法处理',
    'A period of the court: its lapse leaves the application untouched, and the organ may ask the court to act',
  ),
  'enforcement-case.court-ruling': unsettled(
    '为人民法院的办理期限，逾期不影响已经提出的申请，行政机关可以请求人民法院依法处理',
    'A period of the court: its lapse leaves the application untouched, and the organ may ask the court to act',
  ),
  'enforcement-case.court-ruling-doubtful': unsettled(
    '为人民法院的办理期限，逾期不影响已经提出的申请，行政机关可以请求人民法院依法处理',
    'A period of the court: its lapse leaves the application untouched, and the organ may ask the court to act',
  ),
  'enforcement-case.suspension-max': settled(
    '没有明显社会危害，当事人确无能力履行，中止执行满三年未恢复执行的，不再执行',
    'Where there is no evident harm and the party cannot perform, what has been suspended for three years is executed no more',
  ),
  'enforcement-case.principal-ban': settled(
    '期满后可以重新担任同类职务；情节严重、终身禁业的，不因期满解除',
    'From then on such a post may be held again; a ban for life does not end',
  ),
}
