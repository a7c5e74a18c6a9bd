// The way from observations to rows, without sockets.

import { openRegistry } from '../../devices/episodes/registry.ts'
import { createAlarmStore } from '../../devices/episodes/store.ts'
import { createIntake, parametersFrom } from '../../devices/intake/intake.ts'
import type { Observation } from '../../devices/port/port.ts'
import { createReadingStore } from '../../devices/readings/store.ts'
import type { Plant } from './plant.ts'

export type Desk = Awaited<ReturnType<typeof openDesk>>

/** `allowed` is the fence. */
export const openDesk = async (plant: Plant, more: { mostOfDevice?: number } = {}) => {
  const registry = await openRegistry(plant.url, plant.db)
  const allowed = { yes: true }
  const guard = async () => {
    if (!allowed.yes) throw new Error('fenced off')
  }
  const store = createAlarmStore({
    db: plant.db,
    guard,
    parametersOf: parametersFrom(registry),
    ...more,
  })
  const readings = createReadingStore({ db: plant.db, guard, everyMs: 5 })
  const intake = createIntake({
    db: plant.db,
    guard,
    registry,
    alarms: store,
    readings,
    onReceived: () => undefined,
  })
  await store.load('toy', new Date())
  const close = async () => {
    await readings.close()
    await registry.close()
  }
  return {
    registry,
    store,
    allowed,
    close,
    take: (observations: Observation[], now = new Date()) => intake('toy', observations, now),
  }
}
