// What does the chart of a performance agreement remember, and what does its case remember of it?
import { stringIn } from '../../model/event-reading.ts'
import type { CaseEvent, ItemDefinition, Rule } from '../../model/process.ts'
import { type Agreed, fenOf, missingOf, paidSince, type Stage, sumOf } from '../memory/agreed.ts'
import type { EnforcementContext } from '../memory/context.ts'
import { remembered, todayOf } from '../memory/penalties.ts'
import { owingOfPerson } from '../memory/person-owing.ts'
import { courtUntil, foreseenSurcharge, termsIn } from './agreement-terms.ts'

export type AgreementContext = {
  /** The number of the further party with whom it is; 0: it is with the enterprise. */
  party: number
  /** The id of who has proposed it; null: not known. */
  proposer: string | null
  stages: Stage[]
  waivedFen: number
  remedial: boolean
  /** What else of its form its rules look at again. */
  riskStated: boolean
  approvedOn: string | null
  concludedOn: string | null
  /** Which stage is due, from 0, and its day. */
  stage: number
  stageDue: string | null
  /** The last day of the court, as it was reckoned when it was concluded. */
  courtUntil: string | null
  /** What was imposed, owed and paid when it was concluded. */
  imposed: number
  owedFen: number
  surchargePaidFen: number
  /** What the code of the stage that is due asks for. */
  stageAskedFen: number
  /** What is owed in all once it has ended without being performed. */
  standsFen: number
}
export type AgreementRule = Rule<AgreementContext>
type AgreementEvent = Omit<CaseEvent, 'type'>
type Note = (input: {
  context: AgreementContext
  event: AgreementEvent
}) => Partial<AgreementContext>

/** Whether a form says anything there. */
export const isSaid = (data: Record<string, unknown> | undefined, name: string): boolean =>
  typeof data?.[name] === 'string' && data[name] !== ''

/** The context of one that was just proposed. XState also calls this without input. */
export const proposedAgreement = (event: CaseEvent | undefined): AgreementContext => ({
  party: typeof event?.data.represents === 'number' ? event.data.represents : 0,
  proposer: event?.openedBy ?? null,
  ...termsIn(event?.data),
  remedial: isSaid(event?.data, 'remedial') && isSaid(event?.data, 'waiveReason'),
  riskStated: isSaid(event?.data, 'windowRisk'),
  approvedOn: null,
  concludedOn: null,
  stage: 0,
  stageDue: null,
  courtUntil: null,
  imposed: 0,
  owedFen: 0,
  surchargePaidFen: 0,
  stageAskedFen: 0,
  standsFen: 0,
})

/** What its case remembers, by the fine of whoever it is with; the rules and notes of an item see it with each event. */
export const caseOf = (
  { party }: Pick<AgreementContext, 'party'>,
  { ofCase = {} }: Pick<CaseEvent, 'ofCase'>,
): EnforcementContext =>
  party === 0 ? remembered(ofCase) : owingOfPerson(remembered(ofCase), party)

/** What is missing of the stages up to the one that is due. */
export const missingNow = (context: AgreementContext, event: AgreementEvent) => {
  const { owed = 0, surchargePaid = 0 } = caseOf(context, event)
  // The last payment has brought all the surcharge there was.
  if (owed <= 0) return { fineFen: 0, surchargeFen: 0 }
  return missingOf(
    context.stages.slice(0, context.stage + 1),
    paidSince(context, { owed, surchargePaid }),
  )
}

const inAll = ({ fineFen, surchargeFen }: Pick<Stage, 'fineFen' | 'surchargeFen'>): number =>
  fineFen + surchargeFen

const concluded: Note = ({ context, event }) => {
  const around = caseOf(context, event)
  return {
    concludedOn: stringIn(event, 'concludedOn'),
    stage: 0,
    stageDue: context.stages[0]?.by ?? null,
    courtUntil: courtUntil(around, event).until,
    imposed: around.imposed,
    owedFen: fenOf(around.owed),
    surchargePaidFen: fenOf(around.surchargePaid),
    stageAskedFen: inAll(sumOf(context.stages.slice(0, 1))),
  }
}

/** All that will be owed by the day of a stage: who pays early lets less surcharge grow. */
const owedBy = (context: AgreementContext, stage: Stage, event: AgreementEvent): number => {
  const around = caseOf(context, event)
  const [foreseen = 0] = foreseenSurcharge(around, [stage], event)
  return fenOf(around.owed) + Math.max(0, foreseen - context.waivedFen)
}

/** The next one is due, and asked for less what was paid of it already. */
const kept: Note = ({ context, event }) => {
  const stage = context.stage + 1
  const next = context.stages[stage]
  if (!next) return { stage, stageDue: null, stageAskedFen: 0 }
  const missing = inAll(missingNow({ ...context, stage }, event))
  return {
    stage,
    stageDue: next.by,
    stageAskedFen: Math.min(missing, owedBy(context, next, event)),
  }
}

/** What is left of a changed fine was asked for with the change. */
const resumed: Note = ({ context, event }) => {
  const { owed = 0, imposed } = caseOf(context, event)
  return { standsFen: imposed === context.imposed ? fenOf(owed) : 0 }
}

/** By the names of the chart's actions. */
export const agreementNotes = {
  noteAgreementApproved: ({ event }) => ({ approvedOn: todayOf(event) }),
  noteAgreementConcluded: concluded,
  noteStageKept: kept,
  noteAgreementOver: resumed,
} satisfies Record<string, Note>

/** What a change of the fine has made of its reduction stays so. */
export const agreedOf = (
  around: Record<string, unknown>,
  context: AgreementContext,
  running: boolean,
): Agreed => {
  const { stages, imposed, owedFen, surchargePaidFen } = context
  const { agreed, imposed: stands } = remembered(around)
  const waivedFen = stands === imposed ? context.waivedFen : (agreed?.waivedFen ?? 0)
  return { running, waivedFen, stages, imposed, owedFen, surchargePaidFen }
}

/** States in which it binds both sides. */
export const inForce = ['running', 'overdue'] as const

/** From its conclusion on the case knows it. */
export const agreementGoesOn: NonNullable<ItemDefinition['goesOn']> = (
  around,
  { state, context },
) =>
  inForce.some((one) => one === state)
    ? { agreed: agreedOf(around, context as AgreementContext, true) }
    : {}

/** 强制法 42(2): performed, its reduction stays; else what was reduced stands again. */
export const agreementEnds: NonNullable<ItemDefinition['ends']> = (around, { state, context }) => {
  if (state === 'performed') return { agreed: agreedOf(around, context as AgreementContext, false) }
  return (context as AgreementContext).concludedOn === null ? {} : { agreed: null }
}
