// What is wrong with a field that a schema refuses, in our own words?
import { type Text, text } from './words.ts'

/** What a schema library says of one fault; only what is needed to say it in words. */
export type RawFault = {
  message: string
  type?: string | undefined
  expected?: string | null | undefined
  received?: string | undefined
  requirement?: unknown
}

/** A fault in both languages, without the name of the field: never the library's own sentence, which only programmers read. */
export const faultWords = (fault: RawFault): Text => {
  const [zh, en] = fault.message.split(' | ')
  const own = !fault.message.startsWith('Invalid ')
  if (own && zh && en) return text(zh, en)
  if (own) return text('填写不符合要求', fault.message)
  if (fault.type === 'strict_object' && fault.expected === 'never')
    return text('没有这个字段', 'there is no such field')
  if (fault.received === 'undefined') return text('必填', 'required')
  return measured(fault) ?? expectedWords(fault.expected) ?? text('填写不符合要求', 'not valid')
}

const measures: Record<string, (n: string, requirement: unknown) => Text> = {
  min_length: (n) =>
    n === '1'
      ? text('不能为空', 'must not be empty')
      : text(`长度不能少于${n}`, `at least ${n} long`),
  max_length: (n) => text(`长度不能超过${n}`, `at most ${n} long`),
  min_value: (n) => text(`不能小于${n}`, `at least ${n}`),
  max_value: (n) => text(`不能大于${n}`, `at most ${n}`),
  gt_value: (n) => text(`必须大于${n}`, `more than ${n}`),
  lt_value: (n) => text(`必须小于${n}`, `less than ${n}`),
  integer: () => text('必须是整数', 'must be a whole number'),
  regex: () => text('格式不符合要求', 'has the wrong form'),
  iso_date: () => text('日期格式应为 YYYY-MM-DD', 'a date is written YYYY-MM-DD'),
  iso_timestamp: () =>
    text('时刻格式应为 2026-05-01T09:50:00+08:00', 'a moment is written 2026-05-01T09:50:00+08:00'),
}

const measured = ({ type, requirement }: RawFault): Text | null =>
  (type === undefined ? undefined : measures[type])?.(String(requirement), requirement) ?? null

const kinds: Record<string, Text> = {
  string: text('文字', 'text'),
  number: text('数字', 'a number'),
  boolean: text('true 或 false', 'true or false'),
  Array: text('列表', 'a list'),
  Object: text('对象', 'an object'),
  null: text('null', 'null'),
  undefined: text('空', 'nothing'),
}

/** '("WD" | "ND")' and 'number' are what the library expected: choices by their names, kinds of value by ours. */
const expectedWords = (expected: string | null | undefined): Text | null => {
  if (!expected) return null
  const parts = expected.replace(/^\(|\)$/g, '').split(' | ')
  const words = parts.map((part) =>
    part.startsWith('"') ? text(part.slice(1, -1), part.slice(1, -1)) : kinds[part],
  )
  if (words.some((one) => one === undefined)) return null
  const known = words.filter((one) => one !== undefined)
  const list = text(known.map(({ zh }) => zh).join('、'), known.map(({ en }) => en).join(', '))
  return known.length > 1
    ? text(`应为以下之一：${list.zh}`, `must be one of: ${list.en}`)
    : text(`应为${list.zh}`, `must be ${list.en}`)
}
