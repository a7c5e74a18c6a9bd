// What do the applications ask for that a project makes one after the other?
import { type Text, text } from '../language/words.ts'
import { clerk } from '../licensing/addresses.ts'
import { papers } from '../licensing/fields.ts'
import { act } from '../model/act.ts'
import type { PastDefinition } from '../model/decision-context.ts'
import { field } from '../model/field.ts'
import type { Field } from '../model/process.ts'
import type { CaseRecord } from '../model/record.ts'
import { id } from './regions/ends.ts'
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

/** Received on the spot: the number of the case is that of the receipt. */
const receives = (zh: string, en: string): Text =>
  text(
    `${zh}已收到，本页编号即为接收凭证编号；五个工作日内告知是否受理。`,
    `${en} received under the number of this page; within five working days you are told whether it is accepted.`,
  )

const shownText = (zh: string, en: string) => field.longText(zh, en).shownTo('party')
const organisation = (zh: string, en: string) =>
  field.text(`${zh}（资质）`, `${en}, with qualification`).shownTo('party')
/** Its builder uploads it with the application (令36 第十二条、令45 第十、十六条). */
const needed = (zh: string, en: string) => papers(zh, en).with({ needed: [{}] })

/** 许可法 78, 79 bar the builder, not his project: all that he has registered say whether he may apply. */
const past: PastDefinition = { of: [{ process: id }] }

/** By the phase of the project that it opens. */
export const applicationActs = {
  'apply-conditions': act({
    words: text('申请安全条件审查', 'Apply for the review of the safety conditions'),
    party: receives('安全条件审查申请', 'Application for the review of the safety conditions'),
    fields: {
      agency: organisation('安全评价机构', 'Evaluation agency'),
      surroundings: shownText('选址和周边情况', 'Site and surroundings'),
      form: needed('申请书', 'Application form'),
      evaluation: needed('安全评价报告', 'Safety evaluation'),
      planning: needed('规划相关文件', 'Planning papers'),
    },
    notify: [clerk],
    past,
  }),
  'apply-design': act({
    words: text('申请安全设施设计审查', 'Apply for the review of the design'),
    party: receives('安全设施设计审查申请', 'Application for the review of the design'),
    fields: {
      designer: organisation('设计单位', 'Designer').hint(
        '初步设计完成后、详细设计开始前申请',
        'After the preliminary and before the detailed design',
      ),
      summary: shownText('安全设施设计概要', 'The design in short'),
      form: needed('申请书', 'Application form'),
      design: needed('安全设施设计专篇', 'Chapter on the safety facilities'),
    },
    notify: [clerk],
    past,
  }),
  'apply-change': act({
    words: text('申请变更设计审查', 'Apply for the review of a change'),
    party: receives('变更设计审查申请', 'Application for the review of the change'),
    fields: {
      what: field.choices(changes, '变更事项', 'What changes', 6, 1).shownTo('party'),
      description: field.longText('变更内容', 'How it changes', 4000).shownTo('party'),
      designer: organisation('设计单位', 'Designer'),
      design: needed('变更设计文件', 'The changed design'),
    },
    notify: [clerk],
    past,
  }),
  'apply-completion': act({
    words: text('申请安全设施竣工验收', 'Apply for the acceptance of the safety facilities'),
    party: receives('安全设施竣工验收申请', 'Application for the acceptance'),
    fields: {
      agency: organisation('验收评价机构', 'Agency of the acceptance evaluation'),
      summary: shownText('试运行和验收评价情况', 'Trial run and evaluation'),
      evaluation: needed('安全验收评价报告', 'Acceptance evaluation'),
      trial: needed('试运行总结', 'Report of the trial run').perCase(({ snapshot }) =>
        hasTrial(snapshot.context) ? {} : null,
      ),
    },
    notify: [clerk],
    past,
  }),
}

type Kept = Readonly<Record<string, unknown>>

/** Without a trial run nothing is reported of one. */
const hasTrial = ({ trialFrom = null }: Kept): boolean => trialFrom !== null

/** By the names of its form the papers that the application of a phase needs. */
const papersOf = (phase: Phase, kept: Kept): Field[] =>
  applicationActs[`apply-${phase}`].fields.filter(
    ({ kind, name }) => kind === 'files' && (name !== 'trial' || hasTrial(kept)),
  )

/** The same in words, as the checklist of the window has them. `kept`: what the chart remembers of the project. */
export const necessaryPapers = (phase: Phase, kept: Kept = {}): string[] =>
  papersOf(phase, kept).map(({ words }) => words.zh)

/** Those of the application in hand that came without a file. */
export const missingPapers = ({
  snapshot,
  data,
}: Pick<CaseRecord, 'snapshot' | 'data'>): string[] => {
  const phase = snapshot.context.phase as Phase | null
  if (phase === null) return []
  const application = data[`apply-${phase}`] ?? {}
  return papersOf(phase, snapshot.context).flatMap(({ name, words }) =>
    Array.isArray(application[name]) && application[name].length > 0 ? [] : [words.zh],
  )
}
