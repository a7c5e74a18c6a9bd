// Which offices and people does an inspection concern? `county` is the inspecting authority itself: the city where the case lies there.
import { countyLeader } from '../../organisation/addresses.ts'
import type { Address } from '../../organisation/offices.ts'

export const cityInspectors = {
  role: 'inspector',
  office: 'enforcement',
  level: 'city',
} as const satisfies Address
export const sectionChief = {
  role: 'section-chief',
  office: 'enforcement',
  level: 'county',
} as const satisfies Address
export const leader = countyLeader
