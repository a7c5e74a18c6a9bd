// What does the fake server say about the charts of a process, their cases and taking them over?
import { readFileSync } from 'node:fs'
import type { Hono } from 'hono'
import { processView } from '../../../api/case/process-view.ts'
import type { ChartCounts, MigrationPage } from '../../../contract/case/processes.ts'
import { hazardRectification } from '../../../domain/hazard-rectification/process.ts'
import { text } from '../../../domain/language/words.ts'
import { versionsOf } from '../../../domain/processes.ts'
import type { Diagram } from '../../../domain/views/chart/chart-views.ts'
import { now } from './data.ts'
import { type FakeState, problem } from './state.ts'

const { id } = hazardRectification
const all = versionsOf(id)
const drawn = (version: number): Diagram => {
  const name = version === hazardRectification.version ? 'chart.json' : `chart@${version}.json`
  return JSON.parse(
    readFileSync(new URL(`../../../ui/${id}/${name}`, import.meta.url), 'utf8'),
  ) as Diagram
}

const standing = (states: Record<string, number>) =>
  Object.entries(states).map(([state, n]) => ({ state, n }))
const counts = (migratedCount: number): ChartCounts => ({
  process: id,
  at: now,
  versions: [
    {
      version: 2,
      open: 12 + migratedCount,
      states: standing({
        'handling.verifying': 3,
        'handling.rectifying.working': 5 + migratedCount,
        'handling.rectifying.expired': 4,
        'supervision.none': 12,
      }),
    },
    {
      version: 1,
      open: 430 - migratedCount,
      states: standing({ 'handling.rectifying': 430 - migratedCount, 'supervision.red.told': 2 }),
    },
  ],
})

const reasons = [
  text(
    '重大隐患已按旧流程下达指令，没有治理方案和挂牌：按旧流程办结',
    'A major hazard already ordered: it ends under the first chart',
  ),
  text(
    '有人已签署、尚待会签：请先完成会签或退回',
    'A hand stands under a proposal: let it be finished first',
  ),
]
const stay = Array.from({ length: 61 }, (_, index) => ({
  caseId: `case-${(index % 5) + 1}`,
  number: `江隐患〔2026〕${300 + index}号`,
  reason: index < 58 ? reasons[0]! : reasons[1]!,
}))

/** Three pages; the second case of a real run on the last one fails. */
const migrationPage = (after: string, dryRun: boolean): MigrationPage => {
  const at = after === '' ? 0 : Number(after)
  const pages = [
    { migratedCount: 140, stay: stay.slice(0, 60), failed: 0 },
    { migratedCount: 199, stay: stay.slice(60), failed: 0 },
    dryRun
      ? { migratedCount: 30, stay: [], failed: 0 }
      : { migratedCount: 29, stay: [], failed: 1 },
  ]
  return {
    from: 1,
    to: 2,
    open: 430 - (dryRun ? 0 : at * 150),
    after: at < 2 ? String(at + 1) : null,
    ...pages[at]!,
  }
}

export const processRoutes = (app: Hono, state: FakeState) => {
  let migratedCount = 0
  app.get('/api/processes/:id', (c) => {
    const version = c.req.query('version')
    const process = all.find(
      (one) =>
        one.id === c.req.param('id') &&
        (version === undefined ? one === all[0] : String(one.version) === version),
    )
    return process
      ? c.json(processView(process, drawn(process.version), all))
      : problem('not-found')
  })
  app.get('/api/processes/:id/counts', (c) =>
    state.me?.enterprise ? problem('not-allowed') : c.json(counts(migratedCount)),
  )
  app.post('/api/processes/:id/migrations', async (c) => {
    const { after = '', dryRun } = await c.req.json<{ after?: string; dryRun: boolean }>()
    await new Promise((done) => setTimeout(done, 60))
    const page = migrationPage(after, dryRun)
    if (!dryRun) migratedCount += page.migratedCount
    return c.json(page)
  })
}
