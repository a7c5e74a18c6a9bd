// Which changes of the table of competences were proposed, by whom, and how does the second administrator decide?
import { createSignal, For, Show } from 'solid-js'
import type { CompetenceProposalView } from '../../../contract/organisation/competences.ts'
import { fill, type Text } from '../../../domain/language/words.ts'
import {
  type CompetenceDecisionPath,
  competenceApi,
} from '../../client/organisation/competences.ts'
import { t } from '../../client/words.ts'
import { ErrorSummary } from '../../form/error-summary.tsx'
import { showStamp } from '../../screen/time.ts'
import { Line } from '../field.tsx'
import { useSending } from '../sending.ts'
import { competenceStatusWords, competenceWords as w } from './words.ts'

type Props = { one: CompetenceProposalView; onChanged: () => void }

const acts: {
  type: CompetenceProposalView['acts'][number]['type']
  what: CompetenceDecisionPath
  words: Text
}[] = [
  { type: 'approve', what: 'approval', words: w.approve },
  { type: 'reject', what: 'rejection', words: w.reject },
  { type: 'withdraw', what: 'withdrawal', words: w.withdraw },
]

const Decision = (props: Props) => {
  const [opinion, setOpinion] = createSignal('')
  const sending = useSending()
  const field = () => `opinion-${props.one.id}`
  const may = (type: string) => props.one.acts.some((act) => act.type === type && act.allowed)
  const why = () => props.one.acts.find(({ type }) => type === 'approve')?.reasons ?? []
  const decide = async (what: CompetenceDecisionPath) => {
    const missing = {
      zh: fill(w.missing, { name: w.opinion.zh }).zh,
      en: fill(w.missing, { name: w.opinion.en }).en,
    }
    const found =
      what === 'rejection' && opinion().trim() === '' ? [{ field: field(), words: missing }] : []
    const work = () => competenceApi.decide(props.one.id, what, opinion().trim())
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

const Decided = (props: { one: CompetenceProposalView }) => (
  <Show when={props.one.decidedBy}>
    {(by) => (
      <p>
        {t(
          fill(w.decidedBy, {
            name: by().name,
            time: showStamp(by().at),
            what: t(competenceStatusWords[props.one.status]),
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

/** 2026-04-01 起，至 2026-12-31 */
export const termOf = ({ from, until }: { from: string; until: string | null }): string =>
  [
    t(fill(w.since, { day: from })),
    ...(until === null ? [] : [t(fill(w.to, { day: until }))]),
  ].join(' ')

/** 市交通运输局, or first that of the county. */
export const levelWords = ({ level }: Pick<CompetenceProposalView, 'level'>): Text =>
  level === 'county' ? w.countyShort : w.city

const Proposal = (props: Props) => {
  const open = () => props.one.status === 'proposed'
  return (
    <details class="competence-proposal" open={open()}>
      <summary>
        <strong>{t(competenceStatusWords[props.one.status])}</strong> {t(props.one.words)} ·{' '}
        {t(props.one.place)} → {t(props.one.officeWords)}
      </summary>
      <p>
        {t(levelWords(props.one))} · {termOf(props.one)} · {props.one.order}
      </p>
      <p>{props.one.reason}</p>
      <p class="muted">
        {t(
          fill(w.proposedBy, {
            name: props.one.proposedBy.name,
            time: showStamp(props.one.proposedBy.at),
          }),
        )}
      </p>
      <Decided one={props.one} />
      <Show when={open() && props.one.acts.length > 0}>
        <Decision one={props.one} onChanged={props.onChanged} />
      </Show>
    </details>
  )
}

export const CompetenceHistory = (props: {
  items: CompetenceProposalView[]
  onChanged: () => void
}) => (
  <section class="block" aria-labelledby="competence-history">
    <h2 id="competence-history">{t(w.history)}</h2>
    <Show when={props.items.length > 0} fallback={<p class="muted">{t(w.noHistory)}</p>}>
      <For each={props.items}>{(one) => <Proposal one={one} onChanged={props.onChanged} />}</For>
    </Show>
  </section>
)
