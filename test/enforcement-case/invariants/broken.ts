// Which of the things that must hold in every penalty case does this one break? Read from its facts alone, by nothing of the product's own rules.
import type { CaseRecord, NewFact } from '../../../domain/model/record.ts'
import { addDays, addMonths, type Day } from '../../../domain/time/days.ts'
import { civilDate, type Instant } from '../../../domain/time/instant.ts'

export type Fact = Pick<NewFact, 'type' | 'data' | 'occurredAt'> & { actor: { name?: string } }
type Names = ReadonlySet<string>

const signersOf = ({ data, actor }: Fact): string[] => {
  const signed = data.signatures
  const names = Array.isArray(signed) ? signed.map(({ name }: { name: string }) => name) : []
  return names.length > 0 ? names : [String(actor.name)]
}
const lastBefore = (facts: Fact[], end: number, ...types: string[]): number =>
  facts.findLastIndex(({ type }, at) => at < end && types.includes(type))
const between = (facts: Fact[], from: number, to: number, ...types: string[]): boolean =>
  facts.some(({ type }, at) => at > from && at < to && types.includes(type))
const finePaid = ({ data }: Fact): number => Number(data.fine ?? 0)

/** The acts of the ordinary procedure, and the same for a further party. */
const ofCase = {
  proposed: ['conclude-investigation'],
  notified: 'notify-penalty',
  served: 'serve-notice',
  heard: ['waive-rights', 'window-lapsed', 'state-defence', 'close-hearing', 'forfeit-hearing'],
  weighed: 'weigh-defence',
  hearing: 'close-hearing',
  opinion: 'give-legal-opinion',
  decided: 'decide-penalty',
}
const ofParty = {
  proposed: ['notify-party'],
  notified: 'notify-party',
  served: 'serve-party-notice',
  heard: [
    'waive-party-rights',
    'party-window-lapsed',
    'state-party-defence',
    'close-party-hearing',
    'forfeit-party-hearing',
  ],
  weighed: 'weigh-party-defence',
  hearing: 'close-party-hearing',
  opinion: 'give-party-opinion',
  decided: 'decide-party-penalty',
}
type Acts = typeof ofCase

/** 1, 3, 4, 6: what comes before a decision, and how heavy it may be. */
const decisionFaults = (facts: Fact[], acts: Acts): string[] =>
  facts.flatMap((fact, at) => {
    if (fact.type !== acts.decided) return []
    const proposed = lastBefore(facts, at, ...acts.proposed)
    const notified = lastBefore(facts, at, acts.notified)
    const served = lastBefore(facts, at, acts.served)
    const told = proposed >= 0 && notified >= proposed && served > notified
    const heard =
      between(facts, served, at, ...acts.heard) && between(facts, served, at, acts.weighed)
    const hearing = lastBefore(facts, at, acts.hearing)
    const reviewed = hearing < 0 || hearing < served || between(facts, hearing, at, acts.opinion)
    const earlier = lastBefore(facts, at, acts.decided)
    const again = earlier >= 0 && !between(facts, earlier, at, 'return', 'take-back')
    const most = proposed < 0 ? 0 : finePaid(facts[proposed] as Fact)
    return [
      ...(told && heard ? [] : ['1: decided before the party was told and heard']),
      ...(reviewed ? [] : ['3: decided after a hearing without legal review']),
      ...(finePaid(fact) <= most ? [] : ['4: heavier than what was notified']),
      ...(again ? ['6: one act is punished twice'] : []),
    ]
  })

/** 2, 11: who has investigated neither presides, nor reviews, nor decides. */
const impartialityFaults = (facts: Fact[], investigators: Names): string[] =>
  facts.flatMap((fact) => {
    const judges: Record<string, string> = {
      'close-hearing': '2: an investigator presides over the hearing',
      'close-party-hearing': '2: an investigator presides over the hearing',
      'give-legal-opinion': '11: an investigator reviews in law',
      'give-party-opinion': '11: an investigator reviews in law',
      'decide-penalty': '11: an investigator decides',
      'decide-party-penalty': '11: an investigator decides',
    }
    const fault = judges[fact.type]
    return fault && signersOf(fact).some((name) => investigators.has(name)) ? [fault] : []
  })

