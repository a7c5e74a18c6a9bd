// Which parts of a chart run beside each other, and in which of them does something go on?
import type { Diagram } from '../../domain/views/chart/chart-views.ts'

/** One region with all that is drawn inside it, moved to the corner; `id` null: the chart has no regions. */
export type Band = {
  id: string | null
  words: Diagram['nodes'][number]['words'] | null
  diagram: Diagram
}

const pad = 16
const labelWidth = 130

const within = (id: string, region: string) =>
  id === region || id.startsWith(`${region}.`) || id.startsWith(`${region}#`)

/** Regions lie in one drawing as wide as the widest; apart, each is as large as it needs. */
export const bandsOf = (diagram: Diagram): Band[] => {
  const regions = diagram.nodes.filter(({ parent, kind }) => parent === null && kind === 'region')
  if (regions.length < 2) return [{ id: null, words: null, diagram }]
  return regions.map((region) => ({
    id: region.id,
    words: region.words,
    diagram: apart(diagram, region),
  }))
}

const apart = (diagram: Diagram, region: Diagram['nodes'][number]): Diagram => {
  const edges = diagram.edges.filter(({ from }) => within(from, region.id))
  const inner = diagram.nodes.filter(({ id }) => id !== region.id && within(id, region.id))
  const right = Math.max(
    ...inner.map(({ x, width }) => x + width),
    ...edges.flatMap(({ points, label }) => [
      ...points.map(([x]) => x),
      label ? label.x + labelWidth : 0,
    ]),
  )
  const width = Math.min(region.width, right - region.x + pad)
  const relative = ({ x, y, ...node }: Diagram['nodes'][number]) => ({
    ...node,
    x: x - region.x,
    y: y - region.y,
  })
  return {
    width,
    height: region.height,
    nodes: [{ ...relative(region), width }, ...inner.map(relative)],
    edges: edges.map(({ points, label, ...edge }) => ({
      ...edge,
      points: points.map(([x, y]): [number, number] => [x - region.x, y - region.y]),
      label: label && { x: label.x - region.x, y: label.y - region.y },
    })),
  }
}

/** A part is at rest in the state it begins with and in each of its ends; the first part never is. */
export const isAtRest = ({ id, diagram }: Band, active: string[]): boolean => {
  if (id === null) return false
  const begins = diagram.edges.filter(({ from }) => from === `${id}#start`).map(({ to }) => to)
  const ends = diagram.nodes
    .filter(({ kind, parent }) => kind === 'final' && parent === id)
    .map((node) => node.id)
  const here = active.filter((name) => name !== id && within(name, id))
  return here.every((name) => begins.includes(name) || ends.includes(name))
}
