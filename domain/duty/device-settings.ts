// From where may a device call, in what does it differ from its protocol's standard, and what must it show?
import { type Text, text } from '../language/words.ts'
import {
  choiceKey as choice,
  isSettingTable as isTable,
  settingKey as key,
  listOfSettings as list,
  mostSettingSigns,
  readSettingJson,
  type SettingCheck,
  type SettingKey,
  type SettingTable,
  tableOf as table,
  typedSettings,
  unfitSettings,
  wholeWithin as whole,
  writtenAs as written,
  yesKey as yes,
} from './setting-keys.ts'

/** Of addresses, for one device. */
export const mostHosts = 20

const isPlace: SettingCheck = (value) =>
  Array.isArray(value) &&
  value.length === 2 &&
  value.every((part, n) => typeof part === 'number' && Math.abs(part) <= [180, 90][n]!)

const secretNumber = (name: string): SettingKey =>
  key(`加密常数 ${name}`, `Cipher constant ${name}`, 'number', whole(0, 4_294_967_295), {
    secret: true,
  })
const word = /^[^\p{Cc}]{1,64}$/u

const common = {
  telephone: key(
    '现场（中控室）电话',
    'Telephone of the site',
    'text',
    written(/^\+?\d[\d\s()-]{2,19}$/),
  ),
}
const vehicle = {
  waybill: yes('须有电子运单', 'Must have a waybill'),
  route: key(
    '规定路线 {"line": [[经度, 纬度], …], "metres": 允许偏离米数}',
    'Route {"line": [[lon, lat], …], "metres": how far off}',
    'json',
    (value) =>
      isTable(value) &&
      Array.isArray(value.line) &&
      value.line.length >= 2 &&
      list(isPlace)(value.line) &&
      whole(1, 100_000)(value.metres) &&
      Object.keys(value).every((name) => name === 'line' || name === 'metres'),
  ),
}

const ofProtocol: Readonly<Record<string, Readonly<Record<string, SettingKey>>>> = {
  hj212: {
    version: choice('标准版本', 'Version of the standard', '2005', '2017', '2025'),
    crc: choice('校验方式', 'Check sum', 'standard', 'modbus'),
    charset: choice('字符集', 'Character set', 'utf-8', 'gbk'),
    sm4: key(
      'SM4 密钥（32 位十六进制或 16 个字符）',
      'SM4 key (32 hex digits or 16 characters)',
      'text',
      written(/^([\da-fA-F]{32}|[ -~]{16})$/),
      {
        secret: true,
      },
    ),
    codes: key(
      '因子编码对照 {"自用编码": "标准编码"}',
      'Codes {"its own": "the standard’s"}',
      'json',
      table(word, written(word)),
    ),
    factors: key(
      '单位换算系数 {"标准编码": 系数}',
      'Factors {"standard code": factor}',
      'json',
      table(word, (value) => typeof value === 'number' && value > 0 && value <= 1e9),
    ),
    greets: yes('首次连接时下发参数', 'Is greeted with requests'),
    rtdSeconds: key(
      '实时数据间隔（30–3600 秒）',
      'Real-time interval, 30 – 3,600 s',
      'number',
      whole(30, 3_600),
    ),
    minMinutes: key(
      '分钟数据间隔（1–30 分）',
      'Minute-data interval, 1 – 30 min',
      'number',
      whole(1, 30),
    ),
  },
  jt809: {
    version: choice('标准版本', 'Version of the standard', '2011', '2019'),
    user: key('用户名（数字）', 'User (a number)', 'number', whole(0, 4_294_967_295)),
    M1: secretNumber('M1'),
    IA1: secretNumber('IA1'),
    IC1: secretNumber('IC1'),
    datum: choice('坐标系', 'Datum', 'gcj02', 'wgs84'),
    slave: yes('建立从链路', 'The slave link is dialled'),
    via: key(
      '所属平台编码（车辆填写）',
      'Key of the platform that speaks for it (vehicles)',
      'text',
      written(word),
    ),
    ...vehicle,
  },
  gb26875: {
    centre: key(
      '监控中心地址（12 位十六进制）',
      'Address of the centre (12 hex digits)',
      'text',
      written(/^[\da-fA-F]{12}$/),
    ),
    sizes: key(
      '自定义数据单元长度 {"类型": 字节数}',
      'Own units {"type": bytes}',
      'json',
      table(/^\d{1,3}$/, whole(1, 1_024)),
    ),
    testBit: yes('测试位表示演练', 'The test bit means a test'),
  },
  sl651: {
    centre: key('中心站地址（1–255）', 'Address of the centre, 1 – 255', 'number', whole(1, 255)),
    mode: choice('工作方式', 'Mode', 'M1', 'M2', 'M3', 'M4'),
    stayOnline: yes('保持在线', 'Stays connected'),
    speaksFor: key(
      '代报站号 ["…"]',
      'Stations that it speaks for ["…"]',
      'json',
      list(written(/^[\da-fA-F]{1,10}$/)),
    ),
  },
  'opc-ua': {
    node: key(
      '代表该设备的节点',
      'Node that stands for the device',
      'text',
      written(/^[^\p{Cc}]{1,200}$/u),
    ),
  },
  push: vehicle,
  mqtt: vehicle,
}

