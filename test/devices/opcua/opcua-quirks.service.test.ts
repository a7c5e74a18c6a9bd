// What does the library's own server do that our link has to live with? When one of these fails, the link may be made simpler.
import {
  AttributeIds,
  acknowledgeCondition,
  type ClientSession,
  type ClientSubscription,
  callConditionRefresh,
  confirmCondition,
  constructEventFilter,
  DataType,
  type NodeId,
  OPCUAClient,
  StatusCodes,
  TimestampsToReturn,
  type Variant,
} from 'node-opcua'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { eventOf, FIELDS, type PlantEvent } from '../../../devices/opcua/fields.ts'
import { tankTags } from '../../../devices/simulators/plant-names.ts'
import { until } from '../plant.ts'
import { openSite } from './opcua-plants.ts'

let site: Awaited<ReturnType<typeof openSite>>
let client: OPCUAClient
let session: ClientSession
let subscription: ClientSubscription
const events: PlantEvent[] = []
const level = tankTags.level.node

const listenWith = async (
  queueSize: number,
  publishing: number,
  to: PlantEvent[],
): Promise<ClientSubscription> => {
  const made = await session.createSubscription2({
    requestedPublishingInterval: publishing,
    publishingEnabled: true,
    maxNotificationsPerPublish: 1_000,
  })
  const parameters = {
    queueSize,
    discardOldest: true,
    samplingInterval: 0,
    filter: constructEventFilter(FIELDS),
  }
  const item = await made.monitor(
    { nodeId: 'i=2253', attributeId: AttributeIds.EventNotifier },
    parameters,
    TimestampsToReturn.Both,
  )
  item.on(
    'changed',
    (values: Variant[]) =>
      void to.push(
        eventOf(
          values.map(({ value }) => value),
          [],
        ),
      ),
  )
  // The server grants the item before it listens for it: what is raised in between is told to nobody.
  await callConditionRefresh(session, made.subscriptionId)
  await until(() => to.some(isRefreshEnd))
  to.splice(0)
  return made
}
const isRefreshEnd = ({ type }: PlantEvent) => /(^|;)i=2788$/.test(type)
const of = (condition: string) =>
  events.filter((event) => event.condition?.endsWith(`${condition}.Alarm`))
const newest = (condition: string) =>
  of(condition)
    .filter(({ branch }) => branch === null)
    .at(-1)
const idOf = (event: PlantEvent | undefined) => Buffer.from(event?.id ?? '', 'hex')
const nodeOf = (event: PlantEvent | undefined) => event?.condition ?? ''

beforeAll(async () => {
  site = await openSite()
  client = OPCUAClient.create({ endpointMustExist: false, connectionStrategy: { maxRetry: 1 } })
  await client.connect(site.plant().url)
  session = await client.createSession()
  subscription = await listenWith(1_000, 50, events)
})
afterAll(async () => {
  await client.disconnect()
  await site.close()
})

test('a refresh replays the trunk and no branch; two at once are both granted and tell everything twice', async () => {
  for (const value of [85, 50, 85]) site.plant().tank('level', value)
  await until(() => of(level).length >= 4)
  expect(site.plant().alarm(level).branches).toBe(1)
  events.splice(0)
  const both = await Promise.all(
    [0, 1].map(() => callConditionRefresh(session, subscription.subscriptionId)),
  )
  expect(both.map(({ name }) => name)).toEqual(['Good', 'Good'])
  await until(() => events.filter(isRefreshEnd).length === 2)
  expect(of(level)).toHaveLength(2)
  expect(of(level).map(({ branch }) => branch)).toEqual([null, null])
  expect(new Set(of(level).map(({ id }) => id)).size).toBe(1)
})

test('confirmed before it is acknowledged: granted, and Retain is false of what stands', async () => {
  expect(
    (await confirmCondition(session, nodeOf(newest(level)), idOf(newest(level)), '')).name,
  ).toBe('Good')
  await until(() => newest(level)?.retain === false)
  expect(newest(level)).toMatchObject({ active: true, acked: false, retain: false })
})

test('a stale event is unknown; the newest may be acknowledged twice', async () => {
  const stale = Buffer.from('00000000000000000000000000000000', 'hex')
  expect((await acknowledgeCondition(session, nodeOf(newest(level)), stale, '')).name).toBe(
    'BadEventIdUnknown',
  )
  expect(
    (await acknowledgeCondition(session, nodeOf(newest(level)), idOf(newest(level)), '')).name,
  ).toBe('Good')
  await until(() => newest(level)?.acked === true)
  expect(
    (await acknowledgeCondition(session, nodeOf(newest(level)), idOf(newest(level)), '')).name,
  ).toBe('Good')
})

test('changes that nobody acknowledges make branches without end; a queue of five loses none of their events', async () => {
  const few: PlantEvent[] = []
  const small = await listenWith(5, 1_000, few)
  const before = site.plant().alarm('T101.Pressure').branches
  for (let n = 0; n < 30; n++) for (const value of [750, 400]) site.plant().tank('pressure', value)
  expect(site.plant().alarm('T101.Pressure').branches - before).toBeGreaterThanOrEqual(29)
  // 2.182.2 delivered five, and told of no overflow.
  await until(() => few.length === 90)
  await small.terminate()
  expect(few.some(({ type }) => type.endsWith('i=3035'))).toBe(false)
})

test('a bad value ends an alarm, and a second one throws', () => {
  const server = site.plant().server.engine.addressSpace
  const tag = server?.findNode(
    `ns=${server.getNamespaceIndex('urn:anjian:simulated-plant')};s=T101.Temperature`,
  ) as never as {
    setValueFromSource: (value: object, status: object) => void
  }
  const bad = (value: number) =>
    tag.setValueFromSource({ dataType: DataType.Double, value }, StatusCodes.BadSensorFailure)
  site.plant().tank('temperature', 55)
  expect(site.plant().alarm('T101.Temperature').active).toBe(true)
  // The alarm has ended, and then it throws already.
  expect(() => bad(55)).toThrow(/condition values have not change/)
  expect(site.plant().alarm('T101.Temperature').active).toBe(false)
  expect(() => bad(56)).toThrow(/condition values have not change/)
})

test('of itself an alarm starts shelved, and is as grave at HH as at H', () => {
  const space = site.plant().server.engine.addressSpace!
  const namespace = space.getOwnNamespace()
  const { objects } = space.rootFolder
  const source = namespace.addObject({
    browseName: 'XSource',
    organizedBy: objects,
    eventSourceOf: objects.server,
  })
  const tag = namespace.addAnalogDataItem({
    browseName: 'X',
    componentOf: source,
    dataType: 'Double',
    engineeringUnitsRange: { low: 0, high: 100 },
  })
  tag.setValueFromSource({ dataType: DataType.Double, value: 1 })
  const alarm = namespace.instantiateExclusiveLimitAlarm('ExclusiveLimitAlarmType', {
    browseName: 'XAlarm',
    conditionSource: source,
    inputNode: tag as never as NodeId,
    optionals: ['ShelvingState'],
    highHighLimit: 90,
    highLimit: 80,
    lowLimit: 0,
    lowLowLimit: -1,
  })
  expect(alarm.shelvingState?.getCurrentState()).toBeNull()
  expect(alarm.suppressedOrShelved.readValue().value.value).toBe(true)
  const severities = [85, 95, 50].map((value) => {
    tag.setValueFromSource({ dataType: DataType.Double, value })
    return alarm.currentBranch().getSeverity()
  })
  expect(severities).toEqual([150, 150, 0])
})
