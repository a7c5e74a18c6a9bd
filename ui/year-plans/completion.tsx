// How far has a plan come, by class, month and officer?
import { For, Show } from 'solid-js'
import type { YearPlanCompletion } from '../../contract/year-plans/year-plans.ts'
import { fill } from '../../domain/language/words.ts'
import { t } from '../client/words.ts'
import { Answered } from '../reading/answered.tsx'
import { useQuery } from '../reading/query.ts'
import { PlainTable } from '../screen/plain-table.tsx'
import { yearPlanQueries } from './reading.ts'
import { yearPlanWords as w } from './words.ts'

const ByClass = (props: { found: YearPlanCompletion }) => {
  const rows = () => [
    ...props.found.classes,
    { ...props.found.whole, class: 'whole', words: w.whole },
  ]
  return (
    <PlainTable name={w.byClass} heads={[w.class, w.planned, w.begun, w.made, w.late]} captioned>
      <For each={rows()}>
        {(one) => (
          <tr>
            <th scope="row">{t(one.words)}</th>
            <td>{one.planned}</td>
            <td>{one.begun}</td>
            <td>{one.made}</td>
            <td classList={{ 'plan-bad': one.late > 0 }}>{one.late}</td>
          </tr>
        )}
      </For>
    </PlainTable>
  )
}

const ByMonth = (props: { found: YearPlanCompletion }) => (
  <PlainTable name={w.byMonth} heads={[w.month, w.begun, w.made, w.late]} captioned>
    <For each={props.found.months}>
      {(one) => (
        <tr>
          <th scope="row">{t(fill(w.monthOf, { n: one.month }))}</th>
          <td>{one.begun}</td>
          <td>{one.made}</td>
          <td classList={{ 'plan-bad': one.late > 0 }}>{one.late}</td>
        </tr>
      )}
    </For>
  </PlainTable>
)

const ByOfficer = (props: { found: YearPlanCompletion }) => (
  <Show when={props.found.officers.length > 0}>
    <PlainTable name={w.byOfficer} heads={[w.officer, w.made]} captioned>
      <For each={props.found.officers}>
        {(one) => (
          <tr>
            <th scope="row">
              {one.holder} {one.certificate}
            </th>
            <td>{one.made}</td>
          </tr>
        )}
      </For>
    </PlainTable>
  </Show>
)

export const Completion = (props: { id: string }) => {
  const found = useQuery(() => yearPlanQueries.completion(props.id))
  return (
    <section class="block">
      <h2>{t(w.completion)}</h2>
      <Answered found={found} what={w.completion} rows={4}>
        {(data) => (
          <>
            <ByClass found={data()} />
            <ByMonth found={data()} />
            <ByOfficer found={data()} />
          </>
        )}
      </Answered>
    </section>
  )
}
