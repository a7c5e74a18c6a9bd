// What must an application say, and which case does it open with which authority?
import * as v from 'valibot'
import { type Text, text } from '../language/words.ts'
import { cityClerk, clerk, enterprise } from '../licensing/addresses.ts'
import { electronicField, optionalFiles } from '../licensing/fields.ts'
import { civilDate, field, keysOf, words } from '../model/fields.ts'
import type { Field, ProcessDefinition, StartDefinition } from '../model/process.ts'
import type { Where } from '../model/where.ts'
import type { Actor } from '../organisation/actor.ts'
import { isRegion } from '../organisation/regions.ts'
import type { Kind } from './context.ts'
import { documents } from './documents.ts'
import { goods, otherGood } from './goods.ts'
import { grounds, proposedFor } from './jurisdiction.ts'
import { modes, papers } from './papers.ts'

export const kinds = {
  new: text('新申请', 'New licence'),
  change: text('变更', 'Change'),
  renewal: text('延期', 'Renewal'),
  reapplication: text('重新申请', 'Fresh application'),
} as const satisfies Record<Kind, Text>

/** 令55 第十四、十六条. */
export const changes = {
  name: text('企业名称', 'Name'),
  principal: text('主要负责人', 'Principal'),
  address: text('注册地址', 'Registered address'),
  'storage-controls': text('储存设施及其监控措施', 'Storage facilities and their controls'),
  'new-storage': text('新建、改建、扩建储存设施', 'New, rebuilt or extended storage'),
} as const satisfies Record<string, Text>

/** A licence is there already: changed, renewed, or given up for another. */
const held: Where = [{ kind: ['change', 'renewal', 'reapplication'] }]
/** It goes on as it is; whoever wants another mode, scope or place applies afresh (令55 第十七条). */
const goesOn: Where = [{ kind: ['change', 'renewal'] }]
const changing: Where = [{ kind: ['change'] }]
const saidAnew: Where = [{ kind: ['new', 'reapplication'] }]
const always: Where = [{}]

/** What an application of its kind asks for and needs is declared with its fields; the registers fill what they know before that is looked at. */
const schema = v.strictObject({
  /** A clerk names the enterprise; its own people always apply for their own. */
  enterprise: v.optional(words(64)),
  /** Filled by the server from its register of enterprises. */
  enterpriseName: v.optional(words(200)),
  region: v.optional(v.pipe(v.string(), v.regex(/^\d{6}$/))),
  kind: v.picklist(keysOf(kinds)),
  site: v.optional(words(200)),
  mode: v.optional(v.picklist(keysOf(modes))),
  scope: v.optional(v.pipe(v.array(v.picklist(keysOf(goods))), v.maxLength(200))),
  otherScope: v.optional(v.pipe(v.array(otherGood), v.maxLength(100))),
  principal: v.optional(words(60)),
  grounds: v.optional(v.pipe(v.array(v.picklist(keysOf(grounds))), v.maxLength(6))),
  licenceNumber: v.optional(words(60)),
  expiresOn: v.optional(civilDate),
  what: v.optional(v.pipe(v.array(v.picklist(keysOf(changes))), v.maxLength(5))),
  changedOn: v.optional(civilDate),
  electronic: v.optional(v.boolean()),
  form: optionalFiles,
  premises: optionalFiles,
  qualifications: optionalFiles,
  systems: optionalFiles,
  storage: optionalFiles,
})

const inSection = (section: Text, fields: Field[]): Field[] => fields.map((one) => ({ ...one, section }))
const when = (name: string, kind: Field['kind'], zh: string, en: string, extra: Partial<Field>): Field =>
  field(name, kind, zh, en, { required: false, ...extra })

const ofTheKind = inSection(text('申请类型', 'What is applied for'), [
  when('enterprise', 'text', '企业', 'Enterprise', {
    hint: text('由窗口选择；企业人员申请本企业', 'Chosen by the window; people of an enterprise apply for their own'),
  }),
  field('kind', 'choice', '申请类型', 'Kind', {
    choices: kinds,
    hint: text(
      '经营场所、储存场所迁移或者经营方式、范围变化的，应重新申请',
      'Moved premises or storage, another mode or scope: a fresh application',
    ),
  }),
])

