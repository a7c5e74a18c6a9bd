// How does one yearly plan stand, and what may this person do about it?
import { For, Show } from 'solid-js'
import type { YearPlanView } from '../../contract/year-plans/year-plans.ts'
import { fill } from '../../domain/language/words.ts'
import { yearPlansApi } from '../client/case/year-plans.ts'
import { t } from '../client/words.ts'
import { drawAddress } from '../draws/addresses.ts'
import { Answered } from '../reading/answered.tsx'
import { useQuery } from '../reading/query.ts'
import { usePage } from '../screen/page.ts'
import { PlainTable } from '../screen/plain-table.tsx'
import { showTime } from '../screen/time.ts'
import { shelfWords } from '../shelf/words.ts'
import { yearPlanAddress } from './addresses.ts'
import { Caps } from './caps.tsx'
import { Completion } from './completion.tsx'
import { Deciding } from './deciding.tsx'
import { yearPlanQueries } from './reading.ts'
import { Rows } from './rows.tsx'
import { yearPlanWords as w } from './words.ts'

/** Days needed against days had: red where they do not fit. */
const Workload = (props: { plan: YearPlanView }) => {
  const load = () => props.plan.workload
  return (
    <section class="block">
      <h2>{t(w.workload)}</h2>
      <p class="plan-days" classList={{ 'plan-bad': !load().fits }}>
        {t(fill(w.needed, { needed: load().needed, inspecting: load().inspecting }))}
        <Show when={!load().fits}>
          {' '}
          <strong>{t(w.unfit)}</strong>
        </Show>
      </p>
      <Show when={load().inspecting > 0 || load().needed > 0}>
        <progress
          aria-label={t(w.workload)}
          max={Math.max(load().inspecting, load().needed)}
          value={load().needed}
          class="plan-load"
          classList={{ 'plan-over': !load().fits }}
        />
      </Show>
      <Show when={!load().keyEnough}>
        <p class="plan-bad">{t(w.keyShort)}</p>
      </Show>
      <p>{t(fill(w.officers, { n: props.plan.officers }))}</p>
      <ol class="plan-reckoning">
        <For each={load().reckoning}>{(line) => <li>{t(line)}</li>}</For>
      </ol>
      <Show when={load().provisional}>
        <ul class="plan-doubts">
          <For each={load().reasons}>
            {(reason) => (
              <li>
                <span class="tag dashed">{t(w.provisional)}</span> {t(reason)}
              </li>
            )}
          </For>
        </ul>
      </Show>
    </section>
  )
}

const Objects = (props: { plan: YearPlanView }) => (
  <section class="block">
    <PlainTable name={w.objects} heads={[w.class, w.enterprises, w.visits]} captioned>
      <For each={props.plan.totals}>
        {(one) => (
          <tr>
            <th scope="row">{t(one.words)}</th>
            <td>{one.objects}</td>
            <td>{one.visits}</td>
          </tr>
        )}
      </For>
      <For each={props.plan.shares}>
        {(one) => (
          <tr>
            <th scope="row">
              {t(
                fill(w.byLotOf, {
                  industry: one.industry ?? t(w.anyIndustry),
                  percent: one.percent,
                }),
              )}
            </th>
            <td>{one.pool}</td>
            <td>{one.visits}</td>
          </tr>
        )}
      </For>
    </PlainTable>
    <Show when={props.plan.shares.length > 0 && props.plan.may.visit}>
      <p>
        <a href={drawAddress}>{t(shelfWords.draws)}</a>
      </p>
    </Show>
  </section>
)

const History = (props: { plan: YearPlanView }) => (
  <section class="block">
    <h2>{t(w.history)}</h2>
    <ul>
      <For each={props.plan.steps}>
        {(step) => (
          <li>
            {t(w.steps[step.kind])} {step.object ?? ''}{' '}
            <Show when={step.ground}>{(ground) => <span class="tag">{t(ground())}</span>}</Show>
            {step.words}{' '}
            <span class="muted">
              {step.name} · {showTime(step.at)}
            </span>
          </li>
        )}
      </For>
    </ul>
  </section>
)

const Head = (props: { plan: YearPlanView }) => (
  <>
    <p>
      <a href={yearPlanAddress}>{t(w.back)}</a>
    </p>
    <h1>{props.plan.name}</h1>
    <p class="muted">
      <span class="tag">{t(w.phases[props.plan.phase])}</span>{' '}
      <Show when={props.plan.phase === 'approved' && !props.plan.current}>
        <span class="tag dashed">{t(w.superseded)}</span>{' '}
      </Show>
      <Show when={props.plan.steps.some(({ kind }) => kind === 'received')}>
        <span class="tag">{t(w.filed)}</span>{' '}
      </Show>
      {t(fill(w.version, { n: props.plan.version }))} · {props.plan.by} · {showTime(props.plan.at)}
    </p>
    <Show when={props.plan.reason !== ''}>
      <p>{t(fill(w.changedFor, { reason: props.plan.reason }))}</p>
    </Show>
    <Show when={props.plan.phase === 'approved'}>
      <p>{t(w.government)}</p>
      <p>
        <a
          class="button"
          href={yearPlansApi.document(props.plan.id)}
          target="_blank"
          rel="noopener"
        >
          {t(w.print)}
        </a>
      </p>
    </Show>
  </>
)

const Found = (props: { plan: YearPlanView }) => (
  <>
    <Head plan={props.plan} />
    <Deciding plan={props.plan} />
    <Workload plan={props.plan} />
    <Objects plan={props.plan} />
    <Caps plan={props.plan} />
    <Show when={props.plan.phase === 'approved'}>
      <Completion id={props.plan.id} />
    </Show>
    <Rows plan={props.plan} />
    <Show when={props.plan.steps.length > 0}>
      <History plan={props.plan} />
    </Show>
  </>
)

export const OnePlan = (props: { id: string }) => {
  const found = useQuery(() => yearPlanQueries.one(props.id))
  usePage(() => found.data?.name ?? t(shelfWords.yearPlans))
  return (
    <div class="page narrow">
      <Answered found={found} what={w.one} rows={8}>
        {(plan) => <Found plan={plan()} />}
      </Answered>
    </div>
  )
}
