// How do photographs of somebody nameless reach the server?
import { createSignal, For, onCleanup, Show } from 'solid-js'
import { fill, type Text } from '../../domain/language/words.ts'
import { asRefusal, newKey } from '../client/client.ts'
import { t, words } from '../client/words.ts'
import { citizenWords as w } from './words.ts'

export type Photo = {
  key: string
  file: File
  status: 'sending' | 'stored' | 'failed'
  id: string | null
  why: Text | null
  url: string | null
}

/** Nothing is kept on the device: a borrowed telephone tells nobody what was reported on it. */
export const createPhotos = (
  upload: (bytes: Blob, name: string, key: string) => Promise<{ id: string }>,
) => {
  const [list, setList] = createSignal<Photo[]>([])
  const prepared = new Map<string, { bytes: Blob; name: string }>()
  const change = (key: string, next: Partial<Photo>) =>
    setList(list().map((one) => (one.key === key ? { ...one, ...next } : one)))
  const add = async (file: File): Promise<void> => {
    const key = newKey()
    const url = file.type.startsWith('image/') ? URL.createObjectURL(file) : null
    setList([...list(), { key, file, status: 'sending', id: null, why: null, url }])
    await send(key, file)
  }
  /** The same bytes under the same key: a file that did arrive is not kept twice. */
  const send = async (key: string, file: File): Promise<void> => {
    change(key, { status: 'sending', why: null })
    try {
      const { prepare } = await import('../photo/photo.ts')
      const made = prepared.get(key) ?? (await prepare(file, false, null))
      prepared.set(key, made)
      const { id } = await upload(made.bytes, made.name, key)
      change(key, { status: 'stored', id })
    } catch (error) {
      const refusal = asRefusal(error)
      change(key, { status: 'failed', why: refusal.reasons[0] ?? refusal.title })
    }
  }
  const forget = ({ key, url }: Photo) => {
    prepared.delete(key)
    if (url) URL.revokeObjectURL(url)
  }
  const remove = (photo: Photo) => {
    forget(photo)
    setList(list().filter(({ key }) => key !== photo.key))
  }
  onCleanup(() => list().forEach(forget))
  return {
    list,
    add,
    remove,
    retry: ({ key, file }: Photo) => void send(key, file),
    ids: () => list().flatMap(({ id }) => id ?? []),
    failed: () => list().some(({ status }) => status === 'failed'),
    ready: () => list().every(({ status }) => status === 'stored'),
  }
}

export type Photos = ReturnType<typeof createPhotos>

const fate = { sending: w.sendingPhoto, stored: w.storedPhoto, failed: w.failedPhoto } as const

export const PhotosField = (props: { name: string; photos: Photos }) => (
  <>
    <p class="hint" id={`field-${props.name}-kinds`}>
      {t(w.photosHint)}
    </p>
    <input
      id={`field-${props.name}`}
      class="visually-hidden file-input"
      type="file"
      multiple
      accept="image/*,application/pdf"
      aria-describedby={`field-${props.name}-kinds`}
      onChange={(event) => {
        for (const file of [...(event.currentTarget.files ?? [])]) void props.photos.add(file)
        event.currentTarget.value = ''
      }}
    />
    <label class="button file-button" for={`field-${props.name}`}>
      {t(w.addPhotos)}
    </label>
    <ul class="uploads">
      <For each={props.photos.list()}>
        {(photo, index) => (
          <li class={`upload ${photo.status}`}>
            <Show when={photo.url}>
              {(url) => <img class="citizen-photo" src={url()} alt="" width="56" height="56" />}
            </Show>
            <span class="file-name">{t(fill(w.photo, { n: index() + 1 }))}</span>
            <span class="upload-status" role="status">
              {t(fate[photo.status])}
              <Show when={photo.why}>{(why) => `${t(w.colon)}${t(why())}`}</Show>
            </span>
            <Show when={photo.status === 'failed'}>
              <button type="button" class="button small" onClick={() => props.photos.retry(photo)}>
                {t(words.retry)}
                <span class="visually-hidden"> {t(fill(w.photo, { n: index() + 1 }))}</span>
              </button>
            </Show>
            <button type="button" class="button small" onClick={() => props.photos.remove(photo)}>
              {t(w.remove)}
              <span class="visually-hidden"> {t(fill(w.photo, { n: index() + 1 }))}</span>
            </button>
          </li>
        )}
      </For>
    </ul>
  </>
)
