// How are the points and the conditions of a plant subscribed to, within what its server allows?
import {
  AttributeIds,
  type ClientMonitoredItemGroup,
  type ClientSession,
  type ClientSubscription,
  constructEventFilter,
  DataChangeFilter,
  DataChangeTrigger,
  DataType,
  type DataValue,
  TimestampsToReturn,
  type Variant,
} from 'node-opcua'
import { resolved } from './addresses.ts'
import { FIELDS } from './fields.ts'
import type { Item, Sampled } from './items.ts'
import type { LinkSettings } from './settings.ts'

export type NotificationHandlers = {
  sample: (item: Item, sampled: Sampled) => void
  event: (values: unknown[]) => void
  /** A point that cannot be had, and the name of the status that says so. */
  refused: (item: Item, status: string) => void
  alive: () => void
}

const most = 1_000
/** Nothing of a flood may be lost: 60 gas detectors within ten seconds, and each more than once. */
const eventQueue = 5_000

const signOfLifeMs = 5_000

/** Empty turns until the server gives a sign of life: a dead link has to be known within half a minute. */
export const keepAliveCountOf = (publishingMs: number): number =>
  Math.min(10, Math.max(1, Math.floor(signOfLifeMs / publishingMs)))

const lifetime = { requestedLifetimeCount: 600, maxNotificationsPerPublish: 1_000, priority: 10 }

/** One subscription: its points in batches, and one event item on the server without a where clause, so that markers come through. */
export const subscribe = async (
  session: ClientSession,
  settings: LinkSettings,
  of: { items: readonly Item[]; namespaces: readonly string[]; on: NotificationHandlers },
) => {
  const subscription = await session.createSubscription2({
    ...lifetime,
    requestedPublishingInterval: settings.publishingMs,
    publishingEnabled: true,
    requestedMaxKeepAliveCount: keepAliveCountOf(settings.publishingMs),
  })
  subscription.on('keepalive', of.on.alive)
  subscription.on('received_notifications', of.on.alive)
  countReceived(subscription)
  await monitorEvents(subscription, of.on)
  const batch = await batchOf(session)
  for (const some of batches(of.items, batch))
    await monitor(subscription, some, { ...of, samplingMs: settings.samplingMs })
  return subscription
}

/**
 * After a break Republish begins behind the last message received. A keep-alive names the one that is still to come (Part 4 §5.14.1.1), and
 * node-opcua counts it as received: the first message of every break after a calm would never be asked for.
 */
const countReceived = (subscription: ClientSubscription): void => {
  const counted = subscription as ClientSubscription & { lastSequenceNumber: number }
  let received = ''
  subscription.on('raw_notification', ({ notificationData, sequenceNumber }) => {
    // A subscription that is created anew after a restart begins to number anew.
    const message = `${subscription.subscriptionId} ${sequenceNumber}`
    if (notificationData?.length) received = message
    // Some servers name in a keep-alive the last message instead of the next.
    else if (message !== received) counted.lastSequenceNumber = sequenceNumber - 1
  })
}

const monitorEvents = async (
  subscription: ClientSubscription,
  on: NotificationHandlers,
): Promise<void> => {
  const parameters = {
    queueSize: eventQueue,
    discardOldest: true,
    samplingInterval: 0,
    filter: constructEventFilter(FIELDS),
  }
  const item = await subscription.monitor(
    { nodeId: 'i=2253', attributeId: AttributeIds.EventNotifier },
    parameters,
    TimestampsToReturn.Both,
  )
  item.on('changed', (values: Variant[]) => on.event(values.map(({ value }) => value)))
  if (item.statusCode.isNotGood()) throw new Error(`events: ${item.statusCode.name}`)
}

/** What the server says that it takes at once; 0 and silence mean that it does not say. */
const batchOf = async (session: ClientSession): Promise<number> => {
  const { value } = await session
    .read({ nodeId: 'i=11714', attributeId: AttributeIds.Value })
    .catch(() => ({ value: { value: 0 } }))
  const limit = Number(value?.value ?? 0)
  return limit > 0 ? Math.min(limit, most) : most
}

type Monitoring = {
  namespaces: readonly string[]
  on: NotificationHandlers
  samplingMs: number
}

const monitor = async (
  subscription: ClientSubscription,
  items: readonly Item[],
  of: Monitoring,
): Promise<void> => {
  const known = items.filter((item) => {
    const node = resolved(item.node, of.namespaces)
    if (node === null) of.on.refused(item, 'BadNodeIdUnknown')
    return node !== null
  })
  if (known.length === 0) return
  const group = await created(subscription, known, of)
  if (group === 'too-many') {
    for (const half of batches(known, Math.ceil(known.length / 2)))
      await monitor(subscription, half, of)
    return
  }
  for (const [n, item] of known.entries()) {
    const status = group.monitoredItems[n]?.statusCode
    if (status?.isNotGood()) of.on.refused(item, status.name)
  }
}

const created = async (
  subscription: ClientSubscription,
  items: readonly Item[],
  of: Monitoring,
): Promise<ClientMonitoredItemGroup | 'too-many'> => {
  const nodes = items.map(({ node }) => ({
    nodeId: resolved(node, of.namespaces) ?? '',
    attributeId: AttributeIds.Value,
  }))
  // Without a deadband: that of an alarm is its way back, and a limit may be passed by less.
  const filter = new DataChangeFilter({ trigger: DataChangeTrigger.StatusValueTimestamp })
  try {
    const parameters = {
      samplingInterval: of.samplingMs,
      queueSize: 10,
      discardOldest: true,
      filter,
    }
    const group = await subscription.monitorItems(nodes, parameters, TimestampsToReturn.Both)
    group.on('changed', (_, value, index) => {
      const item = items[index]
      if (item) of.on.sample(item, sampledOf(value))
    })
    return group
  } catch (error) {
    if (
      items.length > 1 &&
      /TooManyOperations|TooManyMonitoredItems|EncodingLimits/.test((error as Error).message)
    )
      return 'too-many'
    throw error
  }
}

export const sampledOf = ({
  value,
  statusCode,
  sourceTimestamp,
  serverTimestamp,
}: DataValue): Sampled => ({
  value: Array.isArray(value.value) ? wholeOf(value.dataType, value.value) : value.value,
  status: statusCode,
  source: sourceTimestamp ?? null,
  server: serverTimestamp ?? null,
})

/** The stack keeps 64-bit integers in two halves without a sign; other lists are no number. */
const wholeOf = (type: DataType, halves: number[]): unknown => {
  const [high = 0, low = 0] = halves
  if (type === DataType.UInt64) return high * 2 ** 32 + low
  return type === DataType.Int64 ? (high | 0) * 2 ** 32 + low : halves
}

export const batches = <T>(all: readonly T[], size: number): T[][] =>
  Array.from({ length: Math.ceil(all.length / size) }, (_, n) =>
    all.slice(n * size, (n + 1) * size),
  )
