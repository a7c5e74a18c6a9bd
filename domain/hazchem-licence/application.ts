// What must an application say, and which case does it open with which authority?
import * as v from 'valibot'
import type { Actor } from '../case/actor.ts'
import { civilDate, field, keysOf, words } from '../case/answers.ts'
import type { Field, ProcessDefinition, StartDefinition } from '../case/process.ts'
import { type Text, text } from '../case/words.ts'
import { cityClerk, clerk, enterprise } from '../licensing/addresses.ts'
import { electronicField, optionalFiles } from '../licensing/fields.ts'
import { isRegion } from '../organisation/regions.ts'
import type { Kind } from './context.ts'
import { documents } from './documents.ts'
import { grounds, proposedFor } from './jurisdiction.ts'

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

const isHeld = ({ kind }: { kind: string }) => kind !== 'new'
/** The new licence of a fresh application has days of its own. */
const isKept = ({ kind }: { kind: string }) => kind === 'change' || kind === 'renewal'
const needed = 'is needed for an application of this kind'

const schema = v.pipe(
  v.strictObject({
    /** A clerk names the enterprise; its own people always apply for their own. */
    enterprise: v.optional(words(64)),
    /** Filled by the server from its register of enterprises. */
    enterpriseName: v.optional(words(200)),
    region: v.optional(v.pipe(v.string(), v.regex(/^\d{6}$/))),
    kind: v.picklist(keysOf(kinds)),
    site: words(200),
    mode: words(200),
    scope: words(2000),
    /** Filled by the server from its registers where it is left open. */
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
  }),
  v.forward(
    v.check((form) => !isHeld(form) || form.licenceNumber !== undefined, needed),
    ['licenceNumber'],
  ),
  v.forward(
    v.check((form) => !isKept(form) || form.expiresOn !== undefined, needed),
    ['expiresOn'],
  ),
  v.forward(
    v.check((form) => form.kind !== 'change' || form.changedOn !== undefined, needed),
    ['changedOn'],
  ),
  v.forward(
    v.check((form) => form.kind !== 'change' || !form.what?.includes('principal') || form.principal !== undefined, needed),
    ['principal'],
  ),
)

const inSection = (section: Text, fields: Field[]): Field[] => fields.map((one) => ({ ...one, section }))

const ofTheLicence = inSection(
  text('原许可证（变更、延期、重新申请）', 'The licence held, for a change, a renewal or a fresh application'),
  [
    field('licenceNumber', 'text', '原许可证编号', 'Number of the licence held', {
      required: false,
      hint: text('变更、延期、重新申请必填', 'Needed for a change, a renewal or a fresh application'),
    }),
    field('expiresOn', 'date', '原许可证有效期至', 'The licence held ends on', {
      required: false,
      hint: text(
        '登记簿中有原证的可以不填；延期须在届满三个月前提出（总局令第55号第十八条）',
        'May be left open where the register has the licence; a renewal is filed three months before (Order 55 art. 18)',
      ),
    }),
    field('what', 'choices', '变更事项', 'What has changed', { required: false, choices: changes }),
    field('changedOn', 'date', '变更日期', 'Changed on', {
      required: false,
      hint: text(
        '变更必填；自变更之日起二十个工作日内提出（总局令第55号第十四条）',
        'Needed for a change, filed within twenty working days of it (Order 55 art. 14)',
      ),
    }),
  ],
)

const materials = inSection(text('申请材料', 'Papers'), [
  field('form', 'files', '申请书', 'Application form', { required: false }),
  field('premises', 'files', '经营场所产权或者租赁证明', 'Title or lease of the premises', { required: false }),
  field('qualifications', 'files', '负责人、管理和业务人员资格证明', 'Qualifications of principal and staff', { required: false }),
  field('systems', 'files', '安全管理制度和岗位操作规程目录', 'List of safety rules and instructions', { required: false }),
  field('storage', 'files', '储存设施证明材料', 'Papers of the storage facilities', {
    required: false,
    hint: text('有储存设施的提交', 'Where there are any'),
  }),
])

export const application: StartDefinition = {
  type: 'apply',
  words: text('申请经营许可证', 'Apply for the licence'),
  party: text(
    `申请材料已收到，本页编号即为${documents.apply.zh}编号；五个工作日内告知是否受理。`,
    'Your application was received under the number of this page; within five working days you are told whether it is accepted.',
  ),
  schema,
  fields: [
    ...inSection(text('申请事项', 'What is applied for'), [
      field('enterprise', 'text', '企业', 'Enterprise', {
        required: false,
        hint: text('由窗口选择；企业人员申请本企业', 'Chosen by the window; people of an enterprise apply for their own'),
      }),
      field('kind', 'choice', '申请类型', 'Kind', {
        choices: kinds,
        hint: text(
          '经营场所、储存场所迁移或者经营方式、范围变化的，应重新申请',
          'Moved premises or storage, another mode or scope: a fresh application',
        ),
      }),
      field('site', 'place', '经营场所地址', 'Premises'),
      field('mode', 'text', '经营方式', 'Mode of business'),
      field('scope', 'long-text', '经营范围', 'Scope: which chemicals', { hint: text('逐一列明品名', 'Name each of them') }),
      field('principal', 'text', '主要负责人', 'Principal', {
        required: false,
        hint: text(
          '变更主要负责人的填新任；不填的按原证或者企业登记',
          'The new one where he changes; left open, as on the licence held or in the register',
        ),
      }),
      field('grounds', 'choices', '经营情形', 'What applies', {
        required: false,
        choices: grounds,
        hint: text('决定由市级还是县级发证；均不符合的不选', 'Decides whether city or county issues; leave empty if none applies'),
      }),
    ]),
    ...ofTheLicence,
    ...materials,
    electronicField,
  ],
  by: [...enterprise, clerk, cityClerk],
  audience: 'party',
  show: {
    party: [
      ...['kind', 'site', 'mode', 'scope', 'principal', 'grounds', 'licenceNumber', 'expiresOn', 'what', 'changedOn'],
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
