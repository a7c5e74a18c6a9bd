// Does what is known of the register ever go back?
import { eq } from 'drizzle-orm'
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { Database } from '../../../db/client.ts'
import { feeds, points } from '../../../db/schema/devices/devices.ts'
import { openRegistry } from '../../../devices/episodes/registry.ts'
import { openPlant, type Plant } from '../plant.ts'

let plant: Plant
beforeAll(async () => {
  plant = await openPlant()
})
afterAll(async () => plant.close())

type Asking = { where: (condition: unknown) => unknown }

/** A database that, once armed, is late with the points of the next reading; all else it answers at once. */
const lagging = (db: Database) => {
  let armed = false
  const gate = Promise.withResolvers<void>()
  const from = (table: unknown): Asking => {
    const asked = db.select().from(table as typeof points) as unknown as Asking
    if (table !== points || !armed) return asked
    armed = false
    return { where: (condition) => gate.promise.then(() => asked.where(condition)) }
  }
  return {
    db: new Proxy(db, {
      get: (of, key) => (key === 'select' ? () => ({ from }) : Reflect.get(of, key)),
    }),
    arm: () => {
      armed = true
    },
    answer: () => gate.resolve(),
  }
}

test('a reading that began before a change does not replace one that began after it', async () => {
  const slow = lagging(plant.db)
  const registry = await openRegistry(plant.url, slow.db)
  slow.arm()
  const before = registry.refresh()
  await new Promise((resolve) => setTimeout(resolve, 200))
  await plant.db.update(feeds).set({ enabled: false }).where(eq(feeds.id, 'toy'))
  const after = registry.refresh()
  await new Promise((resolve) => setTimeout(resolve, 500))
  slow.answer()
  await Promise.all([before, after])
  expect(registry.feed('toy')?.enabled).toBe(false)
  await registry.close()
})
