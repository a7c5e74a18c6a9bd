// How does each statechart look on paper? Writes ui/<process>/chart.json, and chart@<version>.json of earlier ones; with --check it only says whether that is up to date.
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { dirname, resolve } from 'node:path'
import ELKConstructor, {
  type ELK,
  type ElkExtendedEdge,
  type ElkNode,
} from 'elkjs/lib/elk.bundled.js'
import { type Text, text } from '../domain/language/words.ts'
import { type StateView, statesOf, transitionsOf } from '../domain/model/chart.ts'
import type { ProcessDefinition } from '../domain/model/process.ts'
import { processes, versionsOf } from '../domain/processes.ts'
import { arrowWords } from '../domain/views/chart/chart-names.ts'
import type { Diagram } from '../domain/views/chart/chart-views.ts'

type Node = Diagram['nodes'][number]
type Arrow = Pick<Diagram['edges'][number], 'id' | 'from' | 'to' | 'event' | 'words'>

const spacing = {
  'elk.algorithm': 'layered',
  'elk.edgeRouting': 'ORTHOGONAL',
  'elk.randomSeed': '1',
  'elk.padding': '[top=34,left=16,bottom=16,right=16]',
  'elk.layered.spacing.nodeNodeBetweenLayers': '24',
  'elk.spacing.nodeNode': '28',
  'elk.spacing.edgeLabel': '4',
}
/** In the written order of the chart from left to right; ELK 0.12 keeps an order only at the top level of a graph. */
const leftToRight = {
  ...spacing,
  'elk.direction': 'RIGHT',
  'elk.hierarchyHandling': 'INCLUDE_CHILDREN',
  'elk.layered.cycleBreaking.strategy': 'MODEL_ORDER',
  'elk.layered.considerModelOrder.strategy': 'NODES_AND_EDGES',
}
/** The inside of a state that arrows only touch from outside stands upright, which saves width. */
const upright = {
  ...spacing,
  'elk.direction': 'DOWN',
  'elk.hierarchyHandling': 'SEPARATE_CHILDREN',
}
const between = 16

/** The newest chart has the plain name. */
const nameOf = ({ id, version }: ProcessDefinition): string =>
  processes[id]?.version === version ? `ui/${id}/chart.json` : `ui/${id}/chart@${version}.json`

export const chartPath = (process: ProcessDefinition): string =>
  resolve(import.meta.dirname, '..', nameOf(process))

/** One state or arrow a line, so that a change of one shows as one. */
export const chartJson = async (process: ProcessDefinition): Promise<string> => {
  const { width, height, nodes, edges } = await diagramOf(process)
  const lines = (all: object[]) => all.map((one) => JSON.stringify(one)).join(',\n')
  return `{"width":${width},"height":${height},"nodes":[\n${lines(nodes)}\n],"edges":[\n${lines(edges)}\n]}\n`
}

/** Regions of a parallel chart have no arrows between them: each is laid out alone, and they stand one above the other. */
export const diagramOf = async (process: ProcessDefinition): Promise<Diagram> => {
  const states = statesOf(process.machine)
  const arrows = arrowsOf(process)
  const regions = states.filter((state) => isRegion(process, state)).map(({ name }) => name)
  const diagram: Diagram = { width: 0, height: 0, nodes: [], edges: [] }
  for (const region of regions.length > 0 ? regions : [null]) {
    const laid = await layout(process, states, arrows, region)
    const places = placesOf(laid, diagram.height === 0 ? 0 : diagram.height + between)
    diagram.nodes.push(
      ...[...places.values()]
        .filter(({ node }) => node.id !== '')
        .map((place) => drawnNode(process, states, place)),
    )
    diagram.edges.push(...(laid.edges ?? []).map((edge) => drawnEdge(arrows, edge, places)))
    diagram.width = Math.max(diagram.width, Math.ceil(laid.width ?? 0))
    diagram.height = Math.ceil((places.get(laid.id)?.y ?? 0) + (laid.height ?? 0))
  }
  for (const node of diagram.nodes) if (regions.includes(node.id)) node.width = diagram.width
  return diagram
}

