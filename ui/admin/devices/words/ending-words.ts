// What is said where an entry of a register is ended?
import type { Text } from '../../../../domain/language/words.ts'

export const endingWords = {
  acts: { zh: '操作', en: 'Acts' },
  end: { zh: '停用', en: 'End' },
  endOf: { zh: '停用 {name}', en: 'End {name}' },
  confirmEnd: { zh: '确认停用', en: 'End it' },
} satisfies Record<string, Text>
