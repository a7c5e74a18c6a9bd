// Which acts can be done about an alarm that has begun, by people, devices and the clock?
import { dutyActs } from './duty.ts'
import { endingActs } from './ending.ts'
import { reportActs } from './reports.ts'

export const alarmActs = { ...dutyActs, ...endingActs, ...reportActs }

export type AlarmEventType = keyof typeof alarmActs
