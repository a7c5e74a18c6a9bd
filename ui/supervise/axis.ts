// Where on the wall's shared time axis lie the parts of a lane?

import type { WallEscalationLevel, WallLane } from '../../contract/supervision/supervision.ts'
import { fill } from '../../domain/language/words.ts'
import { t } from '../client/words.ts'
import { type Scale, widthOf } from '../clock/lanes.ts'
import { superviseWords as w } from './words.ts'

const day = 86_400_000
const pad = 4
const labelRows = 3
const ms = (at: string) => Date.parse(at.length === 10 ? `${at}T00:00:00+08:00` : at)

export const spans = [30, 60, 120, 240, 480, 960]

/** `span` days with today a third from the left, moved by `shift` days. */
export const axisOf = (now: number, span: number, shift: number, width: number): Scale => {
  const from = now + (shift - span / 3) * day
  const to = from + span * day
  return { from, to, width, x: (at) => pad + ((at - from) / (to - from)) * (width - 2 * pad) }
}

export type Part = { kind: 'used' | 'paused' | 'left' | 'late'; x: number; width: number }
export type Label = {
  x: number
  row: number | null
  anchor: 'start' | 'end'
  words: string
  status: WallEscalationLevel['status'] | 'pause'
}

const inside = (axis: Scale, at: number) => at >= axis.from && at <= axis.to

const cut = (axis: Scale, kind: Part['kind'], from: number, to: number): Part[] => {
  const [begin, end] = [Math.max(from, axis.from), Math.min(to, axis.to)]
  return end > begin
    ? [{ kind, x: axis.x(begin), width: Math.max(1.5, axis.x(end) - axis.x(begin)) }]
    : []
}

/** Used and left lie under the pauses; what is late begins at the legal end. */
export const partsOf = ({ clock }: WallLane, axis: Scale, now: number): Part[] => {
  const [start, due] = [ms(clock.startedAt), ms(clock.dueAt)]
  const reached = Math.min(now, due)
  return [
    ...cut(axis, 'left', Math.max(start, reached), due),
    ...cut(axis, 'used', start, reached),
    ...cut(axis, 'late', due, now),
    ...clock.pauses.flatMap(({ from, to }) =>
      cut(axis, 'paused', ms(from), to ? ms(to) + day : Math.max(now, ms(from) + day)),
    ),
  ]
}

/** The legal end, where it lies on the axis. */
export const endOf = ({ clock }: WallLane, axis: Scale): number | null =>
  inside(axis, ms(clock.dueAt)) ? axis.x(ms(clock.dueAt)) : null

type Named = { at: number; words: string; status: Label['status'] }

/** Who has put his name under a level stands beside it, or else who has answered its call. */
const levelText = ({ words, acknowledgedBy, answered }: WallEscalationLevel): string => {
  const escalationLevel = t(words)
  if (acknowledgedBy) return t(fill(w.signedBy, { escalationLevel, name: acknowledgedBy }))
  return answered
    ? t(fill(w.answeredBy, { escalationLevel, name: answered.name }))
    : escalationLevel
}

const named = ({ clock, escalationLevels }: WallLane): Named[] => [
  ...escalationLevels.map((escalationLevel) => ({
    at: ms(escalationLevel.firedAt ?? escalationLevel.plannedAt),
    words: levelText(escalationLevel),
    status: escalationLevel.status,
  })),
  ...clock.pauses.map(({ from, reason }) => ({
    at: ms(from),
    words: t(fill(w.pause, { reason })),
    status: 'pause' as const,
  })),
]

/** Each mark has a word as long as one of the rows has room for it, else it sits on the bar; the table names them all. */
export const labelsOf = (lane: WallLane, axis: Scale): Label[] => {
  const ends: number[] = []
  return named(lane)
    .filter(({ at }) => inside(axis, at))
    .sort((a, b) => a.at - b.at)
    .map(({ at, words, status }) => {
      const x = axis.x(at)
      const width = widthOf(words) + 14
      const anchor = x + width > axis.width - 4 ? 'end' : 'start'
      const left = anchor === 'start' ? x - 6 : x - width
      const free = Array.from({ length: labelRows }, (_, row) => row).find(
        (row) => (ends[row] ?? 0) <= left,
      )
      if (free !== undefined) ends[free] = left + width + 8
      return { x, row: free ?? null, anchor, words, status }
    })
}
