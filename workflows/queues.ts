// On which task queue does a case of a given process live, and under which workflow id?
import { urgentProcesses } from '../domain/urgent.ts'

export const caseQueue = 'anjian-cases'
/** Alarm episodes and emergencies have their own lane, so that no midnight storm delays them. */
export const urgentQueue = 'anjian-cases-urgent'
/** Served by the devices process alone: links to plants are held there. */
export const devicesQueue = 'anjian-devices'

export const queueFor = (process: string): string =>
  urgentProcesses.includes(process) ? urgentQueue : caseQueue

/** `case/<uuid>`; a case that the law reopens goes on as `case/<uuid>/<generation>`. */
export const workflowIdFor = (caseId: string, generation: number): string =>
  generation === 1 ? `case/${caseId}` : `case/${caseId}/${generation}`

/** There is one daily round in the whole product. */
export const dailyRoundId = 'daily-round'

/** One batch for each approved change. */
export const reprojectionIdFor = (proposal: string): string => `reprojection/${proposal}`

/** One supervisor for each feed that we dial. */
export const feedIdFor = (feed: string): string => `feed/${feed}`

/** One calling for each notice that calls. */
export const callIdFor = (effect: string): string => `call/${effect}`
