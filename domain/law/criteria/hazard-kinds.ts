// Of what kinds are hazards, and of which grades?
import { type Text, text } from '../../language/words.ts'

export const categories = {
  fire: text('消防', 'Fire protection'),
  electricity: text('用电', 'Electricity'),
  hazchem: text('危险化学品', 'Hazardous chemicals'),
  machinery: text('机械设备', 'Machinery'),
  'special-equipment': text('特种设备', 'Special equipment'),
  'confined-space': text('有限空间', 'Confined space'),
  construction: text('建筑施工', 'Construction'),
  other: text('其他', 'Other'),
} as const satisfies Record<string, Text>

export const grades = {
  general: text('一般隐患', 'General hazard'),
  major: text('重大隐患', 'Major hazard'),
} as const satisfies Record<string, Text>
