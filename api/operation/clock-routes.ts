// What time is it for the law, and who may move it?
import { Hono } from 'hono'
import { describeRoute } from 'hono-openapi'
import { clockBody } from '../../contract/operation/operation.ts'
import { DomainError } from '../../domain/language/errors.ts'
import { text } from '../../domain/language/words.ts'
import { isStaff } from '../../domain/organisation/policy.ts'
import { type Instant, instant, later } from '../../domain/time/instant.ts'
import type { ApiEnv, Deps } from '../http/deps.ts'
import { checked, invalid } from '../http/input.ts'
import { createLaboratory } from './laboratory.ts'

export const createClockRoutes = (deps: Deps) => {
  const laboratory = createLaboratory(deps)
  const { settings, clock } = deps
  return new Hono<ApiEnv>()
    .get(
      '/',
      describeRoute({ tags: ['clock'], summary: 'The legal time, and when the next case wakes' }),
      async (c) => {
        const staff = isStaff(c.get('actor'))
        const next = staff ? await laboratory.next() : null
        return c.json({
          now: await clock.now(),
          laboratory: settings.laboratory,
          next,
          move: staff ? laboratory.move() : null,
        })
      },
    )
    .post(
      '/',
      describeRoute({
        tags: ['clock'],
        summary: 'Move the clock of the laboratory by a period such as P5D, PT2H, P1W',
      }),
      checked('json', clockBody),
      async (c) => {
        if (!settings.laboratory) throw new DomainError('laboratory-only')
        if (!isStaff(c.get('actor')))
          throw new DomainError('not-allowed', [
            text('时钟由主管部门人员拨动', 'People of the authorities move the clock'),
          ])
        const period = periodOf(c.req.valid('json').advance)
        return c.json(await laboratory.advance((from) => laterBy(from, period)))
      },
    )
}

export type Period = { years: number; months: number; days: number; ms: number }

const pattern =
  /^P(?:(\d{1,3})Y)?(?:(\d{1,3})M)?(?:(\d{1,3})W)?(?:(\d{1,4})D)?(?:T(?=\d)(?:(\d{1,5})H)?(?:(\d{1,6})M)?(?:(\d{1,8})S)?)?$/

/** An ISO 8601 period of more than nothing. */
export const periodOf = (written: string): Period => {
  const found = pattern.exec(written)
  const [years = 0, months = 0, weeks = 0, days = 0, hours = 0, minutes = 0, seconds = 0] = (
    found ?? []
  )
    .slice(1)
    .map((part) => Number(part ?? 0))
  const period = {
    years,
    months,
    days: weeks * 7 + days,
    ms: ((hours * 60 + minutes) * 60 + seconds) * 1_000,
  }
  if (!found || Object.values(period).every((part) => part === 0)) {
    throw invalid([
      { path: 'advance', message: 'must be an ISO 8601 period such as P5D, PT2H or P1W' },
    ])
  }
  return period
}

/** Technical time, not a legal period: the laboratory moves by it, no due date is ever counted so. At most two years at once. */
const laterBy = (from: Instant, { years, months, days, ms }: Period): Instant => {
  const date = new Date(from)
  date.setUTCFullYear(
    date.getUTCFullYear() + years,
    date.getUTCMonth() + months,
    date.getUTCDate() + days,
  )
  const target = later(instant(date), ms)
  if (Date.parse(target) - Date.parse(from) > 2 * 366 * 86_400_000)
    throw invalid([{ path: 'advance', message: 'at most two years' }])
  return target
}
