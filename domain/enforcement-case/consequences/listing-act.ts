// How is a party proposed for the list of serious dishonesty after its decision: it refuses to perform it, or its gravity has come out since?
import { text } from '../../language/words.ts'
import { listingGrounds } from '../../law/criteria/dishonesty-grounds.ts'
import { act } from '../../model/act.ts'
import { field } from '../../model/field.ts'
import { inspectors } from '../../organisation/addresses.ts'
import { leader, sectionChief } from '../regions/addresses.ts'
import { proposesListingLater } from './follow-ups.ts'

export const listingActs = {
  'propose-listing': act({
    words: text('提请列入严重失信主体名单', 'Propose for the dishonesty list'),
    fields: {
      listingGround: field.choice(listingGrounds, '列入情形', 'Ground'),
      facts: field.longText('事实和证据', 'Facts and evidence', 4000),
      opinion: field.opinion(),
    },
    by: [inspectors, sectionChief],
    links: proposesListingLater,
    consequence: {
      effect: text(
        '启动列入程序：另行告知、听取陈述申辩后由负责人决定。',
        'It is examined: the party is told and heard, and the leader decides.',
      ),
      article: '《安全生产严重失信主体名单管理办法》（应急管理部令第11号）',
    },
    notify: [sectionChief, leader],
  }),
}
