// What of the guide to the reviews of a project can neither be drawn from its chart and forms nor from the rule book?

import { text } from '../language/words.ts'
import type { GuideDefinition } from '../model/guide-definition.ts'
import { kinds } from './kinds.ts'

const copy = text('电子件，加盖公章', 'Electronic copy under the seal of the builder')
const phases = ['conditions', 'design', 'change', 'completion']
const inEach = (...steps: string[]) =>
  phases.flatMap((phase) => steps.map((step) => `handling.${phase}.${step}`))
const others = text(
  `${kinds.mine.zh}、${kinds.smelting.zh}、${kinds.hazardous.zh}`,
  `${kinds.mine.en}, ${kinds.smelting.en.toLowerCase()}, ${kinds.hazardous.en.toLowerCase()}`,
)
const promised = ['promised-decision']

export const guide: GuideDefinition = {
  organ: text(
    '市应急管理局；市级书面委托的，由县（市、区）应急管理局办理',
    'The emergency management bureau of the city; that of the county where the city has entrusted it in writing',
  ),
  conditions: [
    {
      words: text(
        '属于矿山、金属冶炼，或者生产、储存、装卸危险物品的建设项目',
        'A mine, metal smelting, or production, storage or handling of dangerous goods',
      ),
      cites: [['safety', '31、32']],
    },
    {
      words: text('已按规定进行安全评价', 'A safety evaluation has been made'),
      cites: [['safety', '32']],
    },
    {
      words: text(
        '安全设施设计未经审查批准的，不得施工',
        'Nothing is built before the design of the safety facilities is approved',
      ),
      cites: [['safety', '33']],
    },
    {
      words: text('未处于不得再次申请的限制期内', 'No bar on applying again'),
      cites: [['licensing', '78、79']],
    },
  ],
  materials: {
    evaluation: {
      shape: copy,
      when: text(
        '登记项目时；各阶段申请另附该阶段材料',
        'At the registration; each application brings its own',
      ),
    },
  },
  stages: {
    apply: ['handling.planning', 'handling.designing'],
    accept: inEach('receiving', 'supplementing'),
    review: inEach(
      ...['preparing', 'checking', 'reworking', 'expert-review', 'opining'].map(
        (name) => `reviewing.${name}`,
      ),
    ),
    decide: inEach('reviewing.endorsing', 'reviewing.deciding'),
    serve: inEach('serving', 'refusing'),
  },
  limits: [
    { stage: 'accept', clock: 'acceptance', promised: ['promised-acceptance'] },
    { stage: 'review', clock: 'condition-review', promised, when: kinds.hazchem },
    { stage: 'review', clock: 'hazchem-design-review', promised, when: kinds.hazchem },
    { stage: 'review', clock: 'design-review', promised, when: others },
    {
      stage: 'serve',
      clock: 'certificate-delivery',
      promised: [],
      when: text('批准的', 'When approved'),
    },
    {
      stage: 'serve',
      clock: 'refusal-notice',
      promised: [],
      when: text('不予批准的', 'When not approved'),
    },
  ],
  special: [
    {
      words: text(
        '补正（受理前一次告知；收到补正材料之日起重新计算）',
        'Supplement before acceptance, asked for once; counted anew from its receipt',
      ),
      counted: false,
      cites: [['licensing', '32.1(4)']],
    },
  ],
  basis: [
    ['safety', '31、32、33、34'],
    ['order36', ''],
    ['order45', ''],
    ['licensing', ''],
  ],
  fees: text('不收费（行政许可法第58条）', 'Free of charge (Administrative Licensing Law art. 58)'),
  visits: {
    n: 0,
    words: text(
      '网上申请，结果电子送达或者邮寄；现场核查由审查人员上门',
      'Applied for online, served electronically or by post; reviewers come to you',
    ),
  },
  results: [
    { event: 'pass-conditions', validity: 'opinion-validity' },
    { event: 'approve-design' },
    { event: 'refuse-design' },
  ],
}
