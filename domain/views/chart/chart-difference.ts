// What has changed from one version of a chart to another: states, arrows, acts and clocks?

import { type Text, text } from '../../language/words.ts'
import type { EscalationLevelUnit } from '../../model/clock-definition.ts'
import type {
  ChartAct,
  ChartClock,
  ChartState,
  ChartTransition,
  Diagram,
  ProcessView,
} from './chart-views.ts'
import { gathered } from './gathered.ts'

export type Aspect =
  | 'words'
  | 'party'
  | 'inner'
  | 'final'
  | 'task'
  | 'who'
  | 'signers'
  | 'guard'
  | 'by'
  | 'audience'
  | 'fields'
  | 'document'
  | 'article'
  | 'length'
  | 'starts'
  | 'ends'
  | 'clockOwner'
  | 'escalationPolicy'

/** `before` and `after` null: there is nothing to say of it but that it is another. */
export type AspectChange = { aspect: Aspect; before: Text | null; after: Text | null }
export type Change = {
  id: string
  what: 'added' | 'removed' | 'changed'
  words: Text
  how: AspectChange[]
}
export type Difference = { states: Change[]; arrows: Change[]; acts: Change[]; clocks: Change[] }
export type Compared = Pick<ProcessView, 'states' | 'transitions' | 'events' | 'clocks' | 'start'>

const none = text('—', '—')
const joined = (texts: Text[], zh = '、', en = ', '): Text =>
  texts.length === 0
    ? none
    : text(texts.map((one) => one.zh).join(zh), texts.map((one) => one.en).join(en))
const plain = (value: string | number): Text => text(String(value), String(value))
const yes = (value: boolean): Text => (value ? text('是', 'Yes') : text('否', 'No'))

/** From `before` to `after`, in the written order of the charts; what was removed comes last. */
export const differenceOf = (before: Compared, after: Compared): Difference => ({
  states: changes(before.states, after.states, stateKind(before, after)),
  arrows: changes(
    distinct(before.transitions),
    distinct(after.transitions),
    arrowKind(before, after),
  ),
  acts: changes(before.events, after.events, actKind),
  clocks: changes(before.clocks, after.clocks, clockKind(before, after)),
})

export const isSame = ({ states, arrows, acts, clocks }: Difference): boolean =>
  [states, arrows, acts, clocks].every((list) => list.length === 0)

/** What identifies one, what it is called in its version, and what can differ. `chart`: 0 before, 1 after. */
type Kind<One> = {
  key: (one: One) => string
  words: (one: One, chart: 0 | 1) => Text
  aspects: Partial<Record<Aspect, (one: One, chart: 0 | 1) => Text | string>>
}

const changes = <One>(before: One[], after: One[], kind: Kind<One>): Change[] => {
  const old = new Map(before.map((one) => [kind.key(one), one]))
  const kept = new Set(after.map(kind.key))
  return [
    ...after.flatMap((one): Change[] => {
      const [id, was] = [kind.key(one), old.get(kind.key(one))]
      if (was === undefined) return [{ id, what: 'added', words: kind.words(one, 1), how: [] }]
      const how = howOf(was, one, kind)
      return how.length > 0 ? [{ id, what: 'changed', words: kind.words(one, 1), how }] : []
    }),
    ...before
      .filter((one) => !kept.has(kind.key(one)))
      .map(
        (one): Change => ({
          id: kind.key(one),
          what: 'removed',
          words: kind.words(one, 0),
          how: [],
        }),
      ),
  ]
}

const howOf = <One>(was: One, is: One, { aspects }: Kind<One>): AspectChange[] =>
  (Object.keys(aspects) as Aspect[]).flatMap((aspect) => {
    const read = aspects[aspect]
    const [before, after] = [read?.(was, 0), read?.(is, 1)]
    if (
      before === undefined ||
      after === undefined ||
      JSON.stringify(before) === JSON.stringify(after)
    )
      return []
    // What came into a state or left it is told where it stands itself.
    if (aspect === 'inner' && before !== none && after !== none) return []
    return [
      typeof before === 'string' || typeof after === 'string'
        ? { aspect, before: null, after: null }
        : { aspect, before, after },
    ]
  })

const namer = (charts: [Compared, Compared]) => {
  const names = charts.map(({ states }) => new Map(states.map(({ id, words }) => [id, words])))
  return (id: string, chart: 0 | 1): Text => names[chart]?.get(id) ?? plain(id)
}

const stateKind = (...charts: [Compared, Compared]): Kind<ChartState> => ({
  key: ({ id }) => id,
  words: ({ words }) => words,
  aspects: {
    words: ({ words }) => words,
    party: ({ party }) => party,
    inner: ({ id }, chart) =>
      joined(charts[chart].states.filter(({ parent }) => parent === id).map(({ words }) => words)),
    final: ({ final }) => yes(final),
    task: ({ task, taskWords }) => taskWords ?? (task === null ? none : plain(task)),
    who: ({ who }) => joined(who),
    signers: ({ mode, task }) =>
      mode?.words ?? (task === null ? none : text('一人办理', 'One person decides')),
  },
})

const arrowKey = ({ from, event, to }: ChartTransition) => `${from}→${event}→${to.join(',')}`

/** Several arrows with the same ends differ in their guards alone. */
const distinct = (arrows: ChartTransition[]): ChartTransition[] =>
  gathered(arrows, arrowKey).flatMap(([, same]) => {
    const [first] = same
    return first
      ? [{ ...first, guard: same.map(({ guard }) => guard ?? '').join('|') || null }]
      : []
  })

