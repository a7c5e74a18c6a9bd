// How does the chart of a process look, and where does the case stand in it?
import { createMemo, createSignal, For, Show } from 'solid-js'
import type { Text } from '../../domain/language/words.ts'
import type { Diagram } from '../../domain/views/chart/chart-views.ts'
import { t } from '../client/words.ts'
import { tableWords } from '../screen/table-words.ts'
import './chart.css'
import { usePrinting } from '../screen/printing.ts'
import { type Band, bandsOf, isAtRest } from './chart-bands.ts'
import type { Progress } from './chart-marks.ts'
import { type Strip, stripsOf } from './chart-strips.ts'
import { ChartTable } from './chart-table.tsx'
import { chartWords as w } from './chart-words.ts'
import { Drawing, type Drawn, type Notes, type Standout } from './drawing.tsx'

type ChipsProps = {
  bands: Band[]
  shown: (band: Band, index: number) => boolean
  onTurn: (id: string | null) => void
}

const Chips = (props: ChipsProps) => (
  <Show when={props.bands.length > 1}>
    <fieldset class="chart-bands">
      <legend class="visually-hidden">{t(w.bands)}</legend>
      <For each={props.bands}>
        {(band, index) => (
          <button
            type="button"
            class="chip"
            aria-pressed={props.shown(band, index())}
            onClick={() => props.onTurn(band.id)}
          >
            {band.words ? t(band.words) : ''}
          </button>
        )}
      </For>
    </fieldset>
  </Show>
)

/** The first part always, of the others those in which something goes on, and what the reader adds. */
const Drawings = (props: Drawn) => {
  const [zoom, setZoom] = createSignal(0.85)
  const [turned, setTurned] = createSignal<ReadonlySet<string | null>>(new Set())
  const bands = createMemo(() => bandsOf(props.diagram))
  const printing = usePrinting()
  const strips = (width: number): Strip[] =>
    props.whole && printing() ? stripsOf(width) : [{ x: 0, width }]
  const speaks = (band: Band, index: number) =>
    index === 0 ||
    props.whole === true ||
    (props.progress !== undefined && !isAtRest(band, props.progress.active)) ||
    (props.notes !== undefined &&
      band.diagram.nodes.some(({ id }) => props.notes?.[id] !== undefined))
  const shown = (band: Band, index: number) => speaks(band, index) !== turned().has(band.id)
  const turn = (id: string | null) =>
    setTurned(
      (before) =>
        new Set(before.has(id) ? [...before].filter((one) => one !== id) : [...before, id]),
    )
  return (
    <>
      <div class="chart-tools">
        <button
          type="button"
          class="button small"
          onClick={() => setZoom(Math.max(0.4, zoom() - 0.15))}
        >
          {t(w.smaller)}
        </button>
        <button
          type="button"
          class="button small"
          onClick={() => setZoom(Math.min(1.6, zoom() + 0.15))}
        >
          {t(w.larger)}
        </button>
      </div>
      <Chips bands={bands()} shown={shown} onTurn={turn} />
      <For each={bands()}>
        {(band, index) => (
          <Show when={shown(band, index())}>
            <Show when={bands().length > 1 && band.words}>
              {(name) => <p class="chart-band-name">{t(name())}</p>}
            </Show>
            <For each={strips(band.diagram.width)}>
              {(strip) => (
                <Drawing
                  diagram={band.diagram}
                  title={band.words ?? props.title}
                  progress={props.progress}
                  notes={props.notes}
                  modes={props.modes}
                  standout={props.standout}
                  zoom={zoom()}
                  strip={strip}
                />
              )}
            </For>
          </Show>
        )}
      </For>
    </>
  )
}

/** The whole picture, for a page that tells the same in words itself. */
export const ChartPicture = (props: {
  diagram: Diagram
  title: Text
  notes: Notes
  modes: Notes
  standout: Standout
}) => (
  <div class="chart-box">
    <Drawings
      diagram={props.diagram}
      title={props.title}
      progress={undefined}
      notes={props.notes}
      modes={props.modes}
      standout={props.standout}
      whole
    />
  </div>
)

/** The picture and its table twin. */
export const Chart = (props: {
  diagram: Diagram
  title: Text
  progress?: Progress
  notes?: Notes
}) => {
  const [table, setTable] = createSignal(false)
  return (
    <div class="chart-box">
      <button type="button" class="button small twin" onClick={() => setTable(!table())}>
        {t(table() ? tableWords.asPicture : tableWords.asTable)}
      </button>
      <Show
        when={table()}
        fallback={
          <Drawings
            diagram={props.diagram}
            title={props.title}
            progress={props.progress}
            notes={props.notes}
          />
        }
      >
        <ChartTable diagram={props.diagram} progress={props.progress} notes={props.notes} />
      </Show>
    </div>
  )
}
