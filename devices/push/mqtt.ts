// How are messages of a broker taken (MQTT 5), each acknowledged only when it is stored?
import type { IClientOptions, IPublishPacket, MqttClient } from 'mqtt'
import * as v from 'valibot'
import type { Database } from '../../db/client.ts'
import type { Outbound } from '../../domain/outbound/address.ts'
import type { Door } from '../connections/connector.ts'
import type { TalkDeps } from '../connections/session-runner.ts'
import type { DeviceRegistry, Feed } from '../episodes/registry.ts'
import type { Intake } from '../intake/intake.ts'
import type { Condition } from '../port/port.ts'
import { brokerFailure, openBrokerClient, refusedBroker } from './broker.ts'
import { readBody } from './charset.ts'
import { mappingOf } from './connector.ts'
import { mayBeKept } from './dead-letter.ts'
import { parseJson } from './json.ts'
import type { Mapping } from './mapping.ts'
import { createPushMemory } from './memory.ts'
import { type PushLine, take } from './take.ts'
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

type Line = PushLine & { topics: Topic[]; peer: string; online: Set<string> }

/** How many messages the broker may send ahead of our acknowledgements. */
const receiveMaximum = 100
/** A broker that does not answer is given up after one and a half of it. */
export const brokerKeepAliveSeconds = 10
const sessionSeconds = 7 * 86_400
const mostBytes = 1_048_576
/** Reason codes of MQTT 5. */
const [success, payloadInvalid] = [0, 0x99]

/** Feeds of the protocol `mqtt`: we call the broker; the secret of the feed's sender is the password. */
export const createMqttDoor = (deps: Deps): Door => ({
  protocol: 'mqtt',
  open: async (given, feed) => {
    const talk = { ...given, intake: deps.intake }
    const said = v.parse(settings, feed.settings)
    const mapping = mappingOf(deps.mappings, said.mapping)
    const secret = deps.registry.device(feed.id, feed.id)?.secret
    if (!secret) throw new TypeError(`no sender with a secret is registered for ${feed.id}`)
    const line: Line = {
      ...{ talk, registry: deps.registry, memory: createPushMemory(deps.db), mapping },
      ...{ secret, topics: said.topics, peer: new URL(said.url).host, online: new Set<string>() },
    }
    const options = optionsOf(said, feed, line, () => client)
    const client: MqttClient = await openBrokerClient(said, deps.outbound, options).catch(
      (error: Error) => {
        talk.health.state(feed.id, 'down', refusedBroker)
        throw error
      },
    )
    follow(client, line, deps.log)
    client.handleMessage = (packet, done) => {
      if (packet.qos !== 0) return done()
      // The next is read once this is stored: so nothing piles up here.
      hearLightly(line, packet, client).then(() => done())
    }
    const close = async (): Promise<void> => {
      await client.endAsync(true)
      talk.health.state(feed.id, 'down')
    }
    return { port: 0, connections: () => (client.connected ? 1 : 0), command: () => false, close }
  },
})

const optionsOf = (
  said: v.InferOutput<typeof settings>,
  feed: Feed,
  line: Line,
  client: () => MqttClient,
): IClientOptions => ({
  protocolVersion: 5,
  clean: false,
  clientId: said.clientId ?? `anjian-${feed.id}`,
  keepalive: brokerKeepAliveSeconds,
  ...{ reconnectPeriod: 2_000, connectTimeout: 10_000, resubscribe: true },
  ...(said.username === undefined ? {} : { username: said.username, password: line.secret }),
  properties: {
    receiveMaximum,
    sessionExpiryInterval: sessionSeconds,
    maximumPacketSize: mostBytes + 4_096,
  },
  customHandleAcks: (topic, message, packet, done) => {
    hear(line, topic, message, packet).then(
      (code) => done(code),
      (error: Error) => {
        line.talk.health.state(feed.id, 'down', `cannot store: ${error.message.slice(0, 200)}`)
        // Not acknowledged: with the next connection the broker sends it again.
        client().stream.destroy()
      },
    )
  },
})

const follow = (client: MqttClient, line: Line, log: Deps['log']): void => {
  const { talk } = line
  const state = (to: 'connected' | 'down', detail = '') => talk.health.state(talk.feed, to, detail)
  let told = ''
  client.on('connect', () => {
    state('connected')
    told = ''
    client.subscribe(
      line.topics.map(({ filter }) => filter),
      { qos: 1 },
      (error) => error && state('down', `cannot subscribe: ${error.message}`),
    )
  })
  client.on('close', () => state('down', told))
  client.on('error', (error) => {
    const said = brokerFailure(error)
    if (told !== said) log(`${talk.feed}: ${error.message}`)
    told = said
  })
}

