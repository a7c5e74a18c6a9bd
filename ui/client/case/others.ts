// Which other cases does the server offer: to name in an act, and as what may be reported already?
import type { AlikeQuery } from '../../../contract/case/others.ts'
import { ask } from '../asking.ts'

export const askCasesToName = (id: string, type: string) =>
  ask('GET /api/cases/{id}/others', { path: { id }, query: { type } })

export const askAlike = (process: string, query: AlikeQuery) =>
  ask('GET /api/cases/{process}/alike', { path: { process }, query })
