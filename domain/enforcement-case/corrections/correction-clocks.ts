// Which period runs for an order to correct? That of the order itself, after which it is re-checked.
import { text } from '../../language/words.ts'
import { escalationLevel } from '../../model/periods/period.ts'
import type { ClockDefinition } from '../../model/process.ts'
import { inspectors } from '../../organisation/addresses.ts'
import { limit } from '../periods/period.ts'
import { sectionChief } from '../regions/addresses.ts'

export const correctionClocks: ClockDefinition[] = [
  {
    ...limit('correction', text('责令改正期限', 'Time to correct'), {
      due: { dateField: 'correctBy', article: '《行政处罚法》第二十八条' },
      startsOn: ['order-correction'],
      endsOn: ['correction-done', 'correction-refused', 'drop-correction'],
      warn: { unit: 'WD', n: 1 },
      warnNotify: [inspectors],
      escalationPolicy: [
        escalationLevel(
          'correction-over',
          text('改正期限届满，应当复查', 'The time to correct is over: re-check it'),
          { notify: [inspectors, sectionChief] },
        ),
      ],
    }),
    item: 'correction',
  },
]
