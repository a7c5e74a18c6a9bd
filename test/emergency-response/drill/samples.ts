// Which planned drill do these tests play, as the case that it begins keeps it?
import type { ChosenEntry } from '../../../domain/model/decision-context.ts'
import { emergencyDrill } from '../../../domain/registers/emergency-drill/register.ts'
import { drillEntry } from '../../registers/emergency-drill/samples.ts'
import { start } from '../samples.ts'

export const planned: ChosenEntry = {
  id: 'drill-1',
  number: '衢柯演练〔2026〕0001号',
  version: 1,
  region: '330802',
  owner: null,
  standing: 'planned',
  from: '2026-02-02',
  data: drillEntry,
}

/** The first form as the entry makes it. */
export const firstForm = emergencyDrill.run?.form(planned, start) ?? {}
