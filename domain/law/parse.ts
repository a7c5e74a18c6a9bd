// Is this input what the schema asks for, and if not, what is wrong where?
import * as v from 'valibot'
import { DomainError } from '../language/errors.ts'
import { faultWords } from '../language/faults.ts'
import { spellYuan } from '../language/money.ts'
import { type Text, text } from '../language/words.ts'
import { isDay, toMillis } from '../time/days.ts'

/** Both languages in the one string that valibot carries as a message. */
export const message = (zh: string, en: string): string => `${zh} | ${en}`

/** From the founding of the State to the last year that can be reckoned: any other year is a slip of the pen. */
const firstDay = '1949-10-01'
const lastDay = '2100-12-31'
const inRange = (value: string): boolean =>
  value.slice(0, 10) >= firstDay && value.slice(0, 10) <= lastDay
const range = message(
  `应在${firstDay}至${lastDay}之间`,
  `Must lie between ${firstDay} and ${lastDay}`,
)

/** A date that the calendar has, of a year that can be meant. */
export const day = v.pipe(
  v.string(),
  v.regex(
    /^\d{4}-\d{2}-\d{2}$/,
    message('日期格式应为 YYYY-MM-DD', 'A date is written YYYY-MM-DD'),
  ),
  v.check(isDay, message('该日期不存在', 'The calendar has no such date')),
  v.check(inRange, range),
  v.description('YYYY-MM-DD, Asia/Shanghai'),
)
/** A moment; without an offset it is Asia/Shanghai time. */
export const moment = v.pipe(
  v.string(),
  v.regex(
    /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}/,
    message('时刻格式应为 2026-05-01T09:50+08:00', 'A moment is written 2026-05-01T09:50+08:00'),
  ),
  v.check((value) => toMillis(value) !== null, message('该时刻不存在', 'There is no such moment')),
  v.check(inRange, range),
  v.description('ISO 8601 with offset; without one Asia/Shanghai'),
)
/** A date or a moment. */
export const dayOrMoment = v.pipe(
  v.string(),
  v.check(
    (value) => isDay(value) || toMillis(value) !== null,
    message(
      '日期或者时刻不存在（格式 YYYY-MM-DD 或 ISO 8601）',
      'No such date or moment (YYYY-MM-DD or ISO 8601)',
    ),
  ),
  v.check(inRange, range),
  v.description('YYYY-MM-DD, or ISO 8601 with offset'),
)

const centsAtMost = (value: number): boolean => /^\d+(\.\d{1,2})?$/.test(String(value))
const amountUpTo = (largest: number) =>
  v.pipe(
    v.number(),
    v.minValue(0, message('金额不能为负数', 'An amount cannot be negative')),
    v.maxValue(
      largest,
      message(
        `金额过大（不超过${spellYuan(largest)}元）`,
        `The amount is too large (${spellYuan(largest)} yuan at most)`,
      ),
    ),
    v.check(centsAtMost, message('金额最多两位小数', 'At most two decimals')),
    v.description('yuan'),
  )
/** Yuan of a loss, not negative, exact to the fen. */
export const yuan = amountUpTo(1e12)
/** Yuan of a fine or an income: whatever is reckoned from it in two centuries of days is still exact to the fen. */
export const fineYuan = amountUpTo(1e9)
/** A count of people or things. */
export const count = v.pipe(
  v.number(),
  v.integer(message('必须是整数', 'Must be an integer')),
  v.minValue(0, message('不能为负数', 'Cannot be negative')),
  v.maxValue(1e9, message('数字过大', 'Too large')),
)

/** What the schema makes of the input; refuses with `invalid-input`, every fault with its JSON pointer in `details.errors`. */
export const parse = <Schema extends v.GenericSchema>(
  schema: Schema,
  input: unknown,
): v.InferOutput<Schema> => {
  if (Array.isArray(input))
    throw invalid('', {
      pointer: '',
      reason: text('请求内容：应为对象', 'The body: must be an object'),
    })
  const result = v.safeParse(schema, input)
  if (result.success) return result.output
  const errors = result.issues
    .slice(0, 20)
    .map((issue) => ({ pointer: pointerOf(issue), reason: reasonOf(issue) }))
  throw invalid(errors[0]?.pointer ?? '', ...errors)
}

/** An `invalid-input` error with its JSON pointers. */
export const invalid = (
  pointer: string,
  ...errors: { pointer: string; reason: Text }[]
): DomainError =>
  new DomainError(
    'invalid-input',
    errors.map(({ reason }) => reason),
    {
      pointer,
      errors,
      fields: Object.fromEntries(
        errors.map((one) => [one.pointer.slice(1).replaceAll('/', '.'), one.reason]),
      ),
    },
  )

const pathOf = (issue: v.BaseIssue<unknown>): string[] =>
  (issue.path ?? []).map(({ key }) => String(key))
const pointerOf = (issue: v.BaseIssue<unknown>): string =>
  pathOf(issue)
    .map((key) => `/${key.replaceAll('~', '~0').replaceAll('/', '~1')}`)
    .join('')

const reasonOf = (issue: v.BaseIssue<unknown>): Text => {
  const name = pathOf(issue).join('.')
  const fault = faultWords(issue)
  return name === ''
    ? text(`请求内容：${fault.zh}`, `The body: ${fault.en}`)
    : text(`${name}：${fault.zh}`, `${name}: ${fault.en}`)
}
