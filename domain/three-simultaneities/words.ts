// What are the states and tasks of a project called, for the authorities and for the builder?

import { type Text, text } from '../language/words.ts'
import { besidePartyStates, besideStates } from '../licensing/words.ts'
import type { ProcessWords } from '../model/process.ts'
import { documents } from './documents.ts'
import type { Phase } from './regions/phase.ts'
import type { ProjectState } from './statechart.ts'
import { projectTasks } from './tasks.ts'

/** The steps of one application, in the words of the office and of the applicant. */
const steps = {
  receiving: [
    text('待受理', 'awaiting acceptance'),
    text('材料已收到，等待受理', 'received, waiting for acceptance'),
  ],
  supplementing: [
    text('待申请人补正', 'waiting for the supplement'),
    text('请补正材料', 'please supply what is missing'),
  ],
  reviewing: [text('审查', 'review'), text('审查中', 'under review')],
  'reviewing.preparing': [
    text('待现场核查', 'site check to begin'),
    text('审查中', 'under review'),
  ],
  'reviewing.checking': [text('现场核查中', 'on site'), text('现场核查中', 'on site')],
  'reviewing.reworking': [
    text('待申请人整改', 'waiting for the rework'),
    text('请按核查意见整改', 'please put right what was found'),
  ],
  'reviewing.expert-review': [
    text('专家评审中', 'with the experts'),
    text('专家评审中，不计入期限', 'expert review, not counted'),
  ],
  'reviewing.opining': [
    text('待提出审查意见', 'opinion to be written'),
    text('审查中', 'under review'),
  ],
  'reviewing.endorsing': [text('待科长复核', 'to be endorsed'), text('审查中', 'under review')],
  'reviewing.deciding': [
    text('待局领导决定', 'to be decided'),
    text('审查完成，等待决定', 'reviewed, waiting for the decision'),
  ],
  serving: [
    text('批准文件待送达', 'approval to be served'),
    text('已通过，文书送达中', 'passed, the document is being served'),
  ],
  refusing: [
    text('不予批准待送达', 'refusal to be served'),
    text('未通过，文书送达中', 'not passed, the document is being served'),
  ],
} as const satisfies Record<string, readonly [Text, Text]>

type Step = keyof typeof steps

const phases = {
  conditions: [
    text('安全条件审查', 'Safety conditions'),
    text('安全条件审查', 'Safety conditions'),
  ],
  design: [text('安全设施设计审查', 'Design'), text('安全设施设计审查', 'Design')],
  change: [text('变更设计审查', 'Change of the design'), text('变更审查', 'Change of the design')],
  completion: [text('竣工验收审查', 'Completion'), text('竣工验收审查', 'Completion')],
} as const satisfies Record<Phase, readonly [Text, Text]>

/** What has come to its end when an application has. */
export const endsOfApplications = {
  conditions: text('安全条件审查办结', 'End of the review of the safety conditions'),
  design: text('安全设施设计审查办结', 'End of the review of the design'),
  change: text('变更设计审查办结', 'End of the review of the change'),
  completion: text('竣工验收审查办结', 'End of the review of the completion'),
} as const satisfies Record<Phase, Text>
export const endOfAcceptance = text('竣工验收监督办结', 'End of the supervision of the acceptance')

/** Every step of every application, named with what is applied for. */
const ofApplications = (reader: 0 | 1) =>
  Object.fromEntries(
    (Object.keys(phases) as Phase[]).flatMap((phase) => {
      const of = phases[phase][reader]
      return [
        [`handling.${phase}`, of],
        ...(Object.keys(steps) as Step[]).map((step) => {
          const { zh, en } = steps[step][reader]
          return [`handling.${phase}.${step}`, text(`${of.zh}：${zh}`, `${of.en}: ${en}`)]
        }),
      ]
    }),
  ) as Record<`handling.${Phase}` | `handling.${Phase}.${Step}`, Text>

const quiet = text('无', 'None')
const over = text('已结束', 'Over')

const states = {
  ...ofApplications(0),
  handling: text('项目', 'Project'),
  'handling.planning': text('已登记，待申请', 'Registered'),
  'handling.designing': text('待申请设计审查', 'Design to be applied for'),
  'handling.approved': text('设计已批准，待开工', 'Approved, to be begun'),
  'handling.building': text('施工中', 'Under construction'),
  'handling.commissioning': text('已完工，待试运行', 'Built, trial run to begin'),
  'handling.filing': text('试生产方案待备案', 'Trial plan to be filed'),
  'handling.trial': text('试运行中', 'Trial run'),
  'handling.accepting': text('待竣工验收', 'Acceptance to be held'),
  'handling.supervising': text('竣工验收待监督核查', 'Acceptance to be looked at'),
  'handling.spot-check': text('监督核查中', 'Spot check'),
  'handling.correcting': text('待建设单位整改', 'Waiting for the builder to correct'),
  'handling.in-use': text('投入使用', 'In use'),
  'handling.abandoned': text('项目已终止', 'Given up'),
  'handling.annulled': text('审查意见已撤销', 'Annulled'),
  opinion: text('安全条件审查意见书', 'Opinion on the safety conditions'),
  'opinion.none': quiet,
  'opinion.valid': text('有效', 'Valid'),
  'opinion.expired': text('意见书届满，待确认', 'Opinion run out, to be decided on'),
  'opinion.kept': text('届满，经确认继续有效', 'Run out, confirmed to stand'),
  'opinion.used': text('已据以开工', 'Construction has begun on it'),
  'opinion.closed': over,
  ...besideStates,
  'bar.outlasting': text('项目已办结，限制期内', 'Closed, still barred'),
} satisfies Record<ProjectState, Text>

/** Whose desk it lies on inside the authorities is their own business. */
const partyStates = {
  ...states,
  ...ofApplications(1),
  handling: text('项目进度', 'Progress'),
  'handling.planning': text('项目已登记，请申请审查', 'Registered: please apply'),
  'handling.designing': text('请申请设计审查', 'Please apply for the review of the design'),
  'handling.approved': text('设计已批准，可以开工', 'Approved: you may build'),
  'handling.commissioning': text('已完工，请安排试运行', 'Built: please begin the trial run'),
  'handling.filing': text('试生产方案备案中', 'The trial plan is being filed'),
  'handling.accepting': text('请组织竣工验收', 'Please hold the acceptance'),
  'handling.supervising': text('竣工验收结果已报告', 'The acceptance is reported'),
  'handling.correcting': text('请按核查意见整改', 'Please put right what was found'),
  'opinion.expired': text('意见书届满，等待确认', 'Opinion run out, the authority decides'),
  ...besidePartyStates,
  'bar.outlasting': text('限制期内不得再次申请', 'You may not apply again yet'),
} satisfies Record<ProjectState, Text>

export const words: ProcessWords = { states, partyStates, tasks: projectTasks, documents }
