// Which words warn of what signing out deletes?
import type { Text } from '../../domain/language/words.ts'

export const leaveWords = {
  title: { zh: '还有未提交的草稿', en: 'Drafts have not been submitted' },
  lost: {
    zh: '本机有 {drafts} 份草稿、{photos} 个文件尚未提交。退出后将从本机删除，无法找回。',
    en: 'This device holds {drafts} drafts and {photos} files that were not submitted. Signing out deletes them for good.',
  },
  waitingTitle: { zh: '还有内容没有送达', en: 'Something has not been delivered' },
  waiting: {
    zh: '本机有 {waiting} 条待发送的内容，尚未送达。可以留在本机：他人看不到，您下次在本机登录后自动发送。',
    en: 'This device holds {waiting} entries that were not delivered. They can stay on it: nobody else sees them, and they are sent when you next sign in here.',
  },
  stayWaiting: { zh: '留下等待发送', en: 'Stay until they are sent' },
  goKeeping: { zh: '待发送的留在本机，退出', en: 'Keep them here and sign out' },
  goDeleting: { zh: '全部删除并退出', en: 'Delete everything and sign out' },
  stay: { zh: '留下继续填写', en: 'Stay and finish' },
  go: { zh: '删除草稿并退出', en: 'Delete and sign out' },
} satisfies Record<string, Text>
