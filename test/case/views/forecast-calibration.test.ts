// Does the real end of simulated cases lie within what was forecast, and is the range narrow enough to be of use?
// The offices here were written while the forecast was; those of forecast-busy.test.ts were not.
import { describe } from 'vitest'
import { hazardOffice } from '../../hazard-rectification/office.ts'
import { licenceOffice } from '../../hazchem-licence/office.ts'
import { deep } from '../../support/deep.ts'
import { projectOffice } from '../../three-simultaneities/office.ts'
import { itIsCalibrated, ofHazard, ofLicence, ofProject } from './calibrating.ts'
import { type Lawful, taughtBy, tried } from './forecasting.ts'

const [taught, tested] = [250, 200]
const offices: readonly (readonly [string, typeof hazardOffice, Lawful])[] = [
  ['hazards', hazardOffice, ofHazard],
  ['licences', licenceOffice, ofLicence],
  ['projects', projectOffice, ofProject],
]

describe.runIf(deep).each(offices)(
  `${tested} simulated %s under other seeds than the history`,
  (_, office, lawful) => {
    itIsCalibrated(() => tried(office, taughtBy(office, taught), tested, lawful))
  },
)
