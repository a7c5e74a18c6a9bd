// What is one connection with a plant, from its opening to its end?
import type { ClientSubscription, OPCUAClient } from 'node-opcua'
import { makeClient, openCertificates, ownCertificateOf, userOf } from './identity.ts'
import type { Item } from './items.ts'
import type { createProcessor } from './processor.ts'
import type { PlantSession } from './reader.ts'
import type { LinkSettings } from './settings.ts'
import { subscribe } from './subscriptions.ts'
import { type Patience, type Sick, usualPatience, watch } from './watchdog.ts'

export type Live = PlantSession & { subscription: ClientSubscription }
export type State = { live: Live | null; opening: OPCUAClient | null }

export type ConnectionDeps = {
  settings: LinkSettings
  items: readonly Item[]
  /** The folder of the link's certificates. */
  certificates: string
  /** Done before each attempt to connect, which is given up when it fails. */
  beforeConnecting?: () => Promise<unknown>
  /** Where the plant is now; absent: where its settings say. Rejects where nothing may be dialled. */
  resolve?: (url: string) => Promise<string>
  /** Our own certificate, as this connection will show it. */
  onOwnCertificate?: (certificate: Uint8Array) => void
  /** What the server that we are connected with has shown. */
  onCertificate?: (certificate: Uint8Array) => void
  patience?: Partial<Patience>
}

export type Once = {
  deps: ConnectionDeps
  reconnectMs: [first: number, most: number]
  state: State
  processor: ReturnType<typeof createProcessor>
  lost: () => void
  found: () => void
  closing: AbortSignal
}

/** The connection had to be given up; a new one is wanted. */
export class Unhealthy extends Error {
  readonly why: Sick
  constructor(why: Sick) {
    super(why)
    this.name = 'Unhealthy'
    this.why = why
  }
}

/** A server that hangs does not answer to a farewell either. */
const farewellMs = 3_000

/**
 * One connection from its opening to its end. The stack itself reconnects after a break; what it gives up ends it, and so does a session that
 * is not healthy in time, or that asks more than its share: then it throws `Unhealthy`.
 */
export const once = async (given: Once): Promise<void> => {
  const { deps, state, processor, closing } = given
  await deps.beforeConnecting?.()
  const url = (await deps.resolve?.(deps.settings.url)) ?? deps.settings.url
  const certificates = await openCertificates(deps.certificates)
  const client = makeClient(deps.settings, certificates, given.reconnectMs)
  state.opening = client
  const sick = Promise.withResolvers<never>()
  sick.promise.catch(() => undefined)
  const dog = watch(client, { ...usualPatience, ...deps.patience }, (why) =>
    sick.reject(new Unhealthy(why)),
  )
  const ended = new Promise<void>((resolve) => {
    client.on('close', () => resolve())
    closing.addEventListener('abort', () => resolve(), { once: true })
  })
  client.on('connection_lost', given.lost)
  try {
    await Promise.race([sick.promise, live(given, client, { url, dog, ended })])
    if (!closing.aborted) given.lost()
  } finally {
    dog.stop()
    state.live = null
    processor.away()
    await Promise.race([
      client.disconnect().catch(() => undefined),
      new Promise((resolve) => setTimeout(resolve, farewellMs).unref()),
    ])
    await certificates.dispose()
  }
}

type Living = { url: string; dog: ReturnType<typeof watch>; ended: Promise<void> }

const live = async (
  given: Once,
  client: OPCUAClient,
  { url, dog, ended }: Living,
): Promise<void> => {
  const { deps, state, processor } = given
  deps.onOwnCertificate?.(await ownCertificateOf(client))
  await client.connect(url)
  const session = await client.createSession(userOf(deps.settings.identity))
  const namespaces = await session.readNamespaceArray()
  const subscription = await subscribe(session, deps.settings, {
    items: deps.items,
    namespaces,
    on: processor.on,
  })
  state.live = {
    session,
    namespaces,
    subscription,
    subscriptionId: () => subscription.subscriptionId,
  }
  subscription.on('keepalive', dog.alive)
  subscription.on('received_notifications', dog.alive)
  const found = (): void => {
    dog.healthy(subscription.publishingInterval * subscription.maxKeepAliveCount)
    given.found()
  }
  const over = new Promise<void>((resolve) => {
    session.on('session_closed', () => resolve())
    subscription.on('terminated', () => resolve())
    session.on(
      'session_restored',
      () =>
        void restored(session, namespaces).then(
          (same) => (same ? found() : resolve()),
          () => resolve(),
        ),
    )
  })
  const { serverCertificate: shown } = client
  if (shown) deps.onCertificate?.(Array.isArray(shown) ? shown[0]! : shown)
  found()
  await Promise.race([ended, over])
}

/** A restarted server may number its namespaces anew: then every name is resolved again, on a new connection. */
const restored = async (session: Live['session'], before: readonly string[]): Promise<boolean> => {
  const after = await session.readNamespaceArray()
  return JSON.stringify(after) === JSON.stringify(before)
}
