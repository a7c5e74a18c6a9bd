// What stands of a note: when, where, by whom, with which photographs, and what of it is not taken on trust?
import { createMemo, For, onCleanup, Show } from 'solid-js'
import { fill, type Text } from '../../domain/language/words.ts'
import { t } from '../client/words.ts'
import TakenLine from '../photo/taken.tsx'
import { showMoment } from '../screen/time.ts'
import type { ShownNote, ShownPhoto } from './note.ts'
import { markWords, fieldNoteWords as w } from './words.ts'

/** The bytes of this phone first: they are there without the network. */
const Photo = (props: { photo: ShownPhoto }) => {
  const source = createMemo(() => {
    const { bytes, stored } = props.photo
    if (!bytes?.type.startsWith('image/')) return stored?.url
    const own = URL.createObjectURL(bytes)
    onCleanup(() => URL.revokeObjectURL(own))
    return own
  })
  return (
    <li class="field-photo">
      <Show when={source()} fallback={<span class="upload-picture" aria-hidden="true" />}>
        {(url) => (
          <img class="field-picture" src={url()} alt="" width="56" height="56" loading="lazy" />
        )}
      </Show>
      <span>
        <span class="file-name">{props.photo.name}</span>
        <TakenLine taken={props.photo.taken} />
        <Show when={props.photo.stored?.sha256}>
          {(hash) => (
            <small class="taken muted">{t(fill(w.hash, { hash: hash().slice(0, 12) }))}</small>
          )}
        </Show>
      </span>
    </li>
  )
}

const State = (props: { note: ShownNote }) => (
  <Show when={props.note.state !== 'arrived'}>
    <span class={`tag dashed ${props.note.state}`}>
      {t(props.note.state === 'refused' ? w.stateRefused : w.stateWaiting)}
    </span>
  </Show>
)

const Marks = (props: { note: ShownNote }) => (
  <Show when={props.note.marks.length > 0}>
    <p class="field-marks">
      <For each={props.note.marks}>
        {(mark) => <span class="tag hatched">▲ {t(markWords[mark])}</span>}
      </For>
      <Show when={props.note.marks.includes('clock-off') && props.note.phoneAt}>
        {(at) => <small class="muted">{t(fill(w.phoneTime, { at: showMoment(at()) }))}</small>}
      </Show>
    </p>
  </Show>
)

const Place = (props: { note: ShownNote }) => (
  <Show when={props.note.photos.length === 0 && props.note.place}>
    {(place) => (
      <small class="taken muted">
        {t(
          fill(w.place, {
            place: `${place().lat.toFixed(5)}, ${place().lon.toFixed(5)}`,
            m: place().accuracy,
          }),
        )}
      </small>
    )}
  </Show>
)

const Line = (props: { note: ShownNote; answer: (note: ShownNote) => Text | null }) => (
  <li class={`field-note ${props.note.state}`}>
    <p>
      <span class="muted">
        <time datetime={props.note.at}>{showMoment(props.note.at)}</time> {props.note.by}
      </span>{' '}
      <Show when={props.answer(props.note)}>{(words) => <strong>{t(words())}</strong>}</Show>{' '}
      <State note={props.note} />
    </p>
    <Show when={props.note.note}>{(words) => <p class="field-said">{words()}</p>}</Show>
    <Show when={props.note.photos.length > 0}>
      <ul class="field-photos">
        <For each={props.note.photos}>{(photo) => <Photo photo={photo} />}</For>
      </ul>
    </Show>
    <Place note={props.note} />
    <Marks note={props.note} />
    <Show when={props.note.reasons.length > 0}>
      <ul class="outbox-refusal">
        <For each={props.note.reasons}>{(reason) => <li>{t(reason)}</li>}</For>
      </ul>
    </Show>
  </li>
)

/** `answer`: what of a note its process says in a word. */
export const NoteLines = (props: {
  notes: ShownNote[]
  answer?: (note: ShownNote) => Text | null
}) => (
  <Show when={props.notes.length > 0}>
    <ul class="field-notes">
      <For each={props.notes}>
        {(note) => <Line note={note} answer={(one) => props.answer?.(one) ?? null} />}
      </For>
    </ul>
  </Show>
)
