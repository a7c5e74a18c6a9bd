// How does a made-up plant behave over OPC UA, the same each time for the same seed?
import {
  DataType,
  MessageSecurityMode,
  OPCUACertificateManager,
  OPCUAServer,
  SecurityPolicy,
  type StatusCode,
  StatusCodes,
  type UAVariable,
} from 'node-opcua'
import { dice } from '../frames/dice.ts'
import { gasNode, type TankTag, tankTags } from './plant-names.ts'
import { furnish, type Space } from './plant-space.ts'

export type PlantOptions = {
  port: number
  seed: number
  /** The folder of the plant's certificates. */
  folder: string
  host?: string
  /** Namespaces that this start registers before its own, so that its number changes. */
  before?: readonly string[]
  log?: (line: string) => void
}

export type Plant = Awaited<ReturnType<typeof startPlant>>

/** Only a made-up plant may be reached without security; it offers the secure ways too. */
const security = {
  securityPolicies: [
    SecurityPolicy.None,
    SecurityPolicy.Basic256Sha256,
    SecurityPolicy.Aes256_Sha256_RsaPss,
  ],
  securityModes: [MessageSecurityMode.None, MessageSecurityMode.SignAndEncrypt],
}

export const startPlant = async ({
  port,
  seed,
  folder,
  host = '127.0.0.1',
  before = [],
  log = () => undefined,
}: PlantOptions) => {
  const certificates = new OPCUACertificateManager({
    rootFolder: folder,
    automaticallyAcceptUnknownCertificate: true,
    disableFileWatchers: true,
  })
  await certificates.initialize()
  const server = new OPCUAServer({
    port,
    hostname: host,
    resourcePath: '/plant',
    serverCertificateManager: certificates,
    ...security,
    buildInfo: { productName: 'anjian-simulated-plant', buildNumber: '1', buildDate: new Date(0) },
    serverCapabilities: { maxSessions: 20 },
    disableDiscovery: true,
  } as ConstructorParameters<typeof OPCUAServer>[0])
  await server.initialize()
  const space = furnish(server, before)
  await server.start()
  const chance = dice(seed)
  const write = (tag: UAVariable, value: number | boolean, status: StatusCode) => {
    try {
      tag.setValueFromSource(
        { dataType: typeof value === 'number' ? DataType.Double : DataType.Boolean, value },
        status,
      )
    } catch (error) {
      // The library throws at a second bad value, after it has stored it.
      if (!/condition values have not change/.test((error as Error).message)) throw error
      log('no news for the alarm')
    }
  }
  const tagOf = (node: string): UAVariable => {
    const tag = space.analog.get(node)
    if (!tag) throw new TypeError(`no tag ${node}`)
    return tag
  }
  const set = (node: string, value: number, status: StatusCode = StatusCodes.Good) =>
    write(tagOf(node), value, status)
  return {
    url: `opc.tcp://${host}:${port}/plant`,
    chance,
    set,
    tank: (tag: TankTag, value: number): void => set(tankTags[tag].node, value),
    /** The sensor fails: its last value stays, its quality is bad. */
    fail: (node: string): void =>
      set(node, Number(tagOf(node).readValue().value.value), StatusCodes.BadSensorFailure),
    gas: (n: number, percent: number): void => set(gasNode(n), percent),
    pump: (runs: boolean): void => write(space.pump, runs, StatusCodes.Good),
    alarm: (node: string) => stateOf(space, node),
    /** Told what a client writes to the node of scenarios. */
    onRequest: (receive: (request: string) => void): void =>
      void space.request.on('value_changed', ({ value }) => receive(String(value.value))),
    /** The next request may be the same one. */
    granted: (): void => space.request.setValueFromSource({ dataType: DataType.String, value: '' }),
    server,
    stop: async (): Promise<void> => {
      await server.shutdown(0)
      await certificates.dispose()
    },
  }
}

const stateOf = (space: Space, node: string) => {
  const alarm = space.alarms.get(node)
  if (!alarm) throw new TypeError(`no alarm ${node}`)
  return {
    active: stated(alarm.activeState),
    acked: stated(alarm.ackedState),
    confirmed: stated(alarm.confirmedState),
    shelved: alarm.shelvingState?.getCurrentState() ?? null,
    branches: alarm.getBranchCount(),
  }
}

/** The library's own question fails where nothing has been stated yet. */
const stated = (of: { id: UAVariable } | undefined): boolean | null =>
  of?.id.readValue().value.value ?? null
