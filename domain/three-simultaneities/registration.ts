// What must be said of a project when it is registered, and which case does it open with which authority?
import * as v from 'valibot'
import { type Text, text } from '../language/words.ts'
import { cityClerk, clerk, enterprise } from '../licensing/addresses.ts'
import { stringIn } from '../licensing/context.ts'
import { optionalFiles } from '../licensing/fields.ts'
import { field, keysOf, words } from '../model/fields.ts'
import type { ProcessDefinition, StartDefinition } from '../model/process.ts'
import type { Actor } from '../organisation/actor.ts'
import { isRegion } from '../organisation/regions.ts'
import { grounds, proposedFor } from './jurisdiction.ts'
import { kindOf, kinds } from './kinds.ts'

export const natures = {
  new: text('新建', 'New'),
  rebuilt: text('改建', 'Rebuilt'),
  extended: text('扩建', 'Extended'),
} as const satisfies Record<string, Text>

const schema = v.strictObject({
  /** A clerk names the enterprise; its own people always register their own projects. */
  enterprise: v.optional(words(64)),
  /** Filled by the server from its register of enterprises. */
  enterpriseName: v.optional(words(200)),
  region: v.optional(v.pipe(v.string(), v.regex(/^\d{6}$/))),
  name: words(200),
  kind: v.picklist(keysOf(kinds)),
  nature: v.picklist(keysOf(natures)),
  site: words(200),
  scale: words(2000),
  agency: v.optional(words(200)),
  grounds: v.optional(v.pipe(v.array(v.picklist(keysOf(grounds))), v.maxLength(4))),
  evaluation: optionalFiles,
})

const fields = [
  field('enterprise', 'text', '建设单位', 'Builder', {
    required: false,
    hint: text('由窗口选择；企业人员登记本企业项目', 'Chosen by the window; people of an enterprise register their own'),
  }),
  field('name', 'text', '项目名称', 'Name of the project'),
  field('kind', 'choice', '项目类别', 'Kind', {
    choices: kinds,
    hint: text('决定须经哪些审查', 'Decides which reviews it needs'),
  }),
  field('nature', 'choice', '建设性质', 'Nature', { choices: natures }),
  field('site', 'place', '建设地点', 'Place'),
  field('scale', 'long-text', '建设内容和规模', 'What is built, and how large'),
  field('agency', 'text', '安全评价机构', 'Evaluation agency', {
    required: false,
    hint: text('出具安全预评价报告的机构', 'Which has made the preliminary safety evaluation'),
  }),
  field('grounds', 'choices', '审查权限情形', 'What bears on who reviews it', {
    required: false,
    choices: grounds,
    hint: text('一般由市级审查；均不符合的不选', 'Usually the city; leave empty if none applies'),
  }),
  field('evaluation', 'files', '安全预评价报告', 'Preliminary safety evaluation', { required: false }),
]

export const registration: StartDefinition = {
  type: 'register',
  words: text('登记建设项目', 'Register a project'),
  party: text('建设项目已登记，请按项目类别申请审查。', 'The project is registered: please apply for the reviews that its kind needs.'),
  schema,
  fields,
  by: [...enterprise, clerk, cityClerk],
  audience: 'party',
  show: { party: ['name', 'kind', 'nature', 'site', 'scale', 'agency', 'grounds', 'evaluation'], public: [] },
}

/** The case lies with the authority that is proposed; without a known region the answer is empty, and the API refuses. */
export const describe: ProcessDefinition['describe'] = (data, by) => {
  const county = stringIn({ data }, 'region') ?? ''
  const name = stringIn({ data }, 'name')
  return {
    title: name ? `${name}（${kinds[kindOf(data.kind)].zh}）` : '',
    region: isRegion(county) ? proposedFor(county, data.kind, data.grounds).region : '',
    owner: enterpriseOf(by) ?? stringIn({ data }, 'enterprise'),
    site: stringIn({ data }, 'site'),
  }
}

const enterpriseOf = (by: Actor): string | null => (by.kind === 'person' ? by.enterprise : null)
