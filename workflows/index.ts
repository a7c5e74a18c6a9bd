// Which workflow types does a worker offer? Every exported function becomes one.

export { administrativeInspection } from './administrative-inspection.ts'
export { alarmEpisode } from './alarm-episode.ts'
export { callPeople } from './call-people.ts'
export { dailyRound } from './daily-round.ts'
export { dishonestyListing } from './dishonesty-listing.ts'
export { emergencyResponse } from './emergency-response.ts'
export { enforcementCase } from './enforcement-case.ts'
export { feed } from './feed.ts'
export { hazardRectification } from './hazard-rectification.ts'
export { hazchemLicence } from './hazchem-licence.ts'
export { reprojection } from './reprojection.ts'
export { threeSimultaneities } from './three-simultaneities.ts'
