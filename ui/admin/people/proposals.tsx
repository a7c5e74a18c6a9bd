// Which posts wait for a second administrator, and what does he decide?
import { createSignal, createUniqueId, For, Show } from 'solid-js'
import type { OpenPostView } from '../../../contract/organisation/personnel.ts'
import { fill } from '../../../domain/language/words.ts'
import { peopleApi } from '../../client/organisation/people.ts'
import { t } from '../../client/words.ts'
import { ErrorSummary } from '../../form/error-summary.tsx'
import { client } from '../../reading/queries.ts'
import { useQuery } from '../../reading/query.ts'
import { useSending } from '../sending.ts'
import { peopleQueries } from './client.ts'
import { missing } from './ground.tsx'
import { peopleWords as w } from './words.ts'

/** Stands at the head of the page as long as something waits. */
export const Proposals = () => {
  const found = useQuery(peopleQueries.proposals)
  const items = () => (found.isSuccess ? found.data.items : [])
  return (
    <Show when={items().length > 0}>
      <section class="notice" aria-labelledby="proposals">
        <h2 id="proposals">{t(fill(w.proposals, { n: items().length }))}</h2>
        <OpenPosts items={items()} />
      </section>
    </Show>
  )
}

export const OpenPosts = (props: { items: OpenPostView[] }) => (
  <ul class="bare-list">
    <For each={props.items}>{(one) => <OpenPost one={one} />}</For>
  </ul>
)

const OpenPost = (props: { one: OpenPostView }) => {
  const sending = useSending()
  const id = createUniqueId()
  const [reason, setReason] = createSignal('')
  const decide = (decision: 'approval' | 'rejection' | 'withdrawal') => {
    const empty = reason().trim() === '' ? [{ field: null, words: missing(w.decideReason) }] : []
    void sending.send(empty, async () => {
      await peopleApi.decide(props.one.id, decision, reason().trim())
      await client.invalidateQueries({ queryKey: ['people'] })
    })
  }
  const { name, username, mail } = props.one.person
  return (
    <li>
      <strong>
        {t(
          fill(w.proposalText, {
            name,
            username,
            mail,
            post: t(props.one.post),
            from: props.one.from,
          }),
        )}
      </strong>
      <p class="muted">
        {t(fill(w.proposedBy, { name: props.one.proposedBy, reason: props.one.reason }))}
        {props.one.order ? ` · ${props.one.order}` : ''}
      </p>
      <ErrorSummary mistakes={sending.mistakes()} />
      <Show
        when={props.one.mayApprove || props.one.mayWithdraw}
        fallback={<p class="muted">{props.one.whyNot.map((why) => t(why)).join(' ')}</p>}
      >
        <label class="inline-field" for={id}>
          {t(w.decideReason)}
        </label>
        <input id={id} value={reason()} onInput={(event) => setReason(event.currentTarget.value)} />
        <span class="form-actions">
          <Show when={props.one.mayApprove}>
            <button type="button" class="button primary" onClick={() => decide('approval')}>
              {t(w.approve)}
            </button>
            <button type="button" class="button" onClick={() => decide('rejection')}>
              {t(w.reject)}
            </button>
          </Show>
          <Show when={props.one.mayWithdraw}>
            <button type="button" class="button" onClick={() => decide('withdrawal')}>
              {t(w.withdraw)}
            </button>
          </Show>
        </span>
      </Show>
    </li>
  )
}
