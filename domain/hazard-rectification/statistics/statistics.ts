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

/** One life of the hazard as far as it has been counted. */
type Life = {
  tally: Tally
  category: string
  /** What the verification in force adds. */
  verified: Record<string, number>
  orderedOn: Day | null
  /** The date of an order not yet served. */
  unserved: Day | null
  /** The date that binds; null while nothing is asked of the enterprise. */
  due: Day | null
  late: boolean
  planned: boolean
  stops: Set<'measures' | 'order'>
}

const lifeOf = (tally: Tally, category: string): Life => ({
  ...{
    tally,
    category,
    verified: {},
    orderedOn: null,
    unserved: null,
    due: null,
    late: false,
    planned: false,
  },
  stops: new Set(),
})

type Step = (life: Life, fact: CountedFact) => void

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
const verify: Step = (life, fact) => {
  const major = fact.data.grade === 'major'
  const says = [
    `verified-${major ? 'major' : 'general'}`,
    `category-${life.category}`,
    ...(major ? sectorsOf(fact.data).map((one) => `sector-${one}`) : []),
  ]
  const now = Object.fromEntries(says.map((figure) => [figure, 1]))
  for (const figure of new Set([...Object.keys(life.verified), ...says])) {
    life.tally.add(figure, fact, (now[figure] ?? 0) - (life.verified[figure] ?? 0))
  }
  life.verified = now
  life.tally.begin('unrectified', fact)
}

const bind = (life: Life, fact: CountedFact, due: unknown): void => {
  unbind(life, fact)
  if (typeof due !== 'string') return
  life.due = due.slice(0, 10)
  life.tally.begin('overdue', fact, addDays(life.due, 1))
}

/** Whatever ends the date's hold: from the day after it the hazard is late. */
const unbind = (life: Life, fact: CountedFact): void => {
  if (life.due !== null && fact.day > life.due) life.late = true
  life.due = null
  life.tally.finish('overdue', fact)
}

const order: Step = (life, fact) => {
  if (life.orderedOn === null) {
    life.orderedOn = fact.day
    life.tally.add('ordered', fact)
  }
  life.unserved = typeof fact.data.dueDate === 'string' ? fact.data.dueDate : null
  if (fact.data.service !== 'later') bind(life, fact, life.unserved)
}

const list: Step = (life, fact) => {
  life.tally.add(`listed-${String(fact.data.level)}`, fact)
  order(life, fact)
}

const rebind: Step = (life, fact) => bind(life, fact, fact.data.dueDate)

const end = (life: Life, fact: CountedFact): void => {
  unbind(life, fact)
  life.tally.finish('open', fact)
  life.tally.finish('unrectified', fact)
}

const endAs =
  (figure: string): Step =>
  (life, fact) => {
    end(life, fact)
    life.tally.add(figure, fact)
  }

const writeOff: Step = (life, fact) => {
  end(life, fact)
  life.tally.add(life.late ? 'late' : 'in-time', fact)
  if (life.orderedOn === null) return
  life.tally.add('order-count', fact)
  life.tally.add('order-days', fact, daysBetween(life.orderedOn, fact.day))
}

const deList: Step = (life, fact) => {
  life.tally.add('delisted', fact)
  writeOff(life, fact)
}

const handOver: Step = (life, fact) => {
  const { to } = fact.data
  if (typeof to !== 'string' || !isRegion(to)) return endAs('transferred')(life, fact)
  life.tally.add('handed-over', fact)
  life.tally.move(to, fact)
  life.tally.add('received', fact)
}

const once: Step = (life, fact) => {
  if (!life.planned) life.tally.add('planned', fact)
  life.planned = true
}

/** Stopped on the spot and stopped by order are one standstill. */
const standstill =
  (change: (stops: Life['stops'], fact: CountedFact) => void): Step =>
  (life, fact) => {
    const before = life.stops.size > 0
    change(life.stops, fact)
    const after = life.stops.size > 0
    if (before !== after) life.tally.add(after ? 'stopped' : 'resumed', fact)
  }

const simply =
  (figure: string): Step =>
  ({ tally }, fact) =>
    tally.add(figure, fact)

/** Pauses and extensions of the order's own date only. */
const ofTheClock =
  (step: Step): Step =>
  (life, fact) => {
    if (fact.data.clock === 'rectification') step(life, fact)
  }
const rearm = ofTheClock((life, fact) => bind(life, fact, fact.data.due))

const steps: Record<string, Step[]> = {
  report: [report],
  verify: [verify],
  reject: [endAs('rejected')],
  withdraw: [endAs('withdrawn')],
  join: [endAs('joined')],
  'hand-over': [handOver],
  'issue-order': [order],
  'list-hazard': [list],
  serve: [(life, fact) => bind(life, fact, life.unserved)],
  'request-extension': [simply('extension-asked')],
  'grant-extension': [simply('extension-granted'), rebind],
  'refuse-extension': [simply('extension-refused')],
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
  let life = lifeOf(tally, category)
  for (const fact of facts) {
    if (fact.type === 'reopen') {
      life = lifeOf(tally, category)
      tally.add('reopened', fact)
      tally.begin('open', fact)
    }
    for (const step of Object.hasOwn(steps, fact.type) ? steps[fact.type]! : []) step(life, fact)
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
