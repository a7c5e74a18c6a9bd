// Which alarms does nobody hear because their device or point stands out of service under a permit?
import { and, eq, gt } from 'drizzle-orm'
import type { Executor } from '../../db/client.ts'
import { devices } from '../../db/schema/devices/devices.ts'
import { servicePermits } from '../../db/schema/devices/permits.ts'
import { permitReason } from '../../domain/duty/permits.ts'
import type { Act, Hiding } from '../alarms/state.ts'
import { type AlarmAbout, deviceKeyOf } from './about.ts'

/** `device`: the name under which it is enrolled, whichever row of it is in force. `endedBy`: who has put it back before its end. */
export type Outage = {
  device: string
  point: string | null
  until: string
  by: string
  reason: string
  endedBy: string | null
}

/** Those that have not run off, also if somebody has ended them. */
export const readOutages = async (
  db: Pick<Executor, 'select'>,
  feed: string,
  now: Date,
): Promise<Outage[]> => {
  const rows = await db
    .select({ permit: servicePermits, device: devices.key })
    .from(servicePermits)
    .innerJoin(devices, eq(devices.id, servicePermits.device))
    .where(and(eq(servicePermits.feed, feed), gt(servicePermits.until, now.toISOString())))
  return rows.map(({ permit: row, device }) => ({
    device,
    point: row.point,
    until: row.until,
    by: row.by,
    reason: permitReason(row),
    endedBy: row.ended?.by ?? null,
  }))
}

/** What is known of the permits of the feeds that are held here. */
export class Outages {
  readonly #ofFeed = new Map<string, Map<string, Outage[]>>()

  /** All of a feed: what is not among them is over. */
  learn(feed: string, outages: Outage[]): void {
    this.#ofFeed.set(
      feed,
      Map.groupBy(outages, ({ device }) => device),
    )
  }

  forget(feed: string): void {
    this.#ofFeed.delete(feed)
  }

  /** What a permit, or its end by hand, asks of an evaluation that stands so; null: nothing. Ends by time it knows itself. */
  actOn(about: AlarmAbout, outOfService: Hiding | null, now: Date): Act | null {
    const { feed, device, point } = about
    const here =
      device === null
        ? []
        : (this.#ofFeed.get(feed)?.get(deviceKeyOf(about)) ?? []).filter(
            (one) => one.point === null || one.point === point,
          )
    if (here.length === 0 && outOfService === null) return null
    const at = now.toISOString()
    const wanted = here.find(({ endedBy, until }) => endedBy === null && until > at)
    if (wanted) return stands(wanted, outOfService) ? null : takesOut(wanted)
    if (outOfService?.until == null || outOfService.until <= at) return null
    const ended = here.find(
      ({ until, reason }) => until === outOfService.until && reason === outOfService.reason,
    )
    return { kind: 'act', act: 'put-back', by: ended?.endedBy ?? 'system', side: 'city' }
  }
}

const stands = ({ until, reason }: Outage, now: Hiding | null): boolean =>
  now !== null && now.until === until && now.reason === reason

const takesOut = ({ by, until, reason }: Outage): Act => ({
  kind: 'act',
  act: 'take-out',
  by,
  side: 'city',
  until,
  reason,
})
