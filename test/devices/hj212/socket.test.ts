// Does a made-up station get its answers through a real socket, and none for what could not be stored?

import { once } from 'node:events'
import { connect } from 'node:net'
import { afterEach, expect, it } from 'vitest'
import type { IngestDeps } from '../../../devices/connections/ingest-deps.ts'
import { type Listener, listen } from '../../../devices/connections/listener.ts'
import { createUnstored } from '../../../devices/connections/unstored.ts'
import type { Observation } from '../../../devices/port/port.ts'
import { driverOfHj212 } from '../../../devices/protocols/hj212/session.ts'
import { createStation } from '../../../devices/protocols/hj212/simulator.ts'
import { write, writeMs } from '../../../devices/protocols/hj212/time.ts'
import { rightClocks } from '../clocks/right.ts'
import { device, frameOf, PASSWORD } from './session.ts'

const refused: string[] = []
const stored: Observation[] = []
let listener: Listener | undefined
afterEach(() => listener?.close())

const quiet = {
  frame: () => {},
  fault: () => {},
  state: () => {},
  stored: () => {},
  connections: () => {},
  bytes: () => {},
}
const host = async (intake: IngestDeps['intake'], limits = {}): Promise<Listener> => {
  const quarantine = {
    refuse: ({ reason }: { reason: string }) => void refused.push(reason),
    stranger: () => {},
  }
  const deps = {
    feed: 'hj212',
    intake,
    quarantine,
    health: quiet,
    links: { lost: () => {}, found: () => {} },
    answered: () => {},
    now: () => new Date(),
    storing: { againMs: 1, patienceMs: 0 },
    unstored: createUnstored(),
  }
  const registry = {
    device: (key: string) => (key === 'SIM0001' ? device({ key }) : undefined),
    clocks: rightClocks(),
  }
  listener = await listen(deps as unknown as IngestDeps, {
    driver: driverOfHj212(),
    registry,
    host: '127.0.0.1',
    port: 0,
    limits,
  })
  return listener
}
const plan = {
  seed: 1,
  station: 'SIM0001',
  password: PASSWORD,
  system: '32',
  dialect: {},
  measures: [],
  facilities: [],
  episodes: [],
}

/** The line until the host has answered or hung up. */
const call = async (port: number, bytes: Uint8Array[]): Promise<Buffer> => {
  const socket = connect(port, '127.0.0.1')
  for (const one of bytes) socket.write(one)
  const [answer] = await Promise.race([once(socket, 'data'), once(socket, 'close')])
  socket.destroy()
  return Buffer.isBuffer(answer) ? answer : Buffer.alloc(0)
}

it('what could not be stored is not acknowledged; sent again, it is stored and acknowledged', async () => {
  let down = true
  const { port } = await host(async (_, observations) => {
    if (down) throw new Error('no database')
    stored.push(...observations)
    return []
  })
  const station = createStation(plan)
  const boot = station.open(new Date())
  expect(await call(port, boot)).toHaveLength(0)
  expect(station.unanswered()).toBe(1)
  down = false
  station.receive(await call(port, station.tick(new Date(Date.now() + 10_000))), new Date())
  expect(station.unanswered()).toBe(0)
  expect(stored).toMatchObject([{ kind: 'sign', sign: 'boot', device: 'SIM0001' }])
  expect(refused).toEqual([])
})

it('who says too much at once is read more slowly, and nothing of it is lost; his line stays', async () => {
  stored.length = 0
  refused.length = 0
  const intake: IngestDeps['intake'] = async (_, observations) => {
    stored.push(...observations)
    return []
  }
  const { port, connections } = await host(intake, { tickMs: 50, headerMs: 200 })
  const now = Date.now()
  const all = Array.from({ length: 58 }, (_, n) => {
    const at = new Date(now - 1000 * (60 - n))
    return frameOf(`DataTime=${write(at)};w01018-Rtd=${n},w01018-Flag=N`, {
      MN: 'SIM0001',
      QN: writeMs(at),
      Flag: '4',
    })
  })
  const socket = connect(port, '127.0.0.1')
  // Whoever has said a first frame is not held to be slow while he waits for his turn.
  socket.write(Buffer.concat([...all, Buffer.from('##0100QN=')]))
  await until(() => stored.length >= 50)
  expect(stored.length).toBeLessThan(58)
  await until(() => stored.length === 58)
  expect(Date.now() - now).toBeGreaterThan(1_300)
  expect(stored.map((one) => (one.kind === 'reading' ? one.value : null))).toEqual(
    all.map((_, n) => n),
  )
  expect([refused, connections()]).toEqual([[], 1])
  socket.destroy()
})

it('strangers behind the same address do not keep a station out, and who names an unknown one is let go', async () => {
  refused.length = 0
  const limits = { tickMs: 50, headerMs: 200, perAddress: 3 }
  const { port, connections } = await host(async () => [], limits)
  const strangers = ['', '##zzzz'.padEnd(1_100, 'x'), unknownSaying()].map((words) => {
    const socket = connect(port, '127.0.0.1')
    socket.write(words)
    return socket
  })
  await until(() => connections() === 3)
  await until(() => connections() === 2)
  const another = connect(port, '127.0.0.1')
  await until(() => connections() === 3)
  const station = createStation(plan)
  const socket = connect(port, '127.0.0.1')
  for (const one of station.open(new Date())) socket.write(one)
  const [answer] = await Promise.race([once(socket, 'data'), once(socket, 'close')])
  expect(answer).toBeInstanceOf(Buffer)
  expect(refused).toContain('too-many-connections')
  const further = Array.from({ length: 6 }, () => connect(port, '127.0.0.1'))
  await until(() => refused.filter((one) => one === 'too-many-connections').length === 7)
  expect([socket.destroyed, connections()]).toEqual([false, 3])
  for (const one of [...strangers, another, socket, ...further]) one.destroy()
})

const unknownSaying = () =>
  frameOf('DataTime=20260302010000', { MN: 'STRANGER', QN: writeMs(new Date()), Flag: '4' })

const until = async (met: () => boolean): Promise<void> => {
  for (let tries = 0; !met(); tries++) {
    if (tries > 500) throw new Error('it does not come')
    await new Promise((resolve) => setTimeout(resolve, 10))
  }
}
