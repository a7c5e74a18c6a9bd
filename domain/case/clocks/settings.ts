// Which ladder does a period climb that starts now, when administrators have set it, and what may they not set?

import { onGround } from '../../law/norms.ts'
import { ruleOn } from '../../law/rule-book.ts'
import { type Address, addressKey } from '../../organisation/offices.ts'
import { DomainError } from '../errors.ts'
import { civilDate, type Instant } from '../instant.ts'
import type { ClockDefinition, ProcessDefinition, RungDefinition, RungUnit } from '../process.ts'
import type { KeptLadder, RungSetting } from '../record.ts'
import { type Text, text } from '../words.ts'

/** An approved setting, for periods that start at `from` or later. */
export type LadderVersion = KeptLadder & { clock: string; from: Instant }
/** What a number may be at the most, and which rule says so. */
export type Most = { n: number; article: Text; confidence: string }

/** The setting in force for a period that starts at `at`: the latest that was approved by then. */
export const ladderAt = (versions: LadderVersion[] | undefined, clock: string, at: Instant): KeptLadder | null => {
  const found = versions?.filter((one) => one.clock === clock && one.from <= at).at(-1)
  return found ? { id: found.id, rungs: found.rungs } : null
}

/** The setting approved last, whatever the clocks of those who approved say: what a further change replaces. */
export const ladderNow = (versions: LadderVersion[], clock: string): LadderVersion | null =>
  versions.filter((one) => one.clock === clock).at(-1) ?? null

/** The clock with the ladder of a setting; a rung that the setting does not know stays as the process says. */
export const withLadder = (clock: ClockDefinition, kept: KeptLadder | null | undefined): ClockDefinition =>
  kept ? { ...clock, ladder: clock.ladder.map((rung) => settled(rung, kept.rungs)) } : clock

const settled = (rung: RungDefinition, settings: RungSetting[]): RungDefinition => {
  const set = settings.find((one) => one.rung === rung.rung)
  return set ? { ...rung, after: { ...rung.after, n: set.n }, tell: set.tell } : rung
}

/** A ladder can be set when at least one of its numbers can. */
export const isSettable = ({ ladder }: ClockDefinition): boolean => ladder.some(({ limit }) => limit !== undefined)

/** The process and its clock, if there is one by that name whose ladder can be set. */
export const settable = (
  processes: Record<string, ProcessDefinition>,
  place: { process: string; clock: string },
): { process: ProcessDefinition; clock: ClockDefinition } => {
  const process = Object.hasOwn(processes, place.process) ? processes[place.process] : undefined
  const clock = process?.clocks.find((one) => one.clock === place.clock)
  if (process && clock && isSettable(clock)) return { process, clock }
  throw new DomainError('not-found')
}

export const settingsOf = ({ ladder }: ClockDefinition): RungSetting[] =>
  ladder.map(({ rung, after, tell }) => ({ rung, n: after.n, tell }))

/** The rule book's number is the loosest; null = the number is fixed by the process. */
export const mostOf = ({ limit }: RungDefinition, at: Instant): Most | null => {
  if (limit === undefined) return null
  const { n, norm, article, confidence } = ruleOn(limit, civilDate(at))
  return { n, confidence, article: article.zh === '' ? norm : article }
}

/** Everybody whom the process knows: other offices have nothing to do with it. */
export const addressesOf = ({ clocks }: ProcessDefinition): Address[] => {
  const all = clocks.flatMap(({ warnTell, ladder, keeper }) => [...warnTell, ...ladder.flatMap(({ tell }) => tell), keeper])
  return [...new Map(all.map((one) => [addressKey(one), one])).values()]
}

type Asked = { process: ProcessDefinition; clock: ClockDefinition; current: RungSetting[]; at: Instant }

/** Everything that stands against a setting, in words; nothing = it may be proposed. */
export const faultsOf = (wanted: RungSetting[], { process, clock, current, at }: Asked): Text[] => {
  const { ladder } = clock
  if (wanted.length !== ladder.length || ladder.some(({ rung }, index) => wanted[index]?.rung !== rung))
    return [text('须逐级列出全部各级', 'Every rung must be given, in its order')]
  const offered = new Set(addressesOf(process).map(addressKey))
  const faults = ladder.flatMap((rung, index) => {
    const one = wanted[index] as RungSetting
    return [...numberWrong(rung, one, at), ...orderWrong(ladder, wanted, index), ...toldWrong(rung, one, offered)]
  })
  return faults.length === 0 && printOf(wanted) === printOf(current) ? [text('与现行设置相同', 'Nothing would change')] : faults
}

const printOf = (rungs: RungSetting[]): string => JSON.stringify(rungs.map(({ rung, n, tell }) => [rung, n, tell.map(addressKey)]))

const numberWrong = (rung: RungDefinition, { n }: RungSetting, at: Instant): Text[] => {
  const { words } = rung
  if (!Number.isInteger(n) || n < 0) return [text(`${words.zh}：须为不小于0的整数`, `${words.en}: must be a whole number, 0 or more`)]
  const most = mostOf(rung, at)
  if (!most)
    return n === rung.after.n
      ? []
      : [text(`${words.zh}：由期限规则决定，不能设置`, `${words.en}: follows the rule of the period and cannot be set`)]
  const { article } = most
  return n <= most.n
    ? []
    : [text(`${words.zh}：不得迟于 ${most.n}${onGround(article).zh}`, `${words.en}: not later than ${most.n}${onGround(article).en}`)]
}

/** Nobody higher may hear of it before those below him. */
const orderWrong = (ladder: RungDefinition[], wanted: RungSetting[], index: number): Text[] => {
  const [rung, above] = [ladder[index], ladder[index + 1]]
  const [n, higher] = [wanted[index]?.n, wanted[index + 1]?.n]
  if (!rung || !above || n === undefined || higher === undefined) return []
  if (latest(rung.after.unit, above.after.unit, n) <= higher) return []
  return [
    text(
      `${rung.words.zh}不得晚于上一级${above.words.zh}`,
      `${rung.words.en} may not come later than ${above.words.en}, the rung above it`,
    ),
  ]
}

/** The longest that `n` units can last, in units of the rung above; working days with the longest holiday of the year among them. */
const latest = (unit: RungUnit, above: RungUnit, n: number): number => {
  if (unit === above) return n
  if (unit === 'MIN') return Math.ceil(n / minutesOfADay)
  const days = unit === 'WD' && n > 0 ? 2 * n + 10 : n
  return above === 'MIN' ? days * minutesOfADay : above === 'ND' ? days : n
}
const minutesOfADay = 1440

const toldWrong = ({ words, tell }: RungDefinition, wanted: RungSetting, offered: Set<string>): Text[] => {
  const keys = wanted.tell.map(addressKey)
  const first = tell[0]
  return [
    ...(new Set(keys).size < keys.length || keys.some((key) => !offered.has(key))
      ? [text(`${words.zh}：通知对象重复或不属于本流程`, `${words.en}: somebody is named twice or does not belong to the process`)]
      : []),
    ...(first && !keys.includes(addressKey(first))
      ? [text(`${words.zh}：承担该级督办的岗位不能取消通知`, `${words.en}: whoever steps in on this rung must be told`)]
      : []),
  ]
}
