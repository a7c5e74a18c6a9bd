// Which words does the list of unfinished drafts use?
import type { Text } from '../../domain/language/words.ts'

export const draftWords = {
  title: { zh: '未提交的草稿', en: 'Drafts not submitted' },
  kept: { zh: '已存本机 {time} · {n} 个文件', en: 'Kept on this device {time} · {n} files' },
} satisfies Record<string, Text>
