// Which numbers does the API give to those who watch it?
import type { MiddlewareHandler } from 'hono'
import { routePath } from 'hono/route'
import { collectDefaultMetrics, Gauge, Histogram, Registry } from 'prom-client'
import { readFigures } from '../../db/cases/health-reads.ts'
import type { ApiEnv, Deps } from '../http/deps.ts'

export type Metrics = {
  registry: Registry
  measure: MiddlewareHandler<ApiEnv>
  /** Requests being answered just now; an answer that streams has been given. */
  inFlight: () => number
}

export const createMetrics = (
  deps: Pick<Deps, 'connection' | 'clock' | 'live' | 'settings'>,
): Metrics => {
  const registry = new Registry()
  collectDefaultMetrics({ register: registry })
  const registers = [registry]
  const buckets = [0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10]
  const durations = new Histogram({
    name: 'anjian_http_request_seconds',
    help: 'Time to answer',
    labelNames: ['method', 'route', 'status'],
    buckets,
    registers,
  })
  let answering = 0
  const inFlight = new Gauge({
    name: 'anjian_http_in_flight',
    help: 'Requests being answered',
    registers,
  })
  lateness(deps, registers)
  return {
    registry,
    inFlight: () => answering,
    measure: async (c, next) => {
      const end = durations.startTimer()
      inFlight.set(++answering)
      try {
        await next()
      } finally {
        inFlight.set(--answering)
        end({ method: c.req.method, route: routePath(c), status: String(c.res.status) })
      }
    },
  }
}

/** Asked of the database at each scrape: it alone knows what should have happened. */
const lateness = (
  { connection, clock, live, settings }: Pick<Deps, 'connection' | 'clock' | 'live' | 'settings'>,
  registers: Registry[],
): void => {
  const gauge = (name: string, help: string) => new Gauge({ name, help, registers })
  const late = gauge('anjian_late_escalation_levels', 'Levels that should have fired and have not')
  const worst = gauge('anjian_worst_lateness_seconds', 'How late the latest of them is')
  const pending = gauge('anjian_pending_effects', 'Effects due and not yet carried out')
  const quarantined = gauge(
    'anjian_quarantined_effects',
    'Effects given up, waiting for an operator',
  )
  new Gauge({
    name: 'anjian_live_connected',
    help: '1 while changes are heard',
    registers,
    collect() {
      this.set(live.connected() ? 1 : 0)
    },
  })
  new Gauge({
    name: 'anjian_open_cases',
    help: 'Cases under way',
    registers,
    async collect() {
      const figures = await readFigures(
        connection.db,
        await clock.now(),
        settings.noticeWindowMs,
      ).catch(() => null)
      if (!figures) return
      this.set(figures.openCases)
      late.set(figures.lateEscalationLevels)
      worst.set(figures.worstLatenessSeconds)
      pending.set(figures.pendingEffects)
      quarantined.set(figures.quarantined)
    },
  })
}
