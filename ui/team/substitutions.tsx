// Who stands in for whom, for which days and by which order?

import { createSignal, createUniqueId, For, lazy, Match, Show, Suspense, Switch } from 'solid-js'
import type { SubstitutionView } from '../../contract/routing/substitutions.ts'
import { fill, type Text } from '../../domain/language/words.ts'
import { asRefusal } from '../client/client.ts'
import { team } from '../client/team.ts'
import { t } from '../client/words.ts'
import { client } from '../reading/queries.ts'
import { useQuery } from '../reading/query.ts'
import { Dialog } from '../screen/dialog.tsx'
import { Scroll } from '../screen/scroll.tsx'
import { Empty, Failure, Skeleton } from '../screen/states.tsx'
import { showDateShort } from '../screen/time.ts'
import { substitutionWords as w } from './substitution-words.ts'
import { teamWords } from './words.ts'

const GrantForm = lazy(() => import('./grant-form.tsx'))

const readAgain = () => {
  for (const name of ['substitutions', 'team', 'me', 'inbox'])
    void client.invalidateQueries({ queryKey: [name] })
}

const days = ({ from, to }: SubstitutionView) => `${showDateShort(from)} – ${showDateShort(to)}`
const names = ({ person, substitute }: SubstitutionView) => ({
  person: person.name,
  substitute: substitute.name,
})

/** Who has consented, and whose consent it waits for. */
const Consents = (props: { one: SubstitutionView }) => (
  <Show when={props.one.waitsFor.length > 0}>
    <ul class="team-consents muted">
      <For each={props.one.consents}>
        {({ name, words }) => (
          <li>
            ✓{' '}
            {t({
              zh: fill(w.consented, { name, side: words.zh }).zh,
              en: fill(w.consented, { name, side: words.en }).en,
            })}
          </li>
        )}
      </For>
      <For each={props.one.waitsFor}>
        {({ words, who }) => (
          <li>
            …{' '}
            {t({
              zh: fill(w.waitsFor, { side: words.zh, who: who.zh }).zh,
              en: fill(w.waitsFor, { side: words.en, who: who.en }).en,
            })}
          </li>
        )}
      </For>
    </ul>
  </Show>
)

/** A refusal is told where the button stands. */
const Agree = (props: { one: SubstitutionView; side: Text }) => {
  const [failed, setFailed] = createSignal('')
  const [busy, setBusy] = createSignal(false)
  const agreeText = (language: 'zh' | 'en') =>
    fill(w.agreeAs, { ...names(props.one), side: props.side[language] })[language]
  const agree = async () => {
    if (busy()) return
    setBusy(true)
    await team.agree(props.one.id).then(readAgain, (error: unknown) => {
      const refusal = asRefusal(error)
      setFailed(t(refusal.reasons[0] ?? refusal.title))
    })
    setBusy(false)
  }
  return (
    <>
      <button
        type="button"
        class="button small primary"
        aria-label={t({ zh: agreeText('zh'), en: agreeText('en') })}
        onClick={() => void agree()}
      >
        {t(w.agree)}
      </button>
      <span role="alert" class="mistake">
        {failed()}
      </span>
    </>
  )
}

const Row = (props: { one: SubstitutionView; phone: boolean; onEnd: () => void }) => (
  <tr>
    <th scope="row">{props.one.substitute.name}</th>
    <td>{props.one.person.name}</td>
    <td>{days(props.one)}</td>
    <td>{props.one.order}</td>
    <td>{props.one.posts.map(({ words }) => t(words)).join(t(teamWords.comma))}</td>
    <td>{props.one.reason}</td>
    <td>
      <span class={`tag ${props.one.status === 'in-force' ? '' : 'dashed'}`}>
        {t(w[props.one.status])}
      </span>
      <Consents one={props.one} />
    </td>
    <td>{props.one.createdBy}</td>
    <td>
      <Show when={props.one.mayAgree}>{(side) => <Agree one={props.one} side={side()} />}</Show>
      <Show when={props.one.mayEnd && !props.phone}>
        <button
          type="button"
          class="button small"
          aria-label={t(fill(w.endOne, names(props.one)))}
          onClick={() => props.onEnd()}
        >
          {t(props.one.mayAgree ? w.refuse : w.end)}
        </button>
      </Show>
    </td>
  </tr>
)

