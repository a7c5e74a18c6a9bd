// What do the acts ask for when an enterprise refuses to rectify or cannot: stop, power cut, closure, enforcement?
import * as v from 'valibot'
import { type Text, text } from '../language/words.ts'
import { act } from '../model/act.ts'
import { field } from '../model/field.ts'
import { civilDate } from '../model/fields.ts'
import type { EventDefinition } from '../model/process.ts'
import type { CaseRecord } from '../model/record.ts'
import { citySupervisor, countyLeader, enterprise, inspectors } from '../organisation/addresses.ts'
import { civilDate as dayOf } from '../time/instant.ts'
import { closureCountOf, closureStated, followersOfClosure, pastPenalties } from './closure.ts'
import { photos } from './fields.ts'
import { documents } from './papers/documents.ts'
import { sectionChief } from './regions/addresses.ts'

/** What an enforcement case is proposed with; a hazard without a known enterprise has one to be found out. */
const enforcementFrom = (
  { title, owner, region, openedAt }: CaseRecord,
  facts: string,
): Record<string, unknown> => ({
  title: [...title].slice(0, 110).join(''),
  partyKind: 'organisation',
  source: 'hazard',
  facts,
  discoveredOn: dayOf(openedAt),
  region,
  ...(owner === null ? { partyName: '待调查明确' } : { enterprise: owner }),
})

const refusals = {
  refuses: text('拒不整改', 'Refuses to rectify'),
  hopeless: text('逾期无法整改', 'Cannot be rectified'),
  'defies-stop': text('拒不执行停产决定', 'Defies the order to stop'),
} as const satisfies Record<string, Text>

const declareRefusal = act({
  words: text('认定拒不整改或逾期无法整改', 'Declare refusal or hopelessness'),
  fields: {
    kind: field.choice(refusals, '情形', 'Case'),
    findings: field.longText('事实和证据', 'Facts and evidence', 4000),
    photos,
  },
  by: [inspectors, sectionChief],
  notify: [countyLeader],
})

const reasoned = (zh: string, en: string, by: EventDefinition['by'], party?: Text) => {
  const reason = field.longText('理由', 'Reason')
  return act({
    words: text(zh, en),
    ...(party ? { party, notify: enterprise } : {}),
    fields: { reason: party ? reason.shownTo('party') : reason, opinion: field.opinion() },
    by,
  })
}

const orderStop = act({
  words: text('责令停产停业整顿', 'Order production to stop'),
  party: text(
    '已责令停产停业整顿。',
    'Production and business are ordered to stop for rectification.',
  ),
  fields: {
    document: field.document(documents['order-stop']).shownTo('party'),
    scope: field.longText('停产停业范围', 'Extent').shownTo('party'),
    opinion: field.opinion(),
  },
  links: {
    process: 'enforcement-case',
    words: text(
      '拒不整改，移送行政执法立案',
      'Refused rectification: to be filed as an enforcement case',
    ),
    article: '《安全生产法》（2021）第一百零二条',
    opens: (record, { scope }) => enforcementFrom(record, `拒不整改，责令停产停业：${scope}`),
    aboutBoth: true,
  },
  consequence: {
    effect: text(
      '企业须停产停业；同时启动行政执法立案。',
      'The enterprise must stop, and an enforcement case is to be filed.',
    ),
    article: '《安全生产法》（2021）第一百零二条',
  },
  notify: [...enterprise, inspectors, citySupervisor],
})

const supplies = {
  power: text('电力', 'Power'),
  explosives: text('民用爆炸物品', 'Civil explosives'),
} as const satisfies Record<string, Text>

const notifyPowerCut = act({
  words: text('通知停止供电（供应）', 'Notify the power cut'),
  party: text(
    '已决定停止供电（供应），并已提前通知。',
    'The supply will be cut, and this is the notice beforehand.',
  ),
  fields: {
    supply: field.choice(supplies, '停止供应', 'Supply').shownTo('party'),
    cutAt: field
      .moment('停止供应时刻', 'Moment of the cut')
      .hint(
        '至少提前24小时通知；不在夜间（22时至次日6时）和法定节假日',
        'At least 24 hours after this notice; not at night (22:00 to 06:00) nor on a legal holiday',
      )
      .shownTo('party'),
    emergency: field.boolean('有危及生产安全的紧急情形', 'Emergency').optional(),
    supplier: field.text('协助单位', 'Supplier').shownTo('party'),
    reason: field.longText('现实危险和理由', 'Real danger and reasons').shownTo('party'),
    document: field.document(documents['notify-power-cut']).shownTo('party'),
    opinion: field.opinion(),
  },
  by: [countyLeader],
  consequence: {
    effect: text(
      '到时由供应单位停止供应；企业消除隐患后解除。',
      'The supplier cuts the supply at that moment, until the hazard is gone.',
    ),
    article: '《安全生产法》（2021）第七十条',
  },
  notify: [...enterprise, inspectors],
})

