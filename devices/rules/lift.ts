// Are people trapped in this lift?
import type { Observation } from '../port.ts'
import { finding, isLive, type Judged, type Rule, type Subject } from './rule.ts'

type Status = { person: number | null; door_zone: number | null; direction: number | null; service_mode: number | null }

type Memory = {
  faults: Record<string, boolean>
  /** What one moment's status has said so far. */
  telling: { at: string; said: Partial<Status> }
  /** The last status that was whole: values of two moments together are no state of the car. */
  status: Status
  trapped: boolean
}

const unknown: Status = { person: null, door_zone: null, direction: null, service_mode: null }
const parts = Object.keys(unknown)

/** GB/T 24476: 11 困人, 90 轿厢报警按钮, 91 – 93 关人. */
const calls = ['11', '90', '91', '92', '93']
const outsideZone = '04'
const normalService = 1

const isTrapped = ({ faults, status: { person, door_zone, direction, service_mode } }: Memory): boolean => {
  if (calls.some((id) => faults[id])) return true
  const stuck = faults[outsideZone] || (door_zone === 0 && direction === 0 && service_mode === normalService)
  return Boolean(stuck) && person === 1
}

const reasonOf = ({ faults }: Memory): string => {
  if (faults['90']) return '轿厢报警按钮'
  return calls.some((id) => faults[id]) ? '故障报告困人' : '轿厢在开锁区域外停止且有人'
}

const told = (before: Memory, one: Observation): Memory => {
  if (one.kind === 'reading') {
    const { at, said } = before.telling
    const telling = { at: one.at, said: { ...(at === one.at ? said : {}), [one.point]: one.quality === 'good' ? one.value : null } }
    const whole = parts.every((part) => part in telling.said)
    return { ...before, telling, status: whole ? { ...unknown, ...telling.said } : before.status }
  }
  if (one.kind !== 'document') return before
  if (one.document === 'lift-fault') return { ...before, faults: { ...before.faults, [String(one.body.fault)]: one.body.active === true } }
  // Everybody is out: what the lift itself still reports is its fault, and nobody in it.
  const out = one.body.status === 'released' || one.body.status === 'reported'
  return out ? { ...before, faults: {}, status: { ...before.status, person: 0 } } : before
}

/** Alarm button, or stopped outside of the unlocking zone with somebody in the car (TSG T5002: rescuers arrive within 30 minutes). */
export const trapped: Rule<Memory> = {
  name: 'trapped',
  past: 'papers',
  about: (one, of) => {
    if (one.kind === 'reading') return parts.includes(one.point) && of.points.has('door_zone') ? of.key : null
    return one.kind === 'document' && (one.document === 'lift-fault' || one.document === 'lift-rescue') ? of.key : null
  },
  fresh: { faults: {}, telling: { at: '', said: {} }, status: unknown, trapped: false },
  judge: (before, one, of, now): Judged<Memory> => {
    if (!isLive(one, now)) return { memory: before, said: [] }
    const memory = told(before, one)
    memory.trapped = isTrapped(memory)
    if (memory.trapped === before.trapped) return { memory, said: [] }
    return { memory, said: [saidOf(memory, one, of)] }
  },
}

const saidOf = (memory: Memory, one: Observation, of: Subject) => {
  const text = memory.trapped ? `${of.name} 电梯困人：${reasonOf(memory)}` : `${of.name} 被困人员已解救或报警已解除`
  return finding(one, of, { point: 'car', condition: 'trapped', active: memory.trapped, level: 1, text })
}
