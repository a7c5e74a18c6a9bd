// Which leases does a sheet of devices and points have, and what is wrong with one?
import { lacksSpan, neverEnds } from './deadband.ts'
import { mostHosts, readDialect, readHosts } from './device-settings.ts'
import { type PointKind, pointKinds } from './kinds.ts'
import {
  type Cell,
  type CellReader,
  column,
  type Fault,
  fault,
  misplaced,
  readSheetRows,
} from './sheet.ts'

/** One line for a point with its device; without a point’s key, for the device alone. */
export const columns = [
  column('feed', '接入', 'Feed', 'text', { wanted: true, max: 64 }),
  column('deviceKey', '设备编码', 'Device key', 'text', { wanted: true, max: 64 }),
  column('deviceName', '设备名称', 'Device name', 'text', { wanted: true, max: 120 }),
  column('enterprise', '统一社会信用代码', 'Enterprise code', 'text', { max: 18 }),
  column('region', '行政区划', 'Region', 'text', { wanted: true, max: 6 }),
  column('lon', '经度', 'Longitude', 'number'),
  column('lat', '纬度', 'Latitude', 'number'),
  column('synthetic', '演练', 'Exercise', 'yes'),
  column('secret', '密码', 'Password', 'text', { max: 4_000 }),
  column('hosts', '允许地址', 'Allowed addresses', 'text', { max: 1_000 }),
  column('dialect', '协议参数', 'Parameters', 'text', { max: 8_000 }),
  column('pointKey', '测点编码', 'Point key', 'text', { max: 120 }),
  column('pointName', '测点名称', 'Point name', 'text', { max: 120 }),
  column('unit', '单位', 'Unit', 'text', { max: 20 }),
  column('kind', '类型', 'Kind', 'text', { max: 20 }),
  column('lowLow', '低低限', 'Low-low', 'number'),
  column('low', '低限', 'Low', 'number'),
  column('high', '高限', 'High', 'number'),
  column('highHigh', '高高限', 'High-high', 'number'),
  column('risePerMinute', '每分钟上升限', 'Rise a minute', 'number'),
  column('rangeLow', '量程下限', 'Range from', 'number'),
  column('rangeHigh', '量程上限', 'Range to', 'number'),
  column('deadband', '死区百分比', 'Deadband %', 'number'),
  column('onDelay', '触发延时秒', 'On delay s', 'whole'),
  column('offDelay', '恢复延时秒', 'Off delay s', 'whole'),
  column('reAlarmMinutes', '再报警分钟', 'Re-alarm min', 'whole'),
  column('shelvable', '可搁置', 'May be shelved', 'yes'),
  column('firstLevel', '一限级别', 'Level of the first', 'level'),
  column('outerLevel', '二限级别', 'Level of the outer', 'level'),
] as const

type Level = 1 | 2 | 3 | 4

export type DeviceEntry = {
  feed: string
  key: string
  name: string
  enterprise: string | null
  region: string
  lon: number | null
  lat: number | null
  synthetic: boolean
  /** Null: nothing is said, and what stands is kept. */
  secret: string | null
  hosts: string[] | null
  dialect: Record<string, unknown> | null
}
export type PointEntry = {
  key: string
  name: string
  unit: string | null
  kind: PointKind
  lowLow: number | null
  low: number | null
  high: number | null
  highHigh: number | null
  risePerMinute: number | null
  rangeLow: number | null
  rangeHigh: number | null
  deadband: number | null
  onDelay: number | null
  offDelay: number | null
  reAlarmMinutes: number | null
  shelvable: boolean
  firstLevel: Level | null
  outerLevel: Level | null
}
export type Entry = { line: number; device: DeviceEntry; point: PointEntry | null }
/** The first line names the columns. */
export const entriesOf = (rows: Cell[][]): { entries: Entry[]; faults: Fault[] } => {
  const { entries, faults } = readSheetRows(columns, rows, (line, cell) => {
    const entry = entryOf(line, cell)
    return { entry, faults: [...contradictions(entry), ...unreadable(line, cell)] }
  })
  return { entries: fillShared(entries), faults: [...faults, ...twice(entries)] }
}

const entryOf = (line: number, cell: CellReader): Entry => {
  const word = (name: string) => cell(name) as string | null
  const number = (name: string) => cell(name) as number | null
  const level = (name: string) => cell(name) as Level | null
  const key = word('pointKey')
  const device: DeviceEntry = {
    feed: word('feed')!,
    key: word('deviceKey')!,
    name: word('deviceName')!,
    enterprise: word('enterprise'),
    region: word('region')!,
    lon: number('lon'),
    lat: number('lat'),
    synthetic: cell('synthetic') === true,
    secret: word('secret'),
    hosts: readHosts(word('hosts') ?? '') ?? null,
    dialect: readDialect(word('dialect') ?? '') ?? null,
  }
  if (key === null) return { line, device, point: null }
  const point: PointEntry = {
    key,
    name: word('pointName') ?? key,
    unit: word('unit'),
    kind: (word('kind') ?? 'other') as PointKind,
    lowLow: number('lowLow'),
    low: number('low'),
    high: number('high'),
    highHigh: number('highHigh'),
    risePerMinute: number('risePerMinute'),
    rangeLow: number('rangeLow'),
    rangeHigh: number('rangeHigh'),
    deadband: number('deadband'),
    onDelay: number('onDelay'),
    offDelay: number('offDelay'),
    reAlarmMinutes: number('reAlarmMinutes'),
    shelvable: cell('shelvable') !== false,
    firstLevel: level('firstLevel'),
    outerLevel: level('outerLevel'),
  }
  return { line, device, point }
}

