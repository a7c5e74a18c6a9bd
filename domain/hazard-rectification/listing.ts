// What do the acts ask for by which a committee office puts a hazard on its list, makes it known, and takes it off again?
import * as v from 'valibot'
import { type Text, text } from '../language/words.ts'
import { civilDate, documentField, documentNumber, field, files, keysOf, lines, opinion, opinionField, words } from '../model/fields.ts'
import type { EventDefinition } from '../model/process.ts'
import { itemsField, serviceField, services } from './fields.ts'
import { documents } from './papers/documents.ts'
import { citySupervisor, countyLeader, enterprise, inspectors, sectionChief } from './regions/addresses.ts'

export const levels = {
  county: text('县级', 'County'),
  city: text('市级', 'City'),
  province: text('省级', 'Province'),
} as const satisfies Record<string, Text>

export const levelField = field('level', 'choice', '督办层级', 'Level', { choices: levels })

const listHazard: EventDefinition = {
  words: text('挂牌督办', 'List the hazard'),
  party: text(
    '该重大隐患已挂牌督办：请在{dueDate}（含当日）前完成治理。',
    'The major hazard is listed: finish its governance by {dueDate}, that day included.',
  ),
  schema: v.strictObject({
    level: v.picklist(keysOf(levels)),
    document: documentNumber,
    dueDate: civilDate,
    items: v.optional(lines(30, 200)),
    requirements: words(4000),
    service: v.optional(v.picklist(keysOf(services))),
    opinion,
  }),
  fields: [
    levelField,
    documentField(documents['list-hazard']),
    field('dueDate', 'date', '治理期限', 'Finish by', { hint: text('晚于今日，一年以内', 'After today, within a year') }),
    itemsField,
    field('requirements', 'long-text', '督办要求', 'Demands'),
    serviceField,
    opinionField,
  ],
  by: 'task',
  audience: 'party',
  show: { party: ['level', 'document', 'dueDate', 'items', 'requirements'], public: [] },
  consequence: {
    effect: text(
      '企业须在期限内治理，期间接受督办；挂牌和摘牌均向社会公告。',
      'The enterprise must finish by the date; listing and de-listing are published.',
    ),
    article: '《安全生产法》（2021）第四十一条第三款；国发〔2010〕23号',
  },
  notify: [...enterprise, inspectors, sectionChief, countyLeader],
}

const declineListing: EventDefinition = {
  words: text('不予挂牌', 'Decline listing'),
  party: text('不予挂牌，将责令限期整改。', 'The hazard is not listed; an order to rectify follows.'),
  schema: v.strictObject({ reason: words(2000), opinion }),
  fields: [field('reason', 'long-text', '理由', 'Reason'), opinionField],
  by: 'task',
  audience: 'party',
  show: { party: [], public: [] },
  notify: [inspectors, sectionChief],
}

const summary = field('publicSummary', 'long-text', '公告内容', 'Text of the notice', {
  hint: text('向社会公开，不得含报告人信息', 'Read by everybody: nothing about who reported it'),
})

const announcement = (name: Text, party: Text, document: Text): EventDefinition => ({
  words: name,
  party,
  schema: v.strictObject({ publicSummary: words(2000), medium: words(200), document: documentNumber }),
  fields: [summary, field('medium', 'text', '公告媒体', 'Published in'), documentField(document)],
  by: 'task',
  audience: 'public',
  show: { party: ['publicSummary', 'medium', 'document'], public: ['publicSummary', 'medium'] },
  publishes: true,
})

const fileListing: EventDefinition = {
  words: text('报市安委办备案', 'File with the city'),
  party: text('', ''),
  schema: v.strictObject({ document: words(100), files: v.optional(files) }),
  fields: [
    field('document', 'text', '备案文号', 'Number of the filing'),
    field('files', 'files', '备案材料', 'Documents', { required: false }),
  ],
  by: 'task',
  audience: 'internal',
  show: { party: [], public: [] },
  notify: [citySupervisor],
}

const deList: EventDefinition = {
  words: text('核销摘牌', 'Write off and de-list'),
  party: text('隐患已核销并摘牌。', 'The hazard is written off and taken off the list.'),
  schema: v.strictObject({ document: documentNumber, publicSummary: words(1000), opinion }),
  fields: [documentField(documents['de-list']), { ...summary, words: text('核销说明', 'Summary') }, opinionField],
  by: 'task',
  audience: 'party',
  show: { party: ['document', 'publicSummary'], public: [] },
  consequence: {
    effect: text(
      '督办解除；摘牌须在五个工作日内公告，公告后案件办结。',
      'Supervision ends; it is published within five working days, and then the case is closed.',
    ),
    article: '《安全生产事故隐患排查治理暂行规定》（总局令第16号）第二十三条',
  },
  notify: [...enterprise, inspectors],
}

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
