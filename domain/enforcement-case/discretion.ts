// Which fine has an office decided in a case, and by which step of the standard (处罚法 34)?

import { stringIn } from '../model/event-reading.ts'
import type {
  CountedFact,
  DecidedFine,
  DiscretionDefinition,
} from '../model/statistics-definition.ts'
import { stepWords } from '../registers/violation-cause/steps.ts'
import { penaltyIn } from './memory/kinds.ts'
import { remembered } from './memory/penalties.ts'

type Course = { notice: CountedFact | null; decided: CountedFact | null }

/** What was told anew is decided anew; what was annulled or let go is no decision. A change by others leaves what the office decided. */
const steps: Record<string, (course: Course, fact: CountedFact) => Course> = {
  'notify-penalty': (_, notice) => ({ notice, decided: null }),
  'decide-penalty': (course, decided) => ({ ...course, decided }),
  'tell-party': (_, notice) => ({ notice, decided: null }),
  'punish-on-the-spot': (course, decided) => ({ ...course, decided }),
  'decide-no-penalty': (course) => ({ ...course, decided: null }),
  'withdraw-case': (course) => ({ ...course, decided: null }),
  'record-annulment': (course) => ({ ...course, decided: null }),
}

const decided = (facts: CountedFact[]): DecidedFine | null => {
  let course: Course = { notice: null, decided: null }
  for (const fact of facts) course = steps[fact.type]?.(course, fact) ?? course
  return course.decided && fineDecided(course.decided, course.notice)
}

const fineDecided = (fact: CountedFact, notice: CountedFact | null): DecidedFine => {
  const { seq, day, actor, data } = fact
  const cause = notice && causeIn(notice)
  return {
    seq,
    day,
    office: actor.office ?? null,
    fine: penaltyIn(data).fine,
    cause,
    range: cause && notice ? rangeIn(notice) : null,
    departure: stringIn(fact, 'departure') ?? (notice && stringIn(notice, 'departure')),
  }
}

const causeIn = (notice: CountedFact): DecidedFine['cause'] => {
  const [number, step] = [stringIn(notice, 'cause'), stringIn(notice, 'step')]
  return number === null || step === null
    ? null
    : { number, step, name: stringIn(notice, 'causeName') ?? number }
}

/** Notices from before it was kept in figures have none. */
const rangeIn = ({ data: { rangeFrom, rangeTo } }: CountedFact): DecidedFine['range'] =>
  typeof rangeFrom === 'number' && typeof rangeTo === 'number'
    ? { from: rangeFrom, to: rangeTo }
    : null

export const discretion: DiscretionDefinition = {
  version: 2,
  steps: stepWords,
  planned: (context) => remembered(context).fine || null,
  facts: Object.keys(steps),
  decided,
}
