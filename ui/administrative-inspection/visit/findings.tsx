// What else was found, by whom, and which of it is the same?
import { createSignal, For, Show } from 'solid-js'
import type {
  MergedFinding,
  MergedQuestion,
} from '../../../domain/administrative-inspection/checklists/merged.ts'
import { fill, type Text } from '../../../domain/language/words.ts'
import { caseApi } from '../../client/case/cases.ts'
import { asRefusal, type Refusal } from '../../client/client.ts'
import { t } from '../../client/words.ts'
import { NoteLines } from '../../field-notes/lines.tsx'
import type { PlaceProps } from '../../field-notes/note.ts'
import { NoteBox } from '../../field-notes/note-box.tsx'
import { noSending } from '../../reading/live.ts'
import { refreshAfter } from '../../reading/queries.ts'
import { createKeys } from '../../reading/requests.ts'
import { visitWords as w } from './words.ts'

type Props = PlaceProps & { findings: MergedFinding[]; questions: MergedQuestion[] }

const joinAct = 'join-findings'
const draftOf = 'finding'
const plain = (words: string): Text => ({ zh: words, en: words })

const NewFinding = (props: Props) => {
  const add = (event: Event) => {
    event.preventDefault()
    void props.half.turnInto(draftOf, (finding) =>
      props.write({ answers: { finding }, about: plain(finding) }),
    )
  }
  return (
    <form class="visit-new" onSubmit={add}>
      <input
        type="text"
        maxlength="200"
        aria-label={t(w.newFinding)}
        placeholder={t(w.newFinding)}
        value={props.half.textOf(draftOf)}
        onInput={(event) => props.half.write(draftOf, event.currentTarget.value)}
      />
      <button type="submit" class="button" aria-disabled={props.half.textOf(draftOf).trim() === ''}>
        {t(w.addFinding)}
      </button>
    </form>
  )
}

/** A person says so, with the network: two phones that each join would each leave another one. */
const createJoining = (props: Props) => {
  const [chosen, setChosen] = createSignal<string[]>([])
  const [into, setInto] = createSignal('')
  const [refusal, setRefusal] = createSignal<Refusal | null>(null)
  const keys = createKeys()
  const there = () => chosen().filter((id) => props.findings.some((one) => one.id === id))
  const arrived = () =>
    there().every((id) => props.notes.some((one) => one.id === id && one.state === 'arrived'))
  const target = () => into() || (there()[0] ?? '')
  const entries = () => there().filter((id) => id !== target())
  const run = async () => {
    if (entries().length === 0 || noSending() !== null || !arrived()) return
    const { id, material } = props.case
    const data = { into: target(), entries: entries() }
    setRefusal(null)
    try {
      const key = keys.of(data)
      const sent = await caseApi.act({ id, type: joinAct, data, taskId: null, key, material })
      setChosen([])
      setInto('')
      refreshAfter(id, sent.revision)
    } catch (error) {
      setRefusal(asRefusal(error))
    }
  }
  const toggle = (id: string) =>
    setChosen((known) => (known.includes(id) ? known.filter((one) => one !== id) : [...known, id]))
  const ready = () => entries().length > 0 && noSending() === null && arrived()
  return { chosen: there, into, setInto, refusal, run, toggle, ready }
}

const Joining = (props: Props & { joining: ReturnType<typeof createJoining> }) => (
  <div class="visit-join">
    <p class="muted">{t(w.same)}</p>
    <label>
      {t(w.joinInto)}{' '}
      <select
        value={props.joining.into()}
        onChange={(event) => props.joining.setInto(event.currentTarget.value)}
      >
        <option value="">{t(w.firstChosen)}</option>
        <For each={props.questions}>
          {({ question }) => <option value={question.id}>{t(question.words)}</option>}
        </For>
      </select>
    </label>
    <button
      type="button"
      class="button"
      aria-disabled={!props.joining.ready()}
      onClick={() => void props.joining.run()}
    >
      {t(w.join)}
    </button>
    <Show when={props.joining.chosen().length > 0 && !props.joining.ready()}>
      <p class="muted">{t(w.joinOnline)}</p>
    </Show>
    <Show when={props.joining.refusal()}>
      {(refusal) => (
        <div class="notice warn" role="alert">
          <For each={[refusal().title, ...refusal().reasons]}>{(one) => <p>{t(one)}</p>}</For>
        </div>
      )}
    </Show>
  </div>
)

export const Findings = (props: Props) => {
  const joining = createJoining(props)
  const may = () => props.act.allowed
  const about = (id: string) => props.notes.filter((note) => note.id === id || note.of === id)
  return (
    <section class="block" aria-labelledby="visit-findings">
      <h2 id="visit-findings">{t(w.findings)}</h2>
      <Show when={props.findings.length > 0} fallback={<p class="muted">{t(w.noFindings)}</p>}>
        <ul class="visit-findings">
          <For each={props.findings.map(({ id }) => id)}>
            {(id) => (
              <Show when={props.findings.find((one) => one.id === id)}>
                {(finding) => (
                  <li>
                    <label class="check">
                      <Show when={may() && props.findings.length > 0}>
                        <input
                          type="checkbox"
                          aria-label={t(fill(w.choose, { finding: finding().words }))}
                          checked={joining.chosen().includes(id)}
                          onChange={() => joining.toggle(id)}
                        />
                      </Show>
                      <span>
                        <strong>{finding().words}</strong>{' '}
                        <small class="muted">
                          {t(fill(w.foundBy, { names: finding().by.join(' · ') }))}
                        </small>
                      </span>
                    </label>
                    <Show when={finding().joined.length > 0}>
                      <p class="muted">
                        {t(fill(w.joined, { words: finding().joined.join(' · ') }))}
                      </p>
                    </Show>
                    <NoteLines notes={about(id)} />
                    <Show when={may()}>
                      <details class="visit-more" open={props.half.textOf(id) !== ''}>
                        <summary>{t(w.more)}</summary>
                        <NoteBox
                          topic={id}
                          about={plain(finding().words)}
                          half={props.half}
                          write={props.write}
                          with={{ of: id }}
                        />
                      </details>
                    </Show>
                  </li>
                )}
              </Show>
            )}
          </For>
        </ul>
        <Show when={may()}>
          <Joining {...props} joining={joining} />
        </Show>
      </Show>
      <Show when={may()}>
        <NewFinding {...props} />
      </Show>
    </section>
  )
}
