// What do the acts ask for by which an event is verified, graded and answered, and the response ended?

import { text } from '../language/words.ts'
import { act } from '../model/act.ts'
import { type FieldBuilder, field } from '../model/field.ts'
import type { CaseRecord } from '../model/record.ts'
import type { EmergencyContext } from './context.ts'
import { planOfDrill } from './drill/course.ts'
import { areaWords, responseOf, responseWords } from './event/figures.ts'
import { knownFigures } from './event/known-figures.ts'
import { concludesFalse, concludesGenuine, waivesReferred, waivesUnneeded } from './event/opener.ts'
import { documents } from './papers/names.ts'
import { planChoice, planFields } from './plan/choice.ts'
import {
  cityDuty,
  cityLeader,
  commanders,
  countyCommander,
  countyDuty,
  countyLeader,
  enterprise,
  leaders,
} from './regions/addresses.ts'
import { toldBefore, toldOfResponse } from './upwards/told.ts'

const reason = field.longText('理由', 'Reason', 1000)
const everybody = [countyDuty, cityDuty, countyLeader, cityLeader]

const verify = act({
  words: text('核实属实', 'Verified'),
  party: text('事件已核实。', 'The event is verified.'),
  fields: {
    findings: field.longText('核实情况', 'What was found'),
    ...knownFigures,
  },
  notify: [countyLeader, cityLeader],
})

const declareFalse = act({
  words: text('误报关闭', 'Declare a false alarm'),
  party: text('经核实为误报，已关闭。', 'It was a false alarm and is closed.'),
  fields: { reason },
  consequence: {
    effect: text(
      '案件即行关闭，不再上报和调查。',
      'The case is closed at once: nothing is reported or investigated any more.',
    ),
    article: '本系统约定',
  },
  sends: concludesFalse,
  notify: everybody,
  notifyFor: toldBefore,
})

const refer = act({
  words: text('移送', 'Refer'),
  party: text('事件已移送{authority}处理。', 'It was referred to {authority}.'),
  fields: {
    authority: field.text('接收机关', 'Authority').shownTo('party'),
    reason,
  },
  consequence: {
    effect: text(
      '由接收机关处理，本案即行关闭。',
      'The other authority handles it; this case is closed.',
    ),
    article: '本系统约定',
  },
  sends: waivesReferred,
  notify: everybody,
  notifyFor: toldBefore,
})

/** What the known numbers reach, under the question that a person answers. */
const proposed = ({ snapshot }: CaseRecord) => {
  const context = snapshot.context as EmergencyContext
  const { level, reckoning } = responseOf(context.figures, context, context)
  const why = reckoning.slice(0, -1)
  const zh = why.map((one) => one.zh).join('；')
  const en = why.map((one) => one.en).join('; ')
  return {
    value: String(level),
    hint: text(
      `按已知情况测算为${responseWords[level].zh}${zh ? `（${zh}）` : ''}；由负责人决定`,
      `Reckoned: ${responseWords[level].en}${en ? ` (${en})` : ''}; a person decides`,
    ),
  }
}

const level = (): FieldBuilder =>
  field.choice(responseWords, '响应级别', 'Response level').perCase(proposed).shownTo('party')
const spread = field.choice(areaWords, '影响范围', 'Spread').optional()
const capability = field.choice(areaWords, '处置能力', 'What is needed to cope').optional()

/** 突发法 71: what is declared with a response, whenever it begins. */
const declared = {
  period: field.text('预计期限', 'Expected duration').shownTo('party'),
  measures: field.longText('应急处置措施', 'Measures', 4000).shownTo('party'),
}

