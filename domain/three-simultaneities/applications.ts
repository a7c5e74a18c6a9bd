// What do the applications ask for that a project makes one after the other?
import * as v from 'valibot'
import { type Text, text } from '../language/words.ts'
import { clerk } from '../licensing/addresses.ts'
import { optionalFiles } from '../licensing/fields.ts'
import { field, keysOf, words } from '../model/fields.ts'
import type { EventDefinition, Field } from '../model/process.ts'
import type { CaseRecord } from '../model/record.ts'
import type { Phase } from './regions/phase.ts'

/** 令36, 令45: any of these takes the design back to whoever has approved it. */
export const changes = {
  scale: text('建设规模', 'Scale'),
  process: text('生产工艺', 'Process'),
  material: text('主要原料', 'Raw material'),
  equipment: text('主要设备', 'Equipment'),
  'less-safe': text('变更可能降低安全性能', 'It may lower the safety'),
  redesign: text('施工期间重新设计', 'It is designed anew during construction'),
} as const satisfies Record<string, Text>

type Parts = Pick<EventDefinition, 'words' | 'schema' | 'fields'> & { received: Text }

/** Received on the spot: the number of the case is that of the receipt. */
const applies = ({ received, ...parts }: Parts): EventDefinition => ({
  ...parts,
  party: text(
    `${received.zh}已收到，本页编号即为接收凭证编号；五个工作日内告知是否受理。`,
    `${received.en} received under the number of this page; within five working days you are told whether it is accepted.`,
  ),
  by: 'task',
  audience: 'party',
  show: { party: parts.fields.map(({ name }) => name), public: [] },
  notify: [clerk],
})

/** Its builder uploads it with the application (令36 第十二条、令45 第十、十六条). */
const papers = (name: string, zh: string, en: string): Field => field(name, 'files', zh, en, { required: false, needed: [{}] })
const designer = field('designer', 'text', '设计单位（资质）', 'Designer, with qualification')

const reviews = {
  'apply-conditions': applies({
    words: text('申请安全条件审查', 'Apply for the review of the safety conditions'),
    received: text('安全条件审查申请', 'Application for the review of the safety conditions'),
    schema: v.strictObject({
      agency: words(200),
      surroundings: words(2000),
      form: optionalFiles,
      evaluation: optionalFiles,
      planning: optionalFiles,
    }),
    fields: [
      field('agency', 'text', '安全评价机构（资质）', 'Evaluation agency, with qualification'),
      field('surroundings', 'long-text', '选址和周边情况', 'Site and surroundings'),
      papers('form', '申请书', 'Application form'),
      papers('evaluation', '安全评价报告', 'Safety evaluation'),
      papers('planning', '规划相关文件', 'Planning papers'),
    ],
  }),
  'apply-design': applies({
    words: text('申请安全设施设计审查', 'Apply for the review of the design'),
    received: text('安全设施设计审查申请', 'Application for the review of the design'),
    schema: v.strictObject({ designer: words(200), summary: words(2000), form: optionalFiles, design: optionalFiles }),
    fields: [
      { ...designer, hint: text('初步设计完成后、详细设计开始前申请', 'After the preliminary and before the detailed design') },
      field('summary', 'long-text', '安全设施设计概要', 'The design in short'),
      papers('form', '申请书', 'Application form'),
      papers('design', '安全设施设计专篇', 'Chapter on the safety facilities'),
    ],
  }),
  'apply-change': applies({
    words: text('申请变更设计审查', 'Apply for the review of a change'),
    received: text('变更设计审查申请', 'Application for the review of the change'),
    schema: v.strictObject({
      what: v.pipe(v.array(v.picklist(keysOf(changes))), v.minLength(1), v.maxLength(6)),
      description: words(4000),
      designer: words(200),
      design: optionalFiles,
    }),
    fields: [
      field('what', 'choices', '变更事项', 'What changes', { choices: changes }),
      field('description', 'long-text', '变更内容', 'How it changes'),
      designer,
      papers('design', '变更设计文件', 'The changed design'),
    ],
  }),
  'apply-completion': applies({
    words: text('申请安全设施竣工验收', 'Apply for the acceptance of the safety facilities'),
    received: text('安全设施竣工验收申请', 'Application for the acceptance'),
    schema: v.strictObject({ agency: words(200), summary: words(2000), evaluation: optionalFiles, trial: optionalFiles }),
    fields: [
      field('agency', 'text', '验收评价机构（资质）', 'Agency of the acceptance evaluation, with qualification'),
      field('summary', 'long-text', '试运行和验收评价情况', 'Trial run and evaluation'),
      papers('evaluation', '安全验收评价报告', 'Acceptance evaluation'),
      papers('trial', '试运行总结', 'Report of the trial run'),
    ],
  }),
} satisfies Record<string, EventDefinition>

type Kept = Readonly<Record<string, unknown>>

/** By the names of its form the papers that the application of a phase needs; without a trial run nothing is reported of one. */
const papersOf = (phase: Phase, { trialFrom = null }: Kept): Field[] =>
  reviews[`apply-${phase}`].fields.filter(({ kind, name }) => kind === 'files' && (name !== 'trial' || trialFrom !== null))

/** The same in words, as the checklist of the window has them. `kept`: what the chart remembers of the project. */
export const necessaryPapers = (phase: Phase, kept: Kept = {}): string[] => papersOf(phase, kept).map(({ words }) => words.zh)

/** Those of the application in hand that came without a file. */
export const missingPapers = ({ snapshot, data }: Pick<CaseRecord, 'snapshot' | 'data'>): string[] => {
  const phase = snapshot.context.phase as Phase | null
  if (phase === null) return []
  const said = data[`apply-${phase}`] ?? {}
  return papersOf(phase, snapshot.context).flatMap(({ name, words }) =>
    Array.isArray(said[name]) && said[name].length > 0 ? [] : [words.zh],
  )
}

const ofThisProject = ({ snapshot }: CaseRecord): Field[] => {
  const { fields } = reviews['apply-completion']
  const needed = papersOf('completion', snapshot.context)
  return fields.filter((one) => one.kind !== 'files' || needed.includes(one))
}

export const applicationEvents = { ...reviews, 'apply-completion': { ...reviews['apply-completion'], fieldsFor: ofThisProject } }
