// Run as a program: does the embedded PostgreSQL of this place start, answer, and find its rows again by another way?
// `postgres-alone.mjs <data folder> [<names of ways to try, as uid,setpriv>] [<folder for what cannot stay>]`: prints one line of JSON.
import { createChildren } from '../../../bin/infra/children.ts'
import { query, startPostgres } from '../../../bin/infra/postgres/postgres.ts'
import { serverUser, waysFor } from '../../../bin/infra/postgres/postgres-ways.ts'

const [folder = '', names = '', open] = process.argv.slice(2)
const children = createChildren(folder)
const lines: string[] = []
const all = waysFor(serverUser())
// Each name is a start of its own, with the ways that the machine then allows; none: as it comes.
const starts =
  names === ''
    ? [all]
    : names.split(';').map((start) => all.filter(({ name }) => start.split(',').includes(name)))
const rows: unknown[] = []

for (const [turn, ways] of starts.entries()) {
  const allowed = { ways, ...(open ? { folders: [open] } : {}) }
  const server = await startPostgres({
    folder,
    children,
    allowed,
    log: (text: string) => void lines.push(text),
    settings: { fsync: 'off', shared_buffers: '8MB', io_method: 'sync' },
  })
  await query(
    server.url,
    turn === 0
      ? `CREATE TABLE kept AS SELECT 0 AS turn, '衢江' AS place`
      : `INSERT INTO kept VALUES (${turn}, '柯城')`,
  )
  rows.push(
    (await query(server.url, 'SELECT count(*)::int AS n, min(place) AS place FROM kept')).rows[0],
  )
  await server.stop()
}
console.log(JSON.stringify({ rows, output: lines }))
