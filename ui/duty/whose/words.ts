// Which words tell a bureau's own alarms from those of its region?
import type { Text } from '../../../domain/language/words.ts'

export const whoseWords = {
  whose: { zh: '报警范围', en: 'Whose alarms' },
  ownBureau: { zh: '本部门', en: 'Our bureau’s' },
  allBureaus: { zh: '本地区全部', en: 'All of the region' },
} satisfies Record<string, Text>
