// How does the second administrator decide, knowing what follows?
import { createSignal, For, Match, Show, Switch } from 'solid-js'
import type { ProposalView } from '../../../contract/change/changes.ts'
import { fill } from '../../../domain/language/words.ts'
import { changeApi, type Deciding } from '../../client/change.ts'
import { asRefusal } from '../../client/client.ts'
import { t } from '../../client/words.ts'
import { ErrorSummary, type Mistake, mistakesOf } from '../../form/error-summary.tsx'
import { client } from '../../reading/queries.ts'
import { focusWhenReady } from '../../screen/page.ts'
import { touchedByChanges } from './client.ts'
import { changeWords as w } from './words.ts'

/** An amount, or taking one back: it moves grades. */
export const isOfAmount = ({
  proposed,
  preview,
}: Pick<ProposalView, 'proposed' | 'preview'>): boolean =>
  proposed.kind === 'amount' || preview.rows.some(({ grade }) => grade !== null)

const allowed = (one: ProposalView, type: ProposalView['acts'][number]['type']) =>
  one.acts.some((act) => act.type === type && act.allowed)

const useDeciding = (one: () => ProposalView, onDecided: () => void) => {
  const [busy, setBusy] = createSignal(false)
  const [mistakes, setMistakes] = createSignal<Mistake[]>([])
  const run = async (work: () => Promise<unknown>) => {
    if (busy()) return
    setBusy(true)
    setMistakes([])
    try {
      await work()
      await Promise.all(touchedByChanges.map((queryKey) => client.invalidateQueries({ queryKey })))
    } catch (error) {
      setMistakes(mistakesOf(asRefusal(error)))
    }
    setBusy(false)
    onDecided()
  }
  return {
    busy,
    mistakes,
    decide: (what: Deciding, reason: string) => run(() => changeApi.decide(one().id, what, reason)),
    again: () => run(() => changeApi.again(one().id)),
  }
}

type DecidingState = ReturnType<typeof useDeciding>

const Opinion = (props: { id: string; value: string; onInput: (value: string) => void }) => (
  <div class="field">
    <label class="field-label" for={props.id}>
      {t(w.opinion)}
    </label>
    <textarea
      id={props.id}
      rows={2}
      value={props.value}
      onInput={(event) => props.onInput(event.currentTarget.value)}
    />
  </div>
)

/** The interruption card: nothing is sent before it is read. */
const ApproveCard = (props: { one: ProposalView; deciding: DecidingState; onBack: () => void }) => {
  const [opinion, setOpinion] = createSignal('')
  const ground = () => {
    const { proposed, reason } = props.one
    if (proposed.kind === 'revoke') return reason
    return 'decree' in proposed
      ? `${proposed.decree} · ${proposed.source}`
      : `${t(props.one.words)} · ${proposed.source}`
  }
  return (
    <section class="interruption" aria-labelledby="cal-consequence">
      <h2 id="cal-consequence" tabindex="-1" ref={focusWhenReady}>
        {t(w.approveTitle)}
      </h2>
      <dl>
        <dt>{t(w.approveEffect)}</dt>
        <dd>
          {t(
            fill(isOfAmount(props.one) ? w.approveAmountText : w.approveText, {
              movedCount: props.one.preview.movedCount,
              firmed: props.one.preview.firmed,
              late: props.one.preview.newlyOverdue,
            }),
          )}
        </dd>
        <dt>{t(w.approveArticle)}</dt>
        <dd>{ground()}</dd>
      </dl>
      <Opinion id="field-opinion" value={opinion()} onInput={setOpinion} />
      <p class="form-actions">
        <button
          type="button"
          class="button inverse"
          aria-disabled={props.deciding.busy()}
          onClick={() => void props.deciding.decide('approval', opinion())}
        >
          {t(w.confirm)}
        </button>
        <button type="button" class="button inverse quiet" onClick={() => props.onBack()}>
          {t(w.back)}
        </button>
      </p>
    </section>
  )
}

const RejectForm = (props: { deciding: DecidingState; onBack: () => void }) => {
  const [opinion, setOpinion] = createSignal('')
  return (
    <div>
      <Opinion id="field-rejection" value={opinion()} onInput={setOpinion} />
      <p class="form-actions">
        <button
          type="button"
          class="button primary"
          aria-disabled={props.deciding.busy() || opinion().trim() === ''}
          onClick={() =>
            opinion().trim() !== '' && void props.deciding.decide('rejection', opinion())
          }
        >
          {t(w.confirmReject)}
        </button>
        <button type="button" class="button quiet" onClick={() => props.onBack()}>
          {t(w.back)}
        </button>
      </p>
    </div>
  )
}

const Buttons = (props: {
  one: ProposalView
  deciding: DecidingState
  onOpen: (what: 'approve' | 'reject') => void
}) => {
  const why = () =>
    props.one.acts.find(({ type, allowed }) => type === 'approve' && !allowed)?.reasons ?? []
  return (
    <>
      <Show when={why().length > 0}>
        <div class="notice" id="cal-why">
          <strong>{t(w.cannot)}</strong>
          <ul>
            <For each={why()}>{(reason) => <li>{t(reason)}</li>}</For>
          </ul>
        </div>
      </Show>
      <p class="form-actions">
        <Show when={allowed(props.one, 'approve')}>
          <button type="button" class="button primary" onClick={() => props.onOpen('approve')}>
            {t(w.approve)}
          </button>
        </Show>
        <Show when={allowed(props.one, 'reject')}>
          <button type="button" class="button" onClick={() => props.onOpen('reject')}>
            {t(w.reject)}
          </button>
        </Show>
        <Show when={allowed(props.one, 'preview')}>
          <button
            type="button"
            class="button"
            aria-disabled={props.deciding.busy()}
            onClick={() => void props.deciding.again()}
          >
            {t(w.again)}
          </button>
        </Show>
        <Show when={allowed(props.one, 'withdraw')}>
          <button
            type="button"
            class="button quiet"
            aria-disabled={props.deciding.busy()}
            onClick={() => void props.deciding.decide('withdrawal', '')}
          >
            {t(w.withdraw)}
          </button>
        </Show>
      </p>
    </>
  )
}

export const Decision = (props: { one: ProposalView; onDecided: () => void }) => {
  const [open, setOpen] = createSignal<'approve' | 'reject' | null>(null)
  const deciding = useDeciding(
    () => props.one,
    () => {
      setOpen(null)
      props.onDecided()
    },
  )
  return (
    <Show when={props.one.acts.length > 0}>
      <section class="block" aria-labelledby="cal-decision">
        <h2 id="cal-decision">{t(w.decision)}</h2>
        <ErrorSummary mistakes={deciding.mistakes()} />
        <Switch fallback={<Buttons one={props.one} deciding={deciding} onOpen={setOpen} />}>
          <Match when={open() === 'approve'}>
            <ApproveCard one={props.one} deciding={deciding} onBack={() => setOpen(null)} />
          </Match>
          <Match when={open() === 'reject'}>
            <RejectForm deciding={deciding} onBack={() => setOpen(null)} />
          </Match>
        </Switch>
      </section>
    </Show>
  )
}
