// How are messages of a broker taken (MQTT 5), each acknowledged only when it is stored?
import type { IClientOptions, IPublishPacket, MqttClient } from 'mqtt'
import * as v from 'valibot'
import type { Database } from '../../db/client.ts'
import type { Outbound } from '../../domain/outbound/address.ts'
import type { FeedConnector } from '../connections/connector.ts'
import type { IngestDeps } from '../connections/ingest-deps.ts'
import type { DeviceRegistry, Feed } from '../episodes/registry.ts'
import type { Intake } from '../intake/intake.ts'
import { brokerFailure, openBrokerClient, refusedBroker } from './broker.ts'
import { readBody } from './charset.ts'
import { mappingOf } from './connector.ts'
import { mayBeKept } from './dead-letter.ts'
import { parseJson } from './json.ts'
import type { Mapping } from './mapping.ts'
import { createPushMemory } from './memory.ts'
import { type BrokerLine, takeWill, tellOnline } from './mqtt-wills.ts'
import { take } from './take.ts'
import { matches, type Topic, topics } from './topics.ts'

type Deps = {
  db: Database
  registry: DeviceRegistry
  mappings: ReadonlyMap<string, Mapping>
  intake: Intake
  /** Where brokers may be. */
  outbound: Outbound
  log: (line: string) => void
}

