// How do the orders of an incident run: planned, in fact, late? (Gantt)
import { createMemo, createUniqueId, For, Show } from 'solid-js'
import type { ItemView } from '../../contract/case/items.ts'
import { fill } from '../../domain/language/words.ts'
import { t } from '../client/words.ts'
import { showTime } from '../screen/time.ts'
import { type Axis, axisOf, type Bar, type Course, courseOf, shareOf } from './course.ts'
import { incidentWords as w } from './words.ts'

/** More rows than a screen shows; what has ended goes first. */
const MOST_ROWS = 40
const ROW = 26
const HEAD = 22

const x = (share: number) => `${(share * 100).toFixed(2)}%`
/** What is short is still to be seen. */
const width = ({ from, until }: Bar) => x(Math.max(0.003, until - from))

const Ticks = (props: { axis: Axis; height: number }) => (
  <For each={props.axis.ticks}>
    {(at) => (
      <g class="gantt-tick">
        <line
          x1={x(shareOf(props.axis, at))}
          x2={x(shareOf(props.axis, at))}
          y1={HEAD}
          y2={props.height}
        />
        <text x={x(shareOf(props.axis, at))} dx={3} y={HEAD - 7}>
          {showTime(new Date(at).toISOString())}
        </text>
      </g>
    )}
  </For>
)

const Bars = (props: { course: Course; y: number }) => (
  <g>
    <Show when={props.course.planned}>
      {(bar) => (
        <rect
          class="gantt-planned"
          x={x(bar().from)}
          y={props.y + 4}
          width={width(bar())}
          height={18}
        />
      )}
    </Show>
    <Show when={props.course.actual}>
      {(bar) => (
        <rect
          class="gantt-actual"
          x={x(bar().from)}
          y={props.y + 8}
          width={width(bar())}
          height={10}
        />
      )}
    </Show>
    <Show when={props.course.late}>
      {(bar) => (
        <rect
          class="gantt-late"
          x={x(bar().from)}
          y={props.y + 8}
          width={width(bar())}
          height={10}
        />
      )}
    </Show>
  </g>
)

/** What an order asks for: the first answer after whom it is for. */
const taskOf = ({ forms }: ItemView): string => {
  const said = forms[0]?.fields.find(({ name }) => name === 'task') ?? forms[0]?.fields[1]
  return said ? t(said.value) : ''
}

const Label = (props: { item: ItemView }) => (
  <li class={props.item.late ? 'late' : ''}>
    <span class="gantt-task">{`${t(props.item.title)} ${taskOf(props.item)}`}</span>
    <span class="muted">
      {[t(props.item.stateWords), ...props.item.recipients.map((one) => t(one))].join(' · ')}
    </span>
  </li>
)

export const Gantt = (props: { items: ItemView[]; now: number }) => {
  const id = createUniqueId()
  const rows = createMemo(() => {
    const open = props.items.filter(({ endedAt }) => endedAt === null)
    const ended = props.items.filter(({ endedAt }) => endedAt !== null).reverse()
    return [...open, ...ended].slice(0, MOST_ROWS)
  })
  const axis = createMemo(() => axisOf(rows(), props.now))
  const height = () => HEAD + rows().length * ROW
  const nowAt = () => x(shareOf(axis(), props.now))
  return (
    <>
      <div class="gantt">
        <ol class="gantt-labels">
          <For each={rows()}>{(item) => <Label item={item} />}</For>
        </ol>
        <svg
          class="gantt-picture"
          height={height()}
          role="img"
          aria-labelledby={`${id}-title ${id}-desc`}
        >
          <title id={`${id}-title`}>{t(w.orders)}</title>
          <desc id={`${id}-desc`}>{t(w.ordersDesc)}</desc>
          <Ticks axis={axis()} height={height()} />
          <For each={rows()}>
            {(item, nth) => (
              <Bars course={courseOf(item, axis(), props.now)} y={HEAD + nth() * ROW} />
            )}
          </For>
          <line class="gantt-now" x1={nowAt()} x2={nowAt()} y1={0} y2={height()} />
        </svg>
      </div>
      <p class="muted">
        {t(w.ordersDesc)}
        <Show when={props.items.length > rows().length}>
          {' '}
          {t(fill(w.ordersHidden, { count: props.items.length - rows().length }))}
        </Show>
      </p>
    </>
  )
}
