// Which words does the page of machines' tokens use?
import type { Text } from '../../../domain/language/words.ts'

export const machineWords = {
  title: { zh: '机器令牌', en: 'Machine tokens' },
  lead: {
    zh: '其他系统凭令牌调用接口。令牌只在生成时显示一次，到期自动失效，可随时吊销。',
    en: 'Other systems call the interface with a token. It is shown once, when it is made; it expires, and can be revoked at any time.',
  },
  add: { zh: '生成令牌', en: 'Make a token' },
  confirm: { zh: '确认生成', en: 'Make it' },
  name: { zh: '系统名称', en: 'Name of the system' },
  scopes: { zh: '权限', en: 'Scopes' },
  region: { zh: '范围', en: 'Region' },
  choose: { zh: '请选择', en: 'Choose' },
  lastDay: { zh: '有效期至', en: 'Last day' },
  tokenOnce: {
    zh: '令牌只显示这一次，请立即交给对方系统管理人员：',
    en: 'The token is shown only now. Hand it to who keeps the other system:',
  },
  state: { zh: '状态', en: 'State' },
  made: { zh: '生成', en: 'Made' },
  act: { zh: '操作', en: 'Act' },
  valid: { zh: '有效', en: 'valid' },
  expired: { zh: '已到期', en: 'expired' },
  revoked: { zh: '已吊销', en: 'revoked' },
  endless: { zh: '长期', en: 'without an end' },
  revoke: { zh: '吊销…', en: 'Revoke…' },
  confirmRevoke: { zh: '确认吊销', en: 'Revoke it' },
  none: { zh: '还没有令牌', en: 'No token yet' },
} satisfies Record<string, Text>
