// Which alarms does the fake have, and how do they stand?
import type { AlarmList } from '../../../contract/duty/alarms.ts'
import type { NoteView, ShiftView } from '../../../contract/duty/desk.ts'
import { adviceFor } from '../../../domain/duty/first-acts.ts'
import type { AlarmBox, AlarmLevel, AlarmReading, AlarmRow } from '../../../domain/duty/views.ts'
import { text } from '../../../domain/language/words.ts'
import { things } from './figures.ts'
import { theDevice as device, noPermits } from './permits.ts'

export const ago = (seconds: number) => new Date(Date.now() - seconds * 1_000).toISOString()

const places = [
  ['330802', text('柯城区', 'Kecheng District')],
  ['330803', text('衢江区', 'Qujiang District')],
  ['330881', text('江山市', 'Jiangshan City')],
] as const

const sites = ['衢州市蓝溪精密铸造有限公司', '浙江衢化氟材料有限公司', '江山南方水泥有限公司']
const kinds = ['level', 'pressure', 'gas', 'gas', 'flow']

export const alarm = (n: number, more: Partial<AlarmRow> = {}): AlarmRow => {
  const kind = kinds[n % 5]!
  const [regionCode, region] = places[n % 3]!
  const level = ([2, 3, 1, 3, 4] as const)[n % 5]!
  return {
    id: `alarm-${n}`,
    seq: 1,
    feed: 'park',
    device,
    point: 'LT-101',
    pointId: 7,
    condition: text('超上限', 'High'),
    kind,
    region,
    regionCode,
    name: `${things[n % 5]} ${n}`,
    enterprise: { id: `e${n % 3}`, name: sites[n % 3]! },
    site: `e${n % 3}`,
    active: true,
    acked: n % 7 === 6,
    telephone: n % 3 === 1 ? null : '0570-3012345',
    ackedBy: n % 7 === 6 ? '王建军' : null,
    ackedAt: null,
    latched: false,
    shelvedUntil: null,
    shelvedBy: null,
    shelvedReason: null,
    suppressed: false,
    outOfService: false,
    stale: n % 11 === 4,
    doubtful: n === 1,
    unwatched: false,
    chattering: n % 13 === 5,
    fleeting: false,
    level: level as AlarmLevel,
    value: 8.4 + n / 10,
    limit: 8,
    unit: kind === 'gas' ? '%LEL' : 'm',
    text: '液位高',
    lon: null,
    lat: null,
    raisedAt: ago(60 + n * 40),
    rtnAt: null,
    synthetic: n % 2 === 0,
    caseId: n % 4 === 0 ? 'case-1' : null,
    flood: false,
    ...adviceFor({ kind, condition: 'high' }),
    next:
      n === 0
        ? {
            words: text('呼叫县级值班领导', 'The county’s leader is called'),
            at: new Date(Date.now() + 754_000).toISOString(),
          }
        : null,
    mayDeclareOver: n === 1,
    keeper: null,
    isKeeper: true,
    noAcknowledging: null,
    noShelving:
      level === 1
        ? text('一级可燃有毒气体不得由值班室搁置', 'Level 1 gas is not shelved by the desk')
        : null,
    ...noPermits,
    ...more,
  }
}

export const state = {
  alarms: [] as AlarmRow[],
  flood: false,
  silent: false,
  keys: new Map<string, string>(),
  notes: [] as NoteView[],
  shifts: [] as ShiftView[],
  reads: 0,
  raised: 0,
}

const boxOf = (row: AlarmRow): AlarmBox | 'done' => {
  if (row.shelvedUntil) return 'shelved'
  if (row.outOfService || row.suppressed) return 'out'
  if (row.active) return 'active'
  return row.acked ? 'done' : 'returned'
}
const order = (a: AlarmRow, b: AlarmRow) =>
  Number(a.acked) - Number(b.acked) ||
  Number(b.active) - Number(a.active) ||
  a.level - b.level ||
  (a.raisedAt < b.raisedAt ? 1 : -1)

const whyNot = (row: AlarmRow, mayAct: boolean) => {
  if (!mayAct) return text('由该地区的值班员办理', 'For the duty officers of the region')
  return row.acked ? text('已接警', 'It is acknowledged') : row.noAcknowledging
}

export const listOf = (box: AlarmReading, limit: number, mayAct: boolean): AlarmList => {
  const of = (name: AlarmBox) => state.alarms.filter((row) => boxOf(row) === name)
  const level = (n: number) => of('active').filter((row) => row.level === n).length
  const unanswered = state.alarms.filter(
    (row) => !row.acked && ['active', 'returned'].includes(boxOf(row)),
  )
  const waiting = unanswered.length
  const here = (box === 'waiting' ? unanswered : of(box)).sort(order)
  return {
    now: ago(0),
    items: here.slice(0, limit).map((row) => ({ ...row, noAcknowledging: whyNot(row, mayAct) })),
    total: here.length,
    counts: {
      active: of('active').length,
      shelved: of('shelved').length,
      out: of('out').length,
      returned: of('returned').length,
    },
    unacknowledged: mayAct ? waiting : 0,
    unacknowledgedElsewhere: mayAct ? 0 : waiting,
    levels: [level(1), level(2), level(3), level(4)],
    floods: state.flood
      ? [
          {
            site: 'e1',
            name: sites[1]!,
            since: ago(300),
            n: of('active').filter(({ site }) => site === 'e1').length,
          },
        ]
      : [],
    rate: Array.from({ length: 36 }, (_, n) =>
      state.flood && n > 32 ? 14 + n - 32 : n % 5 === 0 ? 2 : n % 3,
    ),
  }
}
