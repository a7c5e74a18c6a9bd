// Which offices and people does a listing concern? Whoever has punished decides: the bureau of the place of the case.
import type { Address } from '../organisation/offices.ts'

export const sectionChief = {
  role: 'section-chief',
  office: 'enforcement',
  level: 'county',
} as const satisfies Address
