// What are the places of the administrators called?
import type { Text } from '../../domain/case/words.ts'

export const adminWords = {
  administration: { zh: '系统管理', en: 'Administration' },
  calendars: { zh: '日历与放假安排', en: 'Calendars and decrees' },
} satisfies Record<string, Text>
