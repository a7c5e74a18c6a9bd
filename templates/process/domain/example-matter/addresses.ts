// Which offices and people does this matter concern?
import type { Address } from '../../../../domain/organisation/offices.ts'

export const inspectors = {
  role: 'inspector',
  office: 'enforcement',
  level: 'county',
} as const satisfies Address
export const sectionChief = {
  role: 'section-chief',
  office: 'enforcement',
  level: 'county',
} as const satisfies Address
export const countyLeader = {
  role: 'leader',
  office: 'leadership',
  level: 'county',
} as const satisfies Address
export const enterprise: Address[] = [
  { role: 'enterprise-principal', office: 'enterprise' },
  { role: 'enterprise-safety', office: 'enterprise' },
]
