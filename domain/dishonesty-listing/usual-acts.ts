// Which act usually comes next on each task of a listing?
import type { UsualActs } from '../model/process.ts'
import type { CaseRecord } from '../model/record.ts'
import type { DishonestyListingEventType } from './acts.ts'
import type { DishonestyListingTask } from './statechart.ts'

type Usual = readonly DishonestyListingEventType[]

export const usualActs: Record<DishonestyListingTask, UsualActs> = {
  'notify-listing': ['notify-listing'],
  'serve-notice': ['serve-notice'],
  'state-case': ['state-case'],
  'weigh-statement': ['weigh-statement'],
  'decide-listing': ['decide-listing'],
  'serve-listing': ['serve-listing'],
  'examine-repair': ['examine-repair'],
  'decide-repair': ({ data }: CaseRecord): Usual =>
    data['examine-repair']?.conclusion === 'unmet' ? ['refuse-repair'] : ['grant-repair'],
}