const layout = (
  process: ProcessDefinition,
  states: readonly StateView[],
  arrows: Arrow[],
  region: string | null,
): Promise<ElkNode> => {
  const elk: ELK = new (ELKConstructor as unknown as new () => ELK)()
  const dot = arrows.some(({ from }) => from === start(region))
    ? [{ id: start(region), width: 14, height: 14 }]
    : []
  const graph: ElkNode = {
    id: region ?? '',
    layoutOptions: leftToRight,
    children: [...dot, ...boxes(process, states, arrows, region)],
    edges: arrows
      .filter(({ from }) => region === null || within(region, from))
      .map((arrow) => toElk(states, arrow)),
  }
  return elk.layout(graph)
}

// ── what is drawn ───────────────────────────────────────────────────────────────────────────────────────────────────

/** The dot from which a region begins. */
const start = (region: string | null) => `${region ?? ''}#start`
const isRegion = (process: ProcessDefinition, state: StateView) =>
  process.machine.root.type === 'parallel' ? state.parent === null : false

/** A transition that stays is drawn as a loop only when its event moves nothing anywhere else. */
export const arrowsOf = (process: ProcessDefinition): Arrow[] => {
  const all = transitionsOf(process.machine)
  const moving = new Set(all.filter(({ to }) => to.length > 0).map(({ event }) => event))
  const drawn = all.flatMap(({ from, event, to }) => {
    if (to.length === 0 && moving.has(event)) return []
    return (to.length > 0 ? to : [from]).map((target) => ({ from, event, to: target }))
  })
  const first = String(process.machine.root.config.initial)
  const regions = statesOf(process.machine).filter((state) => isRegion(process, state))
  const begins =
    regions.length > 0
      ? regions.map(({ name, initial }) => ({ region: name, to: initial ?? name }))
      : [{ region: null, to: first }]
  const initial = begins.map(({ region, to }, index) => ({
    from: start(region),
    event: index === 0 ? process.start.type : '',
    to,
  }))
  return [...initial, ...drawn].map((arrow) => ({
    id: `${arrow.from}→${arrow.event}→${arrow.to}`,
    ...arrow,
    words: arrowWords(process, arrow.event),
  }))
}

// ── to ELK and back ─────────────────────────────────────────────────────────────────────────────────────────────────

/** Without a DOM, at 12 px: a Chinese character is 12 px wide, any other 6.5. */
const widthOf = (words: Text, around: number): number =>
  Math.max(
    ...[words.zh, words.en].map((line) =>
      [...line].reduce((sum, char) => sum + (char.charCodeAt(0) > 0x2e80 ? 12 : 6.5), around),
    ),
  )

const boxes = (
  process: ProcessDefinition,
  states: readonly StateView[],
  arrows: Arrow[],
  parent: string | null,
): ElkNode[] =>
  states
    .filter((state) => state.parent === parent)
    .map((state) => {
      const children = boxes(process, states, arrows, state.name)
      if (children.length === 0)
        return {
          id: state.name,
          width: Math.max(72, widthOf(stateWords(process, state.name), 24)),
          height: 36,
        }
      const open =
        !isWide(states, state.name) &&
        arrows.some(({ from, to }) => within(state.name, from) !== within(state.name, to))
      return { id: state.name, layoutOptions: open ? spacing : upright, children }
    })

/** A state of so many states stands upright with whatever it holds, and arrows from within to without leave from its border. */
const wide = 10
const isWide = (states: readonly StateView[], name: string): boolean => {
  const state = states.find((one) => one.name === name)
  if (!state?.parent || state.kind !== 'compound') return false
  return (
    isWide(states, state.parent) || states.filter((one) => within(name, one.name)).length >= wide
  )
}

