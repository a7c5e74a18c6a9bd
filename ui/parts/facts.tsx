// What is known of the case, with its files?
import { createUniqueId, For, Show } from 'solid-js'
import type { FactField, FileView } from '../../domain/case/views.ts'
import type { Text } from '../../domain/case/words.ts'
import { t } from '../words.ts'
import './case-parts.css'

const isImage = (file: FileView) => file.type.startsWith('image/')

export const Files = (props: { files: FileView[] }) => (
  <ul class="files">
    <For each={props.files}>
      {(file) => (
        <li>
          <a href={file.url} target="_blank" rel="noopener external">
            <Show when={isImage(file)} fallback={<span class="file-name">{file.name}</span>}>
              <img src={file.url} alt={file.name} loading="lazy" width="160" height="120" />
            </Show>
          </a>
        </li>
      )}
    </For>
  </ul>
)

/** A summary list; files stand under their name. */
export const Facts = (props: { facts: FactField[]; title: Text }) => {
  const id = createUniqueId()
  return (
    <Show when={props.facts.length > 0}>
      <section class="block" aria-labelledby={id}>
        <h2 id={id}>{t(props.title)}</h2>
        <dl class="summary">
          <For each={props.facts}>
            {(fact) => (
              <div>
                <dt>{t(fact.label)}</dt>
                <dd>
                  {t(fact.value)}
                  <Show when={fact.files?.length ? fact.files : null}>{(files) => <Files files={files()} />}</Show>
                </dd>
              </div>
            )}
          </For>
        </dl>
      </section>
    </Show>
  )
}
