// What do the alarm bits of JT/T 808 mean, which of them last, and how grave are they?

import type { Text } from '../../frames/words.ts'
import type { Level } from '../../port/port.ts'

/**
 * `level`: true as long as the bit stands. `event`: something that happened; the terminal holds the bit until it is answered,
 * and the next position may carry the next event.
 */
export type AlarmBit = {
  bit: number
  condition: string
  kind: 'level' | 'event'
  level: Level
  words: Text
}

const bit = (
  at: number,
  condition: string,
  kind: AlarmBit['kind'],
  level: Level,
  zh: string,
  en: string,
): AlarmBit => ({
  bit: at,
  condition,
  kind,
  level,
  words: { zh, en },
})

/** JT/T 808-2019 table 24; the bits that 2013 named otherwise keep their place. */
export const alarmBits: AlarmBit[] = [
  bit(0, 'emergency', 'event', 1, '紧急报警', 'Emergency button'),
  bit(1, 'overspeed', 'level', 3, '超速报警', 'Overspeed'),
  bit(2, 'fatigue', 'level', 3, '疲劳驾驶报警', 'Driver fatigue'),
  bit(3, 'dangerous-driving', 'event', 2, '危险驾驶行为报警', 'Dangerous driving'),
  bit(4, 'gnss-fault', 'level', 4, 'GNSS模块故障', 'GNSS module faulty'),
  bit(5, 'antenna-cut', 'level', 3, 'GNSS天线未接或被剪断', 'GNSS antenna missing or cut'),
  bit(6, 'antenna-short', 'level', 4, 'GNSS天线短路', 'GNSS antenna short-circuited'),
  bit(7, 'undervoltage', 'level', 4, '终端主电源欠压', 'Terminal supply too low'),
  bit(8, 'power-off', 'level', 3, '终端主电源掉电', 'Terminal supply lost'),
  bit(9, 'display-fault', 'level', 4, '终端显示器故障', 'Terminal display faulty'),
  bit(10, 'speech-fault', 'level', 4, 'TTS模块故障', 'Speech module faulty'),
  bit(11, 'camera-fault', 'level', 4, '摄像头故障', 'Camera faulty'),
  bit(12, 'card-fault', 'level', 4, '道路运输证IC卡模块故障', 'Card module faulty'),
  bit(13, 'overspeed-warning', 'level', 4, '超速预警', 'Close to overspeed'),
  bit(14, 'fatigue-warning', 'level', 4, '疲劳驾驶预警', 'Close to fatigue'),
  bit(15, 'violation', 'level', 3, '违规行驶报警', 'Driving against the rules'),
  bit(16, 'tyre-pressure', 'level', 3, '胎压预警', 'Tyre pressure'),
  bit(17, 'blind-spot', 'level', 3, '右转盲区异常报警', 'Blind spot on the right'),
  bit(18, 'daily-overtime', 'level', 3, '当天累计驾驶超时', 'Driven too long today'),
  bit(19, 'overlong-stop', 'level', 3, '超时停车', 'Stopped too long'),
  bit(20, 'area-crossed', 'event', 3, '进出区域', 'Area entered or left'),
  bit(21, 'route-crossed', 'event', 3, '进出路线', 'Route entered or left'),
  bit(
    22,
    'segment-time',
    'event',
    4,
    '路段行驶时间不足或过长',
    'Segment driven too fast or too slowly',
  ),
  bit(23, 'route-deviation', 'level', 2, '路线偏离报警', 'Off its route'),
  bit(24, 'speed-sensor-fault', 'level', 4, '车辆VSS故障', 'Speed sensor faulty'),
  bit(25, 'fuel-abnormal', 'level', 4, '车辆油量异常', 'Fuel level abnormal'),
  bit(26, 'stolen', 'level', 2, '车辆被盗', 'Vehicle stolen'),
  bit(27, 'illegal-ignition', 'event', 3, '车辆非法点火', 'Illegal ignition'),
  bit(28, 'illegal-movement', 'event', 3, '车辆非法位移', 'Illegal movement'),
  bit(29, 'collision', 'level', 1, '碰撞报警', 'Collision'),
  bit(30, 'rollover', 'level', 1, '侧翻报警', 'Rollover'),
  bit(31, 'illegal-door', 'event', 3, '非法开门报警', 'Door opened illegally'),
]

export const located = (status: number): boolean => (status & 2) !== 0

/** Status bits that matter to a reader; the second word stands when the bit is clear. */
export const statusBits: [bit: number, set: string, clear: string][] = [
  [0, 'ACC开', 'ACC关'],
  [1, '定位', '未定位'],
  [2, '南纬', '北纬'],
  [3, '西经', '东经'],
  [4, '停运', '运营'],
  [5, '经纬度已加密', '经纬度未加密'],
  [10, '油路断开', '油路正常'],
  [11, '电路断开', '电路正常'],
  [12, '车门加锁', '车门解锁'],
]

/** Names of the additional items of a position, for people. */
export const extraWords: Record<number, string> = {
  1: '里程',
  2: '油量',
  3: '行驶记录仪速度',
  4: '需人工确认报警事件ID',
  17: '超速报警附加信息',
  18: '进出区域/路线附加信息',
  19: '路段行驶时间附加信息',
  37: '扩展车辆信号状态位',
  42: 'IO状态位',
  43: '模拟量',
  48: '无线通信网络信号强度',
  49: 'GNSS定位卫星数',
}
