// What stands in the form of a warning at first, and what is asked of the server when it is filled in?

import type { WarningOrder } from '../../contract/devices/warnings.ts'
import type { AlarmRow } from '../../domain/duty/views.ts'
import { fill, type Text } from '../../domain/language/words.ts'
import type { Region } from '../../domain/organisation/regions.ts'
import { type EventKindName, eventKinds } from '../../domain/warning/event-kinds.ts'
import type { WarningView } from '../../domain/warning/views.ts'
import type { WarningContent } from '../../domain/warning/warning-content.ts'
import { t } from '../client/words.ts'
import type { Mistake } from '../form/error-summary.tsx'
import { warningWords as w } from './words.ts'

export type Form = Pick<
  WarningOrder,
  'incident' | 'after' | 'ended' | 'level' | 'kind' | 'response' | 'certainty' | 'exercise'
> & {
  headline: string
  description: string
  instruction: string
  hours: string
  region: string
  placed: boolean
  lon: string
  lat: string
  km: string
}

/** `fixed`: what the incident has settled already. */
export type Begun = { form: Form; fixed: { region: boolean; exercise: boolean } }

const blank: Form = {
  incident: null,
  after: null,
  ended: false,
  level: 3,
  kind: 'safety',
  response: 'Monitor',
  certainty: 'Likely',
  exercise: false,
  headline: '',
  description: '',
  instruction: '',
  hours: '',
  region: '',
  placed: false,
  lon: '',
  lat: '',
  km: '1',
}

export const blankForm = (regions: Region[]): Begun => ({
  form: { ...blank, region: regions[0] ?? '' },
  fixed: { region: false, exercise: false },
})

const kindOf = (kind: string): EventKindName =>
  Object.hasOwn(eventKinds, kind) ? (kind as EventKindName) : 'safety'

export const ofAlarm = (row: AlarmRow): Begun => {
  const kind = kindOf(row.kind)
  return {
    form: {
      ...blank,
      incident: row.id,
      level: row.level,
      kind,
      certainty: row.stale ? 'Possible' : 'Observed',
      region: row.regionCode,
      headline: `${row.name} ${eventKinds[kind].words.zh}`,
      description: row.text,
      exercise: row.synthetic,
      // Without coordinates somebody fills them in, or says that the whole region is meant.
      placed: true,
      lon: String(row.lon ?? ''),
      lat: String(row.lat ?? ''),
      km: String(eventKinds[kind].km),
    },
    fixed: { region: true, exercise: true },
  }
}

export const followed = (one: WarningView, content: WarningContent, ended: boolean): Begun => {
  const { level, kind, response, certainty, region, around, exercise, description } = content
  const headline = ended
    ? fill(w.endedHeadline, { headline: content.headline }).zh
    : content.headline
  return {
    form: {
      ...blank,
      incident: one.incident,
      after: one.identifier,
      ended,
      level,
      kind,
      response,
      certainty,
      exercise,
      region,
      headline,
      description,
      instruction: content.instruction ?? '',
      ...(content.unplaced && { placed: true, km: String(eventKinds[kind].km) }),
      ...(around && {
        placed: true,
        lon: String(around.lon),
        lat: String(around.lat),
        km: String(around.km),
      }),
    },
    fixed: { region: true, exercise: true },
  }
}

const lacks = (field: string, what: Text): Mistake => ({
  field,
  words: { zh: fill(w.fill, { what: what.zh }).zh, en: fill(w.fill, { what: what.en }).en },
})

const isNumber = (text: string): boolean => text.trim() !== '' && Number.isFinite(Number(text))

export const mistakesOf = ({ headline, description, placed, lon, lat, km }: Form): Mistake[] => [
  ...(headline.trim() === '' ? [lacks('headline', w.headline)] : []),
  ...(description.trim() === '' ? [lacks('description', w.description)] : []),
  ...(placed && !isNumber(lon) ? [lacks('lon', w.lon)] : []),
  ...(placed && !isNumber(lat) ? [lacks('lat', w.lat)] : []),
  ...(placed && !isNumber(km) ? [lacks('km', w.km)] : []),
]

export const orderFrom = (
  { hours, placed, lon, lat, km, instruction, ...form }: Form,
  now: number,
): WarningOrder => ({
  ...form,
  instruction: instruction.trim() || null,
  expires: hours === '' ? null : new Date(now + Number(hours) * 3_600_000).toISOString(),
  around: placed ? { lon: Number(lon), lat: Number(lat), km: Number(km) } : null,
})

export const titleOf = ({ ended, after }: Form): string =>
  t(ended ? w.cancelTitle : after === null ? w.give : w.updateTitle)
