// How does one case stand on the wall?
// biome-ignore-all lint/a11y/useSemanticElements: a windowed grid of fixed-height rows is no table
// biome-ignore-all lint/a11y/useFocusableInteractive: the grid is the one tab stop, aria-activedescendant moves

import { createMemo, For, Show } from 'solid-js'
import type { WallLane } from '../../contract/supervision/supervision.ts'
import { fill } from '../../domain/language/words.ts'
import { pressureOf } from '../../domain/views/pressure.ts'
import { t } from '../client/words.ts'
import { LevelMark } from '../clock/badges.tsx'
import { dueWords } from '../clock/due-words.ts'
import type { Scale } from '../clock/lanes.ts'
import { now, showEnd, showEscalationLevel } from '../screen/time.ts'
import { ActButton } from './acting.tsx'
import { endOf, type Label, labelsOf, partsOf } from './axis.ts'
import { nextInWords, whyNoNext } from './next-level.ts'
import { SilentMark } from './unreachable.tsx'
import { superviseWords as w } from './words.ts'

const laneHeight = 80
const barTop = 15
const barHeight = 11

export const laneId = (caseId: string) => `lane-${caseId}`

/** ◆ told, ✓ acknowledged, ▲ missed, ◇ planned: four forms, so that black and white is enough. */
const forms: Record<Label['status'], string> = {
  notified: 'M0-5l5 5-5 5-5-5z',
  planned: 'M0-5l5 5-5 5-5-5z',
  missed: 'M0-5.500l5.500 10h-11z',
  acknowledged: 'M-5 0l3.500 4L5-4.500',
  pause: '',
}

const Mark = (props: { label: Label }) => {
  const y = () =>
    props.label.row === null
      ? barTop + barHeight / 2
      : barTop + barHeight + 11 + props.label.row * 15
  const start = () => props.label.anchor === 'start'
  const offset = () => (props.label.status === 'pause' ? 1 : 9)
  return (
    <g class={`wall-mark ${props.label.status}`} transform={`translate(${props.label.x} ${y()})`}>
      <path d={forms[props.label.status]} />
      <Show when={props.label.row !== null}>
        <text x={start() ? offset() : -offset()} y={4} text-anchor={props.label.anchor}>
          {props.label.words}
        </text>
      </Show>
    </g>
  )
}

const sentence = (lane: WallLane) =>
  t(
    fill(w.lane, {
      clock: t(lane.clock.words),
      due: t(lane.due.words),
      next: t(lane.next ? lane.next.words : whyNoNext(lane)),
    }),
  )

const Picture = (props: { lane: WallLane; axis: Scale }) => {
  const end = createMemo(() => endOf(props.lane, props.axis))
  const box = () => `0 0 ${props.axis.width} ${laneHeight - 1}`
  const atEdge = () => (end() ?? 0) > props.axis.width - 90
  return (
    <svg
      class="wall-picture"
      role="img"
      aria-label={sentence(props.lane)}
      viewBox={box()}
      width={props.axis.width}
      height={laneHeight - 1}
    >
      <For each={partsOf(props.lane, props.axis, now())}>
        {(part) => (
          <rect
            class={`wall-part ${part.kind} ${pressureOf(props.lane.due)}`}
            x={part.x}
            y={barTop}
            width={part.width}
            height={barHeight}
          />
        )}
      </For>
      <Show when={end() !== null}>
        <path class="wall-end" d={`M${end()} ${barTop - 4}v${barHeight + 8}`} />
        <text
          class="wall-end-text"
          x={(end() ?? 0) + (atEdge() ? -4 : 4)}
          y={11}
          text-anchor={atEdge() ? 'end' : 'start'}
        >
          {t(fill(w.legalEnd, { date: showEnd(props.lane.clock) }))}
        </text>
      </Show>
      <For each={labelsOf(props.lane, props.axis)}>{(label) => <Mark label={label} />}</For>
    </svg>
  )
}

type Props = {
  lane: WallLane
  axis: Scale
  index: number
  current: boolean
  gone: boolean
  onOpen: () => void
}

export const Lane = (props: Props) => (
  // biome-ignore lint/a11y/useKeyWithClickEvents: the grid itself answers the keys (one tab stop)
  <div
    id={laneId(props.lane.caseId)}
    data-row
    role="row"
    class={`wall-lane ${props.gone ? 'gone' : ''}`}
    aria-rowindex={props.index + 1}
    data-current={props.current}
    onClick={() => props.onOpen()}
  >
    <div role="gridcell" class="wall-case">
      <span class="wall-title">
        <LevelMark level={props.lane.level} />
        <b>{props.lane.title}</b>
      </span>
      <span class="wall-sub">{`${props.lane.number} · ${props.lane.enterprise ?? t(props.lane.region)}`}</span>
      <span class="wall-sub">{`${t(props.lane.region)} · ${t(props.lane.state)}`}</span>
    </div>
    <div role="gridcell" class="wall-axis">
      <Picture lane={props.lane} axis={props.axis} />
    </div>
    <Standing lane={props.lane} gone={props.gone} />
  </div>
)

const Standing = (props: { lane: WallLane; gone: boolean }) => (
  <div
    role="gridcell"
    class={`wall-standing ${pressureOf(props.lane.due)} ${props.lane.acts.length > 0 ? 'acting' : ''}`}
  >
    <span class="wall-due">
      {`${props.lane.due.overdue ? '▲ ' : ''}${showEnd(props.lane.clock)} · ${t(props.lane.due.words)}`}
      <Show when={props.lane.due.provisional}>
        {' '}
        <span class="tag dashed">{t(dueWords.provisional)}</span>
      </Show>
      <Show when={props.gone}>
        {' '}
        <span class="tag dashed">{t(w.gone)}</span>
      </Show>
    </span>
    <span class="wall-next">
      {nextInWords(props.lane, (at) => showEscalationLevel(props.lane.clock, at))}
    </span>
    <SilentMark lane={props.lane} />
    <ActButton lane={props.lane} inGrid />
  </div>
)
