// What is the rule of a process: its chart, its law, its clocks? (S12)
import { useParams } from '@solidjs/router'
import { useQuery } from '@tanstack/solid-query'
import { For, Match, Show, Switch } from 'solid-js'
import type { ProcessView } from '../../domain/case/views.ts'
import { fill } from '../../domain/case/words.ts'
import { Chart } from '../parts/chart.tsx'
import { chartWords as w } from '../parts/chart-words.ts'
import { navigationWords } from '../parts/navigation-words.ts'
import { usePage } from '../parts/page.ts'
import { Scroll } from '../parts/scroll.tsx'
import { Failure, Skeleton } from '../parts/states.tsx'
import { queries } from '../queries.ts'
import { t } from '../words.ts'

const Clocks = (props: { clocks: ProcessView['clocks'] }) => (
  <section class="block" aria-labelledby="p-clocks">
    <h2 id="p-clocks">{t(w.clocks)}</h2>
    <dl class="summary">
      <For each={props.clocks}>
        {(clock) => (
          <div>
            <dt>{t(clock.words)}</dt>
            <dd>
              <span class="muted">{clock.article}</span>
              <Show when={clock.ladder.length > 0}>
                <ol class="told">
                  <For each={clock.ladder}>
                    {(rung) => (
                      <li>
                        {t(w.after)} {t(fill(rung.after.unit === 'WD' ? w.workingDays : w.naturalDays, { n: rung.after.n }))}：
                        {t(rung.words)}
                      </li>
                    )}
                  </For>
                </ol>
              </Show>
            </dd>
          </div>
        )}
      </For>
    </dl>
  </section>
)

/** The two vocabularies beside each other: what the authority says and what the enterprise reads. */
const States = (props: { process: ProcessView }) => (
  <section class="block" aria-labelledby="p-states">
    <h2 id="p-states">{t(w.state)}</h2>
    <Scroll name={w.state}>
      <table class="plain-table">
        <thead>
          <tr>
            <th scope="col">{t(w.state)}</th>
            <th scope="col">{t(w.partyWords)}</th>
          </tr>
        </thead>
        <tbody>
          <For each={props.process.states}>
            {(state) => (
              <tr>
                <th scope="row">{t(state.words)}</th>
                <td>{t(state.party)}</td>
              </tr>
            )}
          </For>
        </tbody>
      </table>
    </Scroll>
  </section>
)

const Process = () => {
  const params = useParams()
  const process = useQuery(() => queries.process(params.id ?? ''))
  usePage(() => t(process.isSuccess ? process.data.title : navigationWords.processBook))
  return (
    <div class="page">
      <Switch fallback={<Skeleton rows={8} />}>
        <Match when={process.isError && !process.data}>
          <Failure error={process.error} what={navigationWords.processBook} onRetry={() => void process.refetch()} />
        </Match>
        <Match when={process.isSuccess && process.data}>
          {(one) => (
            <>
              <h1>{t(one().title)}</h1>
              <p class="lead">{t(one().summary)}</p>
              <p class="muted">
                {t(fill(w.version, { n: one().version }))} · {one().law}
              </p>
              <section class="block" aria-label={t(one().title)}>
                <Chart diagram={one().diagram} title={one().title} />
              </section>
              <div class="two-columns">
                <Clocks clocks={one().clocks} />
                <States process={one()} />
              </div>
            </>
          )}
        </Match>
      </Switch>
    </div>
  )
}

export default Process
