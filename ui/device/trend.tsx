// How does a measurement run, between its limits and its alarms? (uPlot, in a chunk of its own)
import { createEffect, onCleanup, onMount } from 'solid-js'
import uPlot from 'uplot'
import type { TrendView } from '../../contract/devices/devices.ts'
import 'uplot/dist/uPlot.min.css'
import { locale } from '../client/words.ts'
import { gapsOf } from './hatch.ts'

const levelColours = { 1: '#c8102e', 2: '#b25600', 3: '#7a5c00', 4: '#0b5cad' } as const
const ink = '#24323f'
const tall = 300

/** Stripes for what is not known. */
const stripes = (context: CanvasRenderingContext2D): CanvasPattern | string => {
  const tile = document.createElement('canvas')
  tile.width = 8
  tile.height = 8
  const pen = tile.getContext('2d')
  if (!pen) return '#dfe4e9'
  pen.strokeStyle = '#a9b1bb'
  pen.lineWidth = 1.5
  pen.beginPath()
  pen.moveTo(-2, 10)
  pen.lineTo(10, -2)
  pen.stroke()
  return context.createPattern(tile, 'repeat') ?? '#dfe4e9'
}

type Limit = [value: number | null, colour: string, dash: number[]]
const limitsOf = ({ point }: TrendView): Limit[] => [
  [point.highHigh, '#c8102e', []],
  [point.high, '#b25600', [6, 4]],
  [point.low, '#b25600', [6, 4]],
  [point.lowLow, '#c8102e', []],
]

/** Bands beyond the limits, hatching, limit lines; under the curve. */
const ground = (plot: uPlot, trend: TrendView): void => {
  const { ctx, bbox } = plot
  const x = (at: number) => plot.valToPos(at, 'x', true)
  const y = (value: number) => plot.valToPos(value, 'y', true)
  ctx.save()
  ctx.beginPath()
  ctx.rect(bbox.left, bbox.top, bbox.width, bbox.height)
  ctx.clip()
  const { high, low } = trend.point
  ctx.fillStyle = 'rgba(178, 86, 0, 0.08)'
  if (high !== null) ctx.fillRect(bbox.left, bbox.top, bbox.width, Math.max(0, y(high) - bbox.top))
  if (low !== null)
    ctx.fillRect(bbox.left, y(low), bbox.width, Math.max(0, bbox.top + bbox.height - y(low)))
  ctx.fillStyle = stripes(ctx)
  const until = Math.min(Date.parse(trend.now), Date.parse(trend.to)) / 1_000
  for (const [from, to] of gapsOf(trend.at, trend.value, trend.step, until))
    ctx.fillRect(x(from), bbox.top, Math.max(2, x(to) - x(from)), bbox.height)
  for (const [value, colour, dash] of limitsOf(trend)) {
    if (value === null) continue
    ctx.strokeStyle = colour
    ctx.lineWidth = 1.5
    ctx.setLineDash(dash)
    ctx.beginPath()
    ctx.moveTo(bbox.left, y(value))
    ctx.lineTo(bbox.left + bbox.width, y(value))
    ctx.stroke()
  }
  ctx.restore()
}

/** A line with a flag for each event of an alarm; above the curve. */
const marks = (plot: uPlot, trend: TrendView): void => {
  const { ctx, bbox } = plot
  ctx.save()
  for (const { at, level } of trend.marks) {
    const x = plot.valToPos(Date.parse(at) / 1_000, 'x', true)
    if (x < bbox.left || x > bbox.left + bbox.width) continue
    ctx.fillStyle = levelColours[level]
    ctx.fillRect(x - 0.75, bbox.top, 1.5, bbox.height)
    ctx.font = `bold ${12 * devicePixelRatio}px sans-serif`
    ctx.fillText(String(level), x + 3, bbox.top + 13 * devicePixelRatio)
  }
  ctx.restore()
}

/** The scale holds the limits too, so that their distance is seen. */
const rangeOf = ({ value, least, most, point }: TrendView): [number, number] => {
  const all = [
    ...value,
    ...least,
    ...most,
    point.low,
    point.lowLow,
    point.high,
    point.highHigh,
  ].filter((n): n is number => n !== null)
  if (all.length === 0) return [0, 1]
  const [from, to] = [Math.min(...all), Math.max(...all)]
  const room = Math.max((to - from) * 0.08, Math.abs(to) * 0.01, 1e-6)
  return [from - room, to + room]
}

const times = (options: Intl.DateTimeFormatOptions) =>
  new Intl.DateTimeFormat(locale() === 'zh' ? 'zh-CN' : 'en-GB', {
    timeZone: 'Asia/Shanghai',
    hour12: false,
    ...options,
  })

const axisTimes = (_: uPlot, at: number[], __: number, ___: number, step: number): string[] => {
  const format = times(
    step >= 86_400
      ? { month: '2-digit', day: '2-digit' }
      : { hour: '2-digit', minute: '2-digit', ...(step < 60 ? { second: '2-digit' } : {}) },
  )
  return at.map((one) => format.format(new Date(one * 1_000)))
}

const dataOf = ({ at, value, least, most }: TrendView): uPlot.AlignedData => [
  at,
  value,
  least,
  most,
]

const optionsOf = (width: number, trend: () => TrendView): uPlot.Options => ({
  width,
  height: tall,
  legend: { show: false },
  cursor: { drag: { x: false, y: false } },
  scales: {
    x: { range: () => [Date.parse(trend().from) / 1_000, Date.parse(trend().to) / 1_000] },
    y: { range: () => rangeOf(trend()) },
  },
  axes: [
    { values: axisTimes, stroke: ink },
    { stroke: ink, size: 56 },
  ],
  series: [
    {},
    { stroke: ink, width: 1.75, spanGaps: false, points: { show: false } },
    { stroke: 'transparent', points: { show: false } },
    { stroke: 'transparent', points: { show: false } },
  ],
  bands: [{ series: [3, 2], fill: 'rgba(52, 83, 111, 0.18)' }],
  hooks: { drawClear: [(plot) => ground(plot, trend())], draw: [(plot) => marks(plot, trend())] },
})

const Trend = (props: { trend: TrendView; label: string }) => {
  let box: HTMLDivElement | undefined
  let plot: uPlot | undefined
  onMount(() => {
    if (!box) return
    plot = new uPlot(
      optionsOf(box.clientWidth, () => props.trend),
      dataOf(props.trend),
      box,
    )
    const observer = new ResizeObserver(
      () => box && plot?.setSize({ width: box.clientWidth, height: tall }),
    )
    observer.observe(box)
    onCleanup(() => {
      observer.disconnect()
      plot?.destroy()
    })
  })
  createEffect(() => {
    const data = dataOf(props.trend)
    plot?.setData(data)
  })
  return (
    <div
      ref={(element) => (box = element)}
      class="device-trend"
      role="img"
      aria-label={props.label}
    />
  )
}

export default Trend