const records = ['record-evidence', 'conclude-investigation']

/** 5: two officers, two certificates. */
const officerFaults = (facts: Fact[]): string[] =>
  facts.flatMap((fact) => {
    const { type, data } = fact
    const signed = records.includes(type) && new Set(signersOf(fact)).size < 2
    const certified =
      Array.isArray(data.certificates) && new Set(data.certificates.map(String)).size < 2
    return signed || certified ? [`5: ${type} with fewer than two officers`] : []
  })

/** 7, 8: what may not be punished at all. */
const groundFaults = (facts: Fact[], discovered: Day): string[] =>
  facts.flatMap(({ type }, at) => {
    if (type !== 'decide-penalty') return []
    const { actEnded, circumstances = [] } =
      facts[lastBefore(facts, at, records[1] ?? '')]?.data ?? {}
    const marks = circumstances as string[]
    const months = marks.includes('serious-harm') ? 60 : 24
    const old = !marks.includes('continuing') && addMonths(String(actEnded), months) < discovered
    const minor = ['minor', 'corrected', 'no-harm'].every((one) => marks.includes(one))
    return [
      ...(old ? ['7: the act is too old'] : []),
      ...(minor ? ['8: minor, corrected and without harm, and punished'] : []),
    ]
  })

type Owing = {
  imposed?: number
  owed?: number
  surchargePaid?: number
  paidParts?: { fine: number }[]
}
const owes = ({ imposed = 0, owed = 0, surchargePaid = 0, paidParts = [] }: Owing): boolean =>
  surchargePaid > imposed || paidParts.reduce((sum, { fine }) => sum + fine, 0) + owed > imposed

/** 9: of the case and of each party. */
const surchargeFaults = ({ snapshot, items = {} }: CaseRecord): string[] =>
  [snapshot, ...Object.values(items).map((item) => item.snapshot)].some(({ context }) =>
    owes(context as Owing),
  )
    ? ['9: the surcharge is more than the fine']
    : []

/** 12: registered or seized, and kept after the last day. */
const keptFaults = ({ obligations, items = {} }: CaseRecord, now: Instant): string[] =>
  obligations.some(
    ({ clock, status, dueAt, item }) =>
      ['seizure', 'evidence-disposal'].includes(clock) &&
      status === 'running' &&
      dueAt !== null &&
      dueAt < now &&
      item !== undefined &&
      items[item]?.snapshot.value === 'in-force',
  )
    ? ['12: things are kept after the last day']
    : []

/** 13: a remedy alone stops nothing; a suspension stops the demand (强制法 39). */
const stayFaults = ({ obligations, snapshot }: CaseRecord, facts: Fact[]): string[] => {
  const suspended = typeof snapshot.context.suspendedSince === 'string'
  const bound = suspended ? ['payment'] : ['payment', 'demand']
  return facts.some(({ type }) => type === 'order-stay') ||
    !obligations.some(({ clock, status }) => bound.includes(clock) && status === 'paused')
    ? []
    : ['13: a remedy stops the period for payment']
}

const penalties = ['decide-penalty', 'decide-party-penalty']
const handed = ['decide-transfer', 'transfer-punished']
const cameBack = ['accept-police-refusal', 'record-criminal-return']

/** 14, 15: no penalty in the place of a transfer, and no fine of the party after one of the court. */
const transferFaults = (facts: Fact[]): string[] =>
  facts.flatMap(({ type, data }, at) => {
    if (!penalties.includes(type)) return []
    const away = lastBefore(facts, at, ...handed) > lastBefore(facts, at, ...cameBack)
    const sentenced = facts
      .slice(0, at)
      .some((one) => one.type === 'record-criminal-return' && one.data.partyFined === true)
    return [
      ...(away ? ['14: a penalty takes the place of the transfer'] : []),
      ...(sentenced && type === 'decide-penalty' && finePaid({ data } as Fact) > 0
        ? ['15: fined after a fine of the court']
        : []),
    ]
  })

