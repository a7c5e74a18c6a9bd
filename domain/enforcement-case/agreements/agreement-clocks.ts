// Which periods run for a performance agreement? Each stage until its day, and that of the court beside it.
import { text } from '../../language/words.ts'
import type { Audience } from '../../model/audience.ts'
import { escalationLevel } from '../../model/periods/period.ts'
import type { ClockDefinition } from '../../model/process.ts'
import { enterprise, inspectors } from '../../organisation/addresses.ts'
import type { Address } from '../../organisation/offices.ts'
import { limit } from '../periods/period.ts'
import { leader, sectionChief } from '../regions/addresses.ts'

type Kind = {
  item: 'agreement' | 'party-agreement'
  named: (name: string) => string
  /** Whom beside the officers it tells of a stage, and who reads its period. */
  told: readonly Address[]
  audience: Audience
}

/** `named`: what its acts and clocks are called there. */
export const agreementClocksOf = ({ item, named, told, audience }: Kind): ClockDefinition[] => {
  const ends = ['perform-agreement', 'break-agreement', 'end-agreement'].map(named)
  const clocks = [stageClock(named, ends, told, audience), windowClock(named, ends)]
  return clocks.map((clock) => ({ ...clock, item }))
}

const stageClock = (
  named: Kind['named'],
  ends: string[],
  told: readonly Address[],
  audience: Audience,
): ClockDefinition =>
  limit(named('agreement-stage'), text('执行协议分期履行', 'Stage of the agreement'), {
    due: { dateField: 'stageDue', article: '《行政强制法》第四十二条', kept: true, rolls: true },
    startsOn: ['conclude-agreement', 'confirm-stage'].map(named),
    startsIf: ({ stageDue }) => typeof stageDue === 'string',
    endsOn: [named('confirm-stage'), ...ends],
    warn: { unit: 'ND', n: 3 },
    warnNotify: [...told, inspectors],
    escalationPolicy: [
      escalationLevel('stage-over', text('本期履行期限届满', 'The time of a stage is over'), {
        notify: [inspectors, sectionChief],
        event: named('stage-over'),
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
    audience,
    clockOwner: leader,
  })

/** 强制法 53: no article lets it stand still, so that the agreement does not cost the right unnoticed. */
const windowClock = (named: Kind['named'], ends: string[]): ClockDefinition =>
  limit(
    named('agreement-window'),
    text('协议期间申请法院强制执行的期限', 'Asking the court while an agreement runs'),
    {
      due: { dateField: 'courtUntil', article: '《行政强制法》第五十三条', kept: true },
      startsOn: [named('conclude-agreement')],
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
  )

export const agreementClocks: ClockDefinition[] = agreementClocksOf({
  item: 'agreement',
  named: (name) => name,
  told: enterprise,
  audience: 'party',
})
