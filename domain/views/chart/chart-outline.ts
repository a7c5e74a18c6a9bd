// What does a chart say, told state by state instead of drawn?

import type { Text } from '../../language/words.ts'
import type { ChartClock, ChartState, ProcessView } from './chart-views.ts'
import { gathered } from './gathered.ts'

/** `to` is empty for an act that leaves the case where it is. */
export type Way = {
  event: string
  words: Text
  to: Text[]
  posts: Text[]
  by: string
  document: Text | null
  article: string | null
}
export type OutlinedState = {
  state: ChartState
  depth: number
  inner: boolean
  begins: boolean
  clocks: ChartClock[]
  ways: Way[]
}
/** `ways`: those that are open in every state of the region. */
export type Region = { id: string; words: Text | null; ways: Way[]; states: OutlinedState[] }

export type Outlined = Pick<ProcessView, 'states' | 'transitions' | 'events' | 'clocks' | 'diagram'>

/** One part per region, in the order of the chart; a chart without regions is one part without a name. */
export const outlineOf = (view: Outlined): Region[] => {
  const begins = new Set(
    view.diagram.edges.filter(({ from }) => from.endsWith('#start')).map(({ to }) => to),
  )
  const outlined = view.states.map((state) => outlinedState(view, state, begins))
  const regions = view.states.filter(
    ({ parent, id }) =>
      parent === null &&
      view.diagram.nodes.some((node) => node.id === id && node.kind === 'region'),
  )
  if (regions.length < 2) return [{ id: '', words: null, ways: [], states: outlined }]
  return regions.map(({ id, words }) => {
    const states = outlined.filter(({ state }) => state.id.startsWith(`${id}.`)).map(nearer)
    return { id, words, ways: waysFrom(view, id), states }
  })
}

const nearer = (outlined: OutlinedState): OutlinedState => ({
  ...outlined,
  depth: outlined.depth - 1,
})

const outlinedState = (view: Outlined, state: ChartState, begins: Set<string>): OutlinedState => {
  const ways = waysFrom(view, state.id)
  const events = new Set(ways.map(({ event }) => event))
  return {
    state,
    ways,
    begins: begins.has(state.id),
    depth: state.id.split('.').length - 1,
    inner: view.states.some(({ parent }) => parent === state.id),
    clocks: view.clocks.filter(({ endsOn }) => endsOn.some((event) => events.has(event))),
  }
}

/** One entry per act, with every state that it may lead to. */
const waysFrom = ({ transitions, events, states }: Outlined, id: string): Way[] => {
  const names = new Map(states.map((state) => [state.id, state.words]))
  const here = gathered(
    transitions.filter(({ from }) => from === id),
    ({ event }) => event,
  )
  return here.map(([event, arrows]) => {
    const act = events.find(({ type }) => type === event)
    const targets = [...new Set(arrows.flatMap(({ to }) => to))]
    return {
      event,
      words: arrows[0]?.words ?? { zh: event, en: event },
      to: targets.flatMap((target) => names.get(target) ?? []),
      by: act?.by ?? '',
      posts: act?.posts ?? [],
      document: act?.document ?? null,
      article: act?.article ?? null,
    }
  })
}

/** Open cases in a state, those of the states inside it included. */
export const standingIn = (counts: { state: string; n: number }[], id: string): number =>
  counts.reduce(
    (sum, { state, n }) => (state === id || state.startsWith(`${id}.`) ? sum + n : sum),
    0,
  )
