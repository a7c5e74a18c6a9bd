// What does this process add to the generic screens? One piece, because many small ones cost more in names than they hold.
import type { Screens } from '../list/additions.ts'
import { Evidence, steps } from './detail.tsx'
import { quickFilters } from './list.tsx'
import { Before, enterpriseField, Instead } from './report.tsx'

export const screens: Screens = {
  detail: { Evidence, steps },
  list: { quickFilters },
  guide: { Before, Instead, enterpriseField },
}
