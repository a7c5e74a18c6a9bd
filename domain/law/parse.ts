// Is this input what the schema asks for, and if not, what is wrong where?
import * as v from 'valibot'
import { isDay, toMillis } from '../calendar/days.ts'
import { DomainError } from '../case/errors.ts'
import { type Text, text } from '../case/words.ts'

/** Both languages in the one string that valibot carries as a message. */
export const message = (zh: string, en: string): string => `${zh} | ${en}`

/** A date that the calendar has. */
export const day = v.pipe(
  v.string(),
  v.regex(/^\d{4}-\d{2}-\d{2}$/, message('日期格式应为 YYYY-MM-DD', 'A date is written YYYY-MM-DD')),
  v.check(isDay, message('该日期不存在', 'The calendar has no such date')),
  v.description('YYYY-MM-DD, Asia/Shanghai'),
)
/** A moment; without an offset it is Asia/Shanghai time. */
export const moment = v.pipe(
  v.string(),
  v.regex(/^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}/, message('时刻格式应为 2026-05-01T09:50+08:00', 'A moment is written 2026-05-01T09:50+08:00')),
  v.check((value) => toMillis(value) !== null, message('该时刻不存在', 'There is no such moment')),
  v.description('ISO 8601 with offset; without one Asia/Shanghai'),
)
/** A date or a moment. */
export const dayOrMoment = v.pipe(
  v.string(),
  v.check(
    (value) => isDay(value) || toMillis(value) !== null,
    message('日期或者时刻不存在（格式 YYYY-MM-DD 或 ISO 8601）', 'No such date or moment (YYYY-MM-DD or ISO 8601)'),
  ),
  v.description('YYYY-MM-DD, or ISO 8601 with offset'),
)

const largest = 1e12
/** Yuan with at most two decimals, not negative. */
export const yuan = v.pipe(
  v.number(),
  v.minValue(0, message('金额不能为负数', 'An amount cannot be negative')),
  v.maxValue(largest, message('金额过大', 'The amount is too large')),
  v.check((value) => Math.abs(value * 100 - Math.round(value * 100)) < 1e-4, message('金额最多两位小数', 'At most two decimals')),
  v.description('yuan'),
)
/** A count of people or things. */
export const count = v.pipe(
  v.number(),
  v.integer(message('必须是整数', 'Must be an integer')),
  v.minValue(0, message('不能为负数', 'Cannot be negative')),
  v.maxValue(1e9, message('数字过大', 'Too large')),
)

/** What the schema makes of the input; refuses with `invalid-input`, every fault with its JSON pointer in `details.errors`. */
export const parse = <Schema extends v.GenericSchema>(schema: Schema, input: unknown): v.InferOutput<Schema> => {
  const result = v.safeParse(schema, input)
  if (result.success) return result.output
  const errors = result.issues.slice(0, 20).map((issue) => ({ pointer: pointerOf(issue), reason: reasonOf(issue) }))
  throw invalid(errors[0]?.pointer ?? '', ...errors)
}

/** An `invalid-input` error with its JSON pointers. */
export const invalid = (pointer: string, ...errors: { pointer: string; reason: Text }[]): DomainError =>
  new DomainError(
    'invalid-input',
    errors.map(({ reason }) => reason),
    { pointer, errors, fields: Object.fromEntries(errors.map((one) => [one.pointer.slice(1).replaceAll('/', '.'), one.reason])) },
  )

const pathOf = (issue: v.BaseIssue<unknown>): string[] => (issue.path ?? []).map(({ key }) => String(key))
const pointerOf = (issue: v.BaseIssue<unknown>): string =>
  pathOf(issue)
    .map((key) => `/${key.replaceAll('~', '~0').replaceAll('/', '~1')}`)
    .join('')

const reasonOf = (issue: v.BaseIssue<unknown>): Text => {
  const name = pathOf(issue).join('.') || '请求内容'
  const [zh, en] = issue.message.split(' | ')
  if (zh && en) return text(`${name}：${zh}`, `${name}: ${en}`)
  if (issue.type === 'strict_object' && issue.expected === 'never') return text(`${name}：没有这个字段`, `${name}: there is no such field`)
  if (issue.received === 'undefined') return text(`${name}：必填`, `${name}: required`)
  const asked = issue.expected ? `（应为 ${issue.expected}，实为 ${issue.received}）` : ''
  return text(
    `${name}：内容无效${asked}`,
    `${name}: not valid${issue.expected ? ` (expected ${issue.expected}, received ${issue.received})` : ''}`,
  )
}
