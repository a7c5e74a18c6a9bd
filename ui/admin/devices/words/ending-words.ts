// What is said where an entry of a register is ended?
import type { Text } from '../../../../domain/language/words.ts'

export const endingWords = {
  acts: { zh: '操作', en: 'Acts' },
  end: { zh: '停用', en: 'End' },
  endOf: { zh: '停用 {name}', en: 'End {name}' },
  stands: {
    zh: '还有 {n} 条报警没有结束；停用后不再监测，须由值班员说明理由后解除：',
    en: '{n} alarms of it stand; nobody watches them once it is ended, and the desk must end each with a reason:',
  },
  known: { zh: '已核对，仍要停用', en: 'I have looked at them, and end it all the same' },
  confirmEnd: { zh: '确认停用', en: 'End it' },
} satisfies Record<string, Text>
