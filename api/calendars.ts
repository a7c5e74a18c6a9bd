// Which years of the holiday calendar are decreed, and how does the notice of a further one come in?
import { Hono } from 'hono'
import { describeRoute } from 'hono-openapi'
import * as v from 'valibot'
import { type ImportedYear, keepYear, loadCalendars, readImportedYears } from '../db/calendars.ts'
import type { CalendarSet } from '../domain/calendar/calendar.ts'
import { withYear } from '../domain/calendar/imports.ts'
import { DomainError } from '../domain/case/errors.ts'
import { civilDate, type Instant } from '../domain/case/instant.ts'
import type { CalendarsView } from '../domain/case/views.ts'
import { text } from '../domain/case/words.ts'
import { isAdministrator } from '../domain/organisation/policy.ts'
import type { ApiEnv, Deps } from './deps.ts'
import { checked } from './input.ts'
import { reprojectCases } from './reprojection.ts'

const line = (max: number) => v.pipe(v.string(), v.trim(), v.minLength(1), v.maxLength(max))
const days = (max: number) => v.pipe(v.array(v.pipe(v.string(), v.isoDate())), v.maxLength(max))
const notice = v.strictObject({ decree: line(200), source: line(500), off: days(366), work: days(366) })
const which = v.object({ year: v.pipe(v.string(), v.regex(/^\d{4}$/), v.transform(Number)) })

type CalendarDeps = Pick<Deps, 'connection' | 'cases' | 'log'>

export const createCalendarRoutes = (deps: CalendarDeps) =>
  new Hono<ApiEnv>()
    .get('/', describeRoute({ tags: ['law'], summary: 'Decreed years of the holiday calendar, and those still missing' }), async (c) =>
      c.json(await calendarsAt(deps, c.get('at'))),
    )
    .post(
      '/:year',
      describeRoute({ tags: ['law'], summary: 'Import the notice of one year; administrators only' }),
      checked('param', which),
      checked('json', notice),
      async (c) => {
        const { actor, at } = c.var
        if (actor.kind !== 'person' || !isAdministrator(actor)) {
          throw new DomainError('not-allowed', [text('节假日安排由系统管理员导入', 'Administrators import calendars')])
        }
        const row = { ...c.req.valid('param'), ...c.req.valid('json'), importedBy: actor.id, importedAt: at }
        const imported = await importYear(deps, row)
        return c.json({ ...imported, reckoned: await reprojectCases(deps, imported.version, at) }, 201)
      },
    )

/** Checked against the calendars in force and stored; what is already running is reckoned again by the cases themselves. */
const importYear = ({ connection }: Pick<Deps, 'connection'>, row: ImportedYear) =>
  connection.db.transaction(async (tx) => {
    withYear(await loadCalendars(tx), row.year, row)
    await keepYear(tx, row)
    return { year: row.year, version: (await loadCalendars(tx)).version }
  })

const calendarsAt = async ({ connection }: Pick<Deps, 'connection'>, at: Instant): Promise<CalendarsView> => {
  const [set, rows] = [await loadCalendars(connection.db), await readImportedYears(connection.db)]
  const imported = new Set(rows.map(({ year }) => year))
  const items = Object.entries(set.years).map(([year, { decree, source, off, work }]) => ({
    ...{ year: Number(year), decree, source, off: off.length, work: work.length },
    imported: imported.has(Number(year)),
  }))
  return { version: set.version, items, missing: missingIn(set, at) }
}

/** From the first decreed year to the year after this one: as far as periods that run now can reach. */
const missingIn = ({ years }: CalendarSet, at: Instant): number[] => {
  const first = Math.min(...Object.keys(years).map(Number))
  const last = Number(civilDate(at).slice(0, 4)) + 1
  return Array.from({ length: Math.max(0, last - first + 1) }, (_, step) => first + step).filter((year) => !years[year])
}
