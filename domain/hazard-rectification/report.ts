// What must a report of a hazard say, and which case does it open?
import { type Text, text } from '../language/words.ts'
import { categories } from '../law/criteria/hazard-kinds.ts'
import { start } from '../model/act.ts'
import { enterpriseFields, field } from '../model/field.ts'
import type { ProcessDefinition } from '../model/process.ts'
import type { Actor } from '../organisation/actor.ts'
import { enterprise, inspectors } from '../organisation/addresses.ts'
import { isRegion } from '../organisation/regions.ts'
import { photos } from './fields.ts'
import { byPublic } from './memory/context.ts'
import { countyClerk, countyDuty } from './regions/addresses.ts'

const sources = {
  inspection: text('执法检查', 'Inspection'),
  hotline: text('12350举报', 'Report by 12350'),
  transferred: text('其他部门转来', 'Sent by another authority'),
} as const satisfies Record<string, Text>

export const report = start({
  type: 'report',
  words: text('报告隐患', 'Report a hazard'),
  party: text(
    '隐患报告已登记，等待检查员核实。',
    'The report of the hazard is registered and waits to be verified by inspectors.',
  ),
  fields: {
    ...enterpriseFields(
      '由检查员选择；企业人员报告本企业',
      'Chosen by inspectors; people of an enterprise report for their own',
    ),
    title: field.text('隐患名称', 'Title', 120).shownTo('party'),
    site: field.place('所在部位', 'Where').shownTo('party'),
    category: field.choice(categories, '类别', 'Category').shownTo('party'),
    description: field.longText('隐患现状及原因', 'Present state and cause', 4000).shownTo('party'),
    suspectedMajor: field
      .boolean('疑似重大隐患', 'Possibly a major hazard')
      .optional()
      .shownTo('party'),
    source: field
      .choice(sources, '来源', 'Source')
      .optional()
      .hint('监管人员登记时选择', 'Chosen by the authorities'),
    /** Of somebody who has reported by telephone or on the public page; never leaves the authorities. */
    contact: field
      .text('联系方式（保密）', 'How to reach you (kept secret)')
      .optional()
      .hint('可不填；仅用于核实和答复', 'May be left out; only for questions and the answer')
      .with({ confidential: true }),
    photos: photos
      .hint('建议附现场照片，便于核实', 'Photos of the place help to verify it')
      .shownTo('party'),
  },
  public: ['title', 'region', 'site', 'category', 'description', 'contact', 'photos'],
  followable: (data, by) => byPublic({ data, by }),
  fromSelfCheck: true,
  by: [...enterprise, inspectors, countyClerk, countyDuty],
})

/** Without a known region the answer is empty, and the API refuses: only it knows the register. */
export const describe: ProcessDefinition['describe'] = (data, by) => ({
  ...namedBy(data, by),
  region: isRegion(stringOf(data.region) ?? '') ? (data.region as string) : '',
  owner: enterpriseOf(by) ?? stringOf(data.enterprise),
})

/** A title goes into mails and sealed orders: of somebody nameless it is the office's words for the kind, never his own. */
const namedBy = (
  data: Record<string, unknown>,
  by: Actor,
): { title: string; site: string | null } => {
  if (by.kind !== 'public') return { title: stringOf(data.title) ?? '', site: stringOf(data.site) }
  const kind = Object.hasOwn(categories, String(data.category))
    ? categories[data.category as keyof typeof categories].zh
    : ''
  return { title: `${kind}隐患`, site: null }
}

const stringOf = (value: unknown): string | null => (typeof value === 'string' ? value : null)
const enterpriseOf = (by: Actor): string | null => (by.kind === 'person' ? by.enterprise : null)
