// What do the pages of the duty roster ask of the server?
import type { BodyOf } from '../../contract/contract.ts'
import { ask } from './asking.ts'

/** Under which address the rosters stand, and the month of an office. */
export const rostersPath = '/duty/rosters'
export const rosterPath = (office: string, month: string): string =>
  `${rostersPath}?office=${office}&month=${month}`

export const rostersApi = {
  overview: () => ask('GET /api/rosters'),
  mine: () => ask('GET /api/rosters/mine'),
  month: (office: string, month: string) =>
    ask('GET /api/rosters/{office}/{month}', { path: { office, month } }),
  enter: (
    office: string,
    month: string,
    body: BodyOf<'POST /api/rosters/{office}/{month}'>,
    key: string,
  ) => ask('POST /api/rosters/{office}/{month}', { path: { office, month }, body, key }),
  decide: (
    office: string,
    month: string,
    body: BodyOf<'POST /api/rosters/{office}/{month}/decision'>,
  ) => ask('POST /api/rosters/{office}/{month}/decision', { path: { office, month }, body }),
  exchange: (office: string, body: BodyOf<'POST /api/rosters/{office}/exchanges'>, key: string) =>
    ask('POST /api/rosters/{office}/exchanges', { path: { office }, body, key }),
  answer: (id: string, body: BodyOf<'POST /api/rosters/exchanges/{id}/decision'>) =>
    ask('POST /api/rosters/exchanges/{id}/decision', { path: { id }, body }),
}