/** Neither says what was given: it may be a password in the wrong column. */
const unreadable = (line: number, cell: CellReader): Fault[] => {
  const [hosts, dialect, secret] = ['hosts', 'dialect', 'secret'].map(
    (name) => cell(name) as string | null,
  )
  return [
    ...(hosts && !readHosts(hosts)
      ? [
          fault(
            line,
            `允许地址：须为 IP 地址，最多 ${mostHosts} 个，或 * 表示不限`,
            `Addresses: at most ${mostHosts} of IP, or * for any`,
          ),
        ]
      : []),
    ...(dialect && !readDialect(dialect)
      ? [fault(line, '协议参数：须为 JSON 对象', 'Parameters: a JSON object')]
      : []),
    // It would be taken for the sign that a spreadsheet's formula is quoted with.
    ...(secret?.startsWith("'")
      ? [fault(line, '密码不能以撇号开头', 'A password begins with no apostrophe')]
      : []),
  ]
}

const contradictions = ({ line, device, point }: Entry): Fault[] => {
  const faults = misplaced(line, device)
  if (point === null) return faults
  if (!(pointKinds as readonly string[]).includes(point.kind))
    faults.push(fault(line, `没有“${point.kind}”这种类型`, `There is no kind “${point.kind}”`))
  const order = [point.lowLow, point.low, point.high, point.highHigh].filter((one) => one !== null)
  if (order.some((one, n) => n > 0 && one <= order[n - 1]!))
    faults.push(
      fault(
        line,
        '限值须依次增大：低低、低、高、高高',
        'Limits must rise: low-low, low, high, high-high',
      ),
    )
  if (point.rangeLow !== null && point.rangeHigh !== null && point.rangeHigh <= point.rangeLow)
    faults.push(fault(line, '量程上限须大于下限', 'The range must end above its beginning'))
  if (point.deadband !== null && (point.deadband < 0 || point.deadband > 50))
    faults.push(fault(line, '死区须在 0 到 50 之间', 'The deadband is 0 to 50 %'))
  if (lacksSpan(point))
    faults.push(
      fault(
        line,
        '只有一个限值时须填写量程（死区按量程计算），或将死区填为 0',
        'With one limit alone give the range, of which the deadband is a percentage, or a deadband of 0',
      ),
    )
  if (neverEnds(point))
    faults.push(
      fault(
        line,
        '死区不小于上下限之间的距离，报警将无法恢复',
        'The deadband is as wide as the limits are apart: an alarm could never end',
      ),
    )
  return faults
}

const nameOf = ({ feed, key }: DeviceEntry) => JSON.stringify([feed, key])
const sharedColumns = ['secret', 'hosts', 'dialect'] as const

/** What one line says of a device counts for its others, too. */
const fillShared = (entries: Entry[]): Entry[] => {
  const shared = new Map<string, Partial<DeviceEntry>>()
  for (const { device } of entries) {
    const given = Object.fromEntries(
      sharedColumns.flatMap((name) => (device[name] === null ? [] : [[name, device[name]]])),
    )
    shared.set(nameOf(device), { ...given, ...shared.get(nameOf(device)) })
  }
  return entries.map((entry) => ({
    ...entry,
    device: { ...entry.device, ...shared.get(nameOf(entry.device)) },
  }))
}

/** The same point twice, or one device told in two ways; where a line is silent, it agrees. */
const twice = (entries: Entry[]): Fault[] => {
  const points = new Map<string, number>()
  const devices = new Map<string, { line: number; device: DeviceEntry }>()
  const differ = (one: DeviceEntry, other: DeviceEntry) =>
    Object.entries(one).some(([name, value]) => {
      const beside = other[name as keyof DeviceEntry]
      const silent =
        (sharedColumns as readonly string[]).includes(name) && (value === null || beside === null)
      return !silent && JSON.stringify(value) !== JSON.stringify(beside)
    })
  return entries.flatMap(({ line, device, point }) => {
    const name = nameOf(device)
    const before = devices.get(name) ?? { line, device: device }
    devices.set(name, before)
    if (differ(device, before.device))
      return [
        fault(
          line,
          `与第 ${before.line} 行的同一设备不一致`,
          `Differs from line ${before.line} about the device`,
        ),
      ]
    if (point === null) return []
    const key = JSON.stringify([name, point.key])
    const first = points.get(key)
    points.set(key, first ?? line)
    return first === undefined
      ? []
      : [fault(line, `与第 ${first} 行是同一测点`, `The same point as in line ${first}`)]
  })
}
