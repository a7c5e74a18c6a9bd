// What does an alarm say when it leaves as a warning?
import type { Level } from '../port.ts'
import { type Area, around, district } from './area.ts'
import { districts } from './districts.ts'
import { identifierOf, type Office } from './identifier.ts'
import { colours, originOf, type Reference, type Warning } from './warning.ts'

export type Sender = Office & { sender: string; name: string }

/** What of an alarm's row is told; `pointName` and the device stand in `name`. */
export type Told = {
  id: string
  name: string
  kind: string
  condition: string
  region: string
  level: Level
  text: string
  lon: number | null
  lat: number | null
  raisedAt: string
  stale: boolean
  synthetic: boolean
}

type Event = Pick<Warning, 'category' | 'event'> & { km: number }

/** By what the condition is, else by what its point measures; `km`: how far around it holds until somebody has judged it. */
const events: Record<string, Event> = {
  fire: { category: 'Fire', event: '火灾报警', km: 0.3 },
  gas: { category: 'CBRNE', event: '可燃或有毒气体报警', km: 0.5 },
  trapped: { category: 'Rescue', event: '人员被困报警', km: 0.1 },
  emergency: { category: 'Rescue', event: '紧急求助报警', km: 0.2 },
  pollution: { category: 'Env', event: '污染物超标报警', km: 0.5 },
  'water-level': { category: 'Infra', event: '水位超限报警', km: 2 },
  position: { category: 'Transport', event: '危险货物运输报警', km: 0.5 },
}
const others: Event = { category: 'Safety', event: '设备安全报警', km: 0.2 }

const urgencies = { 1: 'Immediate', 2: 'Immediate', 3: 'Expected', 4: 'Future' } as const

/**
 * A device alarm only proposes a level, so its warning asks for nobody's evacuation: it is watched (Monitor), and all clear when it has ended.
 * The number is the sender's own for that second.
 */
export const warningOf = (
  alarm: Told,
  { from, at, number, course }: { from: Sender; at: Date; number: number; course: Warning['course'] },
): Warning => {
  const { category, event, km } = events[alarm.condition] ?? events[alarm.kind] ?? others
  const ended = course.type === 'Cancel'
  const colour = colours[alarm.level].zh
  return {
    ...{ identifier: identifierOf(from, at, number), sender: from.sender, sent: at, origin: originOf(alarm.synthetic, 'Actual') },
    ...{ scope: { scope: 'Restricted', restriction: '仅供接收单位应急处置使用，不向社会公布' }, course, incident: alarm.id },
    ...{ level: alarm.level, category, event, eventCode: null, responses: [ended ? 'AllClear' : 'Monitor'] },
    ...{ urgency: ended ? 'Past' : urgencies[alarm.level], certainty: alarm.stale ? 'Possible' : 'Observed' },
    ...{ onset: new Date(alarm.raisedAt), expires: null, senderName: from.name },
    headline: ended ? `${alarm.name} ${event}解除` : `${alarm.name} ${event}（${colour}）`,
    ...{ description: alarm.text === '' ? `${alarm.name} ${event}` : alarm.text, instruction: null, areas: [areaOf(alarm, km)] },
  }
}

const areaOf = ({ lon, lat, region, name }: Told, km: number): Area => {
  const where = districts.get(region)?.name ?? region
  return lon === null || lat === null ? district(region, where) : around([lon, lat], km, `${where} ${name}周边${km}公里`, region)
}

export const readReference = ({ sender, identifier, sent }: { sender: string; identifier: string; sent: string }): Reference => ({
  sender,
  identifier,
  sent: new Date(sent),
})
