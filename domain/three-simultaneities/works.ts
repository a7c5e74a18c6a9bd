// What do the acts ask for by which a project is built, tried out, accepted by its builder, looked after by the authority, or given up?
import { type Text, text } from '../language/words.ts'
import { clerk, reviewers, sectionChief } from '../licensing/addresses.ts'
import { papers, photos, reworkAnswered, wantedItems } from '../licensing/fields.ts'
import { act } from '../model/act.ts'
import { field } from '../model/field.ts'
import { enterprise } from '../organisation/addresses.ts'
import { documents } from './documents.ts'

const shownText = (zh: string, en: string, max?: number) =>
  field.longText(zh, en, max).shownTo('party')

const construction = {
  'begin-construction': act({
    words: text('报告开工', 'Report the beginning of construction'),
    party: text('项目已于{startedOn}开工。', 'Construction began on {startedOn}.'),
    fields: {
      startedOn: field.date('开工日期', 'Begun on').shownTo('party'),
      contractor: field.text('施工单位', 'Contractor').shownTo('party'),
      supervisor: field.text('监理单位', 'Site supervisor').optional().shownTo('party'),
    },
    notify: [sectionChief],
  }),
  'note-minor-change': act({
    words: text('登记一般变更', 'Note a minor change'),
    party: text(
      '一般变更已登记，资料由建设单位存档备查。',
      'The minor change is noted; the builder keeps its papers.',
    ),
    fields: {
      description: shownText('变更内容', 'What changes').hint(
        '规模、工艺、原料、设备变更或者降低安全性能的，须申请变更设计审查',
        'Scale, process, material, equipment or less safety: apply instead',
      ),
      papers: papers('变更资料', 'Papers'),
    },
    by: enterprise,
  }),
  'finish-construction': act({
    words: text('报告完工', 'Report the end of construction'),
    party: text('项目已完工。', 'Construction has ended.'),
    fields: {
      trial: field
        .boolean('需要试运行', 'It needs a trial run')
        .hint('不勾选即直接组织竣工验收', 'Unticked it goes on to the acceptance')
        .shownTo('party'),
      finishedOn: field
        .date('完工日期', 'Ended on')
        .optional()
        .hint('试运行和验收不得早于此日', 'Trial run and acceptance come no earlier than this day')
        .shownTo('party'),
      summary: shownText('安全设施施工情况', 'How the safety facilities were built'),
      papers: papers('施工和监理报告', 'Reports of contractor and supervisor'),
    },
    notify: [sectionChief],
  }),
  abandon: act({
    words: text('终止项目', 'Give the project up'),
    party: text('项目已终止，事项已办结。', 'The project was given up; the matter is closed.'),
    fields: { reason: shownText('终止理由', 'Reason', 1000) },
    by: enterprise,
    consequence: {
      effect: text(
        '项目办结；已取得的审查意见不能再用。',
        'The project is closed, and what was approved of it is of no more use.',
      ),
      article: '《行政许可法》第七十条',
    },
    notify: [sectionChief],
  }),
}

const results = {
  passed: text('合格', 'Passed'),
  failed: text('不合格，继续施工整改', 'Failed: back to construction'),
} as const satisfies Record<string, Text>

const trial = {
  'file-trial-plan': act({
    words: text('试生产方案备案', 'File the plan of the trial production'),
    party: text('试生产（使用）方案已提交备案。', 'The plan of the trial production is handed in.'),
    fields: {
      plan: shownText('试生产（使用）方案', 'Plan', 4000),
      papers: papers('备案材料', 'Papers'),
    },
    notify: [clerk],
  }),
  'confirm-filing': act({
    words: text('予以备案', 'Confirm the filing'),
    party: text('试生产（使用）方案已备案（{document}）。', 'The plan is filed ({document}).'),
    fields: {
      document: field.document(documents['confirm-filing']).shownTo('party'),
      opinion: field.opinion(),
    },
    notify: enterprise,
  }),
  'return-filing': act({
    words: text('不予备案', 'Return the plan'),
    party: text('试生产（使用）方案未予备案：{reason}', 'The plan is not filed: {reason}'),
    fields: { reason: shownText('理由', 'Reason'), opinion: field.opinion() },
    notify: enterprise,
  }),
  'begin-trial': act({
    words: text('开始试运行', 'Begin the trial run'),
    party: text(
      '试运行自{from}开始，计划至{until}。',
      'The trial run began on {from} and is planned until {until}.',
    ),
    fields: {
      from: field.date('试运行开始', 'From').shownTo('party'),
      until: field
        .date('计划结束', 'Planned until')
        .hint(
          '一般项目30日至180日；危化品项目30日至1年（待核实）',
          '30 to 180 days; hazardous chemicals 30 days to a year (to be confirmed)',
        )
        .shownTo('party'),
      plan: shownText('试运行方案', 'Plan', 4000),
      papers: papers('方案和专家论证意见', 'Plan and what experts say'),
    },
    notify: [sectionChief],
  }),
  'end-trial': act({
    words: text('结束试运行', 'End the trial run'),
    party: text('试运行已结束。', 'The trial run has ended.'),
    fields: {
      result: field.choice(results, '试运行结果', 'Result').shownTo('party'),
      endedOn: field
        .date('试运行结束日期', 'Ended on')
        .optional()
        .hint('不填即为今日；验收不得早于此日', 'Today if empty; the acceptance comes no earlier')
        .shownTo('party'),
      summary: shownText('试运行总结', 'How it went', 4000),
      papers: papers('试运行报告', 'Report'),
    },
    notify: [sectionChief],
  }),
}

