// How are photos and files added to a form, each with its own fate?
import { For, Show } from 'solid-js'
import type { Field } from '../../domain/case/process.ts'
import { t } from '../words.ts'
import type { Form } from './form.ts'
import { formWords as w } from './form-words.ts'
import { newUpload, send, type Upload } from './upload.ts'

const statusWords = { uploading: w.fileUploading, stored: w.fileStored, failed: w.fileFailed } as const

const Line = (props: { upload: Upload; onRetry: () => void; onRemove: () => void }) => (
  <li class={`upload ${props.upload.status}`}>
    <span class="file-name">{props.upload.name}</span>
    <span class="upload-status" role="status">
      {t(statusWords[props.upload.status])}
      <Show when={props.upload.why}>{(why) => <>：{t(why())}</>}</Show>
    </span>
    <Show when={props.upload.status === 'failed'}>
      <button type="button" class="button small" onClick={() => props.onRetry()}>
        {t(w.fileRetry)}
      </button>
    </Show>
    <button type="button" class="button small quiet" onClick={() => props.onRemove()}>
      {t(w.fileRemove)}
    </button>
  </li>
)

export const FilesField = (props: { field: Field; form: Form; describedBy: string | undefined }) => {
  const uploads = () => (props.form.values()[props.field.name] as Upload[] | undefined) ?? []
  const put = (list: Upload[]) => props.form.set(props.field.name, list)
  const run = async (upload: Upload) => {
    const ended = await send(upload)
    put(uploads().map((one) => (one.key === ended.key ? ended : one)))
  }
  const add = (input: HTMLInputElement) => {
    const added = [...(input.files ?? [])].map(newUpload)
    input.value = ''
    put([...uploads(), ...added])
    for (const upload of added) void run(upload)
  }
  const retry = (upload: Upload) => {
    const again = { ...upload, status: 'uploading' as const, why: null }
    put(uploads().map((one) => (one.key === again.key ? again : one)))
    void run(again)
  }
  return (
    <>
      <input
        id={`field-${props.field.name}`}
        class="visually-hidden file-input"
        type="file"
        multiple
        accept="image/*,application/pdf"
        aria-describedby={props.describedBy}
        onChange={(event) => add(event.currentTarget)}
      />
      <label class="button file-button" for={`field-${props.field.name}`}>
        {t(w.addFiles)}
      </label>
      <p class="hint">{t(w.fileHint)}</p>
      <ul class="uploads">
        <For each={uploads()}>
          {(upload) => (
            <Line upload={upload} onRetry={() => retry(upload)} onRemove={() => put(uploads().filter((one) => one.key !== upload.key))} />
          )}
        </For>
      </ul>
    </>
  )
}
