// What was proposed about an escalation policy, and what would it change?
import { For, Show } from 'solid-js'
import type {
  EscalationPolicyProposalView,
  EscalationPolicyStep,
  EscalationPolicyView,
} from '../../../contract/organisation/escalation-policies.ts'
import type { Text } from '../../../domain/language/words.ts'
import { amount } from '../../../domain/law/explain.ts'
import type { EscalationLevelUnit } from '../../../domain/model/clock-definition.ts'
import { escalationPolicyApi } from '../../client/organisation/escalation-policies.ts'
import { t } from '../../client/words.ts'
import { PlainTable } from '../../screen/plain-table.tsx'
import { ProposalHistory, proposedWords } from '../by-two/history.tsx'
import { adminWords } from '../words.ts'
import { Impact } from './impact.tsx'
import { escalationPolicyWords as w } from './words.ts'

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

const summary = (one: EscalationPolicyProposalView) => (
  <>
    {one.inForce ? <strong>· {t(w.counts)} </strong> : null}
    {one.order} · {proposedWords(one)}
  </>
)

const content = (one: EscalationPolicyProposalView) => (
  <>
    <p>{one.reason}</p>
    <Steps steps={one.steps} />
  </>
)

export const History = (props: { view: EscalationPolicyView; onChanged: () => void }) => (
  <ProposalHistory
    id="escalation-policy-history"
    items={props.view.history}
    parts={{
      class: 'escalation-policy-proposal',
      decide: escalationPolicyApi.decide,
      onChanged: props.onChanged,
      summary,
      content,
      before: (one) => <Impact one={one} />,
    }}
  />
)