const cutPower = act({
  words: text('记录已停止供应', 'Record the cut'),
  party: text('已于{cutAt}停止供电（供应）。', 'The supply was cut on {cutAt}.'),
  fields: {
    cutAt: field
      .moment('实际停止供应时刻', 'When it was cut')
      .hint(
        '不早于通知的时刻；不在夜间（22时至次日6时）和法定节假日，紧急情形除外',
        'Not before the notified moment; not at night (22:00 to 06:00) nor on a legal holiday, except in an emergency',
      )
      .shownTo('party'),
    record: field.longText('执行记录', 'Record', 1000),
    photos,
  },
  notify: [...enterprise, countyLeader],
})

const grounds = {
  penalties: text('180日内3次或1年内4次处罚', '3 penalties in 180 days or 4 in a year'),
  'unfit-after-stop': text('停产停业整顿后仍不具备条件', 'Unfit after the stop'),
  'refuses-stop': text('拒不执行停产停业整顿决定', 'Refuses the order to stop'),
} as const satisfies Record<string, Text>

const ofPenalties = [{ ground: ['penalties'] }] as const

const joined = (steps: readonly Text[]): Text =>
  text(steps.map(({ zh }) => zh).join('；'), steps.map(({ en }) => en).join('; '))

const proposeClosure = act({
  past: pastPenalties,
  states: closureStated,
  words: text('提请关闭', 'Propose closure'),
  fields: {
    ground: field.choice(grounds, '关闭事由', 'Ground').perCase((record, law) => {
      const { grade } = record.snapshot.context
      if (!law.past) return {}
      const { reckoning } = closureCountOf({ grade: grade === 'major' ? 'major' : null }, law)
      return { hint: joined(reckoning) }
    }),
    penalties: field
      .lines('本平台启用前的处罚日期', 'Days of penalties of before the platform', 50, 10)
      .accepting(v.pipe(v.array(civilDate), v.maxLength(50)))
      .optional()
      .hint(
        '每行一个日期，须附处罚决定书；平台内的处罚自动计入，不在此填写',
        'One date a line, with the decisions; those on the platform count by themselves',
      )
      .with({ where: ofPenalties }),
    closureReckoning: field.reckoning('处罚次数核算', 'How the penalties count'),
    document: field.document(documents['propose-closure']),
    reason: field.longText('理由', 'Reasons'),
    opinion: field.opinion(),
  },
  by: [countyLeader],
  consequence: {
    effect: text(
      '提请地方人民政府决定关闭。',
      'The local government is asked to close the enterprise.',
    ),
    article: '《安全生产法》（2021）第一百一十三条',
  },
  notify: [citySupervisor],
})

const recordClosure = act({
  words: text('记录关闭决定', 'Record the closure'),
  party: text(
    '地方人民政府已决定予以关闭，事项已办结。',
    'The local government has decided the closure; the matter is closed.',
  ),
  fields: {
    document: field.text('关闭决定文号', 'Number of the decision', 100).shownTo('party'),
    decidedOn: field.date('决定日期', 'Decided on').shownTo('party'),
    publicSummary: field.longText('公告内容', 'Published summary', 1000).shownTo('party', 'public'),
  },
  by: [countyLeader],
  audience: 'public',
  publishes: true,
  consequence: {
    effect: text('案件以关闭办结。', 'The case ends with the closure.'),
    article: '《安全生产法》（2021）第一百一十三条',
  },
  notify: enterprise,
})

const referEnforcement = act({
  words: text('移送行政执法', 'Refer to enforcement'),
  fields: { grounds: field.longText('违法事实和依据', 'Facts and grounds') },
  by: [inspectors, sectionChief],
  links: {
    process: 'enforcement-case',
    words: text('移送行政执法立案', 'To be filed as an enforcement case'),
    article: '《安全生产法》（2021）第一百零一条、第一百零二条',
    opens: (record, { grounds }) => enforcementFrom(record, String(grounds ?? '')),
  },
  notify: [sectionChief],
})

export const forceActs = {
  'declare-refusal': declareRefusal,
  'dismiss-refusal': reasoned('不予认定', 'Dismiss', 'task'),
  'order-stop': orderStop,
  'notify-power-cut': notifyPowerCut,
  'cut-power': cutPower,
  'restore-power': reasoned(
    '恢复供应',
    'Restore the supply',
    [countyLeader],
    text('已恢复供应。', 'The supply was restored.'),
  ),
  'lift-stop': {
    ...reasoned(
      '解除停产停业',
      'Lift the stop',
      [countyLeader],
      text('停产停业整顿已解除。', 'The stop was lifted.'),
    ),
    notifyFor: followersOfClosure,
  },
  'propose-closure': proposeClosure,
  'record-closure': recordClosure,
  'decline-closure': reasoned('政府未予关闭', 'Closure declined', [countyLeader]),
  'refer-enforcement': referEnforcement,
}
