// Which yearly plans are there, how far have they come, and how is a new one made?
import { useParams } from '@solidjs/router'
import { For, Show } from 'solid-js'
import { fill } from '../../domain/language/words.ts'
import { useQuery } from '../reading/query.ts'
import { PlainTable } from '../screen/plain-table.tsx'
import { Shelf } from '../shelf/page.tsx'
import { shelfWords } from '../shelf/words.ts'
import { addressOfPlan } from './addresses.ts'
import { NewPlan } from './new-plan.tsx'
import { OnePlan } from './plan.tsx'
import { yearPlanQueries } from './reading.ts'
import { yearPlanWords as w } from './words.ts'
import './year-plans.css'

const Overview = (props: { year: number }) => {
  const found = useQuery(() => yearPlanQueries.overview(props.year))
  const heads = [w.bureau, w.planned, w.begun, w.made, w.late]
  return (
    <Show when={found.isSuccess && found.data.bureaus.length > 0 && found.data}>
      {(data) => (
        <section class="block">
          <PlainTable name={fill(w.overview, { year: data().year })} heads={heads} captioned>
            <For each={data().bureaus}>
              {(one) => (
                <tr>
                  <th scope="row">
                    <a href={addressOfPlan(one.plan)}>{one.name}</a>
                  </th>
                  <td>{one.planned}</td>
                  <td>{one.begun}</td>
                  <td>{one.made}</td>
                  <td classList={{ 'plan-bad': one.late > 0 }}>{one.late}</td>
                </tr>
              )}
            </For>
          </PlainTable>
        </section>
      )}
    </Show>
  )
}

const All = () => {
  const found = useQuery(yearPlanQueries.all)
  return (
    <Shelf
      words={{ title: shelfWords.yearPlans, lead: w.lead, none: w.none }}
      found={found}
      rowOf={({ id, name, phase, received, planned, begun }) => ({
        href: addressOfPlan(id),
        name,
        tags: [w.phases[phase], ...(received ? [w.filed] : [])],
        summary: fill(w.rowSummary, { planned, begun }),
      })}
      overview={(plans) => (
        <For each={[...new Set(plans.map(({ year }) => year))]}>
          {(year) => <Overview year={year} />}
        </For>
      )}
    >
      {(form) => <NewPlan form={form()} />}
    </Shelf>
  )
}

const Page = () => {
  const params = useParams<{ id?: string }>()
  return (
    <Show when={params.id} keyed fallback={<All />}>
      {(id) => <OnePlan id={id} />}
    </Show>
  )
}

export default Page
