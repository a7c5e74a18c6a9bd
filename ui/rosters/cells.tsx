// How is one seat of one shift filled?
import { createMemo, For, Show } from 'solid-js'
import type { RosterMonthView } from '../../contract/rosters/rosters.ts'
import { fill } from '../../domain/language/words.ts'
import type { RosterEntry } from '../../domain/rosters/roster.ts'
import { beginningOf, endOf } from '../../domain/rosters/shifts.ts'
import { t } from '../client/words.ts'
import { dayClass } from './days.ts'
import { onCellKey } from './grid.ts'
import { DayHead } from './table.tsx'
import { rosterWords as w } from './words.ts'

type Person = RosterMonthView['people'][number]
type Day = RosterMonthView['days'][number]

const Cell = (props: {
  label: string
  column: string
  value: string
  people: Person[]
  onChoose: (id: string) => void
}) => (
  <select
    aria-label={props.label}
    data-column={props.column}
    onChange={(event) => props.onChoose(event.currentTarget.value)}
    onKeyDown={(event) => onCellKey(event, props.people, props.onChoose)}
  >
    <option value="" selected={props.value === ''}>
      {t(w.nobodyHere)}
    </option>
    <For each={props.people}>
      {({ id, name }) => (
        <option value={id} selected={props.value === id}>
          {name}
        </option>
      )}
    </For>
  </select>
)

export type Grid = {
  view: RosterMonthView
  starts: string[]
  perShift: number
  entryAt: (day: string, start: string) => RosterEntry
  change: (entry: RosterEntry) => void
}

const Cells = (props: { grid: Grid; day: string; start: string }) => {
  const entry = () => props.grid.entryAt(props.day, props.start)
  const able = (seat: 'leader' | 'officer', chosen: string) =>
    props.grid.view.people.filter(({ id, seats }) => seats.includes(seat) || id === chosen)
  const label = (seat: string) => t(fill(w.cell, { day: props.day, start: props.start, seat }))
  const officers = () =>
    Array.from(
      { length: Math.max(props.grid.perShift, entry().officers.length) },
      (_, at) => entry().officers[at] ?? '',
    )
  // Numbers are the same whenever they are listed: a cell that is worked in stays where it is.
  const places = createMemo(() => [...officers().keys()])
  const put = (at: number, id: string) => {
    const next = officers().map((one, n) => (n === at ? id : one))
    props.grid.change({ ...entry(), officers: next.filter((one) => one !== '') })
  }
  return (
    <>
      <td data-shift={`${props.start}–${endOf(props.grid.starts, props.start)}`}>
        <Cell
          label={label(t(w.leader))}
          column={`${props.start} leader`}
          value={entry().leader ?? ''}
          people={able('leader', entry().leader ?? '')}
          onChoose={(id) => props.grid.change({ ...entry(), leader: id === '' ? null : id })}
        />
      </td>
      <td>
        <For each={places()}>
          {(at) => (
            <Cell
              label={label(t(fill(w.officerN, { n: at + 1 })))}
              column={`${props.start} ${at}`}
              value={officers()[at] ?? ''}
              people={able('officer', officers()[at] ?? '')}
              onChoose={(id) => put(at, id)}
            />
          )}
        </For>
      </td>
    </>
  )
}

const Kept = (props: { grid: Grid; day: string; start: string }) => {
  const entry = () => props.grid.entryAt(props.day, props.start)
  const nameOf = (id: string) => props.grid.view.people.find((one) => one.id === id)?.name ?? id
  return (
    <>
      <td data-shift={`${props.start}–${endOf(props.grid.starts, props.start)}`}>
        {entry().leader === null ? '' : nameOf(entry().leader ?? '')}
      </td>
      <td>{entry().officers.map(nameOf).join(t(w.comma))}</td>
    </>
  )
}

/** What has begun can be read, and no longer changed. */
export const GridRow = (props: { grid: Grid; day: Day }) => (
  <tr class={dayClass(props.day)}>
    <DayHead day={props.day} />
    <For each={props.grid.starts}>
      {(start) => (
        <Show
          when={beginningOf({ day: props.day.date, start }) > props.grid.view.now}
          fallback={<Kept grid={props.grid} day={props.day.date} start={start} />}
        >
          <Cells grid={props.grid} day={props.day.date} start={start} />
        </Show>
      )}
    </For>
  </tr>
)
