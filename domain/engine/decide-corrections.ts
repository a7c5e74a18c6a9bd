// What does a correction do to a case: asked for, and approved?
import { DomainError } from '../language/errors.ts'
import type { DecisionContext } from '../model/decision-context.ts'
import { addEffects, change } from '../model/draft.ts'
import type { ProcessDefinition } from '../model/process.ts'
import type { CaseRecord } from '../model/record.ts'
import { followSnapshot } from '../tasks/tasks.ts'
import { type DecideCaseVerb, tellVerb } from './case-verb.ts'
import { correctedPeriods } from './clocks/corrected.ts'
import { itemKindOf } from './items/parts.ts'
import { corrected } from './judging/correction.ts'
import { describedAnew, rememberedAnew, statedIn } from './judging/followed-correction.ts'
import { correctionNotice } from './notices/request-notices.ts'

export const requestCorrection: DecideCaseVerb = (process, draft, command, decisionContext) => {
  const { seq, reason } = command.data
  const fact = decisionContext.lookedUp?.fact
  const data = fact ? corrected(process, fact, command.data, decisionContext.at) : null
  if (!fact || !data) throw new DomainError('not-possible-now')
  const wanted = {
    about: fact.type,
    data,
    reason: String(reason),
    by: command.by.kind === 'person' ? command.by.id : '',
  }
  const waiting = change(draft, {
    corrections: { ...draft.record.corrections, [String(seq)]: wanted },
  })
  const told = tellVerb(waiting, command, decisionContext, 'internal', {
    ...command.data,
    about: fact.type,
  })
  return addEffects(told, ...correctionNotice(process, told.record, command, wanted.by))
}

/** 不予更正: the record stays as it is, and who has asked for it hears why. */
export const refuseCorrection: DecideCaseVerb = (process, draft, command, decisionContext) => {
  const { seq, reason } = command.data
  const { [String(seq)]: wanted, ...others } = draft.record.corrections
  if (!wanted) throw new DomainError('not-possible-now')
  const fields = Object.keys(wanted.data)
  const told = tellVerb(
    change(draft, { corrections: others }),
    command,
    decisionContext,
    'internal',
    { seq, about: wanted.about, fields, reason },
  )
  return addEffects(told, ...correctionNotice(process, told.record, command, wanted.by))
}

/** 更正: the old fact stays; the case goes on with the corrected value and its clocks are derived again. */
export const approveCorrection: DecideCaseVerb = (process, draft, command, decisionContext) => {
  const seq = String(command.data.seq)
  const { [seq]: wanted, ...others } = draft.record.corrections
  const fact = decisionContext.lookedUp?.fact
  if (!wanted || !fact) throw new DomainError('not-possible-now')
  const fields = Object.keys(wanted.data)
  const ofItem = itemKindOf(process, fact) !== undefined
  const after = ofItem
    ? { itemSecrets: reachedAnew(draft.record, fact, wanted.data) }
    : goesOn(process, draft.record, fact, wanted.data, decisionContext)
  const told = tellVerb(
    change(draft, { corrections: others, ...after }),
    command,
    decisionContext,
    // Of whom a case concerns beside its party that reads nothing.
    ofItem ? 'internal' : 'party',
    {
      seq: fact.seq,
      about: fact.type,
      fields,
      was: fields.map((name) => fact.data[name] ?? null),
      is: Object.values(wanted.data),
      reason: wanted.reason,
    },
  )
  return addEffects(told, ...correctionNotice(process, told.record, command, wanted.by))
}

type Fact = NonNullable<NonNullable<DecisionContext['lookedUp']>['fact']>

/** One-time codes go to the new telephone alone: those under way, and whoever has come in by the old one, end. */
const reachedAnew = (
  { itemSecrets = {} }: CaseRecord,
  { data }: Fact,
  is: Record<string, unknown>,
): NonNullable<CaseRecord['itemSecrets']> => {
  const no = String(data.item)
  const kept = itemSecrets[no]
  if (!kept) return itemSecrets
  const { answers, telephones = 0 } = kept
  return {
    ...itemSecrets,
    [no]: { ...kept, answers: { ...answers, ...is }, telephones: telephones + 1 },
  }
}

const goesOn = (
  process: ProcessDefinition,
  record: CaseRecord,
  fact: Fact,
  is: Record<string, unknown>,
  decisionContext: DecisionContext,
) => {
  const { data, snapshot } = record
  const texts = { ...statedIn(record, fact), ...is }
  const noted = rememberedAnew(process, record, fact, is, decisionContext)
  const now = { ...record, snapshot: { ...snapshot, context: { ...snapshot.context, ...noted } } }
  const obligations = correctedPeriods(
    process,
    now,
    snapshot.context,
    { type: fact.type, seq: String(fact.seq), stated: texts, is },
    decisionContext,
  )
  // Where it lies and whom it concerns no correction changes.
  const { region: _, owner: __, ...called } = describedAnew(process, record, fact, is)
  return {
    ...called,
    data: fact.latest ? { ...data, [fact.type]: texts } : data,
    snapshot: now.snapshot,
    obligations,
    ...followSnapshot(process, now, snapshot, decisionContext.at),
  }
}
