// How does a plant become one of our feeds: from its rows to a link, from its tellings to the store?
import { join } from 'node:path'
import { and, eq } from 'drizzle-orm'
import { deviceCommands } from '../../db/schema/devices/alarms.ts'
import { isNodeAddress } from '../../domain/duty/conditions.ts'
import type { Outbound } from '../../domain/outbound/address.ts'
import type { Dialled } from '../connections/dialling.ts'
import type { Serving } from '../connections/feed-leases.ts'
import { deviceKeyOf } from '../episodes/about.ts'
import type { Entry } from '../episodes/evaluations.ts'
import type { Feed, KnownDevice, KnownPoint } from '../episodes/registry.ts'
import { resolveTyped } from '../outbound/dial.ts'
import { createLoops } from '../port/loops.ts'
import type { Condition, Observation } from '../port/port.ts'
import { datedByPlant } from './dated.ts'
import { createExchange, type Exchange } from './exchange.ts'
import type { Item } from './items.ts'
import { type Link, type LinkDeps, openLink } from './link.ts'
import { type LinkSettings, readSettings } from './settings.ts'

/** The name of the protocol in the table `feeds`. */
export const protocol = 'opc-ua'

const trustEveryMs = 2_000

/** Certificates of a feed's link lie in a folder of its own under `root`. */
export const certificatesOf = (root: string, feed: string): string =>
  join(root, feed.replace(/[^\w-]/g, '_'))

/**
 * Opens the link of a feed. Its row's settings: url, policy, user, plant …; the password is the secret of the device that stands for the
 * plant. The address is judged at each attempt to connect. The key of a point is the lasting name of its node, the dialect `node` of a device that of the object which stands for it.
 */
export const dialPlant =
  (root: string, outbound: Outbound) =>
  (given: Dialled): Serving => {
    const { db, feed, health, gaps, ingest, log } = given
    const settings = settingsOf(given)
    const state = { connected: false }
    const closeGap = betweenLinks(given)
    const certificates = certificatesOf(root, feed.id)
    const exchange = createExchange({ db, feed: feed.id, root: certificates })
    const complain = (words: string) => log(`${feed.id}: ${words}`)
    const link = openLink({
      settings,
      certificates,
      ...registered(given),
      beforeConnecting: exchange.adopt,
      resolve: (url) => resolveTyped(url, outbound),
      onOwnCertificate: (own) =>
        void exchange.own(own, ingest.now()).catch((error: Error) => complain(error.message)),
      onCertificate: (shown) =>
        void exchange
          .connected(shown, ingest.now())
          .catch((error: Error) => complain(error.message)),
      onObservation: (observations) => take(given, settings.url, observations),
      onHealth: ({ state: to, detail }) => {
        state.connected = to === 'connected'
        if (state.connected) closeGap()
        health.state(feed.id, to === 'connected' ? 'connected' : 'down', detail)
        complain(detail)
      },
      onGap: (gap) => gaps.note(feed.id, gap),
      onAlive: (at) => health.frame(feed.id, at, null),
      onComplaint: complain,
      now: ingest.now,
    })
    const heeding = heedTrust(exchange, link, complain)
    const resending = resendUnanswered(given, complain)
    return {
      ready: () => state.connected && resending.ready(),
      command: (command) => {
        if (!state.connected) return false
        void link.carryOut(command).then(async (answer) => {
          if (answer.again) await new Promise((resolve) => setTimeout(resolve, resendMs).unref())
          ingest.answered([answer])
        })
        return true
      },
      close: async () => {
        await heeding.stop()
        await link.close()
      },
    }
  }

const resendMs = 2_000

/** What whoever held the lease before had sent and never saw answered may have been done or not: it is brought once more, as such. */
const resendUnanswered = (
  { db, feed }: Dialled,
  log: (line: string) => void,
): { ready: () => boolean } => {
  let ready = false
  const unanswered = and(eq(deviceCommands.feed, feed.id), eq(deviceCommands.state, 'sent'))
  const attempt = (): void =>
    void db
      .update(deviceCommands)
      .set({ state: 'waiting' })
      .where(unanswered)
      .then(
        () => {
          ready = true
        },
        (error: Error) => {
          log(error.message)
          setTimeout(attempt, resendMs).unref()
        },
      )
  attempt()
  return { ready: () => ready }
}

const shortestGapMs = 10_000

