// In what words does a link to a plant speak of itself?
import { both } from '../frames/words.ts'

export const words = {
  connecting: both('正在连接', 'connecting'),
  connected: both('已连接', 'connected'),
  lost: both('连接中断，正在重连', 'connection lost, reconnecting'),
  'no-session': both('会话未能恢复，重新建立连接', 'the session was not restored: connecting anew'),
  silent: both(
    '对方长时间不发布，重新建立连接',
    'the plant publishes nothing any more: connecting anew',
  ),
  'too-much': both(
    '请求过于频繁，断开后重连',
    'too many requests: disconnected, and connecting anew later',
  ),
  republish: both(
    '对方对补发请求应答有误，重新建立连接',
    'the plant answers Republish wrongly: connecting anew',
  ),
  closed: both('已停止', 'stopped'),
  paused: both('积压过多，已暂停接收', 'too much is waiting, publishing is paused'),
  untrusted: both(
    '服务器证书未受信任，待人工确认',
    'the certificate of the server is not trusted yet',
  ),
  expired: both(
    '服务器证书不在有效期内',
    'the certificate of the server is not valid at this time',
  ),
  notTrustedThere: both('对方未信任本系统证书', 'the plant does not trust our certificate'),
  identity: both('用户名或证书被拒绝', 'our identity was refused'),
  noEndpoint: both(
    '对方不提供要求的安全策略',
    'the plant offers no endpoint of the wanted security',
  ),
  address: both('服务器地址不可使用', 'the address of the server may not be dialled'),
  noRefresh: both('对方不能重发报警', 'the plant cannot replay its conditions'),
  ended: both('断线期间已恢复', 'returned to normal while away'),
  unconfirmed: both('重连后未再确认', 'not confirmed after reconnect'),
  manyBranches: both(
    '未确认的旧报警超过20条，已合并',
    'more than 20 earlier occurrences are not acknowledged: merged',
  ),
  unmonitored: both('测点无法订阅', 'the point cannot be subscribed'),
  frozen: both('数值长时间不变，疑似冻结', 'no change for long: suspected frozen'),
  moving: both('数值恢复变化', 'changes again'),
} as const
