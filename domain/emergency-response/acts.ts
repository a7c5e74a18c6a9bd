// Which acts can be done about an emergency that has been reported?
import { casualtyActs } from './casualty-acts.ts'
import { commandActs } from './command-acts.ts'
import { drillActs } from './drill/drill-acts.ts'
import { followUpActs } from './follow-up/follow-up-acts.ts'
import { investigationActs } from './follow-up/investigation-acts.ts'
import { joinActs } from './joining/join-acts.ts'
import { liftActs } from './lift-acts.ts'
import { responseActs } from './response-acts.ts'
import { channelActs } from './upwards/channel-acts.ts'
import { informingActs } from './upwards/informing-acts.ts'
import { reportingActs } from './upwards/reporting-acts.ts'
import { unitActs } from './upwards/unit-acts.ts'

export const emergencyActs = {
  ...responseActs,
  ...commandActs,
  ...liftActs,
  ...casualtyActs,
  ...unitActs,
  ...reportingActs,
  ...informingActs,
  ...channelActs,
  ...investigationActs,
  ...followUpActs,
  ...joinActs,
  ...drillActs,
}

export type EmergencyEventType = keyof typeof emergencyActs
