// Which escalation policy does a period climb that starts now, when administrators have set it, and what may they not set?

import { DomainError } from '../../language/errors.ts'
import { type Text, text } from '../../language/words.ts'
import { ruleOn } from '../../law/rule-book.ts'
import { onGround } from '../../law/rules/norms.ts'
import type {
  ClockDefinition,
  EscalationLevelDefinition,
  EscalationLevelUnit,
} from '../../model/clock-definition.ts'
import type { ProcessDefinition } from '../../model/process.ts'
import type {
  EscalationLevelSetting,
  EscalationPolicyVersion,
  KeptEscalationPolicy,
} from '../../model/record.ts'
import { type Address, addressKey } from '../../organisation/offices.ts'
import { civilDate, type Instant } from '../../time/instant.ts'
/** What a number may be at the most, and which rule says so. */
export type Most = { n: number; article: Text; confidence: string }

/** The setting in force for a period that starts at `at`: the latest that was approved by then. */
export const escalationPolicyAt = (
  versions: EscalationPolicyVersion[] | undefined,
  clock: string,
  at: Instant,
): KeptEscalationPolicy | null => {
  const found = versions?.filter((one) => one.clock === clock && one.from <= at).at(-1)
  return found ? { id: found.id, escalationLevels: found.escalationLevels } : null
}

/** The setting approved last, whatever the clocks of those who approved say: what a further change replaces. */
export const escalationPolicyNow = (
  versions: EscalationPolicyVersion[],
  clock: string,
): EscalationPolicyVersion | null => versions.filter((one) => one.clock === clock).at(-1) ?? null

/** The clock with the escalation policy of a setting; a level that the setting does not know stays as the process says. */
export const withEscalationPolicy = (
  clock: ClockDefinition,
  kept: KeptEscalationPolicy | null | undefined,
): ClockDefinition =>
  kept
    ? {
        ...clock,
        escalationPolicy: clock.escalationPolicy.map((escalationLevel) =>
          settled(escalationLevel, kept.escalationLevels),
        ),
      }
    : clock

const settled = (
  escalationLevel: EscalationLevelDefinition,
  settings: EscalationLevelSetting[],
): EscalationLevelDefinition => {
  const set = settings.find((one) => one.escalationLevel === escalationLevel.escalationLevel)
  return set
    ? { ...escalationLevel, after: { ...escalationLevel.after, n: set.n }, notify: set.notify }
    : escalationLevel
}

/** An escalation policy can be set when at least one of its numbers can. */
export const isSettable = ({ escalationPolicy }: ClockDefinition): boolean =>
  escalationPolicy.some(({ limit }) => limit !== undefined)

/** The process and its clock, if there is one by that name whose escalation policy can be set. */
export const settable = (
  processes: Record<string, ProcessDefinition>,
  place: { process: string; clock: string },
): { process: ProcessDefinition; clock: ClockDefinition } => {
  const process = Object.hasOwn(processes, place.process) ? processes[place.process] : undefined
  const clock = process?.clocks.find((one) => one.clock === place.clock)
  if (process && clock && isSettable(clock)) return { process, clock }
  throw new DomainError('not-found')
}

export const settingsOf = ({ escalationPolicy }: ClockDefinition): EscalationLevelSetting[] =>
  escalationPolicy.map(({ escalationLevel, after, notify }) => ({
    escalationLevel,
    n: after.n,
    notify,
  }))

/** The rule book's number is the loosest; null = the number is fixed by the process. */
export const mostOf = ({ limit }: EscalationLevelDefinition, at: Instant): Most | null => {
  if (limit === undefined) return null
  const { n, norm, article, confidence } = ruleOn(limit, civilDate(at))
  return { n, confidence, article: article.zh === '' ? norm : article }
}

/** Everybody whom the process knows: other offices have nothing to do with it. */
export const addressesOf = ({ clocks }: ProcessDefinition): Address[] => {
  const all = clocks.flatMap(({ warnNotify, escalationPolicy, clockOwner }) => [
    ...warnNotify,
    ...escalationPolicy.flatMap(({ notify }) => notify),
    clockOwner,
  ])
  return [...new Map(all.map((one) => [addressKey(one), one])).values()]
}

type SettingInput = {
  process: ProcessDefinition
  clock: ClockDefinition
  current: EscalationLevelSetting[]
  at: Instant
}