const completion = {
  'report-completion': act({
    words: text('报告竣工验收结果', 'Report the acceptance'),
    party: text(
      '建设单位已于{acceptedOn}组织竣工验收。',
      'The builder held the acceptance on {acceptedOn}.',
    ),
    fields: {
      acceptedOn: field.date('验收日期', 'Accepted on').shownTo('party'),
      agency: field
        .text('验收评价机构（资质）', 'Agency of the acceptance evaluation, with qualification')
        .shownTo('party'),
      summary: shownText('验收结论', 'What was found', 4000),
      report: papers('竣工验收报告', 'Report of the acceptance'),
      evaluation: papers('安全验收评价报告', 'Acceptance evaluation'),
    },
    notify: [sectionChief],
  }),
  'acceptance-failed': act({
    words: text('报告竣工验收不合格', 'Report an acceptance that failed'),
    party: text(
      '{acceptedOn}组织的竣工验收不合格，项目继续施工整改。',
      'The acceptance of {acceptedOn} has failed: the project goes back to construction.',
    ),
    fields: {
      acceptedOn: field.date('验收日期', 'Held on').shownTo('party'),
      failings: shownText('不合格的事项', 'What has failed', 4000),
      report: papers('竣工验收报告', 'Report of the acceptance'),
    },
    notify: [sectionChief],
  }),
  'file-completion': act({
    words: text('归档备查', 'File it'),
    party: text(
      '竣工验收情况已归档，项目可以投入使用。',
      'The acceptance is filed; the project may be used.',
    ),
    fields: {
      reason: field.longText('未抽查的说明', 'Why it is not checked', 1000),
      opinion: field.opinion(),
    },
    notify: enterprise,
  }),
  'begin-spot-check': act({
    words: text('抽取监督核查', 'Choose it for a spot check'),
    party: text(
      '项目被抽取监督核查竣工验收活动和结果。',
      'The acceptance was chosen for a spot check.',
    ),
    fields: {
      reason: shownText('核查内容', 'What is checked', 1000).hint(
        '抽查比例不低于10%（待核实）',
        'Ten per cent at least (to be confirmed)',
      ),
    },
    notify: [...enterprise, reviewers],
  }),
  'spot-check-passed': act({
    words: text('监督核查符合', 'Spot check passed'),
    party: text(
      '监督核查已完成，项目可以投入使用（{document}）。',
      'The spot check is done; the project may be used ({document}).',
    ),
    fields: {
      findings: field.longText('核查情况', 'Findings', 4000),
      photos,
      document: field.document(documents['spot-check-passed']).shownTo('party'),
      opinion: field.opinion(),
    },
    notify: enterprise,
  }),
  'spot-check-failed': act({
    words: text('监督核查须整改', 'Rework after the spot check'),
    party: text(
      '监督核查发现须整改的事项，请逐项整改。',
      'The spot check found things to put right, please do so item by item.',
    ),
    fields: {
      items: wantedItems('须整改的事项', 'What must be put right'),
      reason: shownText('整改要求（建设单位可见）', 'What is required (read by the builder)'),
      photos: photos.shownTo('party'),
      opinion: field.opinion(),
    },
    notify: enterprise,
  }),
  'report-corrected': act({
    words: text('报告整改完成', 'Report the rework'),
    party: text(
      '整改情况已收到，等待再次核查。',
      'The rework is reported and waits for another check.',
    ),
    fields: { answers: reworkAnswered },
    notify: [reviewers],
  }),
}

/** What happens to the project outside its applications. */
export const worksActs = { ...construction, ...trial, ...completion }
