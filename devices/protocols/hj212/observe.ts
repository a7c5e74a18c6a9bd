// What does a message of HJ 212 make known?

import { look } from '../../frames/look.ts'
import type { Condition, Document, Flag, Observation, Quality, Reading } from '../../port/port.ts'
import { type Factor, factors, formerCodes } from './codes.ts'
import type { Dialect } from './dialect.ts'
import { clean, dataOf, flagOf, headerOf, type Item, type Message } from './message.ts'
import { momentOf } from './time.ts'
import { both, commands, signWords } from './words.ts'

export type Circumstances = {
  device: string
  dialect: Dialect
  /** The message, by a key that a resend has too. */
  message: string
  /** DataTime by our clock: start of the period, or the instant itself. */
  dataTime: Date
  /** By how much other moments of the message are to be moved, ms. */
  shift: number
  flags: Flag[]
}

export type Observed = {
  observations: Observation[]
  /** Codes and fields that no table knows: kept as they are where they are values, and counted. */
  unknown: string[]
}

const VALUES = /^(Zs)?(Rtd|Min|Avg|Max|Cou)$/
/** Means of minutes, an hour and a day may begin at the same moment: each is a point of its own, and the hour's has the plain name. */
const PERIODS: Readonly<Record<number, string>> = { 300: '-5min', 600: '-minute', 86400: '-day' }
const MARKS = /^(Flag|ZsFlag|EFlag|SampleTime)$/
const WEEK = 7 * 86_400_000

/** Readings, states and signs of one message; exceedance is not judged here, for since 2017 stations tell none. */
export const observe = (message: Message, about: Circumstances): Observed => {
  const command = headerOf(message, 'CN') ?? ''
  if (command === '2021' || command === '2041') return facilities(message, about)
  if (command === '2081') return only(boot(message, about))
  if (command === '3015') return only(document('kept-sample', '', message.groups.flat(), about))
  if (command === '3019')
    return only(
      document('instrument', dataOf(message, 'PolId') ?? '', message.groups.flat(), about),
    )
  if (command === '3020') return only(...fieldInformation(message, about))
  if (/^20[1-6]|^2111/.test(command) && look(commands, command)?.kind === 'data')
    return readings(message, about)
  // What has been acknowledged must be found again, even if nobody reads it yet.
  return look(commands, command)?.kind === 'data'
    ? only(document('field-data', command, message.groups.flat(), about))
    : only()
}

const only = (...observations: Observation[]): Observed => ({ observations, unknown: [] })
const iso = (moment: Date): string => moment.toISOString()
const momentOfInstant = (about: Circumstances): string => iso(about.dataTime)

const shifted = (written: string | undefined, { shift }: Circumstances): Date | null => {
  const moment = momentOf(written ?? '')
  return moment && new Date(moment.getTime() + shift)
}

const todaysCode = (own: string, dialect: Dialect): string =>
  look(dialect.codes, own) ?? look(formerCodes, own) ?? own

/** What was said of one code: its values by suffix. */
type Bag = { code: string; values: Map<string, string>; suspect: boolean }

function bags(message: Message, dialect: Dialect): Map<string, Bag> {
  const found = new Map<string, Bag>()
  for (const [key, value] of message.groups.flat()) {
    const cut = key.lastIndexOf('-')
    if (cut < 1) continue
    const own = key.slice(0, cut)
    const code = todaysCode(own, dialect)
    const bag = found.get(code) ?? { code, values: new Map(), suspect: false }
    found.set(code, bag)
    // The first wins; that it was there twice makes both doubtful.
    if (bag.values.has(key.slice(cut + 1))) bag.suspect = true
    else bag.values.set(key.slice(cut + 1), value)
  }
  return found
}

function readings(message: Message, about: Circumstances): Observed {
  const version = flagOf(message)?.version ?? 0
  const period = PERIODS[look(commands, headerOf(message, 'CN'))?.period ?? 0] ?? ''
  const observations: Observation[] = []
  const unknown: string[] = []
  for (const bag of bags(message, about.dialect).values()) {
    if (!look(factors, bag.code)) unknown.push(bag.code)
    for (const [suffix, written] of bag.values) {
      if (VALUES.test(suffix)) {
        const reading = readingOf(bag, suffix, written, version, about)
        observations.push({ ...reading, point: `${reading.point}${period}` })
      } else if (!MARKS.test(suffix)) unknown.push(`${bag.code}-${suffix}`)
    }
  }
  return { observations, unknown }
}

function readingOf(
  bag: Bag,
  suffix: string,
  written: string,
  version: number,
  about: Circumstances,
): Reading {
  const factor = look(factors, bag.code)
  const value = numberOf(
    written,
    suffix === 'Cou' ? 1 : (look(about.dialect.factors, bag.code) ?? 1),
  )
  const mark = bag.values.get(suffix.startsWith('Zs') ? 'ZsFlag' : 'Flag') ?? bag.values.get('Flag')
  const isBad = value === null || bag.suspect || !isPossible(value, suffix, factor)
  return {
    kind: 'reading',
    device: about.device,
    point: `${bag.code}-${suffix}`,
    at: sampledAt(bag, about),
    value,
    unit: (suffix === 'Cou' ? factor?.sumUnit : factor?.unit) ?? null,
    quality: isBad ? 'bad' : qualityOf(mark, version),
    flags: about.flags,
    message: about.message,
  }
}