/** 16, 17: the police are asked to decide again in three days, and answer only for what they have. */
const policeFaults = (facts: Fact[]): string[] =>
  facts.flatMap((fact, at) => {
    const { type, occurredAt } = fact
    const refusal = facts[lastBefore(facts, at, 'record-police-refusal')]
    const late =
      type === 'ask-reconsideration' &&
      addDays(String(refusal?.data.receivedOn), 3) < civilDate(occurredAt)
    const answers = ['record-police-filed', 'record-police-refusal', 'record-criminal-return']
    const unasked =
      answers.includes(type) &&
      lastBefore(facts, at, 'hand-over-police') < lastBefore(facts, at, ...handed, ...cameBack)
    return [
      ...(late ? ['16: the police were asked again too late'] : []),
      ...(unasked ? ['17: the police answer for what was not handed over'] : []),
    ]
  })

/** 18: what was handed to the police stops the period of the case, and nothing else. */
const standstillFaults = ({ obligations, snapshot }: CaseRecord): string[] =>
  obligations.some(
    ({ clock, status }) =>
      clock === 'decision' &&
      status === 'running' &&
      snapshot.context.transferredFrom === 'investigation',
  )
    ? ['18: the period of the case runs while the police have it']
    : []

const agreementEnds = ['perform-agreement', 'break-agreement', 'end-agreement']

/** 19, 20: four eyes over an agreement, and no court while it runs (强制法 42). */
const agreementFaults = (facts: Fact[]): string[] =>
  facts.flatMap((fact, at) => {
    const proposal = facts[lastBefore(facts, at, 'propose-agreement')]
    const alone = fact.type === 'approve-agreement' && fact.actor.name === proposal?.actor.name
    const runs =
      lastBefore(facts, at, 'conclude-agreement') > lastBefore(facts, at, ...agreementEnds)
    return [
      ...(alone ? ['19: an agreement is approved by who has proposed it'] : []),
      ...(fact.type === 'apply-court' && runs
        ? ['20: the court is asked while an agreement runs']
        : []),
    ]
  })

type WithAgreement = Owing & { annulled?: boolean }

/** 21: what was imposed and not paid is owed, whatever was agreed: the fine itself is never reduced. */
const principalFaults = (facts: Fact[], { snapshot }: CaseRecord): string[] => {
  const { imposed = 0, owed = 0, annulled } = snapshot.context as WithAgreement
  const concluded = lastBefore(facts, facts.length, 'conclude-agreement')
  if (concluded < 0 || annulled) return []
  const changed = lastBefore(facts, facts.length, 'record-change')
  const paid = facts
    .filter(({ type }) => type === 'record-instalment' || type === 'record-payment')
    .reduce((sum, { data }) => sum + Number(data.amount ?? 0), 0)
  return changed >= 0 || owed + paid === imposed ? [] : ['21: an agreement takes from the fine']
}

/** All that is broken, by its number in the list of what must hold. `opened`: the day on which the act was found out. */
export const brokenIn = (
  facts: Fact[],
  { record, opened, now }: { record: CaseRecord; opened: Day; now: Instant },
): string[] => {
  const investigators = new Set(
    facts.filter(({ type }) => records.includes(type)).flatMap(signersOf),
  )
  const numbers = new Set(facts.flatMap(({ data }) => (data.item === undefined ? [] : [data.item])))
  return [
    ...decisionFaults(facts, ofCase),
    ...[...numbers].flatMap((no) =>
      decisionFaults(
        facts.filter(({ data }) => data.item === no),
        ofParty,
      ),
    ),
    ...impartialityFaults(facts, investigators),
    ...officerFaults(facts),
    ...groundFaults(facts, opened),
    ...surchargeFaults(record),
    ...keptFaults(record, now),
    ...stayFaults(record, facts),
    ...transferFaults(facts),
    ...policeFaults(facts),
    ...standstillFaults(record),
    ...agreementFaults(facts),
    ...principalFaults(facts, record),
  ]
}

export const openedOn = ({ openedAt }: CaseRecord): Day => civilDate(openedAt)
