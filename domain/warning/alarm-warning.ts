// What does an alarm say when it leaves as a warning?
import { instant } from '../case/instant.ts'
import { eventKindOf, eventKinds } from './event-kinds.ts'
import { regionNamed, type SaidWarning } from './given.ts'
import { colours, type Reference, type Warning } from './warning.ts'

/** What of an alarm's row is told; `pointName` and the device stand in `name`. */
export type Told = {
  id: string
  name: string
  kind: string
  condition: string
  region: string
  level: Warning['level']
  text: string
  lon: number | null
  lat: number | null
  raisedAt: string
  stale: boolean
  /** A mark that is missing or unclear counts as made up. */
  synthetic: unknown
}

/**
 * A device alarm only proposes a level, so its warning asks for nobody's evacuation: it is watched (Monitor), and all clear when it has ended.
 */
export const saidOf = (alarm: Told, ended = false): SaidWarning => {
  const { lon, lat, region, name, level } = alarm
  const kind = eventKindOf(alarm)
  const { words, km } = eventKinds[kind]
  const event = `${words.zh}报警`
  const placed = lon !== null && lat !== null
  return {
    ...{ level, kind, event, instruction: null, response: 'Monitor', certainty: alarm.stale ? 'Possible' : 'Observed' },
    ...{ onset: instant(alarm.raisedAt), expires: null, region, around: placed ? { lon, lat, km } : null },
    place: placed ? `${regionNamed(region)} ${name}周边${km}公里` : null,
    headline: ended ? `${name} ${event}解除` : `${name} ${event}（${colours[level].zh}）`,
    description: alarm.text === '' ? `${name} ${event}` : alarm.text,
    exercise: alarm.synthetic !== false,
  }
}

export const readReference = ({ sender, identifier, sent }: { sender: string; identifier: string; sent: string }): Reference => ({
  sender,
  identifier,
  sent: new Date(sent),
})
