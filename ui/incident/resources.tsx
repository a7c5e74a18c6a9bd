// Which teams, experts, equipment and stock lie nearest to the event, which of them are free, and how is one called?
import { createSignal, For, Match, Show, Switch } from 'solid-js'
import type { CaseView } from '../../contract/case/cases.ts'
import type { NearEntryView } from '../../contract/case/nearest.ts'
import { fill, type Text } from '../../domain/language/words.ts'
import { coordinatesIn } from '../../domain/organisation/coordinates.ts'
import { paths } from '../client/paths.ts'
import { t } from '../client/words.ts'
import { useQuery } from '../reading/query.ts'
import { Failure, Skeleton } from '../screen/states.tsx'
import { showDate } from '../screen/time.ts'
import { nearestOf } from './asking-nearest.ts'
import { ElsewhereResources } from './elsewhere.tsx'
import { OrderTable } from './order-table.tsx'
import { resourceWords as w } from './resources-words.ts'
import './resources.css'

const PAGE = 8
/** The act by which those above are asked for forces. */
const SUPPORT = 'request-support'
const ranges = [20, 50, 100, 300]
const sources: Record<'case' | 'enterprise' | 'asked', Text> = {
  case: w.byCase,
  enterprise: w.byEnterprise,
  asked: w.byAsked,
}

const Standing = (props: { one: NearEntryView }) => (
  <>
    <Show when={props.one.free} fallback={<For each={props.one.reasons}>{Reason}</For>}>
      <strong class="near-free">{t(w.free)}</strong>
    </Show>
    <Show when={props.one.free && props.one.heldBy.length > 0}>
      <p class="muted">{t(w.inExercise)}</p>
    </Show>
  </>
)

const Reason = (reason: Text) => <p class="near-held">{t(reason)}</p>

const Row = (props: { one: NearEntryView; href: string | null }) => (
  <tr>
    <th scope="row">
      {props.one.name}
      <span class="muted">
        {[t(props.one.kind), props.one.owner ?? t(props.one.region), props.one.number].join(' · ')}
      </span>
    </th>
    <td class="near-km">
      {props.one.km === null ? t(w.unknown) : t(fill(w.km, { km: props.one.km }))}
    </td>
    <td>
      <For each={props.one.fields}>
        {({ label, value }) => (
          <span class="near-field">
            <span class="visually-hidden">{t(label)} </span>
            {t(value)}
          </span>
        )}
      </For>
    </td>
    <td data-label={t(w.due)} classList={{ 'near-held': props.one.overdue }}>
      {props.one.due === null ? t(w.noDue) : showDate(props.one.due)}
      <Show when={props.one.overdue}> {t(w.overdue)}</Show>
    </td>
    <td>
      <Standing one={props.one} />
    </td>
    <td class="print-hidden">
      <Show when={props.one.free && props.href}>
        {(href) => (
          <a class="button" href={href()} aria-label={t(fill(w.giveTo, { name: props.one.name }))}>
            {t(w.give)}
          </a>
        )}
      </Show>
    </td>
  </tr>
)

const Table = (props: {
  items: NearEntryView[]
  hrefOf: (one: NearEntryView) => string | null
}) => (
  <OrderTable
    class="near"
    heads={[w.resource, w.distance, w.amount, w.due, w.state]}
    action={w.order}
  >
    <For each={props.items}>{(one) => <Row one={one} href={props.hrefOf(one)} />}</For>
  </OrderTable>
)

type Asking = { kind: string; km: number; at: string }

const Filters = (props: {
  kinds: { kind: string; words: Text }[]
  asking: Asking
  onAsk: (change: Partial<Asking>) => void
}) => (
  <div class="near-filters print-hidden">
    <label for="near-kind">{t(w.kinds)}</label>
    <select id="near-kind" onChange={(event) => props.onAsk({ kind: event.currentTarget.value })}>
      <option value="">{t(w.every)}</option>
      <For each={props.kinds}>
        {({ kind, words }) => (
          <option value={kind} selected={props.asking.kind === kind}>
            {t(words)}
          </option>
        )}
      </For>
    </select>
    <label for="near-within">{t(w.within)}</label>
    <select
      id="near-within"
      onChange={(event) => props.onAsk({ km: Number(event.currentTarget.value) })}
    >
      <For each={ranges}>
        {(km) => (
          <option value={km} selected={props.asking.km === km}>
            {t(fill(w.km, { km }))}
          </option>
        )}
      </For>
    </select>
    <label for="near-from">{t(w.from)}</label>
    <input
      id="near-from"
      type="text"
      inputmode="decimal"
      size="18"
      placeholder={t(w.fromHint)}
      onChange={(event) => props.onAsk({ at: event.currentTarget.value.trim() })}
    />
  </div>
)

/** `opens`: the act that calls one. */
const NearestResources = (props: { case: CaseView; opens: string }) => {
  const [asking, setAsking] = createSignal<Asking>({ kind: '', km: 100, at: '' })
  const [shown, setShown] = createSignal(PAGE)
  const near = useQuery(() => {
    const { kind, km, at } = asking()
    return nearestOf(props.case.id, {
      type: props.opens,
      km,
      ...(kind && { kind }),
      ...(coordinatesIn(at) && { at }),
    })
  })
  const answer = () => (near.isSuccess ? near.data : undefined)
  const mayDo = (act: string) =>
    props.case.acts.some(({ type, allowed }) => type === act && allowed)
  const hrefOf = ({ number }: NearEntryView) =>
    mayDo(props.opens) ? paths.act(props.case.id, props.opens, null, { resource: number }) : null
  return (
    <section class="block" aria-labelledby="incident-near">
      <div class="items-head">
        <h2 id="incident-near">{t(w.title)}</h2>
        <Show when={answer()}>
          {(found) => <span class="muted">{t(fill(w.count, { count: found().total }))}</span>}
        </Show>
      </div>
      <Filters
        kinds={answer()?.kinds ?? []}
        asking={asking()}
        onAsk={(change) => {
          setShown(PAGE)
          setAsking((before) => ({ ...before, ...change }))
        }}
      />
      <Switch fallback={<Skeleton rows={3} />}>
        <Match when={near.isError && !near.data}>
          <Failure error={near.error} what={w.title} onRetry={() => void near.refetch()} />
        </Match>
        <Match when={answer()}>
          {(found) => (
            <>
              <p class="muted">
                {t(found().by ? sources[found().by?.source ?? 'case'] : w.byNone)}
              </p>
              <Show when={found().items.length > 0} fallback={<p class="empty">{t(w.none)}</p>}>
                <Table items={found().items.slice(0, shown())} hrefOf={hrefOf} />
              </Show>
              <Show when={found().items.length > shown()}>
                <button type="button" class="button" onClick={() => setShown(shown() + PAGE)}>
                  {t(fill(w.more, { count: found().items.length - shown() }))}
                </button>
              </Show>
              <Show when={found().total > found().items.length}>
                <p class="muted">
                  {t(fill(w.elsewhere, { count: found().total - found().items.length }))}
                </p>
              </Show>
              <Show when={found().elsewhere.length > 0}>
                <ElsewhereResources
                  counts={found().elsewhere}
                  {...(mayDo(SUPPORT) && { ask: paths.act(props.case.id, SUPPORT) })}
                />
              </Show>
            </>
          )}
        </Match>
      </Switch>
    </section>
  )
}

export default NearestResources
