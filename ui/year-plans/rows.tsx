// Whom does a plan name, and how does one press begin a visit of it?
import { useNavigate } from '@solidjs/router'
import { createSignal, For, Show } from 'solid-js'
import type { YearPlanRows, YearPlanView } from '../../contract/year-plans/year-plans.ts'
import { fill } from '../../domain/language/words.ts'
import { addDays, yearOf } from '../../domain/time/days.ts'
import { yearPlansApi } from '../client/case/year-plans.ts'
import { paths } from '../client/paths.ts'
import { t } from '../client/words.ts'
import { Answered } from '../reading/answered.tsx'
import { useQuery } from '../reading/query.ts'
import { PlainTable } from '../screen/plain-table.tsx'
import { Empty, Failure } from '../screen/states.tsx'
import { today } from '../screen/time.ts'
import { createPressing } from '../shelf/pressing.ts'
import { shelfWords } from '../shelf/words.ts'
import { readPlansAnew, yearPlanQueries } from './reading.ts'
import { yearPlanWords as w } from './words.ts'

type Row = YearPlanRows['items'][number]
type Begin = (row: Row, nth: number) => void

const Visits = (props: { row: Row; may: boolean; onBegin: Begin }) => {
  const all = () => Array.from({ length: props.row.visits }, (_, at) => at + 1)
  const caseOf = (nth: number) => props.row.begun.find((one) => one.nth === nth)?.case
  return (
    <For each={all()}>
      {(nth) => (
        <Show
          when={caseOf(nth)}
          fallback={
            <Show when={props.may && props.row.state !== 'dropped'}>
              <button
                type="button"
                class="button quiet"
                aria-label={t(fill(w.startVisitOf, { name: props.row.name, nth }))}
                onClick={() => props.onBegin(props.row, nth)}
              >
                {t(fill(w.startVisit, { nth }))}
              </button>
            </Show>
          }
        >
          {(id) => (
            <a class="plan-visit" href={paths.case(id())}>
              {t(fill(w.openVisit, { nth }))}
            </a>
          )}
        </Show>
      )}
    </For>
  )
}

/** Tomorrow, where that lies in the year of the plan. */
const usualDay = (year: number): string => {
  const tomorrow = addDays(today(), 1)
  return yearOf(tomorrow) === year ? tomorrow : `${year}-01-01`
}

const Table = (props: { rows: Row[]; may: boolean; onBegin: Begin }) => (
  <PlainTable name={w.rows} heads={[shelfWords.enterprise, w.class, w.visits, w.visitsBegun]}>
    <For each={props.rows}>
      {(row) => (
        <tr>
          <th scope="row">
            {row.name}
            <Show when={row.state !== 'planned'}>
              {' '}
              <span class="tag dashed">{t(w.states[row.state])}</span>
            </Show>
          </th>
          <td>{t(row.class)}</td>
          <td>{row.visits}</td>
          <td>
            <Visits row={row} may={props.may} onBegin={props.onBegin} />
          </td>
        </tr>
      )}
    </For>
  </PlainTable>
)

const Search = (props: { onFind: (q: string) => void }) => {
  const [typed, setTyped] = createSignal('')
  return (
    <form
      class="plan-search"
      onSubmit={(event) => {
        event.preventDefault()
        props.onFind(typed().trim())
      }}
    >
      <div class="field">
        <label for="plan-q">{t(w.search)}</label>
        <input
          id="plan-q"
          maxLength={200}
          value={typed()}
          onInput={(event) => setTyped(event.currentTarget.value)}
        />
      </div>
      <button type="submit" class="button">
        {t(w.find)}
      </button>
    </form>
  )
}

export const Rows = (props: { plan: YearPlanView }) => {
  const navigate = useNavigate()
  const { failed, send } = createPressing(readPlansAnew)
  const [place, setPlace] = createSignal({ q: '', after: 0 })
  const [day, setDay] = createSignal(usualDay(props.plan.year))
  const found = useQuery(() => yearPlanQueries.rows(props.plan.id, place().q, place().after))
  const begin: Begin = (row, nth) =>
    void send(async (key) => {
      const visit = { enterprise: row.enterprise, nth, plannedOn: day() }
      const { case: id } = await yearPlansApi.begin(props.plan.id, visit, key)
      navigate(paths.case(id))
    })
  return (
    <section class="block">
      <h2>{t(w.rows)}</h2>
      <Search onFind={(q) => setPlace({ q, after: 0 })} />
      <Show when={props.plan.may.visit}>
        <div class="field">
          <label for="plan-day">{t(w.visitDay)}</label>
          <input
            id="plan-day"
            type="date"
            value={day()}
            onInput={(event) => setDay(event.currentTarget.value)}
          />
        </div>
      </Show>
      <Show when={failed()}>{(error) => <Failure error={error()} />}</Show>
      <Answered found={found} what={w.rows} rows={5}>
        {(data) => (
          <>
            <Show when={data().items.length > 0} fallback={<Empty summary={w.noRow} />}>
              <Table rows={data().items} may={props.plan.may.visit} onBegin={begin} />
            </Show>
            <p class="plan-pages">
              <Show when={place().after > 0}>
                <button
                  type="button"
                  class="button"
                  onClick={() => setPlace({ ...place(), after: 0 })}
                >
                  {t(w.toFirst)}
                </button>
              </Show>
              <Show when={data().next}>
                {(after) => (
                  <button
                    type="button"
                    class="button"
                    onClick={() => setPlace({ ...place(), after: after() })}
                  >
                    {t(w.more)}
                  </button>
                )}
              </Show>
            </p>
          </>
        )}
      </Answered>
    </section>
  )
}
