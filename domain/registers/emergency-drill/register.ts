// 应急演练登记簿: which drills are planned for the year, of which plan, how do they go, and by when is each held?
import * as v from 'valibot'
import { text } from '../../language/words.ts'
import { message } from '../../law/parse.ts'
import { field } from '../../model/field.ts'
import { regions } from '../../organisation/regions.ts'
import { defineRegister } from '../define.ts'
import { countedFields, jointKeepers, suppliedDay } from '../readiness.ts'
import { awaitsDrill, awaitsImprovement, reckonDrill } from './reckoning.ts'
import { runDrill } from './run.ts'
import { pointColumns, scriptColumns } from './script.ts'

const kinds = {
  comprehensive: text('综合应急预案演练', 'Of a comprehensive plan'),
  special: text('专项应急预案演练', 'Of a special plan'),
  'on-site': text('现场处置方案演练', 'Of an on-site plan'),
}

const forms = {
  tabletop: text('桌面演练', 'Tabletop'),
  field: text('实战演练', 'In the field'),
}

const duties = {
  authority: text('人民政府及其部门（每两年）', 'Government or bureau (every two years)'),
  'high-risk': text(
    '危险物品、矿山、金属冶炼、建筑施工、人员密集场所等（每半年）',
    'Hazardous substances, mines, smelting, construction, crowded places (every half year)',
  ),
  other: text(
    '其他生产经营单位（综合或者专项每年，现场处置每半年）',
    'Other units (yearly, on-site plans every half year)',
  ),
}

const events = {
  fire: text('火灾', 'Fire'),
  explosion: text('爆炸', 'Explosion'),
  leak: text('泄漏', 'Leak'),
  collapse: text('坍塌', 'Collapse'),
  poisoning: text('中毒窒息', 'Poisoning or suffocation'),
  traffic: text('道路交通', 'Road traffic'),
  lift: text('电梯困人', 'People trapped in a lift'),
  other: text('其他', 'Other'),
}

const counties = Object.fromEntries(
  Object.entries(regions).flatMap(([code, { level, name }]) =>
    level === 'county' ? [[code, name]] : [],
  ),
)

const month = v.pipe(
  v.string(),
  v.regex(/^20\d{2}-(0[1-9]|1[0-2])$/, message('年月格式为2026-06', 'A month like 2026-06')),
)

export const emergencyDrill = defineRegister({
  id: 'emergency-drill',
  title: text('应急演练登记簿', 'Register of drills'),
  entry: text('应急演练', 'Drill'),
  summary: text(
    '部门和企业的年度演练计划：演练哪个预案、怎样演练、何时以前演练，以及演练后的改进事项。',
    'The yearly plan of drills of authorities and enterprises: of which plan, how, by when, and what is to be improved.',
  ),
  basis: '生产安全事故应急条例第八条、生产安全事故应急预案管理办法第三十三条、第三十四条',
  number: { word: '演练' },
  owner: 'either',
  run: runDrill,
  fields: {
    title: field.text('演练名称', 'Title', 100).shownTo('party'),
    plan: field
      .text('演练的预案', 'Plan that it exercises', 60)
      .hint(
        '填应急预案登记簿中的编号的，启动响应时自动选定',
        'By its number in the register of plans it is chosen when the response starts',
      )
      .shownTo('party'),
    duty: field.choice(duties, '演练频次', 'How often by law').shownTo('party'),
    kind: field.choice(kinds, '演练类别', 'Kind').shownTo('party'),
    form: field.choice(forms, '演练形式', 'Form').shownTo('party'),
    month: field
      .text('计划月份', 'Month planned', 7)
      .accepting(month)
      .hint('如2026-06，至迟在该月最后一日演练', 'Like 2026-06: by its last day')
      .shownTo('party'),
    leader: field.text('牵头岗位', 'Led by the post', 100).shownTo('party'),
    event: field.choice(events, '模拟事件', 'Event that is played').shownTo('party'),
    county: field
      .choice(counties, '演练所在县（市、区）', 'County in which it is played')
      .optional()
      .hint('市级演练须填写', 'Needed for a drill of the city')
      .shownTo('party'),
    place: field.place('演练地点', 'Where').shownTo('party'),
    scenario: field.longText('情景概要', 'Scenario', 2_000).shownTo('party'),
    script: field
      .rows(scriptColumns, '情景注入', 'Injects', 30)
      .optional()
      .hint(
        '演练开始后由系统按时给出，记入处置日志',
        'Given at their time once the drill has begun, and written in its log',
      )
      .shownTo('party'),
    lastHeldOn: field
      .date('上次演练日期', 'Last drill')
      .optional()
      .hint('法定期限自上次演练起算', 'The period of the law is counted from there')
      .shownTo('party'),
    heldOn: field
      .date('本次演练日期', 'Held on')
      .optional()
      .hint('尚未演练的不填', 'Leave it open until it is held')
      .shownTo('party'),
    reportedOn: field
      .date('演练情况报送日期', 'Reported on')
      .optional()
      .hint('高危单位须向监管部门报送', 'High-risk units report it to the authority')
      .shownTo('party'),
    evaluation: field
      .longText('演练评估', 'Evaluation', 4_000)
      .optional()
      .hint(
        '目标、做法好的、存在问题；在平台上实施的见案件中的评估报告',
        'Goals, what was good, what was not; of a drill run here the report in its case says so',
      )
      .shownTo('party'),
    points: field
      .rows(pointColumns, '改进事项', 'To be improved', 50)
      .optional()
      .hint('在平台上实施的在案件中跟踪', 'Of a drill run here its case follows them')
      .shownTo('party'),
    plannedBy: suppliedDay('计划完成日期', 'Planned until'),
    lawfulBy: suppliedDay('法定最迟演练日期', 'By law at the latest'),
    ...countedFields(),
  },
  name: 'title',
  columns: ['kind', 'form', 'month', 'heldOn'],
  due: [
    { field: 'plannedBy', open: awaitsDrill },
    { field: 'lawfulBy' },
    { field: 'points', column: 'dueOn', open: awaitsImprovement },
  ],
  reckon: reckonDrill,
  standings: {
    planned: { words: text('已计划', 'Planned') },
    held: { words: text('已演练', 'Held') },
    followed: { words: text('已安排下次演练', 'The next one is planned'), over: true },
    cancelled: { words: text('已取消，待另行安排', 'Cancelled, to be planned anew') },
  },
  ...jointKeepers,
})
