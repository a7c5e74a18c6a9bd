// What is this escalation policy, who climbs it, and what has been proposed and decided about it?
import { useParams } from '@solidjs/router'
import { createSignal, For, Show } from 'solid-js'
import type {
  EscalationPolicyView,
  PolicyLevelView,
} from '../../../contract/organisation/escalation-policies.ts'
import { fill } from '../../../domain/language/words.ts'
import { amount } from '../../../domain/law/explain.ts'
import type { EscalationLevelUnit } from '../../../domain/model/clock-definition.ts'
import { t } from '../../client/words.ts'
import { Answered } from '../../reading/answered.tsx'
import { useQuery } from '../../reading/query.ts'
import { usePage } from '../../screen/page.ts'
import { PlainTable } from '../../screen/plain-table.tsx'
import { showStamp } from '../../screen/time.ts'
import { adminWords } from '../words.ts'
import { escalationPolicyQueries } from './client.ts'
import { EscalationPolicyForm } from './form.tsx'
import { History } from './history.tsx'
import { escalationPolicyWords as w } from './words.ts'
import '../../form/fields.css'
import '../../record/case-parts.css'
import '../admin.css'

const countOf = (unit: EscalationLevelUnit, n: number) => t(amount(n, unit))

const EscalationLevels = (props: { escalationLevels: PolicyLevelView[] }) => (
  <PlainTable name={w.now} heads={[w.escalationLevel, w.after, w.most, w.notified]}>
    <For each={props.escalationLevels}>
      {(one) => (
        <tr>
          <th scope="row">{t(one.words)}</th>
          <td>{countOf(one.unit, one.n)}</td>
          <td>
            <Show when={one.most} fallback={<span class="muted">{t(w.fixed)}</span>}>
              {(most) => (
                <>
                  {countOf(one.unit, most().n)} <span class="muted">{t(most().article)}</span>
                </>
              )}
            </Show>
          </td>
          <td class="admin-wide">
            <ul class="admin-list">
              <For each={one.notify}>{(address) => <li>{t(address.words)}</li>}</For>
            </ul>
          </td>
        </tr>
      )}
    </For>
  </PlainTable>
)

const nameOf = (since: string | null) =>
  since ? t(fill(w.since, { time: showStamp(since) })) : t(w.byProcess)

const Open = (props: { view: EscalationPolicyView }) => (
  <section class="block" aria-labelledby="escalation-policy-open">
    <h2 id="escalation-policy-open">{t(w.open)}</h2>
    <Show when={props.view.counts.length > 0} fallback={<p class="muted">{t(w.noOpen)}</p>}>
      <ul class="admin-list">
        <For each={props.view.counts}>
          {(one) => <li>{t(fill(w.openUnder, { name: nameOf(one.since), n: one.running }))}</li>}
        </For>
      </ul>
    </Show>
  </section>
)

const Whole = (props: { view: EscalationPolicyView; onChanged: () => void }) => {
  const [open, setOpen] = createSignal(false)
  const done = () => {
    setOpen(false)
    props.onChanged()
  }
  return (
    <>
      <p class="notice">{t(w.effect)}</p>
      <section class="block" aria-labelledby="escalation-policy-now">
        <div class="admin-head">
          <h2 id="escalation-policy-now">
            {t(w.now)} · {nameOf(props.view.since)}
          </h2>
          <Show when={props.view.mayPropose && !open()}>
            <button type="button" class="button primary" onClick={() => setOpen(true)}>
              {t(w.propose)}
            </button>
          </Show>
        </div>
        <EscalationLevels escalationLevels={props.view.escalationLevels} />
      </section>
      <Show when={open()}>
        <EscalationPolicyForm view={props.view} onDone={done} onBack={() => setOpen(false)} />
      </Show>
      <Open view={props.view} />
      <History view={props.view} onChanged={props.onChanged} />
    </>
  )
}

const EscalationPolicy = () => {
  const params = useParams<{ process: string; clock: string }>()
  const found = useQuery(() => escalationPolicyQueries.one(params.process, params.clock))
  const title = () =>
    found.isSuccess
      ? `${t(w.escalationPolicy)}${t(adminWords.colon)}${t(found.data.words)}`
      : t(w.title)
  usePage(title)
  return (
    <>
      <h1>{title()}</h1>
      <Answered found={found} what={w.escalationPolicy} rows={8}>
        {(view) => <Whole view={view()} onChanged={() => void found.refetch()} />}
      </Answered>
    </>
  )
}

export default EscalationPolicy
