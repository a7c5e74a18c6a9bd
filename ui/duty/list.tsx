// How is the list of alarms walked, kept still, and acted on?
// biome-ignore-all lint/a11y/useSemanticElements: a windowed grid of fixed-height rows is no table
// biome-ignore-all lint/a11y/useFocusableInteractive: the grid is the one tab stop, aria-activedescendant moves
import { createEffect, createMemo, For, on, Show } from 'solid-js'
import type { AlarmRow } from '../../domain/duty/views.ts'
import { fill } from '../../domain/language/words.ts'
import { t } from '../client/words.ts'
import { createWindow } from '../list/window.ts'
import type { Seconds } from '../screen/seconds.ts'
import type { Line } from './grouping.ts'
import { AlarmLine } from './row.tsx'
import { dutyWords as w } from './words/words.ts'

type ListProps = {
  lines: Line[]
  current: string | null
  sending: ReadonlySet<string>
  seconds: Seconds
  onCurrent: (id: string) => void
  onOpen: (row: AlarmRow) => void
  onAcknowledge: (row: AlarmRow) => void
  /** Absent: the detail stands beside the list. */
  onDetail?: ((row: AlarmRow) => void) | undefined
  onHeld: (held: boolean) => void
  onEscape: () => void
  attach: (element: HTMLElement) => void
}

const steps: Record<string, number> = {
  ArrowDown: 1,
  ArrowUp: -1,
  j: 1,
  k: -1,
  Home: -1e6,
  End: 1e6,
  PageDown: 8,
  PageUp: -8,
}

const rowsOf = (lines: Line[]) => lines.flatMap((line) => (line.kind === 'row' ? [line.row] : []))

/** Space and Enter count only while the list has the focus. */
const keysOf = (props: ListProps) => (event: KeyboardEvent) => {
  if (event.isComposing || event.ctrlKey || event.metaKey || event.altKey) return
  const rows = rowsOf(props.lines)
  const at = rows.findIndex(({ id }) => id === props.current)
  const step = steps[event.key]
  const row = rows[at]
  if (step !== undefined)
    props.onCurrent(rows[Math.max(0, Math.min(rows.length - 1, at + step))]?.id ?? '')
  else if (event.key === ' ' && row) props.onAcknowledge(row)
  else if (event.key === 'Enter' && row) props.onOpen(row)
  else if (event.key === 'Escape') props.onEscape()
  else return
  event.preventDefault()
  event.stopPropagation()
}

/** Held while the focus or the pointer is in it. */
const useHold = (onHold: (held: boolean) => void) => {
  const on = { focus: false, pointer: false }
  const setHold = (part: Partial<typeof on>) => {
    Object.assign(on, part)
    onHold(on.focus || on.pointer)
  }
  return {
    onFocusIn: () => setHold({ focus: true }),
    onFocusOut: (event: FocusEvent) =>
      setHold({
        focus: (event.currentTarget as HTMLElement).contains(event.relatedTarget as Node | null),
      }),
    onPointerEnter: (event: PointerEvent) =>
      event.pointerType === 'mouse' && setHold({ pointer: true }),
    onPointerLeave: () => setHold({ pointer: false }),
  }
}

export const AlarmGrid = (props: ListProps) => {
  const view = createWindow(() => props.lines.length)
  const hold = useHold((held) => props.onHeld(held))
  const drawn = () => props.lines.slice(view.range().first, view.range().last)
  createEffect(
    on(
      () => [props.current, props.lines.length] as const,
      ([id]) => {
        view.measure()
        const at = props.lines.findIndex(({ key }) => key === id)
        if (at >= 0) view.reveal(at)
      },
    ),
  )
  const attach = (element: HTMLElement) => {
    view.attach(element)
    props.attach(element)
  }
  return (
    <div
      ref={attach}
      class="list duty-list"
      role="grid"
      aria-label={t(w.list)}
      aria-rowcount={props.lines.length}
      tabIndex={0}
      aria-activedescendant={
        props.current && drawn().some(({ key }) => key === props.current)
          ? `alarm-${props.current}`
          : undefined
      }
      onKeyDown={(event) => keysOf(props)(event)}
      {...hold}
    >
      <div style={{ height: `${view.before()}px` }} aria-hidden="true" />
      <Lines {...props} lines={drawn()} first={view.range().first} />
      <div style={{ height: `${view.after()}px` }} aria-hidden="true" />
    </div>
  )
}

/** A line keeps its element however often it is read again: a press that has begun is not lost. */
const Lines = (props: ListProps & { first: number }) => {
  const known = createMemo(() => new Map(props.lines.map((line) => [line.key, line])))
  return (
    <For each={[...known().keys()]}>
      {(key, n) => (
        <Show when={known().get(key)}>
          {(line) => <OneLine {...props} line={line()} index={props.first + n()} />}
        </Show>
      )}
    </For>
  )
}

const OneLine = (props: ListProps & { line: Line; index: number }) => {
  const row = () => (props.line.kind === 'row' ? props.line.row : null)
  return (
    <Show when={row()} fallback={<Heading line={props.line} index={props.index} />}>
      {(one) => (
        <AlarmLine
          row={one()}
          index={props.index}
          current={props.current === one().id}
          sending={props.sending.has(one().id)}
          seconds={props.seconds}
          onPick={() => props.onCurrent(one().id)}
          onOpen={() => props.onOpen(one())}
          onAcknowledge={() => props.onAcknowledge(one())}
          onDetail={props.onDetail && (() => props.onDetail?.(one()))}
        />
      )}
    </Show>
  )
}

const Heading = (props: { line: Line; index: number }) => (
  <div class="duty-head" data-row role="row" aria-rowindex={props.index + 1}>
    <span role="rowheader">
      {props.line.kind === 'head'
        ? t(fill(w.site, { name: props.line.name, n: props.line.n }))
        : ''}
    </span>
  </div>
)
