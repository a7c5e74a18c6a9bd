// Which effect has the end of a period over special equipment, training and certificates?
import { type Effects, settled, unsettled } from './effect.ts'

export const equipmentEffects: Effects = {
  'special-equipment.registration': unsettled(
    '逾期未办理使用登记的，登记义务不因此免除，由监管部门责令限期改正并依法处理',
    'The duty to register stays: the regulator orders it to be made good and deals with the delay',
  ),
  'special-equipment.inspection-application': settled(
    '未在该日前申请的，应当立即申请；检验有效期届满未经检验合格的，不得继续使用',
    'Whoever is later applies at once; equipment not inspected when the old inspection expires must not be used',
  ),
  'special-equipment.licence-decision': settled(
    '逾期未作出决定的，不视为准予许可；申请人可以依法申请行政复议或者提起行政诉讼，本机关按逐级督办处理',
    'No decision in time is not a deemed grant: the applicant may seek reconsideration or sue, and the delay is escalated',
  ),
  'special-equipment.re-check': unsettled(
    '逾期未复查的，不视为整改合格，应当立即复查并由上级督办',
    'A late re-check is not a passed one: it is made at once and the delay is escalated',
  ),
  'special-equipment.operator-certificate-validity': unsettled(
    '有效期届满未复审合格的，证书失效，不得继续从事该项作业',
    'A certificate not renewed by then ceases to have effect, and the work may not be done',
  ),
  'special-equipment.lift-maintenance': unsettled(
    '逾期未维护保养的，应当立即补做，由监管部门责令改正并依法处理',
    'Late maintenance is done at once; the regulator orders it and deals with the delay',
  ),
  'special-equipment.lift-maintenance-quarterly': unsettled(
    '逾期未维护保养的，应当立即补做，由监管部门责令改正并依法处理',
    'Late maintenance is done at once; the regulator orders it and deals with the delay',
  ),
  'special-equipment.lift-maintenance-half-yearly': unsettled(
    '逾期未维护保养的，应当立即补做，由监管部门责令改正并依法处理',
    'Late maintenance is done at once; the regulator orders it and deals with the delay',
  ),
  'special-equipment.lift-maintenance-yearly': unsettled(
    '逾期未维护保养的，应当立即补做，由监管部门责令改正并依法处理',
    'Late maintenance is done at once; the regulator orders it and deals with the delay',
  ),
  'special-equipment.trapped-call-back': unsettled(
    '届满未回拨的，应当立即回拨安抚被困人员，并报告值班领导',
    'The trapped are called back at once, and the leader on duty is notified',
  ),
  'special-equipment.trapped-rescue': unsettled(
    '届满未到场的，应当立即调度其他救援力量，由监管部门依法处理',
    'If nobody is on site by then other help is sent at once, and the regulator deals with it',
  ),
  'special-equipment.trapped-rescue-remote': unsettled(
    '届满未到场的，应当立即调度其他救援力量，由监管部门依法处理',
    'If nobody is on site by then other help is sent at once, and the regulator deals with it',
  ),
  'special-equipment.trapped-accident': settled(
    '轿厢滞留人员2小时以上的，构成特种设备一般事故，应当按事故报告、组织调查',
    'Passengers kept in the car for two hours or more: a general accident of special equipment, to be reported and investigated',
  ),
  'special-equipment.lift-accident-report': unsettled(
    '届满应当立即补报；迟报的，依法追究有关人员的责任',
    'The report is made at once; whoever reports late answers for it',
  ),
  'special-equipment.local-inspection-arrangement': unsettled(
    '逾期未安排检验的，应当立即安排，由监管部门督促检验机构',
    'A late inspection is arranged at once; the regulator urges the inspection body',
  ),
  'special-equipment.local-inspection-report': unsettled(
    '逾期未出具报告的，应当立即出具，由监管部门督促检验机构',
    'A late report is issued at once; the regulator urges the inspection body',
  ),
  'special-equipment.unit-report': unsettled(
    '届满应当立即补报；迟报的，依法追究有关人员的责任',
    'The report is made at once; whoever reports late answers for it',
  ),
  'special-equipment.level-report': unsettled(
    '届满应当立即补报；迟报的，依法追究有关人员的责任',
    'The report is made at once; whoever reports late answers for it',
  ),
  'special-equipment.casualty-supplement': unsettled(
    '期满后伤亡人数的变化不再计入事故等级',
    'Later changes of the casualties do not count for the level',
  ),
  'special-equipment.cylinder-inert': settled(
    '超过检验周期未经检验合格的，不得充装、使用',
    'A cylinder not inspected by then may be neither filled nor used',
  ),
  'special-equipment.cylinder-corrosive': settled(
    '超过检验周期未经检验合格的，不得充装、使用',
    'A cylinder not inspected by then may be neither filled nor used',
  ),
  'special-equipment.cylinder-other': settled(
    '超过检验周期未经检验合格的，不得充装、使用',
    'A cylinder not inspected by then may be neither filled nor used',
  ),
  'special-equipment.cylinder-lpg': settled(
    '超过检验周期未经检验合格的，不得充装、使用',
    'A cylinder not inspected by then may be neither filled nor used',
  ),
  'special-equipment.cylinder-lpg-design-life': settled(
    '达到设计使用年限的，应当报废；经安全评定合格的，可以延长使用一次',
    'At the end of its design life a cylinder is scrapped, unless it passes an assessment and is extended once',
  ),
  'special-equipment.cylinder-lpg-scrap': settled(
    '届满必须报废，不得充装、使用',
    'From then on the cylinder is scrapped and may be neither filled nor used',
  ),
  'training.operation-certificate-validity': settled(
    '有效期届满未依法换证的，证书失效，不得上岗作业',
    'A certificate not replaced by then ceases to have effect, and the work may not be done',
  ),
  'training.operation-certificate-review': unsettled(
    '届满未复审或者复审不合格的，证书失效，不得上岗作业',
    'A certificate not reviewed, or not passed, by then ceases to have effect, and the work may not be done',
  ),
  'training.operation-certificate-review-long': unsettled(
    '届满未复审或者复审不合格的，证书失效，不得上岗作业',
    'A certificate not reviewed, or not passed, by then ceases to have effect, and the work may not be done',
  ),
  'training.review-window': unsettled(
    '窗口届满未申请的，为逾期申请；复审期满未复审合格的，不得上岗作业',
    'After the window an application is late; without a passed review at its end the work may not be done',
  ),
  'training.review-decision': unsettled(
    '逾期未作出决定的，不视为复审合格，由上级督办',
    'No decision in time is not a passed review; the delay is escalated',
  ),
  'training.off-job-retest': unsettled(
    '离岗满该期限的，重新上岗前须经实际操作考核合格',
    'Whoever has been away so long passes a practical test before he works again',
  ),
  'training.construction-staff-validity': unsettled(
    '有效期届满未延期的，证书失效，不得继续担任相应岗位',
    'A certificate not renewed by then ceases to have effect, and the post may not be held',
  ),
  'training.construction-staff-renewal': unsettled(
    '窗口届满未申请延期的，证书自有效期届满之日起失效',
    'Without an application inside the window the certificate ends with its validity',
  ),
  'training.construction-operator-validity': unsettled(
    '有效期届满未延期的，证书失效，不得上岗作业',
    'A certificate not renewed by then ceases to have effect, and the work may not be done',
  ),
  'training.crane-registration': unsettled(
    '逾期未登记的，登记义务不因此免除，由主管部门责令限期改正',
    'The duty to register stays: the authority orders it to be made good',
  ),
  'training.safety-measures-filing': unsettled(
    '逾期未备案的，备案义务不因此免除，由主管部门责令限期改正',
    'The duty to file stays: the authority orders it to be made good',
  ),
}