const startResponse = act({
  words: text('启动响应', 'Start the response'),
  party: text('已启动应急响应：{level}。', 'The response has been started: {level}.'),
  fields: {
    level: level(),
    ...planFields,
    plan: planFields.plan.perCase(planOfDrill),
    spread,
    capability,
    reason,
    ...declared,
    document: field.document(documents['start-response']).shownTo('party'),
  },
  consequence: {
    effect: text(
      '宣布事项、级别、预计期限和应急处置措施；上级预案启动的，下级同时启动。',
      'The matter, its level, the expected duration and the measures are declared; lower levels start with a higher one.',
    ),
    article: '《突发事件应对法》（2024）第七十一条、第七十二条',
  },
  entry: planChoice,
  notify: [...everybody, countyCommander, ...enterprise],
  notifyFor: toldOfResponse,
})

/** 复燃、险情再起: what was handled threatens again. */
const resumeResponse = act({
  words: text('再次启动响应', 'Start the response again'),
  party: text('已再次启动应急响应：{level}。', 'The response has been started again: {level}.'),
  fields: {
    level: level(),
    ...planFields,
    plan: planFields.plan.perCase(({ snapshot }) => (snapshot.context.plan ? null : {})),
    spread,
    capability,
    reason: field.longText('险情再次出现或者扩大的情况', 'What threatens again', 1000),
    ...declared,
    document: field.document(documents['resume-response']).shownTo('party'),
  },
  by: commanders,
  consequence: {
    effect: text(
      '恢复应急处置：可以继续下达指令、记录日志；已终报的转为续报，终止后重新终报。',
      'The response goes on: orders are given and the log is written again; what was reported finally is reported further, and finally once it has ended.',
    ),
    article: '《突发事件应对法》（2024）第七十一条、第七十二条',
  },
  entry: planChoice,
  notify: [...everybody, countyCommander, ...enterprise],
  notifyFor: toldOfResponse,
})

const noResponse = act({
  words: text('不启动响应', 'Start no response'),
  party: text('经研判不需要启动应急响应。', 'No response is needed.'),
  fields: { reason },
  sends: waivesUnneeded,
  notify: everybody,
})

const changeLevel = act({
  words: text('调整级别', 'Change the level'),
  party: text('应急响应级别调整为{level}。', 'The response level is now {level}.'),
  fields: {
    level: level(),
    spread,
    capability,
    reason,
    document: field.document(documents['change-level']).shownTo('party'),
  },
  by: commanders,
  consequence: {
    effect: text(
      '响应级别随即变更；不得低于按已知情况达到的级别。',
      'The level changes at once; it may not be lower than what is known reaches.',
    ),
    article: '《突发事件应对法》（2024）第七十一条',
  },
  notify: [...everybody, ...enterprise],
  notifyFor: toldOfResponse,
})

const endResponse = act({
  words: text('终止响应', 'End the response'),
  party: text('应急响应已终止：{reason}', 'The response has ended: {reason}'),
  fields: {
    reason: field
      .longText(
        '威胁和危害得到控制或者消除的情况',
        'How what threatened is controlled or gone',
        2000,
      )
      .shownTo('party'),
    document: field.document(documents['end-response']).shownTo('party'),
  },
  by: commanders,
  consequence: {
    effect: text(
      '停止应急处置措施，转入善后；此后发生的事项不再记入处置日志。',
      'The measures end and the aftermath begins; what happens from now on is no part of the log.',
    ),
    article: '《生产安全事故应急条例》第二十五条；《突发事件应对法》（2024）第八十六条',
  },
  sends: concludesGenuine,
  notify: [...everybody, countyCommander, ...enterprise],
  notifyFor: toldOfResponse,
})

const settle = act({
  words: text('善后办结', 'Settle the aftermath'),
  party: text('善后工作已办结。', 'The aftermath is settled.'),
  fields: {
    findings: field.longText('救治、补偿、归还等善后情况', 'Care, compensation and returns', 4000),
  },
  notify: leaders,
})

export const responseActs = {
  verify,
  'declare-false': declareFalse,
  refer,
  'start-response': startResponse,
  'resume-response': resumeResponse,
  'no-response': noResponse,
  'change-level': changeLevel,
  'end-response': endResponse,
  settle,
}