/** Null: `--`, NaN, nothing, an exponent, or so many digits that it is none of an instrument. */
function numberOf(written: string, factor: number): number | null {
  if (!/^-?\d{1,12}(\.\d{1,8})?$/.test(written)) return null
  return factor === 1 ? Number(written) : Number((Number(written) * factor).toPrecision(12))
}

function isPossible(value: number, suffix: string, factor: Factor | undefined): boolean {
  if (suffix === 'Cou') return value >= 0
  return !factor || (value >= factor.least && value <= factor.most)
}

/** Only N is good. In 2005 the mark could be left out; since 2017 its absence says nothing good. */
function qualityOf(mark: string | undefined, version: number): Quality {
  if (mark === undefined) return version === 0 ? 'good' : 'bad'
  const known: Record<string, Quality> = {
    N: 'good',
    F: 'stale',
    M: 'calib',
    S: 'manual',
    D: 'bad',
    C: 'calib',
    T: 'over',
    B: 'stale',
  }
  return look(known, mark) ?? 'bad'
}

// An analyser of two hours' pace says when it took the sample; a time of another week is none.
function sampledAt(bag: Bag, about: Circumstances): string {
  const sampled = shifted(bag.values.get('SampleTime'), about)
  const late = sampled ? about.dataTime.getTime() - sampled.getTime() : -1
  return sampled && late >= 0 && late < WEEK ? iso(sampled) : momentOfInstant(about)
}

function facilities(message: Message, about: Circumstances): Observed {
  const observations: Observation[] = []
  const unknown: string[] = []
  for (const { code, values, suspect } of bags(message, about.dialect).values()) {
    for (const [suffix, written] of values) {
      const value = numberOf(written, 1)
      if (suffix === 'RS') observations.push(...runningState(code, value, suspect, about))
      else if (suffix === 'RT')
        observations.push(stateOf(code, 'RT', value, isWithin(value, 24) && !suspect, about))
      else unknown.push(`${code}-${suffix}`)
    }
  }
  return { observations, unknown }
}

function isWithin(value: number | null, most: number): boolean {
  return value !== null && value >= 0 && value <= most
}

function runningState(
  code: string,
  value: number | null,
  suspect: boolean,
  about: Circumstances,
): Observation[] {
  const known = isWithin(value, 5) && Number.isInteger(value) && !suspect
  const state = stateOf(code, 'RS', value, known, about)
  return known
    ? [state, alarm(code, 'facility-alarm', value === 4, both(signWords.facilityAlarm), about)]
    : [state]
}

function stateOf(
  code: string,
  suffix: string,
  value: number | null,
  known: boolean,
  about: Circumstances,
): Reading {
  return {
    kind: 'reading',
    device: about.device,
    point: `${code}-${suffix}`,
    at: momentOfInstant(about),
    value,
    unit: suffix === 'RT' ? 'h' : null,
    quality: known ? 'good' : 'bad',
    flags: about.flags,
    message: about.message,
  }
}

function alarm(
  point: string,
  condition: string,
  active: boolean,
  words: string,
  about: Circumstances,
): Condition {
  return {
    kind: 'condition',
    device: about.device,
    point,
    condition,
    active,
    level: 4,
    severity: null,
    limit: null,
    value: null,
    text: words,
    at: momentOfInstant(about),
    event: `${about.message}/${point}/${condition}`,
    flags: about.flags,
  }
}

// PolId says of which instrument the items behind it speak; there may be several.
function fieldInformation(message: Message, about: Circumstances): Observation[] {
  const parts = new Map<string, Item[]>()
  let instrument = ''
  for (const [key, value] of message.groups.flat()) {
    if (key === 'DataTime') continue
    if (key === 'PolId') instrument = todaysCode(value, about.dialect)
    else parts.set(instrument, [...(parts.get(instrument) ?? []), [key, value]])
  }
  return [...parts].flatMap(([name, items]) => {
    const stated = items.find(([key]) => key === 'i12003-Info')?.[1]
    const analyser =
      stated !== undefined && /^\d{1,3}$/.test(stated) ? [analyserAlarm(name, stated, about)] : []
    return [document('field-information', name, items, about), ...analyser]
  })
}

function analyserAlarm(point: string, stated: string, about: Circumstances): Condition {
  return {
    ...alarm(point, 'analyser-alarm', Number(stated) !== 0, both(signWords.analyserAlarm), about),
    severity: Number(stated),
  }
}

function document(name: string, key: string, items: Item[], about: Circumstances): Document {
  const body = Object.fromEntries(items.map(([one, value]) => [one, clean(value)]))
  return {
    kind: 'document',
    device: about.device,
    document: name,
    key,
    at: momentOfInstant(about),
    body,
    flags: about.flags,
  }
}

function boot(message: Message, about: Circumstances): Observation {
  const restarted = shifted(dataOf(message, 'RestartTime'), about)
  const at = restarted ? iso(restarted) : momentOfInstant(about)
  return {
    kind: 'sign',
    device: about.device,
    sign: 'boot',
    text: both(signWords.boot),
    at,
    flags: about.flags,
  }
}
