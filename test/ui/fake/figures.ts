// What does the fake answer for the figures of the desk?
import { histogramOf, measuresOf } from '../../../domain/duty/figures.ts'

const ago = (seconds: number) => new Date(Date.now() - seconds * 1_000).toISOString()
export const things = [
  '甲醇储罐 液位',
  '一号反应釜 压力',
  '氯气库 泄漏探测',
  '装卸区 可燃气体',
  '循环水 流量',
]

export const figuresOf = (days: number, exercise: boolean) => {
  const bins = Array.from({ length: 160 }, (_, n) => ({
    bin: n * 3,
    n: n % 40 === 7 ? 14 : (n % 4) + 1,
  }))
  const top = Array.from({ length: 10 }, (_, n) => ({
    key: `k${n}`,
    name: `${things[n % 5]} ${n}`,
    n: 60 - 5 * n,
    share: 8 - n / 2,
  }))
  const levels: [number, number, number, number] = [3, 40, 110, 300]
  const periods = days * 100
  const counted = {
    periods,
    total: 453,
    bins,
    top,
    levels,
    chattering: 4,
    fleeting: 11,
    stale: 2,
    closed: 420,
    closedWithoutAct: 9,
  }
  const ages = {
    oldestUnacknowledgedSeconds: 1_900,
    unacknowledgedMedianSeconds: 130,
    plantSecondsP95: 1.4,
  }
  return {
    now: ago(0),
    since: ago(days * 86_400),
    days,
    periods,
    exercise,
    total: 453,
    top,
    levels,
    byDay: [],
    measures: measuresOf({ ...counted, ...ages }),
    histogram: histogramOf(bins, periods),
  }
}