/** Where an arrow is drawn to end: at the border of a wide state that the other end does not lie in. */
const borderOf = (states: readonly StateView[], name: string, other: string): string =>
  states.find(
    (state) =>
      isWide(states, state.name) &&
      within(state.name, name) &&
      !within(state.name, other) &&
      state.name !== other,
  )?.name ?? name

const within = (parent: string, name: string) =>
  name.startsWith(`${parent}.`) || name === start(parent)

export const stateWords = (process: ProcessDefinition, name: string): Text =>
  process.words.states[name] ?? text('', '')

const toElk = (states: readonly StateView[], { id, from, to, words }: Arrow): ElkExtendedEdge => ({
  id,
  sources: [borderOf(states, from, to)],
  targets: [borderOf(states, to, from)],
  labels:
    words.zh === ''
      ? []
      : [{ id: `${id}#label`, text: words.zh, width: widthOf(words, 8), height: 18 }],
})

type Place = { node: ElkNode; x: number; y: number }

/** ELK counts from the parent's corner; the drawing counts from its own. */
const placesOf = (laid: ElkNode, top: number): Map<string, Place> => {
  const places = new Map<string, Place>([[laid.id, { node: laid, x: 0, y: top }]])
  const walk = (node: ElkNode, left: number, top: number) => {
    for (const child of node.children ?? []) {
      const place = { node: child, x: left + (child.x ?? 0), y: top + (child.y ?? 0) }
      places.set(child.id, place)
      walk(child, place.x, place.y)
    }
  }
  walk(laid, 0, top)
  return places
}

const drawnNode = (
  process: ProcessDefinition,
  states: readonly StateView[],
  { node, x, y }: Place,
): Node => {
  const state = states.find(({ name }) => name === node.id)
  return {
    id: node.id,
    parent: state ? state.parent : node.id.slice(0, -start('').length) || null,
    x: round(x),
    y: round(y),
    width: round(node.width ?? 0),
    height: round(node.height ?? 0),
    words: stateWords(process, node.id),
    kind: !state
      ? 'initial'
      : state.final
        ? 'final'
        : (node.children ?? []).length > 0
          ? 'region'
          : 'state',
  }
}

const drawnEdge = (
  arrows: Arrow[],
  edge: ElkExtendedEdge,
  places: Map<string, Place>,
): Diagram['edges'][number] => {
  const { x, y } = places.get((edge as { container?: string }).container ?? '') ?? { x: 0, y: 0 }
  const arrow = arrows.find(({ id }) => id === edge.id)
  if (!arrow) throw new Error(`ELK made up the edge ${edge.id}`)
  const points = (edge.sections ?? []).flatMap((section) => [
    section.startPoint,
    ...(section.bendPoints ?? []),
    section.endPoint,
  ])
  const label = edge.labels?.[0]
  return {
    ...arrow,
    points: points.map((point): [number, number] => [round(x + point.x), round(y + point.y)]),
    label: label ? { x: round(x + (label.x ?? 0)), y: round(y + (label.y ?? 0)) } : null,
  }
}

const round = (value: number): number => Math.round(value * 10) / 10

// ── the command ─────────────────────────────────────────────────────────────────────────────────────────────────────

const main = async (check: boolean) => {
  for (const process of Object.keys(processes).flatMap(versionsOf)) {
    const path = chartPath(process)
    const json = await chartJson(process)
    if (existsSync(path) && readFileSync(path, 'utf8') === json) continue
    if (check) {
      console.error(
        `${nameOf(process)} is not what its statechart in domain/${process.id} says: npm run charts`,
      )
      globalThis.process.exitCode = 1
      continue
    }
    mkdirSync(dirname(path), { recursive: true })
    writeFileSync(path, json)
    console.log(nameOf(process))
  }
}

if (import.meta.main) await main(process.argv.includes('--check'))
