// How is an alarm concluded, and to which other matter does it lead?
import * as v from 'valibot'
import { text } from '../language/words.ts'
import { field, keysOf, words } from '../model/fields.ts'
import type { EventDefinition } from '../model/process.ts'
import { callers, cityDuty, cityLeader, countyLeader, desks, safetyOfficer } from './addresses.ts'
import { outcomes } from './levels.ts'

const _nothing = { party: [], public: [] }

const conclude: EventDefinition = {
  words: text('研判办结', 'Conclude'),
  party: text('报警已研判办结：{outcome}。', 'The alarm has been concluded: {outcome}.'),
  schema: v.strictObject({ outcome: v.picklist(keysOf(outcomes)), findings: words(4000), measures: v.optional(words(4000)) }),
  fields: [
    field('outcome', 'choice', '结论', 'Outcome', { choices: outcomes }),
    field('findings', 'long-text', '核实情况（内部）', 'Findings (internal)'),
    field('measures', 'long-text', '处置措施', 'What was done', {
      required: false,
      hint: text('真实报警必填', 'Wanted for a genuine alarm'),
    }),
  ],
  by: 'task',
  audience: 'party',
  show: { party: ['outcome', 'measures'], public: [] },
}

const startEmergency: EventDefinition = {
  words: text('启动应急响应', 'Start the emergency response'),
  party: text('已启动应急响应。', 'The emergency response has been started.'),
  schema: v.strictObject({ reason: words(2000), drill: v.optional(v.boolean()) }),
  fields: [
    field('reason', 'long-text', '启动理由', 'Why'),
    field('drill', 'boolean', '按演练启动', 'As an exercise', {
      required: false,
      hint: text('演练报警必须勾选', 'Must be ticked for the alarm of an exercise'),
    }),
  ],
  by: callers,
  audience: 'party',
  show: { party: ['drill'], public: [] },
  consequence: {
    effect: text('建立应急响应案件；演练报警只建立演练。', 'An emergency response is opened; for an exercise, an exercise.'),
    article: '《生产安全事故应急条例》第十七条',
  },
  links: {
    process: 'emergency-response',
    words: text('应急响应', 'Emergency response'),
    article: '《生产安全事故应急条例》第十七条',
    drill: ({ synthetic }) => synthetic === true,
  },
  notify: [countyLeader, cityDuty, cityLeader, safetyOfficer],
}

const reportHazard: EventDefinition = {
  words: text('转为隐患', 'Report a hazard'),
  party: text('该报警反映的问题已转为隐患处理。', 'What the alarm shows is being handled as a hazard.'),
  schema: v.strictObject({ title: words(120), site: words(200), description: words(4000) }),
  fields: [
    field('title', 'text', '隐患名称', 'Title'),
    field('site', 'place', '所在部位', 'Where'),
    field('description', 'long-text', '隐患现状及原因', 'Present state and cause'),
  ],
  by: desks,
  audience: 'party',
  show: { party: ['title', 'site', 'description'], public: [] },
  links: {
    process: 'hazard-rectification',
    words: text('隐患排查治理', 'Hazard rectification'),
    article: '《安全生产法》（2021）第四十一条',
    opens: ({ owner, region }, { title, site, description }) => ({
      ...{ title, site, description, category: 'other', region },
      ...(owner === null ? {} : { enterprise: owner }),
    }),
  },
}

export const endingEvents = {
  conclude,
  'start-emergency': startEmergency,
  'report-hazard': reportHazard,
} satisfies Record<string, EventDefinition>
