// How is it asked what stands within an area, and on what the map lies?
import type { DrawnArea } from '../../domain/warning/drawn-area.ts'
import { ask } from './asking.ts'

export const areasApi = {
  inside: ({ around, polygon }: DrawnArea) =>
    ask('POST /api/areas/inside', { body: { around, ...(polygon && { polygon }) } }),
  map: () => ask('GET /api/areas/map'),
}
