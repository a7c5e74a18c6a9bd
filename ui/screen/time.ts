// What time is it for the city, and how is a date written?
import { createSignal } from 'solid-js'
import { civilDate, type Instant } from '../../domain/time/instant.ts'
import { locale } from '../client/words.ts'

const [offset, setOffset] = createSignal(0)
const [tick, setTick] = createSignal(Date.now())
setInterval(() => setTick(Date.now()), 60_000)

/** Learns the server's clock, which in the laboratory may stand months away. */
export const learnNow = (now: Instant) => {
  setOffset(Date.parse(now) - Date.now())
  setTick(Date.now())
}

/** The server's time in ms, moving once a minute. */
export const now = () => tick() + offset()

/** The same at a moment of the browser's clock, for what counts seconds. */
export const cityTime = (at: number) => at + offset()

export const today = () => civilDate(new Date(now()).toISOString())

const zone = 'Asia/Shanghai'
const language = () => (locale() === 'zh' ? 'zh-CN' : 'en-GB')
const made = new Map<string, Intl.DateTimeFormat>()

const format = (options: Intl.DateTimeFormatOptions) => {
  const key = language() + JSON.stringify(options)
  const known = made.get(key) ?? new Intl.DateTimeFormat(language(), { timeZone: zone, ...options })
  made.set(key, known)
  return known
}

const thisYear = (date: Date) => civilDate(date.toISOString()).slice(0, 4) === today().slice(0, 4)

/** A civil date ('2026-04-08'): month and day with the weekday, or with the year when it is another one. */
export const showDate = (date: string) => {
  const moment = new Date(`${date.slice(0, 10)}T12:00:00+08:00`)
  return format({
    month: locale() === 'zh' ? 'long' : 'short',
    day: 'numeric',
    ...(thisYear(moment) ? { weekday: 'short' } : { year: 'numeric' }),
  }).format(moment)
}

export const showDateShort = (date: string) => {
  const moment = new Date(`${date.slice(0, 10)}T12:00:00+08:00`)
  return format({
    month: locale() === 'zh' ? 'long' : 'short',
    day: 'numeric',
    ...(thisYear(moment) ? {} : { year: 'numeric' }),
  }).format(moment)
}

/** Day of an instant for headings. */
export const showDay = (at: Instant) => showDate(civilDate(at))

export const showTime = (at: Instant) =>
  format({ hour: '2-digit', minute: '2-digit', hour12: false }).format(new Date(at))

export const showMoment = (at: Instant) => `${showDateShort(civilDate(at))} ${showTime(at)}`

/** The moment a period ends: midnight is 24:00 of the day that is over (民法典 203), not 00:00 of the next. */
export const showEndMoment = (at: Instant) =>
  at.slice(11, 16) === '16:00'
    ? `${showDateShort(civilDate(new Date(Date.parse(at) - 1).toISOString()))} 24:00`
    : showMoment(at)

type Period = { startedAt: Instant; due: string; dueAt: Instant }
/** A period that is over within a day says nothing by its day. */
const isShort = ({ startedAt, dueAt }: Period) =>
  Date.parse(dueAt) - Date.parse(startedAt) < 86_400_000

/** The end of a period: its day, or of a short one the very minute. */
export const showEnd = (period: Period) =>
  isShort(period) ? showEndMoment(period.dueAt) : showDateShort(period.due)

/** A level of a period's escalation policy, as precise as the period. */
export const showEscalationLevel = (period: Period, at: Instant) =>
  isShort(period) ? showMoment(at) : showDateShort(civilDate(at))

/** A full stamp for records and print: 2026-04-08 10:32. */
export const showStamp = (at: Instant) => `${civilDate(at)} ${showTime(at)}`
