// What do the acts ask for by which casualties are counted, until the clock closes the count?
import { text } from '../language/words.ts'
import { act, clockAct } from '../model/act.ts'
import { field } from '../model/field.ts'
import { knownFigures } from './event/known-figures.ts'
import {
  cityDuty,
  cityLeader,
  countyDuty,
  countyLeader,
  desks,
  leaders,
} from './regions/addresses.ts'

const recordCasualties = act({
  words: text('更新伤亡和影响数字', 'Record the numbers'),
  fields: {
    asOf: field
      .date('变化发生日期', 'When it changed')
      .hint('死亡的填死亡日期', 'Of a death its day'),
    ...knownFigures,
    reason: field.longText('依据', 'On what ground', 1000),
  },
  by: [...desks, ...leaders],
  consequence: {
    effect: text(
      '事故等级随数字变化；达到较大以上的，开始计算上报时限。',
      'The level of the accident follows the numbers; from larger on the periods of reports begin.',
    ),
    article: '国务院令第493号第三条、第十三条',
  },
  notify: [countyDuty, countyLeader, cityDuty, cityLeader],
})

/** Taken up again, and what had become known was counted already or does not count. */
const confirmCount = act({
  words: text('核查无变化', 'The count stands'),
  fields: { findings: field.longText('核查情况', 'What was found', 2000) },
  notify: leaders,
})

export const casualtyActs = {
  'record-casualties': recordCasualties,
  'confirm-count': confirmCount,
  'casualties-frozen': clockAct(
    '伤亡统计截止',
    'The count of casualties is closed',
    text('伤亡人数补报期限已满。', 'The period in which casualties count is over.'),
  ),
}
