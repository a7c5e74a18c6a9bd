// Where on the shared time axis does each part of a clock lie?

import { civilDate } from '../../domain/time/instant.ts'
import type { ClockView, EscalationLevelView } from '../../domain/views/case-views.ts'
import { locale, t } from '../client/words.ts'
import { showDateShort, showEscalationLevel } from '../screen/time.ts'

const day = 86_400_000
export const pad = 16
const ms = (at: string) => Date.parse(at.length === 10 ? `${at}T00:00:00+08:00` : at)

export type Scale = { from: number; to: number; width: number; x: (at: number) => number }
export type Segment = { kind: 'used' | 'paused' | 'left' | 'late'; x: number; width: number }
export type Mark = {
  x: number
  row: number
  anchor: 'start' | 'end'
  label: string
  look: 'fired' | 'acknowledged' | 'planned' | 'off'
  escalationLevel: EscalationLevelView
}
export type Lane = {
  clock: ClockView
  top: number
  height: number
  segments: Segment[]
  dueX: number
  marks: Mark[]
}
export type Tick = { x: number; label: string }

/** One axis for all clocks of the case: from the first start to the last due date or level. */
export const scaleOf = (clocks: ClockView[], now: number, width: number): Scale => {
  const starts = clocks.map((clock) => ms(clock.startedAt))
  const ends = clocks.flatMap((clock) => [
    ms(clock.dueAt),
    ...(clock.endedAt ? [ms(clock.endedAt)] : []),
    ...clock.escalationLevels
      .filter(isDrawn)
      .map((escalationLevel) => ms(escalationLevel.firedAt ?? escalationLevel.plannedAt)),
  ])
  const running = clocks.some((clock) => clock.endedAt === null)
  const from = Math.min(...starts)
  const last = Math.max(...ends, running ? now : 0)
  const margin = Math.max(day, (last - from) * 0.04)
  const to = last + margin
  const begin = from - margin / 2
  return {
    from: begin,
    to,
    width,
    x: (at) => pad + ((at - begin) / (to - begin)) * (width - 2 * pad),
  }
}

const isDrawn = (escalationLevel: EscalationLevelView) =>
  escalationLevel.status !== 'cancelled' || escalationLevel.firedAt !== null

const steps = [1, 2, 7, 14, 30, 61, 91, 182, 365].map((days) => days * day)

export const ticksOf = (scale: Scale): Tick[] => {
  const room = Math.max(2, Math.floor(scale.width / 96))
  const step = steps.find((one) => (scale.to - scale.from) / one <= room) ?? 730 * day
  const first = ms(civilDate(new Date(scale.from + step * 0.5).toISOString()))
  const ticks: Tick[] = []
  for (let at = first; at < scale.to - step * 0.1; at += step) {
    if (at >= scale.from)
      ticks.push({ x: scale.x(at), label: showDateShort(civilDate(new Date(at).toISOString())) })
  }
  return ticks
}

const cut = (scale: Scale, kind: Segment['kind'], from: number, to: number): Segment[] =>
  to > from ? [{ kind, x: scale.x(from), width: Math.max(1, scale.x(to) - scale.x(from)) }] : []

/** Used and left are drawn under the pauses, which lie over them. */
const segmentsOf = (clock: ClockView, scale: Scale, now: number): Segment[] => {
  const [start, due] = [ms(clock.startedAt), ms(clock.dueAt)]
  const until = clock.endedAt ? ms(clock.endedAt) : now
  const reached = Math.min(until, due)
  return [
    ...cut(scale, 'left', Math.max(start, reached), due),
    ...cut(scale, 'used', start, reached),
    ...cut(scale, 'late', due, until),
    ...clock.pauses.flatMap((pause) =>
      cut(scale, 'paused', ms(pause.from), pause.to ? ms(pause.to) : Math.max(now, ms(pause.from))),
    ),
  ]
}

const lookOf = (escalationLevel: EscalationLevelView): Mark['look'] =>
  escalationLevel.acknowledgedAt
    ? 'acknowledged'
    : escalationLevel.firedAt
      ? 'fired'
      : escalationLevel.status === 'planned' || escalationLevel.status === 'held'
        ? 'planned'
        : 'off'

/** About how wide a label is drawn, px: without asking the page. */
export const widthOf = (label: string) =>
  [...label].reduce((sum, char) => sum + (char.charCodeAt(0) > 0x2e80 ? 12 : 6.6), 0)

/** Labels that would lie over each other go one row down. */
const marksOf = (clock: ClockView, scale: Scale): Mark[] => {
  const ends: number[] = []
  return clock.escalationLevels
    .filter(isDrawn)
    .map((escalationLevel) => ({
      escalationLevel,
      at: ms(escalationLevel.firedAt ?? escalationLevel.plannedAt),
    }))
    .sort((a, b) => a.at - b.at)
    .map(({ escalationLevel, at }) => {
      const label = `${t(escalationLevel.words)}${locale() === 'zh' ? ' ' : ', '}${showEscalationLevel(clock, new Date(at).toISOString())}`
      const x = scale.x(at)
      const width = widthOf(label) + 14
      const anchor = x + width > scale.width - 4 ? 'end' : 'start'
      const left = anchor === 'start' ? x - 6 : x - width
      const free = ends.findIndex((end) => end < left)
      const row = free < 0 ? ends.length : free
      ends[row] = left + width + 6
      return { x, row, anchor, label, look: lookOf(escalationLevel), escalationLevel }
    })
}

export const lanesOf = (clocks: ClockView[], scale: Scale, now: number): Lane[] => {
  let top = 28
  return clocks.map((clock) => {
    const marks = marksOf(clock, scale)
    const rows = marks.reduce((most, mark) => Math.max(most, mark.row + 1), 0)
    const lane = {
      clock,
      top,
      height: 54 + rows * 18,
      segments: segmentsOf(clock, scale, now),
      dueX: scale.x(ms(clock.dueAt)),
      marks,
    }
    top += lane.height
    return lane
  })
}
