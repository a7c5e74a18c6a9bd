// On which penalties and hazards does a proposal to close rest?
import { type Text, text } from '../../language/words.ts'
import type { Law } from '../../model/decision-context.ts'
import type { CaseRecord } from '../../model/record.ts'
import { isRegion, regionsBelow } from '../../organisation/regions.ts'
import { closureCount } from '../../penalties/closure-count.ts'
import { standingPenalty } from '../../penalties/standing.ts'
import { civilDate } from '../../time/instant.ts'
import { majorHazards, penaltiesBefore } from '../memory/closure.ts'
import type { EnforcementContext } from '../memory/context.ts'
import { remembered } from '../memory/penalties.ts'

/** What another place keeps of the enterprise is counted by its number; what it is about only whoever answers for it reads. */
const hazard =
  (reader: string | undefined) =>
  ({ number, title, region }: CaseRecord): Text =>
    reader !== undefined && isRegion(reader) && regionsBelow(reader).includes(region)
      ? text(`重大事故隐患：${number}《${title}》`, `Major hazard: ${number} “${title}”`)
      : text(`重大事故隐患：${number}`, `Major hazard: ${number}`)

type Counting = { number: string; context: EnforcementContext; region: string | undefined }

/** With the decision of the case itself. */
export const closureCounted = (
  { number, context, region }: Counting,
  law: Partial<Law> & { at?: string },
) => {
  const own = standingPenalty(number, context)
  const hazards = majorHazards(law.past)
  const count = closureCount(
    {
      penalties: [...penaltiesBefore(law.past), ...(own ? [own] : [])],
      majorHazard: hazards.length > 0,
      ...(law.at === undefined ? {} : { asOf: civilDate(law.at) }),
    },
    law,
  )
  return { ...count, reckoning: [...hazards.map(hazard(region)), ...count.reckoning] }
}

export const closureBasis = (
  { number, snapshot, region }: Pick<CaseRecord, 'number' | 'snapshot' | 'region'>,
  law: Partial<Law> & { at?: string },
) => closureCounted({ number, context: remembered(snapshot.context), region }, law)
