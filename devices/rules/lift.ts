// Are people trapped in this lift?
import type { Observation, Reading } from '../port/port.ts'
import { finding, isLive, type Judged, type Rule, type Subject } from './rule.ts'

type Status = {
  person: number | null
  door_zone: number | null
  direction: number | null
  service_mode: number | null
}

type Memory = {
  /** What was reported about each fault last, by its own moment. */
  faults: Record<string, { at: string; active: boolean }>
  /** When everybody was out: what was reported up to then counts no more. */
  released: string
  /** What one moment's status has said so far. */
  partial: { at: string; values: Partial<Status> }
  /** The last status that was whole: values of two moments together are no state of the car. */
  status: Status & { at: string }
  trapped: boolean
  /** Of the last finding: whoever keeps the alarm believes none that is older. */
  foundAt: string
}

const unknown: Status = { person: null, door_zone: null, direction: null, service_mode: null }
const parts = Object.keys(unknown)

/** GB/T 24476: 11 困人, 90 轿厢报警按钮, 91 – 93 关人. */
const calls = ['11', '90', '91', '92', '93']
const outsideZone = '04'
const normalService = 1

/** Once everybody is out, what the lift itself still reports is its fault, and nobody in it. */
const stands = ({ faults, released }: Memory, id: string): boolean => {
  const fault = faults[id]
  return fault?.active === true && fault.at > released
}

const isTrapped = (memory: Memory): boolean => {
  if (calls.some((id) => stands(memory, id))) return true
  const { at, person, door_zone, direction, service_mode } = memory.status
  const stuck =
    stands(memory, outsideZone) ||
    (door_zone === 0 && direction === 0 && service_mode === normalService)
  return stuck && person === 1 && at > memory.released
}

const reasonOf = (memory: Memory): string => {
  if (stands(memory, '90')) return '轿厢报警按钮'
  return calls.some((id) => stands(memory, id)) ? '故障报告困人' : '轿厢在开锁区域外停止且有人'
}

/** In whatever order it arrives: what is older than the newest of its own kind changes nothing. */
const afterReport = (before: Memory, one: Observation): Memory => {
  if (one.kind === 'reading') return measured(before, one)
  if (one.kind !== 'document') return before
  if (one.document === 'lift-fault') {
    const [id, active] = [String(one.body.fault), one.body.active === true]
    const newest = before.faults[id]?.at ?? ''
    return one.at < newest
      ? before
      : { ...before, faults: { ...before.faults, [id]: { at: one.at, active } } }
  }
  const out = one.body.status === 'released' || one.body.status === 'reported'
  return out && one.at > before.released ? { ...before, released: one.at } : before
}

const measured = (before: Memory, { point, at, value, quality }: Reading): Memory => {
  if (at < before.partial.at) return before
  const earlier = at === before.partial.at ? before.partial.values : {}
  const values = { ...earlier, [point]: quality === 'good' ? value : null }
  const whole = parts.every((part) => part in values)
  return {
    ...before,
    partial: { at, values },
    status: whole ? { ...unknown, ...values, at } : before.status,
  }
}

/**
 * That somebody was trapped by what its status said stands in no paper: who has taken the line over says once that nobody is. Of an alarm
 * that never stood that is nothing.
 */
const mayEndUnseen = (before: Memory, memory: Memory): boolean =>
  !memory.trapped &&
  before.status.at === '' &&
  (memory.status.at > before.foundAt || memory.released > before.released)

/** Alarm button, or stopped outside of the unlocking zone with somebody in the car (TSG T5002: rescuers arrive within 30 minutes). */
export const trapped: Rule<Memory> = {
  name: 'trapped',
  past: 'papers',
  about: (one, of) => {
    if (one.kind === 'reading')
      return parts.includes(one.point) && of.points.has('door_zone') ? of.key : null
    return one.kind === 'document' &&
      (one.document === 'lift-fault' || one.document === 'lift-rescue')
      ? of.key
      : null
  },
  fresh: {
    faults: {},
    released: '',
    partial: { at: '', values: {} },
    status: { ...unknown, at: '' },
    trapped: false,
    foundAt: '',
  },
  judge: (before, one, of, now): Judged<Memory> => {
    if (!isLive(one, now)) return { memory: before, findings: [] }
    const next = afterReport(before, one)
    const memory = { ...next, trapped: isTrapped(next) }
    if (memory.trapped === before.trapped && !mayEndUnseen(before, memory))
      return { memory, findings: [] }
    if (one.at > memory.foundAt) memory.foundAt = one.at
    return { memory, findings: [findingOf(memory, one, of)] }
  },
}

const findingOf = (memory: Memory, one: Observation, of: Subject) => {
  const text = memory.trapped
    ? `${of.name} 电梯困人：${reasonOf(memory)}`
    : `${of.name} 被困人员已解救或报警已解除`
  const at = memory.foundAt
  const found = finding(one, of, {
    point: 'car',
    condition: 'trapped',
    active: memory.trapped,
    level: 1,
    text,
    at,
  })
  // Two that are reported late may be found as of one moment.
  return at === one.at ? found : { ...found, event: `${found.event}/${nameOf(one)}/${one.at}` }
}

const nameOf = (one: Observation): string => (one.kind === 'document' ? one.key : one.kind)
