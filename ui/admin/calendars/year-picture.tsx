// What does a year look like: when is everybody off, and which weekend days are worked?
import { createMemo, createSignal, For, Show } from 'solid-js'
import type { YearView } from '../../../contract/change/calendars.ts'
import { fill, type Text } from '../../../domain/language/words.ts'
import { locale, t } from '../../client/words.ts'
import { Scroll } from '../../screen/scroll.tsx'
import { tableWords } from '../../screen/table-words.ts'
import { festivals, calendarWords as w } from './words.ts'

type Day = YearView['days'][number]
type Kind = 'off' | 'work' | 'rest' | 'plain'

const kindOf = ({ why }: Day): Kind =>
  why.startsWith('holiday:')
    ? 'off'
    : why === 'make-up-workday'
      ? 'work'
      : why === 'rest-day'
        ? 'rest'
        : 'plain'
const marks: Partial<Record<Kind, Text>> = { off: w.markOff, work: w.markWork }

const weekdayOf = (date: string, width: 'short' | 'narrow' = 'short') =>
  new Intl.DateTimeFormat(locale() === 'zh' ? 'zh-CN' : 'en-GB', {
    weekday: width,
    timeZone: 'UTC',
  }).format(new Date(`${date}T00:00:00Z`))
const monthOf = (date: string) =>
  new Intl.DateTimeFormat(locale() === 'zh' ? 'zh-CN' : 'en-GB', {
    month: 'long',
    timeZone: 'UTC',
  }).format(new Date(`${date}T00:00:00Z`))
/** Monday comes first. */
const place = (date: string) => (new Date(`${date}T00:00:00Z`).getUTCDay() + 6) % 7

const Cell = (props: { day: Day }) => (
  <span class={`cal-day ${kindOf(props.day)} ${props.day.decreed ? '' : 'estimated'}`}>
    {Number(props.day.date.slice(8))}
    <Show when={marks[kindOf(props.day)]}>{(mark) => <small>{t(mark())}</small>}</Show>
  </span>
)

const Month = (props: { days: Day[] }) => (
  <div class="cal-month">
    <p>{monthOf(props.days[0]?.date ?? '')}</p>
    <div class="cal-grid">
      <For each={[5, 6, 7, 8, 9, 10, 11]}>
        {(day) => (
          <span class="cal-head">
            {weekdayOf(`2026-01-${String(day).padStart(2, '0')}`, 'narrow')}
          </span>
        )}
      </For>
      <For each={Array.from({ length: place(props.days[0]?.date ?? '') })}>{() => <span />}</For>
      <For each={props.days}>{(day) => <Cell day={day} />}</For>
    </div>
  </div>
)

const Legend = () => (
  <ul class="cal-legend">
    <li>
      <span class="cal-day off">
        1<small>{t(w.markOff)}</small>
      </span>
      {t(w.legendOff)}
    </li>
    <li>
      <span class="cal-day work">
        1<small>{t(w.markWork)}</small>
      </span>
      {t(w.legendWork)}
    </li>
    <li>
      <span class="cal-day rest">1</span>
      {t(w.legendRest)}
    </li>
    <li>
      <span class="cal-day estimated">1</span>
      {t(w.legendEstimated)}
    </li>
  </ul>
)

const festivalOf = ({ why }: Day): string => {
  const name = why.startsWith('holiday:') ? why.slice(8) : ''
  const known = festivals[name]
  return known ? t(known) : name
}

/** The days that are not what their weekday says. */
const Table = (props: { year: YearView }) => (
  <Scroll name={w.title}>
    <table class="plain-table">
      <caption>{t(fill(w.yearTitle, { year: props.year.year }))}</caption>
      <thead>
        <tr>
          <For each={[w.date, w.weekday, w.kind, w.festival, w.sure]}>
            {(head) => <th scope="col">{t(head)}</th>}
          </For>
        </tr>
      </thead>
      <tbody>
        <For
          each={props.year.days.filter((day) => kindOf(day) === 'off' || kindOf(day) === 'work')}
        >
          {(day) => (
            <tr>
              <th scope="row">{day.date}</th>
              <td>{weekdayOf(day.date)}</td>
              <td>{t(kindOf(day) === 'off' ? w.legendOff : w.legendWork)}</td>
              <td>{festivalOf(day)}</td>
              <td>{t(day.decreed ? w.decreed : w.estimated)}</td>
            </tr>
          )}
        </For>
      </tbody>
    </table>
  </Scroll>
)

export const YearPicture = (props: { year: YearView }) => {
  const [table, setTable] = createSignal(false)
  const months = createMemo(() =>
    Array.from({ length: 12 }, (_, month) =>
      props.year.days.filter(({ date }) => Number(date.slice(5, 7)) === month + 1),
    ),
  )
  const count = (kind: Kind) => props.year.days.filter((day) => kindOf(day) === kind).length
  const label = () =>
    t(fill(w.yearPicture, { year: props.year.year, off: count('off'), work: count('work') }))
  return (
    <div class="cal">
      <button type="button" class="button small twin" onClick={() => setTable(!table())}>
        {t(table() ? tableWords.asPicture : tableWords.asTable)}
      </button>
      <Show when={!table()} fallback={<Table year={props.year} />}>
        <p class="muted">{label()}</p>
        <div class="cal-year" role="img" aria-label={label()}>
          <For each={months()}>{(days) => <Month days={days} />}</For>
        </div>
        <Legend />
      </Show>
    </div>
  )
}
