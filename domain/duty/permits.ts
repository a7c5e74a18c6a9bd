// Under which permit does a device or a point of it stand out of service, for how long at most, and who may have it so?

import { type Text, text } from '../language/words.ts'
import { computeTimeLimit } from '../law/compute.ts'
import type { RuleBook } from '../law/rule-book.ts'
import type { Actor } from '../organisation/actor.ts'
import { regionsBelow } from '../organisation/regions.ts'
import type { CalendarSet } from '../time/calendar.ts'
import { decreeCalendars } from '../time/decrees.ts'
import { type Instant, instant } from '../time/instant.ts'
import { keepsDeskOver } from './policy.ts'

/** Special work by GB 30871-2022, and what else makes a device tell what is not so. */
export const works = {
  'hot-first': {
    words: text('动火（特级、一级）', 'Hot work, special or first grade'),
    rule: 'hot-first',
  },
  'hot-second': { words: text('动火（二级）', 'Hot work, second grade'), rule: 'hot-second' },
  'confined-space': { words: text('受限空间', 'Confined space'), rule: 'confined-space' },
  blind: { words: text('盲板抽堵', 'Blinds put in or out'), rule: 'other-special' },
  height: { words: text('高处作业', 'Work at height'), rule: 'height' },
  lifting: { words: text('吊装', 'Lifting'), rule: 'other-special' },
  'temporary-power': { words: text('临时用电', 'Temporary power'), rule: 'temporary-power' },
  earthwork: { words: text('动土', 'Earthwork'), rule: 'other-special' },
  road: { words: text('断路', 'A closed road'), rule: 'other-special' },
  calibration: { words: text('仪表校验标定', 'Calibration'), rule: 'calibration' },
  maintenance: { words: text('设备检维修', 'Maintenance'), rule: 'maintenance' },
} as const satisfies Record<string, { words: Text; rule: string }>

export type Work = keyof typeof works
export const workNames = Object.keys(works) as [Work, ...Work[]]
export const isWork = (name: string): name is Work => name in works
export const workWords = (name: string): Text =>
  isWork(name) ? works[name].words : text(name, name)

/** The rules by which permits end. Each permit keeps the end that it was given: a later number shortens none. */
export const permitRules: readonly string[] = [
  ...new Set(workNames.map((name) => `special-work.${works[name].rule}`)),
]

const hourMs = 3_600_000

/** By which rule book it is reckoned, and in which region; without it, the committed one, everywhere. */
export type PermitLaw = {
  calendars?: CalendarSet | undefined
  rules?: RuleBook | undefined
  region?: string | undefined
}

/** In hours, by the rule book of that moment: the validity of the permit where GB 30871 names one, else the bureau's own [D]. */
export const longestHours = (work: Work, at: Instant, law: PermitLaw = {}): number =>
  Math.round((Date.parse(latestEnd(work, at, law)) - Date.parse(at)) / hourMs)

/** The latest moment to which a device may be out of service that is taken out at `at`. */
const latestEnd = (
  work: Work,
  at: Instant,
  { calendars = decreeCalendars, rules, region }: PermitLaw,
): Instant =>
  instant(
    computeTimeLimit(
      { rule: `special-work.${works[work].rule}`, start: at, ...(region ? { region } : {}) },
      calendars,
      { rules },
    ).dueAt,
  )

/** Null: such an end may be. Both moments by the same clock. */
export const whyNotUntil = (
  work: Work,
  at: Instant,
  until: Instant,
  law: PermitLaw = {},
): Text | null => {
  if (!(Date.parse(until) > Date.parse(at)))
    return text('结束时刻须在此刻之后', 'The end must lie ahead')
  if (Date.parse(until) <= Date.parse(latestEnd(work, at, law))) return null
  const hours = longestHours(work, at, law)
  return text(
    `${workWords(work).zh}最长停用 ${hours} 小时`,
    `${workWords(work).en}: ${hours} hours out of service at most`,
  )
}

/** Desks of the region and supervisors of the safety committee, and those above them. */
export const mayTakeOut = (actor: Actor, region: string): boolean =>
  actor.kind === 'person' &&
  actor.enterprise === null &&
  (keepsDeskOver(actor, region) ||
    actor.appointments.some(
      ({ role, region: of }) =>
        role === 'supervisor' && (regionsBelow(of) as string[]).includes(region),
    ))

/** As the alarm and its case have it written down: 作业票 DH-0032（动火（二级））：更换法兰. */
export const permitReason = ({
  number,
  work,
  reason,
}: {
  number: string
  work: string
  reason: string
}): string => `作业票 ${number}（${workWords(work).zh}）：${reason}`
