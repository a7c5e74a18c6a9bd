// Which versions of a process are there, from when is each in force, and which one is looked at?
import { For, Show } from 'solid-js'
import { fill } from '../../domain/language/words.ts'
import type { ChartVersion } from '../../domain/views/chart/chart-views.ts'
import { t } from '../client/words.ts'
import { processWords as w } from './words.ts'

export const inForceWords = ({ since, until }: ChartVersion): string => {
  if (since === null) return t(w.sinceUnknown)
  if (until === null) return t(fill(w.since, { date: since }))
  return t(fill(w.span, { from: since, to: until }))
}

type Props = {
  /** The oldest first, as they stand on the screen and as → goes on. */
  versions: ChartVersion[]
  version: number
  against: number | null
  onVersion: (version: number) => void
  onAgainst: (version: number | null) => void
}

export const Versions = (props: Props) => (
  <div class="versions">
    <fieldset class="version-list">
      <legend>{t(w.versions)}</legend>
      <For each={props.versions}>
        {(one) => (
          <button
            type="button"
            class="chip version"
            aria-pressed={one.version === props.version}
            onClick={() => props.onVersion(one.version)}
          >
            <strong>{t(fill(w.version, { n: one.version }))}</strong>{' '}
            <span>{inForceWords(one)}</span>
          </button>
        )}
      </For>
    </fieldset>
    <Show when={props.versions.length > 1}>
      <label class="inline-field">
        {t(w.compare)}
        <select
          onChange={(event) =>
            props.onAgainst(
              event.currentTarget.value === '' ? null : Number(event.currentTarget.value),
            )
          }
        >
          <option value="" selected={props.against === null}>
            {t(w.noCompare)}
          </option>
          <For each={props.versions.filter(({ version }) => version !== props.version)}>
            {({ version }) => (
              <option value={version} selected={version === props.against}>
                {t(fill(w.version, { n: version }))}
              </option>
            )}
          </For>
        </select>
      </label>
      <span class="muted versions-hint">{t(w.versionsHint)}</span>
    </Show>
  </div>
)
