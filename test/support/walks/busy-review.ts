// What do a busy window and its reviewers do with one application, step by step, in a simulation?

import type { OpenTask } from '../../../domain/model/record.ts'
import type { Day } from '../../../domain/time/days.ts'
import type { SampleOf } from '../processes/lines.ts'
import type { Errand, Turn } from './busy-bureau.ts'

/** What differs from one kind of application to another. */
export type Application = {
  sample: SampleOf
  /** Where its review lies in the chart: `handling.reviewing`. */
  around: string
  /** Judged by its papers, without the site. */
  onPaper: boolean
  /** Decisions for and against, and the acts that serve them. */
  decisions: { grant: string; refuse: string; serve: string; serveRefusal: string }
}

const [tuesday, wednesday, thursday, friday] = [2, 3, 4, 5]

/** The hours that work takes: mostly somewhat more or less than usual, at times much more. */
const hours = ({ chance }: Turn, usual: number): number =>
  chance.happens(0.1) ? usual * chance.between(2, 4) : usual * chance.between(0.6, 1.4)

/** Applicants answer within the week, or have it lying about. */
const answers = ({ chance }: Turn): number =>
  chance.happens(0.75) ? chance.between(1, 6) : chance.between(8, 25)

type Doing = {
  who: string[]
  usual: number
  on?: number[]
  data?: (on: Day) => Record<string, unknown>
}

const at = (
  turn: Turn,
  { sample }: Application,
  type: string,
  { who, usual, on, data }: Doing,
): Errand => ({
  type,
  who,
  hours: hours(turn, usual),
  data: data ?? (() => sample(type) ?? {}),
  ...(on ? { on } : {}),
})

const back = (turn: Turn, { around }: Application, who: string, to: string): Errand => ({
  type: 'return',
  who: [who],
  hours: hours(turn, 1),
  data: () => ({ to: `${around}.${to}`, reason: '重新办理' }),
})

const openTask = ({ record }: Turn, task: string): OpenTask | undefined =>
  Object.values(record.openTasks).find((one) => one.task === task)
const reviewers = ['shen', 'song']

/** Of two signatures the second is somebody else's. */
const byTwo = (
  turn: Turn,
  what: Application,
  task: string,
  type: string,
  doing: Omit<Doing, 'who'>,
): Errand => {
  const proposed = openTask(turn, task)
  if (!proposed?.proposal) return at(turn, what, type, { who: reviewers, ...doing })
  const first = proposed.signatures.findLast(({ withdrawn }) => !withdrawn)?.person
  return {
    type: 'sign',
    who: reviewers.filter((one) => one !== first),
    hours: hours(turn, 0.7),
    taskId: proposed.id,
  }
}

/** Whoever has sent it back once has said all he had to say. */
const sendsBack = ({ record, chance }: Turn, often: number): boolean =>
  chance.happens((record.entries.opinion ?? 0) > 1 ? often / 5 : often)

const inReview = (step: string, turn: Turn, what: Application): Errand | null => {
  const { chance } = turn
  switch (step) {
    case 'preparing':
      if (what.onPaper) return at(turn, what, 'waive-site-check', { who: reviewers, usual: 1 })
      return at(turn, what, 'begin-site-check', {
        who: reviewers,
        usual: 1,
        on: [wednesday, thursday],
      })
    case 'checking':
      return byTwo(
        turn,
        what,
        'site-check',
        chance.happens(0.12) ? 'site-check-rework' : 'site-check-passed',
        { usual: 2.5 },
      )
    case 'reworking':
      return {
        type: 'report-rework',
        party: 'mao',
        days: answers(turn) * 1.5,
        data: () => what.sample('report-rework'),
      }
    case 'opining':
      return byTwo(turn, what, 'opinion', 'submit-opinion', { usual: 3 })
    case 'endorsing':
      if (sendsBack(turn, 0.15)) return back(turn, what, 'chen', 'opining')
      return at(turn, what, 'endorse', { who: ['chen'], usual: 1 })
    case 'deciding': {
      if (sendsBack(turn, 0.06)) return back(turn, what, 'gao', 'opining')
      const { grant, refuse } = what.decisions
      return at(turn, what, chance.happens(0.05) ? refuse : grant, {
        who: ['gao'],
        usual: 0.5,
        on: [tuesday, friday],
      })
    }
    default:
      return null
  }
}

/** The next errand at a step of an application, `reviewing.` left out; null where none of these steps is. */
export const inApplication = (step: string, turn: Turn, what: Application): Errand | null => {
  const { record, chance } = turn
  const served = (type: string): Errand =>
    at(turn, what, type, {
      who: ['kou'],
      usual: 1,
      data: (on) => ({ ...what.sample('serve-refusal'), servedOn: on }),
    })
  switch (step) {
    case 'receiving':
      if (!record.snapshot.context.supplementRequested && chance.happens(0.25))
        return at(turn, what, 'require-supplement', { who: ['kou'], usual: 1.2 })
      return at(turn, what, chance.happens(0.01) ? 'refuse-acceptance' : 'accept', {
        who: ['kou'],
        usual: 1,
      })
    case 'supplementing':
      return {
        type: 'supplement',
        party: 'mao',
        days: answers(turn),
        data: () => what.sample('supplement'),
      }
    case 'serving':
      return served(what.decisions.serve)
    case 'refusing':
      return served(what.decisions.serveRefusal)
    default:
      return inReview(step, turn, what)
  }
}
