// What is asked for where nobody knew the unit, its hour or the place of an event, and where the unit was named wrongly?
import * as v from 'valibot'
import { text } from '../../language/words.ts'
import { act } from '../../model/act.ts'
import { field } from '../../model/field.ts'
import { words } from '../../model/fields.ts'
import { coordinatesField } from '../../model/places/coordinates-field.ts'
import { civilMoment } from '../../time/instant.ts'
import { registeredReports } from '../event/found-out.ts'
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

/** What nobody knew when a passer-by called; each is asked for as long as it is unknown. */
const supplementEvent = act({
  words: text('补充事发单位、接报时刻、位置', 'Add unit, moment and place'),
  party: text('已补充登记事发单位、接报时刻或者位置。', 'Unit, moment or place were added.'),
  fields: {
    enterprise: field
      .text('企业', 'Enterprise', 64)
      .optional()
      .hint('不明的可不选', 'May be left out where unknown')
      .perCase(({ snapshot }) => (snapshot.context.unit ? null : {})),
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

/** A leader answers for it: from now on another enterprise reads the case, and owes its report. */
const correctUnit = act({
  words: text('更正事发单位', 'Correct the unit'),
  party: text(
    '经核实，事发单位更正为{enterpriseName}。',
    'It was found that the unit is {enterpriseName}.',
  ),
  fields: {
    enterprise: field.text('企业', 'Enterprise', 64).shownTo('party'),
    /** From the register of enterprises. */
    enterpriseName: field.filled(v.optional(words(200))).shownTo('party'),
    toldAt: field
      .moment('单位负责人接报时刻', 'When the head of the unit was told')
      .optional()
      .hint(
        '更正后单位的；不明的留空，查明后补充登记',
        'Of the right unit; left empty where unknown, and added once it is known',
      )
      .perCase(({ snapshot }) => ({
        ...(typeof snapshot.context.toldAt === 'string'
          ? { value: civilMoment(snapshot.context.toldAt).replace(' ', 'T') }
          : {}),
      })),
    registeredReport: field
      .choice(registeredReports, '已登记的单位报告', 'The report that was registered')
      .optional()
      .perCase(({ snapshot }) =>
        snapshot.context.unitReportedAt === null ? null : { required: true },
      ),
    reason: field.longText('更正理由', 'Why', 1000),
  },
  by: leaders,
  moves: ({ enterprise }) => (typeof enterprise === 'string' ? { owner: enterprise } : {}),
  consequence: {
    effect: text(
      '原登记的企业不再查看本案，其1小时报告时限终止；更正后的企业可以查看本案，时限按其接报时刻重新计算。已经上报的须更正报告；已经立案、下达的文书不随之更正。',
      'The enterprise named before no longer reads the case, and its hour ends; the right one reads it, and its own hour is counted. What was reported upwards is corrected by a report; cases opened and papers given remain as they are.',
    ),
    article: '国务院令第493号第九条、第十三条',
  },
  notify: [countyDuty, countyLeader, cityDuty, cityLeader, ...enterprise],
  notifyFor: ({ reached }) => (reached === 'province' ? [provinceDuty] : []),
})

export const unitActs = { 'supplement-event': supplementEvent, 'correct-unit': correctUnit }
