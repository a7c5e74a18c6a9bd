// Which words do the screens of an alarm add?
import type { Text } from '../../domain/language/words.ts'

export const alarmWords = {
  standing: { zh: '报警要点', en: 'Where the alarm stands' },
  exercise: { zh: '演练', en: 'Exercise' },
  exerciseText: {
    zh: '模拟信号，不是真实险情；不得启动真实应急响应',
    en: 'a simulated signal, no true danger; it starts no real response',
  },
  device: { zh: '设备', en: 'Device' },
  deviceText: { zh: '{device} · {point}', en: '{device} · {point}' },
  value: { zh: '报警时', en: 'When it rose' },
  valueText: { zh: '{value} {unit}（限值 {limit}）', en: '{value} {unit} (limit {limit})' },
  valueOnly: { zh: '{value} {unit}', en: '{value} {unit}' },
  latest: { zh: '最近上报', en: 'Last told' },
  latestText: { zh: '{what}，{value}（{at}）', en: '{what}, {value} ({at})' },
  latestDeclared: { zh: '{what}：{reason}（{by}，{at}）', en: '{what}: {reason} ({by}, {at})' },
  latestOnly: { zh: '{what}（{at}）', en: '{what} ({at})' },
  plant: { zh: '现场', en: 'At the plant' },
  aside: { zh: '到期', en: 'Until' },
  asideText: {
    zh: '{what} {at}，到时自动重新判定',
    en: '{what} {at}, then looked at again by itself',
  },
  call: { zh: '无人接警时', en: 'If nobody acknowledges' },
  callText: { zh: '{at} {who}', en: '{at} {who}' },
  doubtful: { zh: '时间存疑', en: 'Time uncertain' },
  doubtfulText: {
    zh: '设备时钟未经核实，发生时间可能不是此刻；现场核实后由值班员确认结束',
    en: 'the clock of the device is not verified, so it may speak of another moment; once the site is asked, a duty officer ends it',
  },
  keeper: { zh: '主管值班：{office}', en: 'On duty for it: {office}' },
  places: { zh: '现场查看', en: 'What can be seen' },
  openTrend: { zh: '看测点趋势', en: 'See how the point has run' },
  openDesk: { zh: '回值班台', en: 'To the duty desk' },
  stepRings: { zh: '报警', en: 'Alarm' },
  stepSeen: { zh: '值班室接警', en: 'Acknowledged' },
  stepReturned: { zh: '恢复', en: 'Returned' },
  stepOver: { zh: '办结', en: 'Ended' },
  noForm: {
    zh: '设备报警由设备接入自动登记，不能手工填报。',
    en: 'Alarms are registered by the devices themselves: there is no form to fill in.',
  },
  byTelephone: {
    zh: '发现险情请先拨打119、12350；企业人员请报告隐患。',
    en: 'In danger call 119 or 12350 first; people of an enterprise report a hazard.',
  },
  openOnly: { zh: '未办结', en: 'Open' },
  ringingOnly: { zh: '待接警', en: 'To be acknowledged' },
  highLevelsOnly: { zh: '一、二级', en: 'Levels 1 and 2' },
  asideOnly: { zh: '搁置、屏蔽、停用', en: 'Put aside' },
  closedOnly: { zh: '已办结', en: 'Closed' },
} satisfies Record<string, Text>

/** How the states in which an alarm stands aside begin. */
export const asideStates = ['已搁置', '设计屏蔽', '停用']
