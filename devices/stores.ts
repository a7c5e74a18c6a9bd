// What does the devices process keep, each by whoever keeps it, and where do the rules judge what is stored?
import type { Database } from '../db/client.ts'
import { createStoredClocks } from './clocks/stored-clocks.ts'
import { createFeedHealth } from './connections/feed-health.ts'
import { createLinks } from './connections/links.ts'
import { createQuarantine } from './connections/quarantine.ts'
import type { DeviceRegistry } from './episodes/registry.ts'
import { createAlarmStore } from './episodes/store.ts'
import { createIntake, type IntakeDeps, parametersFrom } from './intake/intake.ts'
import { createRulings } from './intake/ruling.ts'
import { createPast } from './intake/ruling-past.ts'
import { createRollups } from './readings/rollups.ts'
import { createReadingStore } from './readings/store.ts'
import { rules } from './rules/rules.ts'

export type DeviceStores = ReturnType<typeof openStores>

type Ruling = Pick<IntakeDeps, 'guard' | 'registry'> & {
  db: Database
  registry: DeviceRegistry
  opened: DeviceStores
}

/** Intakes whose observations the rules judge, whatever they are stored in. */
export const createRuled = ({ db, guard, registry, opened }: Ruling) => {
  const { health, alarms, readings } = opened
  const past = createPast({ db, registry })
  const { forget, of: ruling } = createRulings({ registry, rules, past })
  const stores = { db, guard, registry, alarms, readings }
  const hears: IntakeDeps['onReceived'] = (_, device, at) => health.device(device.id, at)
  const ruled = (store: typeof readings, heard = hears) =>
    ruling(createIntake({ ...stores, onReceived: heard, readings: store }))
  return { stores, forget, ruled }
}

/** What is kept, each by whoever keeps it. */
export const openStores = (db: Database, guard: IntakeDeps['guard'], registry: DeviceRegistry) => {
  const rollups = createRollups(db)
  return {
    rollups,
    quarantine: createQuarantine(db),
    health: createFeedHealth(db),
    links: createLinks({ db, guard }),
    alarms: createAlarmStore({ db, guard, parametersOf: parametersFrom(registry) }),
    clocks: createStoredClocks({ db, guard, registry }),
    readings: createReadingStore({ db, guard, stored: rollups.note }),
    single: createReadingStore({ db, guard, stored: rollups.note, everyMs: 2 }),
  }
}
