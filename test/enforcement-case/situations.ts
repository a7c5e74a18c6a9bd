// Which situations can an enforcement case come into, with everybody and every clock acting?
import { enforcementCase } from '../../domain/enforcement-case/process.ts'
import { actor } from '../support/people/cast.ts'
import type { Line } from '../support/processes/lines.ts'
import { decisionContextAt, exploreNovel, opened, type Situation } from '../support/walks/walk.ts'
import { demanded as demandedPerson, servedPerson } from './party-remedies/pursuing.ts'
import {
  day,
  decided,
  demanded,
  fined,
  investigated,
  matter,
  noticed,
  prosecuting,
  prosecutors,
  samples,
  scene,
  toRefundWhileOwing,
} from './samples.ts'

const { enterprise: _, ...nameless } = matter
const someone = { ...nameless, partyKind: 'individual', partyName: '某个人' }

const begun = (form: Record<string, unknown>): Situation =>
  opened(enforcementCase, actor('lin'), form, `${day}T01:00:00.000Z`)

/** No walk waits until the remedies have ended, nor for a last day that is a Saturday. */
const unpaidOn = (day: string): Situation => {
  const play = fined('2026-02-07')
  play.does(...demanded, ['until', day])
  return {
    record: play.record(),
    decisionContext: decisionContextAt(`${day}T02:00:00.000Z`),
    path: ['lin propose-filing', `not paid until ${day}`],
  }
}

/** Published, and fought over: before anything was paid, and after it. */
const fought = (...lines: Line[]): Situation => ({
  record: prosecuting(matter, day, ...decided, ['chen', 'publish-penalty'], ...lines).record(),
  decisionContext: decisionContextAt(`${day}T02:00:00.000Z`),
  path: ['lin propose-filing', 'published', ...lines.map(([who, type]) => `${who} ${type}`)],
})

/** A part was paid with its surcharge before a copy told that those days do not count. */
const refundedWhileOwing = (): Situation => ({
  record: toRefundWhileOwing().record(),
  decisionContext: decisionContextAt(`${day}T02:00:00.000Z`),
  path: ['lin propose-filing', 'upheld, with surcharge to return'],
})

/** The same, while the police have the case. */
const refundedAtPolice = (): Situation => ({
  record: toRefundWhileOwing(['gao', 'transfer-punished']).record(),
  decisionContext: decisionContextAt(`${day}T02:00:00.000Z`),
  path: ['lin propose-filing', 'gao transfer-punished', 'upheld, with surcharge to return'],
})

/** A person who is punished beside the enterprise has his decision, and may fight over it. */
const personServed = (): Situation => ({
  record: servedPerson().record(),
  decisionContext: decisionContextAt(`${day}T02:00:00.000Z`),
  path: ['lin propose-filing', 'served on a person'],
})

/** His fine is demanded: no walk waits until it is. */
const personOwing = (): Situation => ({
  record: demandedPerson().record(),
  decisionContext: decisionContextAt('2026-03-18T02:00:00.000Z'),
  path: ['lin propose-filing', 'demanded of a person'],
})

/** The police have the request that they reconsider, and let their days go by. */
const silentAgain = (): Situation => {
  const on = '2026-03-06'
  const play = prosecuting(
    matter,
    day,
    ...investigated(6),
    ['chen', 'approve-report'],
    ['gao', 'decide-transfer'],
    ['lin', 'hand-over-police'],
    ['lin', 'record-police-refusal'],
    ['gao', 'ask-reconsideration'],
    ['lin', 'record-request-received'],
    ['until', on],
  )
  return {
    record: play.record(),
    decisionContext: decisionContextAt(`${on}T02:00:00.000Z`),
    path: ['lin propose-filing', 'gao ask-reconsideration', `no answer until ${on}`],
  }
}

/** No walk waits for the day of a hearing. */
const hearingDay = (): Situation => {
  const on = '2026-03-20'
  const play = prosecuting(
    matter,
    day,
    ...noticed(1),
    ['mao', 'request-hearing'],
    ['fa', 'notify-hearing'],
    ['until', on],
  )
  return {
    record: play.record(),
    decisionContext: decisionContextAt(`${on}T02:00:00.000Z`),
    path: ['lin propose-filing', `hearing on ${on}`],
  }
}

const from = (...starts: Situation[]) =>
  exploreNovel(enforcementCase, starts, prosecutors(), samples)

/** Each by itself: what the one has shown is new in the other. */
export const situations = [
  personOwing(),
  ...from(begun(matter), begun(someone), hearingDay()),
  ...from(silentAgain()),
  ...from(personServed()),
  ...from(begun(scene)),
  ...from(
    fought(['fa', 'receive-remedy']),
    fought(
      ['lin', 'record-payment'],
      ['fa', 'receive-remedy'],
      ['fa', 'file-answer'],
      ['fa', 'order-stay'],
    ),
    refundedWhileOwing(),
    refundedAtPolice(),
  ),
  ...from(unpaidOn('2026-09-10')),
  ...from(unpaidOn('2026-11-08')),
]
