// On what does the moving map lie, from this server alone unless a base map is named?
import type { StyleSpecification } from 'maplibre-gl'
import { isRegion, regions } from '../../domain/organisation/regions.ts'
import { districts } from '../../domain/warning/districts.ts'
import { t } from '../client/words.ts'

const nothing: GeoJSON.FeatureCollection = { type: 'FeatureCollection', features: [] }

const outlines = (): GeoJSON.FeatureCollection => ({
  type: 'FeatureCollection',
  features: [...districts].map(([code, { name, rings }]) => ({
    type: 'Feature',
    properties: { name: isRegion(code) ? t(regions[code].name) : name },
    geometry: { type: 'Polygon', coordinates: rings },
  })),
})

/** Without glyphs the library writes names with the browser's own fonts. */
export const styleOf = (tiles: string | null): StyleSpecification => ({
  version: 8,
  sources: {
    districts: { type: 'geojson', data: outlines() },
    circle: { type: 'geojson', data: nothing },
    marks: { type: 'geojson', data: nothing },
    ...(tiles !== null && {
      base: { type: 'raster' as const, tiles: [tiles], tileSize: 256, maxzoom: 18 },
    }),
  },
  layers: [
    { id: 'ground', type: 'background', paint: { 'background-color': '#f3f4f6' } },
    ...(tiles === null ? [] : [{ id: 'base', type: 'raster' as const, source: 'base' }]),
    {
      id: 'districts',
      type: 'fill',
      source: 'districts',
      paint: { 'fill-color': '#ffffff', 'fill-opacity': tiles === null ? 1 : 0 },
    },
    {
      id: 'borders',
      type: 'line',
      source: 'districts',
      paint: { 'line-color': '#6f7985', 'line-width': 1.2 },
    },
    {
      id: 'names',
      type: 'symbol',
      source: 'districts',
      layout: { 'text-field': ['get', 'name'], 'text-size': 13 },
      paint: { 'text-color': '#535b65', 'text-halo-color': '#ffffff', 'text-halo-width': 1.5 },
    },
    {
      id: 'circle',
      type: 'fill',
      source: 'circle',
      paint: { 'fill-color': '#c8102e', 'fill-opacity': 0.15 },
    },
    {
      id: 'circle-border',
      type: 'line',
      source: 'circle',
      paint: { 'line-color': '#c8102e', 'line-width': 2 },
    },
    {
      id: 'marks',
      type: 'circle',
      source: 'marks',
      paint: {
        'circle-radius': ['match', ['get', 'kind'], 'alarms', 7, 5],
        'circle-color': [
          'match',
          ['get', 'kind'],
          'alarms',
          '#c8102e',
          'devices',
          '#34536f',
          '#7a5c00',
        ],
        'circle-stroke-color': '#ffffff',
        'circle-stroke-width': 1.5,
      },
    },
  ],
})
