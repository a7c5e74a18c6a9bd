// Which effect has the end of a period over an accident, an alarm or a permit of work?
import { type Effects, settled, unsettled } from './effect.ts'

export const emergencyEffects: Effects = {
  'emergency-response.unit-report': settled(
    '届满未报告的构成迟报，报告义务不因此免除，依法追究单位及其有关人员的责任',
    'A later report is a late one: the duty stays, and the unit and those responsible answer for it',
  ),
  'emergency-response.level-report': unsettled(
    '届满应当立即补报；迟报的，依法追究有关人员的责任',
    'The report is made at once; whoever reports late answers for it',
  ),
  'emergency-response.province-phone': unsettled(
    '届满应当立即补报；迟报的，依法追究有关人员的责任',
    'The report is made at once; whoever reports late answers for it',
  ),
  'emergency-response.ministry-phone': unsettled(
    '届满应当立即补报；迟报的，依法追究有关人员的责任',
    'The report is made at once; whoever reports late answers for it',
  ),
  'emergency-response.info-phone': unsettled(
    '届满应当立即补报；迟报的，依法追究有关人员的责任',
    'The report is made at once; whoever reports late answers for it',
  ),
  'emergency-response.info-written': unsettled(
    '届满应当立即补报；迟报的，依法追究有关人员的责任',
    'The report is made at once; whoever reports late answers for it',
  ),
  'emergency-response.info-state': unsettled(
    '届满应当立即补报；迟报的，依法追究有关人员的责任',
    'The report is made at once; whoever reports late answers for it',
  ),
  'emergency-response.continued-report': unsettled(
    '届满应当立即续报，有新情况的随时续报',
    'The next report is made at once; anything new is reported whenever it is known',
  ),
  'emergency-response.continued-report-major': unsettled(
    '届满应当立即续报，有新情况的随时续报',
    'The next report is made at once; anything new is reported whenever it is known',
  ),
  'emergency-response.verification': settled(
    '届满未核实的，按本系统约定逐级督办，不产生法律后果',
    'What is not verified by then is escalated by the platform; there is no legal effect',
  ),
  'emergency-response.publication': unsettled(
    '届满应当立即公布；依法应当保密的除外',
    'It is published at once, unless the law wants it kept secret',
  ),
  'emergency-response.order-receipt': settled(
    '届满未签收的，报告指挥人员；指令仍然有效',
    'If nobody has received it by then, the commanders are told; the order stands',
  ),
  'emergency-response.casualty-supplement': settled(
    '期满后伤亡人数的变化不再计入，据届满时的伤亡人数认定事故等级',
    'Later changes do not count: the level of the accident follows from the casualties at that time',
  ),
  'emergency-response.casualty-supplement-traffic-fire': settled(
    '期满后伤亡人数的变化不再计入，据届满时的伤亡人数认定事故等级',
    'Later changes do not count: the level of the accident follows from the casualties at that time',
  ),
  'emergency-response.tip-verification': unsettled(
    '逾期未核查办结的，由转办的上级机关督办',
    'A tip not verified by then is followed up by the authority that passed it on',
  ),
  'emergency-response.investigation': settled(
    '逾期未提交调查报告的，提请上级人民政府督办，调查义务不因此终止',
    'A report not handed in by then is put before the higher government; the duty to investigate does not end',
  ),
  'emergency-response.reply': unsettled(
    '逾期未批复的，不视为同意事故调查报告，由上级人民政府督办',
    'No reply in time is no consent to the report; the higher government follows it up',
  ),
  'emergency-response.reply-extra-major': unsettled(
    '逾期未批复的，不视为同意事故调查报告，应当立即批复',
    'No reply in time is no consent to the report; it is to be given at once',
  ),
  'emergency-response.evaluation': unsettled(
    '逾期未评估的，应当立即评估并公开结果，由上级督办',
    'A late evaluation is made and published at once, and the delay is escalated',
  ),
  'emergency-response.drill-government': unsettled(
    '逾期未演练的，应当立即组织演练，由监管部门责令限期改正并依法处理',
    'A late drill is held at once; the authority orders it and deals with the delay',
  ),
  'emergency-response.drill-unit': unsettled(
    '逾期未演练的，应当立即组织演练，由监管部门责令限期改正并依法处理',
    'A late drill is held at once; the authority orders it and deals with the delay',
  ),
  'emergency-response.drill-plan': unsettled(
    '逾期未演练综合预案或者专项预案的，应当立即组织演练，由监管部门责令限期改正并依法处理',
    'A late drill of a comprehensive or special plan is held at once; the authority orders it',
  ),
  'emergency-response.drill-on-site': unsettled(
    '逾期未演练现场处置方案的，应当立即组织演练，由监管部门责令限期改正并依法处理',
    'A late drill of an on-site plan is held at once; the authority orders it',
  ),
  'emergency-response.plan-filing': unsettled(
    '逾期未备案的，备案义务不因此免除，由监管部门责令限期改正并依法处理',
    'The duty to file stays: the authority orders it to be made good and deals with the delay',
  ),
  'emergency-response.plan-check': settled(
    '逾期不予备案又不说明理由的，视为已经备案',
    'If the filing is neither taken nor refused with reasons by then, it is deemed made',
  ),
  'emergency-response.plan-evaluation': unsettled(
    '届满未评估的，应当立即评估并按需要修订预案',
    'A plan not evaluated by then is evaluated at once and revised where needed',
  ),
  'alarm-episode.call-back': settled(
    '届满未回访核实的，按本系统约定逐级督办，不产生法律后果',
    'If nobody has called back by then the platform escalates; there is no legal effect',
  ),
  'alarm-episode.trapped-rescue': unsettled(
    '届满未到场的，值班台立即另行调度救援，并由监管部门依法处理',
    'If nobody is on site by then the desk sends other help at once, and the regulator deals with it',
  ),
  'alarm-episode.acknowledge-1': settled(
    '一级报警届满未接警的，开始逐级呼叫，属本系统约定，不产生法律后果',
    'A level 1 alarm not acknowledged by then is called from level to level; a convention of the platform without legal effect',
  ),
  'alarm-episode.call-leader-1': settled(
    '一级报警届满仍未接警的，呼叫县级领导，属本系统约定，不产生法律后果',
    'A level 1 alarm still not acknowledged calls the county’s leader; a convention of the platform without legal effect',
  ),
  'alarm-episode.call-city-1': settled(
    '一级报警届满仍未接警的，呼叫市值班室，属本系统约定，不产生法律后果',
    'A level 1 alarm still not acknowledged calls the city’s desk; a convention of the platform without legal effect',
  ),
  'alarm-episode.acknowledge-2': settled(
    '二级报警届满未接警的，开始逐级呼叫，属本系统约定，不产生法律后果',
    'A level 2 alarm not acknowledged by then is called from level to level; a convention of the platform without legal effect',
  ),
  'alarm-episode.call-leader-2': settled(
    '二级报警届满仍未接警的，呼叫县级领导，属本系统约定，不产生法律后果',
    'A level 2 alarm still not acknowledged calls the county’s leader; a convention of the platform without legal effect',
  ),
  'alarm-episode.call-city-2': settled(
    '二级报警届满仍未接警的，呼叫市值班室，属本系统约定，不产生法律后果',
    'A level 2 alarm still not acknowledged calls the city’s desk; a convention of the platform without legal effect',
  ),
  'alarm-episode.acknowledge-3': settled(
    '三级报警届满未接警的，开始逐级呼叫，属本系统约定，不产生法律后果',
    'A level 3 alarm not acknowledged by then is called from level to level; a convention of the platform without legal effect',
  ),
  'alarm-episode.call-leader-3': settled(
    '三级报警届满仍未接警的，呼叫县级领导，属本系统约定，不产生法律后果',
    'A level 3 alarm still not acknowledged calls the county’s leader; a convention of the platform without legal effect',
  ),
  'alarm-episode.call-city-3': settled(
    '三级报警届满仍未接警的，呼叫市值班室，属本系统约定，不产生法律后果',
    'A level 3 alarm still not acknowledged calls the city’s desk; a convention of the platform without legal effect',
  ),
  'alarm-episode.handle-1': settled(
    '一级报警届满未处置完毕的，提醒值班员，属本系统约定，不产生法律后果',
    'The desk is reminded of a level 1 alarm not dealt with by then; a convention of the platform without legal effect',
  ),
  'alarm-episode.handle-leader-1': settled(
    '一级报警届满仍未处置完毕的，提醒县级领导，属本系统约定，不产生法律后果',
    'The county’s leader is told of a level 1 alarm still not dealt with; a convention of the platform without legal effect',
  ),
  'alarm-episode.handle-2': settled(
    '二级报警届满未处置完毕的，提醒值班员，属本系统约定，不产生法律后果',
    'The desk is reminded of a level 2 alarm not dealt with by then; a convention of the platform without legal effect',
  ),
  'alarm-episode.handle-leader-2': settled(
    '二级报警届满仍未处置完毕的，提醒县级领导，属本系统约定，不产生法律后果',
    'The county’s leader is told of a level 2 alarm still not dealt with; a convention of the platform without legal effect',
  ),
  'alarm-episode.handle-3': settled(
    '三级报警届满未处置完毕的，提醒值班员，属本系统约定，不产生法律后果',
    'The desk is reminded of a level 3 alarm not dealt with by then; a convention of the platform without legal effect',
  ),
  'alarm-episode.handle-leader-3': settled(
    '三级报警届满仍未处置完毕的，提醒县级领导，属本系统约定，不产生法律后果',
    'The county’s leader is told of a level 3 alarm still not dealt with; a convention of the platform without legal effect',
  ),
  'alarm-episode.conclude-1': settled(
    '一级报警届满未研判办结的，提醒值班员，属本系统约定，不产生法律后果',
    'The desk is reminded of a level 1 alarm not concluded by then; a convention of the platform without legal effect',
  ),
  'alarm-episode.conclude-leader-1': settled(
    '一级报警届满仍未研判办结的，提醒县级领导，属本系统约定，不产生法律后果',
    'The county’s leader is told of a level 1 alarm still not concluded; a convention of the platform without legal effect',
  ),
  'alarm-episode.conclude-2': settled(
    '二级报警届满未研判办结的，提醒值班员，属本系统约定，不产生法律后果',
    'The desk is reminded of a level 2 alarm not concluded by then; a convention of the platform without legal effect',
  ),
  'alarm-episode.conclude-leader-2': settled(
    '二级报警届满仍未研判办结的，提醒县级领导，属本系统约定，不产生法律后果',
    'The county’s leader is told of a level 2 alarm still not concluded; a convention of the platform without legal effect',
  ),
  'alarm-episode.shelving-max': settled(
    '搁置上限届满，报警恢复显示并须重新处置，属本系统约定',
    'At the longest until then: the alarm shows again and has to be dealt with; a convention of the platform',
  ),
  'alarm-episode.suppression-max': settled(
    '屏蔽上限届满，报警恢复，需要继续屏蔽的重新办理，属本系统约定',
    'At the longest until then: the alarm is active again, and further suppression is asked for anew; a convention of the platform',
  ),
  'alarm-episode.out-of-service-max': settled(
    '停用上限届满，应当恢复监测，需要继续停用的重新办理，属本系统约定',
    'At the longest until then: monitoring resumes, and a longer outage is asked for anew; a convention of the platform',
  ),
  'special-work.hot-first': unsettled(
    '作业票有效期届满，应当停止作业；需要继续作业的，重新办理作业票',
    'When the permit is over the work must stop; to go on, a new permit is needed',
  ),
  'special-work.hot-second': unsettled(
    '作业票有效期届满，应当停止作业；需要继续作业的，重新办理作业票',
    'When the permit is over the work must stop; to go on, a new permit is needed',
  ),
  'special-work.confined-space': unsettled(
    '作业票有效期届满，应当停止作业；需要继续作业的，重新办理作业票',
    'When the permit is over the work must stop; to go on, a new permit is needed',
  ),
  'special-work.height': unsettled(
    '作业票有效期届满，应当停止作业；需要继续作业的，重新办理作业票',
    'When the permit is over the work must stop; to go on, a new permit is needed',
  ),
  'special-work.temporary-power': unsettled(
    '临时用电时限届满，应当拆除临时线路；需要继续用电的，重新办理作业票',
    'When the time is over the temporary lines are removed; to go on, a new permit is needed',
  ),
  'special-work.other-special': settled(
    '停用上限届满，设备恢复监测；需要继续停用的，重新办理，属本系统约定',
    'At the longest until then: the device is monitored again, and a longer outage is asked for anew; a convention of the platform',
  ),
  'special-work.calibration': settled(
    '校验标定停用上限届满，设备恢复监测；需要继续停用的，重新办理，属本系统约定',
    'At the longest until then: the calibrated device is monitored again, and a longer outage is asked for anew; a convention of the platform',
  ),
  'special-work.maintenance': settled(
    '检维修停用上限届满，设备恢复监测；需要继续停用的，重新办理，属本系统约定',
    'At the longest until then: the maintained device is monitored again, and a longer outage is asked for anew; a convention of the platform',
  ),
}
