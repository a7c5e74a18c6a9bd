// What must be said of a project when it is registered, and which case does it open with which authority?
import { type Text, text } from '../language/words.ts'
import { cityClerk, clerk } from '../licensing/addresses.ts'
import { ownerIn, regionIn } from '../licensing/context.ts'
import { applicantFields, papers } from '../licensing/fields.ts'
import { start } from '../model/act.ts'
import { stringIn } from '../model/event-reading.ts'
import { field } from '../model/field.ts'
import type { ProcessDefinition } from '../model/process.ts'
import { enterprise } from '../organisation/addresses.ts'
import { grounds, proposedFor } from './jurisdiction.ts'
import { kindOf, kinds } from './kinds.ts'

export const natures = {
  new: text('新建', 'New'),
  rebuilt: text('改建', 'Rebuilt'),
  extended: text('扩建', 'Extended'),
} as const satisfies Record<string, Text>

export const registration = start({
  type: 'register',
  words: text('登记建设项目', 'Register a project'),
  party: text(
    '建设项目已登记，请按项目类别申请审查。',
    'The project is registered: please apply for the reviews that its kind needs.',
  ),
  fields: {
    ...applicantFields(
      field
        .text('建设单位', 'Builder', 64)
        .hint(
          '由窗口选择；企业人员登记本企业项目',
          'Chosen by the window; people of an enterprise register their own',
        ),
    ),
    name: field.text('项目名称', 'Name of the project').shownTo('party'),
    kind: field
      .choice(kinds, '项目类别', 'Kind')
      .hint('决定须经哪些审查', 'Decides which reviews it needs')
      .shownTo('party'),
    nature: field.choice(natures, '建设性质', 'Nature').shownTo('party'),
    site: field.place('建设地点', 'Place').shownTo('party'),
    scale: field.longText('建设内容和规模', 'What is built, and how large').shownTo('party'),
    agency: field
      .text('安全评价机构', 'Evaluation agency')
      .optional()
      .hint('出具安全预评价报告的机构', 'Which has made the preliminary safety evaluation')
      .shownTo('party'),
    grounds: field
      .choices(grounds, '审查权限情形', 'What bears on who reviews it', 4)
      .optional()
      .hint('一般由市级审查；均不符合的不选', 'Usually the city; leave empty if none applies')
      .shownTo('party'),
    evaluation: papers('安全预评价报告', 'Preliminary safety evaluation'),
  },
  by: [...enterprise, clerk, cityClerk],
})

/** The case lies with the authority that is proposed; without a known region the answer is empty, and the API refuses. */
export const describe: ProcessDefinition['describe'] = (data, by) => {
  const county = regionIn({ data })
  const name = stringIn({ data }, 'name')
  return {
    title: name ? `${name}（${kinds[kindOf(data.kind)].zh}）` : '',
    region: county ? proposedFor(county, data.kind, data.grounds).region : '',
    owner: ownerIn({ data }, by),
    site: stringIn({ data }, 'site'),
  }
}
