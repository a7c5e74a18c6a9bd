// What does the fake answer for lines, the desk's people, and one device with its run?

import type { DeviceView, TrendView } from '../../../contract/devices/devices.ts'
import type { DutyView, FeedHealth, NoteView, ShiftView } from '../../../contract/duty/desk.ts'
import type { AlarmRow } from '../../../domain/duty/views.ts'
import { text } from '../../../domain/language/words.ts'

const ago = (seconds: number) => new Date(Date.now() - seconds * 1_000).toISOString()

export const feedsNow = (silent: boolean): FeedHealth => {
  const feed = (
    id: string,
    name: string,
    protocol: string,
    more: Partial<FeedHealth['items'][number]> = {},
  ) => ({
    id,
    name,
    protocol,
    state: 'connected' as const,
    enabled: true,
    paused: null,
    silent: false,
    connections: 1,
    lastSeenAt: ago(4),
    lastFrameAt: ago(4),
    lagMs: 240,
    silenceSeconds: 300,
    frames: 900,
    faults: 2,
    detail: '',
    devices: { total: 30, reporting: 30 },
    badPoints: 1,
    gaps: 0,
    gapSince: null,
    synthetic: true,
    ...more,
  })
  const quiet = {
    silent: true,
    state: 'down' as const,
    lastFrameAt: ago(900),
    gapSince: ago(900),
    gaps: 1,
    devices: { total: 7, reporting: 0 },
  }
  const river = feed(
    'river',
    '水情',
    'sl651',
    silent ? quiet : { devices: { total: 7, reporting: 7 } },
  )
  return {
    now: ago(0),
    heartbeatAt: ago(4),
    signals: { total: 37, good: silent ? 30 : 37, awaited: silent ? 2 : 0, resting: 0 },
    workflowDelaySeconds: silent ? 42 : 0,
    waiting: silent ? 3 : 0,
    outOfService: 0,
    items: [feed('park', '化工园区', 'opcua'), river],
  }
}

export const deskOf = (
  name: string,
  { shifts, notes }: { shifts: ShiftView[]; notes: NoteView[] },
): DutyView => ({
  now: ago(0),
  region: '330803',
  current: shifts[0] ?? null,
  mine: shifts[0]?.person.name === name,
  mayKeep: true,
  desks: [{ region: '330803', name: text('衢江区', 'Qujiang District') }],
  shifts,
  notes,
  reach: [
    {
      post: text('衢江区应急管理局 · 值班员', 'Duty officer, Qujiang bureau'),
      people: [{ name: '陈晓东', lacks: [] }],
    },
    {
      post: text('衢江区应急管理局 · 领导', 'Leader, Qujiang bureau'),
      people: [{ name: '高志强', lacks: [text('没有邮箱', 'has no e-mail')] }],
    },
    {
      post: text('衢州市应急指挥中心 · 值班员', 'Duty officer, Quzhou command centre'),
      people: [],
    },
  ],
})

export const deviceView = (alarms: AlarmRow[]): DeviceView => ({
  now: ago(0),
  id: '0a000000-0000-4000-8000-000000000001',
  key: 'T-101',
  name: '甲醇储罐',
  feed: { id: 'park', name: '化工园区' },
  protocol: 'opcua',
  synthetic: true,
  enterprise: { id: 'e1', name: '浙江衢化氟材料有限公司' },
  region: text('柯城区', 'Kecheng District'),
  lon: 118.9,
  lat: 28.9,
  since: ago(9e6),
  until: null,
  lastSeenAt: ago(2),
  silent: false,
  signs: [{ sign: 'clock', text: '时钟偏差 3 秒', at: ago(4_000) }],
  position: null,
  points: [
    {
      id: 7,
      key: 'LT-101',
      name: '液位',
      unit: 'm',
      kind: 'level',
      lowLow: null,
      low: 1,
      high: 8,
      highHigh: 9,
      rangeLow: 0,
      rangeHigh: 12,
      risePerMinute: null,
      at: ago(2),
      receivedAt: ago(1),
      value: 8.42,
      quality: 'good',
      late: false,
      retired: false,
    },
    {
      id: 8,
      key: 'PT-101',
      name: '压力',
      unit: 'MPa',
      kind: 'pressure',
      lowLow: null,
      low: null,
      high: 0.6,
      highHigh: 0.8,
      rangeLow: 0,
      rangeHigh: 1,
      risePerMinute: null,
      at: ago(90),
      receivedAt: ago(90),
      value: null,
      quality: 'bad',
      late: false,
      retired: false,
    },
  ],
  alarms,
  permits: [],
  mayTakeOut: true,
  cases: [
    { id: 'case-1', number: '报警-2026-0001', title: '甲醇储罐 LT-101 液位高高', open: true },
  ],
})

export const trendOf = (from: string, to: string): TrendView => {
  const [start, end] = [Date.parse(from) / 1_000, Date.parse(to) / 1_000]
  const n = 240
  const at = Array.from({ length: n }, (_, i) => start + ((end - start) * i) / n)
  const level = (i: number) => 6 + 2.6 * Math.sin(i / 38) + 0.15 * Math.sin(i * 2.1)
  const value = at.map((_, i) => (i > 90 && i < 120 ? null : level(i)))
  return {
    now: ago(0),
    from,
    to,
    step: end - start > 7_200 ? 60 : 0,
    at,
    value,
    bad: value.map((one) => (one === null ? 3 : 0)),
    least: value.map((one) => (one === null ? null : one - 0.3)),
    most: value.map((one) => (one === null ? null : one + 0.3)),
    point: { id: 7, name: '液位', unit: 'm', lowLow: null, low: 1, high: 8, highHigh: 9 },
    marks: [
      {
        at: new Date(at[40]! * 1_000).toISOString(),
        level: 3,
        words: text('报警', 'Raised'),
        alarm: 'alarm-0',
      },
      {
        at: new Date(at[75]! * 1_000).toISOString(),
        level: 3,
        words: text('恢复正常', 'Returned to normal'),
        alarm: 'alarm-0',
      },
    ],
  }
}
