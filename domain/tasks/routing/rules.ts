// Which rule says who gets a newly opened task, and what may such a rule not say?

import { type Text, text } from '../../language/words.ts'
import type { Field, ProcessDefinition } from '../../model/process.ts'
import type { CaseRecord, Holder, OpenTask } from '../../model/record.ts'
import type { HeldPost } from '../../organisation/personnel.ts'
import { isRegion, type Region, regions, regionsAbove } from '../../organisation/regions.ts'
import { addDays, type Day, isDay } from '../../time/days.ts'
import { civilDate, dayBegins, type Instant } from '../../time/instant.ts'

/** 在办最少, 指定人员, 轮流. */
export const ways = {
  'least-loaded': text('在办最少的人', 'Whoever has least in hand'),
  round: text('本岗位轮流', 'Everybody of the post in turn'),
  person: text('指定人员', 'A named person'),
} as const satisfies Record<string, Text>
export type Way = keyof typeof ways

/** For which tasks of a group `<office>/<role>`; null = whatever the process, the region of the case, the class of the matter. */
export type Reach = {
  group: string
  process: string | null
  region: Region | null
  field: string | null
  value: string | null
}
/** `until`: an early end counted in; null = without an end. `seq`: the order in which rules were entered. */
export type RoutingRule = Reach & {
  id: string
  way: Way
  person: Holder | null
  order: string | null
  since: Instant
  until: Instant | null
  seq: number
}

/** A question of the form that starts a case whose answer is one of a few: a rule may go by it. */
export const classesOf = ({
  start,
}: Pick<ProcessDefinition, 'start'>): (Field & { choices: Record<string, Text> })[] =>
  start.fields.flatMap((field) =>
    field.kind === 'choice' && field.choices ? [{ ...field, choices: field.choices }] : [],
  )

const classOf = (process: ProcessDefinition, { data }: CaseRecord, field: string): unknown =>
  data[process.start.type]?.[field]

export const countsAt = (
  { since, until }: Pick<RoutingRule, 'since' | 'until'>,
  at: Instant,
): boolean => since <= at && (until === null || at < until)

/** The rule for a task by the moment at which it was opened: the narrowest, and of equally narrow ones the one entered last. */
export const ruleFor = (
  process: ProcessDefinition,
  record: CaseRecord,
  task: Pick<OpenTask, 'groups' | 'openedAt'>,
  rules: RoutingRule[],
): RoutingRule | null => {
  const fitting = rules.filter(
    (one) =>
      task.groups.includes(one.group) &&
      countsAt(one, task.openedAt) &&
      (one.process === null || one.process === process.id) &&
      (one.region === null || regionsAbove(record.region).includes(one.region)) &&
      (one.field === null || classOf(process, record, one.field) === one.value),
  )
  return (
    fitting.sort((one, other) => narrowness(other) - narrowness(one) || other.seq - one.seq)[0] ??
    null
  )
}

/** The class of a matter says more than the region it comes from, and that more than the process. */
const narrowness = ({ process, region, field }: Reach): number =>
  (field === null ? 0 : 16) +
  (region === null ? 0 : 2 * (4 - regionsAt(region))) +
  (process === null ? 0 : 1)

/** How far from the case the level of a region lies: 1 its county, 3 the province. */
const regionsAt = (region: Region): number =>
  ({ county: 1, city: 2, province: 3 })[regions[region].level]

export type WantedRule = Reach & { way: Way; person: string | null; from: Day; until: Day | null }

/** From the first day, or from now if that is today; to the end of the last. */
export const termOfRule = (
  { from, until }: Pick<WantedRule, 'from' | 'until'>,
  at: Instant,
): Pick<RoutingRule, 'since' | 'until'> => ({
  since: from <= civilDate(at) ? at : dayBegins(from),
  until: until === null ? null : dayBegins(addDays(until, 1)),
})

type Known = {
  processes: Record<string, ProcessDefinition>
  others: RoutingRule[]
  held: HeldPost[] | null
  at: Instant
}

/** Everything that stands against a rule, in words; nothing = it may be entered. `held`: the posts of the named person. */
export const faultsOf = (wanted: WantedRule, known: Known): Text[] => [
  ...datesWrong(wanted, known.at),
  ...reachWrong(wanted, known.processes),
  ...personWrong(wanted, known),
  ...meeting(wanted, known),
]

const datesWrong = ({ from, until }: WantedRule, at: Instant): Text[] => {
  if (!isDay(from) || (until !== null && !isDay(until)))
    return [text('起止日期无效', 'The dates are not valid')]
  return [
    ...(from < civilDate(at)
      ? [text('规则不能早于今日生效', 'It cannot count from before today')]
      : []),
    ...(until !== null && until < from
      ? [text('结束日期早于开始日期', 'The last day lies before the first')]
      : []),
  ]
}

const reachWrong = (
  { process, region, field, value }: WantedRule,
  processes: Record<string, ProcessDefinition>,
): Text[] => {
  const definition =
    process !== null && Object.hasOwn(processes, process) ? processes[process] : undefined
  if (process !== null && !definition) return [text('没有这个流程', 'There is no such process')]
  if (region !== null && !isRegion(region)) return [text('没有这个地区', 'There is no such region')]
  if (field === null && value === null) return []
  const classification = definition && classesOf(definition).find(({ name }) => name === field)
  return classification && value !== null && Object.hasOwn(classification.choices, value)
    ? []
    : [text('该流程没有这个类别', 'The process knows no such class')]
}

const personWrong = (wanted: WantedRule, { held, at }: Known): Text[] => {
  if (wanted.way !== 'person')
    return wanted.person === null ? [] : [text('该方式不指定人员', 'This way names nobody')]
  if (wanted.person === null) return [text('请指定人员', 'Name a person')]
  if (!isDay(wanted.from)) return []
  const { since } = termOfRule(wanted, at)
  const fits = (held ?? []).some(
    (one) =>
      `${one.office}/${one.role}` === wanted.group && one.since <= since && countsAt(one, since),
  )
  return fits
    ? []
    : [text('所指定的人届时不在该岗位', 'The person named does not hold that post then')]
}

/** Two rules for the same tasks at the same time would leave it open which of them counts. */
const meeting = (wanted: WantedRule, { others, at }: Known): Text[] => {
  if (!isDay(wanted.from) || (wanted.until !== null && !isDay(wanted.until))) return []
  const { since, until } = termOfRule(wanted, at)
  const met = others.some(
    (one) =>
      sameReach(one, wanted) &&
      (one.until === null || since < one.until) &&
      (until === null || one.since < until),
  )
  return met
    ? [
        text(
          '该时间段内已有同样范围的规则，请先结束原规则',
          'A rule for the same tasks counts in that time: end it first',
        ),
      ]
    : []
}

const sameReach = (one: Reach, other: Reach): boolean =>
  (['group', 'process', 'region', 'field', 'value'] as const).every(
    (key) => one[key] === other[key],
  )
