// How do hazards go through an office in which everybody has a pile, his days of the week and his holidays?

import { hazardRectification } from '../../domain/hazard-rectification/process.ts'
import { stateKey } from '../../domain/model/chart.ts'
import { addDays } from '../../domain/time/days.ts'
import { sampleIn } from '../support/processes/lines.ts'
import type { Bureau, Errand, Turn } from '../support/walks/busy-bureau.ts'
import { reported, samples } from './samples.ts'

const sample = sampleIn(samples)
const inspectors = ['lin', 'wu', 'zhou']
type Form = Record<string, unknown>

/** Without items, so that no form has to answer them. */
const { items: _, ...unlisted } = sample('list-hazard')

const openTasks = (
  { chance }: Turn,
  who: string[],
  usual: number,
  type: string,
  data: Form = sample(type),
): Errand => ({
  type,
  who,
  hours: usual * (chance.happens(0.1) ? chance.between(2, 4) : chance.between(0.6, 1.4)),
  data: () => data,
})
const taskOf = ({ record }: Turn, state: string) =>
  Object.values(record.openTasks).find((task) => task.state === `handling.${state}`)
/** Beside the hazard itself other tasks may wait for the same person, so the one meant is named. */
const back = (turn: Turn, who: string[], from: string, to: string): Errand => {
  const task = taskOf(turn, from)
  return {
    ...openTasks(turn, who, 1, 'return', { to: `handling.${to}`, reason: '重新办理' }),
    ...(task ? { taskId: task.id } : {}),
  }
}
const until = (errand: Errand, days: number): Errand => ({
  ...errand,
  data: (on) => ({ ...errand.data?.(on), dueDate: addDays(on, days) }),
})

/** Orders give round numbers of days. */
const input = ({ chance }: Turn): number =>
  chance.happens(0.3) ? 15 : chance.happens(0.4) ? 20 : 30

/** Most enterprises are done in the last days, some soon, some not in time. */
const rectified = ({ record, now, chance }: Turn): Errand => {
  const { order, dueDate } = record.snapshot.context
  const left = Math.max(1, (Date.parse(`${dueDate}T16:00:00.000Z`) - Date.parse(now)) / 86_400_000)
  const share = chance.happens(0.06)
    ? chance.between(1.05, 1.2)
    : chance.happens(0.65)
      ? chance.between(0.8, 0.98)
      : chance.between(0.35, 0.8)
  const type = order === 'listed' ? 'apply-acceptance' : 'report-rectified'
  return {
    type,
    party: 'mao',
    days: left * share,
    data: () => sample(type, order === 'listed' ? 1 : 0),
  }
}

/** Whoever has set the present date may not look whether it was kept. */
const others = ({ record }: Turn): string[] =>
  inspectors.filter((one) => one !== record.snapshot.context.orderer)
const failed = (turn: Turn): Errand =>
  until(
    openTasks(turn, others(turn), 2, 're-check-failed', { reasons: '仍有泄漏' }),
    turn.chance.happens(0.5) ? 7 : 15,
  )

const verifying = (turn: Turn): Errand => {
  const { chance } = turn
  const proposed = taskOf(turn, 'verifying')
  if (proposed?.proposal) {
    const first = proposed.signatures.findLast(({ withdrawn }) => !withdrawn)?.person
    return {
      ...openTasks(
        turn,
        inspectors.filter((one) => one !== first),
        0.6,
        'sign',
        {},
      ),
      taskId: proposed.id,
    }
  }
  if (chance.happens(0.06)) return openTasks(turn, ['lin', 'wu'], 1, 'reject')
  return openTasks(turn, inspectors, 2, 'verify', sample('verify', chance.happens(0.05) ? 1 : 0))
}

const beforeTheOrder = (state: string, turn: Turn): Errand | null => {
  const { chance } = turn
  switch (state) {
    case 'verifying':
      return verifying(turn)
    case 'measuring':
      return openTasks(turn, inspectors, 1, 'take-measures')
    case 'planning':
      return {
        type: 'file-plan',
        party: 'mao',
        days: chance.between(2, 14),
        data: () => sample('file-plan'),
      }
    case 'plan-review':
      return chance.happens(0.2)
        ? back(turn, ['chen'], 'plan-review', 'planning')
        : openTasks(turn, ['chen'], 2, 'approve-plan')
    case 'listing':
      return until(
        openTasks(turn, ['ji'], 2, 'list-hazard', unlisted),
        30 * Math.ceil(chance.between(0, 3)),
      )
    case 'ordering':
      if (chance.happens(0.06)) return back(turn, inspectors, 'ordering', 'verifying')
      return until(
        openTasks(turn, inspectors, 1, 'issue-order', { requirements: '更换' }),
        input(turn),
      )
    default:
      return null
  }
}

const inState = (state: string, turn: Turn): Errand | null => {
  const { chance } = turn
  switch (state) {
    case 'rectifying.working':
      return rectified(turn)
    case 'rectifying.expired':
      return chance.happens(0.3) ? failed(turn) : { ...rectified(turn), days: chance.between(1, 6) }
    case 'rechecking':
      return chance.happens(0.06)
        ? failed(turn)
        : openTasks(turn, others(turn), 2, 're-check-passed')
    case 'accepting':
      return chance.happens(0.08)
        ? back(turn, ['chen'], 'accepting', 'rechecking')
        : openTasks(turn, ['chen'], 0.7, 'write-off')
    case 'delisting':
      return openTasks(turn, ['ji'], 1.5, 'de-list')
    default:
      return beforeTheOrder(state, turn)
  }
}

export const busyHazards: Bureau = {
  process: hazardRectification,
  perDay: 0.6,
  staff: {
    lin: { hours: 2.8 },
    wu: { hours: 2.8, on: [1, 2, 4, 5] },
    zhou: { hours: 2.3 },
    chen: { hours: 2, on: [1, 3, 5] },
    ji: { hours: 1.5, on: [2, 4] },
  },
  opens: () => ({ who: 'lin', data: reported }),
  next: (request) => {
    const main = stateKey(request.record.snapshot.value)
      .split('|')
      .find((state) => state.startsWith('handling.'))
    return inState((main ?? '').slice('handling.'.length), request)
  },
}
