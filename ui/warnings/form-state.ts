// What stands in the form of a warning at first, and what is asked of the server when it is filled in?

import type { WarningOrder } from '../../contract/devices/warnings.ts'
import type { AlarmRow } from '../../domain/duty/views.ts'
import { fill, type Text } from '../../domain/language/words.ts'
import type { Region } from '../../domain/organisation/regions.ts'
import { type DrawnArea, placeFault } from '../../domain/warning/drawn-area.ts'
import { type EventKindName, eventKinds } from '../../domain/warning/event-kinds.ts'
import type { WarningView } from '../../domain/warning/views.ts'
import type { WarningContent } from '../../domain/warning/warning-content.ts'
import { t } from '../client/words.ts'
import type { Mistake } from '../form/error-summary.tsx'
import { readCorners, writeCorners } from '../map/corners.ts'
import { warningWords as w } from './words.ts'

/** The whole region, around a place, or within corners. */
export type Extent = 'whole' | 'around' | 'drawn'

export type Form = Pick<
  WarningOrder,
  'incident' | 'after' | 'ended' | 'level' | 'kind' | 'response' | 'certainty' | 'exercise'
> & {
  headline: string
  description: string
  instruction: string
  hours: string
  region: string
  extent: Extent
  lon: string
  lat: string
  km: string
  /** One a line, longitude first. */
  corners: string
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
  extent: 'whole',
  lon: '',
  lat: '',
  km: '1',
  corners: '',
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
      extent: 'around',
      lon: String(row.lon ?? ''),
      lat: String(row.lat ?? ''),
      km: String(eventKinds[kind].km),
    },
    fixed: { region: true, exercise: true },
  }
}

export const followed = (one: WarningView, content: WarningContent, ended: boolean): Begun => {
  const { level, kind, response, certainty, region, around, polygon, exercise, description } =
    content
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
      ...(content.unplaced && { extent: 'around' as const, km: String(eventKinds[kind].km) }),
      ...(around && {
        extent: 'around' as const,
        lon: String(around.lon),
        lat: String(around.lat),
        km: String(around.km),
      }),
      ...(polygon && { extent: 'drawn' as const, corners: writeCorners(polygon) }),
    },
    fixed: { region: true, exercise: true },
  }
}

const about = (sentence: Text, what: Text): Text => ({
  zh: fill(sentence, { what: what.zh }).zh,
  en: fill(sentence, { what: what.en }).en,
})

const lacks = (field: string, what: Text): Mistake => ({ field, words: about(w.fill, what) })
const misplaced = (field: string, fault: Text): Mistake => ({
  field,
  words: about(w.wrongArea, fault),
})

const isNumber = (text: string): boolean => text.trim() !== '' && Number.isFinite(Number(text))

/** Null: not all of it is filled in. */
export const areaOf = ({ extent, lon, lat, km, corners }: Form): DrawnArea | null => {
  if (extent === 'whole') return { around: null }
  if (extent === 'drawn') {
    const { corners: polygon, fault } = readCorners(corners)
    return fault ? null : { around: null, polygon }
  }
  return [lon, lat, km].every(isNumber)
    ? { around: { lon: Number(lon), lat: Number(lat), km: Number(km) } }
    : null
}

const areaMistakes = (form: Form): Mistake[] => {
  const { extent, lon, lat, km, region, ended } = form
  const field = extent === 'drawn' ? 'corners' : 'lon'
  const fault = extent === 'drawn' ? readCorners(form.corners).fault : null
  if (fault) return [misplaced(field, fault)]
  const area = areaOf(form)
  if (!area)
    return [
      ...(isNumber(lon) ? [] : [lacks('lon', w.lon)]),
      ...(isNumber(lat) ? [] : [lacks('lat', w.lat)]),
      ...(isNumber(km) ? [] : [lacks('km', w.km)]),
    ]
  const elsewhere = ended ? null : placeFault(area, region)
  return elsewhere ? [misplaced(field, elsewhere)] : []
}

export const mistakesOf = (form: Form): Mistake[] => [
  ...(form.headline.trim() === '' ? [lacks('headline', w.headline)] : []),
  ...(form.description.trim() === '' ? [lacks('description', w.description)] : []),
  ...areaMistakes(form),
]

export const orderFrom = (form: Form, now: number): WarningOrder => {
  const { hours, extent: _, lon: __, lat: ___, km: ____, corners: _____, ...rest } = form
  return {
    ...rest,
    instruction: form.instruction.trim() || null,
    expires: hours === '' ? null : new Date(now + Number(hours) * 3_600_000).toISOString(),
    ...(areaOf(form) ?? { around: null }),
  }
}

export const titleOf = ({ ended, after }: Form): string =>
  t(ended ? w.cancelTitle : after === null ? w.give : w.updateTitle)
