// What is a point called that no register names, because it is the device itself or all of a site?
import { type Text, text } from '../language/words.ts'

/** Of the standards’ devices, and of alarms that no single point tells (`line`: of a feed; `site`: of a flood). */
export const pointWords: Readonly<Record<string, Text>> = {
  transmitter: text('用户信息传输装置', 'The transmitter itself'),
  terminal: text('车载终端', 'Terminal of the vehicle'),
  station: text('遥测站', 'The station itself'),
  platform: text('企业平台', 'The platform itself'),
  car: text('轿厢', 'Lift car'),
  line: text('接入线路', 'The line itself'),
  site: text('多个测点', 'Several points'),
}
