// How do corners get onto the moving map by hand, and how do typed ones come to stand there?
import type { Map as LiveMap } from 'maplibre-gl'
import { TerraDraw, TerraDrawPolygonMode, TerraDrawSelectMode } from 'terra-draw'
import { TerraDrawMapLibreGLAdapter } from 'terra-draw-maplibre-gl-adapter'
import type { Position } from '../../domain/warning/districts.ts'
import { writeCorners } from './corners.ts'

const red = '#c8102e'

const modes = () => [
  new TerraDrawPolygonMode({
    styles: {
      fillColor: red,
      fillOpacity: 0.15,
      outlineColor: red,
      outlineWidth: 2,
      closingPointColor: red,
    },
  }),
  new TerraDrawSelectMode({
    flags: {
      polygon: {
        feature: {
          draggable: true,
          coordinates: { midpoints: true, draggable: true, deletable: true },
        },
      },
    },
    styles: {
      selectedPolygonColor: red,
      selectedPolygonFillOpacity: 0.15,
      selectedPolygonOutlineColor: red,
      selectionPointColor: '#ffffff',
      selectionPointOutlineColor: red,
    },
  }),
]

const rounded = (corner: number[]): Position => [
  Number((corner[0] ?? 0).toFixed(6)),
  Number((corner[1] ?? 0).toFixed(6)),
]

/** `onCorners` hears what a hand has done; what is typed is shown by `show`, and not told back. */
export const createDrawing = (map: LiveMap, onCorners: (corners: Position[]) => void) => {
  const draw = new TerraDraw({ adapter: new TerraDrawMapLibreGLAdapter({ map }), modes: modes() })
  let shown: string | null = null
  const report = (id: string | number) => {
    const geometry = draw.getSnapshotFeature(id)?.geometry
    if (geometry?.type !== 'Polygon') return
    const corners = (geometry.coordinates[0] ?? []).slice(0, -1).map(rounded)
    shown = writeCorners(corners)
    onCorners(corners)
    draw.setMode('select')
    draw.selectFeature(id)
  }
  const place = (corners: readonly Position[], byHand: boolean) => {
    draw.clear()
    const [first] = corners
    if (!first || corners.length < 3) return draw.setMode(byHand ? 'polygon' : 'static')
    const ring = [...corners.map(rounded), rounded(first)]
    const [added] = draw.addFeatures([
      {
        type: 'Feature',
        properties: { mode: 'polygon' },
        geometry: { type: 'Polygon', coordinates: [ring] },
      },
    ])
    draw.setMode(byHand ? 'select' : 'static')
    if (byHand && added?.valid && added.id !== undefined) draw.selectFeature(added.id)
  }
  return {
    start: () => {
      draw.start()
      draw.on('finish', report)
    },
    /** Whether that is anything else than what a hand has drawn. */
    show: (corners: readonly Position[], byHand: boolean): boolean => {
      const text = `${byHand ? '' : 'still'}${writeCorners(corners)}`
      if (text === shown) return false
      shown = text
      place(corners, byHand)
      return true
    },
    stop: () => {
      if (draw.enabled) draw.stop()
    },
  }
}
