// Does a read see one state, and leave nothing of its reader on the connection?
import { sql } from 'drizzle-orm'
import { expect, test } from 'vitest'
import { connect } from '../../db/client.ts'
import { type Reader, withScope } from '../../db/scope.ts'
import type { Scope } from '../../domain/organisation/policy.ts'
import { createDatabase } from '../support/servers/infra.ts'

const county: Scope = { regions: ['330802'], caseRegions: ['330802'], owner: null, person: 'lin' }

test('a read sees one state from its beginning to its end, and its connection belongs to the server again after it', async () => {
  const { url, drop } = await createDatabase()
  const alone = connect(url, 1)
  const other = connect(url, 1)
  const count = async (tx: Pick<Reader, 'execute'>) =>
    (await tx.execute<{ n: number }>(sql`SELECT count(*)::int AS n FROM offices`)).rows[0]?.n
  const seen = await withScope(alone.pool, county, async (tx) => {
    const before = await count(tx)
    await other.db.execute(
      sql`INSERT INTO offices (id, kind, region, name) VALUES ('330802-enforcement', 'bureau', '330802', '{}')`,
    )
    return [before, await count(tx)]
  })
  expect(seen).toEqual([0, 0])
  const { rows: after } = await alone.db.execute(
    sql`SELECT current_user = session_user AS own, current_setting('anjian.regions', true) AS regions`,
  )
  expect(after).toEqual([{ own: true, regions: '' }])
  await Promise.all([alone.close(), other.close()])
  await drop()
})
