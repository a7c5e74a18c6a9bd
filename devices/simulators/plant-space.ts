// What is in the made-up plant: a tank, a pump, and a room of gas detectors?
import {
  type AddressSpace,
  ConditionInfo,
  DataType,
  type Namespace,
  type OPCUAServer,
  StatusCodes,
  type UAAlarmConditionEx,
  type UAObject,
  type UAVariable,
} from 'node-opcua'
import { gasDetectors, gasNode, plantUri, scenarioNode, tankTags } from './plant-names.ts'

export type Space = { analog: Map<string, UAVariable>; alarms: Map<string, UAAlarmConditionEx> }

type Limits = { highHigh: number; high: number; low: number; lowLow: number }

/** The library gives every alarm 150, and 0 when it ends; a plant that means it says how grave each is. */
const severities: Readonly<Record<string, number>> = {
  HighHigh: 900,
  LowLow: 900,
  High: 700,
  Low: 500,
  Active: 600,
}

export const furnish = (
  server: OPCUAServer,
  before: readonly string[],
): Space & { pump: UAVariable; request: UAVariable } => {
  const addressSpace = server.engine.addressSpace as AddressSpace
  addressSpace.installAlarmsAndConditionsService()
  // Namespaces that are there first move ours to another number.
  for (const uri of before) addressSpace.registerNamespace(uri)
  const namespace = addressSpace.registerNamespace(plantUri)
  const space: Space = { analog: new Map(), alarms: new Map() }
  const tank = areaOf(addressSpace, namespace, 'T101')
  for (const { node, range, start, limits } of Object.values(tankTags))
    addLimited(namespace, tank, space, { node, range, start, limits })
  const gas = areaOf(addressSpace, namespace, 'G200')
  for (let n = 1; n <= gasDetectors; n++)
    addLimited(namespace, gas, space, {
      node: gasNode(n),
      range: [0, 100],
      start: 2,
      limits: { highHigh: 50, high: 25, low: -1, lowLow: -2 },
    })
  const request = namespace.addVariable({
    browseName: scenarioNode,
    nodeId: `s=${scenarioNode}`,
    organizedBy: addressSpace.rootFolder.objects,
    dataType: 'String',
    accessLevel: 'CurrentRead | CurrentWrite',
    userAccessLevel: 'CurrentRead | CurrentWrite',
  })
  request.setValueFromSource({ dataType: DataType.String, value: '' })
  return {
    ...space,
    pump: addPump(namespace, areaOf(addressSpace, namespace, 'P301'), space),
    request,
  }
}

const areaOf = (addressSpace: AddressSpace, namespace: Namespace, name: string): UAObject => {
  const { objects } = addressSpace.rootFolder
  const { server } = objects
  return namespace.addObject({
    browseName: name,
    nodeId: `s=${name}`,
    organizedBy: objects,
    eventNotifier: 1,
    eventSourceOf: server,
  })
}

type Limited = { node: string; range: readonly [number, number]; start: number; limits: Limits }

const addLimited = (
  namespace: Namespace,
  area: UAObject,
  space: Space,
  { node, range, start, limits }: Limited,
): void => {
  const tag = namespace.addAnalogDataItem({
    browseName: node,
    nodeId: `s=${node}`,
    componentOf: area,
    dataType: 'Double',
    engineeringUnitsRange: { low: range[0], high: range[1] },
  })
  tag.setValueFromSource({ dataType: DataType.Double, value: start })
  const alarm = namespace.instantiateExclusiveLimitAlarm('ExclusiveLimitAlarmType', {
    browseName: `${node}.Alarm`,
    nodeId: `s=${node}.Alarm`,
    componentOf: area,
    conditionName: node,
    conditionSource: area,
    inputNode: tag,
    highHighLimit: limits.highHigh,
    highLimit: limits.high,
    lowLimit: limits.low,
    lowLowLimit: limits.lowLow,
    optionals: ['ConfirmedState', 'Confirm', 'ShelvingState', 'SuppressedState', 'MaxTimeShelved'],
    maxTimeShelved: 3_600_000,
  })
  equip(alarm)
  space.analog.set(node, tag)
  space.alarms.set(node, alarm)
}

const addPump = (namespace: Namespace, area: UAObject, space: Space): UAVariable => {
  const [node, normal] = ['P301.State', 'P301.Normal']
  const state = (name: string) =>
    namespace.addVariable({
      browseName: name,
      nodeId: `s=${name}`,
      componentOf: area,
      dataType: 'Boolean',
    })
  const [running, expected] = [state(node), state(normal)]
  for (const one of [running, expected])
    one.setValueFromSource({ dataType: DataType.Boolean, value: true })
  const alarm = namespace.instantiateOffNormalAlarm({
    browseName: `${node}.Alarm`,
    nodeId: `s=${node}.Alarm`,
    componentOf: area,
    conditionName: node,
    conditionSource: area,
    inputNode: running,
    normalState: expected,
    optionals: ['ConfirmedState', 'Confirm', 'ShelvingState', 'MaxTimeShelved'],
    maxTimeShelved: 3_600_000,
  })
  equip(alarm as unknown as UAAlarmConditionEx)
  space.alarms.set(node, alarm as unknown as UAAlarmConditionEx)
  return running
}

const equip = (alarm: UAAlarmConditionEx): void => {
  // It starts without a state, and then counts as shelved.
  alarm.shelvingState?.setState('Unshelved')
  alarm.calculateConditionInfo = (state, isActive, value) =>
    new ConditionInfo({
      message: isActive ? `${state ?? 'Active'} ${value}` : 'Back to normal',
      quality: StatusCodes.Good,
      retain: true,
      severity: isActive ? (severities[state ?? 'Active'] ?? 600) : 100,
    })
}