const arrowKind = (...charts: [Compared, Compared]): Kind<ChartTransition> => {
  const nameOf = namer(charts)
  return {
    key: arrowKey,
    words: ({ from, words, to }, chart) => {
      const [begin, end] = [nameOf(from, chart), joined(to.map((id) => nameOf(id, chart)))]
      if (to.length === 0)
        return text(`${begin.zh}：${words.zh}（不变）`, `${begin.en}: ${words.en} (stays)`)
      return text(`${begin.zh}：${words.zh} → ${end.zh}`, `${begin.en}: ${words.en} → ${end.en}`)
    },
    aspects: { guard: ({ guard }) => guard ?? '' },
  }
}

const whoSends: Record<string, Text> = {
  task: text('任务承办人', 'Whoever holds the task'),
  clock: text('时限', 'The clock'),
  link: text('关联案件', 'A linked case'),
}
const audiences: Record<ChartAct['audience'], Text> = {
  internal: text('仅监管部门', 'The authorities'),
  party: text('监管部门和企业', 'Authorities and enterprise'),
  public: text('社会公众', 'Everybody'),
}

const actKind: Kind<ChartAct> = {
  key: ({ type }) => type,
  words: ({ words }) => words,
  aspects: {
    words: ({ words }) => words,
    by: ({ by, posts }) => whoSends[by] ?? joined(posts),
    audience: ({ audience }) => audiences[audience],
    fields: ({ fields }) =>
      joined(
        fields.map(({ words, required }) =>
          required ? words : text(`${words.zh}（选填）`, `${words.en} (optional)`),
        ),
      ),
    document: ({ document }) => document ?? none,
    article: ({ article }) => (article === null ? none : plain(article)),
  },
}

const clockKind = (...charts: [Compared, Compared]): Kind<ChartClock> => {
  const names = charts.map(
    ({ events, start }) => new Map([start, ...events].map(({ type, words }) => [type, words])),
  )
  const acts = (types: string[], chart: 0 | 1) =>
    joined(types.flatMap((type) => names[chart]?.get(type) ?? []))
  return {
    key: ({ clock }) => clock,
    words: ({ words }) => words,
    aspects: {
      words: ({ words }) => words,
      article: ({ article }) => (article === '' ? none : plain(article)),
      length: ({ periods }) =>
        joined(
          periods.map(({ length, from }) =>
            text(`${length.zh}（${from} 起）`, `${length.en} (from ${from})`),
          ),
        ),
      starts: ({ startsOn }, chart) => acts(startsOn, chart),
      ends: ({ endsOn }, chart) => acts(endsOn, chart),
      clockOwner: ({ clockOwner }) => clockOwner,
      escalationPolicy: ({ escalationPolicy }) =>
        joined(
          escalationPolicy.map(({ words, after }) =>
            text(
              `${words.zh}+${after.n}${unit[after.unit].zh}`,
              `${words.en} +${after.n} ${unit[after.unit].en}`,
            ),
          ),
        ),
    },
  }
}
const unit: Record<EscalationLevelUnit, Text> = {
  WD: text('个工作日', 'working days'),
  ND: text('日', 'days'),
  MIN: text('分钟', 'minutes'),
}

// ── in words ────────────────────────────────────────────────────────────────────────────────────────────────────────

/** A state that came or went with all that is inside it. */
export type Whole = { change: Change; states: Change[]; arrows: Change[] }
export type DifferenceReport = {
  wholes: Whole[]
  states: Change[]
  arrows: Change[]
  acts: Change[]
  clocks: Change[]
}

const inside = (id: string, state: string) => id.startsWith(`${state}.`)
const startOf = ({ id }: Change) => id.slice(0, id.indexOf('→'))

/** The same, with what lies inside a state that came or went told with it; every change stands in one place. */
export const differenceReport = ({
  states,
  arrows,
  acts,
  clocks,
}: Difference): DifferenceReport => {
  const gone = states.filter(({ what }) => what !== 'changed')
  const tops = gone.filter(
    (one) => !gone.some((other) => other.what === one.what && inside(one.id, other.id)),
  )
  const wholes = tops
    .map((change) => ({
      change,
      states: gone.filter((one) => one.what === change.what && inside(one.id, change.id)),
      arrows: arrows.filter(
        (one) =>
          one.what === change.what &&
          (startOf(one) === change.id || inside(startOf(one), change.id)),
      ),
    }))
    .filter(({ states }) => states.length > 0)
  const elsewhere = new Set(
    wholes.flatMap((whole) => [whole.change, ...whole.states, ...whole.arrows]),
  )
  return {
    wholes,
    states: states.filter((one) => !elsewhere.has(one)),
    arrows: arrows.filter((one) => !elsewhere.has(one)),
    acts,
    clocks,
  }
}

// ── in the drawing ──────────────────────────────────────────────────────────────────────────────────────────────────

/** How states and arrows of a drawing stand out, by their ids. */
export type Standout = Record<string, Change['what']>

export const standoutOf = (
  { states, arrows }: Difference,
  { edges }: Pick<Diagram, 'edges'>,
): Standout => {
  const found: Standout = Object.fromEntries(states.map(({ id, what }) => [id, what]))
  const marks = new Map(arrows.map(({ id, what }) => [id, what]))
  for (const { id, from, event, to } of edges) {
    const what = marks.get(id) ?? (from === to ? marks.get(`${from}→${event}→`) : undefined)
    if (what) found[id] = what
  }
  return found
}
