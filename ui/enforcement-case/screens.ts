// What does this process add to the generic screens? One piece, because many small ones cost more in names than they hold.
import type { Screens } from '../list/additions.ts'
import { Elsewhere, Evidence, elsewhere, ForParty, steps } from './detail.tsx'
import { quickFilters } from './list.tsx'
import { Before, enterpriseField } from './report.tsx'

export const screens: Screens = {
  detail: { Evidence, steps, elsewhere, Elsewhere, ForParty },
  list: { quickFilters },
  guide: { Before, enterpriseField },
}
