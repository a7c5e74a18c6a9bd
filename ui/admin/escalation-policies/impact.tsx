// Which open periods keep their dates, and what would the proposal have given them?

import { createSignal, For, Show } from 'solid-js'
import type {
  EscalationPolicyPeriods,
  EscalationPolicyPeriodView,
  EscalationPolicyProposalView,
} from '../../../contract/organisation/escalation-policies.ts'
import { fill } from '../../../domain/language/words.ts'
import { paths } from '../../client/paths.ts'
import { t } from '../../client/words.ts'
import { Answered } from '../../reading/answered.tsx'
import { useQuery } from '../../reading/query.ts'
import { Scroll } from '../../screen/scroll.tsx'
import { showStamp } from '../../screen/time.ts'
import { adminWords } from '../words.ts'
import { escalationPolicyQueries } from './client.ts'
import { escalationPolicyWords as w } from './words.ts'

type Step = EscalationPolicyPeriodView['escalationLevels'][number]

const StepLine = (props: { one: Step }) => {
  const differs = () => props.one.instead !== null && props.one.instead !== props.one.keeps
  return (
    <li>
      {t(props.one.words)}
      {t(adminWords.colon)}
      {t(props.one.status === 'fired' ? w.fired : w.keeps)} {showStamp(props.one.keeps)}
      <Show when={differs() && props.one.instead}>
        {(at) => (
          <span class="muted">
            {' '}
            · {t(w.instead)} {showStamp(at())}
          </span>
        )}
      </Show>
    </li>
  )
}

const Rows = (props: { items: EscalationPolicyPeriodView[] }) => (
  <For each={props.items}>
    {(one) => (
      <tr>
        <th scope="row">
          <a href={paths.case(one.caseId)}>{one.number}</a>
          <br />
          {one.title}
        </th>
        <td>{t(one.region)}</td>
        <td>{one.due}</td>
        <td>{one.since ? t(fill(w.since, { time: showStamp(one.since) })) : t(w.byProcess)}</td>
        <td class="admin-wide">
          <ul class="admin-list">
            <For
              each={one.escalationLevels.filter(
                ({ escalationLevel }) => escalationLevel !== 'warning',
              )}
            >
              {(step) => <StepLine one={step} />}
            </For>
          </ul>
        </td>
      </tr>
    )}
  </For>
)

const Found = (props: {
  page: EscalationPolicyPeriods
  onMore: (cursor: string | null) => void
}) => (
  <>
    <p class="muted">{t(w.impactNote)}</p>
    <Show when={props.page.items.length > 0} fallback={<p class="muted">{t(w.noOpen)}</p>}>
      <Scroll name={w.open}>
        <table class="plain-table">
          <caption>{t(fill(w.total, { n: props.page.total }))}</caption>
          <thead>
            <tr>
              <For each={[w.case, w.region, w.due, w.under, w.escalationPolicy]}>
                {(head) => <th scope="col">{t(head)}</th>}
              </For>
            </tr>
          </thead>
          <tbody>
            <Rows items={props.page.items} />
          </tbody>
        </table>
      </Scroll>
    </Show>
    <Show when={props.page.cursor}>
      {(cursor) => (
        <button type="button" class="button" onClick={() => props.onMore(cursor())}>
          {t(adminWords.more)}
        </button>
      )}
    </Show>
  </>
)

const Pages = (props: { one: EscalationPolicyProposalView }) => {
  const [cursor, setCursor] = createSignal<string | null>(null)
  const found = useQuery(() =>
    escalationPolicyQueries.periods(props.one.process, props.one.clock, props.one.id, cursor()),
  )
  return (
    <Answered found={found} what={w.open} rows={4}>
      {(page) => <Found page={page()} onMore={setCursor} />}
    </Answered>
  )
}

/** Asked only when somebody opens it. */
export const Impact = (props: { one: EscalationPolicyProposalView }) => {
  const [open, setOpen] = createSignal(false)
  return (
    <Show
      when={open()}
      fallback={
        <p>
          <button type="button" class="button" onClick={() => setOpen(true)}>
            {t(w.impact)}
          </button>
        </p>
      }
    >
      <Pages one={props.one} />
    </Show>
  )
}
