// Who waits while somebody holds something, and whom does that keep from the rest?
import pg from 'pg'
import { expect } from 'vitest'
import type { House } from '../house.ts'

/** What `asked` answers once whoever holds something has let it go; meanwhile others do what they have to do. */
export const whileHeld = async <Answer>(
  house: House,
  hold: string,
  values: string[],
  asked: () => Promise<Answer>[],
  others: () => Promise<{ status: number }>,
): Promise<Answer[]> => {
  const { connectionString } = house.deps.connection.pool.options
  const holder = new pg.Client({ connectionString })
  await holder.connect()
  await holder.query('BEGIN')
  await holder.query(hold, values)
  const answers = asked()
  await new Promise((resolve) => setTimeout(resolve, 300))
  const soon = new Promise<string>((resolve) => setTimeout(() => resolve('not soon'), 1_500))
  const answered = await Promise.race([others().then(({ status }) => status), soon])
  await holder.end()
  const all = await Promise.all(answers)
  expect([200, 201]).toContain(answered)
  return all
}
