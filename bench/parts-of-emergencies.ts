// Which parts measure emergencies, and what do they say in docs/benchmarks.md?
import { measureEmergencies } from './emergencies/emergencies.ts'
import {
  emergenciesCounts,
  emergenciesGoals,
  emergenciesProcessors,
  emergenciesTable,
  ofEmergencies,
} from './emergencies/emergencies-report.ts'
import { isTrial, type Measure, quick, report, sized } from './part-report.ts'

const usual = { orders: 200 }
/** A second for each order of an emergency: of each of forty people an act every three seconds. */
const SECONDS_PER_ORDER = 0.85

/** A promise that is broken ends the run with an error. */
const emergencies: Measure = async (log) => {
  const orders = sized('orders', quick ? 30 : usual.orders)
  const figures = await measureEmergencies(log, { orders, seconds: orders * SECONDS_PER_ORDER })
  const goals = emergenciesGoals(figures)
  const tables = [emergenciesTable, emergenciesCounts, emergenciesProcessors].map((table) =>
    table(figures),
  )
  report('emergencies', { words: ofEmergencies(figures), goals, tables }, log, !isTrial(usual))
  if (goals.some(({ met }) => !met)) process.exitCode = 1
}

export const partsOfEmergencies: Record<string, Measure> = { emergencies }
