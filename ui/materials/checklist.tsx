// Which materials are there, which are missing, and which came again?
import { For, Show } from 'solid-js'
import { fill } from '../../domain/language/words.ts'
import type { Material, MaterialVersion } from '../../domain/views/materials.ts'
import { t } from '../client/words.ts'
import { showMoment } from '../screen/time.ts'
import { newest, type OpenFile, sizeOf } from './asking.ts'
import { materialWords as w } from './words.ts'

type Props = {
  materials: Material[]
  chosen: string | null
  onChoose: (showMoment: OpenFile) => void
  onCompare: (material: Material) => void
}

const Version = (
  props: { material: Material; version: MaterialVersion } & Pick<Props, 'chosen' | 'onChoose'>,
) => (
  <div class="version">
    <p class="version-about muted">
      {t(fill(w.version, { n: props.version.version }))} · {showMoment(props.version.at)}
      <Show when={props.version.who}>{(who) => <> · {t(who())}</>}</Show>
      <Show when={props.version.version > 1 || !props.material.start}>
        {' '}
        · {t(props.version.act)}
      </Show>
    </p>
    <Show when={props.version.note}>{(note) => <p class="version-note">{note()}</p>}</Show>
    <ul>
      <For each={props.version.files}>
        {(file) => (
          <li>
            <button
              type="button"
              class="material-file"
              aria-current={props.chosen === file.id ? 'true' : undefined}
              onClick={() =>
                props.onChoose({ material: props.material, version: props.version, file })
              }
            >
              <span class="file-name">{file.name}</span> <small>{sizeOf(file.size)}</small>
            </button>
          </li>
        )}
      </For>
    </ul>
  </div>
)

const Earlier = (props: { material: Material } & Omit<Props, 'materials'>) => {
  const earlier = () => props.material.versions.slice(0, -1).reverse()
  return (
    <Show when={earlier().length > 0}>
      <details
        class="earlier"
        open={earlier().some(({ files }) => files.some(({ id }) => id === props.chosen))}
      >
        <summary>{t(fill(w.earlier, { n: earlier().length }))}</summary>
        <For each={earlier()}>
          {(version) => (
            <Version
              material={props.material}
              version={version}
              chosen={props.chosen}
              onChoose={props.onChoose}
            />
          )}
        </For>
      </details>
      <button type="button" class="button small" onClick={() => props.onCompare(props.material)}>
        {t(w.compare)}
        <span class="visually-hidden"> {t(props.material.label)}</span>
      </button>
    </Show>
  )
}

export const Checklist = (props: Props) => (
  <ol class="checklist">
    <For each={props.materials}>
      {(material) => (
        <li class={newest(material) ? 'there' : 'missing'}>
          <p class="checklist-name">
            <span class="checklist-mark" aria-hidden="true">
              {newest(material) ? '✓' : '○'}
            </span>
            <strong>{t(material.label)}</strong>
          </p>
          <Show
            when={newest(material)}
            fallback={
              <p class="muted">
                {t(w.missing)}
                {material.required ? '' : t(w.optional)}
              </p>
            }
          >
            {(version) => (
              <Version
                material={material}
                version={version()}
                chosen={props.chosen}
                onChoose={props.onChoose}
              />
            )}
          </Show>
          <Earlier
            material={material}
            chosen={props.chosen}
            onChoose={props.onChoose}
            onCompare={props.onCompare}
          />
        </li>
      )}
    </For>
  </ol>
)
