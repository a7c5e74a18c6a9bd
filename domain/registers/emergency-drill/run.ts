// Which case does a planned drill begin, and with which first form?
import { text } from '../../language/words.ts'
import type { EntryRun } from '../define.ts'

/** It is an exercise from its first moment on; where and what is played is the entry's to say. */
export const runDrill: EntryRun = {
  process: 'emergency-response',
  words: text('开始演练', 'Begin the drill'),
  standing: 'planned',
  form: ({ number, region, owner, data }, at) => ({
    drill: true,
    registerEntry: number,
    source: 'bureau',
    kind: data.event,
    title: data.title,
    site: data.place,
    region: data.county ?? region,
    ...(owner === null ? {} : { enterprise: owner }),
    happenedAt: at,
    description: data.scenario,
  }),
}
