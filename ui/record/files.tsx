// How do the files of an answer stand on a page, and where was each photo taken?
import { For, lazy, Show, Suspense } from 'solid-js'
import { takenOf } from '../../domain/evidence/photo.ts'
import type { FileView } from '../../domain/views/answers/fact-views.ts'
import './case-parts.css'

const TakenLine = lazy(() => import('../photo/taken.tsx'))

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
          <Show when={takenOf(file)}>
            {(taken) => (
              <Suspense>
                <TakenLine taken={taken()} />
              </Suspense>
            )}
          </Show>
        </li>
      )}
    </For>
  </ul>
)
