// What are the conditions, events and device commands of alarms called?
import { type Text, text } from '../language/words.ts'
import { conditions, isNodeAddress } from './conditions.ts'

/** As it is, where the device has a name of its own for it; the address of a node in a plant's server is none. */
export const conditionWords = (condition: string): Text =>
  conditions[isNodeAddress(condition) ? 'plant' : condition] ?? text(condition, condition)

const events: Record<string, Text> = {
  raised: text('报警', 'Raised'),
  're-alarm': text('再次报警', 'Alarm again'),
  escalated: text('升级', 'Higher level'),
  eased: text('降级', 'Lower level'),
  rtn: text('恢复正常', 'Returned to normal'),
  'declared-over': text('值班人员宣布解除', 'Declared over by the desk'),
  acked: text('已接警', 'Acknowledged'),
  reset: text('复位', 'Reset'),
  branch: text('更早的未确认报警', 'An older occurrence'),
  quality: text('信号质量变化', 'Quality changed'),
  'time-confirmed': text('时间已核实', 'Time confirmed'),
  unwatched: text('不再监测（设备或限值已停用）', 'No longer watched'),
  watched: text('重新监测', 'Watched again'),
  shelved: text('搁置', 'Shelved'),
  unshelved: text('解除搁置', 'No longer shelved'),
  suppressed: text('设计屏蔽', 'Suppressed by design'),
  unsuppressed: text('解除屏蔽', 'No longer suppressed'),
  'out-of-service': text('停用', 'Out of service'),
  'in-service': text('恢复使用', 'In service again'),
  fleeting: text('瞬时报警', 'Fleeting'),
  chattering: text('抖动报警', 'Chattering'),
  standing: text('长期未消除（超过 24 小时）', 'Standing for more than 24 hours'),
  succeeded: text(
    '案件已办结后又报警，另立新报警',
    'It rang after its case had ended: a new alarm',
  ),
}

export const eventWords = (kind: string): Text => events[kind] ?? text(kind, kind)

/** What the stored number says of a measurement, in its order; its fourth bit and those above are flags. */
export const qualities = ['good', 'bad', 'stale', 'manual', 'calib', 'over'] as const
export type QualityName = (typeof qualities)[number]

export const qualityOf = (stored: number): QualityName => qualities[stored % 8] ?? 'bad'
/** Real numbers of the process: nothing else is drawn as a value. */
export const isMeasured = (stored: number): boolean =>
  ['good', 'manual', 'over'].includes(qualityOf(stored))