const ofTheLicence = inSection(text('原许可证', 'The licence held'), [
  when('licenceNumber', 'text', '原许可证编号', 'Number of the licence held', {
    where: held,
    needed: held,
    hint: text(
      '变更、延期的，原证在登记簿中时，其经营场所、方式、范围和有效期无须再填',
      'For a change or a renewal of a licence in the register its premises, mode, scope and last day need not be filled in',
    ),
  }),
  when('expiresOn', 'date', '原许可证有效期至', 'The licence held ends on', {
    where: goesOn,
    needed: goesOn,
    carried: goesOn,
  }),
  when('what', 'choices', '变更事项', 'What has changed', { choices: changes, where: changing, needed: changing }),
  when('changedOn', 'date', '变更日期', 'Changed on', {
    where: changing,
    needed: changing,
    hint: text('自变更之日起二十个工作日内提出（总局令第55号第十四条）', 'Filed within twenty working days of it (Order 55 art. 14)'),
  }),
])

const ofTheBusiness = inSection(text('经营事项', 'The business'), [
  when('site', 'place', '经营场所地址', 'Premises', { needed: always, carried: goesOn }),
  when('mode', 'choice', '经营方式', 'Mode of business', { choices: modes, needed: always, carried: goesOn }),
  when('scope', 'choices', '许可范围', 'Scope: which chemicals', {
    choices: goods,
    needed: [{ otherScope: [''] }],
    carried: goesOn,
    hint: text('按《危险化学品目录》的品名选择', 'By their names in the catalogue of hazardous chemicals'),
  }),
  when('otherScope', 'lines', '其他品名', 'Others of the catalogue', {
    carried: goesOn,
    hint: text('只填上表没有的目录品名，每行一个', 'Only what the list above does not have, one name a line'),
  }),
  when('principal', 'text', '主要负责人', 'Principal', {
    where: [...saidAnew, { kind: ['change'], what: ['principal'] }],
    needed: [{ kind: ['change'], what: ['principal'] }],
    hint: text(
      '变更主要负责人的填新任；首次、重新申请不填的按企业登记',
      'The new one where he changes; otherwise, left open, as in the register of enterprises',
    ),
  }),
  when('grounds', 'choices', '经营情形', 'What applies', {
    choices: grounds,
    hint: text('决定由市级还是县级发证；均不符合的不选', 'Decides whether city or county issues; leave empty if none applies'),
  }),
])

const materials = inSection(
  text('申请材料', 'Papers'),
  Object.entries(papers).map(([name, { words, needed }]) => when(name, 'files', words.zh, words.en, { where: needed, needed })),
)

export const application: StartDefinition = {
  type: 'apply',
  words: text('申请经营许可证', 'Apply for the licence'),
  party: text(
    `申请材料已收到，本页编号即为${documents.apply.zh}编号；五个工作日内告知是否受理。`,
    'Your application was received under the number of this page; within five working days you are told whether it is accepted.',
  ),
  schema,
  fields: [...ofTheKind, ...ofTheLicence, ...ofTheBusiness, ...materials, ...inSection(text('送达方式', 'Service'), [electronicField])],
  by: [...enterprise, clerk, cityClerk],
  audience: 'party',
  show: {
    party: [
      ...['kind', 'site', 'mode', 'scope', 'otherScope', 'principal', 'grounds', 'licenceNumber', 'expiresOn', 'what', 'changedOn'],
      ...materials.map(({ name }) => name),
      'electronic',
    ],
    public: [],
  },
}

/** The case lies with the authority that the law names; without a known region the answer is empty, and the API refuses. */
export const describe: ProcessDefinition['describe'] = (data, by) => {
  const county = stringOf(data.region) ?? ''
  const kind = kinds[data.kind as Kind] as Text | undefined
  return {
    title: kind ? `经营许可证${kind.zh}${data.enterpriseName ? `：${data.enterpriseName}` : ''}` : '',
    region: isRegion(county) ? proposedFor(county, data.grounds).region : '',
    owner: enterpriseOf(by) ?? stringOf(data.enterprise),
    site: stringOf(data.site),
  }
}

const stringOf = (value: unknown): string | null => (typeof value === 'string' ? value : null)
const enterpriseOf = (by: Actor): string | null => (by.kind === 'person' ? by.enterprise : null)
