// How do the offices, or the violations, stand beside each other?
import { For, Show } from 'solid-js'
import type { DiscretionFigures } from '../../../contract/supervision/discretion.ts'
import { spellYuan } from '../../../domain/language/money.ts'
import { fill, type Text } from '../../../domain/language/words.ts'
import { fewestTelling } from '../../../domain/penalties/deviation.ts'
import { t } from '../../client/words.ts'
import { signedShare } from '../../reading/amounts.ts'
import { Scroll } from '../../screen/scroll.tsx'
import { discretionWords as w } from './discretion-words.ts'

/** `key` names what is picked; null: it cannot be. */
export type FineRow = {
  key: string | null
  name: string
  beside: string | null
  figures: DiscretionFigures
}

/** Three parts of one bar; the numbers say the same without it. */
const Shares = (props: { figures: DiscretionFigures }) => {
  const parts = () => [
    ['below', props.figures.below] as const,
    ['within', props.figures.within] as const,
    ['above', props.figures.above] as const,
  ]
  const words = () => {
    const { below, within, above } = props.figures
    return t(fill(w.position, { below, within, above }))
  }
  const checked = () => parts().some(([, n]) => n > 0)
  return (
    <Show when={checked()} fallback="–">
      <span class="discretion-bar" role="img" aria-label={words()}>
        <For each={parts()}>
          {([part, n]) => (
            <Show when={n > 0}>
              <span class={`discretion-${part}`} style={{ 'flex-grow': n }} />
            </Show>
          )}
        </For>
      </span>
      <span aria-hidden="true">
        {parts()
          .map(([, n]) => n)
          .join(' / ')}
      </span>
    </Show>
  )
}

const Share = (props: { few: boolean; value: number | null; plain?: boolean }) => (
  <td class="number">
    <Show
      when={!props.few}
      fallback={
        <span class="muted" title={t(w.fewHint)}>
          {t(fill(w.few, { n: fewestTelling }))}
        </span>
      }
    >
      {props.plain ? signedShare(props.value).replace('+', '') : signedShare(props.value)}
    </Show>
  </td>
)

const Row = (props: { row: FineRow; picked: boolean; onPick: (key: string) => void }) => {
  const figures = () => props.row.figures
  return (
    <tr class={props.picked ? 'discretion-picked' : ''}>
      <th scope="row">
        {props.row.name}
        <Show when={props.row.beside}>{(beside) => <span class="muted"> {beside()}</span>}</Show>
      </th>
      <td class="number">
        <Show when={props.row.key !== null} fallback={figures().decisions}>
          <button
            type="button"
            class="discretion-open"
            aria-label={t(fill(w.open, { what: props.row.name, n: figures().decisions }))}
            onClick={() => props.onPick(props.row.key ?? '')}
          >
            {figures().decisions}
          </button>
        </Show>
      </td>
      <td class="number">{spellYuan(figures().fined)}</td>
      <td>
        <Shares figures={figures()} />
      </td>
      <td class="number">{figures().departures}</td>
      <Share few={figures().few} value={figures().fromMiddle} />
      <Share few={figures().few} value={figures().spread} plain />
      <Share few={figures().compared < fewestTelling} value={figures().fromLike} />
    </tr>
  )
}

const columns: Text[] = [
  w.decisions,
  w.fined,
  w.shares,
  w.departed,
  w.fromMiddle,
  w.spread,
  w.fromLike,
]

export const DiscretionTable = (props: {
  title: Text
  first: Text
  rows: FineRow[]
  picked: string | null
  onPick: (key: string) => void
}) => (
  <section class="block" aria-label={t(props.title)}>
    <h2>{t(props.title)}</h2>
    <Scroll name={props.title}>
      <table class="plain-table discretion-table">
        <caption class="visually-hidden">{t(props.title)}</caption>
        <thead>
          <tr>
            <th scope="col">{t(props.first)}</th>
            <For each={columns}>
              {(words) => (
                <th scope="col" class={words === w.shares ? '' : 'number'}>
                  {t(words)}
                </th>
              )}
            </For>
          </tr>
        </thead>
        <tbody>
          <For each={props.rows}>
            {(row) => (
              <Row
                row={row}
                picked={row.key !== null && row.key === props.picked}
                onPick={props.onPick}
              />
            )}
          </For>
        </tbody>
      </table>
    </Scroll>
  </section>
)
