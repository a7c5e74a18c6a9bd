// Which figures does a run give, which targets are set, and are they met?
import type { Anatomy } from './anatomy.ts'
import { percentile, type Samples } from './loop.ts'
import type { Machine } from './machine.ts'
import type { Memory } from './memory.ts'
import type { Soundness } from './soundness.ts'
import type { Usage } from './usage.ts'
import type { Visible } from './wall/visible.ts'

/** `floor`: a bare transaction behind the same HTTP server; `desk`: claim and release; `chart`: verify, co-sign with mails, return. */
export type Kind = 'floor' | 'desk' | 'chart'
export type Point = { kind: Kind; clients: number; samples: Samples; usage: Usage }

export type Figures = {
  machine: Machine
  points: Point[]
  /** One act at a time, and beside eight clients who act elsewhere. */
  visible: { alone: Visible; busy: Visible }
  memory: Memory
  anatomy: { desk: Anatomy; chart: Anatomy }
  /** Events of Temporal's history per act. */
  historyEvents: { desk: number; chart: number }
  soundness: Soundness
  retries: number
}

export type Target = { words: string; figure: string; met: boolean }

export const WIDEST = 32
const FIRST_ACT_MS = 60
const SHARE_OF_FLOOR = { desk: 0.13, chart: 0.045 } as const
const VISIBLE_MS = 500

export const pointOf = ({ points }: Figures, kind: Kind, clients: number): Point => {
  const found = points.find((point) => point.kind === kind && point.clients === clients)
  if (!found) throw new Error(`${kind} was not measured with ${clients} clients`)
  return found
}

export const shareOfFloor = (figures: Figures, kind: Kind, clients = WIDEST): number =>
  pointOf(figures, kind, clients).samples.perSecond /
  pointOf(figures, 'floor', clients).samples.perSecond

/** The targets of the product, judged on this run. */
export const targetsOf = (figures: Figures): Target[] => {
  const first = (kind: Kind) => percentile(pointOf(figures, kind, 1).samples.ms, 0.5)
  const visible = percentile(figures.visible.alone.visible, 0.99)
  const visibleBusy = percentile(figures.visible.busy.visible, 0.99)
  const { lost, doubled, brokenChains } = figures.soundness
  return [
    target(
      `act p50 ≤ ${FIRST_ACT_MS} ms at concurrency 1 (desk act)`,
      `${first('desk').toFixed(1)} ms`,
      first('desk') <= FIRST_ACT_MS,
    ),
    target(
      `act p50 ≤ ${FIRST_ACT_MS} ms at concurrency 1 (chart act)`,
      `${first('chart').toFixed(1)} ms`,
      first('chart') <= FIRST_ACT_MS,
    ),
    ...(['desk', 'chart'] as const).map((kind) => {
      const share = shareOfFloor(figures, kind)
      const words = `≥ ${SHARE_OF_FLOOR[kind] * 100} % of the bare floor at concurrency ${WIDEST} (${kind} act)`
      return target(words, `${(share * 100).toFixed(1)} %`, share >= SHARE_OF_FLOOR[kind])
    }),
    target(
      `act → visible elsewhere p99 ≤ ${VISIBLE_MS} ms`,
      `${visible.toFixed(0)} ms`,
      visible <= VISIBLE_MS,
    ),
    target(
      `the same beside 8 acting clients`,
      `${visibleBusy.toFixed(0)} ms`,
      visibleBusy <= VISIBLE_MS,
    ),
    target('acts lost 0', String(lost), lost === 0),
    target('acts doubled 0', String(doubled), doubled === 0),
    target('hash chains broken 0', String(brokenChains), brokenChains === 0),
  ]
}

const target = (words: string, figure: string, met: boolean): Target => ({ words, figure, met })
