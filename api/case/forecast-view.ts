// What of a forecast may this reader know, and in which words?
import type { ForecastLimit, ForecastStepView, ForecastView } from '../../contract/case/forecast.ts'
import { type Text, text } from '../../domain/language/words.ts'
import { tasksOf } from '../../domain/model/chart.ts'
import type { ProcessDefinition, TaskMeta } from '../../domain/model/process.ts'
import type { CaseRecord } from '../../domain/model/record.ts'
import { enterpriseOffice } from '../../domain/organisation/offices.ts'
import { groupsFor } from '../../domain/tasks/tasks.ts'
import type { Instant } from '../../domain/time/instant.ts'
import type { Forecast, ForecastStep } from '../../domain/views/forecast/forecast.ts'
import type { Limit } from '../../domain/views/forecast/limits-ahead.ts'
import type { History } from '../../domain/views/forecast/past-ways.ts'
import { stateWords } from '../../domain/views/state-words.ts'
import { groupName } from '../reading/names.ts'

export type Seen = {
  process: ProcessDefinition
  record: CaseRecord
  enterprise: string | null
  history: History
  /** Who holds the posts of the way now. */
  holders: { person: string; group: string }[]
  made: Forecast | null
  reader: 'internal' | 'party'
  at: Instant
}

/** The party reads its own words for each step, its own turn or the authority's, and nobody's name. */
export const forecastView = (seen: Seen): ForecastView => {
  const { made, reader, at } = seen
  if (!made)
    return {
      at,
      settled: true,
      ends: null,
      steps: [],
      end: null,
      limit: null,
      passages: 0,
      why: 'history',
      late: null,
    }
  const steps = made.steps.map((step, index) => stepView(seen, step, index === 0))
  return {
    at,
    settled: false,
    ends: made.ends,
    end: made.end,
    passages: made.passages,
    why: made.why,
    steps: reader === 'internal' ? steps : joined(steps),
    limit: forecastLimit(made.steps.at(-1)?.limit ?? null, at),
    late: reader === 'internal' ? made.late : null,
  }
}

const stepView = (seen: Seen, step: ForecastStep, now: boolean): ForecastStepView => {
  const { process, record, enterprise, reader, at } = seen
  const inside = reader === 'internal'
  const groups = groupsFor(postsOf(process, step.state), record)
  return {
    words: stateWords(process, step.state, reader),
    now,
    // That somebody inside has sent it back is the authority's own business.
    again: step.again && (inside || isOwn(record, groups)),
    posts: inside
      ? groups.map((group) => groupName(group, enterprise))
      : turns(record, groups, now),
    people: inside ? peopleFor(seen, step.state, groups, now) : [],
    span: step.span,
    limit: forecastLimit(step.limit, at),
  }
}

/** Whoever is asked for work in a state of the chart. */
export const postsOf = ({ machine }: ProcessDefinition, state: string): TaskMeta['to'][] =>
  tasksOf(machine.getStateNodeById(`${machine.id}.${state}`)).flatMap(({ to, also = [] }) => [
    to,
    ...also,
  ])

const ownOf = ({ owner }: CaseRecord, groups: string[]): string[] =>
  owner === null ? [] : groups.filter((group) => group.startsWith(`${enterpriseOffice(owner)}/`))

const isOwn = (record: CaseRecord, groups: string[]): boolean => ownOf(record, groups).length > 0

/** Now it is the party's turn wherever in the chart something is asked of it: a fine is paid beside its enforcement. */
const turns = (record: CaseRecord, groups: string[], now: boolean): Text[] => {
  const asked = now ? Object.values(record.openTasks).flatMap((task) => task.groups) : []
  const own = isOwn(record, [...groups, ...asked])
  const others = groups.length > ownOf(record, groups).length
  return [
    ...(own ? [text('本单位', 'Your side')] : []),
    ...(others || !own ? [text('监管部门', 'The authority')] : []),
  ]
}

/** Steps that the party reads under one name are one to it: it ends when the last of them does. */
const joined = (steps: ForecastStepView[]): ForecastStepView[] => {
  const stepViews: ForecastStepView[] = []
  for (const step of steps) {
    const before = stepViews.at(-1)
    if (before?.words.zh === step.words.zh)
      stepViews[stepViews.length - 1] = {
        ...step,
        now: before.now,
        again: before.again || step.again,
      }
    else stepViews.push(step)
  }
  return stepViews
}

const forecastLimit = (limit: Limit | null, at: Instant): ForecastLimit | null =>
  limit && {
    due: limit.due,
    overdue: limit.dueAt <= at,
    open: !limit.firm,
    provisional: limit.provisional,
  }

/** Who has it on the desk; or who has most often ended this step here of late and still holds the post. */
const peopleFor = (
  { record, history, holders }: Seen,
  state: string,
  groups: string[],
  now: boolean,
): string[] => {
  const openTasks = now
    ? Object.values(record.openTasks).find(
        (task) => task.state === state || state.startsWith(`${task.state}.`),
      )
    : undefined
  if (openTasks?.assignee) return [openTasks.assignee.name]
  const posted = new Set(
    holders.filter(({ group }) => groups.includes(group)).map(({ person }) => person),
  )
  const done = (history.get(state) ?? [])
    .filter(({ region, by }) => by && region === record.region && posted.has(by.id))
    .slice(0, recent)
  const times = new Map<string, number>()
  for (const { by } of done) if (by) times.set(by.name, (times.get(by.name) ?? 0) + 1)
  return [...times]
    .filter(([, n]) => n >= fewestTimes && n >= done.length / 3)
    .map(([name]) => name)
}

const [recent, fewestTimes] = [60, 3]
