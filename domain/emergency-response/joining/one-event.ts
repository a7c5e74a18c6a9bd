// Do two reports speak of one event, and which of two cases was there first?
import { text } from '../../language/words.ts'
import { isExercise } from '../../model/exercises/exercise.ts'
import type { CaseRecord } from '../../model/record.ts'
import type { Verdict } from '../../model/rule.ts'
import { toMillis } from '../../time/days.ts'
import type { Instant } from '../../time/instant.ts'
import { type EmergencyKind, kindOf } from '../event/kinds.ts'
import { isSpecialEquipment } from '../event/special-equipment.ts'

/** What is known of an event, by a form or by its case. */
type Event = {
  kind: EmergencyKind
  drill: boolean
  region: string | null
  owner: string | null
  site: string
  at: number
}

/** What its chart remembers of it. */
const contextOf = ({ snapshot }: CaseRecord) =>
  snapshot.context as {
    kind: EmergencyKind
    happenedAt: Instant
    specialAccidentAt: Instant | null
  }

const ofCase = (record: CaseRecord): Event => {
  const { kind, happenedAt } = contextOf(record)
  const { region, owner, site, title } = record
  return {
    kind,
    drill: isExercise(record),
    region,
    owner,
    site: site ?? title,
    at: Date.parse(happenedAt),
  }
}

const ofForm = (data: Record<string, unknown>, now: Instant): Event => {
  const words = (name: string): string | null => {
    const value = data[name]
    return typeof value === 'string' && value !== '' ? value : null
  }
  return {
    kind: kindOf(data.kind),
    drill: data.drill === true,
    region: words('region'),
    owner: words('enterprise'),
    site: words('site') ?? '',
    at: toMillis(words('happenedAt') ?? now) ?? Date.parse(now),
  }
}

/** What one caller takes for this another takes for that; of `other` nobody knows. */
const takenFor: Partial<Record<EmergencyKind, readonly EmergencyKind[]>> = {
  fire: ['explosion'],
  explosion: ['fire', 'leak', 'equipment'],
  leak: ['explosion', 'poisoning', 'equipment'],
  collapse: ['equipment'],
  equipment: ['explosion', 'leak', 'collapse'],
  poisoning: ['leak'],
}
const kindsMeet = (one: EmergencyKind, other: EmergencyKind): boolean =>
  one === other || one === 'other' || other === 'other' || (takenFor[one] ?? []).includes(other)

const nearInTimeMs = 2 * 3_600_000

/** Places are words: the same where one holds the other, or where they begin alike as far as a street, a village or a works goes. */
const leastAlike = 4
const placesMeet = (one: string, other: string): boolean => {
  const [a, b] = [one, other].map((place) => place.replace(/[\s，,。、（）()]/g, ''))
  if (!a || !b) return false
  return (
    a.includes(b) ||
    b.includes(a) ||
    (a.length >= leastAlike && a.slice(0, leastAlike) === b.slice(0, leastAlike))
  )
}

const isOneEvent = (one: Event, other: Event): boolean => {
  if (one.drill !== other.drill || !kindsMeet(one.kind, other.kind)) return false
  if (Math.abs(one.at - other.at) > nearInTimeMs) return false
  if (one.owner !== null && other.owner !== null) return one.owner === other.owner
  return one.region === other.region && placesMeet(one.site, other.site)
}

/** Whether a case that is open may be what is being reported: told before a second one is opened, and never more than told. */
export const mayBeReported = (
  data: Record<string, unknown>,
  other: CaseRecord,
  at: Instant,
): boolean => isOneEvent(ofForm(data, at), ofCase(other))

/** Whether two cases look like one event. */
export const looksLike = (record: CaseRecord, other: CaseRecord): boolean =>
  isOneEvent(ofCase(record), ofCase(other))

/** The case that was opened first goes on: of two there is always one, whoever asks and from where. */
export const isEarlier = (one: CaseRecord, other: CaseRecord): boolean =>
  one.openedAt === other.openedAt ? one.id < other.id : one.openedAt < other.openedAt

const itself = text('不能并入本案自身', 'It cannot be joined to itself')
const laterOne = text(
  '该案立案在后，应当由该案并入本案',
  'That case was opened later: it is joined to this one, not the reverse',
)

const lessThan = text(
  '本案已构成特种设备事故，主案不是特种设备事件：先更正主案的事件类型再并案；不能更正的，两案分别办理',
  'This is an accident of special equipment, and that case is not: its kind is corrected before this is joined to it; where it cannot be, each is handled',
)

/** 特设法 72: what is known to be an accident of special equipment goes on as one. */
const keepsSpecial = (record: CaseRecord, other: CaseRecord): boolean =>
  contextOf(record).specialAccidentAt === null || isSpecialEquipment(contextOf(other).kind)

/** 先立案的为主案: which also rules out that cases are joined in a circle. */
export const survives = (record: CaseRecord, other: CaseRecord): Verdict => {
  if (record.id === other.id) return itself
  if (!isEarlier(other, record)) return laterOne
  return keepsSpecial(record, other) || lessThan
}