/** Everything that stands against a setting, in words; nothing = it may be proposed. */
export const faultsOf = (
  wanted: EscalationLevelSetting[],
  { process, clock, current, at }: SettingInput,
): Text[] => {
  const { escalationPolicy } = clock
  if (
    wanted.length !== escalationPolicy.length ||
    escalationPolicy.some(
      ({ escalationLevel }, index) => wanted[index]?.escalationLevel !== escalationLevel,
    )
  )
    return [text('须逐级列出全部各级', 'Every level must be given, in its order')]
  const offered = new Set(addressesOf(process).map(addressKey))
  const faults = escalationPolicy.flatMap((escalationLevel, index) => {
    const one = wanted[index] as EscalationLevelSetting
    return [
      ...numberWrong(escalationLevel, one, at),
      ...orderWrong(escalationPolicy, wanted, index),
      ...recipientFaults(escalationLevel, one, offered),
    ]
  })
  return faults.length === 0 && printOf(wanted) === printOf(current)
    ? [text('与现行设置相同', 'Nothing would change')]
    : faults
}

const printOf = (escalationLevels: EscalationLevelSetting[]): string =>
  JSON.stringify(
    escalationLevels.map(({ escalationLevel, n, notify }) => [
      escalationLevel,
      n,
      notify.map(addressKey),
    ]),
  )

const numberWrong = (
  escalationLevel: EscalationLevelDefinition,
  { n }: EscalationLevelSetting,
  at: Instant,
): Text[] => {
  const { words } = escalationLevel
  if (!Number.isInteger(n) || n < 0)
    return [
      text(`${words.zh}：须为不小于0的整数`, `${words.en}: must be a whole number, 0 or more`),
    ]
  const most = mostOf(escalationLevel, at)
  if (!most)
    return n === escalationLevel.after.n
      ? []
      : [
          text(
            `${words.zh}：由期限规则决定，不能设置`,
            `${words.en}: follows the rule of the period and cannot be set`,
          ),
        ]
  const { article } = most
  return n <= most.n
    ? []
    : [
        text(
          `${words.zh}：不得迟于 ${most.n}${onGround(article).zh}`,
          `${words.en}: not later than ${most.n}${onGround(article).en}`,
        ),
      ]
}

/** Nobody higher may hear of it before those below him. */
const orderWrong = (
  escalationPolicy: EscalationLevelDefinition[],
  wanted: EscalationLevelSetting[],
  index: number,
): Text[] => {
  const [escalationLevel, above] = [escalationPolicy[index], escalationPolicy[index + 1]]
  const [n, higher] = [wanted[index]?.n, wanted[index + 1]?.n]
  if (!escalationLevel || !above || n === undefined || higher === undefined) return []
  if (latest(escalationLevel.after.unit, above.after.unit, n) <= higher) return []
  return [
    text(
      `${escalationLevel.words.zh}不得晚于上一级${above.words.zh}`,
      `${escalationLevel.words.en} may not come later than ${above.words.en}, the level above it`,
    ),
  ]
}

/** The longest that `n` units can last, in units of the level above; working days with the longest holiday of the year among them. */
const latest = (unit: EscalationLevelUnit, above: EscalationLevelUnit, n: number): number => {
  if (unit === above) return n
  if (unit === 'MIN') return Math.ceil(n / minutesOfADay)
  const days = unit === 'WD' && n > 0 ? 2 * n + 10 : n
  return above === 'MIN' ? days * minutesOfADay : above === 'ND' ? days : n
}
const minutesOfADay = 1440

const recipientFaults = (
  { words, notify }: EscalationLevelDefinition,
  wanted: EscalationLevelSetting,
  offered: Set<string>,
): Text[] => {
  const keys = wanted.notify.map(addressKey)
  const first = notify[0]
  return [
    ...(new Set(keys).size < keys.length || keys.some((key) => !offered.has(key))
      ? [
          text(
            `${words.zh}：通知对象重复或不属于本流程`,
            `${words.en}: somebody is named twice or does not belong to the process`,
          ),
        ]
      : []),
    ...(first && !keys.includes(addressKey(first))
      ? [
          text(
            `${words.zh}：承担该级督办的岗位不能取消通知`,
            `${words.en}: whoever steps in on this level must be told`,
          ),
        ]
      : []),
  ]
}
