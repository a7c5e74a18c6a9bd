// In which district do alarms stand? (a small picture beside the list, with a table twin)
import { createMemo, createSignal, For, Show } from 'solid-js'
import type { AlarmLevel, AlarmRow } from '../../domain/duty/views.ts'
import { fill, type Text } from '../../domain/language/words.ts'
import { isRegion, regions } from '../../domain/organisation/regions.ts'
import { t } from '../client/words.ts'
import { tableWords } from '../screen/table-words.ts'
import { districts } from './districts.ts'
import { levelShort, dutyWords as w } from './words/words.ts'

const [west, east, north, south] = [118.0, 119.35, 29.52, 28.22]
const [width, height] = [340, 375]
const x = (lon: number) => ((lon - west) / (east - west)) * width
/** So small a piece of the earth needs no projection but the shortening of its parallels. */
const y = (lat: number) => ((north - lat) / (north - south)) * height

const outline = (ring: string) =>
  `M${ring
    .split(' ')
    .map((pair) => {
      const [lon = 0, lat = 0] = pair.split(',').map(Number)
      return `${x(lon).toFixed(1)} ${y(lat).toFixed(1)}`
    })
    .join('L')}Z`

const shapes = districts.map((one) => ({ ...one, d: outline(one.ring) }))
/** The functional area lies within a district and has no outline of its own. */
const areas = [...shapes, { code: '330871', lon: 118.95, lat: 28.88, ring: '', d: '' }]

const marks: Record<AlarmLevel, string> = {
  1: 'M0 -15L15 11H-15z',
  2: 'M0 -15L15 0L0 15L-15 0z',
  3: 'M-12 -12H12V12H-12z',
  4: 'M0 -13a13 13 0 1 1 0 26a13 13 0 1 1 0 -26z',
}

type Cluster = {
  code: string
  d: string
  name: Text
  lon: number
  lat: number
  n: number
  level: AlarmLevel | null
}

const clustersOf = (rows: AlarmRow[]): Cluster[] =>
  areas.map(({ code, d, lon, lat }) => {
    const here = rows.filter((row) => row.regionCode === code && row.active)
    const level =
      here.length === 0 ? null : (Math.min(...here.map((row) => row.level)) as AlarmLevel)
    return {
      code,
      d,
      lon,
      lat,
      name: isRegion(code) ? regions[code].name : { zh: code, en: code },
      n: here.length,
      level,
    }
  })

/** On the picture there is no room for the kind of place. */
const shortly = (name: Text): string => t(name).replace(/ (?:District|County|City)$/, '')

const label = ({ name, n, level }: Cluster): string =>
  n === 0 || level === null
    ? t(fill(w.mapNone, { place: t(name) }))
    : t(fill(w.mapCount, { place: t(name), n, level: t(levelShort[level]) }))

const Picture = (props: { clusters: Cluster[] }) => (
  <svg
    class="duty-map-picture"
    viewBox={`0 0 ${width} ${height}`}
    role="img"
    aria-labelledby="duty-map-title duty-map-desc"
  >
    <title id="duty-map-title">{t(w.map)}</title>
    <desc id="duty-map-desc">{props.clusters.map(label).join('; ')}</desc>
    <For each={shapes}>{(one) => <path class="duty-district" d={one.d} />}</For>
    <For each={props.clusters}>
      {(one) => (
        <g transform={`translate(${x(one.lon)} ${y(one.lat)})`}>
          <Show when={one.d !== '' || one.n > 0}>
            <text class="duty-place" y="30" text-anchor="middle">
              {shortly(one.name)}
            </text>
          </Show>
          <Show when={one.level}>
            {(level) => (
              <g class={`level-mark level-${level()}`}>
                <path d={marks[level()]} />
                <text y={level() === 1 ? 8 : 5} text-anchor="middle">
                  {one.n}
                </text>
              </g>
            )}
          </Show>
        </g>
      )}
    </For>
  </svg>
)

const Twin = (props: { clusters: Cluster[] }) => (
  <table class="plain-table">
    <caption class="visually-hidden">{t(w.mapTable)}</caption>
    <thead>
      <tr>
        <For each={[w.place, w.count, w.gravest]}>{(head) => <th scope="col">{t(head)}</th>}</For>
      </tr>
    </thead>
    <tbody>
      <For each={props.clusters}>
        {(one) => (
          <tr>
            <th scope="row">{t(one.name)}</th>
            <td>{one.n}</td>
            <td>{one.level === null ? '–' : t(levelShort[one.level])}</td>
          </tr>
        )}
      </For>
    </tbody>
  </table>
)

const AlarmMap = (props: { rows: AlarmRow[] }) => {
  const clusters = createMemo(() => clustersOf(props.rows))
  const [table, setTable] = createSignal(false)
  return (
    <section class="duty-map" aria-labelledby="duty-map-head">
      <header class="duty-block-head">
        <h2 id="duty-map-head">{t(w.map)}</h2>
        <button type="button" class="button small quiet" onClick={() => setTable(!table())}>
          {t(table() ? tableWords.asPicture : tableWords.asTable)}
        </button>
      </header>
      <Show when={table()} fallback={<Picture clusters={clusters()} />}>
        <Twin clusters={clusters()} />
      </Show>
      <p class="muted duty-note">{t(w.mapNote)}</p>
    </section>
  )
}

export default AlarmMap
