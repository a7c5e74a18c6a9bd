// What does each checklist ask? Every question names the article that it rests on.
import { text } from '../../language/words.ts'
import type { ChecklistId, Question } from './checklist.ts'

const law = (article: string): string => `《安全生产法》${article}`

const general: Question[] = [
  {
    id: 'responsibility',
    words: text('建立全员安全生产责任制', 'Everybody’s duties for safety are laid down'),
    article: law('第二十一条第一项、第二十二条'),
  },
  {
    id: 'responsibilityChecked',
    words: text('责任制落实情况有考核记录', 'Whether they are done is checked and recorded'),
    article: law('第二十二条第二款'),
    after: { question: 'responsibility', answer: 'yes' },
  },
  {
    id: 'training',
    words: text('从业人员经教育培训合格后上岗', 'Nobody works before being trained'),
    article: law('第二十八条第一款'),
  },
  {
    id: 'trainingFiles',
    words: text('未经培训的人员已停止作业', 'Whoever was not trained has stopped working'),
    article: law('第二十八条第一款'),
    after: { question: 'training', answer: 'no' },
  },
  {
    id: 'specialWorkers',
    words: text('特种作业人员持证上岗', 'Special work is done by certified people'),
    article: law('第三十条'),
  },
  {
    id: 'warningSigns',
    words: text('设置明显的安全警示标志', 'Warning signs are set up'),
    article: law('第三十五条'),
  },
  {
    id: 'equipment',
    words: text('安全设备经常性维护、保养、检测', 'Safety equipment is kept and tested'),
    article: law('第三十六条第二款'),
  },
  {
    id: 'equipmentDisabled',
    words: text(
      '没有关闭、破坏监控、报警、防护设备设施',
      'No alarm, monitor or guard is switched off',
    ),
    article: law('第三十六条第三款'),
    after: { question: 'equipment', answer: 'no' },
  },
  {
    id: 'hazardLedger',
    words: text(
      '如实记录隐患排查治理情况并通报',
      'Hazards found and rectified are recorded and told',
    ),
    article: law('第四十一条第二款'),
  },
  {
    id: 'emergencyPlan',
    words: text('制定应急救援预案并定期演练', 'There is an emergency plan, and it is exercised'),
    article: law('第八十一条'),
  },
]

const hazchem: Question[] = [
  {
    id: 'hazardSource',
    words: text(
      '重大危险源登记建档、检测评估监控',
      'The major hazard source is on file and watched',
    ),
    article: law('第四十条第一款'),
  },
  {
    id: 'hazardSourceFiled',
    words: text('重大危险源已报备案', 'It is filed with the authority'),
    article: law('第四十条第二款'),
    after: { question: 'hazardSource', answer: 'yes' },
  },
  {
    id: 'storage',
    words: text('危险化学品在专用仓库内储存', 'Chemicals are kept in stores of their own'),
    article: '《危险化学品安全管理条例》第二十四条',
  },
  {
    id: 'gasAlarms',
    words: text('可燃、有毒气体报警装置正常运行', 'Gas alarms work'),
    article: law('第三十六条第三款、第四款'),
  },
  {
    id: 'hotWork',
    words: text('动火等危险作业安排专人现场管理', 'Hot work is watched by somebody on the spot'),
    article: law('第四十三条'),
  },
  {
    id: 'hotWorkStopped',
    words: text('无人管理的危险作业已停止', 'Work without a watcher has stopped'),
    article: law('第四十三条'),
    after: { question: 'hotWork', answer: 'no' },
  },
]

const trade: Question[] = [
  {
    id: 'confinedSpace',
    words: text(
      '有限空间作业先通风、再检测、后作业',
      'Confined spaces: aired, tested, then entered',
    ),
    article: law('第四十三条'),
  },
  {
    id: 'confinedSpaceRescue',
    words: text('有限空间作业配备应急救援装备', 'Rescue equipment stands ready there'),
    article: law('第八十二条第二款'),
    after: { question: 'confinedSpace', answer: 'no' },
  },
  {
    id: 'dustRemoval',
    words: text('粉尘涉爆场所除尘系统正常运行', 'Dust is removed where it may explode'),
    article: law('第三十六条第二款'),
  },
  {
    id: 'contractors',
    words: text('对承包、承租单位统一协调、管理', 'Contractors are managed together'),
    article: law('第四十九条第二款'),
  },
]

export const questions: Readonly<Record<ChecklistId, readonly Question[]>> = {
  general,
  hazchem: [...general, ...hazchem],
  trade: [...general, ...trade],
}

/** Each once, whichever lists ask it. */
export const allQuestions: readonly Question[] = [...general, ...hazchem, ...trade]
