// Which orders of the plan stand ready, which were given, and where has the response departed from the plan?
import { createSignal, For, Show } from 'solid-js'
import type { CaseView } from '../../contract/case/cases.ts'
import type { PlannedView } from '../../contract/case/items.ts'
import { fill, type Text } from '../../domain/language/words.ts'
import { paths } from '../client/paths.ts'
import { t } from '../client/words.ts'
import { noSending } from '../reading/live.ts'
import { showTime } from '../screen/time.ts'
import { canBeGiven, createGiving, type Outcome } from './give-planned.ts'
import { OrderTable } from './order-table.tsx'
import { planWords as w } from './plan-words.ts'
import './plan.css'

const stateWords: Record<PlannedView['state'], Text> = {
  ready: w.ready,
  overdue: w.overdue,
  missed: w.missed,
  given: w.given,
  refused: w.unitRefused,
  recalled: w.recalled,
}
/** It was given, and is to be given again. */
const wasTakenBack = ({ state }: PlannedView) => state === 'refused' || state === 'recalled'
const outcomeWords: Record<Outcome['state'], Text> = {
  sending: w.sending,
  given: w.nowGiven,
  refused: w.refused,
  unclear: w.unclear,
}

/** Whom it is for; that nobody is there is said before it is given. */
const Recipient = (props: { one: PlannedView }) => (
  <>
    {props.one.recipient}
    <Show when={props.one.state !== 'given' && props.one.state !== 'missed'}>
      <Show when={props.one.post} fallback={<strong class="plan-warning">{t(w.noPost)}</strong>}>
        {(post) => (
          <Show when={props.one.vacant} fallback={<span class="muted">{t(post())}</span>}>
            <strong class="plan-warning">{t(fill(w.vacant, { post: t(post()) }))}</strong>
          </Show>
        )}
      </Show>
    </Show>
  </>
)

const Row = (props: { one: PlannedView; outcome: Outcome | undefined; href: string | null }) => (
  <tr>
    <td>{t(props.one.part)}</td>
    <td>{t(props.one.words)}</td>
    <td class="plan-recipient">
      <Recipient one={props.one} />
    </td>
    <td>
      {props.one.minutes === null
        ? t(w.noLimit)
        : t(fill(w.within, { minutes: props.one.minutes }))}
      <Show when={props.one.dueAt}>
        {(at) => <span class="muted">{t(fill(w.until, { at: showTime(at()) }))}</span>}
      </Show>
    </td>
    <td role="status">
      <strong classList={{ late: props.one.state !== 'ready' && props.one.state !== 'given' }}>
        {t(stateWords[props.one.state])}
      </strong>
      <Show when={props.one.givenAt}>{(at) => <span> {showTime(at())}</span>}</Show>
      <For each={props.one.departures}>{(one) => <p class="plan-departure">{t(one)}</p>}</For>
      <Show when={!wasTakenBack(props.one) && props.outcome}>
        {(outcome) => (
          <p class={outcome().state === 'refused' ? 'plan-departure' : 'muted'}>
            {[outcomeWords[outcome().state], ...outcome().reasons].map((one) => t(one)).join(' ')}
          </p>
        )}
      </Show>
    </td>
    <td class="print-hidden">
      <Show when={props.href}>
        {(href) => (
          <a class="button" href={href()}>
            {t(w.give)}
          </a>
        )}
      </Show>
    </td>
  </tr>
)

const Table = (props: {
  planned: PlannedView[]
  outcomes: Record<string, Outcome>
  hrefOf: (one: PlannedView) => string | null
}) => (
  <OrderTable
    class="plan-orders"
    heads={[w.level, w.order, w.recipient, w.limit, w.state]}
    action={w.give}
  >
    <For each={props.planned}>
      {(one) => <Row one={one} outcome={props.outcomes[one.key]} href={props.hrefOf(one)} />}
    </For>
  </OrderTable>
)

/** What will follow is read before anything is sent. */
const Ask = (props: {
  count: number
  effect: Text | undefined
  onConfirm: () => void
  onCancel: () => void
}) => (
  <div class="notice warn" role="alertdialog" aria-labelledby="incident-plan-ask">
    <p id="incident-plan-ask">
      <strong>{t(fill(w.ask, { count: props.count }))}</strong>
    </p>
    <Show when={props.effect}>{(effect) => <p>{t(effect())}</p>}</Show>
    <p class="form-actions">
      <button type="button" class="button primary" onClick={() => props.onConfirm()}>
        {t(w.confirm)}
      </button>
      <button type="button" class="button quiet" onClick={() => props.onCancel()}>
        {t(w.cancel)}
      </button>
    </p>
  </div>
)

const Head = (props: {
  planned: PlannedView[]
  ready: number
  busy: boolean
  onAsk: () => void
}) => (
  <div class="items-head">
    <h2 id="incident-plan">{t(w.title)}</h2>
    <span class="muted">
      {t(
        fill(w.count, {
          given: props.planned.filter(({ state }) => state === 'given').length,
          all: props.planned.length,
        }),
      )}
    </span>
    <Show when={props.ready > 0}>
      <button
        type="button"
        class="button primary print-hidden"
        aria-disabled={props.busy || noSending() !== null}
        onClick={() => {
          if (!props.busy && noSending() === null) props.onAsk()
        }}
      >
        {t(props.busy ? w.sending : fill(w.giveAll, { count: props.ready }))}
      </button>
    </Show>
  </div>
)

/** `opens`: the act that gives one. */
export const PlannedOrders = (props: { case: CaseView; planned: PlannedView[]; opens: string }) => {
  const giving = createGiving(
    () => props.case,
    () => props.opens,
  )
  const [asked, setAsked] = createSignal(false)
  const act = () => props.case.acts.find(({ type }) => type === props.opens)
  const may = () => act()?.allowed === true
  /** What has just been given may still stand as it did before. */
  const isGiven = (one: PlannedView) =>
    !wasTakenBack(one) && giving.outcomes()[one.key]?.state === 'given'
  const ready = () => (may() ? props.planned.filter((one) => canBeGiven(one) && !isGiven(one)) : [])
  const hrefOf = (one: PlannedView) =>
    may() && !isGiven(one) && one.state !== 'given' && one.state !== 'missed'
      ? paths.act(props.case.id, props.opens, null, { planned: one.key })
      : null
  const giveAll = () => {
    setAsked(false)
    void giving.give(ready())
  }
  return (
    <section class="block" aria-labelledby="incident-plan">
      <Head
        planned={props.planned}
        ready={ready().length}
        busy={giving.busy()}
        onAsk={() => setAsked(true)}
      />
      <Show when={asked()}>
        <Ask
          count={ready().length}
          effect={act()?.consequence?.effect}
          onConfirm={giveAll}
          onCancel={() => setAsked(false)}
        />
      </Show>
      <Table planned={props.planned} outcomes={giving.outcomes()} hrefOf={hrefOf} />
    </section>
  )
}