const Table = (props: {
  items: SubstitutionView[]
  phone: boolean
  onEnd: (one: SubstitutionView) => void
}) => (
  <Scroll name={w.title}>
    <table class="plain-table">
      <caption class="visually-hidden">{t(w.title)}</caption>
      <thead>
        <tr>
          <For each={[w.substitute, w.absent, w.days, w.order, w.posts, w.reason, w.status, w.by]}>
            {(head) => <th scope="col">{t(head)}</th>}
          </For>
          <th scope="col">
            <span class="visually-hidden">{t(w.action)}</span>
          </th>
        </tr>
      </thead>
      <tbody>
        <For each={props.items}>
          {(one) => <Row one={one} phone={props.phone} onEnd={() => props.onEnd(one)} />}
        </For>
      </tbody>
    </table>
  </Scroll>
)

const Ending = (props: { one: SubstitutionView; onClose: () => void }) => {
  const id = createUniqueId()
  const [reason, setReason] = createSignal('')
  const [failed, setFailed] = createSignal('')
  const end = async (event: Event) => {
    event.preventDefault()
    if (reason().trim() === '') return setFailed(t(teamWords.missingReason))
    try {
      await team.end(props.one.id, reason().trim())
      readAgain()
      props.onClose()
    } catch (error) {
      const refusal = asRefusal(error)
      setFailed(t(refusal.reasons[0] ?? refusal.title))
    }
  }
  return (
    <Dialog open title={t(w.endTitle)} onClose={() => props.onClose()}>
      <form noValidate onSubmit={(event) => void end(event)}>
        <p>{t(fill(w.endLead, names(props.one)))}</p>
        <div class="field">
          <label class="field-label" for={id}>
            {t(w.reason)}
          </label>
          <textarea
            id={id}
            rows={2}
            maxlength={500}
            onInput={(event) => setReason(event.currentTarget.value)}
          />
        </div>
        <Show when={failed()}>
          {(words) => (
            <p class="mistake" role="alert">
              {words()}
            </p>
          )}
        </Show>
        <p class="form-actions">
          <button type="submit" class="button primary">
            {t(w.end)}
          </button>
        </p>
      </form>
    </Dialog>
  )
}

export const Substitutions = (props: { phone: boolean }) => {
  const [past, setPast] = createSignal(false)
  const [ending, setEnding] = createSignal<SubstitutionView | null>(null)
  const [adding, setAdding] = createSignal(false)
  const [kept, setKept] = createSignal<SubstitutionView | null>(null)
  const list = useQuery(() => ({
    queryKey: ['substitutions', past()],
    queryFn: () => team.substitutions(past()),
  }))
  const granted = (one: SubstitutionView) => {
    setAdding(false)
    setKept(one)
    readAgain()
  }
  return (
    <section class="block team-substitutions" aria-labelledby="substitutions-title">
      <h2 id="substitutions-title">{t(w.title)}</h2>
      <p class="lead muted">{t(w.lead)}</p>
      <Show when={kept()}>
        {(one) => (
          <p class="notice" role="status">
            ✓{' '}
            {t(
              fill(w.kept, {
                ...names(one()),
                from: showDateShort(one().from),
                to: showDateShort(one().to),
              }),
            )}
          </p>
        )}
      </Show>
      <div class="team-tools">
        <Show when={!props.phone && !adding()}>
          <button type="button" class="button" onClick={() => setAdding(true)}>
            {t(w.add)}
          </button>
        </Show>
        <label class="check">
          <input
            type="checkbox"
            checked={past()}
            onChange={(event) => setPast(event.currentTarget.checked)}
          />
          <span>{t(w.past)}</span>
        </label>
      </div>
      <Show when={adding()}>
        <Suspense>
          <GrantForm onDone={granted} onCancel={() => setAdding(false)} />
        </Suspense>
      </Show>
      <Switch fallback={<Skeleton rows={3} />}>
        <Match when={list.isError}>
          <Failure error={list.error} what={w.title} onRetry={() => void list.refetch()} />
        </Match>
        <Match when={list.isSuccess && list.data.items.length === 0}>
          <Empty summary={w.none} />
        </Match>
        <Match when={list.isSuccess && list.data}>
          {(page) => <Table items={page().items} phone={props.phone} onEnd={setEnding} />}
        </Match>
      </Switch>
      <Show when={ending()} keyed>
        {(one) => <Ending one={one} onClose={() => setEnding(null)} />}
      </Show>
    </section>
  )
}
