// How is the moving map drawn, and an area upon it? (MapLibre and terra-draw, in a chunk of their own)
import { circle } from '@turf/circle'
import {
  type GeoJSONSource,
  Map as LiveMap,
  type MapMouseEvent,
  NavigationControl,
  Popup,
  setWorkerUrl,
} from 'maplibre-gl'
import workerUrl from 'maplibre-gl/dist/maplibre-gl-worker.mjs?url'
import 'maplibre-gl/dist/maplibre-gl.css'
import { createEffect, createSignal, on, onCleanup, onMount } from 'solid-js'
import type { DrawnArea } from '../../domain/warning/drawn-area.ts'
import { t } from '../client/words.ts'
import { createDrawing } from './drawing.ts'
import { styleOf } from './live-style.ts'
import type { MapProps } from './map-props.ts'
import { boundsToSee, type Mark } from './marks.ts'
import { mapWords as w } from './words.ts'

setWorkerUrl(workerUrl)

/** Whoever waits longer is better served by the picture. */
const patienceMs = 20_000

const marksData = (marks: Mark[]): GeoJSON.FeatureCollection => ({
  type: 'FeatureCollection',
  features: marks.map(({ kind, name, place }) => ({
    type: 'Feature',
    properties: { kind, name },
    geometry: { type: 'Point', coordinates: place },
  })),
})

const circleData = ({ around }: DrawnArea): GeoJSON.FeatureCollection => ({
  type: 'FeatureCollection',
  features: around ? [circle([around.lon, around.lat], around.km)] : [],
})

const setData = (map: LiveMap, source: string, data: GeoJSON.FeatureCollection): void => {
  map.getSource<GeoJSONSource>(source)?.setData(data)
}

/** The name of a mark, while the pointer is over it. */
const nameMarks = (map: LiveMap): void => {
  const popup = new Popup({ closeButton: false, closeOnClick: false })
  map.on(
    'mousemove',
    'marks',
    ({ features, lngLat }: MapMouseEvent & { features?: GeoJSON.Feature[] }) => {
      const name = features?.[0]?.properties?.name
      if (typeof name === 'string') popup.setLngLat(lngLat).setText(name).addTo(map)
    },
  )
  map.on('mouseleave', 'marks', () => popup.remove())
}

/** What has been typed is brought into view; what a hand draws lies in it. */
const bringIntoView = (map: LiveMap, area: DrawnArea): void => {
  const { west, south, east, north } = boundsToSee(area, '')
  map.fitBounds([west, south, east, north], { padding: 60, maxZoom: 15, animate: false })
}

type Props = MapProps & { tiles: string | null; onFailure: () => void }

const openMap = (container: HTMLElement, props: Props): LiveMap => {
  const { west, south, east, north } = boundsToSee(props.area, props.region)
  const map = new LiveMap({
    container,
    style: styleOf(props.tiles),
    bounds: [west, south, east, north],
    fitBoundsOptions: { padding: 30 },
    attributionControl: false,
    dragRotate: false,
    pitchWithRotate: false,
    maxZoom: 18,
    localIdeographFontFamily: '"Microsoft YaHei", "Noto Sans CJK SC", sans-serif',
    locale: {
      'Map.Title': t(w.map),
      'NavigationControl.ZoomIn': t(w.nearer),
      'NavigationControl.ZoomOut': t(w.farther),
    },
  })
  map.addControl(new NavigationControl({ showCompass: false }))
  map.getCanvas().addEventListener('webglcontextlost', () => props.onFailure())
  // A base map that does not answer leaves the outlines; anything else leaves nothing to draw on.
  map.on('error', (event) => {
    if (!('sourceId' in event) || event.sourceId !== 'base') props.onFailure()
  })
  return map
}

const Live = (props: Props) => {
  let container: HTMLDivElement | undefined
  const [open, setOpen] = createSignal(false)
  onMount(() => {
    if (!container) return
    const map = openMap(container, props)
    const drawing = createDrawing(map, (corners) => props.onCorners?.(corners))
    let ready = false
    const show = () => {
      if (!ready) return
      setData(map, 'marks', marksData(props.marks))
      setData(map, 'circle', circleData(props.area))
      const anew = drawing.show(props.corners, props.onCorners !== null)
      if ((anew && props.area.polygon) || props.area.around) bringIntoView(map, props.area)
    }
    const late = setTimeout(() => {
      if (!map.getSource('districts') || !map.isSourceLoaded('districts')) props.onFailure()
    }, patienceMs)
    map.once('style.load', () => {
      ready = true
      nameMarks(map)
      drawing.start()
      show()
      setOpen(true)
    })
    createEffect(
      on(
        [() => props.marks, () => props.area, () => props.corners, () => props.onCorners !== null],
        show,
      ),
    )
    onCleanup(() => {
      clearTimeout(late)
      drawing.stop()
      map.remove()
    })
  })
  return <div class="area-live" aria-busy={!open()} ref={container} />
}

export default Live
