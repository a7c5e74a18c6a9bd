// What does the chart remember of the plan that a response goes by: since when each level, and which of its orders were given?
import { type Text, text } from '../../language/words.ts'
import type { Verdict } from '../../model/rule.ts'
import type { Instant } from '../../time/instant.ts'
import { type RowAnswer, rowsIn } from '../../views/answers/value-words.ts'
import { type ResponseLevel, responseLevelIn } from '../event/figures.ts'

/** An order of the plan as it was given: first when, to whom (more than one only where it was given again to another), until when; `times`: when to each. */
type Given = {
  row: number
  at: Instant
  to: string[]
  finishBy: Instant | null
  times?: Record<string, Instant>
}
/** 不能执行、收回: an order of the plan that counts as given no longer; of each post the last time. */
export type TakenBack = { row: number; to: string; how: 'refused' | 'recalled'; at: Instant }

/** Bounded by the rows of the plan and the posts that receive orders. What the rows say stands in the form that started the response. */
export type PlanCourse = {
  rows: { level: ResponseLevel | null }[]
  since: Partial<Record<ResponseLevel, Instant>>
  given: Given[]
  takenBack?: TakenBack[]
}

/** The level for which a row of the plan is. Total. */
export const levelOfRow = ({ level }: RowAnswer): ResponseLevel | null =>
  typeof level === 'string' ? responseLevelIn(level) : null

/** A response starts from the orders that its form keeps; null: it goes by no plan, or by one that orders nothing. */
export const planAtStart = (
  data: Record<string, unknown>,
  level: ResponseLevel | null,
  at: Instant,
): PlanCourse | null => {
  const rows = rowsIn(data.planOrders).map((row) => ({ level: levelOfRow(row) }))
  return rows.length === 0 || level === null ? null : { rows, since: { [level]: at }, given: [] }
}

/** A graver level than any before brings its orders with it; a lighter one takes none back and brings none. */
export const atLevel = (
  course: PlanCourse | null | undefined,
  level: ResponseLevel | null,
  at: Instant,
): PlanCourse | null => {
  if (!course || level === null) return course ?? null
  const gravest = Math.min(...Object.keys(course.since).map(Number))
  return level < gravest ? { ...course, since: { ...course.since, [level]: at } } : course
}

/** What names a row in a form; null: none of this plan. */
const rowIn = ({ rows }: PlanCourse, key: unknown): number | null => {
  const row = typeof key === 'string' && /^[1-9]\d{0,2}$/.test(key) ? Number(key) : 0
  return row >= 1 && row <= rows.length ? row : null
}

const stands = ({ rows, since }: PlanCourse, row: number): boolean => {
  const level = rows[row - 1]?.level ?? null
  return level !== null && since[level] !== undefined
}

const postIn = (to: unknown): string => (typeof to === 'string' ? to : '')

type OrderForm = { planned?: unknown; to?: unknown; finishBy: Instant | null }

/** An order of the plan was given. */
export const afterOrder = (
  course: PlanCourse | null | undefined,
  { planned, to, finishBy }: OrderForm,
  at: Instant,
): PlanCourse | null => {
  const row = course ? rowIn(course, planned) : null
  if (!course || row === null) return course ?? null
  const before = course.given.find((one) => one.row === row)
  const post = postIn(to)
  const given: Given = {
    row,
    at: before?.at ?? at,
    to: [...new Set([...(before?.to ?? []), post])],
    finishBy,
    times: { ...before?.times, [post]: at },
  }
  return { ...course, given: [...course.given.filter((one) => one.row !== row), given] }
}

/** Its unit could not do it, or whoever gave it has recalled it: to that post it was not given, and may be again. */
export const afterTakingBack = (
  course: PlanCourse | null | undefined,
  { planned, to }: Pick<OrderForm, 'planned' | 'to'>,
  { how, at }: Pick<TakenBack, 'how' | 'at'>,
): PlanCourse | null => {
  const row = course ? rowIn(course, planned) : null
  const before = course?.given.find((one) => one.row === row)
  const post = postIn(to)
  if (!course || row === null || !before?.to.includes(post)) return course ?? null
  const left = withoutPost(before, post)
  const others = course.given.filter((one) => one.row !== row)
  const earlier = (course.takenBack ?? []).filter((one) => one.row !== row || one.to !== post)
  return {
    ...course,
    given: left ? [...others, left] : others,
    takenBack: [...earlier, { row, to: post, how, at }],
  }
}

/** Null: nobody has it any more. */
const withoutPost = (given: Given, post: string): Given | null => {
  const to = given.to.filter((one) => one !== post)
  const { [post]: _, ...times } = given.times ?? {}
  const [first = given.at] = Object.values(times).sort()
  return to.length === 0 ? null : { ...given, to, times, at: first }
}

const refusals = {
  none: text('本次响应没有这一项预案指令', 'This response has no such order of a plan'),
  level: text('尚未达到该项指令的响应级别', 'The response has not reached the level of that order'),
  given: text(
    '该项预案指令已向该单位下达；需要再次下达的，先收回，或者不选预案指令',
    'That order of the plan has been given to this post; to give it again recall it first, or choose no order of the plan',
  ),
} as const satisfies Record<string, Text>

/** Each order of the plan is given once to each post, whoever else presses the button at that moment. */
export const plannedLawful = (
  course: PlanCourse | null | undefined,
  { planned, to }: Record<string, unknown>,
): Verdict => {
  if (planned === undefined) return true
  const row = course ? rowIn(course, planned) : null
  if (!course || row === null) return refusals.none
  if (!stands(course, row)) return refusals.level
  const before = course.given.find((one) => one.row === row)
  return !before?.to.includes(postIn(to)) || refusals.given
}
