// How do officers go through the list of a visit, item by item, and what comes of it?
import { useNavigate } from '@solidjs/router'
import { createEffect, createMemo, createSignal, For, Show } from 'solid-js'
import type { Answer } from '../../../domain/administrative-inspection/checklists/checklist.ts'
import {
  type MergedQuestion,
  type MergedVisit,
  mergeVisit,
} from '../../../domain/administrative-inspection/checklists/merged.ts'
import { fill } from '../../../domain/language/words.ts'
import { t } from '../../client/words.ts'
import type { PlaceProps } from '../../field-notes/note.ts'
import { noSending } from '../../reading/live.ts'
import { useMe } from '../../screen/me.ts'
import { Findings } from './findings.tsx'
import { layRecord } from './laying.ts'
import { Question } from './question.tsx'
import { visitWords as w } from './words.ts'
import './visit.css'

const recordAct = 'record-inspection'

/** Which question stands open, and which comes next: the first one that nobody has answered. */
const createTurn = (left: () => MergedQuestion[]) => {
  const [current, setCurrent] = createSignal<string | null>(null)
  const goOn = () => {
    const next = left().find(({ question }) => question.id !== current()) ?? left()[0]
    const id = next?.question.id
    setCurrent(id ?? null)
    if (id)
      requestAnimationFrame(() =>
        document.getElementById(`visit-${id}`)?.scrollIntoView({ block: 'start' }),
      )
  }
  let begun = false
  createEffect(() => {
    const first = left()[0]?.question.id
    if (begun || !first) return
    begun = true
    setCurrent(first)
  })
  return {
    current,
    goOn,
    toggle: (id: string) => setCurrent(current() === id ? null : id),
    /** What is met needs nothing more; what is not wants a photograph. */
    answered: (answer: Answer) => answer !== 'no' && goOn(),
  }
}

type Turn = ReturnType<typeof createTurn>

const Checklist = (props: PlaceProps & { merged: MergedVisit; turn: Turn; left: number }) => {
  const me = useMe()
  const questions = () => props.merged.questions
  const counts = () => ({ all: questions().length, done: questions().length - props.left })
  return (
    <section class="block" aria-labelledby="visit-checklist">
      <h2 id="visit-checklist">
        {t(w.checklist)} <small class="muted">{t(fill(w.count, counts()))}</small>
      </h2>
      <Show when={questions().some(({ disputed }) => disputed)}>
        <p class="notice warn">{t(w.disputedHint)}</p>
      </Show>
      <ol class="visit-questions">
        <For each={questions().map(({ question }) => question.id)}>
          {(id) => (
            <Show when={questions().find(({ question }) => question.id === id)}>
              {(one) => (
                <Question
                  merged={one()}
                  notes={props.notes.filter(({ answers }) => answers.question === id)}
                  open={props.turn.current() === id}
                  onOpen={() => props.turn.toggle(id)}
                  onAnswered={props.turn.answered}
                  half={props.half}
                  write={props.write}
                  closed={!props.act.allowed}
                  me={me().id}
                />
              )}
            </Show>
          )}
        </For>
      </ol>
    </section>
  )
}

/** The one act that usually comes next, under the thumb. */
const Bar = (props: PlaceProps & { merged: MergedVisit; turn: Turn; left: number }) => {
  const me = useMe()
  const navigate = useNavigate()
  const record = () => props.case.acts.find(({ type, allowed }) => type === recordAct && allowed)
  const allThere = () =>
    noSending() === null &&
    !props.notes.some(({ state }) => state === 'waiting' || state === 'held')
  const makeRecord = async () => {
    const act = record()
    if (!act || !allThere()) return
    const { case: view, merged, notes } = props
    navigate(await layRecord({ view, act, person: me().id, merged, notes }))
  }
  return (
    <div class="visit-bar print-hidden">
      <Show
        when={props.left === 0}
        fallback={
          <button type="button" class="button primary" onClick={() => props.turn.goOn()}>
            {t(fill(w.next, { count: props.left }))}
          </button>
        }
      >
        <button
          type="button"
          class="button primary"
          aria-disabled={!record() || !allThere()}
          aria-describedby="visit-why"
          onClick={() => void makeRecord()}
        >
          {t(w.makeRecord)}
        </button>
        <p class="muted" id="visit-why">
          {allThere() ? (record() ? '' : t(w.recordNotYet)) : t(w.recordWaits)}
        </p>
      </Show>
    </div>
  )
}

const Visit = (props: PlaceProps) => {
  /** Of a visit that takes no more, only what was noted. */
  const asked = createMemo(() => {
    if (!props.act.allowed) return new Set<string>()
    const field = props.act.fields.find(({ name }) => name === 'question')
    return new Set(Object.keys(field?.choices ?? {}))
  })
  const merged = createMemo(() => mergeVisit(asked(), props.notes, props.joins))
  const left = createMemo(() =>
    merged().questions.filter(({ asked, given }) => asked && given.length === 0),
  )
  const turn = createTurn(left)
  return (
    <>
      <Checklist {...props} merged={merged()} turn={turn} left={left().length} />
      <Findings {...props} findings={merged().findings} questions={merged().questions} />
      {props.children}
      <Show when={props.act.allowed}>
        <Bar {...props} merged={merged()} turn={turn} left={left().length} />
      </Show>
    </>
  )
}

export default Visit
