// Which words does the page of feeds and certificates use?

import type { FeedState, Validity } from '../../../../domain/duty/feed-views.ts'
import type { Text } from '../../../../domain/language/words.ts'

export const stateWords: Record<FeedState, Text> = {
  off: { zh: '已停用', en: 'Switched off' },
  paused: { zh: '‖ 已暂停', en: '‖ Paused' },
  unheld: { zh: '▲ 无进程承接', en: '▲ Held by no process' },
  down: { zh: '▲ 断开', en: '▲ Down' },
  awaited: { zh: '尚未收到', en: 'Not heard yet' },
  silent: { zh: '▲ 静默', en: '▲ Silent' },
  held: { zh: '✓ 正常', en: '✓ Heard' },
}

export const validityWords: Record<Validity, Text> = {
  pending: { zh: '▲ 尚未生效', en: '▲ Not valid yet' },
  valid: { zh: '有效', en: 'Valid' },
  soon: { zh: '▲ 即将到期', en: '▲ Expires soon' },
  expired: { zh: '▲ 已过期', en: '▲ Expired' },
}

export const feedWords = {
  title: { zh: '接入与证书', en: 'Feeds and certificates' },
  lead: {
    zh: '暂停一路接入时关闭端口或断开连接，直到有人恢复；对方服务器的证书须由本人核对后信任。',
    en: 'A paused feed has its door shut or its link let go of until somebody resumes it. The certificate of a server is trusted by a person who has compared it.',
  },
  feeds: { zh: '各路接入', en: 'Feeds' },
  feed: { zh: '接入', en: 'Feed' },
  protocol: { zh: '协议', en: 'Protocol' },
  region: { zh: '地区', en: 'Region' },
  state: { zh: '状态', en: 'State' },
  devices: { zh: '设备', en: 'Devices' },
  lastMessage: { zh: '最近收到', en: 'Last heard' },
  never: { zh: '从未', en: 'never' },
  faults: { zh: '今日错误报文', en: 'Faults today' },
  gaps: { zh: '24 小时中断', en: 'Gaps in 24 h' },
  since: { zh: '{n} 次，自 {time} 未恢复', en: '{n}, not back since {time}' },
  signed: { zh: '{by}，{time}：{reason}', en: '{by}, {time}: {reason}' },
  own: { zh: '下载本系统证书', en: 'Our certificate' },
  ownOf: { zh: '下载本系统证书（{name}）', en: 'Our certificate for {name}' },
  ownText: { zh: '指纹尾号 {signs}，至 {to}', en: 'thumbprint …{signs}, until {to}' },
  acts: { zh: '操作', en: 'Acts' },
  pause: { zh: '暂停', en: 'Pause' },
  pauseOf: { zh: '暂停 {name}', en: 'Pause {name}' },
  pauseText: {
    zh: '数秒内停止接收，值班台显示“已暂停”，不再报静默；期间的数据可能无法补收。',
    en: 'Within seconds nothing is taken any more. The duty desk says “paused” and no silence is raised; what is sent meanwhile may be lost.',
  },
  resume: { zh: '恢复', en: 'Resume' },
  resumeOf: { zh: '恢复 {name}', en: 'Resume {name}' },
  certificates: { zh: '服务器证书', en: 'Certificates of servers' },
  certificatesText: {
    zh: '我方连接的服务器出示过的证书。没有人信任的，不会连接。',
    en: 'What the servers that we dial have shown. Where nobody trusts one there is no connection.',
  },
  noCertificates: { zh: '还没有服务器出示过证书', en: 'No server has shown a certificate yet' },
  subject: { zh: '持有者', en: 'Subject' },
  thumbprint: { zh: '指纹（SHA-1）', en: 'Thumbprint (SHA-1)' },
  sha256: { zh: '指纹（SHA-256）', en: 'Thumbprint (SHA-256)' },
  issuer: { zh: '签发者', en: 'Issuer' },
  names: { zh: '名称', en: 'Names' },
  validity: { zh: '有效期', en: 'Validity' },
  period: { zh: '{from} 至 {to}', en: '{from} to {to}' },
  lastPresented: { zh: '最近出示', en: 'Last shown' },
  trust: { zh: '信任', en: 'Trust' },
  waiting: { zh: '▲ 待确认', en: '▲ Waits for somebody' },
  trusted: { zh: '✓ 已信任', en: '✓ Trusted' },
  trustOf: { zh: '信任 {feed} 的证书', en: 'Trust the certificate of {feed}' },
  trustText: {
    zh: '请向企业另行取得（电话或书面）其证书指纹，与下列逐位比对，再输入最后 {n} 位。',
    en: 'Have the plant tell you its thumbprint on another way (telephone, letter), compare each sign, then type the last {n}.',
  },
  typed: { zh: '指纹最后 {n} 位', en: 'Last {n} signs of the thumbprint' },
  withdraw: { zh: '撤销信任', en: 'Withdraw' },
  withdrawOf: { zh: '撤销对 {feed} 证书的信任', en: 'Withdraw trust in the certificate of {feed}' },
  withdrawText: {
    zh: '使用该证书的连接将在数秒内断开。',
    en: 'A link that rests on it is cut within seconds.',
  },
} satisfies Record<string, Text>
