// Which years of the holiday calendar are decreed, which local days differ, and what is each day of a year?
import { Hono } from 'hono'
import { describeRoute } from 'hono-openapi'
import * as v from 'valibot'
import type { CalendarsView, YearView } from '../../contract/change/calendars.ts'
import { calendarBody, calendarQuery } from '../../contract/change/calendars.ts'
import { loadBooks, readInForce } from '../../db/change/books.ts'
import { type InForce, publicationsIn } from '../../domain/change/change.ts'
import { calendarsOf } from '../../domain/change/published.ts'
import { type CalendarSet, dayKind } from '../../domain/time/calendar.ts'
import { addDays } from '../../domain/time/days.ts'
import { civilDate, type Instant } from '../../domain/time/instant.ts'
import type { ApiEnv } from '../http/deps.ts'
import { checked } from '../http/input.ts'
import { regionName } from '../reading/names.ts'
import { propose } from './change-acts.ts'
import type { ChangeDeps } from './changes.ts'

const which = v.object({
  year: v.pipe(
    v.string(),
    v.regex(/^\d{4}$/),
    v.transform(Number),
    v.minValue(1949),
    v.maxValue(2200),
  ),
})

export const createCalendarRoutes = (deps: ChangeDeps) =>
  new Hono<ApiEnv>()
    .get(
      '/',
      describeRoute({
        tags: ['law'],
        summary: 'Decreed years of the holiday calendar, local days, and years still missing',
      }),
      async (c) => c.json(calendarsAt(await readInForce(deps.connection.db), c.get('at'))),
    )
    .get(
      '/:year',
      describeRoute({
        tags: ['law'],
        summary: 'Every day of a year as it is reckoned, everywhere or in one region',
      }),
      checked('param', which),
      checked('query', calendarQuery),
      async (c) =>
        c.json(
          yearOf(
            (await loadBooks(deps.connection.db)).calendars,
            c.req.valid('param').year,
            c.req.valid('query').region || undefined,
          ),
        ),
    )
    .post(
      '/:year',
      describeRoute({
        tags: ['law'],
        summary: 'Propose the notice of one year; another administrator approves it',
      }),
      checked('param', which),
      checked('json', calendarBody),
      async (c) => {
        const { year } = c.req.valid('param')
        const { id, version, preview } = await propose(deps, c, {
          proposed: { kind: 'year', year, ...c.req.valid('json') },
          reason: '',
        })
        return c.json({ proposal: id, year, version, preview }, 201)
      },
    )

const calendarsAt = (all: InForce[], at: Instant): CalendarsView => {
  const inForce = publicationsIn(all)
  const set = calendarsOf(inForce.map(({ publication }) => publication))
  const byYear = new Map(
    inForce.flatMap(({ id, publication }) =>
      publication.kind === 'year' ? [[publication.year, id] as const] : [],
    ),
  )
  const items = Object.entries(set.years).map(([year, { decree, source, off, work }]) => ({
    year: Number(year),
    decree,
    source,
    off: off.length,
    work: work.length,
    imported: byYear.has(Number(year)),
    proposal: byYear.get(Number(year)) ?? null,
  }))
  const overrides = inForce.flatMap(({ id, publication }) => {
    if (publication.kind !== 'override') return []
    const { region, decree, source, name, off, work } = publication
    return [
      {
        proposal: id,
        region: region === null ? null : { code: region, name: regionName(region) },
        decree,
        source,
        name,
        off,
        work,
      },
    ]
  })
  return { version: set.version, items, overrides, missing: missingIn(set, at) }
}

const yearOf = (set: CalendarSet, year: number, region: string | undefined): YearView => {
  const days: YearView['days'] = []
  for (let date = `${year}-01-01`; date <= `${year}-12-31`; date = addDays(date, 1))
    days.push({ date, ...dayKind(set, date, region) })
  const decreed = set.years[year]
  return { year, decree: decreed?.decree ?? null, source: decreed?.source ?? null, days }
}

/** From the first decreed year to the year after this one: as far as periods that run now can reach. */
const missingIn = ({ years }: CalendarSet, at: Instant): number[] => {
  const first = Math.min(...Object.keys(years).map(Number))
  const last = Number(civilDate(at).slice(0, 4)) + 1
  return Array.from({ length: Math.max(0, last - first + 1) }, (_, step) => first + step).filter(
    (year) => !years[year],
  )
}
