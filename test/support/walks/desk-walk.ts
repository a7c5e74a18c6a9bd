// What may go wrong with a task when anybody does anything with it, in any order?

import { agenda } from '../../../domain/engine/clocks/escalation-policy.ts'
import { partOf } from '../../../domain/engine/items/parts.ts'
import { DomainError } from '../../../domain/language/errors.ts'
import type { ProcessDefinition } from '../../../domain/model/process.ts'
import type { CaseRecord, OpenTask } from '../../../domain/model/record.ts'
import type { Person } from '../../../domain/organisation/actor.ts'
import { isMember, mayWork } from '../../../domain/tasks/assignment.ts'
import { isRequestedSigner, removableBy, signable } from '../../../domain/tasks/signers.ts'
import { outcomeOf, pendingSigners } from '../../../domain/tasks/signing.ts'
import { standing } from '../../../domain/tasks/tasks.ts'
import { later } from '../../../domain/time/instant.ts'
import { playing } from '../../case/acting.ts'
import { type Dice, dice, oneOf } from '../dice.ts'
import { lookedUpIn } from '../processes/task-operations.ts'
import { actsIn, type Start } from './desk-starts.ts'
import { itemFaults } from './item-faults.ts'
import { replay, standingOf } from './replaying.ts'
import type { Samples } from './walk.ts'

export type Setting = {
  process: ProcessDefinition
  people: Person[]
  forms: Samples
  starts: Start[]
}

const reason = { reason: '试验' }
const positions = ['before', 'parallel', 'after']
const ways = [{}, { way: 'again' }, { way: 'straight' }]

type ActRequest = [type: string, data: Record<string, unknown>]

/** A request about one task: mostly of its desk, else one of the forms that have a place now, or of any. */
const requestFor = (
  roll: Dice,
  { process, people, forms }: Setting,
  { snapshot }: CaseRecord,
  task: OpenTask,
): ActRequest => {
  const to = oneOf(roll, people)?.id ?? ''
  const post =
    oneOf(roll, people)?.appointments.map(({ office, role }) => `${office}/${role}`)[0] ?? ''
  const signer = String(pendingSigners(task)[0]?.no ?? 1)
  const openTasks: (() => ActRequest)[] = [
    () => ['sign', { opinion: '可' }],
    () => ['sign', {}],
    () => ['oppose', { opinion: '不可' }],
    () => [
      'add-signer',
      { to: roll(4) === 0 ? post : to, position: oneOf(roll, positions), ...reason },
    ],
    () => ['remove-signer', { signer, ...reason }],
    () => ['delegate', { to, ...reason }],
    () => ['hand-back', { opinion: '已核' }],
    () => [
      'return',
      { to: oneOf(roll, returnsOf(process, task)) ?? task.state, ...oneOf(roll, ways), ...reason },
    ],
    () => ['take-back', reason],
    () => ['claim', {}],
    () => ['release', reason],
    () => ['transfer', { to, ...reason }],
    () => ['reassign', { to, ...reason }],
  ]
  if (roll(2) === 0) return (openTasks[roll(openTasks.length)] as () => ActRequest)()
  const types = roll(4) === 0 ? Object.keys(forms) : actsIn(process, forms, snapshot)
  const type = types[roll(types.length)] as string
  return [type, oneOf(roll, forms[type] ?? []) ?? {}]
}

const targets = new WeakMap<ProcessDefinition, Map<string, string[]>>()
const returnsOf = (process: ProcessDefinition, { state }: OpenTask): string[] => {
  const known = targets.get(process) ?? new Map<string, string[]>()
  targets.set(process, known)
  const found =
    known.get(state) ??
    process.machine.getStateNodeById(`${process.machine.id}.${state}`).config.on?.return ??
    []
  const list = (Array.isArray(found) ? found : [found]).map((one) =>
    typeof one === 'string' ? one : String(one.guard?.params?.to ?? ''),
  )
  known.set(state, list)
  return list
}

const signaturesAreWhole = (task: OpenTask): string[] => {
  const signatures = standing(task)
  const deciding = signatures.filter(
    ({ as }) => !task.added?.some(({ no, position }) => no === as && position === 'before'),
  )
  const twice = new Set(deciding.map(({ person }) => person)).size !== deciding.length
  const slots = signatures.flatMap(({ as }) => as ?? [])
  return [
    ...(twice ? [`${task.id}: somebody counts twice`] : []),
    ...(new Set(slots).size === slots.length ? [] : [`${task.id}: a place is taken twice`]),
    ...(task.proposal && outcomeOf(task) !== 'open' ? [`${task.id}: it is decided and waits`] : []),
    ...(!task.proposal && deciding.length > 0
      ? [`${task.id}: a signature stands under nothing`]
      : []),
  ]
}

/** Somebody can sign, decide, hand back or remove who does not sign; or time will go on. */
const goesOn = (record: CaseRecord, people: Person[]): boolean =>
  record.status === 'closed' ||
  agenda(record).length > 0 ||
  Object.keys(record.openTasks).length === 0 ||
  Object.values(record.openTasks).some((task) =>
    people.some(
      (by) =>
        mayWork(task, by) === true ||
        signable({ task, by, data: {}, returnTargets: [], lenders: [], region: record.region }) ===
          true ||
        (task.delegated !== undefined && isRequestedSigner(task, by)) ||
        removableBy(task, by).length > 0,
    ),
  )

/** One walk of `steps` requests from one of the starts; what it found wrong. */
export const taskWalk = (setting: Setting, seed: number, steps: number): string[] => {
  const roll = dice(seed)
  const { process, people } = setting
  const from = setting.starts[roll(setting.starts.length)]
  if (!from) return ['nowhere to start']
  const play = playing(process, people[0] as Person, {}, from.at, from.record)
  const wrong: string[] = []
  let now = from.at
  for (let step = 0; step < steps && play.record().status === 'open'; step += 1) {
    now = later(now, 60_000)
    play.to(now)
    const task = oneOf(roll, Object.values(play.record().openTasks))
    if (!task) break
    const part = partOf(process, play.record(), task.item)
    const asked = { ...setting, process: part.process }
    const [type, data] = requestFor(roll, asked, part.record, task)
    const near = people.filter((by) => isMember(task, by) || isRequestedSigner(task, by))
    const by = (roll(5) > 0 ? oneOf(roll, near) : undefined) ?? (oneOf(roll, people) as Person)
    try {
      play.act(by, type, data, {
        ...(type === 'take-back' ? {} : { taskId: task.id }),
        lookedUp: lookedUpIn(people, data),
      })
      wrong.push(...Object.values(play.record().openTasks).flatMap(signaturesAreWhole))
    } catch (error) {
      if (!(error instanceof DomainError)) throw error
      if (error.code === 'not-allowed' && error.reasons.length === 0)
        wrong.push(`${type} is refused without a reason`)
    }
  }
  if (!goesOn(play.record(), people)) wrong.push('nobody can go on, and no clock will')
  const said = replay(process, from.record, play.facts, people)
  if (said.standing !== standingOf(play.record()))
    wrong.push('the record does not explain the case')
  wrong.push(...itemFaults(process, said.items, play.record()))
  return wrong.map(
    (what) => `seed ${seed}: ${what} after ${play.facts.map(({ type }) => type).join(' ')}`,
  )
}
