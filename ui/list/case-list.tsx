// How are many cases shown, walked by keyboard and opened?
// biome-ignore-all lint/a11y/useSemanticElements: a windowed grid of fixed-height rows is no table
// biome-ignore-all lint/a11y/useFocusableInteractive: the grid is the one tab stop, aria-activedescendant moves
import { createEffect, createMemo, For, Show } from 'solid-js'
import type { Text } from '../../domain/language/words.ts'
import type { DueView } from '../../domain/views/case-views.ts'
import { t } from '../client/words.ts'
import { LevelMark } from '../clock/badges.tsx'
import './case-list.css'
import './case-columns.css'
import { DueCell } from '../clock/due.tsx'
import { listWords as w } from './list-words.ts'
import { createWindow } from './window.ts'

export type ListRow = {
  key: string
  caseId: string
  number: string
  title: string
  enterprise: string | null
  place: string
  step: Text
  level: 1 | 2 | 3 | 4 | null
  due: DueView | null
  unread: boolean
}

type Props = {
  rows: ListRow[]
  total: number
  label: string
  current: string | null
  chosen: ReadonlySet<string>
  onCurrent: (key: string) => void
  onOpen: (row: ListRow) => void
  onMore: () => void
  /** Where given, a click on the mark chooses the row; by keyboard it is `x`. */
  onToggle?: ((key: string) => void) | undefined
  /** Keys answered while the list has the focus. */
  onKey: (event: KeyboardEvent) => void
}

const rowId = (key: string) => `row-${key}`

type RowProps = {
  row: ListRow
  index: number
  current: boolean
  chosen: boolean
  onPick: () => void
  onOpen: () => void
  onToggle: (() => void) | undefined
}

const Mark = (props: RowProps) => (
  // biome-ignore lint/a11y/useKeyWithClickEvents: the grid itself answers the keys (one tab stop)
  <div
    role="gridcell"
    class={`cell-mark ${props.onToggle ? 'choosable' : ''}`}
    onClick={(event) => {
      if (!props.onToggle) return
      event.stopPropagation()
      props.onToggle()
    }}
  >
    <Show when={props.row.unread}>
      <span class="dot" title={t(w.unread)}>
        <span class="visually-hidden">{t(w.unread)}</span>
      </span>
    </Show>
    <Show when={props.chosen || props.onToggle}>
      <span aria-hidden="true">{props.chosen ? (props.onToggle ? '☑' : '✓') : '☐'}</span>
    </Show>
  </div>
)

const Row = (props: RowProps) => (
  // biome-ignore lint/a11y/useKeyWithClickEvents: the grid itself answers the keys (one tab stop)
  <div
    id={rowId(props.row.key)}
    data-row
    role="row"
    class={`row ${props.row.unread ? 'unread' : ''}`}
    aria-rowindex={props.index + 1}
    aria-selected={props.chosen}
    data-current={props.current}
    onClick={() => props.onPick()}
    onDblClick={() => props.onOpen()}
  >
    <Mark {...props} />
    <div role="gridcell" class="cell-title">
      <LevelMark level={props.row.level} />
      <span class="row-title">{props.row.title}</span>
    </div>
    <div role="gridcell" class="cell-number">
      {props.row.number}
    </div>
    <div role="gridcell" class="cell-enterprise">
      {props.row.enterprise ?? props.row.place}
    </div>
    <div role="gridcell" class="cell-step">
      {t(props.row.step)}
    </div>
    <div role="gridcell" class="cell-due">
      <DueCell due={props.row.due} />
    </div>
  </div>
)

/** A windowed grid with one tab stop; `aria-activedescendant` says where the reader is. */
export const CaseList = (props: Props) => {
  const view = createWindow(() => props.rows.length)
  const visibleRows = createMemo(() => props.rows.slice(view.range().first, view.range().last))
  const index = createMemo(() => new Map(props.rows.map((row, at) => [row.key, at])))
  createEffect(() => {
    const at = props.current ? index().get(props.current) : undefined
    if (at !== undefined) view.reveal(at)
  })
  createEffect(() => {
    if (props.rows.length > 0) view.measure()
    if (props.rows.length < props.total && view.nearEnd()) props.onMore()
  })
  return (
    <div
      class="list"
      role="grid"
      tabIndex={0}
      aria-label={props.label}
      aria-rowcount={props.total}
      aria-activedescendant={props.current ? rowId(props.current) : undefined}
      aria-multiselectable="true"
      ref={(element) => view.attach(element)}
      onKeyDown={(event) => props.onKey(event)}
    >
      <div class="list-space" role="presentation" style={{ height: `${view.before()}px` }} />
      <For each={visibleRows()}>
        {(row) => (
          <Row
            row={row}
            index={index().get(row.key) ?? 0}
            current={props.current === row.key}
            chosen={props.chosen.has(row.key)}
            onPick={() => props.onCurrent(row.key)}
            onOpen={() => props.onOpen(row)}
            onToggle={props.onToggle ? () => props.onToggle?.(row.key) : undefined}
          />
        )}
      </For>
      <div class="list-space" role="presentation" style={{ height: `${view.after()}px` }} />
    </div>
  )
}

/** The column heads above the wide form of the list. */
export const ListHead = () => (
  <div class="list-head" aria-hidden="true">
    <span />
    <span>{t(w.title)}</span>
    <span class="cell-number">{t(w.number)}</span>
    <span class="cell-enterprise">{t(w.enterprise)}</span>
    <span class="cell-step">{t(w.step)}</span>
    <span>{t(w.due)}</span>
  </div>
)
