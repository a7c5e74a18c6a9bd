// What do the acts ask for by which an event is reported upwards, received there, corrected and withdrawn?

import * as v from 'valibot'
import { type Text, text } from '../../language/words.ts'
import { type ActDeclaration, act } from '../../model/act.ts'
import { field } from '../../model/field.ts'
import { words } from '../../model/fields.ts'
import { coordinatesField } from '../../model/places/coordinates-field.ts'
import type { EventDefinition } from '../../model/process.ts'
import type { CaseRecord } from '../../model/record.ts'
import type { Address } from '../../organisation/offices.ts'
import { knownFigures } from '../event/known-figures.ts'
import { documents } from '../papers/names.ts'
import {
  cityDuty,
  cityLeader,
  countyDuty,
  countyLeader,
  desks,
  enterprise,
  leaders,
  provinceDuty,
} from '../regions/addresses.ts'
import { leftAfter } from './own-report.ts'
import {
  highestReceiver,
  leftToReceive,
  receivedAlong,
  unreceivedAfter,
  unreceivedField,
} from './unreceived.ts'

type Written = 'report-to-city' | 'report-to-province' | 'report-further' | 'report-finally'

/** 493号 12: unit, time, place, course, casualties and loss, measures. What is unknown is left empty and reported as 不明. */
const written = (
  type: Written,
  words: Text,
  notify: Address[],
  more: Partial<ActDeclaration> = {},
): EventDefinition =>
  act({
    words,
    fields: {
      course: field.longText('事件经过和现状', 'Course and present state', 4000),
      measures: field.longText('已采取的措施', 'What has been done', 2000),
      ...knownFigures,
      document: field.document(documents[type]),
    },
    notify,
    ...more,
  })

const byTelephone = (words: Text, by: Address[], notify: Address[]): EventDefinition =>
  act({
    words,
    fields: {
      phonedAt: field.moment('电话报告时刻', 'When'),
      to: field.text('接电话人员', 'Who took it', 100),
      content: field.longText('报告要点', 'What was said', 2000),
    },
    by,
    notify,
  })

/** What nobody knew when a passer-by called; each is asked for as long as it is unknown. */
const supplementEvent = act({
  words: text('补充事发单位、接报时刻、位置', 'Add unit, moment and place'),
  party: text('已补充登记事发单位、接报时刻或者位置。', 'Unit, moment or place were added.'),
  fields: {
    enterprise: field
      .text('企业', 'Enterprise', 64)
      .optional()
      .hint('不明的可不选', 'May be left out where unknown')
      .perCase(({ snapshot }) => (snapshot.context.unitKnown === true ? null : {})),
    /** From the register of enterprises. */
    enterpriseName: field.filled(v.optional(words(200))),
    toldAt: field
      .moment('单位负责人接报时刻', 'When the head of the unit was told')
      .optional()
      .hint('不明的留空', 'Left empty where unknown')
      .perCase(({ snapshot }) => (snapshot.context.toldAt ? null : {})),
    coordinates: coordinatesField()
      .perCase(({ snapshot }) => (snapshot.context.coordinates ? null : {}))
      .shownTo('party'),
  },
  by: [...desks, ...leaders],
  moves: ({ enterprise }) => (typeof enterprise === 'string' ? { owner: enterprise } : {}),
  consequence: {
    effect: text(
      '登记接报时刻后，开始计算单位1小时报告时限；登记事发单位后，该单位可以查看本案。',
      'With the moment the hour begins in which the unit reports; once the unit is known, it reads what concerns it.',
    ),
    article: '国务院令第493号第九条',
  },
  notify: [countyDuty, countyLeader, cityDuty, ...enterprise],
})

const unitReport = act({
  words: text('登记单位报告', 'Register the unit’s report'),
  party: text('已收到本单位的事故报告。', 'The report of your unit has been received.'),
  fields: {
    reportedAt: field.moment('单位报告时刻', 'When it was reported').shownTo('party'),
    content: field.longText('报告内容', 'What it says', 4000),
  },
  by: desks,
})

