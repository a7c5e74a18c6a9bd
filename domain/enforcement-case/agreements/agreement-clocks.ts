// Which periods run for a performance agreement? Each stage until its day, and that of the court beside it.
import { text } from '../../language/words.ts'
import { escalationLevel } from '../../model/periods/period.ts'
import type { ClockDefinition } from '../../model/process.ts'
import { enterprise, inspectors } from '../../organisation/addresses.ts'
import { limit } from '../periods/period.ts'
import { leader, sectionChief } from '../regions/addresses.ts'

const ends = ['perform-agreement', 'break-agreement', 'end-agreement']

const agreementLimit = (...[clock, words, terms]: Parameters<typeof limit>): ClockDefinition => ({
  ...limit(clock, words, terms),
  item: 'agreement',
})

export const agreementClocks: ClockDefinition[] = [
  agreementLimit('agreement-stage', text('执行协议分期履行', 'Stage of the agreement'), {
    due: { dateField: 'stageDue', article: '《行政强制法》第四十二条', kept: true },
    startsOn: ['conclude-agreement', 'confirm-stage'],
    startsIf: ({ stageDue }) => typeof stageDue === 'string',
    endsOn: ['confirm-stage', ...ends],
    warn: { unit: 'ND', n: 3 },
    warnNotify: [...enterprise, inspectors],
    escalationPolicy: [
      escalationLevel('stage-over', text('本期履行期限届满', 'The time of a stage is over'), {
        notify: [inspectors, sectionChief],
        event: 'stage-over',
        force: 'legal',
      }),
      escalationLevel(
        'stage-still-open',
        text(
          '本期届满十日仍未登记履行，应当认定并恢复强制执行',
          'Ten days after its end the stage is not performed: enforcement is to go on',
        ),
        { notify: [sectionChief, leader], after: { unit: 'ND', n: 10 } },
      ),
    ],
    audience: 'party',
    clockOwner: leader,
  }),
  // 强制法 53: no article lets it stand still, so that the agreement does not cost the right unnoticed.
  agreementLimit(
    'agreement-window',
    text('协议期间申请法院强制执行的期限', 'Asking the court while an agreement runs'),
    {
      due: { dateField: 'courtUntil', article: '《行政强制法》第五十三条', kept: true },
      startsOn: ['conclude-agreement'],
      startsIf: ({ courtUntil }) => typeof courtUntil === 'string',
      endsOn: ends,
      warn: { unit: 'ND', n: 30 },
      warnNotify: [inspectors, sectionChief, leader],
      escalationPolicy: [
        escalationLevel(
          'agreement-window-over',
          text(
            '协议尚在履行，申请法院强制执行的期限届满',
            'The period of the court is over while the agreement runs',
          ),
          { notify: [inspectors, sectionChief, leader] },
        ),
      ],
      clockOwner: leader,
    },
  ),
]
