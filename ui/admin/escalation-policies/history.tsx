// What was proposed about an escalation policy, by whom, and how does the second administrator decide?
import { createSignal, For, Show } from 'solid-js'
import type {
  EscalationPolicyProposalView,
  EscalationPolicyStep,
  EscalationPolicyView,
} from '../../../contract/organisation/escalation-policies.ts'
import { fill, type Text } from '../../../domain/language/words.ts'
import { amount } from '../../../domain/law/explain.ts'
import type { EscalationLevelUnit } from '../../../domain/model/process.ts'
import {
  type EscalationDecision,
  escalationPolicyApi,
} from '../../client/organisation/escalation-policies.ts'
import { t } from '../../client/words.ts'
import { ErrorSummary } from '../../form/error-summary.tsx'
import { PlainTable } from '../../screen/plain-table.tsx'
import { showStamp } from '../../screen/time.ts'
import { Line } from '../field.tsx'
import { useSending } from '../sending.ts'
import { adminWords } from '../words.ts'
import { Impact } from './impact.tsx'
import { statusWords, escalationPolicyWords as w } from './words.ts'

const countOf = (unit: EscalationLevelUnit, n: number) => t(amount(n, unit))
const listed = (texts: Text[]) => texts.map((one) => t(one)).join(t(adminWords.comma))

const Steps = (props: { steps: EscalationPolicyStep[] }) => (
  <PlainTable
    name={w.proposeTitle}
    heads={[w.escalationLevel, w.before, w.afterChange, w.notified]}
  >
    <For each={props.steps}>
      {(one) => (
        <tr>
          <th scope="row">{t(one.words)}</th>
          <td>{countOf(one.unit, one.before)}</td>
          <td>
            <Show when={one.before !== one.after} fallback={<span class="muted">{t(w.same)}</span>}>
              <strong>→ {countOf(one.unit, one.after)}</strong>
            </Show>
          </td>
          <td class="admin-wide">
            {listed(one.recipients.map(({ words }) => words))}
            <Show when={one.noLonger.length > 0}>
              <br />
              <span class="muted">
                {t(w.noLonger).replace('{names}', listed(one.noLonger.map(({ words }) => words)))}
              </span>
            </Show>
          </td>
        </tr>
      )}
    </For>
  </PlainTable>
)

const acts: {
  type: EscalationPolicyProposalView['acts'][number]['type']
  what: EscalationDecision
  words: Text
}[] = [
  { type: 'approve', what: 'approval', words: w.approve },
  { type: 'reject', what: 'rejection', words: w.reject },
  { type: 'withdraw', what: 'withdrawal', words: w.withdraw },
]

const Decision = (props: { one: EscalationPolicyProposalView; onDecided: () => void }) => {
  const [opinion, setOpinion] = createSignal('')
  const sending = useSending()
  const may = (type: string) => props.one.acts.some((act) => act.type === type && act.allowed)
  const why = () => props.one.acts.find(({ type }) => type === 'approve')?.reasons ?? []
  const decide = async (what: EscalationDecision) => {
    const missing = {
      zh: w.missing.zh.replace('{name}', w.opinion.zh),
      en: w.missing.en.replace('{name}', w.opinion.en),
    }
    const found =
      what === 'rejection' && opinion().trim() === ''
        ? [{ field: `opinion-${props.one.id}`, words: missing }]
        : []
    if (
      await sending.send(found, () =>
        escalationPolicyApi.decide(props.one.id, what, opinion().trim()),
      )
    )
      props.onDecided()
  }
  return (
    <>
      <ErrorSummary mistakes={sending.mistakes()} />
      <Show when={why().length > 0}>
        <div class="notice">
          <strong>{t(w.cannot)}</strong>
          <ul>
            <For each={why()}>{(reason) => <li>{t(reason)}</li>}</For>
          </ul>
        </div>
      </Show>
      <Show when={may('approve') || may('reject')}>
        <Line
          name={`opinion-${props.one.id}`}
          label={w.opinion}
          rows={2}
          value={opinion()}
          onInput={setOpinion}
        />
      </Show>
      <p class="form-actions">
        <For each={acts.filter(({ type }) => may(type))}>
          {(act) => (
            <button
              type="button"
              class={`button ${act.type === 'approve' ? 'primary' : ''}`}
              aria-disabled={sending.busy()}
              onClick={() => void decide(act.what)}
            >
              {t(act.words)}
            </button>
          )}
        </For>
      </p>
    </>
  )
}

const Decided = (props: { one: EscalationPolicyProposalView }) => (
  <Show when={props.one.decidedBy}>
    {(by) => (
      <p>
        {t(w.decidedBy)
          .replace('{name}', by().name)
          .replace('{time}', showStamp(by().at))
          .replace('{what}', t(statusWords[props.one.status]))}
        <Show when={by().reason}>
          {(field) => (
            <>
              <br />
              {t(w.opinionWas).replace('{text}', field())}
            </>
          )}
        </Show>
      </p>
    )}
  </Show>
)

const Proposal = (props: { one: EscalationPolicyProposalView; onChanged: () => void }) => {
  const open = () => props.one.status === 'proposed'
  return (
    <details class="escalation-policy-proposal" open={open()}>
      <summary>
        <strong>
          {t(statusWords[props.one.status])}
          {props.one.inForce ? ` · ${t(w.counts)}` : ''}
        </strong>{' '}
        {props.one.order} ·{' '}
        {t(
          fill(w.proposedBy, {
            name: props.one.proposedBy.name,
            time: showStamp(props.one.proposedBy.at),
          }),
        )}
      </summary>
      <p>{props.one.reason}</p>
      <Steps steps={props.one.steps} />
      <Decided one={props.one} />
      <Show when={open()}>
        <Impact one={props.one} />
        <Decision one={props.one} onDecided={props.onChanged} />
      </Show>
    </details>
  )
}

export const History = (props: { view: EscalationPolicyView; onChanged: () => void }) => (
  <section class="block" aria-labelledby="escalation-policy-history">
    <h2 id="escalation-policy-history">{t(w.history)}</h2>
    <Show when={props.view.history.length > 0} fallback={<p class="muted">{t(w.noHistory)}</p>}>
      <For each={props.view.history}>
        {(one) => <Proposal one={one} onChanged={props.onChanged} />}
      </For>
    </Show>
  </section>
)
