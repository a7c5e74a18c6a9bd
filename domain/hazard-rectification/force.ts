// What do the acts ask for when an enterprise refuses to rectify or cannot: stop, power cut, closure, enforcement?
import * as v from 'valibot'
import { type Text, text } from '../language/words.ts'
import { civilDate, documentField, documentNumber, field, files, keysOf, opinion, opinionField, words } from '../model/fields.ts'
import type { EventDefinition } from '../model/process.ts'
import { moment, photosField } from './fields.ts'
import { documents } from './papers/documents.ts'
import { citySupervisor, countyLeader, enterprise, inspectors, sectionChief } from './regions/addresses.ts'

const refusals = {
  refuses: text('拒不整改', 'Refuses to rectify'),
  hopeless: text('逾期无法整改', 'Cannot be rectified'),
  'defies-stop': text('拒不执行停产决定', 'Defies the order to stop'),
} as const satisfies Record<string, Text>

const declareRefusal: EventDefinition = {
  words: text('认定拒不整改或逾期无法整改', 'Declare refusal or hopelessness'),
  party: text('', ''),
  schema: v.strictObject({ kind: v.picklist(keysOf(refusals)), findings: words(4000), photos: v.optional(files) }),
  fields: [
    field('kind', 'choice', '情形', 'Case', { choices: refusals }),
    field('findings', 'long-text', '事实和证据', 'Facts and evidence'),
    photosField(),
  ],
  by: [inspectors, sectionChief],
  audience: 'internal',
  show: { party: [], public: [] },
  notify: [countyLeader],
}

const reasoned = (
  zh: string,
  en: string,
  party: Text,
  by: EventDefinition['by'],
  notify: EventDefinition['notify'] = enterprise,
): EventDefinition => ({
  words: text(zh, en),
  party,
  schema: v.strictObject({ reason: words(2000), opinion }),
  fields: [field('reason', 'long-text', '理由', 'Reason'), opinionField],
  by,
  audience: party.zh === '' ? 'internal' : 'party',
  show: { party: party.zh === '' ? [] : ['reason'], public: [] },
  ...(party.zh === '' ? {} : { notify: notify ?? [] }),
})

const orderStop: EventDefinition = {
  words: text('责令停产停业整顿', 'Order production to stop'),
  party: text('已责令停产停业整顿。', 'Production and business are ordered to stop for rectification.'),
  schema: v.strictObject({ document: documentNumber, scope: words(2000), opinion }),
  fields: [documentField(documents['order-stop']), field('scope', 'long-text', '停产停业范围', 'Extent'), opinionField],
  by: 'task',
  audience: 'party',
  show: { party: ['document', 'scope'], public: [] },
  links: {
    process: 'enforcement-case',
    words: text('拒不整改，移送行政执法立案', 'Refused rectification: to be filed as an enforcement case'),
    article: '《安全生产法》（2021）第一百零二条',
  },
  consequence: {
    effect: text('企业须停产停业；同时启动行政执法立案。', 'The enterprise must stop, and an enforcement case is to be filed.'),
    article: '《安全生产法》（2021）第一百零二条',
  },
  notify: [...enterprise, inspectors, citySupervisor],
}

const supplies = { power: text('电力', 'Power'), explosives: text('民用爆炸物品', 'Civil explosives') } as const satisfies Record<
  string,
  Text
>

const notifyPowerCut: EventDefinition = {
  words: text('通知停止供电（供应）', 'Notify the power cut'),
  party: text('已决定停止供电（供应），并已提前通知。', 'The supply will be cut, and this is the notice beforehand.'),
  schema: v.strictObject({
    supply: v.picklist(keysOf(supplies)),
    cutAt: moment,
    emergency: v.optional(v.boolean()),
    supplier: words(200),
    reason: words(2000),
    document: documentNumber,
    opinion,
  }),
  fields: [
    field('supply', 'choice', '停止供应', 'Supply', { choices: supplies }),
    field('cutAt', 'moment', '停止供应时刻', 'Moment of the cut', {
      hint: text('至少提前24小时通知', 'At least 24 hours after this notice'),
    }),
    field('emergency', 'boolean', '有危及生产安全的紧急情形', 'Emergency', { required: false }),
    field('supplier', 'text', '协助单位', 'Supplier'),
    field('reason', 'long-text', '现实危险和理由', 'Real danger and reasons'),
    documentField(documents['notify-power-cut']),
    opinionField,
  ],
  by: [countyLeader],
  audience: 'party',
  show: { party: ['supply', 'cutAt', 'supplier', 'reason', 'document'], public: [] },
  consequence: {
    effect: text('到时由供应单位停止供应；企业消除隐患后解除。', 'The supplier cuts the supply at that moment, until the hazard is gone.'),
    article: '《安全生产法》（2021）第七十条',
  },
  notify: [...enterprise, inspectors],
}

