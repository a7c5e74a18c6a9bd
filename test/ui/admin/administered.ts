// Who administers the houses in which the pages of administrators are tested?
import { sql } from 'drizzle-orm'
import type { Database } from '../../../db/client.ts'
import { offices } from '../../../db/schema/organisation/organisation.ts'

/** Two administrators of the city, `shi` and `yu`; of two section chiefs one is left. */
export const administered = async (db: Database): Promise<void> => {
  const name = { zh: '试', en: 'x' }
  await db.insert(offices).values(
    (['330800', '330802'] as const).map((region) => ({
      id: `${region}-administration`,
      kind: 'administration' as const,
      region,
      name,
    })),
  )
  await db.execute(
    sql`UPDATE appointments SET role = 'administrator', office = '330800-administration' WHERE person IN ('shi', 'yu')`,
  )
  await db.execute(sql`UPDATE appointments SET role = 'clerk' WHERE person = 'fang'`)
}
