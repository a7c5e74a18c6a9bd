// What was proposed, by whom, and how does the second administrator decide?
import { createSignal, For, type JSX, Show } from 'solid-js'
import type { ProposalByTwo } from '../../../contract/parts/by-two.ts'
import { type DecisionPath, decisionPaths } from '../../../domain/change/four-eyes.ts'
import { fill, type Text } from '../../../domain/language/words.ts'
import { t } from '../../client/words.ts'
import { ErrorSummary } from '../../form/error-summary.tsx'
import { showStamp } from '../../screen/time.ts'
import { Line } from '../field.tsx'
import { useSending } from '../sending.ts'
import { byTwoStatusWords, byTwoWords as w } from './words.ts'

type Named = ProposalByTwo & { id: string }
type Decide = (id: string, what: DecisionPath, reason: string) => Promise<unknown>
type Props = { one: Named; decide: Decide; onChanged: () => void }

const acts: { type: ProposalByTwo['acts'][number]['type']; words: Text }[] = [
  { type: 'approve', words: w.approve },
  { type: 'reject', words: w.reject },
  { type: 'withdraw', words: w.withdraw },
]

const missingOpinion = {
  zh: fill(w.missing, { name: w.opinion.zh }).zh,
  en: fill(w.missing, { name: w.opinion.en }).en,
}

const Deciding = (props: Props) => {
  const [opinion, setOpinion] = createSignal('')
  const sending = useSending()
  const field = () => `opinion-${props.one.id}`
  const may = (type: string) => props.one.acts.some((act) => act.type === type && act.allowed)
  const why = () => props.one.acts.find(({ type }) => type === 'approve')?.reasons ?? []
  const decide = async (what: DecisionPath) => {
    const isMissing = what === 'rejection' && opinion().trim() === ''
    const found = isMissing ? [{ field: field(), words: missingOpinion }] : []
    const work = () => props.decide(props.one.id, what, opinion().trim())
    if (await sending.send(found, work)) props.onChanged()
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
        <Line name={field()} label={w.opinion} rows={2} value={opinion()} onInput={setOpinion} />
      </Show>
      <p class="form-actions">
        <For each={acts.filter(({ type }) => may(type))}>
          {(act) => (
            <button
              type="button"
              class={`button ${act.type === 'approve' ? 'primary' : ''}`}
              aria-disabled={sending.busy()}
              onClick={() => void decide(decisionPaths[act.type])}
            >
              {t(act.words)}
            </button>
          )}
        </For>
      </p>
    </>
  )
}

const Decided = (props: { one: ProposalByTwo }) => (
  <Show when={props.one.decidedBy}>
    {(by) => (
      <p>
        {t(
          fill(w.decidedBy, {
            name: by().name,
            time: showStamp(by().at),
            what: t(byTwoStatusWords[props.one.status]),
          }),
        )}
        <Show when={by().reason}>
          {(reason) => (
            <>
              <br />
              {t(fill(w.opinionWas, { text: reason() }))}
            </>
          )}
        </Show>
      </p>
    )}
  </Show>
)

/** 某某 于 … 提议 */
export const proposedWords = ({ proposedBy }: ProposalByTwo): string =>
  t(fill(w.proposedBy, { name: proposedBy.name, time: showStamp(proposedBy.at) }))

type Parts<One> = {
  class: string
  decide: Decide
  onChanged: () => void
  /** Behind its status, in one line. */
  summary: (one: One) => JSX.Element
  content: (one: One) => JSX.Element
  /** Asked of an open one before it is decided. */
  before?: (one: One) => JSX.Element
}

const Proposal = <One extends Named>(props: { one: One; parts: Parts<One> }) => {
  const open = () => props.one.status === 'proposed'
  return (
    <details class={props.parts.class} open={open()}>
      <summary>
        <strong>{t(byTwoStatusWords[props.one.status])}</strong> {props.parts.summary(props.one)}
      </summary>
      {props.parts.content(props.one)}
      <Decided one={props.one} />
      <Show when={open()}>
        {props.parts.before?.(props.one)}
        <Show when={props.one.acts.length > 0}>
          <Deciding one={props.one} decide={props.parts.decide} onChanged={props.parts.onChanged} />
        </Show>
      </Show>
    </details>
  )
}

/** Every proposal, the open ones with what may be done about them. `id`: of the heading. */
export const ProposalHistory = <One extends Named>(props: {
  id: string
  items: One[]
  parts: Parts<One>
}) => (
  <section class="block" aria-labelledby={props.id}>
    <h2 id={props.id}>{t(w.history)}</h2>
    <Show when={props.items.length > 0} fallback={<p class="muted">{t(w.noHistory)}</p>}>
      <For each={props.items}>{(one) => <Proposal one={one} parts={props.parts} />}</For>
    </Show>
  </section>
)
