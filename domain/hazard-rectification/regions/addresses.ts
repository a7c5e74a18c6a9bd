// Which offices and people does a hazard concern?

import { citySupervisor } from '../../organisation/addresses.ts'
import type { Address } from '../../organisation/offices.ts'

export const sectionChief = {
  role: 'section-chief',
  office: 'enforcement',
  level: 'county',
} as const satisfies Address
export const cityLeader = {
  role: 'leader',
  office: 'leadership',
  level: 'city',
} as const satisfies Address
export const provinceSupervisor = {
  role: 'supervisor',
  office: 'committee',
  level: 'province',
} as const satisfies Address
export const countySupervisor = {
  role: 'supervisor',
  office: 'committee',
  level: 'county',
} as const satisfies Address
export const cityInspectors = {
  role: 'inspector',
  office: 'enforcement',
  level: 'city',
} as const satisfies Address
export const countyClerk = {
  role: 'clerk',
  office: 'window',
  level: 'county',
} as const satisfies Address
export const countyDuty = {
  role: 'duty-officer',
  office: 'command',
  level: 'county',
} as const satisfies Address
/** 安委办 of every level: whoever lists a hazard is one of them. */
export const committees: Address[] = [countySupervisor, citySupervisor, provinceSupervisor]

/** Whose answer a request for more time needs: the bureau's that ordered, or the committee office's that listed. */
export const decidersOfExtension = (context: Record<string, unknown>): readonly Address[] =>
  context.order === 'listed' ? [listerOf(context)] : [sectionChief]

/** The committee office that has listed the hazard, and whoever is above it. */
export const answerableForListing = (context: Record<string, unknown>): readonly Address[] => {
  const lister = listerOf(context)
  if (lister === countySupervisor) return [lister, citySupervisor]
  return lister === citySupervisor ? [lister, cityLeader, provinceSupervisor] : [lister]
}

/** The committee office that has listed the hazard. */
export const listerOf = ({ listedBy }: Record<string, unknown>): Address =>
  listedBy === 'province'
    ? provinceSupervisor
    : listedBy === 'city'
      ? citySupervisor
      : countySupervisor
