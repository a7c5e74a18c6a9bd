// Which states and acts do the bits of GB/T 26875.3-2011 stand for, and how grave is each?
import type { Level } from '../../port/port.ts'

export type Bit = { bit: number; name: string; zh: string; en: string; level: Level }

const bit = (position: number, name: string, zh: string, en: string, level: Level): Bit => ({
  bit: position,
  name,
  zh,
  en,
  level,
})

/** While this bit is set, silence of the others says nothing: a shielded detector is not a normal one. */
export const SHIELDED = 3
/** Clear in systems and components that are being tested. */
export const RUNNING = 0
/** A system's reset: it ends the fires of all its components. */
export const RESET = 13

const alike: readonly Bit[] = [
  bit(1, 'fire', '火警', 'fire', 1),
  bit(2, 'fault', '故障', 'fault', 3),
  bit(SHIELDED, 'shielded', '屏蔽', 'shielded', 4),
  bit(4, 'supervisory', '监管', 'supervisory', 3),
  bit(5, 'started', '启动（开启）', 'started', 3),
  bit(6, 'feedback', '反馈', 'feedback', 4),
  bit(7, 'delayed', '延时状态', 'delayed', 4),
]

/** State of a system, 8.2.1.1. */
export const systemStates: readonly Bit[] = [
  ...alike,
  bit(8, 'main-power', '主电故障', 'main power fault', 3),
  bit(9, 'backup-power', '备电故障', 'backup power fault', 3),
  bit(10, 'bus', '总线故障', 'bus fault', 3),
  bit(11, 'manual', '手动状态', 'manual mode', 4),
  bit(12, 'configuration-changed', '配置改变', 'configuration changed', 4),
]

/** State of a component, 8.2.1.2. */
export const componentStates: readonly Bit[] = [
  ...alike,
  bit(8, 'power', '电源故障', 'power fault', 3),
]

/** State of the transmitter, 8.2.1.8. */
export const transmitterStates: readonly Bit[] = [
  bit(1, 'fire', '火警', 'fire', 1),
  bit(2, 'fault', '故障', 'fault', 3),
  bit(3, 'main-power', '主电故障', 'main power fault', 3),
  bit(4, 'backup-power', '备电故障', 'backup power fault', 3),
  bit(5, 'link', '与监控中心通信信道故障', 'link to the centre broken', 3),
  bit(6, 'line', '监测连接线路故障', 'monitored line broken', 3),
]

const acts: readonly Bit[] = [
  bit(0, 'reset', '复位', 'reset', 4),
  bit(1, 'silenced', '消音', 'silenced', 4),
  bit(2, 'manual-alarm', '手动报警', 'alarm by hand', 1),
  bit(3, 'alarm-cleared', '警情消除', 'alarm cleared', 4),
  bit(4, 'self-check', '自检', 'self-check', 4),
]

/** Operation at a system, 8.2.1.4. */
export const systemActs: readonly Bit[] = [
  ...acts,
  bit(5, 'confirmed', '确认', 'confirmed', 4),
  bit(6, 'test', '测试', 'test', 4),
]

/** Operation at the transmitter, 8.2.1.9; bit 5 is the answer of the person on duty. */
export const transmitterActs: readonly Bit[] = [
  ...acts,
  bit(5, 'duty-answered', '查岗应答', 'duty answered', 4),
  bit(6, 'test', '测试', 'test', 4),
]

export const has = (bits: number, position: number): boolean => ((bits >> position) & 1) === 1
