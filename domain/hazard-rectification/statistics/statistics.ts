// What does one hazard add to the figures that the law wants every quarter and year (令16号 第14条)?

import { text } from '../../language/words.ts'
import { sectors } from '../../law/criteria/grading.ts'
import type { CountedFact, StatisticsDefinition } from '../../model/statistics-definition.ts'
import { isRegion, type Region } from '../../organisation/regions.ts'
import { enters } from '../../statistics/counted.ts'
import { createTally, type Tally } from '../../statistics/tally.ts'
import { addDays, type Day, daysBetween } from '../../time/days.ts'
import { figures } from './figures.ts'
import { groups } from './groups.ts'

/** One generation of the hazard’s case as far as it has been counted. */
type CaseCourse = {
  tally: Tally
  category: string
  /** What the verification in force adds. */
  verified: Record<string, number>
  orderedOn: Day | null
  /** The date of an order not yet served. */
  unserved: Day | null
  /** The date that binds; null while nothing is asked of the enterprise. */
  due: Day | null
  /** More time was asked for before that date had passed: till the answer nobody is late by it. */
  asked: boolean
  late: boolean
  planned: boolean
  stops: Set<'measures' | 'order'>
}

const courseOf = (tally: Tally, category: string): CaseCourse => ({
  tally,
  category,
  verified: {},
  orderedOn: null,
  unserved: null,
  due: null,
  asked: false,
  late: false,
  planned: false,
  stops: new Set(),
})

type Step = (course: CaseCourse, fact: CountedFact) => void

const sourceOf = ({ actor, data }: CountedFact): string => {
  if (actor.kind === 'machine') return 'machine'
  if (actor.kind === 'public') return 'hotline'
  if (actor.office?.startsWith('enterprise:')) return 'enterprise'
  return data.source === 'hotline' || data.source === 'transferred' ? data.source : 'inspection'
}

const report: Step = ({ tally }, fact) => {
  tally.add('reported', fact)
  tally.add(`reported-${sourceOf(fact)}`, fact)
  tally.begin('open', fact)
}

const sectorsOf = ({ criteria }: CountedFact['data']): string[] => {
  const codes = Array.isArray(criteria) ? criteria : []
  return [
    ...new Set(
      sectors.flatMap((one) =>
        one.criteria.some(({ code }) => codes.includes(code)) ? [one.sector] : [],
      ),
    ),
  ]
}

/** A second verification adds only what it says otherwise than the first. */
const verify: Step = (course, fact) => {
  const major = fact.data.grade === 'major'
  const figures = [
    `verified-${major ? 'major' : 'general'}`,
    `category-${course.category}`,
    ...(major ? sectorsOf(fact.data).map((one) => `sector-${one}`) : []),
  ]
  const now = Object.fromEntries(figures.map((figure) => [figure, 1]))
  for (const figure of new Set([...Object.keys(course.verified), ...figures])) {
    course.tally.add(figure, fact, (now[figure] ?? 0) - (course.verified[figure] ?? 0))
  }
  course.verified = now
  course.tally.begin('unrectified', fact)
}

const bind = (course: CaseCourse, fact: CountedFact, due: unknown): void => {
  unbind(course, fact)
  if (typeof due !== 'string') return
  course.due = due.slice(0, 10)
  course.tally.begin('overdue', fact, addDays(course.due, 1))
}

/** Whatever ends the date's hold: from the day after it the hazard is late. */
const unbind = (course: CaseCourse, fact: CountedFact): void => {
  if (course.due !== null && fact.day > course.due) course.late = true
  course.due = null
  course.asked = false
  course.tally.finish('overdue', fact)
}

const askExtension: Step = (course, fact) => {
  course.tally.add('extension-asked', fact)
  if (course.due === null || fact.day > course.due) return
  course.asked = true
  course.tally.finish('overdue', fact)
}

/** What was answered late, to a request in time, has made nobody late. */
const answerExtension =
  (figure: string): Step =>
  (course, fact) => {
    const { due, asked } = course
    course.tally.add(figure, fact)
    const old = asked && due !== null && due < fact.day ? fact.day : due
    if (asked) course.due = null
    if (figure === 'extension-granted') bind(course, fact, fact.data.dueDate)
    else if (asked) bind(course, fact, old)
  }

/** The date has passed all the same: the request had come outside its window. */
const passDate: Step = (course, fact) => {
  const { due, asked } = course
  if (!asked) return
  course.due = null
  bind(course, fact, due)
}

const order: Step = (course, fact) => {
  if (course.orderedOn === null) {
    course.orderedOn = fact.day
    course.tally.add('ordered', fact)
  }
  course.unserved = typeof fact.data.dueDate === 'string' ? fact.data.dueDate : null
  if (fact.data.service !== 'later') bind(course, fact, course.unserved)
}

const list: Step = (course, fact) => {
  course.tally.add(`listed-${String(fact.data.level)}`, fact)
  order(course, fact)
}

const rebind: Step = (course, fact) => bind(course, fact, fact.data.dueDate)

