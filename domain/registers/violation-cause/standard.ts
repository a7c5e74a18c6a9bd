// May a penalty be planned by this entry of the standards, and does its fine lie inside the step that is named?
import { type Text, text } from '../../language/words.ts'
import type { ChosenEntry } from '../../model/decision-context.ts'
import type { NamedEntries } from '../../model/register-definition.ts'
import type { Verdict } from '../../model/rule.ts'
import { isRegion, regions, regionsAbove } from '../../organisation/regions.ts'
import type { Day } from '../../time/days.ts'
import { standingOn } from '../entry.ts'
import { departureOf, departureWords, isStep, rangeWords, stepsIn, stepWords } from './steps.ts'

/** The entry of a violation that a form names, which rules read as it stands. */
export const causeEntries: NamedEntries = { register: 'violation-cause', field: 'cause' }

/** `actOn`: the last day of the act. */
type Place = { region: string | undefined; today: Day; actOn: Day }

const refusedFor = (number: string, zh: string, en: string): Text =>
  text(`违法行为${number}${zh}`, `Violation ${number} ${en}`)

const validity = ({ data }: ChosenEntry): [Day, Day] => [
  String(data.validFrom ?? ''),
  String(data.validUntil ?? ''),
]

/** A standard may have been entered after its first day. */
const isValidOn = (entry: ChosenEntry, day: Day): boolean => {
  const [since, until] = validity(entry)
  const inForce = (standingOn(entry, day) ?? 'in-force') === 'in-force'
  return inForce && since <= day && (until === '' || day <= until)
}

/**
 * Why a case of this place may not go by an entry; true: it may. 处罚法 37: the standard of the day of the act, though it has expired or was
 * repealed since, or that of today. One that is suspended today serves nobody.
 */
export const usable = (entry: ChosenEntry, { region, today, actOn }: Place): Verdict => {
  const { number, data } = entry
  const standing = standingOn(entry, today)
  const valid = isValidOn(entry, actOn) || isValidOn(entry, today)
  if (standing === null || standing === 'suspended' || (standing === 'repealed' && !valid))
    return refusedFor(number, '不是现行有效的', 'is not in force')
  const [since, until] = validity(entry)
  if (!valid)
    return refusedFor(
      number,
      `的裁量基准在行为终了之日（${actOn}）和${today}均不在有效期内（${since}至${until || '长期'}）`,
      `has a standard that is valid neither on the day of the act (${actOn}) nor on ${today} (${since} to ${until || 'open'})`,
    )
  if (region === undefined || !isRegion(region)) return true
  if (!regionsAbove(region).includes(entry.region))
    return refusedFor(number, '不适用于本地', 'is not for this place')
  return (
    data.level !== 'city' ||
    regions[region].level !== 'county' ||
    refusedFor(number, '由市级以上管辖', 'is for the city and above')
  )
}

/** 从旧兼从轻 (处罚法 37): whoever goes by a standard that did not hold when the act ended says why that of the act does not serve. */
export const laterStandardReasoned = (entry: ChosenEntry, actOn: Day, reason: unknown): Verdict => {
  const [since] = validity(entry)
  if (isValidOn(entry, actOn))
    return (
      reason === undefined ||
      text(
        '该裁量基准在行为终了之日有效，无须填写适用行为后基准的理由',
        'This standard held when the act ended: there is nothing to give a reason for',
      )
    )
  return (
    typeof reason === 'string' ||
    refusedFor(
      entry.number,
      `的裁量基准自${since}起施行，行为终了之日（${actOn}）尚不适用：应当适用行为时的规定；新的规定处罚较轻，或者行为时没有裁量基准的，须写明理由（《行政处罚法》第三十七条）`,
      `has a standard of ${since} that did not hold when the act ended (${actOn}): that of the act serves; say that the new one is milder, or that there was none (Penalty Law art. 37)`,
    )
  )
}

/** Of a fine outside the standard: a reason is given, or is not, or none would count. */
export type Departure = 'reasoned' | 'unsaid' | 'forbidden'
type Named = { number: string; step: unknown; departure: Departure; fine: number }

/** The step that is named must be one of the standard, and a fine outside of it has a reason. */
export const withinStandard = (
  entry: ChosenEntry,
  { number, step: named, departure, fine }: Named,
): Verdict => {
  const step = stepsIn(entry.data).find(({ step }) => step === named)
  if (!step)
    return isStep(named)
      ? refusedFor(
          number,
          `的裁量基准没有“${stepWords[named].zh}”阶次`,
          `has no step "${stepWords[named].en}" in its standard`,
        )
      : text('选择违法行为的，须选择裁量阶次', 'Whoever names the violation names its step')
  const range = rangeWords(step)
  const by = departureWords(step, fine)
  const standard = String(entry.data.standard ?? '')
  if (departureOf(step, fine) === 0)
    return (
      departure !== 'reasoned' ||
      text(
        `${by.zh}，无须填写偏离裁量基准的理由（${range.zh}）`,
        `${by.en}: there is nothing to give a reason for (${range.en})`,
      )
    )
  if (departure === 'forbidden')
    return text(
      `${standard}（${number}）${range.zh}；${by.zh}，当场处罚不得偏离裁量基准，请转为普通程序`,
      `${standard} (${number}) ${range.en}; ${by.en}: nobody departs from a standard on the spot; go over to the ordinary procedure`,
    )
  return (
    departure === 'reasoned' ||
    text(
      `${standard}（${number}）${range.zh}；${by.zh}，须填写偏离裁量基准的理由`,
      `${standard} (${number}) ${range.en}; ${by.en}: say why it departs from the standard`,
    )
  )
}

/** Under which code, with which name and standard, a case goes. */
export const causeName = ({ number, data }: ChosenEntry): string =>
  `${String(data.standard ?? '')}${number}“${String(data.act ?? '')}”`.slice(0, 500)

/** How a fine stands to the steps of a standard, or to one of them, and whether the act may go unpunished; null: it is not known yet. */
export const reckonedBy = (
  { data }: ChosenEntry,
  fine: number | null,
  only: unknown = undefined,
): Text[] => [
  ...stepsIn(data)
    .filter(({ step }) => only === undefined || step === only)
    .map((step) => {
      const range = rangeWords(step)
      if (fine === null) return range
      const by = departureWords(step, fine)
      return text(`${range.zh}；${by.zh}`, `${range.en}; ${by.en}`)
    }),
  ...(data.firstSpared === true
    ? [
        text(
          '已列入首违不罚清单，须核对：初次违法且危害后果轻微并及时改正的，可以不予处罚',
          'On the list of first acts, to be checked: one with little harm, corrected in time, may go unpunished',
        ),
      ]
    : []),
  ...(data.minorSpared === true
    ? [
        text(
          '已列入轻微免罚清单，须核对：轻微并及时改正，没有造成危害后果的，不予处罚',
          'On the list of minor acts, to be checked: one corrected in time and without harm goes unpunished',
        ),
      ]
    : []),
]
