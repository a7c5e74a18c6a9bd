// A made-up plant behind a cable that can be cut, and a link to it whose tellings are kept.
import { mkdtempSync, rmSync } from 'node:fs'
import { type AddressInfo, createServer, connect as dial, type Server, type Socket } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Item } from '../../../devices/opcua/items.ts'
import { type Gap, type Health, type LinkDeps, openLink } from '../../../devices/opcua/link.ts'
import { readSettings } from '../../../devices/opcua/settings.ts'
import type { Condition, Observation, Reading } from '../../../devices/port/port.ts'
import { type Plant, startPlant } from '../../../devices/simulators/opcua-plant.ts'
import {
  everyGas,
  gasNode,
  pumpNode,
  registered,
  tankTags,
} from '../../../devices/simulators/plant-names.ts'

export const freePort = async (): Promise<number> => {
  const server = createServer()
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const { port } = server.address() as AddressInfo
  await new Promise((resolve) => server.close(resolve))
  return port
}

const itemOf = (device: string, node: string, unit: string | null): Item => ({
  device,
  point: registered(node),
  node: registered(node),
  unit,
  levels: {},
})
export const items: Item[] = [
  ...Object.values(tankTags).map(({ node }) => itemOf('T101', node, null)),
  itemOf('P301', pumpNode, null),
  ...everyGas.map((n) => itemOf('G200', gasNode(n), '%LEL')),
]

export const openSite = async () => {
  const folder = mkdtempSync(join(tmpdir(), 'anjian-opcua-'))
  const port = await freePort()
  const begin = (before: string[] = []) =>
    startPlant({ port, seed: 1, folder: join(folder, 'plant'), before })
  let plant: Plant = await begin()
  const cable = await openCable(port)
  return {
    port,
    plant: () => plant,
    cable,
    certificates: join(folder, 'link'),
    stop: () => plant.stop(),
    begin: async (before: string[] = []) => {
      plant = await begin(before)
    },
    close: async () => {
      await plant.stop()
      await cable.close()
      rmSync(folder, { recursive: true, force: true })
    },
  }
}

/** Carries bytes to the plant until it is cut. */
const openCable = async (to: number) => {
  let whole = true
  const sockets = new Set<Socket>()
  const nears = new Set<Socket>()
  let recording: Uint8Array[] | null = null
  const server: Server = createServer((near) => {
    if (!whole) return void near.destroy()
    const far = dial(to, '127.0.0.1')
    nears.add(near)
    far.on('data', (bytes) => recording?.push(bytes))
    near.on('close', () => nears.delete(near))
    for (const [one, other] of [
      [near, far],
      [far, near],
    ] as const) {
      sockets.add(one)
      one.on('data', (bytes) => other.write(bytes))
      one.on('error', () => undefined)
      one.on('close', () => other.destroy())
    }
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const cut = () => {
    whole = false
    for (const socket of sockets) socket.destroy()
    sockets.clear()
  }
  return {
    port: (server.address() as AddressInfo).port,
    cut,
    /** Somebody in between says something to all who are connected. */
    inject: (bytes: Uint8Array): void => {
      for (const near of nears) near.write(bytes)
    },
    /** What the plant says meanwhile, byte for byte. */
    record: async (meanwhile: () => Promise<void>): Promise<Uint8Array> => {
      recording = []
      await meanwhile()
      const bytes = Buffer.concat(recording)
      recording = null
      return bytes
    },
    mend: () => {
      whole = true
    },
    close: async () => {
      cut()
      await new Promise((resolve) => server.close(resolve))
    },
  }
}

export const openLinkTo = (
  site: { cable: { port: number }; certificates: string },
  given: Record<string, unknown> = {},
  more: Partial<LinkDeps> = {},
) => {
  const delivered: Observation[] = []
  const health: Health[] = []
  const gaps: Gap[] = []
  const complaints: string[] = []
  const url = `opc.tcp://127.0.0.1:${site.cable.port}/plant`
  const link = openLink({
    settings: readSettings(
      { url, publishingMs: 100, samplingMs: 50, plant: 'park', ...given },
      { simulated: true, secret: null },
    ),
    items,
    certificates: site.certificates,
    waits: { againMs: 200, refusedMs: 60_000, reconnectMs: [200, 1_000] },
    onObservation: (observations) => void delivered.push(...observations),
    onHealth: (one) => void health.push(one),
    onGap: (gap) => void gaps.push(gap),
    onComplaint: (words) => void complaints.push(words),
    ...more,
  })
  const conditions = (node: string): Condition[] =>
    delivered
      .filter((one) => one.kind === 'condition')
      .filter(({ condition }) => condition === registered(`${node}.Alarm`))
  const readings = (node: string): Reading[] =>
    delivered
      .filter((one) => one.kind === 'reading')
      .filter(({ point }) => point === registered(node))
  return {
    link,
    delivered,
    health,
    gaps,
    complaints,
    conditions,
    readings,
    state: () => health.at(-1)?.state,
  }
}
