// Which effect has the end of a period of licensing, of the hazchem licence and of the three simultaneities?
import { type Effects, settled, unsettled } from './effect.ts'

export const licensingEffects: Effects = {
  'three-simultaneities.acceptance': settled(
    '逾期未告知补正内容的，自收到申请材料之日起即为受理',
    'If nobody says in time what is to be supplemented, the application counts as accepted from the day the papers came',
  ),
  'three-simultaneities.certificate-delivery': unsettled(
    '逾期未送达批准文件的，应当立即补送并由上级督办，已经作出的批准不因此失效',
    'A late delivery is made good at once and escalated; the approval itself stands',
  ),
  'three-simultaneities.promised-acceptance': settled(
    '承诺时限届满不产生法律后果，法定的受理时限继续计算',
    'The end of a promised limit has no legal effect; the statutory period for acceptance runs on',
  ),
  'three-simultaneities.promised-decision': settled(
    '承诺时限届满不产生法律后果，法定的审查时限继续计算',
    'The end of a promised limit has no legal effect; the statutory period for the review runs on',
  ),
  'three-simultaneities.condition-review': settled(
    '逾期未出具审查意见的，不视为通过安全条件审查；建设单位可以投诉、申请行政复议或者提起行政诉讼，由上级督办',
    'No opinion in time is no passed review: the builder may complain, seek reconsideration or sue, and the delay is escalated',
  ),
  'three-simultaneities.opinion-validity': unsettled(
    '有效期内未开工建设的，意见书失效，应当重新申请安全条件审查',
    'If the works have not begun by then, the opinion is void and the review is to be applied for again',
  ),
  'three-simultaneities.design-review': settled(
    '逾期未作出批复的，不视为批准安全设施设计；建设单位可以投诉、申请行政复议或者提起行政诉讼，由上级督办',
    'No decision in time is not an approval of the design: the builder may complain, seek reconsideration or sue, and the delay is escalated',
  ),
  'three-simultaneities.hazchem-design-review': settled(
    '逾期未出具审查意见的，不视为通过安全设施设计审查；建设单位可以投诉、申请行政复议或者提起行政诉讼，由上级督办',
    'No opinion in time is no passed design review: the builder may complain, seek reconsideration or sue, and the delay is escalated',
  ),
  'three-simultaneities.trial-run-min': settled(
    '自届满次日起可以转入安全验收评价和竣工验收，此前试运行时间不足',
    'From the next day on the acceptance evaluation may follow; before, the trial run has been too short',
  ),
  'three-simultaneities.trial-run-max': unsettled(
    '届满不得继续试运行，应当完成竣工验收或者停止运行，由监管部门督办',
    'The trial run may not go on: the completion is to be accepted or operation stopped, and the authority follows it up',
  ),
  'three-simultaneities.hazchem-trial-run-min': unsettled(
    '自届满次日起可以转入安全验收评价和竣工验收，此前试生产时间不足',
    'From the next day on the acceptance evaluation may follow; before, the trial production has been too short',
  ),
  'three-simultaneities.hazchem-trial-run-max': unsettled(
    '届满不得继续试生产，应当完成竣工验收或者停止生产，由监管部门督办',
    'The trial production may not go on: the completion is to be accepted or production stopped, and the authority follows it up',
  ),
  'three-simultaneities.completion-decision': unsettled(
    '逾期未作出验收决定的，不视为验收合格，由上级督办',
    'No decision in time is not an accepted completion; the delay is escalated',
  ),
  'three-simultaneities.hazchem-completion-decision': unsettled(
    '逾期未作出验收决定的，不视为安全设施验收合格，由上级督办',
    'No decision in time is not an acceptance of the safety facilities; the delay is escalated',
  ),
  'three-simultaneities.refusal-notice': unsettled(
    '逾期未送达不予批准决定的，应当立即补送并由上级督办，建设单位的救济期限自收到书面决定之日起计算',
    'A late refusal is served at once and escalated; the remedy periods run from its receipt',
  ),
  'hazchem-licence.acceptance': settled(
    '逾期未告知补正内容的，自收到申请材料之日起即为受理',
    'If nobody says in time what is to be supplemented, the application counts as accepted from the day the papers came',
  ),
  'hazchem-licence.review': settled(
    '逾期未作出决定的，不视为准予许可；申请人可以依法申请行政复议或者提起行政诉讼，本机关按逐级督办处理',
    'No decision in time is not a deemed grant: the applicant may seek reconsideration or sue, and the delay is escalated',
  ),
  'hazchem-licence.certificate-delivery': unsettled(
    '逾期未颁发、送达许可证的，应当立即补办并由上级督办，准予许可的决定不因此失效',
    'A late licence is delivered at once and escalated; the grant itself stands',
  ),
  'hazchem-licence.refusal-notice': unsettled(
    '逾期未书面告知的，应当立即补办并由上级督办，申请人的救济期限自收到书面决定之日起计算',
    'A late notice is made good at once and escalated; the remedy periods run from its receipt',
  ),
  'hazchem-licence.validity': settled(
    '有效期届满未延续的，许可证失效，不得继续经营，由发证机关依法注销；依法视为准予延续的除外',
    'A licence not renewed by then ceases to have effect, trading must stop and the issuer cancels it, unless it is deemed renewed',
  ),
  'hazchem-licence.change-filing': unsettled(
    '逾期未申请变更的，变更义务不因此免除，由发证机关责令改正并依法处理，许可证有效期不变',
    'The duty to file stays: the issuer orders it to be made good and deals with the delay; the expiry date does not change',
  ),
  'hazchem-licence.change-decision': settled(
    '逾期未作出决定的，不视为准予变更，由上级督办，许可证有效期不变',
    'No decision in time is not a deemed change; the delay is escalated and the expiry date does not change',
  ),
  'hazchem-licence.storage-change-filing': unsettled(
    '逾期未申请变更的，变更义务不因此免除，由发证机关责令改正并依法处理',
    'The duty to file stays: the issuer orders it to be made good and deals with the delay',
  ),
  'hazchem-licence.renewal-application': unsettled(
    '未在届满三个月前提出的，为逾期申请，不推定产生视为准予延续的效力，是否受理由发证机关决定',
    'A later filing is late: no deemed renewal is assumed, and the issuer decides whether to take it up',
  ),
  'hazchem-licence.renewal-decision': settled(
    '审查时限届满本身不产生延续的效力；按期申请而许可证有效期届满时仍未作出决定的，视为准予延续',
    'The end of the review alone renews nothing; if an application filed in time is undecided when the licence expires, the licence is deemed renewed',
  ),
  'hazchem-licence.promised-acceptance': settled(
    '承诺时限届满不产生法律后果，法定的受理时限继续计算',
    'The end of a promised limit has no legal effect; the statutory period for acceptance runs on',
  ),
  'hazchem-licence.promised-review': settled(
    '承诺时限届满不产生法律后果，法定的审查时限继续计算',
    'The end of a promised limit has no legal effect; the statutory period for the review runs on',
  ),
  'hazchem-licence.promised-decision': settled(
    '承诺时限届满不产生法律后果，法定的决定时限继续计算',
    'The end of a promised limit has no legal effect; the statutory period for the decision runs on',
  ),
  'hazchem-licence.promised-delivery': settled(
    '承诺时限届满不产生法律后果，法定的送达时限继续计算',
    'The end of a promised limit has no legal effect; the statutory period for delivery runs on',
  ),
  'hazchem-licence.production-licence-decision': settled(
    '逾期未作出决定的，不视为准予许可；申请人可以依法申请行政复议或者提起行政诉讼，本机关按逐级督办处理',
    'No decision in time is not a deemed grant: the applicant may seek reconsideration or sue, and the delay is escalated',
  ),
  'hazchem-licence.production-licence-validity': settled(
    '有效期届满未延期的，许可证失效，不得继续从事生产活动',
    'A licence not renewed by then ceases to have effect and production must stop',
  ),
  'hazchem-licence.production-licence-renewal-application': unsettled(
    '未在届满三个月前提出的，为逾期申请，不推定产生视为准予延续的效力，是否受理由发证机关决定',
    'A later filing is late: no deemed renewal is assumed, and the issuer decides whether to take it up',
  ),
  'licensing.acceptance': settled(
    '逾期未告知补正内容的，自收到申请材料之日起即为受理',
    'If nobody says in time what is to be supplemented, the application counts as accepted from the day the papers came',
  ),
  'licensing.unsupplied-acceptance': unsettled(
    '逾期未决定的，不视为受理，应当立即决定是否受理并由上级督办',
    'No decision in time is no acceptance: it is made at once and the delay is escalated',
  ),
  'licensing.decision': settled(
    '逾期未作出决定的，不视为准予许可；申请人可以依法申请行政复议或者提起行政诉讼，本机关按逐级督办处理',
    'No decision in time is not a deemed grant: the applicant may seek reconsideration or sue, and the delay is escalated',
  ),
  'licensing.joint-decision': settled(
    '逾期未作出决定的，不视为准予许可；申请人可以依法申请行政复议或者提起行政诉讼，本机关按逐级督办处理',
    'No decision in time is not a deemed grant: the applicant may seek reconsideration or sue, and the delay is escalated',
  ),
  'licensing.first-review': unsettled(
    '逾期未完成初审的，不视为初审通过，应当立即报送上级机关并由上级督办',
    'A late first review is not a passed one: it goes up at once and the delay is escalated',
  ),
  'licensing.certificate-delivery': unsettled(
    '逾期未颁发、送达证件的，应当立即补办并由上级督办，准予许可的决定不因此失效',
    'A late certificate is delivered at once and escalated; the grant itself stands',
  ),
  'licensing.hearing-request': settled(
    '期满未申请听证的，丧失本次申请听证的权利，机关可以依法作出许可决定',
    'Whoever has not asked by then has lost the right to this hearing, and the organ may decide',
  ),
  'licensing.hearing-organise': unsettled(
    '逾期未组织听证的，不得径行作出许可决定，应当立即组织听证并由上级督办',
    'A late hearing is held at once and escalated; the licence may not be decided without it',
  ),
  'licensing.hearing-notice': settled(
    '未在该日前通知的，听证不得在原定日期举行，应当另定日期',
    'If the notice comes later, the hearing may not be held on that day: another one is to be set',
  ),
  'licensing.renewal-application': unsettled(
    '未在届满三十日前提出的，为逾期申请，不推定产生视为准予延续的效力，由发证机关决定是否受理',
    'A later filing is late: no deemed renewal is assumed, and the issuer decides whether to take it up',
  ),
  'licensing.reapply-bar-false': settled(
    '期满后可以再次申请该行政许可，此前的申请不予受理',
    'From then on the licence may be applied for again; an earlier application is not accepted',
  ),
  'licensing.reapply-bar-fraud': settled(
    '期满后可以再次申请该行政许可，此前的申请不予受理',
    'From then on the licence may be applied for again; an earlier application is not accepted',
  ),
}
