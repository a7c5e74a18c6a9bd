// What is said of the periods that a change moves: in its dry run, and once it has reached the cases?
import * as v from 'valibot'
import type { DryRun } from '../../domain/change/views.ts'
import type { MoveCause } from '../../domain/views/move-causes.ts'
import { moveCauses } from '../../domain/views/move-causes.ts'
import { bilingual, flag, integer, list, maybe, moment, type Of, string } from '../parts/pieces.ts'

const move = {
  caseId: string,
  number: string,
  process: string,
  region: string,
  clock: string,
  clockWords: bilingual,
  obligation: string,
  from: string,
  to: string,
  firm: flag,
  escalationLevels: integer,
  revision: integer,
  late: maybe(v.picklist(['newly', 'no-longer'])),
  versions: maybe(v.strictObject({ from: maybe(string), to: maybe(string) })),
  /** Of a grade, which has no dates: what it is called before and after. */
  grade: maybe(v.strictObject({ from: bilingual, to: bilingual })),
}

/** One period that moves: dates are civil, `from` = `to` when only its certainty or its reminders change. */
export const movedPeriod = v.strictObject(move)
export type MoveRow = v.InferOutput<typeof movedPeriod>

const dryRunFields = {
  run: string,
  status: v.picklist(['running', 'done', 'failed']),
  at: moment,
  base: string,
  version: string,
  cases: integer,
  total: integer,
  checked: integer,
  movedCount: integer,
  unmoved: integer,
  firmed: integer,
  digest: maybe(string),
  newlyOverdue: integer,
  noLongerOverdue: integer,
}

const perClock = { process: string, clock: string, movedCount: integer, firmed: integer }

const perPlace = {
  process: string,
  region: string,
  movedCount: integer,
  newlyOverdue: integer,
  noLongerOverdue: integer,
}

/** What a dry run over all running periods has found, or how far it has come. */
export const storedDryRun = v.strictObject({
  ...dryRunFields,
  clocks: list(v.strictObject(perClock)),
  /** By process and region. */
  places: list(v.strictObject(perPlace)),
}) satisfies Of<DryRun>

export const dryRunShape = v.strictObject({
  ...dryRunFields,
  clocks: list(v.strictObject({ ...perClock, words: bilingual })),
  rows: list(movedPeriod),
  places: list(v.strictObject({ ...perPlace, processWords: bilingual, regionWords: bilingual })),
})
export type DryRunView = v.InferOutput<typeof dryRunShape>

/** Worked examples of the law counted by an amount: those that come out otherwise, of so many. */
export const workedExamples = v.strictObject({
  checked: integer,
  changed: list(
    v.strictObject({
      no: string,
      title: bilingual,
      before: list(bilingual),
      after: list(bilingual),
    }),
  ),
})
export type WorkedExamples = v.InferOutput<typeof workedExamples>

/** A dry run that is not kept. */
export const triedOut = v.strictObject({ ...dryRunShape.entries, examples: workedExamples })
export type TriedOut = v.InferOutput<typeof triedOut>

const dates = maybe(
  v.strictObject({
    from: string,
    to: string,
    firm: flag,
    grade: maybe(v.strictObject({ from: bilingual, to: bilingual })),
  }),
)

export const movedOtherwise = v.strictObject({
  caseId: string,
  number: string,
  process: string,
  clock: string,
  clockWords: bilingual,
  obligation: string,
  expected: dates,
  happened: dates,
  cause: v.picklist(Object.keys(moveCauses) as MoveCause[]),
  causeWords: bilingual,
  /** What was done in the case between preview and change, by type and in words. */
  acts: list(string),
})
export type DifferenceView = v.InferOutput<typeof movedOtherwise>

/** How the approved change reaches the cases, and what really moved. */
export const changeOutcome = v.strictObject({
  status: v.picklist(['collecting', 'running', 'done']),
  done: integer,
  total: integer,
  failed: integer,
  movedCount: integer,
  digest: maybe(string),
  /** Cases in the last minute. */
  perMinute: integer,
  /** The first of those that refused, with the error. */
  errors: list(v.strictObject({ caseId: string, number: string, error: string })),
  /** Equal to the preview, period by period; null while cases are under way. */
  asPreviewed: maybe(flag),
  differences: list(movedOtherwise),
  differing: integer,
})
export type OutcomeView = v.InferOutput<typeof changeOutcome>
