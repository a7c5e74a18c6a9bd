// Which calendars count, by which decree, what is missing, and what has been proposed? (S16)

import { createSignal, For, Show } from 'solid-js'
import type { CalendarsView } from '../../../contract/change/calendars.ts'
import { fill } from '../../../domain/language/words.ts'
import { regions } from '../../../domain/organisation/regions.ts'
import { t } from '../../client/words.ts'
import { Answered } from '../../reading/answered.tsx'
import { useQuery } from '../../reading/query.ts'
import { usePage } from '../../screen/page.ts'
import { Scroll } from '../../screen/scroll.tsx'
import { today } from '../../screen/time.ts'
import { Proposals } from '../changes/list.tsx'
import { placeName } from '../changes/names.ts'
import { changeWords } from '../changes/words.ts'
import { adminPaths } from '../paths.ts'
import { adminWords } from '../words.ts'
import { calendarQueries } from './client.ts'
import { Days } from './days.tsx'
import { calendarWords as w } from './words.ts'
import { YearPicture } from './year-picture.tsx'
import '../../form/fields.css'
import './calendars.css'

/** Decreed years, and those that are missing. */
const yearsOf = ({ items, missing }: CalendarsView) =>
  [...items.map(({ year }) => year), ...missing].sort((a, b) => b - a)

const Year = (props: { calendars: CalendarsView }) => {
  const [year, setYear] = createSignal(
    props.calendars.missing.at(-1) ?? Number(today().slice(0, 4)),
  )
  const [region, setRegion] = createSignal('')
  const yearQuery = useQuery(() => calendarQueries.year(year(), region()))
  return (
    <section class="block" aria-labelledby="cal-year">
      <h2 id="cal-year">{t(fill(w.yearTitle, { year: year() }))}</h2>
      <p class="cal-choose">
        <label class="inline-field">
          {t(w.year)}
          <select onChange={(event) => setYear(Number(event.currentTarget.value))}>
            <For each={yearsOf(props.calendars)}>
              {(one) => (
                <option value={one} selected={one === year()}>
                  {one}
                </option>
              )}
            </For>
          </select>
        </label>
        <label class="inline-field">
          {t(w.region)}
          <select onChange={(event) => setRegion(event.currentTarget.value)}>
            <option value="">{t(w.everywhere)}</option>
            <For each={Object.entries(regions)}>
              {([code, { name }]) => <option value={code}>{t(name)}</option>}
            </For>
          </select>
        </label>
      </p>
      <Answered found={yearQuery} what={fill(w.yearTitle, { year: year() })} rows={6}>
        {(one) => (
          <>
            <p>
              {t(w.decree)}
              {t(adminWords.colon)}
              {one().decree ?? t(w.noDecree)}
              <Show when={one().source}>
                {(source) => <span class="muted"> · {source()}</span>}
              </Show>
            </p>
            <YearPicture year={one()} />
          </>
        )}
      </Answered>
    </section>
  )
}

const Years = (props: { calendars: CalendarsView }) => (
  <Scroll name={w.years}>
    <table class="plain-table">
      <caption>{t(w.years)}</caption>
      <thead>
        <tr>
          <For each={[w.year, w.decree, w.source, w.daysOff, w.daysWork, w.origin]}>
            {(head) => <th scope="col">{t(head)}</th>}
          </For>
        </tr>
      </thead>
      <tbody>
        <For each={[...props.calendars.items].reverse()}>
          {(one) => (
            <tr>
              <th scope="row">{one.year}</th>
              <td>{one.decree}</td>
              <td>{one.source}</td>
              <td>{one.off}</td>
              <td>{one.work}</td>
              <td>
                <Show when={one.proposal} fallback={t(w.committed)}>
                  {(id) => (
                    <>
                      <a href={adminPaths.change(id())}>{t(w.byProposal)}</a>{' '}
                      <a class="button small" href={adminPaths.takeBack(id())}>
                        {t(changeWords.takeBack)}
                      </a>
                    </>
                  )}
                </Show>
              </td>
            </tr>
          )}
        </For>
      </tbody>
    </table>
  </Scroll>
)

const Overrides = (props: { calendars: CalendarsView }) => (
  <section class="block" aria-labelledby="cal-local">
    <h2 id="cal-local">{t(w.overrides)}</h2>
    <Show
      when={props.calendars.overrides.length > 0}
      fallback={<p class="muted">{t(w.noOverrides)}</p>}
    >
      <ul class="cal-overrides">
        <For each={props.calendars.overrides}>
          {(one) => (
            <li>
              <a href={adminPaths.change(one.proposal)}>
                {t(placeName(one.region?.code ?? null))} {one.name ?? ''}
              </a>
              <Days off={one.off} work={one.work} />
              <span class="muted">
                {one.decree} · {one.source}
              </span>
              <a class="button small" href={adminPaths.takeBack(one.proposal)}>
                {t(changeWords.takeBack)}
              </a>
            </li>
          )}
        </For>
      </ul>
    </Show>
  </section>
)

const Calendars = () => {
  const calendars = useQuery(calendarQueries.calendars)
  usePage(() => t(w.title))
  return (
    <>
      <div class="cal-head-row">
        <h1>{t(w.title)}</h1>
        <a class="button primary" href={adminPaths.calendarNew}>
          {t(w.newProposal)}
        </a>
      </div>
      <p class="lead">{t(w.lead)}</p>
      <Answered found={calendars} what={w.title} rows={10}>
        {(one) => (
          <>
            <Show when={one().missing.length > 0}>
              <p class="notice warn">▲ {t(fill(w.missing, { years: one().missing.join(', ') }))}</p>
            </Show>
            <Proposals about="calendar">
              <a class="button" href={adminPaths.calendarNew}>
                {t(w.newProposal)}
              </a>
            </Proposals>
            <Year calendars={one()} />
            <Overrides calendars={one()} />
            <details class="block cal-years">
              <summary>{t(w.years)}</summary>
              <Years calendars={one()} />
            </details>
          </>
        )}
      </Answered>
    </>
  )
}

export default Calendars
