// What is asked at the place, what has each officer answered, and with which photographs?
import { For, Show } from 'solid-js'
import {
  type Answer,
  answers,
} from '../../../domain/administrative-inspection/checklists/checklist.ts'
import type { MergedQuestion } from '../../../domain/administrative-inspection/checklists/merged.ts'
import { fill, type Text } from '../../../domain/language/words.ts'
import { t } from '../../client/words.ts'
import type { HalfNotes } from '../../field-notes/half-notes.ts'
import { NoteLines } from '../../field-notes/lines.tsx'
import type { ShownNote, WriteNote } from '../../field-notes/note.ts'
import { NoteBox } from '../../field-notes/note-box.tsx'
import { visitWords as w } from './words.ts'

export const answerWords = (value: string | undefined): Text | null =>
  value !== undefined && Object.hasOwn(answers, value) ? answers[value as Answer] : null

type Props = {
  merged: MergedQuestion
  notes: ShownNote[]
  open: boolean
  onOpen: () => void
  onAnswered: (answer: Answer) => void
  half: HalfNotes
  write: WriteNote
  /** Nothing more can be written. */
  closed: boolean
  /** Who reads and writes here. */
  me: string
}

/** In a word: what all agree on, or who says what. */
const Given = (props: { merged: MergedQuestion }) => (
  <Show
    when={props.merged.disputed}
    fallback={
      <span class={`tag ${props.merged.answer === 'no' ? 'visit-no' : ''}`}>
        {t(props.merged.answer ? answers[props.merged.answer] : w.open)}
      </span>
    }
  >
    <span class="tag visit-no">▲ {t(w.disputed)}</span>
    <For each={props.merged.given}>
      {({ by, answer }) => (
        <span class="tag">{t(fill(w.by, { name: by, answer: t(answers[answer]) }))}</span>
      )}
    </For>
  </Show>
)

const Answers = (props: Props) => {
  const own = () => props.merged.given.find(({ person }) => person === props.me)?.answer
  let giving = false
  const give = async (answer: Answer) => {
    if (giving) return
    giving = true
    const { question } = props.merged
    const about = question.words
    const kept = await props.write({ answers: { question: question.id, answer }, about })
    giving = false
    if (kept) props.onAnswered(answer)
  }
  return (
    <fieldset
      class="visit-answers"
      aria-label={t(fill(w.answerTo, { question: t(props.merged.question.words) }))}
    >
      <For each={Object.keys(answers) as Answer[]}>
        {(answer) => (
          <button
            type="button"
            class="button"
            aria-pressed={own() === answer}
            onClick={() => void give(answer)}
          >
            {t(answers[answer])}
          </button>
        )}
      </For>
    </fieldset>
  )
}

export const Question = (props: Props) => (
  <li class="visit-question" id={`visit-${props.merged.question.id}`}>
    <h3>
      <button
        type="button"
        class="visit-head"
        aria-expanded={props.open}
        onClick={() => props.onOpen()}
      >
        {t(props.merged.question.words)}{' '}
        <small class="muted">{props.merged.question.article}</small>
      </button>
    </h3>
    <p class="visit-given">
      <Given merged={props.merged} />
    </p>
    <Show when={props.open}>
      <Show when={!props.closed}>
        <Answers {...props} />
      </Show>
      <NoteLines notes={props.notes} answer={(note) => answerWords(note.answers.answer)} />
      <Show when={!props.closed}>
        <NoteBox
          topic={props.merged.question.id}
          about={props.merged.question.words}
          half={props.half}
          write={props.write}
          with={{ answers: { question: props.merged.question.id } }}
        />
      </Show>
    </Show>
  </li>
)
