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
  equipment: text('特种设备事故（电梯困人除外）', 'Special equipment (not people in a lift)'),
  other: text('其他', 'Other'),
} as const satisfies Record<string, Text>
export type EmergencyKind = keyof typeof kindWords

export const kindOf = (value: unknown): EmergencyKind =>
  typeof value === 'string' && Object.hasOwn(kindWords, value) ? (value as EmergencyKind) : 'other'

/** 监察条例 61–64: what has happened to the equipment grades the accident beside who was harmed. */
export const equipmentEventWords = {
  explosion: text('锅炉、压力容器、压力管道爆炸', 'Explosion of a boiler, vessel or pipeline'),
  overturned: text('起重机械整体倾覆', 'A whole crane has overturned'),
  leak: text('有毒介质泄漏', 'Leak of something toxic'),
  other: text('其他特种设备事故', 'Something else'),
} as const satisfies Record<string, Text>
export type EquipmentEvent = keyof typeof equipmentEventWords

export const equipmentEventIn = (
  data: Record<string, unknown> | undefined,
): EquipmentEvent | null =>
  data?.kind === 'equipment' &&
  typeof data.equipmentEvent === 'string' &&
  Object.hasOwn(equipmentEventWords, data.equipmentEvent)
    ? (data.equipmentEvent as EquipmentEvent)
    : null

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
