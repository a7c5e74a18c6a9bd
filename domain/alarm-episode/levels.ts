// How grave is an alarm, and how may it have ended?

import type { AlarmLevel } from '../duty/views.ts'
import { type Text, text } from '../language/words.ts'

export const alarmLevels = [1, 2, 3, 4] as const satisfies AlarmLevel[]
export const levelChoices: Record<AlarmLevel, Text> = {
  1: text('一级（红）', 'Level 1 (red)'),
  2: text('二级（橙）', 'Level 2 (orange)'),
  3: text('三级（黄）', 'Level 3 (yellow)'),
  4: text('四级（蓝）', 'Level 4 (blue)'),
}

export const outcomes = {
  genuine: text('真实报警', 'Genuine'),
  false: text('误报', 'False'),
  nuisance: text('频繁扰动', 'Nuisance'),
  test: text('测试或演练', 'Test or exercise'),
  maintenance: text('检修引起', 'By maintenance'),
  fault: text('设备或通信故障', 'Fault of the device or the line'),
} as const satisfies Record<string, Text>
export type Outcome = keyof typeof outcomes
