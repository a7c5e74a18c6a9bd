// Which snapshot does the next migration start from? Keeps only the newest one, a table a line; `npm run db:generate` runs it.
import { readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'

const folder = join(import.meta.dirname, 'migrations', 'meta')
const snapshots = readdirSync(folder)
  .filter((name) => name.endsWith('_snapshot.json'))
  .sort()
const newest = snapshots.pop()
for (const name of snapshots) rmSync(join(folder, name))
if (newest !== undefined) {
  const file = join(folder, newest)
  const { tables, ...rest } = JSON.parse(readFileSync(file, 'utf8')) as {
    tables: Record<string, unknown>
  }
  const lines = Object.entries(tables).map(
    ([name, table]) => `${JSON.stringify(name)}:${JSON.stringify(table)}`,
  )
  writeFileSync(file, `${JSON.stringify(rest).slice(0, -1)},"tables":{\n${lines.join(',\n')}\n}}\n`)
}
