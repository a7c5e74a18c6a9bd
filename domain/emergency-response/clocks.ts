// Which periods run over an emergency, and who hears of it when one is missed?

import { type Text, text } from '../language/words.ts'
import { regradedFact } from '../law/amounts/graded-definition.ts'
import type { ClockDefinition } from '../model/process.ts'
import { drillClocks } from './clocks/drill.ts'
import { informingClocks, owedAnew } from './clocks/informing.ts'
import { liftClocks } from './clocks/lift.ts'
import { type Context, limit, stops, told } from './clocks/limit.ts'
import { investigators } from './event/investigators.ts'
import { countedAs } from './event/kinds.ts'
import {
  cityDuty,
  cityLeader,
  citySupervisor,
  countyDuty,
  countyLeader,
  countySupervisor,
  enterprise,
  provinceDuty,
} from './regions/addresses.ts'

/** Facts that may bring somebody's death after it was found that nothing is investigated. */
const counts = [
  'record-casualties',
  'report-to-city',
  'report-to-province',
  'report-further',
  'report-finally',
  'correct-report',
]
/** Facts that may bring new numbers with them. */
const counted = ['report-emergency', 'verify', 'call-back', 'case-joined', ...counts, regradedFact]
/** 令21 8–9: only of a larger one the province is told; counted again, it may be none. */
const notGrave = ({ grave }: Context): boolean => grave === false
/** The city is not told, or not any more: its county has taken back what it had sent. */
const notOfCity = (context: Context): boolean => context.reached === 'county' || notGrave(context)
const ofCounty = [countyDuty, countyLeader, cityDuty]
const ofCity = [cityDuty, cityLeader, provinceDuty]

const first: ClockDefinition[] = [
  limit('verification', text('接报核实', 'Verification'), {
    from: 'receivedAt',
    startsOn: ['report-emergency'],
    endsOn: ['verify', 'declare-false', 'refer'],
    yieldsOn: ['join-case'],
    notify: [countyDuty, countyLeader, cityDuty],
  }),
  limit('tip-verification', text('上级转办核查', 'Verification of what was passed on'), {
    from: 'receivedAt',
    startsOn: ['report-emergency'],
    startsIf: ({ passedOn }) => passedOn === true,
    endsOn: ['verify', 'declare-false', 'refer'],
    yieldsOn: ['join-case'],
    warn: 10,
    notify: [countyDuty, countyLeader, cityDuty],
  }),
  limit('unit-report', text('单位负责人报告', 'Report of the unit'), {
    from: 'toldAt',
    startsOn: ['report-emergency', 'supplement-event', 'correct-unit', 'case-joined'],
    startsIf: ({ toldAt, unitOwes }) => toldAt !== null && unitOwes === true,
    endsOn: ['record-unit-report', 'case-joined'],
    endsIf: ({ unitReportedAt, unitOwes }) => unitReportedAt !== null && unitOwes !== true,
    yieldsOn: ['correct-unit', ...stops],
    doneAt: told('unitReportedAt'),
    notify: [countyDuty, countyLeader, ...enterprise],
    audience: 'party',
  }),
]

const upwards: ClockDefinition[] = [
  limit('county-report', text('县级上报市级', 'County to city'), {
    rule: 'level-report',
    from: 'countyOwesSince',
    startsOn: ['withdraw-report', ...owedAnew],
    startsIf: ({ owesFirst }) => owesFirst === true,
    endsOn: ['report-to-city', 'report-to-province', 'case-joined'],
    endsIf: ({ countyReportedAt }) => countyReportedAt !== null,
    yieldsOn: ['no-report', ...stops],
    doneAt: told('countyReportedAt'),
    notify: ofCounty,
  }),
  limit('county-phone', text('县级电话快报省级', 'County, by telephone to the province'), {
    rule: 'province-phone',
    from: 'countyPhoneSince',
    startsOn: counted,
    startsIf: ({ rose, countyPhoneSince }) => rose === true && countyPhoneSince !== null,
    endsOn: ['county-report-by-phone', 'case-joined'],
    endsIf: ({ countyPhonedAt }) => countyPhonedAt !== null,
    yieldsOn: stops,
    yieldsIf: notGrave,
    doneAt: told('countyPhonedAt'),
    notify: [...ofCounty, cityLeader],
  }),
  limit('city-report', text('市级上报省级', 'City to province'), {
    rule: 'level-report',
    from: 'cityOwesSince',
    startsOn: [...counted.filter((type) => type !== 'report-to-province'), 'withdraw-report'],
    startsIf: ({ owing, reached }) => owing === true && reached !== 'province',
    endsOn: ['report-to-province', 'case-joined'],
    endsIf: ({ reached }) => reached === 'province',
    yieldsOn: stops,
    yieldsIf: notOfCity,
    doneAt: told('cityReportedAt'),
    notify: ofCity,
    clockOwner: cityLeader,
  }),
  limit('city-phone', text('市级电话快报省级', 'City, by telephone to the province'), {
    rule: 'province-phone',
    from: 'cityOwesSince',
    startsOn: counted,
    startsIf: ({ owing }) => owing === true,
    endsOn: ['city-report-by-phone', 'case-joined'],
    endsIf: ({ cityPhonedAt }) => cityPhonedAt !== null,
    yieldsOn: stops,
    yieldsIf: notOfCity,
    doneAt: told('cityPhonedAt'),
    notify: ofCity,
    clockOwner: cityLeader,
  }),
]

