// Does the simulated lower platform communicate with the real listener over TCP, on both links?

import { createConnection, createServer, type Server, type Socket } from 'node:net'
import { afterEach, expect, test } from 'vitest'
import type { IngestDeps } from '../../../devices/connections/ingest-deps.ts'
import { type Listener, listen } from '../../../devices/connections/listener.ts'
import { createUnstored } from '../../../devices/connections/unstored.ts'
import type { RegisteredDevice } from '../../../devices/frames/protocol.ts'
import type { Simulated } from '../../../devices/frames/simulated.ts'
import type { Observation } from '../../../devices/port/port.ts'
import { driverOfJt809 } from '../../../devices/protocols/jt809/session.ts'
import { simulateLowerPlatform } from '../../../devices/protocols/jt809/simulator.ts'
import { rightClocks } from '../clocks/right.ts'
import { CENTRE, peerDevice } from './lower.ts'

const closing: (() => unknown)[] = []
afterEach(async () => {
  for (const close of closing.splice(0)) await close()
})

const quiet = (): void => undefined

/** What the listener hands on, without a database behind it. */
const deps = () => {
  const observations: Observation[] = []
  const refused: string[] = []
  const answers: string[] = []
  const ingest = {
    feed: 'lorries',
    now: () => new Date(),
    storing: { againMs: 10, patienceMs: 100 },
    unstored: createUnstored(),
    links: { lost: quiet, found: quiet },
    health: {
      state: quiet,
      stored: quiet,
      connections: quiet,
      bytes: quiet,
      frame: quiet,
      fault: quiet,
    },
    intake: async (_: string, more: Observation[]) => {
      observations.push(...more)
      return []
    },
    quarantine: {
      refuse: ({ reason }: { reason: string }) => refused.push(reason),
      stranger: () => undefined,
    },
    answered: (all: { key: string }[]) => answers.push(...all.map(({ key }) => key)),
  }
  return { observations, refused, answers, ingest: ingest as unknown as IngestDeps }
}

const wire = (socket: Socket, end: Simulated): void => {
  const send = (all: Uint8Array[]): void => all.forEach((bytes) => void socket.write(bytes))
  socket.on('data', (bytes) => send(end.receive(bytes, new Date()))).on('error', () => undefined)
  send(end.open(new Date()))
  const ticking = setInterval(() => send(end.tick(new Date())), 50)
  closing.push(() => {
    clearInterval(ticking)
    socket.destroy()
  })
}

const until = async (done: () => boolean): Promise<void> => {
  for (const end = Date.now() + 10_000; !done(); ) {
    if (Date.now() > end) throw new Error('waited in vain')
    await new Promise((resolve) => setTimeout(resolve, 20))
  }
}

test('signing in, positions, the slave link, and a command to a vehicle that is answered', async () => {
  const slaves: Server = createServer()
  await new Promise<void>((resolve) => slaves.listen(0, '127.0.0.1', resolve))
  closing.push(() => slaves.close())
  const { port } = slaves.address() as { port: number }
  const { main, slave, vehicles } = simulateLowerPlatform({
    seed: 1,
    centre: CENTRE,
    user: 7,
    password: 'abc12345',
    dialect: { version: '2019' },
    key: 0,
    vehicles: 3,
    every: 1,
    slave: { host: '127.0.0.1', port },
    scenario: [],
  })
  slaves.on('connection', (socket) => wire(socket, slave()))
  const known = new Map(
    [
      peerDevice({ hosts: ['127.0.0.1'] }, { version: '2019' }),
      ...vehicles.map(
        (key): RegisteredDevice => ({
          key,
          name: key,
          dialect: { via: String(CENTRE) },
          secret: null,
          hosts: [],
        }),
      ),
    ].map((one) => [one.key, one]),
  )
  const { observations, refused, answers, ingest } = deps()
  const registry = { device: (key: string) => known.get(key), clocks: rightClocks() }
  const listened = {
    driver: driverOfJt809(),
    registry,
    host: '127.0.0.1',
    port: 0,
    limits: { tickMs: 50 },
  }
  const listener: Listener = await listen(ingest, listened)
  closing.push(() => listener.close())
  wire(createConnection({ host: '127.0.0.1', port: listener.port }), main)
  await until(
    () =>
      listener.connections() === 2 &&
      observations.filter(({ kind }) => kind === 'position').length >= 3,
  )
  const until_ = new Date(Date.now() + 60_000).toISOString()
  expect(
    listener.command({
      key: 'k',
      feed: 'lorries',
      device: vehicles[0] ?? '',
      verb: 'supervise',
      args: {},
      until: until_,
    }),
  ).toBe(true)
  await until(() => answers.includes('k'))
  expect(refused).toEqual([])
  expect(listener.connections()).toBe(2)
})

test('a vehicle that jumps about does not cost its platform the link', async () => {
  const { ingest, refused } = deps()
  const known = new Map([peerDevice({ hosts: [] })].map((one) => [one.key, one]))
  const registry = { device: (key: string) => known.get(key), clocks: rightClocks() }
  const listener = await listen(ingest, {
    driver: driverOfJt809(),
    registry,
    host: '127.0.0.1',
    port: 0,
    limits: { tickMs: 50 },
  })
  closing.push(() => listener.close())
  const { Lower, lorry, plain } = await import('./lower.ts')
  const lower = new Lower()
  const socket = createConnection({ host: '127.0.0.1', port: listener.port }).on(
    'error',
    () => undefined,
  )
  closing.push(() => socket.destroy())
  socket.write(lower.frame(0x1001, { values: { user: 7, password: 'abc12345', ip: '', port: 0 } }))
  for (let turn = 0; turn < 30; turn++) {
    const positions = [
      {
        form: '2011' as const,
        encrypted: 0,
        plain: plain(new Date(), { lon: 28_950_000, lat: 118_850_000 }),
      },
    ]
    socket.write(lower.frame(0x1200, { vehicle: lorry, sub: 0x1202, positions }))
  }
  await until(() => refused.filter((reason) => reason === 'swapped-coordinates').length === 30)
  await new Promise((resolve) => setTimeout(resolve, 100))
  expect(listener.connections()).toBe(1)
})
