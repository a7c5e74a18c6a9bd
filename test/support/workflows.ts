// The workflow types of the product, and the toy counter beside them.
import { type CaseInput, caseLoop } from '../../workflows/case-loop.ts'

export { alarmEpisode } from '../../workflows/alarm-episode.ts'
export { dailyRound } from '../../workflows/daily-round.ts'
export { feed } from '../../workflows/feed.ts'
export { hazardRectification } from '../../workflows/hazard-rectification.ts'
export { hazchemLicence } from '../../workflows/hazchem-licence.ts'
export { reprojection } from '../../workflows/reprojection.ts'
export { threeSimultaneities } from '../../workflows/three-simultaneities.ts'

export async function counter(input: CaseInput): Promise<void> {
  await caseLoop(input)
}
