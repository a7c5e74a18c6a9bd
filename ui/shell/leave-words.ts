// Which words warn of what signing out deletes?
import type { Text } from '../../domain/language/words.ts'

export const leaveWords = {
  title: { zh: '还有未提交的草稿', en: 'Drafts have not been submitted' },
  lost: {
    zh: '本机有 {drafts} 份草稿、{photos} 个文件尚未提交。退出后将从本机删除，无法找回。',
    en: 'This device holds {drafts} drafts and {photos} files that were not submitted. Signing out deletes them for good.',
  },
  stay: { zh: '留下继续填写', en: 'Stay and finish' },
  go: { zh: '删除草稿并退出', en: 'Delete and sign out' },
} satisfies Record<string, Text>