const settings = v.object({
  url: v.pipe(v.string(), v.regex(/^(mqtts?|tcp|ssl):\/\//)),
  mapping: v.string(),
  clientId: v.optional(v.pipe(v.string(), v.nonEmpty())),
  username: v.optional(v.string()),
  /** The certificates of whoever signs the broker's, PEM. */
  ca: v.optional(v.string()),
  topics,
})

/** How many messages the broker may send ahead of our acknowledgements. */
const receiveMaximum = 100
/** A broker that does not answer is given up after one and a half of it. */
export const brokerKeepAliveSeconds = 10
const sessionSeconds = 7 * 86_400
const mostBytes = 1_048_576
/** Reason codes of MQTT 5. */
const [success, payloadInvalid] = [0, 0x99]

/** Feeds of the protocol `mqtt`: we call the broker; the secret of the feed's sender is the password. */
export const createMqttConnector = (deps: Deps): FeedConnector => ({
  protocol: 'mqtt',
  open: async (given, feed) => {
    const ingest = { ...given, intake: deps.intake }
    const broker = v.parse(settings, feed.settings)
    const mapping = mappingOf(deps.mappings, broker.mapping)
    const secret = deps.registry.device(feed.id, feed.id)?.secret
    if (!secret) throw new TypeError(`no sender with a secret is registered for ${feed.id}`)
    const source: BrokerLine = {
      ingest,
      registry: deps.registry,
      memory: createPushMemory(deps.db),
      mapping,
      secret,
      topics: broker.topics,
      peer: new URL(broker.url).host,
      online: new Set<string>(),
    }
    const options = optionsOf(broker, feed, source, () => client)
    const client: MqttClient = await openBrokerClient(broker, deps.outbound, options).catch(
      (error: Error) => {
        ingest.health.state(feed.id, 'down', refusedBroker)
        throw error
      },
    )
    follow(client, source, deps.log)
    client.handleMessage = (packet, done) => {
      if (packet.qos !== 0) return done()
      // The next is read once this is stored: so nothing piles up here.
      receiveOnce(source, packet, client).then(() => done())
    }
    const close = async (): Promise<void> => {
      await client.endAsync(true)
      ingest.health.state(feed.id, 'down')
    }
    return { port: 0, connections: () => (client.connected ? 1 : 0), command: () => false, close }
  },
})

const optionsOf = (
  broker: v.InferOutput<typeof settings>,
  feed: Feed,
  source: BrokerLine,
  client: () => MqttClient,
): IClientOptions => ({
  protocolVersion: 5,
  clean: false,
  clientId: broker.clientId ?? `anjian-${feed.id}`,
  keepalive: brokerKeepAliveSeconds,
  reconnectPeriod: 2_000,
  connectTimeout: 10_000,
  resubscribe: true,
  ...(broker.username === undefined ? {} : { username: broker.username, password: source.secret }),
  properties: {
    receiveMaximum,
    sessionExpiryInterval: sessionSeconds,
    maximumPacketSize: mostBytes + 4_096,
  },
  customHandleAcks: (topic, message, packet, done) => {
    receiveMessage(source, topic, message, packet).then(
      (code) => done(code),
      (error: Error) => {
        source.ingest.health.state(feed.id, 'down', `cannot store: ${error.message.slice(0, 200)}`)
        // Not acknowledged: with the next connection the broker sends it again.
        client().stream.destroy()
      },
    )
  },
})

const follow = (client: MqttClient, source: BrokerLine, log: Deps['log']): void => {
  const { ingest } = source
  const state = (to: 'connected' | 'down', detail = '') =>
    ingest.health.state(ingest.feed, to, detail)
  let reported = ''
  client.on('connect', () => {
    state('connected')
    reported = ''
    client.subscribe(
      source.topics.map(({ filter }) => filter),
      { qos: 1 },
      (error) => error && state('down', `cannot subscribe: ${error.message}`),
    )
  })
  client.on('close', () => state('down', reported))
  client.on('error', (error) => {
    const failure = brokerFailure(error)
    if (reported !== failure) log(`${ingest.feed}: ${error.message}`)
    reported = failure
  })
}

/** The reason code to acknowledge with; rejects when it could not be stored for as long as we are patient. */
const receiveMessage = async (
  source: BrokerLine,
  topic: string,
  message: Uint8Array,
  packet: IPublishPacket,
): Promise<number> => {
  const { ingest, peer } = source
  const now = ingest.now()
  ingest.health.bytes(ingest.feed, now)
  const { found, context } = aboutOf(source, topic)
  const { device } = context
  const refuse = (reason: string, words: string): number => {
    keepUntaken(source, { context, message, reason, words }, now)
    return payloadInvalid
  }
  if (!found) return refuse('unknown-topic', topic)
  if (found.will)
    return patiently(ingest, () =>
      takeWill(source, { key: device ?? '', message, packet, online: found.online }, now),
    )
  if (message.length > mostBytes) return refuse('too-large', String(message.length))
  const read = readBody(message, packet.properties?.contentType ?? 'application/json')
  const parsed = read.ok ? parseJson(read.text) : read
  if (!parsed.ok) return refuse('not-json', parsed.words)
  const items = Array.isArray(parsed.value) ? parsed.value : [parsed.value]
  if (items.length > receiveMaximum * 10) return refuse('too-many-items', String(items.length))
  const brought = { items, peer, sent: null, ...context }
  return patiently(ingest, async () => {
    // What is retained is how things stand, not that they have happened.
    await take(source, { ...brought, flags: packet.retain ? ['retx'] : [] }, now)
    if (device !== undefined && !packet.retain) await tellOnline(source, device, now)
  })
}

type ByTopic = { kind?: string; device?: string }

const aboutOf = (
  { topics: known }: BrokerLine,
  topic: string,
): { found: Topic | undefined; context: ByTopic } => {
  const found = known.find(({ filter }) => matches(filter, topic))
  const device = found?.device === undefined ? undefined : topic.split('/')[found.device]
  return {
    found,
    context: {
      ...(found?.kind === undefined ? {} : { kind: found.kind }),
      ...(device === undefined ? {} : { device }),
    },
  }
}

type Untaken = { context: ByTopic; message: Uint8Array; reason: string; words: string }

const keepUntaken = (
  { ingest, peer, mapping }: BrokerLine,
  { context, message, reason, words }: Untaken,
  now: Date,
): void => {
  const bytes = mayBeKept(mapping) ? message : new Uint8Array(0)
  ingest.health.fault(ingest.feed)
  ingest.quarantine.refuse(
    {
      feed: ingest.feed,
      device: context.device ?? null,
      peer,
      reason,
      offset: 0,
      words,
      bytes,
      context,
    },
    now,
  )
}

/** What comes with QoS 0 nobody sends again: it is tried until it is stored, or the connection ends. */
const receiveOnce = async (
  source: BrokerLine,
  packet: IPublishPacket,
  client: MqttClient,
): Promise<void> => {
  const { feed, health, now, storing } = source.ingest
  const message = Buffer.from(packet.payload)
  for (let tries = 1; ; tries++) {
    try {
      await receiveMessage(source, packet.topic, message, packet)
      if (tries > 1 && client.connected) health.state(feed, 'connected')
      return
    } catch (error) {
      const words = `cannot store: ${(error as Error).message.slice(0, 200)}`
      health.state(feed, 'down', words)
      if (client.disconnecting || isHopeless(error as Error))
        return keepUntaken(
          source,
          { context: aboutOf(source, packet.topic).context, message, reason: 'not-stored', words },
          now(),
        )
      await pause(storing.againMs)
    }
  }
}

/** Another node has the lease, or we have a defect. */
const isHopeless = (error: Error): boolean =>
  error.name === 'LeaseLost' || error instanceof TypeError || error instanceof RangeError

const pause = (ms: number) => new Promise<void>((resolve) => setTimeout(resolve, ms))

const patiently = async ({ storing }: IngestDeps, work: () => Promise<void>): Promise<number> => {
  for (const end = Date.now() + storing.patienceMs; ; ) {
    try {
      await work()
      return success
    } catch (error) {
      if ((error as Error).name === 'LeaseLost' || Date.now() + storing.againMs > end) throw error
      await pause(storing.againMs)
    }
  }
}
