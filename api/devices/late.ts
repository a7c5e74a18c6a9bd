// Which exceedances came too late to ring, and when did a monitor measure nothing of the process?
import { type Context, Hono } from 'hono'
import { describeRoute } from 'hono-openapi'
import type { AttendedList, LateList, LateView } from '../../contract/devices/late.ts'
import { attendedQuery, lateQuery } from '../../contract/devices/late.ts'
import { attendedDays, type LateHit, readAttended, readLate } from '../../db/alarms/late-reads.ts'
import { readDevice } from '../../db/devices/devices-reads.ts'
import { withScope } from '../../db/scope.ts'
import { conditionWords } from '../../domain/duty/words.ts'
import { DomainError } from '../../domain/language/errors.ts'
import { instant } from '../../domain/time/instant.ts'
import type { ApiEnv, Deps } from '../http/deps.ts'
import { checked } from '../http/input.ts'

const described = (summary: string) => describeRoute({ tags: ['devices'], summary })

export const createLateRoutes = (deps: Deps) =>
  new Hono<ApiEnv>()
    .get(
      '/',
      described(
        'Exceedances heard of too late to ring in the last seven days, of a device or of all in scope',
      ),
      checked('query', lateQuery),
      async (c) => c.json(await lateFor(deps, c, c.req.valid('query').device ?? null)),
    )
    .get(
      '/attended',
      described('When a monitor was calibrated, maintained or fed by hand'),
      checked('query', attendedQuery),
      async (c) => c.json(await attendedFor(deps, c, c.req.valid('query').device)),
    )

const lateFor = async (
  deps: Deps,
  c: Context<ApiEnv>,
  device: string | null,
): Promise<LateList> => {
  const now = instant(Date.now())
  const hits = await withScope(deps.connection.pool, c.var.scope, (tx) => readLate(tx, now, device))
  return { now, items: hits.map(lateView) }
}

const lateView = ({
  device,
  deviceName,
  point,
  pointName,
  condition,
  from,
  to,
  receivedAt,
  ...plain
}: LateHit): LateView => ({
  ...plain,
  device: { id: device, name: deviceName },
  point: { id: point, name: pointName },
  condition: conditionWords(condition),
  from: instant(from),
  to: instant(to),
  receivedAt: instant(receivedAt),
})

const attendedFor = async (
  deps: Deps,
  c: Context<ApiEnv>,
  device: string,
): Promise<AttendedList> => {
  const now = instant(Date.now())
  const hits = await withScope(deps.connection.pool, c.var.scope, async (tx) => {
    if (!(await readDevice(tx, now, device))) throw new DomainError('not-found')
    return readAttended(tx, now, device)
  })
  return {
    now,
    days: attendedDays,
    items: hits.map((one) => ({ ...one, from: instant(one.from), to: instant(one.to) })),
  }
}
