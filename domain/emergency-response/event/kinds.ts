// Which kinds of event are there, from where is one heard of, and how long do their casualties count?
import { type Text, text } from '../../language/words.ts'

export const kindWords = {
  fire: text('火灾', 'Fire'),
  explosion: text('爆炸', 'Explosion'),
  leak: text('泄漏', 'Leak'),
  collapse: text('坍塌', 'Collapse'),
  poisoning: text('中毒窒息', 'Poisoning or suffocation'),
  traffic: text('道路交通', 'Road traffic'),
  lift: text('电梯困人', 'People trapped in a lift'),
  other: text('其他', 'Other'),
} as const satisfies Record<string, Text>
export type EmergencyKind = keyof typeof kindWords

export const kindOf = (value: unknown): EmergencyKind =>
  typeof value === 'string' && Object.hasOwn(kindWords, value) ? (value as EmergencyKind) : 'other'

/** 493号 13 counts the casualties of a road accident or a fire for a shorter time. */
export const countedAs = (kind: unknown): 'general' | 'road-traffic' | 'fire' =>
  kind === 'traffic' ? 'road-traffic' : kind === 'fire' ? 'fire' : 'general'

export const sourceWords = {
  telephone: text('电话接报（12350、119、110转警）', 'Telephone (12350, 119 or 110)'),
  unit: text('事发单位报告', 'The unit itself'),
  superior: text('上级转办', 'Passed on from above'),
  bureau: text('其他部门通报', 'Another bureau'),
  alarm: text('设备报警', 'Alarm of a device'),
} as const satisfies Record<string, Text>
export type EmergencySource = keyof typeof sourceWords
