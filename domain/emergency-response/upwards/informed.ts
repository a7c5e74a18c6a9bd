// Whom of its government and the authorities has a level told, and when?
import { type Text, text } from '../../language/words.ts'
import { every, type Rule } from '../../model/rule.ts'
import type { Instant } from '../../time/instant.ts'

/** 493号 10: who is told at each level beside the next one. */
export const authorities = {
  government: text('本级人民政府', 'Government of this level'),
  police: text('公安机关', 'Police'),
  labour: text('人力资源社会保障部门', 'Labour authority'),
  union: text('工会', 'Trade union'),
  procuratorate: text('人民检察院', 'Procuratorate'),
} as const satisfies Record<string, Text>
type Authority = keyof typeof authorities

/** When each was told; who is missing here has not been. */
export type Informed = Partial<Record<Authority, Instant>>

const all = Object.keys(authorities) as Authority[]
const namedIn = (data: Record<string, unknown>): Authority[] =>
  all.filter((one) => typeof data[one] === 'string')

/** Whoever was told before keeps his moment. */
export const withInformed = (
  before: Informed,
  data: Record<string, unknown>,
  at: Instant,
): Informed => ({ ...Object.fromEntries(namedIn(data).map((one) => [one, at])), ...before })

/** When the last of them was told; null: somebody has not been. */
export const allInformedAt = (informed: Informed): Instant | null =>
  all.every((one) => informed[one]) ? (Object.values(informed).sort().at(-1) ?? null) : null

/** Of those who are told already and those who are not, for the form; null: none was told so far. */
export const informedHint = (informed: Informed): Text | null => {
  const [done, open] = [all.filter((one) => informed[one]), all.filter((one) => !informed[one])]
  if (done.length === 0) return null
  const names = (ones: Authority[], language: 'zh' | 'en') =>
    ones.map((one) => authorities[one][language]).join(language === 'zh' ? '、' : ', ')
  return text(
    `已登记：${names(done, 'zh')}；尚缺：${names(open, 'zh')}`,
    `Told: ${names(done, 'en')}; not yet: ${names(open, 'en')}`,
  )
}

type InformedBy<Level extends string> = Rule<Record<Level, Informed>>

/** Somebody is left to be told, and a form names one; a button asks before there is a form. */
export const someoneLeft = <Level extends 'countyInformed' | 'cityInformed'>(
  level: Level,
  whose: Text,
): InformedBy<Level> => {
  const notAll: InformedBy<Level> = ({ context }) =>
    allInformedAt(context[level]) === null ||
    text(`${whose.zh}已登记报告政府、通知有关部门`, `${whose.en} has told all of them already`)
  const namesOne: InformedBy<Level> = ({ event: { data } }) =>
    data.informedAt === undefined ||
    namedIn(data).length > 0 ||
    text('请至少填写一个接收单位的接收人和方式', 'Say of one at least who took it, and how')
  return every(notAll, namesOne)
}
