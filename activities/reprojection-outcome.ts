// What really moved in a re-projection, and where is that not what its preview had said?
import { createHash } from 'node:crypto'
import { forgetDifferences, keepDifferences } from '../db/change/differences.ts'
import { printOf } from '../db/change/dry-run-reads.ts'
import { type Differing, readDiffering, readReprojectedCases } from '../db/change/moves-reads.ts'
import { findProposal, keepOutcome } from '../db/change/proposals.ts'
import { causeOf, type Difference } from '../domain/views/move-causes.ts'
import type { ActivityDeps } from './deps.ts'

type OutcomeDeps = Pick<ActivityDeps, 'db' | 'now'>

/** What moved, its digest, and each difference with its cause. */
export const conclude = async ({ db, now }: OutcomeDeps, id: string): Promise<void> => {
  const known = await findProposal(db, id)
  if (!known || known.outcome) return
  const print = createHash('sha256')
  let movedCount = 0
  for (let after = ''; ; ) {
    const batch = await readReprojectedCases(db, id, after, 1_000)
    for (const one of batch) {
      const rows = (one.movedPeriods ?? []).sort((a, b) => (a.obligation < b.obligation ? -1 : 1))
      for (const row of rows) print.update(printOf({ ...row, caseId: one.caseId }))
      movedCount += rows.length
    }
    const last = batch.at(-1)
    if (!last) break
    after = last.caseId
  }
  const differing = await compare(db, id, known.preview.at)
  await keepOutcome(db, id, {
    movedCount,
    digest: print.digest('hex'),
    differing,
    at: await now(db),
  })
}

const compare = async (db: OutcomeDeps['db'], id: string, since: string): Promise<number> => {
  await forgetDifferences(db, id)
  let count = 0
  for (let after = { caseId: '', obligation: '' }; ; ) {
    const batch = await readDiffering(db, id, after, 500)
    const last = batch.at(-1)
    if (!last) return count
    await keepDifferences(
      db,
      batch.map(
        ({ caseId, obligation, number, process, region, clock, expected, happened, ...known }) => ({
          proposal: id,
          caseId,
          obligation,
          number,
          process,
          region,
          clock,
          expected,
          happened,
          cause: causeOf(differenceOf({ obligation, ...known }, since)),
          acts: (known.acts ?? []).map(({ type }) => type),
        }),
      ),
    )
    count += batch.length
    after = last
  }
}

type Known = Pick<
  Differing,
  'obligation' | 'checked' | 'knownCase' | 'openedAt' | 'closed' | 'running' | 'rearming' | 'acts'
>

const differenceOf = (
  { checked, knownCase, openedAt, acts, ...rest }: Known,
  since: string,
): Difference => ({
  ...rest,
  previewed: checked ? 'period' : knownCase ? 'case' : 'nothing',
  openedSince: openedAt >= since,
  acts: acts ?? [],
})
