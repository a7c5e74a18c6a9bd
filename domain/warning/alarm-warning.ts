// What does an alarm say when it leaves as a warning?
import { instant } from '../time/instant.ts'
import { eventKindOf, eventKinds } from './event-kinds.ts'
import { colours, type Reference, type Warning } from './warning.ts'
import { regionNamed, type WarningContent } from './warning-content.ts'

/** What of an alarm's row goes into a warning; `pointName` and the device stand in `name`. */
export type WarnedAlarm = {
  id: string
  name: string
  kind: string
  condition: string
  region: string
  level: Warning['level']
  text: string
  lon: number | null
  lat: number | null
  /** Where the unit is, by what else of it is registered; null: nobody knows. */
  unit: { name: string; lon: number; lat: number } | null
  raisedAt: string
  stale: boolean
  /** A mark that is missing or unclear counts as made up. */
  synthetic: unknown
}

/**
 * A device alarm only proposes a level, so its warning asks for nobody's evacuation: it is watched (Monitor), and all clear when it has ended.
 * Without a place of its own it holds around its unit; without that it names what rang and warns no district.
 */
export const alarmWarningContent = (alarm: WarnedAlarm, ended = false): WarningContent => {
  const { region, name, level } = alarm
  const kind = eventKindOf(alarm)
  const { words, km } = eventKinds[kind]
  const event = `${words.zh}报警`
  const { around, by } = placeOf(alarm, km)
  return {
    level,
    kind,
    event,
    instruction: null,
    response: 'Monitor',
    certainty: alarm.stale ? 'Possible' : 'Observed',
    onset: instant(alarm.raisedAt),
    expires: null,
    region,
    around,
    place: around
      ? `${regionNamed(region)} ${by}周边${km}公里`
      : `${regionNamed(region)} ${name}（位置未登记）`,
    ...(around ? {} : { unplaced: true as const }),
    headline: ended ? `${name} ${event}解除` : `${name} ${event}（${colours[level].zh}）`,
    description: alarm.text === '' ? `${name} ${event}` : alarm.text,
    exercise: alarm.synthetic !== false,
  }
}

const placeOf = ({ lon, lat, unit, name }: WarnedAlarm, km: number) => {
  if (lon !== null && lat !== null) return { around: { lon, lat, km }, by: name }
  return unit === null
    ? { around: null, by: name }
    : { around: { lon: unit.lon, lat: unit.lat, km }, by: unit.name }
}

export const readReference = ({
  sender,
  identifier,
  sent,
}: {
  sender: string
  identifier: string
  sent: string
}): Reference => ({
  sender,
  identifier,
  sent: new Date(sent),
})
