// Plan against what was ordered: which orders of the plan stand ready, and where has the response departed from it?
import { type Text, text } from '../../language/words.ts'
import type { CaseRecord } from '../../model/record.ts'
import { groupOf } from '../../organisation/offices.ts'
import type { PlannedItem, PlannedState } from '../../planning/planned-item.ts'
import { civilMoment, type Instant, later } from '../../time/instant.ts'
import { type RowAnswer, rowsIn } from '../../views/answers/value-words.ts'
import { responseWords } from '../event/figures.ts'
import { isRecipient, orderRecipients, recipientOf } from '../regions/recipients.ts'
import { levelOfRow, type PlanCourse, type TakenBack } from './course.ts'

type Given = PlanCourse['given'][number]
type Moments = { dueAt: Instant | null; at: Instant; ended: boolean }

/** The form that chose the plan. */
const startOf = ({ data }: CaseRecord): RowAnswer =>
  [data['start-response'], data['resume-response']].find((form) => form?.planOrders) ?? {}
const courseIn = ({ snapshot }: CaseRecord): PlanCourse | null =>
  (snapshot.context.plan as PlanCourse | null | undefined) ?? null

const wordsIn = (value: unknown): string => (typeof value === 'string' ? value : '')

/** The orders of the plan whose level the response has reached, in the order of the plan. Total. */
export const plannedOrders = (record: CaseRecord, at: Instant): PlannedItem[] => {
  const course = courseIn(record)
  if (!course) return []
  const ended = record.status === 'closed' || typeof record.snapshot.context.endedAt === 'string'
  return rowsIn(startOf(record).planOrders).flatMap((row, index): PlannedItem[] => {
    const level = levelOfRow(row)
    const since = level === null ? undefined : course.since[level]
    if (level === null || since === undefined) return []
    const minutes = minutesIn(row)
    const dueAt = minutes === null ? null : later(since, minutes * 60_000)
    const { given, takenBack } = courseOf(course, index + 1)
    const [order, to] = [wordsIn(row.order), isRecipient(row.to) ? row.to : null]
    return [
      {
        key: String(index + 1),
        part: responseWords[level],
        words: text(order, order),
        recipient: wordsIn(row.office),
        group: to === null ? null : groupOf(recipientOf(to), record),
        minutes,
        dueAt,
        state: stateOf(given, takenBack.at(-1), { dueAt, at, ended }),
        givenAt: given?.at ?? null,
        departures: [
          ...departuresOf(to, given, { dueAt, at, ended }),
          ...takenBack.map(takenBackWords),
        ],
        form: formOf({ key: String(index + 1), order, to }, { dueAt, at }),
      },
    ]
  })
}

/** A row of 0 minutes sets no limit. */
const minutesIn = ({ leadMinutes }: RowAnswer): number | null =>
  typeof leadMinutes === 'number' && leadMinutes > 0 ? leadMinutes : null

/** What has become of one row. */
const courseOf = ({ given, takenBack = [] }: PlanCourse, row: number) => ({
  given: given.find((one) => one.row === row),
  takenBack: takenBack.filter((one) => one.row === row),
})

const stateOf = (
  given: Given | undefined,
  takenBack: TakenBack | undefined,
  { dueAt, at, ended }: Moments,
): PlannedState => {
  if (given) return 'given'
  if (ended) return 'missed'
  if (takenBack) return takenBack.how
  return dueAt !== null && dueAt < at ? 'overdue' : 'ready'
}

const howWords = {
  refused: text('不能执行', 'could not do it'),
  recalled: text('已收回', 'had it recalled'),
} as const satisfies Record<TakenBack['how'], Text>

const takenBackWords = ({ to, how, at }: TakenBack): Text => {
  const [post, words] = [nameOfPost(to), howWords[how]]
  return text(
    `${post.zh}${words.zh}（${civilMoment(at)}）`,
    `${post.en} ${words.en} (${civilMoment(at)})`,
  )
}

const nameOfPost = (key: string): Text => orderRecipients[key] ?? text(key, key)

/** 偏差: not given, given to somebody else, given late, or with more time than the plan leaves. */
const departuresOf = (to: string | null, given: Given | undefined, moments: Moments): Text[] => {
  const { dueAt } = moments
  if (!given) {
    const state = stateOf(given, undefined, moments)
    if (state === 'missed') return [text('未下达', 'It was not given')]
    return state === 'overdue' && dueAt !== null
      ? [text(`${civilMoment(dueAt)}前未下达`, `It was not given before ${civilMoment(dueAt)}`)]
      : []
  }
  return [
    ...(to !== null && !given.to.includes(to) ? [toAnother(given)] : []),
    ...(dueAt === null ? [] : lateness(given, dueAt)),
  ]
}

const toAnother = ({ to }: Given): Text => {
  const names = to.map(nameOfPost)
  return text(
    `改由${names.map(({ zh }) => zh).join('、')}承办`,
    `Given to another: ${names.map(({ en }) => en).join('; ')}`,
  )
}

const lateness = ({ at, finishBy }: Given, dueAt: Instant): Text[] => {
  const due = civilMoment(dueAt)
  if (at > dueAt)
    return [
      text(
        `迟发：${civilMoment(at)}下达，预案时限为${due}`,
        `Given late: at ${civilMoment(at)}, planned by ${due}`,
      ),
    ]
  if (finishBy === null)
    return [
      text(`未定完成时限，预案时限为${due}`, `Without an end to be done by; planned by ${due}`),
    ]
  return finishBy > dueAt
    ? [
        text(
          `完成时限放宽至${civilMoment(finishBy)}，预案时限为${due}`,
          `To be done by ${civilMoment(finishBy)}, planned by ${due}`,
        ),
      ]
    : []
}

const longestTask = 120

/** What the order begins with; where the plan's time has passed, no end is proposed. */
const formOf = (
  { key, order, to }: { key: string; order: string; to: string | null },
  { dueAt, at }: Pick<Moments, 'dueAt' | 'at'>,
): Record<string, unknown> => ({
  planned: key,
  ...(to === null ? {} : { to }),
  ...(order.length <= longestTask
    ? { task: order }
    : { task: `${order.slice(0, longestTask - 1)}…`, details: order }),
  ...(dueAt !== null && dueAt > at ? { finishBy: dueAt } : {}),
})

/** What an order may name of the plan: the rows whose level is reached; null: there is nothing to name. */
export const plannedChoices = (record: CaseRecord): Record<string, Text> | null => {
  const course = courseIn(record)
  const rows = rowsIn(startOf(record).planOrders)
  const known = rows.flatMap((row, index): [string, Text][] => {
    const of = levelOfRow(row)
    if (of === null || course?.since[of] === undefined) return []
    const name = `${index + 1}. ${wordsIn(row.order).slice(0, 40)}`
    return [[String(index + 1), text(name, name)]]
  })
  return known.length > 0 ? Object.fromEntries(known) : null
}

/** As a document lists them: 三级响应 …（…，5分钟内）：已按预案下达. */
export const comparisonLines = (record: CaseRecord, at: Instant): string[] =>
  plannedOrders(record, at).map(({ part, words, recipient, minutes, state, departures }) => {
    const within = minutes === null ? '' : `，${minutes}分钟内`
    const outcome =
      departures.length > 0
        ? departures.map(({ zh }) => zh).join('；')
        : state === 'given'
          ? '已按预案下达'
          : '尚未下达'
    return `${part.zh}：${words.zh}（${recipient}${within}）——${outcome}`
  })
