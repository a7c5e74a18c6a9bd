// Who has asked whom to take a shift, and what was answered?
import { For, Show } from 'solid-js'
import type { ExchangeView } from '../../contract/rosters/rosters.ts'
import { fill } from '../../domain/language/words.ts'
import { rostersApi } from '../client/rosters.ts'
import { t } from '../client/words.ts'
import { showMoment } from '../screen/time.ts'
import { readRostersAgain, useRequest } from './acting.ts'
import { shiftText } from './days.ts'
import { Mistakes } from './mistakes.tsx'
import { exchangeStates, rosterWords as w } from './words.ts'

type Answer = 'accepted' | 'declined' | 'withdrawn'

const Answers = (props: { one: ExchangeView }) => {
  const { busy, wrong, run } = useRequest()
  const answer = (decision: Answer) =>
    void run(() => rostersApi.answer(props.one.id, { decision }), readRostersAgain)
  const button = (decision: Answer, label: string, primary = false) => (
    <button
      type="button"
      class={`button small ${primary ? 'primary' : ''}`}
      aria-label={`${label} ${shiftText(props.one.shift)}`}
      aria-disabled={busy()}
      onClick={() => answer(decision)}
    >
      {label}
    </button>
  )
  return (
    <div class="roster-acts">
      <Show when={props.one.mayAccept}>{button('accepted', t(w.accept), true)}</Show>
      <Show when={props.one.mayDecline}>{button('declined', t(w.decline))}</Show>
      <Show when={props.one.mayWithdraw}>{button('withdrawn', t(w.withdraw))}</Show>
      <Mistakes of={wrong()} />
    </div>
  )
}

const Line = (props: { one: ExchangeView }) => (
  <li>
    <p>
      <strong>
        {t(
          fill(w.exchangeLine, {
            from: props.one.from.name,
            to: props.one.to.name,
            shift: shiftText(props.one.shift),
          }),
        )}
      </strong>{' '}
      <span class={`tag ${props.one.status === 'accepted' ? '' : 'dashed'}`}>
        {t(exchangeStates[props.one.status])}
      </span>
    </p>
    <Show when={props.one.inReturn}>
      {(shift) => <p>{t(fill(w.returnLine, { shift: shiftText(shift()) }))}</p>}
    </Show>
    <p class="muted">
      {`${props.one.reason} · ${t(fill(w.by, { name: props.one.from.name, time: showMoment(props.one.at) }))}`}
    </p>
    <Show when={props.one.decidedBy}>
      {(name) => (
        <p class="muted">
          {`${t(exchangeStates[props.one.status])} · ${t(
            fill(w.by, { name: name(), time: showMoment(props.one.decidedAt ?? '') }),
          )} ${props.one.decisionReason}`}
        </p>
      )}
    </Show>
    <Answers one={props.one} />
  </li>
)

export const Exchanges = (props: { items: ExchangeView[] }) => (
  <ul class="roster-exchanges">
    <For each={props.items} fallback={<li class="muted">{t(w.noExchanges)}</li>}>
      {(one) => <Line one={one} />}
    </For>
  </ul>
)
