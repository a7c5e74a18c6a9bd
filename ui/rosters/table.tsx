// Who stands on which shift of the month?
import { For, Show } from 'solid-js'
import type { RosterMonthView } from '../../contract/rosters/rosters.ts'
import { fill } from '../../domain/language/words.ts'
import type { RosterEntry } from '../../domain/rosters/roster.ts'
import { endOf } from '../../domain/rosters/shifts.ts'
import { t } from '../client/words.ts'
import { Scroll } from '../screen/scroll.tsx'
import { dayClass, dayKindText, weekdayText } from './days.ts'
import { rosterWords as w } from './words.ts'

export type Shown = {
  starts: string[]
  entries: RosterEntry[]
  gaps: { day: string; start: string }[]
}
type Day = RosterMonthView['days'][number]

export const DayHead = (props: { day: Day }) => (
  <th scope="row" class="roster-day">
    <span>{`${Number(props.day.date.slice(8))} ${weekdayText(props.day.date)}`}</span>{' '}
    <small>
      {dayKindText(props.day)}
      <Show when={!props.day.decreed}>{` (${t(w.estimated)})`}</Show>
    </small>
  </th>
)

export const ShiftHeads = (props: { starts: string[] }) => (
  <thead>
    <tr>
      <th scope="col" rowSpan={2}>
        {t(w.day)}
      </th>
      <For each={props.starts}>
        {(start) => (
          <th scope="colgroup" colSpan={2}>{`${start}–${endOf(props.starts, start)}`}</th>
        )}
      </For>
    </tr>
    <tr>
      <For each={props.starts}>
        {() => (
          <>
            <th scope="col">{t(w.leader)}</th>
            <th scope="col">{t(w.officers)}</th>
          </>
        )}
      </For>
    </tr>
  </thead>
)

type Cells = { day: Day; start: string; shown: Shown; nameOf: (id: string) => string }

const ShiftCells = (props: Cells) => {
  const entry = () =>
    props.shown.entries.find(({ day, start }) => day === props.day.date && start === props.start)
  const label = () => `${props.start}–${endOf(props.shown.starts, props.start)}`
  const gap = () => <span class="bad-words roster-gap">{t(w.nobody)}</span>
  return (
    <>
      <td data-shift={label()}>
        <Show when={entry()?.leader} fallback={gap()}>
          {(id) => props.nameOf(id())}
        </Show>
      </td>
      <td>
        <Show when={(entry()?.officers ?? []).length > 0} fallback={gap()}>
          {(entry()?.officers ?? []).map(props.nameOf).join(t(w.comma))}
        </Show>
      </td>
    </>
  )
}

export const RosterTable = (props: { view: RosterMonthView; shown: Shown }) => {
  const nameOf = (id: string) => {
    const found = props.view.people.find((one) => one.id === id)
    return found ? found.name + (found.seats.length === 0 ? t(w.left) : '') : id
  }
  const today = () =>
    props.view.now &&
    new Date(Date.parse(props.view.now) + 8 * 3_600_000).toISOString().slice(0, 10)
  return (
    <Scroll name={w.title}>
      <table class="plain-table roster-table">
        <caption class="visually-hidden">
          {t(fill(w.titleOf, { office: t(props.view.name), month: props.view.month }))}
        </caption>
        <ShiftHeads starts={props.shown.starts} />
        <tbody>
          <For each={props.view.days}>
            {(day) => (
              <tr class={dayClass(day)} aria-current={day.date === today() ? 'date' : undefined}>
                <DayHead day={day} />
                <For each={props.shown.starts}>
                  {(start) => (
                    <ShiftCells day={day} start={start} shown={props.shown} nameOf={nameOf} />
                  )}
                </For>
              </tr>
            )}
          </For>
        </tbody>
      </table>
    </Scroll>
  )
}