/** What may be said of a device of that protocol, by name. */
export const dialectKeysOf = (protocol: string): Readonly<Record<string, SettingKey>> => ({
  ...common,
  ...(Object.hasOwn(ofProtocol, protocol) ? ofProtocol[protocol] : {}),
})

/** Names of keys that are secrets with any protocol. */
export const secretDialectKeys: readonly string[] = [
  ...new Set(
    Object.values(ofProtocol).flatMap((keys) =>
      Object.keys(keys).filter((name) => keys[name]?.secret),
    ),
  ),
]

/** Reads what was typed into the fields of a protocol's keys. */
export const typedDialect = (
  protocol: string,
  typed: Readonly<Record<string, string>>,
): SettingTable => typedSettings(dialectKeysOf(protocol), typed)

/** A dialect as people may see it. */
export const shownDialect = (dialect: SettingTable): SettingTable =>
  Object.fromEntries(Object.entries(dialect).filter(([name]) => !secretDialectKeys.includes(name)))

/** What stands from now on: all that is said, and secrets of which nothing is said; null takes a key away. */
export const mergeDialect = (before: SettingTable, after: SettingTable): SettingTable => {
  const kept = Object.entries(before).filter(([name]) => secretDialectKeys.includes(name))
  return Object.fromEntries(
    Object.entries({ ...Object.fromEntries(kept), ...after }).filter(([, value]) => value !== null),
  )
}

/** Reads a cell: a JSON object. Undefined: it is none, or too long. */
export const readDialect = (cell: string): SettingTable | undefined => {
  const parsed = cell.length > mostSettingSigns ? null : readSettingJson(cell)
  return isTable(parsed) ? parsed : undefined
}

/**
 * Reads a cell: IP addresses with spaces, commas or semicolons between, as the sockets write them; `*`: from anywhere. Undefined: one is no
 * address (names are not resolved), or they are too many.
 */
export const readHosts = (cell: string): string[] | undefined => {
  if (cell.trim() === '*') return []
  const hosts = cell.split(/[\s;,；，、]+/).filter((one) => one !== '')
  const read = hosts.flatMap((one) => addressOf(one) ?? [])
  return read.length === hosts.length && hosts.length > 0 && hosts.length <= mostHosts
    ? [...new Set(read)]
    : undefined
}

const addressOf = (one: string): string | null => {
  if (/^(25[0-5]|2[0-4]\d|1?\d?\d)(\.(25[0-5]|2[0-4]\d|1?\d?\d)){3}$/.test(one)) return one
  if (!/^[\da-fA-F:]+$/.test(one) || !one.includes(':') || !URL.canParse(`http://[${one}]`))
    return null
  const { hostname } = new URL(`http://[${one}]`)
  return hostname.startsWith('[::ffff:') ? null : hostname.slice(1, -1)
}

/** The form of a password where the protocol has one; what is not of it no device could ever show. */
const secretForms: Readonly<Record<string, { form: RegExp; words: Text }>> = {
  hj212: {
    form: /^[^\s;&=,#]{1,32}$/,
    words: text(
      '密码为 1 至 32 个字符，不含空格和 ; & = , #',
      'The password: 1 to 32 signs, without spaces and ; & = , #',
    ),
  },
  sl651: {
    form: /^[\da-fA-F]{1,4}$/,
    words: text('密码为 1 至 4 位十六进制数', 'The password: 1 to 4 hex digits'),
  },
  jt809: {
    form: /^[!-~]{1,8}$/,
    words: text('密码为 1 至 8 个半角字符', 'The password: 1 to 8 ASCII characters'),
  },
  push: {
    form: /^[!-~]{16,200}$/,
    words: text(
      '签名密钥为 16 至 200 个半角字符',
      'The secret that signs: 16 to 200 ASCII characters',
    ),
  },
}

/** Whether nothing is taken of a device without a password. A vehicle of JT/T 809 is heard through its platform, whose password it is. */
export const needsSecret = (protocol: string): boolean =>
  ['hj212', 'sl651', 'jt809'].includes(protocol)

/** What is wrong with a password or dialect for that protocol. Never says what was given. */
export const settingFaults = (
  protocol: string,
  { secret, dialect }: { secret: string | null; dialect: SettingTable | null },
): Text[] => {
  const needed = Object.hasOwn(secretForms, protocol) ? secretForms[protocol] : undefined
  return [
    ...(secret !== null && needed && !needed.form.test(secret) ? [needed.words] : []),
    ...unfitSettings(dialectKeysOf(protocol), dialect ?? {}),
  ]
}
