// What is each condition called that our rules and the standards of devices know, and of which kind is it?

import { type Text, text } from '../language/words.ts'
import { type AlarmKind, alarmKindOf, isDeadlyKind } from './kinds.ts'

const ofPoints: Record<string, Text> = {
  high: text('超上限', 'High'),
  low: text('超下限', 'Low'),
  rise: text('上升过快', 'Rising fast'),
  frozen: text('疑似数据冻结', 'Seems frozen'),
  'bad-quality': text('信号不可用', 'Bad signal'),
  'feed-silent': text('接入中断', 'Feed silent'),
  'device-silent': text('设备失联', 'Device silent'),
  flood: text('报警洪泛', 'Alarm flood'),
  plant: text('装置报警', 'Alarm of the plant'),
}

/** GB/T 26875.3. */
const ofFire: Record<string, Text> = {
  fire: text('火警', 'Fire'),
  gas: text('可燃有毒气体', 'Gas'),
  'manual-alarm': text('手动报警', 'Alarm by hand'),
  fault: text('故障', 'Fault'),
  shielded: text('屏蔽', 'Shielded'),
  supervisory: text('监管', 'Supervisory'),
  started: text('启动', 'Started'),
  feedback: text('反馈', 'Feedback'),
  delayed: text('延时', 'Delayed'),
  'main-power': text('主电故障', 'Main power fault'),
  'backup-power': text('备电故障', 'Backup power fault'),
  power: text('电源故障', 'Power fault'),
  bus: text('总线故障', 'Bus fault'),
  manual: text('手动状态', 'Manual mode'),
  'configuration-changed': text('配置改变', 'Configuration changed'),
  link: text('与监控中心通信故障', 'Link to the centre broken'),
  line: text('监测线路故障', 'Monitored line broken'),
  test: text('测试状态', 'Being tested'),
}

/** JT/T 808 and 809, and what the way of a lorry shows. */
const ofVehicles: Record<string, Text> = {
  emergency: text('紧急求助', 'Emergency call'),
  robbery: text('劫警', 'Robbery'),
  collision: text('碰撞', 'Collision'),
  'front-collision': text('前撞', 'Front collision'),
  rollover: text('侧翻', 'Rollover'),
  overspeed: text('超速', 'Overspeed'),
  'overspeed-warning': text('超速预警', 'Close to overspeed'),
  fatigue: text('疲劳驾驶', 'Driver fatigue'),
  'fatigue-warning': text('疲劳驾驶预警', 'Close to fatigue'),
  'dangerous-driving': text('危险驾驶行为', 'Dangerous driving'),
  'daily-overtime': text('驾驶超时', 'Driven too long'),
  'overlong-stop': text('超时停车', 'Stopped too long'),
  violation: text('违规行驶', 'Driving against the rules'),
  'lane-departure': text('车道偏离', 'Lane left'),
  'off-route': text('偏离路线', 'Off its route'),
  'route-deviation': text('偏离路线', 'Off its route'),
  'route-crossed': text('进出路线', 'Route entered or left'),
  'segment-time': text('路段行驶时间异常', 'Segment too fast or too slow'),
  'no-waybill': text('无电子运单', 'No waybill'),
  'area-crossed': text('进出区域', 'Area entered or left'),
  'area-entered': text('进入区域', 'Area entered'),
  'area-left': text('离开区域', 'Area left'),
  'boundary-crossed': text('越界', 'Boundary crossed'),
  stolen: text('车辆被盗', 'Vehicle stolen'),
  theft: text('盗警', 'Theft'),
  'illegal-ignition': text('非法点火', 'Illegal ignition'),
  'illegal-movement': text('非法位移', 'Illegal movement'),
  'illegal-door': text('非法开门', 'Door opened illegally'),
  'tyre-pressure': text('胎压异常', 'Tyre pressure'),
  'blind-spot': text('右转盲区异常', 'Blind spot on the right'),
  'fuel-abnormal': text('油量异常', 'Fuel level abnormal'),
  'driver-identity': text('驾驶员身份异常', 'Driver not identified'),
  'road-blocked': text('路段堵塞', 'Road blocked'),
  'dangerous-road': text('危险路段', 'Dangerous road'),
  weather: text('雨雪天气', 'Rain or snow'),
  other: text('其他报警', 'Other alarm'),
}

