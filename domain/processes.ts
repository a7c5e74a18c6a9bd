// Which processes does the product run?

import { administrativeInspection } from './administrative-inspection/process.ts'
import { alarmEpisode } from './alarm-episode/process.ts'
import { dishonestyListing } from './dishonesty-listing/process.ts'
import { emergencyResponse } from './emergency-response/process.ts'
import { enforcementCase } from './enforcement-case/process.ts'
import { hazardRectification1 } from './hazard-rectification/process@1.ts'
import { hazardRectification } from './hazard-rectification/process.ts'
import { hazchemLicence } from './hazchem-licence/process.ts'
import type { ProcessDefinition } from './model/process.ts'
import { threeSimultaneities } from './three-simultaneities/process.ts'

const current = [
  hazardRectification,
  hazchemLicence,
  threeSimultaneities,
  alarmEpisode,
  emergencyResponse,
  enforcementCase,
  administrativeInspection,
  dishonestyListing,
]

/** New cases start on these. */
export const processes: Record<string, ProcessDefinition> = Object.fromEntries(
  current.map((process) => [process.id, process]),
)

/** Charts that open cases still stand on, beside the current ones. */
const earlier: ProcessDefinition[] = [hazardRectification1]

/** The process as a case's row names it; a case never changes its chart by itself. */
export const processFor = (id: string, version: number): ProcessDefinition | undefined =>
  [...Object.values(processes), ...earlier].find(
    (process) => process.id === id && process.version === version,
  )

/** Every chart of a process, the newest first. */
export const versionsOf = (id: string): ProcessDefinition[] =>
  [...Object.values(processes), ...earlier]
    .filter((process) => process.id === id)
    .sort((one, other) => other.version - one.version)
