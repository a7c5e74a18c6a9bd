// Which words does a look-up use that is open to everybody?
import type { Text } from '../../domain/language/words.ts'

export const lookupWords = {
  search: { zh: '查询', en: 'Look up' },
  asking: { zh: '正在查询', en: 'Looking up' },
  missing: { zh: '请输入编号或名称', en: 'Type a number or a name' },
  none: {
    zh: '没有查到。请核对编号或名称；有疑问可以拨打12350。',
    en: 'Nothing found. Check number or name; in doubt call 12350.',
  },
  most: { zh: '最多显示20件', en: 'Twenty at most are shown' },
  found: { zh: '查询结果', en: 'Found' },
  foundMany: { zh: '查到 {n} 件', en: '{n} found' },
} satisfies Record<string, Text>
