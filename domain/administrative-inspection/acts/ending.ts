// What do officers write down of a visit that was begun and could not be made?
import { text } from '../../language/words.ts'
import { act } from '../../model/act.ts'
import { field } from '../../model/field.ts'
import type { CaseRecord } from '../../model/record.ts'
import { enterprise } from '../../organisation/addresses.ts'
import { certificateEntries, certificates } from '../../registers/officer-certificate/named.ts'
import { civilDate } from '../../time/instant.ts'
import { remembered } from '../memory/context.ts'
import { documentWords } from '../papers/names.ts'
import { sectionChief } from '../posts/addresses.ts'
import { filingFrom, reopeningFindings } from './filing.ts'
import { differs, joinedLater } from './visit.ts'

const ended = {
  facts: field.longText('现场情况', 'What happened', 4000).shownTo('party'),
  photos: field.files('现场照片', 'Photos').optional().shownTo('party'),
  differs,
  certificates: certificates.perCase(({ snapshot }) => ({
    value: remembered({ snapshot }).certificates.join('\n'),
  })),
  joinedLater,
  document: field.document(documentWords['visit-not-made']).shownTo('party'),
  opinion: field.opinion(),
}

const endVisit = act({
  entries: [certificateEntries],
  words: text('检查无法进行，结束检查', 'The visit cannot be made: end it'),
  party: text(
    '检查未能进行，本次检查结束（{document}）。',
    'The inspection could not be made and is over ({document}).',
  ),
  fields: ended,
  consequence: {
    effect: text(
      '本次检查结束，不计入年度检查频次；再次检查须重新登记。',
      'The visit is over and counts for no year; another one is planned anew.',
    ),
    article: '国办发〔2024〕54号',
  },
  notify: [...enterprise, sectionChief],
})

const obstructed = '《安全生产法》（2021）第六十六条、第一百零八条'

/** 安全法 108: the case is about the obstruction, which was seen on the day of the visit. */
const filingOf = (record: CaseRecord, { facts }: Record<string, unknown>) =>
  filingFrom(
    record,
    {
      title: [...`拒绝、阻碍监督检查：${record.title}`].slice(0, 110).join(''),
      facts,
      basis: obstructed,
    },
    remembered(record).begunOn ?? civilDate(record.openedAt),
  )

const reportObstruction = act({
  entries: [certificateEntries],
  words: text('检查受到拒绝、阻碍，提请立案', 'The visit is obstructed: file a case'),
  party: text(
    '拒绝、阻碍检查的情况已记录（{document}）。',
    'That the inspection was obstructed is on record ({document}).',
  ),
  fields: ended,
  consequence: {
    effect: text(
      '本次检查结束，建立行政执法案件；不计入年度检查频次。',
      'The visit is over, an enforcement case is opened, and it counts for no year.',
    ),
    article: obstructed,
  },
  links: {
    process: 'enforcement-case',
    words: text('行政执法案件', 'Enforcement case'),
    article: obstructed,
    opens: filingOf,
    unopened: reopeningFindings,
  },
  notify: [...enterprise, sectionChief],
})

export const endingActs = { 'end-visit': endVisit, 'report-obstruction': reportObstruction }
