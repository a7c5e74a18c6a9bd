// Does the forecast hold in offices that it was not made for, where cases wait for each other?
// How it was done: these offices (piles, days of the week, seasons, leave, returns) were written without a look at what is forecast there; their
// hours were raised once, for in the first run half of the cases missed the law. Under seed 1 the forecast was improved: the narrowest range
// instead of equal tails, cases told apart by what was said at the beginning, the latest first. Seed 2 was tried once, when that was done.
// It gave, held and median width: licences 0.93 and 0.63, hazards 0.92 and 0.68, projects 0.89 and 0.67. So nine in ten hold here too, but in
// two thirds of the legal period and not in half of it: how long a pile will be, and how soon an enterprise is done, the past does not say.
import { describe } from 'vitest'
import { busyHazards } from '../../hazard-rectification/busy-office.ts'
import { busyLicences } from '../../hazchem-licence/busy-office.ts'
import { deep } from '../../support/deep.ts'
import { busyProjects } from '../../three-simultaneities/busy-office.ts'
import { itIsCalibrated, ofHazard, ofLicence, ofProject } from './calibrating.ts'
import { triedIn } from './forecasting.ts'

const seed = 2
/** Projects are reviewed twice or more. */
const bureaus = [
  ['licences', 200, busyLicences, ofLicence],
  ['hazards', 200, busyHazards, ofHazard],
  ['projects', 110, busyProjects, ofProject],
] as const

/** Half a minute: only in the deep run. */

describe.runIf(deep).each(bureaus)(
  '%s of a busy office, %i of them',
  (_, tested, bureau, lawful) => {
    itIsCalibrated(() => triedIn(bureau, seed, tested, lawful), { held: 0.88, widest: 0.7 })
  },
)
