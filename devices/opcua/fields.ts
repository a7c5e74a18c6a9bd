// What does an event of a plant say, field by field?
import { cut, replaceUnseen } from '../port/cut.ts'
import { isNothing, lasting } from './addresses.ts'

/** A server answers null for a field that the type of an event does not have. */
export const FIELDS = [
  'EventId',
  'EventType',
  'SourceNode',
  'SourceName',
  'Time',
  'ReceiveTime',
  'Message',
  'Severity',
  'ConditionId',
  'ConditionName',
  'ConditionClassId',
  'BranchId',
  'Retain',
  'Quality',
  'LastSeverity',
  'Comment',
  'ClientUserId',
  'EnabledState.Id',
  'ActiveState.Id',
  'ActiveState.TransitionTime',
  'ActiveState.EffectiveDisplayName',
  'AckedState.Id',
  'ConfirmedState.Id',
  'SuppressedState.Id',
  'OutOfServiceState.Id',
  'ShelvingState.CurrentState',
  'SuppressedOrShelved',
  'InputNode',
  'LimitState.CurrentState',
  'HighHighLimit',
  'HighLimit',
  'LowLimit',
  'LowLowLimit',
  'HighHighState.Id',
  'HighState.Id',
  'LowState.Id',
  'LowLowState.Id',
]

export type LimitState = 'HighHigh' | 'High' | 'Low' | 'LowLow'

/** Names of nodes are lasting ones. `branch` null: the present occurrence. */
export type PlantEvent = {
  id: string
  type: string
  source: string | null
  sourceName: string
  time: Date | null
  received: Date | null
  message: string
  severity: number | null
  lastSeverity: number | null
  condition: string | null
  conditionName: string
  branch: string | null
  retain: boolean | null
  /** False: the plant itself doubts the state it tells. */
  good: boolean
  enabled: boolean | null
  active: boolean | null
  acked: boolean | null
  confirmed: boolean | null
  suppressed: boolean
  outOfService: boolean
  shelved: boolean
  input: string | null
  limitState: LimitState | null
  limit: number | null
}

const limitStates: readonly LimitState[] = ['HighHigh', 'LowLow', 'High', 'Low']

/** `values` in the order of `FIELDS`, as the stack has decoded them. */
export const eventOf = (values: readonly unknown[], namespaces: readonly string[]): PlantEvent => {
  const of = (field: string): unknown => values[FIELDS.indexOf(field)] ?? null
  const node = (field: string): string | null => nodeOf(of(field), namespaces)
  const flag = (field: string): boolean | null =>
    typeof of(field) === 'boolean' ? (of(field) as boolean) : null
  const number = (field: string): number | null =>
    typeof of(field) === 'number' ? (of(field) as number) : null
  const shelf = textOf(of('ShelvingState.CurrentState'))
  const limitState = limitStateOf(textOf(of('LimitState.CurrentState')), flag)
  return {
    id: hexOf(of('EventId')),
    type: node('EventType') ?? '',
    source: node('SourceNode'),
    sourceName: textOf(of('SourceName')),
    time: dateOf(of('Time')),
    received: dateOf(of('ReceiveTime')),
    message: textOf(of('Message')),
    severity: number('Severity'),
    lastSeverity: number('LastSeverity'),
    condition: node('ConditionId'),
    conditionName: textOf(of('ConditionName')),
    branch: node('BranchId'),
    retain: flag('Retain'),
    good: isGood(of('Quality')),
    enabled: flag('EnabledState.Id'),
    active: flag('ActiveState.Id'),
    acked: flag('AckedState.Id'),
    confirmed: flag('ConfirmedState.Id'),
    suppressed: flag('SuppressedState.Id') === true || flag('EnabledState.Id') === false,
    outOfService: flag('OutOfServiceState.Id') === true,
    // Not SuppressedOrShelved: servers set it where the shelf has no state yet.
    shelved: shelf !== '' && shelf !== 'Unshelved',
    input: node('InputNode'),
    limitState,
    limit: limitState === null ? null : number(`${limitState}Limit`),
  }
}

const limitStateOf = (
  exclusive: string,
  flag: (field: string) => boolean | null,
): LimitState | null =>
  limitStates.find((one) => one === exclusive) ??
  limitStates.find((one) => flag(`${one}State.Id`) === true) ??
  null

const nodeOf = (value: unknown, namespaces: readonly string[]): string | null => {
  if (value === null || typeof value !== 'object') return null
  const written = String(value)
  return isNothing(written) ? null : lasting(written, namespaces)
}

/** Hostile text is cut and cleaned before anything else sees it. */
const textOf = (value: unknown): string => {
  const text = typeof value === 'object' && value !== null && 'text' in value ? value.text : value
  return typeof text === 'string' ? cut(replaceUnseen(text, ' ')) : ''
}

const hexOf = (value: unknown): string =>
  value instanceof Uint8Array ? Buffer.from(value).toString('hex') : ''

/** Stacks write "no time" as 1601. */
const dateOf = (value: unknown): Date | null =>
  value instanceof Date && value.getTime() > 0 ? value : null

/** The two upper bits of a status code are 00 when it is good. */
export const isGood = (status: unknown): boolean => {
  const code =
    typeof status === 'object' && status !== null && 'value' in status ? Number(status.value) : 0
  return code >>> 30 === 0
}
