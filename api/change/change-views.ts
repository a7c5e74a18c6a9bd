// How do proposals, their moves and their differences look to the administrators of calendars and rules?
import type {
  EnterableAmount,
  EnterableRule,
  HistoryView,
  ProposalRow,
  ProposalView,
} from '../../contract/change/changes.ts'
import type {
  DifferenceView,
  DryRunView,
  MoveRow,
  OutcomeView,
  WorkedExamples,
} from '../../contract/change/moves.ts'
import type { KeptDifference } from '../../db/change/differences.ts'
import type { Check, HistoryEntry, Proposal } from '../../db/change/proposals.ts'
import type { Progress, Refusal } from '../../db/change/rearmings.ts'
import { enterableAmounts } from '../../domain/change/amount-entry.ts'
import { type Books, type Change, isAmount } from '../../domain/change/change.ts'
import { enterable } from '../../domain/change/entry.ts'
import type { Decision } from '../../domain/change/four-eyes.ts'
import { judgeDecision } from '../../domain/change/proposal.ts'
import type { Dates, DryRun } from '../../domain/change/views.ts'
import { permitRules } from '../../domain/duty/permits.ts'
import { type Text, text } from '../../domain/language/words.ts'
import { amountOn } from '../../domain/law/amounts/book.ts'
import { examplesUnder } from '../../domain/law/calculations/catalogue/examples.ts'
import { isPromise } from '../../domain/law/entered.ts'
import { isInForceOn, ruleOn } from '../../domain/law/rule-book.ts'
import type { Person } from '../../domain/organisation/actor.ts'
import { civilDate, type Instant } from '../../domain/time/instant.ts'
import { moveCauses } from '../../domain/views/move-causes.ts'
import type { Deps } from '../http/deps.ts'
import { reasonsOf } from '../organisation/reasons.ts'
import { regionName } from '../reading/names.ts'

type Processes = Pick<Deps, 'processes'>
/** A moved period of a batch, or as it was stored. */
type Row = Omit<Check, 'movedCount'>

/** What a period, or a grade that counts by amounts, is called. */
const clockWords = ({ processes }: Processes, process: string, clock: string): Text =>
  processes[process]?.clocks.find((one) => one.clock === clock)?.words ??
  processes[process]?.graded?.grades[clock]?.words ??
  text(clock, clock)

/** Of a grade, which has no dates: its values in words. */
const gradeWords = (
  { processes }: Processes,
  { process, clock, from, to }: { process: string; clock: string; from: string; to: string },
): { from: Text; to: Text } | null => {
  const values = processes[process]?.graded?.grades[clock]?.values
  const words = (value: string) => values?.[value] ?? text(value, value)
  return values ? { from: words(from), to: words(to) } : null
}

/** Worked examples that come out otherwise under a version of an amount; of anything else none are counted. */
export const examplesOf = (subject: Change, base: Books, next: Books): WorkedExamples => {
  if (!isAmount(subject)) return { checked: 0, changed: [] }
  const { amount, from } = subject
  const there = { region: subject.region ?? undefined }
  return examplesUnder(
    amountOn(amount, from, there, base.amounts),
    amountOn(amount, from, there, next.amounts),
  )
}

export const moveRow = (deps: Processes, row: Row): MoveRow => {
  const {
    ruleFrom,
    ruleTo,
    late,
    caseId,
    number,
    process,
    region,
    clock,
    obligation,
    from,
    to,
    firm,
    escalationLevels,
    revision,
  } = row
  return {
    caseId,
    number,
    process,
    region,
    clock,
    clockWords: clockWords(deps, process, clock),
    obligation,
    from,
    to,
    firm,
    escalationLevels,
    revision,
    late,
    versions: ruleFrom === ruleTo ? null : { from: ruleFrom, to: ruleTo },
    grade: gradeWords(deps, row),
  }
}

export const dryRunView = (deps: Processes, run: DryRun, rows: Row[]): DryRunView => ({
  ...withPlaces(run),
  clocks: run.clocks.map((one) => ({ ...one, words: clockWords(deps, one.process, one.clock) })),
  places: withPlaces(run).places.map((one) => ({
    ...one,
    processWords: deps.processes[one.process]?.title ?? text(one.process, one.process),
    regionWords: regionName(one.region),
  })),
  rows: rows.map((row) => moveRow(deps, row)),
})

