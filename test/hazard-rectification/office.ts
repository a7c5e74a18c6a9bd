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
  asked: Situation,
  who: string,
  hours: number,
  type: string,
  data: Record<string, unknown> = sample(type),
): Plan => ({
  at: openTasks(asked, hours),
  who,
  type,
  data,
})
/** Beside the hazard itself other tasks may wait for the same person, so the one meant is named. */
const back = (asked: Situation, who: string, hours: number, from: string, to: string): Plan => {
  const task = Object.values(asked.record.openTasks).find(
    ({ state }) => state === `handling.${from}`,
  )
  return {
    ...at(asked, who, hours, 'return', { to: `handling.${to}`, reason: '重新办理' }),
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
const failed = (asked: Situation, longest: number): Plan =>
  setting(
    at(asked, another(asked), 14, 're-check-failed', { reasons: '仍有泄漏' }),
    asked,
    7,
    longest,
  )

/** An enterprise takes most of the time that it is given, and a few take more. */
const rectified = (asked: Situation): Plan => {
  const { record, now, chance } = asked
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

const expired = (asked: Situation): Plan => {
  if (asked.chance.happens(0.5)) return failed(asked, 15)
  return { ...rectified(asked), at: days(asked.now, 2, asked.chance) }
}

/** Whoever has set the present date may not look whether it was kept. */
const another = ({ record }: Situation): string =>
  record.snapshot.context.orderer === 'zhou' ? 'wu' : 'zhou'

const beforeTheOrder = (state: string, asked: Situation): Plan | null => {
  const { chance, record, now } = asked
  switch (state) {
    case 'verifying': {
      const signs = Object.values(record.openTasks).some(
        ({ task, proposal }) => task === 'verify' && proposal,
      )
      if (signs) return at(asked, 'wu', 3, 'sign', {})
      if (chance.happens(0.05)) return at(asked, 'lin', 8, 'reject')
      return at(asked, 'lin', 10, 'verify', sample('verify', chance.happens(0.03) ? 1 : 0))
    }
    case 'measuring':
      return at(asked, 'lin', 4, 'take-measures')
    case 'planning':
      return {
        at: days(now, chance.about(5, 0.4), chance),
        who: 'mao',
        type: 'file-plan',
        data: sample('file-plan'),
      }
    case 'plan-review':
      return chance.happens(0.15)
        ? back(asked, 'chen', 8, 'plan-review', 'planning')
        : at(asked, 'chen', 10, 'approve-plan')
    case 'listing':
      return setting(at(asked, 'ji', 14, 'list-hazard', unlisted), asked, 40, 90)
    case 'ordering':
      if (chance.happens(0.05)) return back(asked, 'lin', 5, 'ordering', 'verifying')
      return setting(at(asked, 'lin', 6, 'issue-order', { requirements: '更换' }), asked, 20, 40)
    default:
      return null
  }
}

const inState = (state: string, asked: Situation): Plan | null => {
  const { chance } = asked
  switch (state) {
    case 'rectifying.working':
      return rectified(asked)
    case 'rectifying.expired':
      return expired(asked)
    case 'rechecking':
      return chance.happens(0.04)
        ? failed(asked, 20)
        : at(asked, another(asked), 14, 're-check-passed')
    case 'accepting':
      return chance.happens(0.06)
        ? back(asked, 'chen', 8, 'accepting', 'rechecking')
        : at(asked, 'chen', 9, 'write-off')
    case 'delisting':
      return at(asked, 'ji', 12, 'de-list')
    default:
      return beforeTheOrder(state, asked)
  }
}

/** Hazards of a county, few of them major. */
export const hazardOffice: Office = {
  process: hazardRectification,
  opens: () => ({ who: 'lin', data: reported }),
  next: (asked) => {
    const main = stateKey(asked.record.snapshot.value)
      .split('|')
      .find((state) => state.startsWith('handling.'))
    return inState((main ?? '').slice('handling.'.length), asked)
  },
}
