// How are many tasks given to another person or urged: counted first, then done, with each refusal named?
import { createSignal, createUniqueId, For, Match, Show, Switch } from 'solid-js'
import type { TeamMember, TeamOutcome, TeamRow } from '../../contract/supervision/team.ts'
import { fill, type Text } from '../../domain/language/words.ts'
import { t, words } from '../client/words.ts'
import { Combobox, type Option } from '../form/combobox.tsx'
import { staleFor } from '../reading/live.ts'
import { Dialog } from '../screen/dialog.tsx'
import { type BulkVerb, createErrand, type Errand } from './errand.ts'
import { teamWords as w } from './words.ts'

type BulkWords = { title: Text; would: Text; go: Text; done: Text }
const verbWords: Record<BulkVerb, BulkWords> = {
  reassignments: {
    title: w.reassignTitle,
    would: w.wouldReassign,
    go: w.goReassign,
    done: w.doneReassign,
  },
  urges: { title: w.urgeTitle, would: w.wouldUrge, go: w.goUrge, done: w.doneUrge },
}

const Person = (props: { people: TeamMember[]; onChoose: (id: string) => void }) => {
  const [sought, setSought] = createSignal('')
  const id = createUniqueId()
  const options = (): Option[] =>
    props.people
      .filter((one) => !one.left)
      .map((one) => ({
        id: one.id,
        label: one.name,
        detail: `${one.posts.map(t).join(t(w.comma))} · ${one.open}`,
      }))
      .filter(({ label, detail }) => `${label}${detail}`.includes(sought().trim()))
  return (
    <div class="field">
      <label class="field-label" for={id}>
        {t(w.to)}
      </label>
      <Combobox
        id={id}
        label={t(w.to)}
        options={options()}
        busy={false}
        onType={setSought}
        onChoose={(option) => props.onChoose(option?.id ?? '')}
      />
    </div>
  )
}

const Form = (props: { errand: Errand; verb: BulkVerb; people: TeamMember[] }) => {
  const id = createUniqueId()
  const submit = (event: Event) => {
    event.preventDefault()
    void props.errand.check()
  }
  return (
    <form class="team-form" noValidate onSubmit={submit}>
      <Show when={props.verb === 'reassignments'}>
        <Person people={props.people} onChoose={props.errand.setTo} />
      </Show>
      <div class="field">
        <label class="field-label" for={id}>
          {t(w.reason)}
        </label>
        <p class="hint" id={`${id}-hint`}>
          {t(w.reasonHint)}
        </p>
        <textarea
          id={id}
          rows={3}
          maxlength={2000}
          aria-describedby={`${id}-hint`}
          value={props.errand.reason()}
          onInput={(event) => props.errand.setReason(event.currentTarget.value)}
        />
      </div>
      <Show when={props.errand.mistake()}>
        {(words) => (
          <p class="mistake" role="alert">
            {t(words())}
          </p>
        )}
      </Show>
      <p class="form-actions">
        <button
          type="submit"
          class="button primary"
          aria-disabled={props.errand.busy() || staleFor() > 0}
        >
          {t(props.errand.busy() ? w.checking : w.check)}
        </button>
      </p>
    </form>
  )
}

/** Every task that was or would be refused, by number, with the reasons. */
const Refused = (props: { text: Text; refused: TeamOutcome['refused'] }) => (
  <Show when={props.refused.length > 0}>
    <p>{t(fill(props.text, { n: props.refused.length }))}</p>
    <ul class="team-refused">
      <For each={props.refused}>
        {(one) => (
          <li>
            <b>{one.number || one.caseId}</b> {one.reasons.map(t).join(t(w.semicolon))}
          </li>
        )}
      </For>
    </ul>
  </Show>
)

const Counted = (props: { errand: Errand; verb: BulkVerb; outcome: TeamOutcome }) => (
  <div class="team-counted">
    <p class="team-would" role="status">
      <strong>
        {t(
          props.outcome.would > 0
            ? fill(verbWords[props.verb].would, { n: props.outcome.would })
            : w.nothing,
        )}
      </strong>
    </p>
    <Refused text={w.cannot} refused={props.outcome.refused} />
    <Show when={props.errand.mistake()}>
      {(words) => (
        <p class="mistake" role="alert">
          {t(words())}
        </p>
      )}
    </Show>
    <p class="form-actions">
      <Show when={props.outcome.would > 0}>
        <button
          type="button"
          class="button primary"
          aria-disabled={props.errand.busy() || staleFor() > 0}
          onClick={() => void props.errand.go()}
        >
          {t(fill(verbWords[props.verb].go, { n: props.outcome.would }))}
        </button>
      </Show>
      <button type="button" class="button" onClick={() => props.errand.change()}>
        {t(w.change)}
      </button>
    </p>
  </div>
)

const Progress = (props: { done: number; all: number }) => (
  <div class="team-progress" role="status">
    <progress
      value={props.done}
      max={props.all}
      aria-label={t(fill(w.progress, { done: props.done, all: props.all }))}
    />
    <p>{t(fill(w.progress, { done: props.done, all: props.all }))}</p>
  </div>
)

const Result = (props: { verb: BulkVerb; outcome: TeamOutcome; onClose: () => void }) => {
  const pending = () => props.outcome.done.filter(({ committed }) => !committed).length
  return (
    <div class="team-result" role="status">
      <p>
        <strong>
          ✓ {t(fill(verbWords[props.verb].done, { n: props.outcome.done.length - pending() }))}
        </strong>
      </p>
      <Show when={pending() > 0}>
        <p>{t(fill(w.accepted, { n: pending() }))}</p>
      </Show>
      <Refused text={w.failed} refused={props.outcome.refused} />
      <ul class="team-done">
        <For each={props.outcome.done}>{(one) => <li>{one.number}</li>}</For>
      </ul>
      <p class="form-actions">
        <button type="button" class="button primary" onClick={() => props.onClose()}>
          {t(words.close)}
        </button>
      </p>
    </div>
  )
}

type Props = {
  verb: BulkVerb
  rows: TeamRow[]
  people: TeamMember[]
  onClose: (hasActed: boolean) => void
}

const Bulk = (props: Props) => {
  const rows = props.rows
  const errand = createErrand(props.verb, rows)
  return (
    <Dialog
      open
      class="team-dialog"
      title={t(fill(verbWords[props.verb].title, { n: rows.length }))}
      onClose={() => props.onClose(errand.result() !== null)}
    >
      <Switch fallback={<Form errand={errand} verb={props.verb} people={props.people} />}>
        <Match when={errand.result()}>
          {(outcome) => (
            <Result verb={props.verb} outcome={outcome()} onClose={() => props.onClose(true)} />
          )}
        </Match>
        <Match when={errand.progress()}>
          {(progress) => <Progress done={progress().done} all={progress().all} />}
        </Match>
        <Match when={errand.counted()}>
          {(outcome) => <Counted errand={errand} verb={props.verb} outcome={outcome()} />}
        </Match>
      </Switch>
    </Dialog>
  )
}

export default Bulk
