// How are photos and files added to a form, each with its own fate?
import { createEffect, createMemo, createSignal, For, onCleanup, Show } from 'solid-js'
import { fill, type Text } from '../../domain/language/words.ts'
import type { Field } from '../../domain/model/process.ts'
import { t } from '../client/words.ts'
import './files-field.css'
import { letSayPlace, maySayPlace } from '../photo/consent.ts'
import { filesWords as own } from '../photo/files-words.ts'
import { placeNow } from '../photo/photo.ts'
import TakenLine from '../photo/taken.tsx'
import type { Upload } from '../photo/upload.ts'
import { showTime } from '../screen/time.ts'
import { useMedia } from '../screen/width.ts'
import type { Form } from './form.ts'
import { createUploads } from './uploads.ts'

const statusOf = (upload: Upload): Text[] => {
  if (upload.status === 'preparing') return [own.filePreparing]
  if (upload.status === 'uploading') return [own.fileUploading]
  if (upload.status === 'failed') return [own.fileFailed]
  if (upload.status === 'stored') return [own.fileStored]
  return [upload.keptAt ? fill(own.fileKept, { time: showTime(upload.keptAt) }) : own.fileLoose]
}

const size = (bytes: number) =>
  bytes < 1_000_000
    ? `${Math.max(1, Math.round(bytes / 1000))} kB`
    : `${(bytes / 1_000_000).toFixed(1)} MB`

type LineProps = {
  upload: Upload
  bytesOf: (upload: Upload) => Promise<Blob | null>
  onRetry: () => void
  onRemove: () => void
}

const isShown = (type: string) => type.startsWith('image/') && !/hei[cf]/.test(type)

/** The picture itself, from this device, so that it is seen without the network too. */
const Preview = (props: Pick<LineProps, 'upload' | 'bytesOf'>) => {
  const [bytes, setBytes] = createSignal<Blob | null>(null)
  createEffect(() => {
    if (props.upload.status !== 'preparing' && !bytes())
      void props.bytesOf(props.upload).then(setBytes, () => undefined)
  })
  const source = createMemo(() => {
    const found = bytes()
    const { stored } = props.upload
    if (!found && stored) return isShown(stored.type) ? stored.url : null
    if (!found || !isShown(found.type)) return null
    const url = URL.createObjectURL(found)
    onCleanup(() => URL.revokeObjectURL(url))
    return url
  })
  return (
    <Show when={source()} fallback={<span class="upload-picture" aria-hidden="true" />}>
      {(url) => <img class="upload-picture" src={url()} alt="" width="56" height="56" />}
    </Show>
  )
}

const Fate = (props: { upload: Upload }) => (
  <>
    <span class="upload-status" role="status">
      <For each={statusOf(props.upload)}>{(words) => t(words)}</For>
      <Show when={props.upload.status === 'stored' && props.upload.storedAt}>
        {(at) => <> {showTime(at())}</>}
      </Show>
      <Show when={props.upload.status === 'failed' && props.upload.why}>
        {(why) => `${t({ zh: '：', en: ': ' })}${t(why())}`}
      </Show>
    </span>
    <Show when={props.upload.status === 'uploading'}>
      <progress
        max="1"
        value={props.upload.progress}
        aria-label={t(fill(own.fileProgress, { name: props.upload.name }))}
      />
    </Show>
    <Show when={props.upload.stored?.sha256}>
      {(hash) => (
        <span class="upload-hash muted">
          {t(own.fileHash)} <code title={hash()}>{hash().slice(0, 12)}</code>
        </span>
      )}
    </Show>
  </>
)

const Line = (props: LineProps) => (
  <li class={`upload ${props.upload.status}`}>
    <Preview upload={props.upload} bytesOf={props.bytesOf} />
    <span class="upload-main">
      <span class="file-name">
        {props.upload.name} <small class="muted">{size(props.upload.size)}</small>
      </span>
      <TakenLine taken={props.upload.stored?.taken ?? props.upload.taken} />
      <Fate upload={props.upload} />
    </span>
    <span class="upload-acts">
      <Show when={props.upload.status === 'failed'}>
        <button type="button" class="button small" onClick={() => props.onRetry()}>
          {t(own.fileRetry)}
        </button>
      </Show>
      <button type="button" class="button small quiet" onClick={() => props.onRemove()}>
        {t(props.upload.status === 'uploading' ? own.fileCancel : own.fileRemove)}
        <span class="visually-hidden"> {props.upload.name}</span>
      </button>
    </span>
  </li>
)

/** The person's own choice, kept on this device; without it nobody asks where the device is. */
const usePlace = (person: string) => {
  const [requested, setRequested] = createSignal(maySayPlace(person))
  const [refused, setRefused] = createSignal(false)
  const request = (yes: boolean) => {
    setRequested(yes)
    setRefused(false)
    letSayPlace(person, yes)
    if (yes) void read()
  }
  const read = async () => {
    if (!requested()) return null
    const place = await placeNow()
    setRefused(place === null)
    return place
  }
  return { requested, refused, request, read }
}

const Camera = (props: {
  name: string
  onTake: (input: HTMLInputElement) => void
  place: ReturnType<typeof usePlace>
}) => (
  <>
    <input
      id={`camera-${props.name}`}
      class="visually-hidden file-input"
      type="file"
      accept="image/*"
      capture="environment"
      onChange={(event) => props.onTake(event.currentTarget)}
    />
    <label class="button file-button" for={`camera-${props.name}`}>
      {t(own.takePhoto)}
    </label>
    <label class="check place-request">
      <input
        type="checkbox"
        checked={props.place.requested()}
        onChange={(event) => props.place.request(event.currentTarget.checked)}
      />
      <span>
        {t(own.withPlace)} <small class="muted">{t(own.placeHint)}</small>
      </span>
    </label>
    <Show when={props.place.requested() && props.place.refused()}>
      <p class="hint" role="status">
        {t(own.placeRefused)}
      </p>
    </Show>
  </>
)

const FilesField = (props: { field: Field; form: Form; describedBy: string | undefined }) => {
  const uploads = createUploads(props.form, () => props.field.name)
  const place = usePlace(props.form.place().person)
  const onPhone = useMedia('(pointer: coarse), (max-width: 800px)')
  const take = (input: HTMLInputElement, camera: boolean) => {
    const where = camera ? place.read() : Promise.resolve(null)
    for (const file of [...(input.files ?? [])]) void uploads.add(file, camera, where)
    input.value = ''
  }
  return (
    <>
      <div class="file-buttons">
        <input
          id={`field-${props.field.name}`}
          class="visually-hidden file-input"
          type="file"
          multiple
          accept="image/*,application/pdf,.docx,.xlsx,.csv,.txt"
          aria-describedby={props.describedBy}
          onChange={(event) => take(event.currentTarget, false)}
        />
        <label class="button file-button" for={`field-${props.field.name}`}>
          {t(own.addFiles)}
        </label>
        <Show when={onPhone()}>
          <Camera name={props.field.name} place={place} onTake={(input) => take(input, true)} />
        </Show>
      </div>
      <p class="hint">{t(own.fileHint)}</p>
      <ul class="uploads">
        <For each={uploads.list().map(({ key }) => key)}>
          {(key) => (
            <Show when={uploads.list().find((one) => one.key === key)}>
              {(upload) => (
                <Line
                  upload={upload()}
                  bytesOf={uploads.bytesOf}
                  onRetry={() => uploads.retry(key)}
                  onRemove={() => uploads.remove(key)}
                />
              )}
            </Show>
          )}
        </For>
      </ul>
    </>
  )
}

export default FilesField