/** Runs of an earlier release did not count by places. */
export const withPlaces = (run: DryRun): DryRun => ({
  ...run,
  newlyOverdue: run.newlyOverdue ?? 0,
  noLongerOverdue: run.noLongerOverdue ?? 0,
  places: run.places ?? [],
})

export const proposalRow = (one: Proposal, words: Map<string, Text>): ProposalRow => ({
  id: one.id,
  status: one.status,
  proposed: one.proposed,
  words: words.get(one.id) ?? text('', ''),
  reason: one.reason,
  proposedBy: { id: one.proposedBy, name: one.proposedByName, at: one.proposedAt },
  decidedBy: one.decidedAt
    ? {
        id: one.decidedBy ?? '',
        name: one.decidedByName ?? '',
        at: one.decidedAt,
        reason: one.decisionReason ?? '',
      }
    : null,
  revokedBy: one.revokedBy,
  carriedOut: one.status === 'approved' && one.outcome !== null,
})

export const historyView = ({ at, by, byName, act, before, after }: HistoryEntry): HistoryView => ({
  at,
  by,
  name: byName,
  act,
  before,
  after,
})

export const differenceView = (deps: Processes, one: KeptDifference): DifferenceView => {
  const { caseId, number, process, clock, obligation, expected, happened, cause, acts } = one
  const words = { clockWords: clockWords(deps, process, clock), causeWords: moveCauses[cause] }
  const dates = {
    expected: withGrade(deps, one, expected),
    happened: withGrade(deps, one, happened),
  }
  return { caseId, number, process, clock, obligation, ...dates, cause, acts, ...words }
}

const withGrade = (
  deps: Processes,
  { process, clock }: Pick<KeptDifference, 'process' | 'clock'>,
  dates: Dates | null,
) => dates && { ...dates, grade: gradeWords(deps, { process, clock, ...dates }) }

export const outcomeView = (
  one: Proposal,
  progress: Progress & { errors: Refusal[] },
  differences: DifferenceView[],
): OutcomeView | null => {
  if (one.status !== 'approved') return null
  const { outcome } = one
  return {
    status: outcome ? 'done' : one.approval?.status === 'done' ? 'running' : 'collecting',
    ...progress,
    movedCount: outcome?.movedCount ?? 0,
    digest: outcome?.digest ?? null,
    asPreviewed: outcome ? outcome.differing === 0 && outcome.digest === one.preview.digest : null,
    differences,
    differing: outcome?.differing ?? 0,
  }
}

/** What the reader may decide about it, with the reasons why not. */
export const actsOn = (
  one: Proposal,
  by: Person,
  now: { version: string; carriedOut: boolean },
): ProposalView['acts'] => {
  const standing = { ...one, previewed: one.preview.status === 'done' }
  const act = (type: Decision) => {
    const reasons = reasonsOf(() => judgeDecision(type, by, standing, now))
    return { type, allowed: reasons.length === 0, reasons }
  }
  const open = one.status === 'proposed'
  return open
    ? [
        act('approve'),
        act('reject'),
        act('withdraw'),
        { type: 'preview', allowed: now.carriedOut, reasons: [] },
      ]
    : []
}

/** What cases count by, and permits to take a device out of service. */
export const enterableIds = (processes: Deps['processes']): string[] =>
  enterable(processes, permitRules)

/** Each as it is in force today, everywhere; by what is in force no more only cases of old are counted. */
export const enterableRules = (
  processes: Deps['processes'],
  { rules }: Books,
  at: Instant,
): EnterableRule[] =>
  enterableIds(processes)
    .filter((rule) => isInForceOn(rule, civilDate(at), {}, rules))
    .map((rule) => {
      const { title, process, n, unit, norm, article } = ruleOn(rule, civilDate(at), {}, rules)
      return { rule, title, process, promise: isPromise(rule), n, unit, norm, article }
    })

/** Each amount as it is in force today, everywhere. */
export const amountsToEnter = ({ amounts }: Books, at: Instant): EnterableAmount[] =>
  enterableAmounts(amounts, civilDate(at)).map((row) => {
    const { id, title, calculation, order, steps, values, norm, article } = row
    return {
      amount: id,
      title,
      calculation,
      order,
      steps: steps.map((step) => ({ ...step, optional: step.optional ?? false })),
      values: [...values],
      norm,
      article,
    }
  })
