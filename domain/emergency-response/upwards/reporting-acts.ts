// What do the acts ask for by which an event is reported upwards, received there, corrected and withdrawn?

import { type Text, text } from '../../language/words.ts'
import { type ActDeclaration, act } from '../../model/act.ts'
import { field } from '../../model/field.ts'
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