const reports = ['report-to-city', 'report-to-province', 'report-further']
/** Facts after which a final report may have to go on. */
const reopening = [
  'record-casualties',
  'correct-report',
  'send-report-back',
  'resume-response',
  'case-joined',
]

/** Each report asks for the next one, until the final one; sooner while it is major, daily while it is not. */
const continued = (clock: string, words: Text, often: 'daily' | 'twice-daily'): ClockDefinition =>
  limit(clock, words, {
    from: 'nextReportSince',
    // Of the first report only what a correction makes of its level: it has no report before it.
    startsOn: ['report-emergency', ...reports, ...reopening, regradedFact],
    startsIf: ({ nextReport }) => nextReport === often,
    endsOn: [...reports, 'report-finally'],
    yieldsOn: stops,
    yieldsIf: ({ reported, nextReport }) =>
      reported === false || (often === 'twice-daily' && nextReport === 'daily'),
    notify: [countyDuty, countyLeader, cityDuty, cityLeader],
    clockOwner: cityLeader,
  })

const afterwards: ClockDefinition[] = [
  continued('continued-report', text('续报', 'Next report'), 'daily'),
  continued(
    'continued-report-major',
    text('续报（重大以上）', 'Next report (major)'),
    'twice-daily',
  ),
]

const freeze = (rule: string, words: Text, short: boolean): ClockDefinition =>
  limit(rule, words, {
    from: 'accidentOn',
    startsOn: ['report-emergency'],
    startsIf: ({ kind }) => (countedAs(kind) !== 'general') === short,
    endsOn: [],
    yieldsOn: ['casualties-frozen', ...stops],
    event: 'casualties-frozen',
    notify: [countyDuty, countyLeader],
  })

const casualties: ClockDefinition[] = [
  freeze('casualty-supplement', text('伤亡人数补报', 'Count of casualties'), false),
  freeze(
    'casualty-supplement-traffic-fire',
    text('伤亡人数补报（道路交通、火灾）', 'Count of casualties (road, fire)'),
    true,
  ),
]

const isExtraMajor = ({ accidentLevel }: Context): boolean => accidentLevel === 'extra-major'

/** Facts after which the report of the investigation is awaited anew. */
const anew = ['return-report', 'open-investigation']

const investigation: ClockDefinition[] = [
  limit('investigation', text('提交事故调查报告', 'Report of the investigation'), {
    from: 'accidentOn',
    startsOn: ['verify', 'trapped-two-hours', 'open-investigation', 'case-joined', ...counts],
    startsIf: ({ owesInquiry }) => owesInquiry === true,
    endsOn: ['submit-report'],
    yieldsOn: ['no-investigation', ...stops],
    warn: 10,
    notify: [countyLeader, cityLeader, citySupervisor],
    clockOwnersAmong: investigators(countyLeader, cityLeader),
  }),
  {
    ...limit('supplementary-investigation', text('补充调查', 'Further investigation'), {
      startsOn: ['return-report'],
      endsOn: ['submit-report'],
      yieldsOn: ['open-investigation'],
      warn: 3,
      notify: [countyLeader, cityLeader, citySupervisor],
      clockOwnersAmong: investigators(countyLeader, cityLeader),
    }),
    due: { dateField: 'dueDate', article: '国务院令第493号第三十二条' },
  },
  limit('reply', text('事故调查报告批复', 'Reply to the report'), {
    startsOn: ['submit-report'],
    startsIf: (context) => !isExtraMajor(context),
    endsOn: ['reply'],
    yieldsOn: anew,
    warn: 3,
    notify: [countyLeader, cityLeader, citySupervisor],
    clockOwnersAmong: investigators(countyLeader, cityLeader),
  }),
  limit('reply-extra-major', text('特别重大事故批复', 'Reply (extra-major)'), {
    startsOn: ['submit-report'],
    startsIf: isExtraMajor,
    endsOn: ['reply'],
    yieldsOn: anew,
    warn: 3,
    notify: [cityLeader, citySupervisor],
    clockOwner: cityLeader,
  }),
  limit('publication', text('处理情况公布', 'Publication of the outcome'), {
    startsOn: ['reply'],
    endsOn: ['publish-result'],
    yieldsOn: anew,
    notify: [countySupervisor, citySupervisor, cityLeader],
    clockOwner: citySupervisor,
  }),
  limit('evaluation', text('整改和防范措施评估', 'Evaluation of the follow-up'), {
    startsOn: ['reply'],
    endsOn: ['evaluate'],
    yieldsOn: anew,
    warn: 30,
    notify: [countySupervisor, citySupervisor, cityLeader],
    audience: 'party',
    clockOwner: citySupervisor,
  }),
]

export const clocks: ClockDefinition[] = [
  ...drillClocks,
  ...first,
  ...liftClocks,
  ...upwards,
  ...informingClocks,
  ...afterwards,
  ...casualties,
  ...investigation,
]
