// How do the clocks of a case run on one time axis?
import { createMemo, createSignal, createUniqueId, For, Show } from 'solid-js'
import { fill } from '../../domain/language/words.ts'
import type { ClockView } from '../../domain/views/case-views.ts'
import { pressureOf } from '../../domain/views/pressure.ts'
import { t } from '../client/words.ts'
import { tableWords } from '../screen/table-words.ts'
import './clock-lanes.css'
import { now, showEnd } from '../screen/time.ts'
import { useWidth } from '../screen/width.ts'
import { ClockTable } from './clock-table.tsx'
import { standingWord, clockWords as w } from './clock-words.ts'
import { dueWords } from './due-words.ts'
import { type Lane, lanesOf, type Mark, scaleOf, ticksOf, widthOf } from './lanes.ts'

const barTop = 22
const barHeight = 12

const EscalationLevelMark = (props: { mark: Mark }) => {
  const y = () => barTop + barHeight + 12 + props.mark.row * 18
  return (
    <g class={`escalation-level ${props.mark.look}`}>
      <line
        class="escalation-level-line"
        x1={props.mark.x}
        x2={props.mark.x}
        y1={barTop + barHeight}
        y2={y()}
      />
      <path d={`M${props.mark.x} ${y() - 5}l5 5-5 5-5-5z`} />
      <text
        x={props.mark.anchor === 'start' ? props.mark.x + 9 : props.mark.x - 9}
        y={y() + 4}
        text-anchor={props.mark.anchor}
      >
        {props.mark.look === 'acknowledged' ? '✓ ' : ''}
        {props.mark.label}
      </text>
    </g>
  )
}

/** Only what a norm says is 法定. */
const endWords = ({ promised, statutory }: ClockView) =>
  promised ? w.promisedEnd : statutory ? w.legalEnd : w.ownEnd

const LaneDrawing = (props: { lane: Lane; width: number }) => {
  const due = () => fill(endWords(props.lane.clock), { date: showEnd(props.lane.clock) })
  const atEnd = () => props.lane.dueX > props.width - 130
  const nameEnd = () => 40 + widthOf(t(props.lane.clock.words) + t(standingWord(props.lane.clock)))
  const pressure = () => (props.lane.clock.now ? pressureOf(props.lane.clock.now) : '')
  const labelX = () => (atEnd() ? props.lane.dueX - 5 : Math.max(props.lane.dueX + 5, nameEnd()))
  return (
    <g transform={`translate(0 ${props.lane.top})`}>
      <text class="lane-name" x={16} y={14}>
        {t(props.lane.clock.words)}
        <tspan class="lane-status" dx={8}>
          {t(standingWord(props.lane.clock))}
        </tspan>
      </text>
      <For each={props.lane.segments}>
        {(segment) => (
          <rect
            class={`segment ${segment.kind} ${pressure()}`}
            x={segment.x}
            y={barTop}
            width={segment.width}
            height={barHeight}
          />
        )}
      </For>
      <line
        class="legal-end"
        x1={props.lane.dueX}
        x2={props.lane.dueX}
        y1={barTop - 5}
        y2={barTop + barHeight + 5}
      />
      <text
        class="legal-end-text"
        x={labelX()}
        y={barTop - 4}
        text-anchor={atEnd() ? 'end' : 'start'}
      >
        {t(due())}
      </text>
      <For each={props.lane.marks}>{(mark) => <EscalationLevelMark mark={mark} />}</For>
    </g>
  )
}

const Legend = () => (
  <ul class="legend" aria-hidden="true">
    <li class="used">{t(w.legendUsed)}</li>
    <li class="paused">{t(w.legendPaused)}</li>
    <li class="left">{t(w.legendLeft)}</li>
    <li class="late">{t(w.legendLate)}</li>
    <li class="diamond fired">◆ {t(w.legendFired)}</li>
    <li class="diamond">✓ {t(w.legendAcknowledged)}</li>
    <li class="diamond">◇ {t(w.legendPlanned)}</li>
  </ul>
)

const Drawing = (props: { clocks: ClockView[] }) => {
  const id = createUniqueId()
  const [width, measure] = useWidth(720)
  const scale = createMemo(() => scaleOf(props.clocks, now(), width()))
  const lanes = createMemo(() => lanesOf(props.clocks, scale(), now()))
  const height = () => lanes().reduce((sum, lane) => sum + lane.height, 34)
  const today = () => scale().x(now())
  return (
    <div class="lanes-box" ref={measure}>
      <svg
        class="lanes"
        role="img"
        aria-labelledby={`${id}-t ${id}-d`}
        width={width()}
        height={height()}
        viewBox={`0 0 ${width()} ${height()}`}
      >
        <title id={`${id}-t`}>{t(w.picture)}</title>
        <desc id={`${id}-d`}>{props.clocks.map((clock) => t(clock.explanation)).join(' ')}</desc>
        <defs>
          <pattern
            id="lane-hatch"
            width="6"
            height="6"
            patternUnits="userSpaceOnUse"
            patternTransform="rotate(45)"
          >
            <rect class="hatch-ground" width="6" height="6" />
            <rect class="hatch-line" width="2.5" height="6" />
          </pattern>
        </defs>
        <For each={ticksOf(scale())}>
          {(tick) => (
            <g class="tick">
              <line x1={tick.x} x2={tick.x} y1={20} y2={height()} />
              <text x={tick.x} y={14} text-anchor="middle">
                {tick.label}
              </text>
            </g>
          )}
        </For>
        <For each={lanes()}>{(lane) => <LaneDrawing lane={lane} width={width()} />}</For>
        <Show when={today() > 0 && today() < width()}>
          <g class="today">
            <line x1={today()} x2={today()} y1={18} y2={height()} />
            <text x={today()} y={height() - 2} dx={4}>
              {t(w.today)}
            </text>
          </g>
        </Show>
      </svg>
      <Legend />
    </div>
  )
}

/** The server's own sentence for each clock, with its article. */
const Explanations = (props: { clocks: ClockView[] }) => (
  <ul class="explanations">
    <For each={props.clocks}>
      {(clock) => (
        <li class={clock.status}>
          <p>
            <strong>{t(clock.words)}</strong> <span class="muted">{clock.article}</span>
            <Show when={clock.provisional}>
              <span class="tag dashed">{t(dueWords.provisional)}</span>
            </Show>
          </p>
          <p>{t(clock.explanation)}</p>
          <For each={clock.reasons}>{(reason) => <p class="muted">{t(reason)}</p>}</For>
        </li>
      )}
    </For>
  </ul>
)

/** Picture first, table on demand; both say the same. */
export const ClockLanes = (props: { clocks: ClockView[] }) => {
  const [table, setTable] = createSignal(false)
  return (
    <div class="clocks">
      <button type="button" class="button small twin" onClick={() => setTable(!table())}>
        {t(table() ? tableWords.asPicture : tableWords.asTable)}
      </button>
      <Show when={table()} fallback={<Drawing clocks={props.clocks} />}>
        <ClockTable clocks={props.clocks} />
      </Show>
      <Explanations clocks={props.clocks} />
    </div>
  )
}
