// How is an alarm concluded, and to which other matter does it lead?
import { kindFacts } from '../duty/kinds.ts'
import { text } from '../language/words.ts'
import { act } from '../model/act.ts'
import { unmarkedTitle } from '../model/exercises/exercise.ts'
import { field } from '../model/field.ts'
import type { CaseRecord } from '../model/record.ts'
import {
  callers,
  cityDuty,
  cityLeader,
  countyLeader,
  desks,
  keepers,
  safetyOfficer,
} from './addresses.ts'
import { outcomes } from './levels.ts'

const conclude = act({
  words: text('研判办结', 'Conclude'),
  party: text('报警已研判办结：{outcome}。', 'The alarm has been concluded: {outcome}.'),
  fields: {
    outcome: field.choice(outcomes, '结论', 'Outcome').shownTo('party'),
    findings: field.longText('核实情况（内部）', 'Findings (internal)', 4000),
    measures: field
      .longText('处置措施', 'What was done', 4000)
      .optional()
      .hint('真实报警必填', 'Wanted for a genuine alarm')
      .shownTo('party'),
  },
})

/** What the alarm knows of the event; who is hurt nobody knows yet. */
const emergencyOf = (
  { title, site, owner, region, openedAt, data, snapshot }: CaseRecord,
  { reason, happenedAt, drill }: Record<string, unknown>,
): Record<string, unknown> => ({
  source: 'alarm',
  kind: kindFacts(snapshot.context.kind).event,
  title: unmarkedTitle(title).slice(0, 120),
  site: site ?? data.raise?.device,
  happenedAt: happenedAt ?? openedAt,
  description: reason,
  drill: drill === true,
  region,
  ...(owner === null ? {} : { enterprise: owner }),
})

const startEmergency = act({
  words: text('启动应急响应', 'Start the emergency response'),
  party: text('已启动应急响应。', 'The emergency response has been started.'),
  fields: {
    reason: field.longText('启动理由', 'Why'),
    happenedAt: field
      .moment('事发时刻', 'When it happened')
      .optional()
      .hint(
        '报警以后才发生的填写实际时刻；不填即为报警时刻',
        'Where it happened later than the alarm; left open: when the alarm rose',
      )
      .shownTo('party'),
    drill: field
      .boolean('按演练启动', 'As an exercise')
      .optional()
      .hint('演练报警必须勾选', 'Must be ticked for the alarm of an exercise')
      .shownTo('party'),
  },
  by: callers,
  consequence: {
    effect: text(
      '建立应急响应案件；演练报警只建立演练。',
      'An emergency response is opened; for an exercise, an exercise.',
    ),
    article: '《生产安全事故应急条例》第十七条',
  },
  links: {
    process: 'emergency-response',
    words: text('应急响应', 'Emergency response'),
    article: '《生产安全事故应急条例》第十七条',
    opens: emergencyOf,
  },
  notify: [countyLeader, cityDuty, cityLeader, safetyOfficer],
})

const reportHazard = act({
  words: text('转为隐患', 'Report a hazard'),
  party: text(
    '该报警反映的问题已转为隐患处理。',
    'What the alarm shows is being handled as a hazard.',
  ),
  fields: {
    title: field.text('隐患名称', 'Title', 120).shownTo('party'),
    site: field.place('所在部位', 'Where').shownTo('party'),
    description: field.longText('隐患现状及原因', 'Present state and cause', 4000).shownTo('party'),
  },
  by: desks,
  among: keepers,
  links: {
    process: 'hazard-rectification',
    words: text('隐患排查治理', 'Hazard rectification'),
    article: '《安全生产法》（2021）第四十一条',
    opens: ({ owner, region }, { title, site, description }) => ({
      title,
      site,
      description,
      category: 'other',
      region,
      ...(owner === null ? {} : { enterprise: owner }),
    }),
  },
})

/** What the emergency has found of the alarm: where nothing else of it is to be done, it is concluded by that. */
const emergencyEnded = act({
  words: text('应急响应结束', 'The emergency response has ended'),
  party: text(
    '应急响应已结束（{mainCase}）：{outcome}。',
    'The emergency response has ended ({mainCase}): {outcome}.',
  ),
  fields: {
    mainCase: field.caseNumber('应急响应编号', 'Number of the emergency response').shownTo('party'),
    outcome: field.choice(outcomes, '结论', 'Outcome').shownTo('party'),
    measures: field.longText('处置措施', 'What was done', 4000).optional().shownTo('party'),
  },
  by: [],
  linked: true,
  refersTo: 'mainCase',
  notify: desks,
})

/** It concludes nothing: the alarm is the desk's again, which may call another emergency if it gets worse. */
const emergencyWaived = act({
  words: text('应急响应未启动', 'No emergency response was started'),
  party: text(
    '经研判未启动应急响应（{mainCase}）。',
    'No emergency response was started ({mainCase}).',
  ),
  fields: {
    mainCase: field.caseNumber('应急响应编号', 'Number of the emergency response').shownTo('party'),
    reason: field.longText('理由', 'Reason'),
  },
  by: [],
  linked: true,
  refersTo: 'mainCase',
  notify: desks,
})

export const endingActs = {
  conclude,
  'start-emergency': startEmergency,
  'emergency-ended': emergencyEnded,
  'emergency-waived': emergencyWaived,
  'report-hazard': reportHazard,
}
