// Which hazards does the demo tell of? One for each state in which a case can be met, each in a county and enterprise of its own.
import type { Story } from './script.ts'
import { answered } from './stories/answered.ts'
import { ended } from './stories/ended.ts'
import { fresh } from './stories/fresh.ts'
import { listed } from './stories/listed.ts'
import { running } from './stories/running.ts'

export const stories: Story[] = [...fresh, ...running, ...listed, ...answered, ...ended]
