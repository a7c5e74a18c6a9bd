// Which cases does the demo tell of? Hazards, one for each state in which one can be met, some licences, construction projects, an enforcement case, inspections, emergencies and a drill.
import type { Story } from './script.ts'
import { answered } from './stories/answered.ts'
import { drill } from './stories/drill.ts'
import { emergencies } from './stories/emergencies.ts'
import { ended } from './stories/ended.ts'
import { enforcement } from './stories/enforcement.ts'
import { fresh } from './stories/fresh.ts'
import { inspections } from './stories/inspections.ts'
import { licences } from './stories/licences.ts'
import { listed } from './stories/listed.ts'
import { projects } from './stories/projects.ts'
import { running } from './stories/running.ts'

export const stories: Story[] = [
  ...fresh,
  ...running,
  ...listed,
  ...answered,
  ...ended,
  ...licences,
  ...projects,
  ...enforcement,
  ...inspections,
  ...emergencies,
  drill,
]
