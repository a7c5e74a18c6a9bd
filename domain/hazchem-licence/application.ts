// What must an application say, and which case does it open with which authority?
import * as v from 'valibot'
import { type Text, text } from '../language/words.ts'
import { cityClerk, clerk } from '../licensing/addresses.ts'
import { ownerIn, regionIn } from '../licensing/context.ts'
import { applicantFields } from '../licensing/fields.ts'
import { start } from '../model/act.ts'
import { stringIn } from '../model/event-reading.ts'
import { type FieldBuilder, field } from '../model/field.ts'
import type { ProcessDefinition } from '../model/process.ts'
import type { Where } from '../model/where.ts'
import { enterprise } from '../organisation/addresses.ts'
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
const changingPrincipal: Where = [{ kind: ['change'], what: ['principal'] }]
const enteredAnew: Where = [{ kind: ['new', 'reapplication'] }]
const always: Where = [{}]

/** Asked for as far as it applies; the registers fill what they know before that is looked at. */
const inSection = (
  section: Text,
  fields: Record<string, FieldBuilder>,
): Record<string, FieldBuilder> =>
  Object.fromEntries(
    Object.entries(fields).map(([name, one]) => [
      name,
      one.optional().with({ section }).shownTo('party'),
    ]),
  )

const ofTheKind = text('申请类型', 'What is applied for')

const kindFields = {
  ...applicantFields(
    field
      .text('企业', 'Enterprise', 64)
      .hint(
        '由窗口选择；企业人员申请本企业',
        'Chosen by the window; people of an enterprise apply for their own',
      )
      .with({ section: ofTheKind }),
  ),
  kind: field
    .choice(kinds, '申请类型', 'Kind')
    .hint(
      '经营场所、储存场所迁移或者经营方式、范围变化的，应重新申请',
      'Moved premises or storage, another mode or scope: a fresh application',
    )
    .with({ section: ofTheKind })
    .shownTo('party'),
}

const licenceFields = inSection(text('原许可证', 'The licence held'), {
  licenceNumber: field
    .text('原许可证编号', 'Number of the licence held', 60)
    .hint(
      '变更、延期的，原证在登记簿中时，其经营场所、方式、范围和有效期无须再填',
      'For a change or a renewal of a licence in the register its premises, mode, scope and last day need not be filled in',
    )
    .with({ where: held, needed: held }),
  expiresOn: field
    .date('原许可证有效期至', 'The licence held ends on')
    .with({ where: goesOn, needed: goesOn, carried: goesOn }),
  what: field
    .choices(changes, '变更事项', 'What has changed', 5)
    .with({ where: changing, needed: changing }),
  changedOn: field
    .date('变更日期', 'Changed on')
    .hint(
      '自变更之日起二十个工作日内提出（总局令第55号第十四条）',
      'Filed within twenty working days of it (Order 55 art. 14)',
    )
    .with({ where: changing, needed: changing }),
})

const businessFields = inSection(text('经营事项', 'The business'), {
  site: field.place('经营场所地址', 'Premises').with({ needed: always, carried: goesOn }),
  mode: field
    .choice(modes, '经营方式', 'Mode of business')
    .with({ needed: always, carried: goesOn }),
  scope: field
    .choices(goods, '许可范围', 'Scope: which chemicals', 200)
    .hint(
      '按《危险化学品目录》的品名选择',
      'By their names in the catalogue of hazardous chemicals',
    )
    .with({ needed: [{ otherScope: [''] }], carried: goesOn }),
  otherScope: field
    .lines('其他品名', 'Others of the catalogue', 100, 80)
    .accepting(v.pipe(v.array(otherGood), v.maxLength(100)))
    .hint(
      '只填上表没有的目录品名，每行一个',
      'Only what the list above does not have, one name a line',
    )
    .with({ carried: goesOn }),
  principal: field
    .text('主要负责人', 'Principal', 60)
    .hint(
      '变更主要负责人的填新任；首次、重新申请不填的按企业登记',
      'The new one where he changes; otherwise, left open, as in the register of enterprises',
    )
    .with({ where: [...enteredAnew, ...changingPrincipal], needed: changingPrincipal }),
  grounds: field
    .choices(grounds, '经营情形', 'What applies', 6)
    .hint(
      '决定由市级还是县级发证；均不符合的不选',
      'Decides whether city or county issues; leave empty if none applies',
    ),
})

const materials = inSection(
  text('申请材料', 'Papers'),
  Object.fromEntries(
    Object.entries(papers).map(([name, { words, needed }]) => [
      name,
      field.files(words.zh, words.en).with({ where: needed, needed }),
    ]),
  ),
)

/** 许可法 38, 44 in electronic form: only who has agreed is served by his portal. */
const serviceFields = inSection(text('送达方式', 'Service'), {
  electronic: field
    .boolean('同意电子送达', 'Served electronically')
    .hint('文书在本平台打开即为送达', 'Opening a document here counts as its service'),
})

export const application = start({
  type: 'apply',
  words: text('申请经营许可证', 'Apply for the licence'),
  party: text(
    `申请材料已收到，本页编号即为${documents.apply.zh}编号；五个工作日内告知是否受理。`,
    'Your application was received under the number of this page; within five working days you are told whether it is accepted.',
  ),
  fields: { ...kindFields, ...licenceFields, ...businessFields, ...materials, ...serviceFields },
  by: [...enterprise, clerk, cityClerk],
})

/** The case lies with the authority that the law names; without a known region the answer is empty, and the API refuses. */
export const describe: ProcessDefinition['describe'] = (data, by) => {
  const county = regionIn({ data })
  const kind = kinds[data.kind as Kind] as Text | undefined
  return {
    title: kind
      ? `经营许可证${kind.zh}${data.enterpriseName ? `：${data.enterpriseName}` : ''}`
      : '',
    region: county ? proposedFor(county, data.grounds).region : '',
    owner: ownerIn({ data }, by),
    site: stringIn({ data }, 'site'),
  }
}
