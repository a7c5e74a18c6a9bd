// Which words confirm an act?
import type { Text } from '../../domain/language/words.ts'

export const sentWords = {
  sentPlain: { zh: '已提交', en: 'Submitted' },
  sentNext: { zh: '办理下一件', en: 'Next case' },
  pendingCommit: {
    zh: '已收到，正在登记；登记完成后本页自动更新。',
    en: 'Received and being recorded; this page updates when it is done.',
  },
  notSent: {
    zh: '没有提交：登录已过期。重新登录后请再按一次提交，不会重复办理。',
    en: 'Not submitted: your session had ended. Sign in and submit once more; nothing is done twice.',
  },
  back: { zh: '返回列表', en: 'Back to the list' },
} satisfies Record<string, Text>
