// How are several of many choices found and ticked?
import { createMemo, createSignal, createUniqueId, For, Show } from 'solid-js'
import { fill, type Text } from '../../domain/language/words.ts'
import type { Field } from '../../domain/model/process.ts'
import { t } from '../client/words.ts'
import './choices.css'
import { formWords as w } from '../screen/form-words.ts'
import type { Form } from './form.ts'
import { entriesOf, entriesTo } from './form-values.ts'

export type Entry = { value: string; words: Text; note?: Text }
export type EntryGroup = { title: Text | null; entries: Entry[] }

/** Below this many nobody needs a box to search them. */
export const few = 12

type Ticks = { isChosen: (value: string) => boolean; toggle: (value: string) => void }

const Tick = (props: { entry: Entry; ticks: Ticks }) => (
  <li>
    <label class="check">
      <input
        type="checkbox"
        checked={props.ticks.isChosen(props.entry.value)}
        onChange={() => props.ticks.toggle(props.entry.value)}
      />
      <span>
        {t(props.entry.words)}
        <Show when={props.entry.note}>{(note) => <small class="muted"> {t(note())}</small>}</Show>
      </span>
    </label>
  </li>
)

const Group = (props: { group: EntryGroup; open: boolean; ticks: Ticks }) => {
  const chosen = () => props.group.entries.filter(({ value }) => props.ticks.isChosen(value)).length
  const list = () => (
    <ul class="choice-list">
      <For each={props.group.entries}>{(entry) => <Tick entry={entry} ticks={props.ticks} />}</For>
    </ul>
  )
  return (
    <Show when={props.group.title} fallback={list()}>
      {(title) => (
        <details class="choice-group" open={props.open}>
          <summary>
            {t(title())}{' '}
            <span class="count">
              {chosen() > 0
                ? `${chosen()}/${props.group.entries.length}`
                : props.group.entries.length}
            </span>
          </summary>
          {list()}
        </details>
      )}
    </Show>
  )
}

/** What was ticked stands on top, whatever the search shows. */
const Chosen = (props: {
  values: string[]
  wordsOf: (value: string) => Text
  onRemove: (value: string) => void
}) => (
  <div class="chosen">
    <p class="hint" role="status">
      {t(props.values.length > 0 ? fill(w.chosenOnes, { n: props.values.length }) : w.noneChosen)}
    </p>
    <ul class="chosen-list">
      <For each={props.values}>
        {(value) => (
          <li>
            <span>✓ {t(props.wordsOf(value))}</span>
            <button type="button" class="button small quiet" onClick={() => props.onRemove(value)}>
              {t(w.takeAway)}
              <span class="visually-hidden"> {t(props.wordsOf(value))}</span>
            </button>
          </li>
        )}
      </For>
    </ul>
  </div>
)

type Props = { field: Field; form: Form; groups: EntryGroup[]; wordsOf: (value: string) => Text }

export const ChoiceGroups = (props: Props) => {
  const id = createUniqueId()
  const [sought, setSought] = createSignal('')
  const chosen = createMemo(() => entriesOf(props.form.values()[props.field.name]))
  const toggle = (value: string) =>
    props.form.set(
      props.field.name,
      entriesTo(
        chosen().includes(value) ? chosen().filter((one) => one !== value) : [...chosen(), value],
      ),
    )
  const ticks: Ticks = { isChosen: (value) => chosen().includes(value), toggle }
  const all = () => props.groups.reduce((sum, { entries }) => sum + entries.length, 0)
  const holds = ({ zh, en }: Text, words: string) => `${zh} ${en}`.toLowerCase().includes(words)
  const found = createMemo(() => {
    const words = sought().trim().toLowerCase()
    return props.groups.flatMap((group) => {
      const entries = group.entries.filter(
        (one) => holds(one.words, words) || (group.title !== null && holds(group.title, words)),
      )
      return entries.length > 0 ? [{ ...group, entries }] : []
    })
  })
  const hits = () => found().reduce((sum, { entries }) => sum + entries.length, 0)
  return (
    <>
      <Chosen values={chosen()} wordsOf={props.wordsOf} onRemove={toggle} />
      <Show when={all() > few}>
        <label class="choice-filter" for={id}>
          {t(w.filterChoices)}
        </label>
        <input
          id={id}
          type="search"
          autocomplete="off"
          onInput={(event) => setSought(event.currentTarget.value)}
        />
        <p class="hint" role="status">
          {t(hits() > 0 ? fill(w.matches, { n: hits() }) : w.noMatch)}
        </p>
      </Show>
      <For each={found()}>
        {(group) => <Group group={group} open={sought() !== '' || all() <= few} ticks={ticks} />}
      </For>
    </>
  )
}
