// How does the register leave as a sheet, and come back with each bad line named?

import { type Context, Hono } from 'hono'
import { describeRoute } from 'hono-openapi'
import type * as v from 'valibot'
import type { ImportView } from '../../contract/devices/registry.ts'
import { registrySheetQuery, sheetBody } from '../../contract/devices/registry.ts'
import { importEntries } from '../../db/devices/registry.ts'
import { withRegistry } from '../../db/devices/registry-changes.ts'
import { readSheetRows } from '../../db/devices/registry-reads.ts'
import { columns, entriesOf } from '../../domain/duty/registry-sheet.ts'
import type { ApiEnv, Deps } from '../http/deps.ts'
import { checked } from '../http/input.ts'
import { keptRegions, madeAlready, registryRequest, signed } from '../http/registry-request.ts'
import { regionOf, rowsOf, sheetFile } from './sheet-file.ts'

const described = (summary: string) => describeRoute({ tags: ['registry'], summary })

export const createSheetRoutes = (deps: Deps) =>
  new Hono<ApiEnv>()
    .get(
      '/sheet',
      described('Devices and points in use, as a workbook or as CSV'),
      checked('query', registrySheetQuery),
      async (c): Promise<Response> => {
        const { format, feed } = c.req.valid('query')
        const rows = await readSheetRows(deps.connection.db, keptRegions(c), feed)
        return sheetFile(format, { file: 'points', title: '测点', columns }, rows)
      },
    )
    .post(
      '/sheet',
      described('Read a sheet: a dry run, or done as a whole when no line is wrong'),
      checked('json', sheetBody),
      async (c) => c.json(await imported(deps, c, c.req.valid('json'))),
    )

const imported = async (
  deps: Deps,
  c: Context<ApiEnv>,
  sent: v.InferOutput<typeof sheetBody>,
): Promise<ImportView> => {
  const request = registryRequest(deps, c, 'sheet', sent)
  const { entries, faults } = entriesOf(await rowsOf(sent))
  const region = regionOf(
    entries.map(({ device }) => device.region),
    request.regions,
  )
  const outcome = await withRegistry(deps.connection.db, async (tx) => {
    const done = sent.apply && faults.length === 0 && !(await madeAlready(tx, request))
    const apply = done ? { ...signed(request, sent.reason), region } : null
    return importEntries(tx, entries, { regions: request.regions, at: request.at, apply })
  })
  const all = [...faults, ...outcome.faults].sort((a, b) => a.line - b.line)
  const { devices, points } = outcome
  return {
    applied: sent.apply && all.length === 0,
    lines: entries.length,
    devices,
    points,
    faults: all.slice(0, 500),
  }
}
