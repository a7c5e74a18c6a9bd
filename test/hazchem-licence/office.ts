// How do an office and its applicants handle licences in a simulation?

import { hazchemLicence } from '../../domain/hazchem-licence/process.ts'
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
import { applied, change, samples } from './samples.ts'

type Situation = { record: CaseRecord; now: string; chance: Chance; pace: number }

const sample = (type: string, at = 0) => samples[type]?.[at] as Record<string, unknown>
const day = 6.5

/** A desk: the usual working hours, the mood of the case, how fast this person is, and now and then an absence. */
const speeds: Record<string, number> = { kou: 0.9, shen: 1.15, song: 0.85, chen: 1, gao: 1.1 }
const openTasks = ({ now, chance, pace }: Situation, who: string, hours: number): string => {
  const absent = chance.happens(0.03) ? chance.between(1, 4) * day : 0
  return officeHours(now, absent + pace * (speeds[who] ?? 1) * chance.about(hours, 0.35))
}

const at = (
  turn: Situation,
  who: string,
  hours: number,
  type: string,
  data: Record<string, unknown> = sample(type) ?? {},
): Plan => ({
  at: openTasks(turn, who, hours),
  who,
  type,
  data,
})
const back = (turn: Situation, who: string, hours: number, to: string): Plan =>
  at(turn, who, hours, 'return', { to: `handling.${to}`, reason: '重新办理' })
const party = ({ now, chance }: Situation, middle: number, type: string): Plan => ({
  at: days(now, Math.min(30, chance.about(middle, 0.4)), chance),
  who: 'mao',
  type,
  data: sample(type),
})

/** What has been sent back once is looked at with more patience. */
const sendsBack = ({ record, chance }: Situation, often: number): boolean =>
  chance.happens((record.entries.opinion ?? 0) > 1 ? often / 4 : often)

/** Two hands: whoever has not put his under the first one's proposal yet. */
const second = (turn: Situation, task: string): Plan | null => {
  const open = Object.values(turn.record.openTasks).find((one) => one.task === task)
  return open?.proposal ? at(turn, 'song', 3, 'sign', {}) : null
}

const inState = (state: string, turn: Situation): Plan | null => {
  const { record, chance, now } = turn
  const { kind, supplementRequested } = record.snapshot.context
  switch (state) {
    case 'receiving':
      if (!supplementRequested && chance.happens(0.15))
        return at(turn, 'kou', 12, 'require-supplement')
      return chance.happens(0.02)
        ? at(turn, 'kou', 12, 'refuse-acceptance', sample('refuse-acceptance'))
        : at(turn, 'kou', 12, 'accept')
    case 'supplementing':
      return party(turn, 4, 'supplement')
    case 'preparing':
      if (kind === 'change') return at(turn, 'shen', 6, 'waive-site-check')
      return at(turn, 'shen', 18, 'begin-site-check')
    case 'checking':
      return (
        second(turn, 'site-check') ??
        at(turn, 'shen', 11, chance.happens(0.08) ? 'site-check-rework' : 'site-check-passed')
      )
    case 'reworking':
      return party(turn, 6, 'report-rework')
    case 'expert-review':
      return at(turn, 'shen', 26, 'end-expert-review')
    case 'opining': {
      const signs = second(turn, 'opinion')
      if (signs) return signs
      const experts =
        kind !== 'change' && (record.entries['expert-review'] ?? 0) === 0 && chance.happens(0.05)
      const until = { ...sample('begin-expert-review'), until: addDays(civilDate(now), 14) }
      return experts
        ? at(turn, 'shen', 5, 'begin-expert-review', until)
        : at(turn, 'shen', kind === 'change' ? 9 : 18, 'submit-opinion')
    }
    case 'endorsing':
      return sendsBack(turn, 0.12)
        ? back(turn, 'chen', 6, 'reviewing.opining')
        : at(turn, 'chen', 9, 'endorse')
    default:
      return inDecision(state, turn)
  }
}

const inDecision = (state: string, turn: Situation): Plan | null => {
  const { chance } = turn
  const served = (type: string): Plan => {
    const plan = at(turn, 'kou', 13, type)
    return { ...plan, data: { ...plan.data, servedOn: civilDate(plan.at) } }
  }
  switch (state) {
    case 'deciding':
      if (sendsBack(turn, 0.08)) return back(turn, 'gao', 8, 'reviewing.opining')
      return at(turn, 'gao', 12, chance.happens(0.03) ? 'refuse' : 'grant')
    case 'issuing':
      return at(turn, 'kou', 9, 'issue-licence')
    case 'serving':
      return served('serve-licence')
    case 'refusing':
      return served('serve-refusal')
    default:
      return null
  }
}

/** New licences and changes as a county window sees them. */
export const licenceOffice: Office = {
  process: hazchemLicence,
  opens: (now, chance) => {
    const today = civilDate(now)
    const held = { changedOn: addDays(today, -6), expiresOn: addDays(today, 400) }
    return { who: 'mao', data: chance.happens(0.25) ? { ...change, ...held } : applied }
  },
  next: (request) => {
    const { handling } = request.record.snapshot.value as {
      handling: string | { reviewing?: string }
    }
    const state = typeof handling === 'string' ? handling : (handling.reviewing ?? '')
    return inState(state, request)
  },
}
