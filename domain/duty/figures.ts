// What do the alarms of some days say of the desk: floods, shares, the worst offenders?
import { type Text, text } from '../language/words.ts'
import type { Measure } from './views.ts'

/** Of a ten-minute period, counted from the epoch, that had new alarms. */
export type Bin = { bin: number; n: number }

/** A flood begins with more than ten new alarms in ten minutes and ends below five (IEC 62682). */
const [begins, ends] = [10, 5]

/** How many ten-minute periods lay in a flood. */
export const floodedBins = (bins: Bin[]): number => {
  let flooded = 0
  let on = false
  let last = Number.NaN
  for (const { bin, n } of [...bins].sort((a, b) => a.bin - b.bin)) {
    if (bin !== last + 1) on = false
    on = on ? n >= ends : n > begins
    if (on) flooded += 1
    last = bin
  }
  return flooded
}

/** Periods with so many new alarms: 0, 1 … 10, more. */
export const histogramOf = (bins: Bin[], periods: number): number[] => {
  const counts = Array.from({ length: 12 }, () => 0)
  for (const { n } of bins) counts[Math.min(11, n)]! += 1
  counts[0] = Math.max(0, periods - bins.length)
  return counts
}

/** Of the ten minutes of every figure, seconds. */
export const periodSeconds = 600
export const periodsADay = 144
/** Six hours: from less, what rings in a day or how often it floods is guessed, and nobody is judged by it. */
const fewestPeriods = 36

export type Counted = {
  /** Ten-minute periods in which at least one line was heard, or something rang: the time that figures are divided by (ISA-18.2). */
  periods: number
  total: number
  bins: Bin[]
  top: { n: number }[]
  levels: [number, number, number, number]
  chattering: number
  fleeting: number
  stale: number
  oldestUnacknowledgedSeconds: number
  unacknowledgedMedianSeconds: number
  plantSecondsP95: number | null
  closedWithoutAct: number
  closed: number
}

const percent = text('%', '%')
const none = text('', '')
const belowOne = text('小于 1%', 'below 1 %')
const seconds = text('秒', 's')
const times = text('次', '')
const share = (part: number, whole: number): number =>
  whole === 0 ? 0 : Math.round((1000 * part) / whole) / 10

type Judged = [id: string, words: Text, value: number, unit: Text, target: Text, ok: boolean | null]

/** Each figure with its target; `ok` null: no target is known. Averages hide floods, so the histogram stands beside them. */
export const measuresOf = (of: Counted): Measure[] =>
  [...rates(of).map(unlessGuessed(of)), ...nuisances(of), ...shares(of), ...ages(of)].map(
    ([id, words, value, unit, target, ok]) => ({
      id,
      words,
      value,
      unit,
      target,
      ok: of.total === 0 ? null : ok,
    }),
  )

const unlessGuessed =
  ({ periods }: Counted) =>
  ([id, words, value, unit, target, ok]: Judged): Judged => [
    id,
    words,
    value,
    unit,
    target,
    periods < fewestPeriods && id !== 'most' ? null : ok,
  ]

/** By the time observed: a line that was away has not been quiet. */
const rates = ({ periods, total, bins }: Counted): Judged[] => {
  const hours = new Map<number, number>()
  for (const { bin, n } of bins)
    hours.set(Math.floor(bin / 6), (hours.get(Math.floor(bin / 6)) ?? 0) + n)
  const perDay = periods === 0 ? 0 : total / (periods / periodsADay)
  const most = Math.max(0, ...bins.map(({ n }) => n))
  const busy = share(bins.filter(({ n }) => n > begins).length, periods)
  const busyHours = share([...hours.values()].filter((n) => n > 30).length, periods / 6)
  const flood = share(floodedBins(bins), periods)
  return [
    [
      'per-day',
      text('每日报警', 'Alarms a day'),
      round(perDay),
      times,
      text('约 150，不超过 300', 'about 150, 300 at most'),
      perDay <= 300,
    ],
    [
      'per-hour',
      text('每小时平均', 'An hour on average'),
      round(perDay / 24),
      times,
      text('6，不超过 12', '6, 12 at most'),
      perDay / 24 <= 12,
    ],
    [
      'most',
      text('十分钟内最多', 'Most in ten minutes'),
      most,
      times,
      text('不超过 10', '10 at most'),
      most <= 10,
    ],
    [
      'busy',
      text('十分钟超过 10 次的时段', 'Ten minutes with more than 10'),
      busy,
      percent,
      belowOne,
      busy < 1,
    ],
    [
      'busy-hours',
      text('一小时超过 30 次', 'Hours with more than 30'),
      busyHours,
      percent,
      belowOne,
      busyHours < 1,
    ],
    ['flood', text('处于洪泛的时间', 'Time in flood'), flood, percent, belowOne, flood < 1],
  ]
}

const nuisances = ({ top, total, chattering, fleeting, stale }: Counted): Judged[] => {
  const ten = share(
    top.reduce((sum, { n }) => sum + n, 0),
    total,
  )
  return [
    [
      'top',
      text('前十位所占', 'Share of the top ten'),
      ten,
      percent,
      text('小于 5%', 'below 5 %'),
      ten < 5,
    ],
    [
      'chattering',
      text('抖动报警', 'Chattering'),
      chattering,
      times,
      text('0', '0'),
      chattering === 0,
    ],
    ['fleeting', text('瞬时报警', 'Fleeting'), fleeting, times, text('0', '0'), fleeting === 0],
    [
      'stale',
      text('超过 24 小时未消除', 'Standing for over 24 h'),
      stale,
      times,
      text('少于 5', 'fewer than 5'),
      stale < 5,
    ],
  ]
}

const shares = ({ levels: [red, orange, yellow, blue] }: Counted): Judged[] => {
  const all = red + orange + yellow + blue
  return [
    [
      'red',
      text('一级所占', 'Share of level 1'),
      share(red, all),
      percent,
      belowOne,
      share(red, all) < 1,
    ],
    [
      'orange',
      text('二级所占', 'Share of level 2'),
      share(orange, all),
      percent,
      text('约 5%', 'about 5 %'),
      null,
    ],
    [
      'yellow',
      text('三级所占', 'Share of level 3'),
      share(yellow, all),
      percent,
      text('约 15%', 'about 15 %'),
      null,
    ],
    [
      'blue',
      text('四级所占', 'Share of level 4'),
      share(blue, all),
      percent,
      text('约 80%', 'about 80 %'),
      null,
    ],
  ]
}

const ages = (of: Counted): Judged[] => {
  const plant = of.plantSecondsP95
  return [
    [
      'unacknowledged',
      text('最久未接警', 'Oldest not acknowledged'),
      of.oldestUnacknowledgedSeconds,
      seconds,
      none,
      null,
    ],
    [
      'unacknowledged-median',
      text('未接警时长中位', 'Median age not acknowledged'),
      of.unacknowledgedMedianSeconds,
      seconds,
      none,
      null,
    ],
    [
      'without-act',
      text('无人接警即结束', 'Ended without anybody'),
      share(of.closedWithoutAct, of.closed),
      percent,
      none,
      null,
    ],
    ...(plant === null
      ? []
      : ([
          [
            'plant',
            text('接警回传现场（95%）', 'Back to the plant (95 %)'),
            round(plant),
            seconds,
            none,
            null,
          ],
        ] satisfies Judged[])),
  ]
}

const round = (value: number): number => Math.round(value * 10) / 10
