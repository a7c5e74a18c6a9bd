// Which words do late exceedances and times of maintenance use?
import type { Text } from '../../domain/language/words.ts'

export const lateWords = {
  late: { zh: '补传超限', en: 'Exceedances heard of late' },
  lateText: {
    zh: '迟到或补传的读数超过限值，只记录，不响铃（近七天收到的）',
    en: 'Readings that came late or were sent again exceed a limit: recorded, they never ring (received in the last seven days)',
  },
  noLate: { zh: '没有', en: 'None' },
  lateLine: {
    zh: '{from} 至 {to}，最严重 {value}{unit}（限值 {limit}）',
    en: '{from} to {to}, worst {value}{unit} (limit {limit})',
  },
  received: { zh: '{time} 收到', en: 'received {time}' },
  attended: { zh: '校准、检修与人工置数', en: 'Calibration, maintenance, values by hand' },
  attendedText: {
    zh: '监测设备近 {days} 天自报；这些时段没有测量工艺，“未超标”不等于“未测量”',
    en: 'As the monitor flags it, {days} days: the process was not measured then, which is not the same as no exceedance',
  },
  noAttended: { zh: '没有自报', en: 'Nothing was flagged' },
  calib: { zh: '校准或维护', en: 'calibration or maintenance' },
  manual: { zh: '人工置数', en: 'by hand' },
  attendedLine: {
    zh: '{point} {what}：{from} 至 {to}，{n} 条读数',
    en: '{point} {what}: {from} to {to}, {n} readings',
  },
  exercise: { zh: '演练', en: 'Exercise' },
} satisfies Record<string, Text>