/** The reason code to acknowledge with; rejects when it could not be stored for as long as we are patient. */
const hear = async (
  line: Line,
  topic: string,
  message: Uint8Array,
  packet: IPublishPacket,
): Promise<number> => {
  const { talk, peer } = line
  const now = talk.now()
  talk.health.bytes(talk.feed, now)
  const { found, told } = aboutOf(line, topic)
  const { device } = told
  const refuse = (reason: string, words: string): number => {
    keepUntaken(line, { told, message, reason, words }, now)
    return payloadInvalid
  }
  if (!found) return refuse('unknown-topic', topic)
  if (found.will)
    return patiently(talk, () =>
      broken(line, { key: device ?? '', message, packet, online: found.online }, now),
    )
  if (message.length > mostBytes) return refuse('too-large', String(message.length))
  const read = readBody(message, packet.properties?.contentType ?? 'application/json')
  const parsed = read.ok ? parseJson(read.text) : read
  if (!parsed.ok) return refuse('not-json', parsed.words)
  const items = Array.isArray(parsed.value) ? parsed.value : [parsed.value]
  if (items.length > receiveMaximum * 10) return refuse('too-many-items', String(items.length))
  const brought = { items, peer, sent: null, ...told }
  return patiently(talk, async () => {
    // What is retained is how things stand, not that they have happened.
    await take(line, { ...brought, flags: packet.retain ? ['retx'] : [] }, now)
    if (device !== undefined && !packet.retain) await online(line, device, now)
  })
}

type ByTopic = { kind?: string; device?: string }

const aboutOf = (
  { topics: heard }: Line,
  topic: string,
): { found: Topic | undefined; told: ByTopic } => {
  const found = heard.find(({ filter }) => matches(filter, topic))
  const device = found?.device === undefined ? undefined : topic.split('/')[found.device]
  return {
    found,
    told: {
      ...(found?.kind === undefined ? {} : { kind: found.kind }),
      ...(device === undefined ? {} : { device }),
    },
  }
}

type Untaken = { told: ByTopic; message: Uint8Array; reason: string; words: string }

const keepUntaken = (
  { talk, peer, mapping }: Line,
  { told, message, reason, words }: Untaken,
  now: Date,
): void => {
  const bytes = mayBeKept(mapping) ? message : new Uint8Array(0)
  talk.health.fault(talk.feed)
  talk.quarantine.refuse(
    { feed: talk.feed, device: told.device ?? null, peer, reason, offset: 0, words, bytes, told },
    now,
  )
}

/** What comes with QoS 0 nobody sends again: it is tried until it is stored, or the line ends. */
const hearLightly = async (
  line: Line,
  packet: IPublishPacket,
  client: MqttClient,
): Promise<void> => {
  const { feed, health, now, storing } = line.talk
  const message = Buffer.from(packet.payload)
  for (let tries = 1; ; tries++) {
    try {
      await hear(line, packet.topic, message, packet)
      if (tries > 1 && client.connected) health.state(feed, 'connected')
      return
    } catch (error) {
      const words = `cannot store: ${(error as Error).message.slice(0, 200)}`
      health.state(feed, 'down', words)
      if (client.disconnecting || isHopeless(error as Error))
        return keepUntaken(
          line,
          { told: aboutOf(line, packet.topic).told, message, reason: 'not-stored', words },
          now(),
        )
      await pause(storing.againMs)
    }
  }
}

/** Another node has the line, or we have a defect. */
const isHopeless = (error: Error): boolean =>
  error.name === 'LineLost' || error instanceof TypeError || error instanceof RangeError

const pause = (ms: number) => new Promise<void>((resolve) => setTimeout(resolve, ms))

const patiently = async ({ storing }: TalkDeps, work: () => Promise<void>): Promise<number> => {
  for (const end = Date.now() + storing.patienceMs; ; ) {
    try {
      await work()
      return success
    } catch (error) {
      if ((error as Error).name === 'LineLost' || Date.now() + storing.againMs > end) throw error
      await pause(storing.againMs)
    }
  }
}

const silence = (device: string, active: boolean, name: string, now: Date): Condition => ({
  ...{
    kind: 'condition',
    device,
    point: '',
    condition: 'device-silent',
    active,
    level: 3,
    severity: null,
    limit: null,
    value: null,
  },
  ...{
    text: `${name}${active ? '离线' : '恢复联络'}`,
    at: now.toISOString(),
    event: `will/${active}/${now.toISOString()}`,
    flags: [],
  },
})

type Will = { key: string; message: Uint8Array; packet: IPublishPacket; online: string }

/** What is retained was said some time ago, and nothing is said to forget it; many devices say on the same topic that they are back. */
const broken = async (
  line: Line,
  { key, message, packet, online: back }: Will,
  now: Date,
): Promise<void> => {
  const said = Buffer.from(message).toString('utf8').trim().toLowerCase()
  if (packet.retain || said === '') return
  await (said === back ? online : offline)(line, key, now)
}

/** The broker tells for the device that its line has broken. */
const offline = async (
  { talk, registry, online: heard }: Line,
  key: string,
  now: Date,
): Promise<void> => {
  const device = registry.device(talk.feed, key)
  if (!device) return talk.quarantine.stranger(talk.feed, key, talk.feed, now)
  await talk.intake(talk.feed, [silence(key, true, device.name, now)], now)
  talk.links.lost(talk.feed, key, now)
  heard.delete(key)
}

const online = async (
  { talk, registry, online: heard }: Line,
  key: string,
  now: Date,
): Promise<void> => {
  const device = registry.device(talk.feed, key)
  if (!device || heard.has(key)) return
  await talk.intake(talk.feed, [silence(key, false, device.name, now)], now)
  talk.links.found(talk.feed, key)
  heard.add(key)
}
