// Which cases does the demo tell of? Hazards, one for each state in which one can be met, and some licences.
import type { Story } from './script.ts'
import { answered } from './stories/answered.ts'
import { ended } from './stories/ended.ts'
import { fresh } from './stories/fresh.ts'
import { licences } from './stories/licences.ts'
import { listed } from './stories/listed.ts'
import { running } from './stories/running.ts'

export const stories: Story[] = [...fresh, ...running, ...listed, ...answered, ...ended, ...licences]
