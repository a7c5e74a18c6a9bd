// What has to be said of a feed of each protocol, and what of it makes no sense?
import { type Text, text } from '../language/words.ts'
import { settingFaults } from './device-settings.ts'
import {
  choiceKey,
  isSettingTable,
  listOfSettings,
  type SettingKey,
  type SettingTable,
  settingKey,
  unfitSettings,
  wholeWithin,
  writtenAs,
} from './setting-keys.ts'

/** `listens`: on a port of its own. `takes`: what is pushed to the port that all pushes share. `dials`: we call the other side. */
export type FeedWay = 'listens' | 'takes' | 'dials'

export const feedProtocols: Readonly<Record<string, { way: FeedWay; label: Text }>> = {
  hj212: { way: 'listens', label: text('HJ 212 污染物在线监测', 'HJ 212, pollution sources') },
  jt809: {
    way: 'listens',
    label: text('JT/T 809 车辆监控平台', 'JT/T 809, platforms of vehicles'),
  },
  gb26875: {
    way: 'listens',
    label: text('GB/T 26875.3 消防设施联网', 'GB/T 26875.3, fire alarms'),
  },
  sl651: { way: 'listens', label: text('SL 651 水文监测', 'SL 651, water') },
  'opc-ua': { way: 'dials', label: text('OPC UA 企业服务器', 'OPC UA, a plant’s server') },
  push: { way: 'takes', label: text('HTTP 推送', 'Pushes over HTTP') },
  mqtt: { way: 'dials', label: text('MQTT 5 消息代理', 'MQTT 5, a broker') },
}

/** Null: there is no such protocol. */
export const feedWayOf = (protocol: string): FeedWay | null =>
  Object.hasOwn(feedProtocols, protocol) ? feedProtocols[protocol]!.way : null

/** The files of devices/push/mappings. */
export const mappingNames = [
  'attendance',
  'cylinder',
  'hazard-source',
  'lift',
  'special-equipment',
  'vehicle',
] as const

const line = /^[^\p{Cc}]{1,200}$/u
const pem = /^\s*(-----BEGIN CERTIFICATE-----[A-Za-z\d+/=\s]+-----END CERTIFICATE-----\s*){1,10}$/
const isTopic = (value: unknown): boolean =>
  isSettingTable(value) &&
  writtenAs(line)(value.filter) &&
  Object.keys(value).every((name) =>
    ['filter', 'kind', 'device', 'will', 'online'].includes(name),
  ) &&
  (value.kind === undefined || writtenAs(line)(value.kind)) &&
  (value.device === undefined || wholeWithin(0, 100)(value.device)) &&
  (value.will === undefined || typeof value.will === 'boolean') &&
  (value.online === undefined || writtenAs(line)(value.online)) &&
  // Whose line has broken is told by the topic alone.
  (value.will !== true || value.device !== undefined)

const wanted = { wanted: true } as const
const mapping: SettingKey = { ...choiceKey('数据对照', 'Mapping', ...mappingNames), ...wanted }

