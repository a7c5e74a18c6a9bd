// How is a photograph or a word added to what somebody looks at?
import { createUniqueId, Show } from 'solid-js'
import { mostFiles } from '../../domain/evidence/upload.ts'
import { fill, type Text } from '../../domain/language/words.ts'
import { t } from '../client/words.ts'
import type { HalfNotes } from './half-notes.ts'
import type { NewNote, WriteNote } from './note.ts'
import { fieldNoteWords as w } from './words.ts'

type Props = {
  /** The name under which half a note is kept. */
  topic: string
  about: Text
  half: HalfNotes
  write: WriteNote
  /** What every note from here says beside its words. */
  with?: Pick<NewNote, 'of' | 'answers'>
  photos?: boolean
}

const PhotoButton = (props: {
  label: Text
  about: Text
  camera: boolean
  onTake: (files: File[]) => void
}) => {
  const id = createUniqueId()
  const take = (input: HTMLInputElement) => {
    const files = [...(input.files ?? [])]
    input.value = ''
    if (files.length > 0) props.onTake(files)
  }
  return (
    <>
      <input
        id={id}
        class="visually-hidden file-input"
        type="file"
        accept="image/*"
        capture={props.camera ? 'environment' : undefined}
        multiple={!props.camera}
        aria-label={t(fill(w.photoFor, { what: t(props.label), about: t(props.about) }))}
        onChange={(event) => take(event.currentTarget)}
      />
      <label class="button file-button" for={id}>
        {t(props.label)}
      </label>
    </>
  )
}

/** Each photograph is a note as soon as it is taken; words are one when somebody says so, and half a note until then. */
export const NoteBox = (props: Props) => {
  const write = (note: NewNote) => props.write({ ...props.with, ...note, about: props.about })
  /** Of more than one note takes the rest are notes of their own: refused hours later, nobody could divide it. */
  const keepPhotos = async (files: File[], camera: boolean) => {
    for (let from = 0; from < files.length; from += mostFiles)
      if (!(await write({ photos: files.slice(from, from + mostFiles), camera }))) return
  }
  const keep = (event: Event) => {
    event.preventDefault()
    void props.half.turnInto(props.topic, (note) => write({ note }))
  }
  return (
    <form class="field-box" onSubmit={keep}>
      <Show when={props.photos !== false}>
        <div class="file-buttons">
          <PhotoButton
            label={w.takePhoto}
            about={props.about}
            camera={true}
            onTake={(photos) => void keepPhotos(photos, true)}
          />
          <PhotoButton
            label={w.addPhoto}
            about={props.about}
            camera={false}
            onTake={(photos) => void keepPhotos(photos, false)}
          />
        </div>
      </Show>
      <textarea
        rows="2"
        maxlength="2000"
        aria-label={t(fill(w.noteFor, { about: t(props.about) }))}
        placeholder={t(w.note)}
        value={props.half.textOf(props.topic)}
        onInput={(event) => props.half.write(props.topic, event.currentTarget.value)}
      />
      <button
        type="submit"
        class="button"
        aria-disabled={props.half.textOf(props.topic).trim() === ''}
      >
        {t(w.keepNote)}
      </button>
    </form>
  )
}
