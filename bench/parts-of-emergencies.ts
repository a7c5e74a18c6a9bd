// Which parts measure emergencies, enforcement and officers in the field, and what do they say in docs/benchmarks.md?
import { measureEmergencies } from './emergencies/emergencies.ts'
import {
  emergenciesCounts,
  emergenciesGoals,
  emergenciesProcessors,
  emergenciesTable,
  ofEmergencies,
} from './emergencies/emergencies-report.ts'
import { measureEnforcement } from './enforcement/enforcement.ts'
import {
  dossierTable,
  enforcementGoals,
  enforcementTable,
  ofEnforcement,
} from './enforcement/enforcement-report.ts'
import { measureIncident } from './incident/incident.ts'
import { incidentGoals, incidentTable, ofIncident } from './incident/incident-report.ts'
import { isTrial, type Measure, quick, report, sized } from './part-report.ts'
import { measurePhones } from './phones/phones.ts'
import { ofPhones, phonesGoals, phonesTable } from './phones/phones-report.ts'
import { measureYear } from './year/year.ts'
import { ofYear, yearGoals, yearTable } from './year/year-report.ts'

const usual = {
  orders: 200,
  alarms: 146_000,
  loads: 20,
  count: 50,
  cases: 15_000,
  enterprises: 60_000,
}
const PHOTOS_PER_PHONE = 40
const EMERGENCIES_OF_A_YEAR = 120
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
  report(
    'emergencies',
    { words: ofEmergencies(figures), goals, tables },
    log,
    !isTrial({ orders: usual.orders }),
  )
  if (goals.some(({ met }) => !met)) process.exitCode = 1
}

const year: Measure = async (log) => {
  const size = {
    alarms: sized('alarms', quick ? 6_000 : usual.alarms),
    emergencies: EMERGENCIES_OF_A_YEAR,
  }
  const figures = await measureYear(log, size, quick)
  report(
    'year',
    { words: ofYear(figures), goals: yearGoals(figures), tables: [yearTable(figures)] },
    log,
    !isTrial({ alarms: usual.alarms }),
  )
}

const enforcement: Measure = async (log) => {
  const size = {
    enterprises: sized('enterprises', usual.enterprises),
    cases: sized('cases', quick ? 1_500 : usual.cases),
  }
  const figures = await measureEnforcement(log, size, quick)
  report(
    'enforcement',
    {
      words: ofEnforcement(figures),
      goals: enforcementGoals(figures),
      tables: [dossierTable(figures), enforcementTable(figures)],
    },
    log,
    !isTrial({ cases: usual.cases, enterprises: usual.enterprises }),
  )
}

const incident: Measure = async (log) => {
  const figures = await measureIncident(log, sized('loads', quick ? 3 : usual.loads))
  if (!figures) return log('incident: no Chromium here, not measured')
  report(
    'incident',
    { words: ofIncident(figures), goals: incidentGoals(figures), tables: [incidentTable(figures)] },
    log,
    !isTrial({ loads: usual.loads }),
  )
}

const phones: Measure = async (log) => {
  const count = sized('count', quick ? 10 : usual.count)
  const figures = await measurePhones(log, { phones: count, photos: PHOTOS_PER_PHONE })
  report(
    'phones',
    { words: ofPhones(figures), goals: phonesGoals(figures), tables: [phonesTable(figures)] },
    log,
    !isTrial({ count: usual.count }),
  )
}

export const partsOfEmergencies: Record<string, Measure> = {
  emergencies,
  enforcement,
  year,
  incident,
  phones,
}