/** The same standards: the terminal and the platforms themselves. */
const ofTerminals: Record<string, Text> = {
  'gnss-fault': text('定位模块故障', 'GNSS module faulty'),
  'antenna-cut': text('定位天线断开', 'GNSS antenna missing or cut'),
  'antenna-short': text('定位天线短路', 'GNSS antenna short-circuited'),
  undervoltage: text('终端欠压', 'Terminal supply too low'),
  'power-off': text('终端掉电', 'Terminal supply lost'),
  'display-fault': text('显示器故障', 'Display faulty'),
  'speech-fault': text('语音模块故障', 'Speech module faulty'),
  'camera-fault': text('摄像头故障', 'Camera faulty'),
  'card-fault': text('IC卡模块故障', 'Card module faulty'),
  'speed-sensor-fault': text('速度传感器故障', 'Speed sensor faulty'),
  'terminal-fault': text('终端异常', 'Terminal faulty'),
  'dynamic-data': text('动态信息异常', 'Dynamic data abnormal'),
  'position-interval': text('定位间隔异常', 'Positions too rare or too frequent'),
  'position-distance': text('定位跳变', 'Positions jump'),
  'core-data': text('核心数据异常', 'Core data abnormal'),
  'platform-lost': text('下级平台断线', 'Lower platform lost'),
  'platform-data': text('下级平台传输异常', 'Lower platform sends wrongly'),
  'platform-access': text('平台接入异常', 'Platform access abnormal'),
  'post-query': text('平台查岗', 'Post query'),
  supervised: text('上级督办', 'Supervised from above'),
}

const ofLevels: Record<string, Text> = {
  'flood-level': text('超特征水位', 'Above a flood mark'),
  'water-level': text('水位超限', 'Water level beyond its limit'),
}

/** SL 651, and what its values show. */
const ofWaters: Record<string, Text> = {
  'water-quality': text('水质超限', 'Water quality beyond its limit'),
  'remaining-water': text('剩余水量超限', 'Remaining water beyond its limit'),
  flow: text('流量超限', 'Flow beyond its limit'),
  'additional-report': text('加报', 'Additional report'),
  mains: text('交流停电', 'Mains lost'),
  battery: text('蓄电池电压低', 'Battery low'),
  'flow-meter': text('流量仪表故障', 'Flow meter faulty'),
  'level-gauge': text('水位仪表故障', 'Level gauge faulty'),
  door: text('箱门开启', 'Box open'),
  storage: text('存储器异常', 'Storage faulty'),
}

/** HJ 212 likewise. */
const ofDischarges: Record<string, Text> = {
  exceedance: text('持续超标', 'Beyond its limit for hours'),
  'monitoring-missing': text('监测数据缺失', 'Monitoring missing'),
  'facility-alarm': text('治理设施报警', 'Alarm of a treatment facility'),
  'analyser-alarm': text('分析仪报警', 'Alarm of an analyser'),
}

const ofEquipment: Record<string, Text> = {
  trapped: text('困人', 'People trapped'),
  'inspection-overdue': text('超期未检', 'Inspection overdue'),
  'filled-scrapped': text('报废气瓶充装', 'Scrapped cylinder filled'),
  'filled-overdue': text('超期未检气瓶充装', 'Overdue cylinder filled'),
  'filled-elsewhere': text('非自有产权气瓶充装', 'Cylinder of another filled'),
  'delivered-unfilled': text('未经充装配送', 'Delivered without being filled'),
}

export const conditions: Readonly<Record<string, Text>> = {
  ...ofPoints,
  ...ofFire,
  ...ofVehicles,
  ...ofTerminals,
  ...ofLevels,
  ...ofWaters,
  ...ofDischarges,
  ...ofEquipment,
}

const named = (kind: AlarmKind, group: Record<string, Text>) =>
  Object.keys(group).flatMap((condition) =>
    condition === 'other' ? [] : [[condition, kind] as const],
  )

const byName = new Map<string, AlarmKind>([
  ...named('position', ofVehicles),
  ...named('water-level', ofLevels),
  ...named('pollution', ofDischarges),
])

/**
 * The kind of an alarm: what a deadly condition says itself, whatever the point (somebody presses because he sees a fire); else what the point
 * measures; else what devices tell by that name. `ofPoint` null: the point is not registered.
 */
export const alarmKindAt = (condition: string, ofPoint: string | null): AlarmKind => {
  if (isDeadlyKind(condition)) return alarmKindOf(condition)
  if (condition === 'manual-alarm') return 'fire'
  const measured = alarmKindOf(ofPoint)
  return measured === 'other' ? (byName.get(condition) ?? 'other') : measured
}

/** The address of a node in a plant's server (OPC UA): where it has no name of its own, the condition is the plant's. */
export const isNodeAddress = (condition: string): boolean => /^(nsu?=|[igsb]=)/.test(condition)
