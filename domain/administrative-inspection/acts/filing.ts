// With what does a case of a penalty begin that follows from an inspection, and what if it cannot be opened?
import type { LinkedAct } from '../../model/link.ts'
import type { CaseRecord } from '../../model/record.ts'
import { listedIn } from '../memory/listed.ts'

/** What the case of the penalty begins with; an item of the inspection speaks of the forms of that. */
export const filingFrom = (
  { owner, region, data, aroundData = data }: CaseRecord,
  { title, facts, basis, place, procedure }: Record<string, unknown>,
  discoveredOn: string,
): Record<string, unknown> => ({
  title,
  facts,
  basis,
  partyKind: 'organisation',
  region,
  ...(owner === null
    ? { partyName: aroundData['plan-inspection']?.enterpriseName ?? title }
    : { enterprise: owner }),
  ...(procedure === 'on-the-spot'
    ? { procedure, place }
    : { procedure: 'ordinary', source: 'inspection', discoveredOn }),
})

/** The findings that were to lead to it lead nowhere again. */
export const reopeningFindings = (_: CaseRecord, data: Record<string, unknown>): LinkedAct => ({
  type: 'matter-not-opened',
  data: { findings: listedIn({ data }, 'findings') },
})
