// Which measure is proposed or taken against things in an enforcement case, and what is written down where it is taken?
import { type Text, text } from '../../language/words.ts'
import { act } from '../../model/act.ts'
import { field } from '../../model/field.ts'
import type { Where } from '../../model/where.ts'
import { inspectors } from '../../organisation/addresses.ts'
import { certificateEntries, certificates } from '../../registers/officer-certificate/named.ts'
import { remembered } from '../memory/penalties.ts'

/** 处罚法 56, 强制法 9, 19. */
export const measureKinds = {
  registration: text('先行登记保存证据', 'Evidence registered'),
  seizure: text('查封、扣押', 'Sealing or seizure'),
  'on-the-spot': text('情况紧急，当场查封、扣押', 'Urgent: seized on the spot'),
} as const satisfies Record<string, Text>

export type MeasureKind = keyof typeof measureKinds

export const isMeasureKind = (value: unknown): value is MeasureKind =>
  typeof value === 'string' && Object.hasOwn(measureKinds, value)

const signatures = {
  signed: text('当事人签名', 'The party has signed'),
  refused: text('当事人拒绝签名或者不在场', 'The party refuses, or is not there'),
} as const satisfies Record<string, Text>

/** What is taken, one thing a row. */
const things = () =>
  field.rows(
    {
      name: field.text('名称', 'Name', 100),
      model: field.text('种类、规格型号', 'Kind', 100).optional(),
      quantity: field.text('数量', 'Quantity', 50),
      spot: field.text('存放位置', 'Where it is', 100).optional(),
      condition: field.text('状态', 'Condition', 200),
    },
    '物品、设施、场所清单',
    'Things and places taken',
    50,
  )

/** 强制法 18, 24: two officers, certificates shown, the party told, a list that both sign. */
const takenFields = {
  things: things(),
  keeper: field.text('保管人', 'Keeper', 100),
  certificates,
  rightsTold: field.boolean(
    '已出示证件，当场告知理由、依据、权利和救济途径',
    'Certificates shown; reasons, basis, rights and remedies told',
  ),
  signature: field.choice(signatures, '签收', 'Receipt'),
  receiver: field.text('当事人或者在场人员姓名', 'Who was there for the party', 100),
  witness: field
    .text('见证人', 'Witness', 100)
    .optional()
    .with({ where: [{ signature: ['refused'] }], needed: [{ signature: ['refused'] }] }),
  photos: field.files('现场照片、现场笔录', 'Photos, record at the place').optional(),
  document: field.document(text('保存通知书（查封、扣押决定书）', 'Notice or decision')),
}

const atOnce = [{ kind: ['on-the-spot'] }] as const
const approvedFirst = [{ kind: ['registration', 'seizure'] }] as const
const refusedAtOnce = [{ kind: ['on-the-spot'], signature: ['refused'] }] as const

const only = (where: Where) => ({ where, needed: where })

export const proposeMeasure = act({
  entries: [certificateEntries],
  words: text('提请（当场采取）证据保存、查封扣押', 'Propose or take a measure on things'),
  fields: {
    kind: field.choice(measureKinds, '措施', 'Measure'),
    owner: field
      .integer(
        '财物为当事人（个人）所有的，其号数',
        'Of which further party the things are (no.)',
        1,
        20,
      )
      .optional()
      .hint(
        '不填的，为本案当事人的财物；没收与否由对该当事人的处罚决定确定',
        'Empty: those of the party of the case. The penalty of whoever they belong to says whether they are confiscated',
      )
      .perCase(({ snapshot }) =>
        (remembered(snapshot.context).parties ?? []).length > 0 ? {} : null,
      ),
    ground: field.longText('理由和依据', 'Why, and on which basis', 2000),
    place: field.text('地点', 'Where', 200),
    planned: field
      .longText('拟保存、查封、扣押的物品、设施、场所', 'What is to be taken', 2000)
      .optional()
      .with(only(approvedFirst)),
    takenAt: field.moment('实施时间', 'Taken at').optional().with(only(atOnce)),
    things: takenFields.things.optional().with(only(atOnce)),
    keeper: takenFields.keeper.optional().with(only(atOnce)),
    certificates: takenFields.certificates.optional().with(only(atOnce)),
    rightsTold: takenFields.rightsTold.optional().with(only(atOnce)),
    signature: takenFields.signature.optional().with(only(atOnce)),
    receiver: takenFields.receiver.optional().with(only(atOnce)),
    witness: takenFields.witness.with(only(refusedAtOnce)),
    photos: takenFields.photos.with({ where: atOnce }),
    document: takenFields.document,
  },
  by: [inspectors],
  appendsOnly: true,
  consequence: {
    effect: text(
      '须经局领导批准；当场采取的，二十四小时内报告并补办批准手续。处理或者解除之前案件不得结案。',
      'A leader approves it; what is taken at once is reported to him within 24 hours. Until it is disposed of or lifted the case stays open.',
    ),
    article: '《行政处罚法》第五十六条、《行政强制法》第十八条、第十九条、第二十三条',
  },
})

/** 强制法 18, 24: what has been approved is taken at the place. */
export const carryOutMeasure = act({
  entries: [certificateEntries],
  words: text('登记实施', 'Record that it was taken'),
  fields: {
    takenOn: field.date('实施日期', 'Taken on'),
    ...takenFields,
  },
  consequence: {
    effect: text(
      '自实施之日起计算期限，届满自行解除。',
      'The period runs from that day; at its end the measure lifts itself.',
    ),
    article: '《行政处罚法》第五十六条、《行政强制法》第二十四条、第二十五条、第二十八条',
  },
})