const end = (course: CaseCourse, fact: CountedFact): void => {
  unbind(course, fact)
  course.tally.finish('open', fact)
  course.tally.finish('unrectified', fact)
}

const endAs =
  (figure: string): Step =>
  (course, fact) => {
    end(course, fact)
    course.tally.add(figure, fact)
  }

const writeOff: Step = (course, fact) => {
  end(course, fact)
  course.tally.add(course.late ? 'late' : 'in-time', fact)
  if (course.orderedOn === null) return
  course.tally.add('order-count', fact)
  course.tally.add('order-days', fact, daysBetween(course.orderedOn, fact.day))
}

const deList: Step = (course, fact) => {
  course.tally.add('delisted', fact)
  writeOff(course, fact)
}

const noteTransfer: Step = (course, fact) => {
  const { to } = fact.data
  if (typeof to !== 'string' || !isRegion(to)) return endAs('transferred')(course, fact)
  course.tally.add('handed-over', fact)
  course.tally.move(to, fact)
  course.tally.add('received', fact)
}

const once: Step = (course, fact) => {
  if (!course.planned) course.tally.add('planned', fact)
  course.planned = true
}

/** Stopped on the spot and stopped by order are one standstill. */
const standstill =
  (change: (stops: CaseCourse['stops'], fact: CountedFact) => void): Step =>
  (course, fact) => {
    const before = course.stops.size > 0
    change(course.stops, fact)
    const after = course.stops.size > 0
    if (before !== after) course.tally.add(after ? 'stopped' : 'resumed', fact)
  }

const simply =
  (figure: string): Step =>
  ({ tally }, fact) =>
    tally.add(figure, fact)

/** Pauses and extensions of the order's own date only. */
const ofTheClock =
  (step: Step): Step =>
  (course, fact) => {
    if (fact.data.clock === 'rectification') step(course, fact)
  }
const rearm = ofTheClock((course, fact) => bind(course, fact, fact.data.due))

const steps: Record<string, Step[]> = {
  report: [report],
  verify: [verify],
  reject: [endAs('rejected')],
  withdraw: [endAs('withdrawn')],
  join: [endAs('joined')],
  'hand-over': [noteTransfer],
  'issue-order': [order],
  'list-hazard': [list],
  serve: [(course, fact) => bind(course, fact, course.unserved)],
  'request-extension': [askExtension],
  'grant-extension': [answerExtension('extension-granted')],
  'refuse-extension': [answerExtension('extension-refused')],
  'rectification-overdue': [passDate],
  'report-rectified': [unbind],
  'apply-acceptance': [unbind],
  're-check-failed': [simply('failed'), rebind],
  'write-off': [writeOff],
  'de-list': [deList],
  'record-closure': [endAs('closed-down')],
  'file-plan': [once],
  'take-measures': [
    standstill(
      (stops, { data }) =>
        void (String(data.measures).startsWith('stop-')
          ? stops.add('measures')
          : stops.delete('measures')),
    ),
  ],
  'approve-resume': [standstill((stops) => void stops.delete('measures'))],
  return: [
    standstill((stops, fact) => {
      if (enters(fact, 'measures.imposed')) stops.add('measures')
    }),
  ],
  'lift-measures': [standstill((stops) => void stops.delete('measures'))],
  'revoke-measures': [standstill((stops) => void stops.delete('measures'))],
  'order-stop': [standstill((stops) => void stops.add('order'))],
  'lift-stop': [standstill((stops) => void stops.delete('order'))],
  'pause-clock': [ofTheClock(unbind)],
  'resume-clock': [rearm],
  'extend-clock': [rearm],
  'supervise-red': [],
  'supervise-city': [],
  'supervise-province': [],
  'raise-supervision': [],
}

const supervisionLevels = ['red', 'city', 'province'] as const

const count = (facts: CountedFact[], region: Region) => {
  const [first] = facts
  const place = String(first?.data.region ?? '')
  const tally = createTally(isRegion(place) ? place : region)
  const category = String(first?.data.category ?? 'other')
  let course = courseOf(tally, category)
  for (const fact of facts) {
    if (fact.type === 'reopen') {
      course = courseOf(tally, category)
      tally.add('reopened', fact)
      tally.begin('open', fact)
    }
    for (const step of Object.hasOwn(steps, fact.type) ? steps[fact.type]! : []) step(course, fact)
    for (const level of supervisionLevels.filter((level) => enters(fact, `supervision.${level}`)))
      tally.add(`supervised-${level}`, fact)
  }
  return tally.entries()
}

export const statistics: StatisticsDefinition = {
  version: 1,
  title: text('事故隐患排查治理情况统计分析表', 'Statistics of hazards found and rectified'),
  law: '《安全生产事故隐患排查治理暂行规定》（总局令第16号）第十四条',
  groups,
  figures,
  facts: Object.keys(steps),
  due: {
    quarter: 'hazard-rectification.quarterly-statistics',
    year: 'hazard-rectification.annual-statistics',
  },
  count,
}
