// When is the next inject of a planned drill given?
import { text } from '../../language/words.ts'
import type { ClockDefinition } from '../../model/process.ts'
import { nextInject } from '../drill/course.ts'
import { countyDuty } from '../regions/addresses.ts'
import { stops } from './limit.ts'

/** Each asks for the next one; the end of the exercise takes away those that are left. */
export const drillClocks: ClockDefinition[] = [
  {
    clock: 'drill-inject',
    words: text('情景注入', 'Inject'),
    due: { momentField: 'nextInjectAt', article: '演练脚本', kept: true },
    startsOn: ['report-emergency', 'inject-given'],
    startsIf: ({ nextInjectAt }) => typeof nextInjectAt === 'string',
    endsOn: [],
    yieldsOn: ['inject-given', 'end-response', 'no-response', ...stops],
    warn: null,
    warnNotify: [],
    escalationPolicy: [
      {
        escalationLevel: 'inject',
        words: text('给出情景注入', 'An inject is given'),
        after: { unit: 'MIN', n: 0 },
        event: 'inject-given',
        says: nextInject,
        notify: [],
        force: 'supervision',
        late: 'fire',
      },
    ],
    audience: 'internal',
    clockOwner: countyDuty,
  },
]