const cutPower: EventDefinition = {
  words: text('记录已停止供应', 'Record the cut'),
  party: text('已停止供电（供应）。', 'The supply was cut.'),
  schema: v.strictObject({ record: words(1000), photos: v.optional(files) }),
  fields: [field('record', 'long-text', '执行记录', 'Record'), photosField()],
  by: 'task',
  audience: 'party',
  show: { party: [], public: [] },
  notify: [...enterprise, countyLeader],
}

const grounds = {
  penalties: text('180日内3次或1年内4次处罚', '3 penalties in 180 days or 4 in a year'),
  'unfit-after-stop': text('停产停业整顿后仍不具备条件', 'Unfit after the stop'),
  'refuses-stop': text('拒不执行停产停业整顿决定', 'Refuses the order to stop'),
} as const satisfies Record<string, Text>

const proposeClosure: EventDefinition = {
  words: text('提请关闭', 'Propose closure'),
  party: text('', ''),
  schema: v.strictObject({
    ground: v.picklist(keysOf(grounds)),
    penalties: v.optional(v.pipe(v.array(civilDate), v.maxLength(50))),
    document: documentNumber,
    reason: words(2000),
    opinion,
  }),
  fields: [
    field('ground', 'choice', '关闭事由', 'Ground', { choices: grounds }),
    field('penalties', 'lines', '历次处罚日期', 'Days of the penalties', {
      required: false,
      hint: text('每行一个日期', 'One date a line'),
    }),
    documentField(documents['propose-closure']),
    field('reason', 'long-text', '理由', 'Reasons'),
    opinionField,
  ],
  by: [countyLeader],
  audience: 'internal',
  show: { party: [], public: [] },
  consequence: {
    effect: text('提请地方人民政府决定关闭。', 'The local government is asked to close the enterprise.'),
    article: '《安全生产法》（2021）第一百一十三条',
  },
  notify: [citySupervisor],
}

const recordClosure: EventDefinition = {
  words: text('记录关闭决定', 'Record the closure'),
  party: text('地方人民政府已决定予以关闭，事项已办结。', 'The local government has decided the closure; the matter is closed.'),
  schema: v.strictObject({ document: words(100), decidedOn: civilDate, publicSummary: words(1000) }),
  fields: [
    field('document', 'text', '关闭决定文号', 'Number of the decision'),
    field('decidedOn', 'date', '决定日期', 'Decided on'),
    field('publicSummary', 'long-text', '公告内容', 'Published summary'),
  ],
  by: [countyLeader],
  audience: 'public',
  show: { party: ['document', 'decidedOn', 'publicSummary'], public: ['publicSummary'] },
  publishes: true,
  consequence: {
    effect: text('案件以关闭办结。', 'The case ends with the closure.'),
    article: '《安全生产法》（2021）第一百一十三条',
  },
  notify: enterprise,
}

const referEnforcement: EventDefinition = {
  words: text('移送行政执法', 'Refer to enforcement'),
  party: text('', ''),
  schema: v.strictObject({ grounds: words(2000) }),
  fields: [field('grounds', 'long-text', '违法事实和依据', 'Facts and grounds')],
  by: [inspectors, sectionChief],
  audience: 'internal',
  show: { party: [], public: [] },
  links: {
    process: 'enforcement-case',
    words: text('移送行政执法立案', 'To be filed as an enforcement case'),
    article: '《安全生产法》（2021）第一百零一条、第一百零二条',
  },
  notify: [sectionChief],
}

const none = text('', '')

export const forceActs = {
  'declare-refusal': declareRefusal,
  'dismiss-refusal': reasoned('不予认定', 'Dismiss', none, 'task'),
  'order-stop': orderStop,
  'notify-power-cut': notifyPowerCut,
  'cut-power': cutPower,
  'restore-power': reasoned('恢复供应', 'Restore the supply', text('已恢复供应。', 'The supply was restored.'), [countyLeader]),
  'lift-stop': reasoned('解除停产停业', 'Lift the stop', text('停产停业整顿已解除。', 'The stop was lifted.'), [countyLeader]),
  'propose-closure': proposeClosure,
  'record-closure': recordClosure,
  'decline-closure': reasoned('政府未予关闭', 'Closure declined', none, [countyLeader]),
  'refer-enforcement': referEnforcement,
}
