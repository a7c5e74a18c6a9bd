// Which places does a person need daily, which beside them, and where does he begin?

import type { Me } from '../../contract/account/session.ts'
import type { Text } from '../../domain/language/words.ts'
import type { Role } from '../../domain/organisation/roles.ts'
import { paths } from '../client/paths.ts'
import { rostersPath } from '../client/rosters.ts'
import { words } from '../client/words.ts'
import { firstProcess } from '../processes.ts'
import { navigationWords as w } from './navigation-words.ts'
import { placeWords } from './place-words.ts'

export type Place = { href: string; label: Text; count?: number; external?: true }
export type PlaceGroup = { label: Text; places: Place[] }

/** So many links a person finds without reading; the others stand behind "more". */
export const mostLinks = 9

const holds = (me: Me, ...roles: Role[]): boolean =>
  me.appointments.some(({ role }) => (roles as string[]).includes(role))

const placesOf = (me: Me) => ({
  todo: { href: paths.inbox('todo'), label: placeWords.todo, count: me.counts.todo },
  pool: { href: paths.inbox('pool'), label: placeWords.pool, count: me.counts.pool },
  done: { href: paths.inbox('done'), label: placeWords.done, count: me.counts.done },
  mine: { href: paths.inbox('mine'), label: placeWords.mine, count: me.counts.mine },
  cc: { href: paths.inbox('cc'), label: placeWords.cc, count: me.counts.cc },
  matters: { href: paths.matters, label: words.myMatters, count: me.counts.todo },
  cases: { href: paths.cases, label: placeWords.cases },
  duty: { href: paths.duty, label: me.enterprise ? w.ownAlarms : w.duty },
  rosters: { href: rostersPath, label: w.rosters },
  cameras: { href: paths.cameras, label: w.cameras },
  warnings: { href: paths.warnings, label: w.warnings },
  ledger: { href: paths.ledger(), label: w.ledger },
  clocks: { href: paths.clocks, label: w.clocks },
  flow: { href: paths.flow, label: w.flow },
  licences: { href: paths.licences, label: w.licences },
  registers: { href: paths.registers, label: w.registers },
  statistics: { href: paths.statistics, label: w.statistics },
  ownStatistics: { href: paths.ownStatistics(), label: w.ownStatistics },
  team: { href: paths.team, label: holds(me, 'section-chief', 'leader') ? w.team : w.substitution },
  processBook: { href: paths.process(me.starts[0] ?? firstProcess), label: w.processBook },
  me: { href: paths.me, label: w.me },
  services: { href: paths.ownServices, label: w.services },
  limits: { href: paths.limits, label: w.limits },
  rules: { href: paths.rules, label: w.rules },
  administration: { href: paths.administration, label: w.administration },
  laboratory: { href: paths.laboratory, label: w.laboratory },
  health: { href: paths.health, label: w.health },
})

type PlaceName = keyof ReturnType<typeof placesOf>

/** What each kind of work needs first; whoever does several gets them in this order. */
const daily = (me: Me): PlaceName[] => [
  ...(holds(me, 'duty-officer', 'commander')
    ? (['duty', 'todo', 'pool', 'cases', 'cameras', 'warnings'] as const)
    : []),
  ...(holds(me, 'leader', 'supervisor')
    ? (['clocks', 'todo', 'pool', 'cases', 'flow', 'statistics', 'team'] as const)
    : []),
  ...(holds(me, 'administrator') ? (['administration', 'todo', 'health', 'rules'] as const) : []),
  ...(['todo', 'pool'] as const),
  ...(holds(me, 'section-chief') ? (['team'] as const) : []),
  'cases',
]

const afterwards: PlaceName[] = ['licences', 'statistics', 'team', 'ledger']
const ofEnterprise: PlaceName[] = ['ledger', 'licences']

/** Where each person begins: who has to set up a second factor there, else the desk, the wall, what waits for approval, his matters, else his inbox. */
export const firstPlace = (me: Me): string => {
  if (me.unproven) return paths.me
  if (me.enterprise) return paths.matters
  if (holds(me, 'duty-officer', 'commander')) return paths.duty
  if (holds(me, 'leader', 'supervisor')) return paths.clocks
  return holds(me, 'administrator') ? paths.administration : paths.inbox()
}

/** The links of the rail, at most `mostLinks`; `starts`: what the person may open. The settings are always among them. */
export const dailyPlaces = (me: Me, starts: Place[]): Place[] => {
  const known = placesOf(me)
  const named = (names: readonly PlaceName[]): Place[] =>
    [...new Set(names)].map((name) => known[name])
  const wanted = me.enterprise
    ? [known.matters, ...starts.slice(0, 2), known.duty, ...starts.slice(2), ...named(ofEnterprise)]
    : [...named(daily(me)), ...starts, ...named(afterwards)]
  const once = wanted.filter(
    ({ href }, at) => wanted.findIndex((other) => other.href === href) === at,
  )
  return [...once.slice(0, mostLinks - 1), known.me]
}

/** Everything else that the person may use, in groups. */
export const furtherPlaces = (me: Me, starts: Place[]): PlaceGroup[] => {
  const known = placesOf(me)
  const dailyHrefs = new Set(dailyPlaces(me, starts).map(({ href }) => href))
  const groups = me.enterprise ? groupsOfEnterprise(me, known) : groupsOfStaff(me, known)
  return [
    { label: w.startGroup, places: starts },
    ...groups,
    { label: w.demoGroup, places: demoPlaces(me) },
  ]
    .map(({ label, places }) => ({
      label,
      places: places.filter(({ href }) => !dailyHrefs.has(href)),
    }))
    .filter(({ places }) => places.length > 0)
}

/** Only where there are some that he may read. */
const registersOf = (me: Me, known: ReturnType<typeof placesOf>): Place[] =>
  me.registers.length > 0 ? [known.registers] : []

const groupsOfEnterprise = (me: Me, known: ReturnType<typeof placesOf>): PlaceGroup[] => [
  {
    label: w.workGroup,
    places: [
      known.licences,
      ...registersOf(me, known),
      known.services,
      known.ownStatistics,
      known.processBook,
    ],
  },
]

const groupsOfStaff = (me: Me, known: ReturnType<typeof placesOf>): PlaceGroup[] => [
  { label: w.inboxGroup, places: [known.todo, known.pool, known.done, known.mine, known.cc] },
  {
    label: w.workGroup,
    places: [
      known.cases,
      known.duty,
      known.rosters,
      known.cameras,
      known.warnings,
      known.ledger,
      known.licences,
      ...registersOf(me, known),
      known.statistics,
      known.team,
      ...(holds(me, 'leader', 'supervisor') ? [known.clocks, known.flow] : []),
    ],
  },
  { label: w.lookUpGroup, places: [known.services, known.limits, known.rules, known.processBook] },
  { label: w.systemGroup, places: systemPlaces(me, known) },
]

/** The clock and the state of the machine are the business of who keeps the system. */
const systemPlaces = (me: Me, known: ReturnType<typeof placesOf>): Place[] =>
  holds(me, 'administrator')
    ? [known.administration, known.health, ...(me.laboratory ? [known.laboratory] : [])]
    : []

const demoPlaces = (me: Me): Place[] =>
  me.demo ? [{ href: paths.mailbox, label: w.mailbox, external: true }] : []
