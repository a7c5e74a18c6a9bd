// How often may an enterprise be visited in a year, over all bureaus, and which visits of it count (国办发〔2024〕54号)?
import { type Text, text } from '../../language/words.ts'
import { askLaw } from '../../law/calculations/ask.ts'
import { inspectionFrequency } from '../../law/calculations/inspection-frequency.ts'
import type { FrequencyDefinition } from '../../model/decision-context.ts'
import type { CaseRecord } from '../../model/record.ts'
import { civilDate } from '../../time/instant.ts'
import { remembered } from './context.ts'
import { isException } from './grounds.ts'

/** A visit that was refused or called off, or could not be made, has burdened nobody. */
export const neverHeld: readonly string[] = ['refused', 'cancelled', 'not-made']

const yearOf = (day: unknown): string => String(day ?? '').slice(0, 4)

/** A visit by plan or by lot in the year of that day. */
const counts = (record: CaseRecord, day: string): boolean => {
  const { exception, plannedOn } = remembered(record)
  return (
    !exception &&
    yearOf(plannedOn) === yearOf(day) &&
    !neverHeld.includes(String(record.snapshot.value))
  )
}

const named = (record: CaseRecord): Text =>
  text(
    `已安排：${record.number}，${remembered(record).plannedOn ?? ''}`,
    `Earlier: ${record.number}, ${remembered(record).plannedOn ?? ''}`,
  )

export const frequency: FrequencyDefinition = {
  of: ({ enterprise }) => (typeof enterprise === 'string' ? enterprise : null),
  refuses: (earlier, { data, at, ...by }) => {
    if (isException(data.ground)) return []
    const day = typeof data.plannedOn === 'string' ? data.plannedOn : civilDate(at)
    const visits = earlier.filter((one) => counts(one, day))
    const { allowed, verdict } = askLaw(
      inspectionFrequency,
      { visits: visits.length, date: day },
      by,
    )
    return allowed ? [] : [verdict, ...visits.map(named)]
  },
}
