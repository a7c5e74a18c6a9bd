// How is a case opened?
import { ask } from '../asking.ts'

/** Opens a case; `selfCheck`: the entry of the ledger that it comes of. */
export const startCase = (
  process: string,
  data: Record<string, unknown>,
  key: string,
  selfCheck: string | undefined,
) =>
  ask('POST /api/cases/{process}', { path: { process }, query: { selfCheck }, body: { data }, key })