const noReport = act({
  words: text('不需上报', 'Nothing to report'),
  fields: { reason: field.longText('理由', 'Reason', 1000) },
  notify: [cityDuty],
})

const withReports = ({ snapshot }: CaseRecord) =>
  snapshot.context as Parameters<typeof leftAfter>[0]

const withdrawReport = act({
  words: text('撤回报告', 'Withdraw the report'),
  fields: {
    reason: field.longText('撤回理由', 'Why', 1000),
    unreceived: unreceivedField,
  },
  states: (record, event) => leftToReceive(record, leftAfter(withReports(record), event)),
  notify: [cityDuty],
  notifyFor: ({ withdrawnFrom }) => (withdrawnFrom === 'province' ? [provinceDuty] : []),
})

const correctReport = act({
  words: text('更正报告', 'Correct a report'),
  fields: {
    content: field.longText('更正内容', 'What is corrected', 2000),
    reason: field.longText('更正理由', 'Why', 1000),
    ...knownFigures,
  },
  by: desks,
  notify: [countyDuty, cityDuty],
  notifyFor: ({ reached }) => (reached === 'province' ? [provinceDuty] : []),
})

/** What a level receives of its own case and of joined ones it receives by one act. */
const acknowledge = (
  words: Text,
  levelOf: Parameters<typeof receivedAlong>[0],
  notify: Address[],
): EventDefinition =>
  act({
    words,
    fields: {
      note: field
        .longText('批示（意见）', 'Instruction', 1000)
        .optional()
        .perCase(receivedAlong(levelOf)),
      unreceived: unreceivedField,
    },
    states: received(levelOf),
    notify,
  })

const received =
  (levelOf: Parameters<typeof receivedAlong>[0]): NonNullable<EventDefinition['states']> =>
  (record) => {
    const { context } = record.snapshot
    return leftToReceive(record, unreceivedAfter(context, levelOf(context)))
  }

const sendReportBack = act({
  words: text('要求补充', 'Send back'),
  fields: {
    missing: field.lines('需要补充的内容', 'What is missing', 20, 200),
    unreceived: unreceivedField,
  },
  states: received(highestReceiver),
  notify: desks,
})

export const reportingActs = {
  'supplement-event': supplementEvent,
  'record-unit-report': unitReport,
  'report-to-city': written('report-to-city', text('快报市级', 'Report to the city'), [
    cityDuty,
    cityLeader,
  ]),
  // 越级上报: the level in between is told as well.
  'report-to-province': written('report-to-province', text('快报省级', 'Report to the province'), [
    provinceDuty,
    cityDuty,
    cityLeader,
  ]),
  'county-report-by-phone': byTelephone(
    text('县级电话快报省级', 'The county telephones the province'),
    [countyDuty, countyLeader],
    [cityDuty, provinceDuty],
  ),
  'city-report-by-phone': byTelephone(
    text('市级电话快报省级', 'The city telephones the province'),
    [cityDuty, cityLeader],
    [provinceDuty],
  ),
  'report-further': written('report-further', text('续报', 'Report further'), [cityDuty], {
    notifyFor: ({ reached }) => (reached === 'province' ? [provinceDuty] : []),
  }),
  'report-finally': written('report-finally', text('终报', 'Report finally'), [cityDuty], {
    notifyFor: ({ reached }) => (reached === 'province' ? [provinceDuty] : []),
  }),
  'no-report': noReport,
  'correct-report': correctReport,
  'withdraw-report': withdrawReport,
  'acknowledge-report': acknowledge(text('签收报告', 'Receive the report'), highestReceiver, desks),
  'acknowledge-copy': acknowledge(
    text('签收越级报告（更正）', 'Receive what went past the city'),
    () => 'city',
    [countyDuty],
  ),
  'send-report-back': sendReportBack,
}
