// Which words do the screens of an emergency add?
import type { Text } from '../../domain/language/words.ts'

export const emergencyWords = {
  standing: { zh: '报告与时限', en: 'Reports and limits' },
  exercise: { zh: '演练', en: 'Exercise' },
  exerciseText: {
    zh: '本案是演练，不是真实事件；不计入统计',
    en: 'this is an exercise, no real event; it is not counted',
  },
  accidentLevel: { zh: '事故等级', en: 'Level of the accident' },
  stillDue: { zh: '未报，{by}前完成', en: 'not yet: by {by}' },
  stillLate: { zh: '未报，{by}已届满', en: 'not yet: it was due by {by}' },
  done: { zh: '已报，{at}', en: 'done at {at}' },
  doneLate: { zh: '迟报，{at}（时限{by}）', en: 'done late, at {at} (due by {by})' },
  unverified: { zh: '待核实，{by}前完成', en: 'to be verified by {by}' },
  unverifiedLate: { zh: '待核实，{by}已届满', en: 'not verified: it was due by {by}' },
  verified: { zh: '已核实，{at}', en: 'verified at {at}' },
  verifiedLate: { zh: '逾期核实，{at}（时限{by}）', en: 'verified late, at {at} (due by {by})' },
  rescueDue: { zh: '未完成，时限{by}', en: 'not done: by {by}' },
  rescueLate: { zh: '未完成，{by}已届满', en: 'not done: it was due by {by}' },
  rescueDone: { zh: '已完成，{at}', en: 'done at {at}' },
  rescueDoneLate: { zh: '逾期完成，{at}（时限{by}）', en: 'done late, at {at} (due by {by})' },
  accidentAt: {
    zh: '{by}仍未解救的，构成特种设备一般事故',
    en: 'at {by} it is a general accident of special equipment',
  },
  accidentNow: {
    zh: '困人满2小时，已构成特种设备一般事故',
    en: 'two hours have passed: a general accident of special equipment',
  },
  nextReport: { zh: '{by}前续报', en: 'the next by {by}' },
  countUntil: {
    zh: '{by}（含当日）以前的变化计入',
    en: 'changes until {by} count, that day included',
  },
  stepVerify: { zh: '接报核实', en: 'Verified' },
  stepRespond: { zh: '应急响应', en: 'Response' },
  stepAftermath: { zh: '善后', en: 'Aftermath' },
  stepInvestigate: { zh: '事故调查', en: 'Investigation' },
  stepFollowUp: { zh: '整改评估', en: 'Follow-up' },
  askTip: {
    zh: '先问清时间、地点、单位、事件类型、人员伤亡和联系方式，边登记边核实。',
    en: 'Ask when, where, which unit, what happened, who is hurt and how to call back; verify while you write.',
  },
  unknownTip: {
    zh: '人数和损失不明的留空，系统按“不明”上报；不要填0。',
    en: 'Leave numbers empty that nobody knows: they are reported as unknown. Do not enter 0.',
  },
  momentTip: {
    zh: '补登的填写实际接报时刻，上报时限从该时刻起算。',
    en: 'When you enter it later give the true moment of the call: the periods count from there.',
  },
  drillTip: {
    zh: '演练必须勾选“演练”，标题和文书全程标明，不计入统计。',
    en: 'Tick “Exercise” for an exercise: title and documents say so, and nothing is counted.',
  },
  noResource: { zh: '不指定资源', en: 'No resource' },
  resourceHeld: { zh: '（占用）', en: ' (held)' },
  resourcesUnknown: { zh: '资源暂未读到', en: 'The resources could not be read' },
  distanceUnknown: { zh: '距离不明', en: 'distance unknown' },
  noPlan: { zh: '不启用预案', en: 'No plan' },
  noPlanFits: {
    zh: '登记簿中没有适用于本事件的现行有效预案',
    en: 'The register has no plan in force for this event',
  },
  plansUnknown: {
    zh: '预案登记簿暂时无法读取，可不选预案启动响应',
    en: 'The register of plans cannot be read now; the response can start without one',
  },
  openOnly: { zh: '未办结', en: 'Open' },
  overdueOnly: { zh: '逾期', en: 'Overdue' },
  respondingOnly: { zh: '响应处置中', en: 'Responding' },
  graveOnly: { zh: 'Ⅲ级以上', en: 'Level III and above' },
  realOnly: { zh: '不含演练', en: 'No exercises' },
  closedOnly: { zh: '已办结', en: 'Closed' },
} satisfies Record<string, Text>

/** How the title of an exercise begins. */
export const drillMark = '【演练】'
