// How do an office and a builder handle a project in a simulation?
import { stateKey } from '../../domain/model/chart.ts'
import type { CaseRecord } from '../../domain/model/record.ts'
import { threeSimultaneities } from '../../domain/three-simultaneities/process.ts'
import { civilDate } from '../../domain/time/instant.ts'
import {
  type Chance,
  days,
  type Office,
  officeHours,
  type Plan,
} from '../support/walks/simulating.ts'
import { sample } from './playing.ts'
import { hazchem, mine } from './samples.ts'

type Situation = { record: CaseRecord; now: string; chance: Chance; pace: number }

const at = (
  { now, chance, pace }: Situation,
  who: string,
  hours: number,
  type: string,
  data = sample(type) ?? {},
): Plan => {
  const absent = chance.happens(0.03) ? chance.between(6, 26) : 0
  return { at: officeHours(now, absent + pace * chance.about(hours, 0.4)), who, type, data }
}
const builder = ({ now, chance }: Situation, middle: number, type: string): Plan => ({
  at: days(now, Math.min(60, chance.about(middle, 0.4)), chance),
  who: 'mao',
  type,
  data: sample(type),
})
const on = (plan: Plan, name: string): Plan => ({
  ...plan,
  data: { ...plan.data, [name]: civilDate(plan.at) },
})

/** Two hands: whoever has not put his under the first one's proposal yet. */
const second = (turn: Situation, task: string): Plan | null => {
  const open = Object.values(turn.record.openTasks).find((one) => one.task === task)
  return open?.proposal ? at(turn, 'song', 4, 'sign', {}) : null
}

const inReview = (phase: string, step: string, turn: Situation): Plan | null => {
  const { record, chance } = turn
  const back = (who: string) =>
    at(turn, who, 6, 'return', { to: `handling.${phase}.reviewing.opining`, reason: '重新办理' })
  const again = (record.entries.opinion ?? 0) > 1
  switch (step) {
    case 'preparing':
      return phase === 'conditions'
        ? at(turn, 'shen', 24, 'begin-site-check')
        : at(turn, 'shen', 9, 'waive-site-check')
    case 'checking':
      return (
        second(turn, 'site-check') ??
        at(turn, 'shen', 12, chance.happens(0.1) ? 'site-check-rework' : 'site-check-passed')
      )
    case 'reworking':
      return builder(turn, 8, 'report-rework')
    case 'opining':
      return second(turn, 'opinion') ?? at(turn, 'shen', 30, 'submit-opinion')
    case 'endorsing':
      return !again && chance.happens(0.1) ? back('chen') : at(turn, 'chen', 10, 'endorse')
    case 'deciding': {
      if (!again && chance.happens(0.06)) return back('gao')
      const [yes, no] =
        phase === 'conditions'
          ? ['pass-conditions', 'refuse-conditions']
          : ['approve-design', 'refuse-design']
      return at(turn, 'gao', 14, chance.happens(0.04) ? no : yes)
    }
    default:
      return null
  }
}

const inApplication = (phase: string, step: string, turn: Situation): Plan | null => {
  const { record, chance } = turn
  switch (step) {
    case 'receiving': {
      const supplement = !record.snapshot.context.supplementRequested && chance.happens(0.2)
      return at(turn, 'kou', 12, supplement ? 'require-supplement' : 'accept')
    }
    case 'supplementing':
      return builder(turn, 5, 'supplement')
    case 'serving':
    case 'refusing':
      return on(
        at(turn, 'kou', 14, step === 'serving' ? 'serve-approval' : 'serve-refusal'),
        'servedOn',
      )
    default:
      return inReview(phase, step, turn)
  }
}

/** What is built and changed afterwards is not followed. */
const between = (state: string, turn: Situation): Plan | null => {
  const { kind, phase } = turn.record.snapshot.context
  if (state === 'planning')
    return builder(turn, 6, kind === 'hazchem' ? 'apply-conditions' : 'apply-design')
  if (state === 'designing') return builder(turn, 20, 'apply-design')
  if (state === 'approved') return on(builder(turn, 12, 'begin-construction'), 'startedOn')
  return state === 'building' && phase !== 'change' && turn.chance.happens(0.4)
    ? builder(turn, 30, 'apply-change')
    : null
}

/** Projects that the county reviews: their conditions, their design, and some changes of it. */
export const projectOffice: Office = {
  process: threeSimultaneities,
  opens: (_, chance) => ({ who: 'mao', data: chance.happens(0.6) ? hazchem : mine }),
  next: (request) => {
    const main = stateKey(request.record.snapshot.value)
      .split('|')
      .find((state) => state.startsWith('handling.'))
    const [, phase = '', ...step] = (main ?? '').split('.')
    return step.length === 0
      ? between(phase, request)
      : inApplication(phase, step.at(-1) ?? '', request)
  },
}
