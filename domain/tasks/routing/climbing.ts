// Where does a task go whose post stands empty?

import { wanted } from '../../model/chart.ts'
import type { ProcessDefinition, TaskMeta } from '../../model/process.ts'
import type { CaseRecord, OpenTask } from '../../model/record.ts'
import { type Address, groupOf } from '../../organisation/offices.ts'
import { type Level, regions } from '../../organisation/regions.ts'

type Place = Pick<CaseRecord, 'region' | 'owner'>

const higher: Record<Level, Level[]> = {
  county: ['city', 'province'],
  city: ['province'],
  province: [],
}

/** Only the authorities have somebody above them; what an enterprise must do nobody does in its place. */
export const isOfAuthority = (group: string): boolean => !group.startsWith('enterprise:')

/** The groups of the same roles at each higher level, the nearest first; the task's own ones are left out. */
export const stepsUp = (
  process: ProcessDefinition,
  record: CaseRecord,
  task: OpenTask,
): string[][] => {
  const meta = wanted(process.machine, record.snapshot).find(
    ({ state }) => state === task.state,
  )?.task
  return meta ? stepsFrom(meta, task.groups, record) : []
}

/** The same for a task that is not opened yet. */
export const stepsFrom = (meta: TaskMeta, groups: string[], place: Place): string[][] => {
  const own = addressesOf(meta).filter((address) => groups.includes(groupOf(address, place) ?? ''))
  return (['city', 'province'] as const)
    .map((level) => own.flatMap((address) => at(address, level, place)))
    .map((found) => [...new Set(found)].filter((group) => !groups.includes(group)))
    .filter((found) => found.length > 0)
}

const addressesOf = ({ to, also = [], signers }: TaskMeta): Address[] => [
  to,
  ...also,
  ...(signers?.mode === 'sequence' ? signers.next : []),
]

const at = (address: Address, level: Level, record: Place): string[] => {
  if (address.office === 'enterprise') return []
  const from =
    regions[record.region].level === 'county'
      ? address.level
      : lower(address.level, regions[record.region].level)
  return higher[from].includes(level)
    ? [groupOf({ ...address, level }, record)].filter((group) => group !== null)
    : []
}

/** What a chart calls the county's is the city's own in a case of the city. */
const lower = (wanted: Level, own: Level): Level => (higher[wanted].includes(own) ? own : wanted)

/** The administrators who can fill a post: those of its region, then of the city, then of the province. */
export const administratorsOf = (record: Place): string[] => [
  ...new Set(
    (['county', 'city', 'province'] as const).flatMap(
      (level) => groupOf({ role: 'administrator', office: 'administration', level }, record) ?? [],
    ),
  ),
]
