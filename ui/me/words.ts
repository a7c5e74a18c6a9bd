// Which words does the page of one's own settings use?
import type { Text } from '../../domain/case/words.ts'

export const meWords = {
  title: { zh: '我的设置', en: 'My settings' },
  singleSignOn: { zh: '统一身份认证', en: 'Single sign-on' },
  singleSignOnLead: {
    zh: '在此登录后，再到统一身份认证平台登录一次，两边即绑定；以平台的不变编号识别，改名不影响。',
    en: 'Signed in here, sign in at the single sign-on once, and the two are tied by its stable subject; a changed name changes nothing.',
  },
  tie: { zh: '绑定', en: 'Tie' },
  tiedSince: { zh: '已于 {at} 绑定', en: 'Tied since {at}' },
  untie: { zh: '解除绑定', en: 'Untie' },
} satisfies Record<string, Text>
