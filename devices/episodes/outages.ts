// Which alarms does nobody hear because their device or point stands out of service under a permit?
import { and, eq, gt, isNull, or } from 'drizzle-orm'
import type { Executor } from '../../db/client.ts'
import { devices } from '../../db/schema/devices/devices.ts'
import { servicePermits } from '../../db/schema/devices/permits.ts'
import { permitReason } from '../../domain/duty/permits.ts'
import type { Act, Hiding } from '../alarms/state.ts'
import { type AlarmAbout, deviceKeyOf } from './about.ts'

/** `name`: under which its device is enrolled now; null: it is no longer. `endedBy`: who has put it back before its end. */
export type Outage = {
  device: string
  name: string | null
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
    .select({ permit: servicePermits, name: devices.key })
    .from(servicePermits)
    .leftJoin(
      devices,
      and(
        eq(devices.id, servicePermits.device),
        or(isNull(devices.until), gt(devices.until, now.toISOString())),
      ),
    )
    .where(and(eq(servicePermits.feed, feed), gt(servicePermits.until, now.toISOString())))
  return rows.map(({ permit: row, name }) => ({
    device: row.device,
    name,
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
    const all = new Map<string, Outage[]>()
    for (const one of outages)
      for (const key of [one.device, ...(one.name === null ? [] : [named(one.name)])])
        all.set(key, [...(all.get(key) ?? []), one])
    this.#ofFeed.set(feed, all)
  }

  forget(feed: string): void {
    this.#ofFeed.delete(feed)
  }

  /** Also of what rose before its device was enrolled anew: the row of then is another one. */
  #concerning(about: AlarmAbout): Outage[] {
    const all = this.#ofFeed.get(about.feed)
    if (!all || about.device === null) return []
    return [
      ...new Set([about.device, named(deviceKeyOf(about))].flatMap((key) => all.get(key) ?? [])),
    ]
  }

  /** What a permit, or its end by hand, asks of an evaluation that stands so; null: nothing. Ends by time it knows itself. */
  actOn(about: AlarmAbout, outOfService: Hiding | null, now: Date): Act | null {
    const here = this.#concerning(about).filter(
      (one) => one.point === null || one.point === about.point,
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

const named = (name: string): string => `name/${name}`

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
