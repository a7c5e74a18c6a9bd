// What do the acts ask for by which a committee office puts a hazard on its list, makes it known, and takes it off again?
import { type Text, text } from '../language/words.ts'
import { act } from '../model/act.ts'
import { field } from '../model/field.ts'
import type { EventDefinition } from '../model/process.ts'
import { citySupervisor, countyLeader, enterprise, inspectors } from '../organisation/addresses.ts'
import { followersOfClosure } from './closure.ts'
import { items, service } from './fields.ts'
import { documents } from './papers/documents.ts'
import { sectionChief } from './regions/addresses.ts'

const levels = {
  county: text('县级', 'County'),
  city: text('市级', 'City'),
  province: text('省级', 'Province'),
} as const satisfies Record<string, Text>

export const supervisionLevel = field.choice(levels, '督办层级', 'Level')

const listHazard = act({
  words: text('挂牌督办', 'List the hazard'),
  party: text(
    '该重大隐患已挂牌督办：请在{dueDate}（含当日）前完成治理。',
    'The major hazard is listed: finish its governance by {dueDate}, that day included.',
  ),
  fields: {
    level: supervisionLevel.shownTo('party'),
    document: field.document(documents['list-hazard']).shownTo('party'),
    dueDate: field
      .date('治理期限', 'Finish by')
      .hint('晚于今日，一年以内', 'After today, within a year')
      .shownTo('party'),
    items: items.shownTo('party'),
    requirements: field.longText('督办要求', 'Demands', 4000).shownTo('party'),
    service,
    opinion: field.opinion(),
  },
  consequence: {
    effect: text(
      '企业须在期限内治理，期间接受督办；挂牌和摘牌均向社会公告。',
      'The enterprise must finish by the date; listing and de-listing are published.',
    ),
    article: '《安全生产法》（2021）第四十一条第三款；国发〔2010〕23号',
  },
  notify: [...enterprise, inspectors, sectionChief, countyLeader],
})

const declineListing = act({
  words: text('不予挂牌', 'Decline listing'),
  party: text(
    '不予挂牌，将责令限期整改。',
    'The hazard is not listed; an order to rectify follows.',
  ),
  fields: {
    reason: field.longText('理由', 'Reason'),
    opinion: field.opinion(),
  },
  notify: [inspectors, sectionChief],
})

const summary = (zh: string, en: string, max: number) =>
  field
    .longText(zh, en, max)
    .hint('向社会公开，不得含报告人信息', 'Read by everybody: nothing about who reported it')

const announcement = (name: Text, party: Text, document: Text): EventDefinition =>
  act({
    words: name,
    party,
    fields: {
      publicSummary: summary('公告内容', 'Text of the notice', 2000).shownTo('party', 'public'),
      medium: field.text('公告媒体', 'Published in').shownTo('party', 'public'),
      document: field.document(document).shownTo('party'),
    },
    audience: 'public',
    publishes: true,
  })

const fileListing = act({
  words: text('报市安委办备案', 'File with the city'),
  fields: {
    document: field.text('备案文号', 'Number of the filing', 100),
    files: field.files('备案材料', 'Documents').optional(),
  },
  notify: [citySupervisor],
})

const deList = act({
  words: text('核销摘牌', 'Write off and de-list'),
  party: text('隐患已核销并摘牌。', 'The hazard is written off and taken off the list.'),
  fields: {
    document: field.document(documents['de-list']).shownTo('party'),
    publicSummary: summary('核销说明', 'Summary', 1000).shownTo('party'),
    opinion: field.opinion(),
  },
  consequence: {
    effect: text(
      '督办解除；摘牌须在五个工作日内公告，公告后案件办结。',
      'Supervision ends; it is published within five working days, and then the case is closed.',
    ),
    article: '《安全生产事故隐患排查治理暂行规定》（总局令第16号）第二十三条',
  },
  notify: [...enterprise, inspectors],
  notifyFor: followersOfClosure,
})

export const listingActs = {
  'list-hazard': listHazard,
  'decline-listing': declineListing,
  'publish-listing': announcement(
    text('挂牌督办公告', 'Publish the listing'),
    text('挂牌督办已公告。', 'The listing was published.'),
    documents['publish-listing'],
  ),
  'publish-delisting': announcement(
    text('公告摘牌', 'Publish the de-listing'),
    text('摘牌已公告，事项已办结。', 'The de-listing was published; the matter is closed.'),
    documents['publish-delisting'],
  ),
  'file-listing': fileListing,
  'de-list': deList,
}
