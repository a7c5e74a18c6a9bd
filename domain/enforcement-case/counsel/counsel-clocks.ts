// Until when does a power of attorney hold? Until the day that it names, whatever becomes of it meanwhile.
import { text } from '../../language/words.ts'
import { escalationLevel } from '../../model/periods/period.ts'
import type { ClockDefinition } from '../../model/process.ts'
import { inspectors } from '../../organisation/addresses.ts'
import { limit } from '../periods/period.ts'
import { sectionChief } from '../regions/addresses.ts'

const clockOf = (kind: 'party-counsel' | 'enterprise-counsel'): ClockDefinition => ({
  ...limit(kind, text('委托期限', 'Power of attorney'), {
    due: { dateField: 'until', article: '《民法典》第一百七十三条' },
    startsOn: [`name-${kind}`],
    endsOn: [`refuse-${kind}`, `withdraw-${kind}`, `${kind}-lapsed`],
    warn: { unit: 'WD', n: 3 },
    warnNotify: [inspectors],
    escalationPolicy: [
      escalationLevel(`${kind}-over`, text('委托期限届满', 'The power of attorney has ended'), {
        notify: [inspectors, sectionChief],
        event: `${kind}-lapsed`,
        force: 'legal',
      }),
    ],
  }),
  item: kind,
})

export const partyCounselClocks = [clockOf('party-counsel')]
export const enterpriseCounselClocks = [clockOf('enterprise-counsel')]
