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
type Step = (course: Course, fact: CountedFact) => Course

const notified: Step = (_, notice) => ({ notice, decided: null })
const wasDecided: Step = (course, decided) => ({ ...course, decided })
const letGo: Step = (course) => ({ ...course, decided: null })

/** What was told anew is decided anew; what was annulled or let go is no decision. A change by others leaves what the office decided. */
const steps: Record<string, Step> = {
  'notify-penalty': notified,
  'decide-penalty': wasDecided,
  'tell-party': notified,
  'punish-on-the-spot': wasDecided,
  'decide-no-penalty': letGo,
  'withdraw-case': letGo,
  'record-annulment': letGo,
}
const stepsOfPerson: Record<string, Step> = {
  'notify-party': notified,
  'decide-party-penalty': wasDecided,
  'record-party-annulment': letGo,
}

/** A remedy of a person is told of under its own number; that of the person stands where it was received. */
const remedy = 'receive-party-remedy'
const ofRemedy = 'record-party-annulment'

const numberIn = ({ data }: CountedFact, name: string): number =>
  typeof data[name] === 'number' ? data[name] : 0

const decided = (facts: CountedFact[]): DecidedFine[] => {
  const courses = new Map<number, Course>()
  const remedies = new Map<number, number>()
  for (const fact of facts) {
    const nth = numberIn(fact, 'itemNth')
    if (fact.type === remedy) remedies.set(nth, numberIn(fact, 'represents'))
    const person = fact.type === ofRemedy ? (remedies.get(nth) ?? 0) : nth
    const step = steps[fact.type] ?? stepsOfPerson[fact.type]
    const party = steps[fact.type] ? 0 : person
    const before = courses.get(party) ?? { notice: null, decided: null }
    if (step) courses.set(party, step(before, fact))
  }
  return [...courses].flatMap(([party, { notice, decided }]) =>
    decided ? [fineDecided(party, decided, notice)] : [],
  )
}

const fineDecided = (party: number, fact: CountedFact, notice: CountedFact | null): DecidedFine => {
  const { seq, day, actor, data } = fact
  const cause = notice && causeIn(notice)
  return {
    seq,
    party,
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
  version: 3,
  steps: stepWords,
  planned: (context) => remembered(context).fine || null,
  facts: [...Object.keys(steps), ...Object.keys(stepsOfPerson), remedy],
  decided,
}
