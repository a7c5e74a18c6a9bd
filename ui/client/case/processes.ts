// How are the charts of a process, their counts and their migrations asked of the server?
import { ask } from '../asking.ts'

export const askProcess = (id: string, version: string) =>
  ask('GET /api/processes/{id}', { path: { id }, query: { version } })
export const askCounts = (id: string) => ask('GET /api/processes/{id}/counts', { path: { id } })
export const askMigration = (id: string, from: number, dryRun: boolean, after: string) =>
  ask('POST /api/processes/{id}/migrations', { path: { id }, body: { from, dryRun, after } })
