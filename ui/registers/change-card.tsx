// What does one change say, what became of it, and what may this person do about it?
import { createSignal, createUniqueId, For, Show } from 'solid-js'
import type { RegisterChangeView } from '../../contract/registers/registers.ts'
import { fill } from '../../domain/language/words.ts'
import { useSending } from '../admin/sending.ts'
import { type ChangeDecision, registersApi } from '../client/registers.ts'
import { t } from '../client/words.ts'
import { ErrorSummary } from '../form/error-summary.tsx'
import { noSending } from '../reading/live.ts'
import { showStamp } from '../screen/time.ts'
import { readAnew } from './reading.ts'
import { registerWords as w } from './words.ts'

type Props = { register: string; one: RegisterChangeView }

const Difference = (props: { fields: RegisterChangeView['fields'][number]; fresh: boolean }) => {
  const after = () => t(props.fields.after ?? w.nothing)
  return (
    <div>
      <dt>{t(props.fields.label)}</dt>
      <dd>
        <Show
          when={props.fields.lines}
          fallback={
            props.fresh
              ? after()
              : t(fill(w.becomes, { before: t(props.fields.before ?? w.nothing), after: after() }))
          }
        >
          {(lines) => (
            <ul class="bare-list register-lines">
              <For each={lines()}>{(one) => <li>{t(one)}</li>}</For>
            </ul>
          )}
        </Show>
      </dd>
    </div>
  )
}

const Decided = (props: { one: RegisterChangeView }) => (
  <Show when={props.one.status !== 'waiting' && props.one.decision}>
    {(decision) => (
      <p class="muted">
        {t(
          fill(w[props.one.status as 'approved' | 'rejected' | 'withdrawn'], {
            at: showStamp(decision().at),
          }),
        )}
        <Show when={decision().by}>{(name) => t(fill(w.by, { name: name() }))}</Show>
        <Show when={decision().version}>{(n) => <> · {t(fill(w.version, { n: n() }))}</>}</Show>
        <Show when={decision().reason}>
          {(reason) => <> · {t(fill(w.reason, { reason: reason() }))}</>}
        </Show>
      </p>
    )}
  </Show>
)

const Deciding = (props: Props) => {
  const sending = useSending()
  const id = createUniqueId()
  const [reason, setReason] = createSignal('')
  const blocked = () => sending.busy() || noSending() !== null
  const decide = (decision: ChangeDecision) => {
    if (blocked()) return
    const label = reason().trim()
    const missing =
      decision === 'rejection' && label === '' ? [{ field: null, words: w.missingReason }] : []
    void sending.send(missing, async (keyOf) => {
      await registersApi.decide(
        props.register,
        props.one.id,
        decision,
        label,
        keyOf(props.one.id, decision, label),
      )
      await readAnew(props.register)
    })
  }
  return (
    <>
      <ErrorSummary mistakes={sending.mistakes()} />
      <Show when={!props.one.mayConfirm && props.one.whyNot.length > 0}>
        <p class="muted">{props.one.whyNot.map((why) => t(why)).join(' ')}</p>
      </Show>
      <Show when={props.one.whyNotRefuse.length > 0}>
        <p class="muted">{props.one.whyNotRefuse.map((why) => t(why)).join(' ')}</p>
      </Show>
      <Show when={props.one.mayConfirm || props.one.mayRefuse}>
        <div class="field">
          <label class="field-label" for={id}>
            {t(w.opinion)}
          </label>
          <input
            id={id}
            name="opinion"
            autocomplete="off"
            value={reason()}
            onInput={(event) => setReason(event.currentTarget.value)}
          />
        </div>
      </Show>
      <p class="form-actions">
        <Show when={props.one.mayConfirm}>
          <button
            type="button"
            class="button primary"
            aria-disabled={blocked()}
            onClick={() => decide('approval')}
          >
            {t(sending.busy() ? w.sending : w.confirm)}
          </button>
        </Show>
        <Show when={props.one.mayRefuse}>
          <button
            type="button"
            class="button"
            aria-disabled={blocked()}
            onClick={() => decide('rejection')}
          >
            {t(w.refuse)}
          </button>
        </Show>
        <Show when={props.one.mayWithdraw}>
          <button
            type="button"
            class="button quiet"
            aria-disabled={blocked()}
            onClick={() => decide('withdrawal')}
          >
            {t(w.withdraw)}
          </button>
        </Show>
      </p>
    </>
  )
}

/** By when it is to be answered, and from which day silence is an answer: said before it is confirmed, for these days run already. */
const Running = (props: { dues: RegisterChangeView['dues'] }) => (
  <For each={props.dues}>
    {(due) => (
      <p>
        {t(fill(w.runs, { label: t(due.label), date: due.day }))}
        <Show when={due.settled}>
          {(settled) => (
            <> · {t(fill(w.runs, { label: t(settled().label), date: settled().day }))}</>
          )}
        </Show>
      </p>
    )}
  </For>
)

export const ChangeCard = (props: Props) => (
  <li class="register-change">
    <p>
      <span class={`tag ${props.one.status === 'approved' ? '' : 'dashed'}`}>
        {t(props.one.fresh ? w.fresh : w.changed)}
      </span>{' '}
      <strong>{[props.one.number, props.one.name].filter(Boolean).join(' ')}</strong>{' '}
      {t(fill(w.stands, { standing: t(props.one.standing), from: props.one.from }))}
    </p>
    <p class="muted">
      {t(
        fill(props.one.by ? w.proposedBy : w.proposedAt, {
          at: showStamp(props.one.at),
          by: props.one.by ?? '',
        }),
      )}
      <Show when={props.one.reason}>
        {(reason) => <> · {t(fill(w.reason, { reason: reason() }))}</>}
      </Show>
    </p>
    <Decided one={props.one} />
    <Running dues={props.one.dues} />
    <Show when={props.one.owner !== null || props.one.fields.length > 0}>
      <dl class="summary compact">
        <Show when={props.one.owner}>
          {(owner) => (
            <div>
              <dt>{t(w.owner)}</dt>
              <dd>{owner()}</dd>
            </div>
          )}
        </Show>
        <For each={props.one.fields}>
          {(label) => <Difference fields={label} fresh={props.one.fresh} />}
        </For>
      </dl>
    </Show>
    <Show when={props.one.fields.length === 0}>
      <p class="muted">{t(w.noField)}</p>
    </Show>
    <Show when={props.one.status === 'waiting'}>
      <Deciding register={props.register} one={props.one} />
    </Show>
  </li>
)