const ofFeed: Readonly<Record<string, Readonly<Record<string, SettingKey>>>> = {
  'opc-ua': {
    url: settingKey(
      '服务器地址（opc.tcp://主机:端口/路径）',
      'Server (opc.tcp://host:port/path)',
      'text',
      writtenAs(/^opc\.tcp:\/\/[^\s/@?#]+(\/[^\s]*)?$/),
      wanted,
    ),
    policy: choiceKey(
      '安全策略',
      'Security policy',
      'Aes256_Sha256_RsaPss',
      'Basic256Sha256',
      'Aes128_Sha256_RsaOaep',
      'none',
    ),
    user: settingKey('用户名', 'User', 'text', writtenAs(line)),
    certificate: settingKey(
      '用户证书（PEM）',
      'Certificate of the user (PEM)',
      'lines',
      writtenAs(pem),
    ),
    plant: settingKey(
      '代表企业的设备编码（不填为接入编号）',
      'Key of the device that stands for the plant',
      'text',
      writtenAs(/^[^\p{Cc}]{1,64}$/u),
    ),
    publishingMs: settingKey(
      '发布间隔（毫秒）',
      'Publishing interval, ms',
      'number',
      wholeWithin(50, 60_000),
    ),
    samplingMs: settingKey(
      '采样间隔（毫秒）',
      'Sampling interval, ms',
      'number',
      wholeWithin(0, 3_600_000),
    ),
    frozenAfter: settingKey(
      '多久不变视为冻结（秒）',
      'Suspected frozen after, s',
      'number',
      wholeWithin(1, 86_400),
    ),
  },
  push: { mapping },
  mqtt: {
    url: settingKey(
      '代理地址（mqtts://主机:端口）',
      'Broker (mqtts://host:port)',
      'text',
      writtenAs(/^(mqtts?|tcp|ssl):\/\/[^\s/@?#]+\/?$/),
      wanted,
    ),
    mapping,
    topics: settingKey(
      '主题 [{"filter": "…/+/fault", "kind": "fault", "device": 2}]',
      'Topics [{"filter": "…/+/fault", "kind": "fault", "device": 2}]',
      'json',
      (value) => listOfSettings(isTopic)(value) && (value as unknown[]).length > 0,
      wanted,
    ),
    username: settingKey('用户名', 'User', 'text', writtenAs(line)),
    clientId: settingKey('客户端标识', 'Client id', 'text', writtenAs(/^[!-~]{1,64}$/)),
    ca: settingKey(
      '签发代理证书的机构证书（PEM）',
      'Certificates of who signs the broker’s (PEM)',
      'lines',
      writtenAs(pem),
    ),
  },
}

/** What may be said of a feed of that protocol, by name. */
export const feedKeysOf = (protocol: string): Readonly<Record<string, SettingKey>> =>
  Object.hasOwn(ofFeed, protocol) ? ofFeed[protocol]! : {}

/** The address that we dial; null: none. */
export const dialledAddress = (protocol: string, { url }: SettingTable): string | null =>
  feedWayOf(protocol) === 'dials' && typeof url === 'string' ? url : null

/** The key of the device that stands for the feed’s other side: its secret is the feed’s. Null: each device has its own. */
export const senderKeyOf = (
  id: string,
  protocol: string,
  { plant }: SettingTable,
): string | null => {
  if (feedWayOf(protocol) === 'listens') return null
  return protocol === 'opc-ua' && typeof plant === 'string' ? plant : id
}

export type FeedInput = {
  protocol: string
  port: number | null
  settings: SettingTable
  /** Password or key of the other side; null: nothing is said of it. */
  secret: string | null
  /** Whether the other side has one already, which stays. */
  secretStands: boolean
  /** A simulator plays it. */
  synthetic: boolean
}

/** What is wrong with a feed as it is said. Never says what was given. */
export const feedFaults = ({
  protocol,
  port,
  settings,
  secret,
  secretStands,
  synthetic,
}: FeedInput): Text[] => {
  const way = feedWayOf(protocol)
  if (way === null) return [text('没有这种协议', 'There is no such protocol')]
  const keys = feedKeysOf(protocol)
  const lacking = Object.entries(keys).filter(
    ([name, known]) => known.wanted && settings[name] === undefined,
  )
  return [
    ...((way === 'listens') === (port !== null) ? [] : [way === 'listens' ? portWanted : noPort]),
    ...lacking.map(([, { label }]) => text(`请填写：${label.zh}`, `Wanted: ${label.en}`)),
    ...unfitSettings(keys, settings),
    ...(secret === null ? [] : settingFaults(protocol, { secret, dialect: null })),
    ...contradictionsIn(protocol, settings, { secret, secretStands, synthetic }),
  ]
}

const portWanted = text('须填写端口（1024 至 65535）', 'A port is wanted, 1024 to 65535')
const noPort = text('该协议不占用端口', 'This protocol has no port of its own')

type Beside = Pick<FeedInput, 'secret' | 'secretStands' | 'synthetic'>

const contradictionsIn = (
  protocol: string,
  settings: SettingTable,
  { secret, secretStands, synthetic }: Beside,
): Text[] => {
  const { policy, user, certificate } = settings
  const needsOne =
    protocol === 'push' || protocol === 'mqtt' || user !== undefined || certificate !== undefined
  return [
    ...(needsOne && secret === null && !secretStands
      ? [text('须填写密码或密钥', 'A password or key is wanted')]
      : []),
    ...(feedWayOf(protocol) === 'listens' && secret !== null
      ? [text('该协议的密码属于各台设备', 'With this protocol each device has its own password')]
      : []),
    ...(policy === 'none' && !synthetic
      ? [text('不加密的连接只用于演练', 'An open line is for exercises alone')]
      : []),
    ...(user !== undefined && certificate !== undefined
      ? [text('用户名和用户证书只填其一', 'Either a user or a certificate, not both')]
      : []),
    ...(certificate !== undefined && secret !== null && asPrivateKey(secret) === null
      ? [
          text(
            '使用用户证书时，密钥须为未加密的 PEM 私钥',
            'With a certificate the secret is its private key, PEM and not encrypted',
          ),
        ]
      : []),
  ]
}

/** A private key with the connection breaks that a field of one line has lost. Null: it is none, or an encrypted one. */
export const asPrivateKey = (raw: string): string | null => {
  const [, kind, body] =
    /^\s*-----BEGIN ((?:RSA |EC )?PRIVATE KEY)-----([A-Za-z\d+/=\s]+)-----END \1-----\s*$/.exec(
      raw,
    ) ?? []
  if (kind === undefined || body === undefined) return null
  const lines = body.replace(/\s/g, '').match(/.{1,64}/g) ?? []
  return [`-----BEGIN ${kind}-----`, ...lines, `-----END ${kind}-----`, ''].join('\n')
}