/** What the plant said between the end of the link before this one and its own beginning, nobody has heard. */
const betweenLinks = ({ feed, gaps, ingest, log }: Dialled): (() => void) => {
  const since = gaps
    .silentSince(feed.id)
    .catch((error: Error) => void log(`${feed.id}: ${error.message}`))
  let reported = false
  return () => {
    const to = ingest.now()
    if (reported) return
    reported = true
    void since.then((from) => {
      if (from && to.getTime() - from.getTime() > shortestGapMs)
        gaps.note(feed.id, { reason: 'line', from, to })
      gaps.connectionFound(feed.id, to)
    })
  }
}

const plantOf = ({ settings, id }: Feed): string =>
  typeof settings.plant === 'string' ? settings.plant : id

const settingsOf = ({ feed, registry }: Dialled): LinkSettings => {
  const plant = plantOf(feed)
  const standing = registry.device(feed.id, plant)
  return readSettings(
    { ...feed.settings, plant },
    { simulated: standing?.synthetic === true, secret: standing?.secret ?? null },
  )
}

/** What of the plant is registered, and what of it stood open before. */
const registered = ({
  feed,
  registry,
  alarms,
}: Dialled): Pick<LinkDeps, 'items' | 'sources' | 'known'> => {
  const devices = registry.devices(feed.id)
  return {
    items: devices.flatMap((device) =>
      [...device.points.values()].map((point) => itemOf(device, point)),
    ),
    sources: new Map(
      devices.flatMap(({ key, dialect: { node } }) =>
        typeof node === 'string' ? [[node, key] as [string, string]] : [],
      ),
    ),
    known: alarms
      .open((about) => about.feed === feed.id && isNodeAddress(about.condition))
      .flatMap((entry) => conditionOf(devices, entry)),
  }
}

const take = async (
  { feed, health, ingest, clocks }: Dialled,
  peer: string,
  reports: Observation[],
): Promise<void> => {
  const now = ingest.now()
  const observations = datedByPlant(clocks.of(feed.id), plantOf(feed), reports, now)
  for (const untaken of await ingest.intake(feed.id, observations, now)) {
    const { device, reason, words = device } = untaken
    if (reason === 'unknown-device') ingest.quarantine.stranger(feed.id, device, peer, now)
    ingest.quarantine.refuse(
      { feed: feed.id, device, peer, reason, offset: 0, words, bytes: new Uint8Array(0) },
      now,
    )
    health.fault(feed.id)
  }
  health.frame(feed.id, now, lagOf(observations, now))
}

/** Whom people trust meanwhile is tried at once; whom they trust no longer is let go of. */
const heedTrust = (exchange: Exchange, link: Link, log: (line: string) => void) => {
  const loops = createLoops(log)
  loops.every('certificates', trustEveryMs, async () => {
    const { trusted, withdrawn } = await exchange.round()
    if (withdrawn) await link.renew()
    else if (trusted) link.again()
  })
  return loops
}

const itemOf = (device: KnownDevice, point: KnownPoint): Item => {
  const { key, unit, firstLevel, outerLevel } = point
  return {
    device: device.key,
    point: key,
    node: key,
    unit,
    levels: {
      ...(firstLevel === null ? {} : { High: firstLevel, Low: firstLevel }),
      ...(outerLevel === null ? {} : { HighHigh: outerLevel, LowLow: outerLevel }),
    },
  }
}

/** What of an open alarm the plant had reported: held as such until the plant says otherwise. */
const conditionOf = (
  devices: readonly KnownDevice[],
  { about, state: { episode, seen, newest } }: Entry,
): Condition[] => {
  const device = devices.find(({ key }) => about.device !== null && key === deviceKeyOf(about))
  if (!device || !episode || !hasEvent(seen)) return []
  const { point, condition } = about
  const { active, acked, level } = episode
  const { value, limit, text, event } = seen
  // Of a clock that is known to be wrong it is later than what was sensed.
  const at = newest ?? seen.sensedAt ?? episode.raisedAt
  const known = {
    device: device.key,
    point,
    condition,
    active,
    acked,
    level,
    severity: null,
    value,
    limit,
    text,
    event,
    at,
  }
  return [{ kind: 'condition', ...known, flags: [] }]
}

const hasEvent = <Seen extends { event: string | null }>(
  seen: Seen,
): seen is Seen & { event: string } => seen.event !== null

const lagOf = (
  observations: readonly { kind: string; at: string; flags: string[] }[],
  now: Date,
): number | null => {
  const samples = observations.filter(
    ({ kind, flags }) => kind === 'reading' && !flags.includes('skew'),
  )
  return samples.length === 0
    ? null
    : now.getTime() - Math.max(...samples.map(({ at }) => Date.parse(at)))
}
