// How do inspectors and enterprises handle hazards in a simulation?

import { hazardRectification } from '../../domain/hazard-rectification/process.ts'
import { stateKey } from '../../domain/model/chart.ts'
import type { CaseRecord } from '../../domain/model/record.ts'
import { addDays } from '../../domain/time/days.ts'
import { civilDate } from '../../domain/time/instant.ts'
import {
  type Chance,
  days,
  type Office,
  officeHours,
  type Plan,
} from '../support/walks/simulating.ts'
import { reported, samples } from './samples.ts'

type Situation = { record: CaseRecord; now: string; chance: Chance; pace: number }

const sample = (type: string, at = 0) => samples[type]?.[at] as Record<string, unknown>
const day = 6.5
/** Without items, so that no form has to answer them. */
const { items: _, ...unlisted } = sample('list-hazard')

const openTasks = ({ now, chance, pace }: Situation, hours: number): string => {
  const absent = chance.happens(0.05) ? chance.between(1, 5) * day : 0
  return officeHours(now, absent + pace * chance.about(hours, 0.5))
}
const at = (
  turn: Situation,
  who: string,
  hours: number,
  type: string,
  data: Record<string, unknown> = sample(type),
): Plan => ({
  at: openTasks(turn, hours),
  who,
  type,
  data,
})
/** Beside the hazard itself other tasks may wait for the same person, so the one meant is named. */
const back = (turn: Situation, who: string, hours: number, from: string, to: string): Plan => {
  const task = Object.values(turn.record.openTasks).find(
    ({ state }) => state === `handling.${from}`,
  )
  return {
    ...at(turn, who, hours, 'return', { to: `handling.${to}`, reason: '重新办理' }),
    ...(task ? { taskId: task.id } : {}),
  }
}
/** With a date for the enterprise, counted from the day on which it is set. */
const setting = (plan: Plan, { chance }: Situation, shortest: number, longest: number): Plan => ({
  ...plan,
  data: {
    ...plan.data,
    dueDate: addDays(civilDate(plan.at), Math.round(chance.between(shortest, longest))),
  },
})
const failed = (turn: Situation, longest: number): Plan =>
  setting(at(turn, another(turn), 14, 're-check-failed', { reasons: '仍有泄漏' }), turn, 7, longest)

/** An enterprise takes most of the time that it is given, and a few take more. */
const rectified = (turn: Situation): Plan => {
  const { record, now, chance } = turn
  const { order, dueDate } = record.snapshot.context
  const left = Math.max(2, (Date.parse(`${dueDate}T16:00:00.000Z`) - Date.parse(now)) / 86_400_000)
  const type = order === 'listed' ? 'apply-acceptance' : 'report-rectified'
  return {
    at: days(now, left * (chance.happens(0.02) ? 1.1 : chance.between(0.7, 0.98)), chance),
    who: 'mao',
    type,
    data: sample(type, order === 'listed' ? 1 : 0),
  }
}

const expired = (turn: Situation): Plan => {
  if (turn.chance.happens(0.5)) return failed(turn, 15)
  return { ...rectified(turn), at: days(turn.now, 2, turn.chance) }
}

/** Whoever has set the present date may not look whether it was kept. */
const another = ({ record }: Situation): string =>
  record.snapshot.context.orderer === 'zhou' ? 'wu' : 'zhou'

const beforeTheOrder = (state: string, turn: Situation): Plan | null => {
  const { chance, record, now } = turn
  switch (state) {
    case 'verifying': {
      const signs = Object.values(record.openTasks).some(
        ({ task, proposal }) => task === 'verify' && proposal,
      )
      if (signs) return at(turn, 'wu', 3, 'sign', {})
      if (chance.happens(0.05)) return at(turn, 'lin', 8, 'reject')
      return at(turn, 'lin', 10, 'verify', sample('verify', chance.happens(0.03) ? 1 : 0))
    }
    case 'measuring':
      return at(turn, 'lin', 4, 'take-measures')
    case 'planning':
      return {
        at: days(now, chance.about(5, 0.4), chance),
        who: 'mao',
        type: 'file-plan',
        data: sample('file-plan'),
      }
    case 'plan-review':
      return chance.happens(0.15)
        ? back(turn, 'chen', 8, 'plan-review', 'planning')
        : at(turn, 'chen', 10, 'approve-plan')
    case 'listing':
      return setting(at(turn, 'ji', 14, 'list-hazard', unlisted), turn, 40, 90)
    case 'ordering':
      if (chance.happens(0.05)) return back(turn, 'lin', 5, 'ordering', 'verifying')
      return setting(at(turn, 'lin', 6, 'issue-order', { requirements: '更换' }), turn, 20, 40)
    default:
      return null
  }
}

const inState = (state: string, turn: Situation): Plan | null => {
  const { chance } = turn
  switch (state) {
    case 'rectifying.working':
      return rectified(turn)
    case 'rectifying.expired':
      return expired(turn)
    case 'rechecking':
      return chance.happens(0.04)
        ? failed(turn, 20)
        : at(turn, another(turn), 14, 're-check-passed')
    case 'accepting':
      return chance.happens(0.06)
        ? back(turn, 'chen', 8, 'accepting', 'rechecking')
        : at(turn, 'chen', 9, 'write-off')
    case 'delisting':
      return at(turn, 'ji', 12, 'de-list')
    default:
      return beforeTheOrder(state, turn)
  }
}

/** Hazards of a county, few of them major. */
export const hazardOffice: Office = {
  process: hazardRectification,
  opens: () => ({ who: 'lin', data: reported }),
  next: (request) => {
    const main = stateKey(request.record.snapshot.value)
      .split('|')
      .find((state) => state.startsWith('handling.'))
    return inState((main ?? '').slice('handling.'.length), request)
  },
}
