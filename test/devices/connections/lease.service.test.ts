// Does one process alone write for a lease, also when another was frozen and wakes?
import { sql } from 'drizzle-orm'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { LeaseLost, takeLease } from '../../../devices/connections/lease.ts'
import { openPlant, type Plant, until } from '../plant.ts'

let plant: Plant
beforeAll(async () => {
  plant = await openPlant()
})
afterAll(async () => plant.close())

const take = (owner: string, feed: string) =>
  takeLease({ url: plant.url, db: plant.db, owner, leaseMs: 3_600_000 }, feed)

test('a lease is held once, and free as soon as its holder lets go', async () => {
  const one = await take('one', 'a')
  expect(one?.fence).toBe(1)
  expect(await take('two', 'a')).toBeNull()
  expect(await take('two', 'b')).not.toBeNull()
  await one?.release()
  const two = await take('two', 'a')
  expect(two?.fence).toBe(2)
  await two?.release()
})

test('whoever could not note that he holds it does not hold it', async () => {
  const refusing = Object.assign(Object.create(plant.db), {
    execute: () => Promise.reject(new Error('gone')),
  }) as typeof plant.db
  await expect(
    takeLease({ url: plant.url, db: refusing, owner: 'one', leaseMs: 3_600_000 }, 'd'),
  ).rejects.toThrow('gone')
  const two = await take('two', 'd')
  expect(two?.fence).toBe(1)
  await two?.release()
})

test('a holder whose lease has run out loses the lease; what it then writes is refused', async () => {
  const frozen = await take('frozen', 'c')
  if (!frozen) throw new Error('not held')
  await plant.db.transaction((tx) => frozen.guard(tx))
  expect(await take('other', 'c')).toBeNull()
  await plant.db.execute(
    sql`UPDATE feed_owners SET lease_until = now() - interval '1 second' WHERE feed = 'c'`,
  )
  const other = await take('other', 'c')
  expect(other?.fence).toBe(frozen.fence + 1)
  const late = plant.db.transaction(async (tx) => {
    await frozen.guard(tx)
    await tx.execute(
      sql`INSERT INTO device_signs VALUES (gen_random_uuid(), 'late', now(), now(), '', 0)`,
    )
  })
  await expect(late).rejects.toThrow(LeaseLost)
  await until(() => frozen.lost.aborted)
  await plant.db.transaction(async (tx) => other?.guard(tx))
  await other?.release()
})

test('a second process stands by, and takes over all lines with their alarms', async () => {
  const first = await plant.start()
  await until(() => first.port('toy') !== undefined)
  const second = await plant.start()
  await new Promise((resolve) => setTimeout(resolve, 300))
  expect(second.port('toy')).toBeUndefined()
  await first.stop()
  await until(() => second.port('toy') !== undefined)
  await second.stop()
})
