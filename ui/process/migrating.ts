// How far is a run over the pages of a migration?
import type { MigrationPage } from '../../contract/case/processes.ts'
import { gathered } from '../../domain/views/chart/gathered.ts'

/** `open`: what stood on the chart when the run began; while cases leave it, later pages count fewer. */
export type Run = Pick<MigrationPage, 'open' | 'migratedCount' | 'failed' | 'stay'> & {
  seen: number
  done: boolean
}

export const nothingYet: Run = {
  open: 0,
  migratedCount: 0,
  failed: 0,
  stay: [],
  seen: 0,
  done: false,
}

/** Page after page until there is none; `report` is called after each. */
export const walkPages = async (
  ask: (after: string) => Promise<MigrationPage>,
  report: (run: Run) => void,
): Promise<Run> => {
  let run = nothingYet
  for (let after: string | null = ''; after !== null; ) {
    const page: MigrationPage = await ask(after)
    after = page.after
    run = added(run, page)
    report(run)
  }
  return run
}

const added = (run: Run, page: MigrationPage): Run => ({
  open: run.seen === 0 ? page.open : run.open,
  migratedCount: run.migratedCount + page.migratedCount,
  failed: run.failed + page.failed,
  stay: [...run.stay, ...page.stay],
  seen: run.seen + page.migratedCount + page.failed + page.stay.length,
  done: page.after === null,
})

/** Those that stay, by reason, the most frequent first. */
export const byReason = (stay: Run['stay']) =>
  gathered(stay, ({ reason }) => reason.zh)
    .map(([, cases]) => cases)
    .sort((one, other) => other.length - one.length)
