// 执法证件登记簿: whose certificate is it, for what, and from when until when is it valid (处罚法 42, 55)?
import { text } from '../../language/words.ts'
import { field } from '../../model/field.ts'
import { defineRegister } from '../define.ts'

const scopes = {
  'work-safety': text('安全生产行政执法', 'Work safety'),
  emergency: text('应急管理行政执法', 'Emergency management'),
  comprehensive: text('综合行政执法', 'All administrative enforcement'),
}

export const officerCertificate = defineRegister({
  id: 'officer-certificate',
  title: text('执法证件登记簿', 'Register of certificates of officers'),
  entry: text('执法证件', 'Certificate of an officer'),
  summary: text(
    '行政执法人员的执法证件：证号、持证人、执法范围和有效期；取证和当场处罚须有两人以上持有效证件。',
    'Certificates of officers: number, holder, scope and validity; evidence and penalties on the spot need two that are valid.',
  ),
  basis: '《行政处罚法》第四十二条、第五十五条',
  number: {
    pattern: /^[\p{Script=Han}A-Za-z0-9]{4,30}$/u,
    hint: text('证件上的编号，如浙柯执法0001', 'As on the certificate, such as 浙柯执法0001'),
  },
  owner: 'authority',
  fields: {
    holder: field.text('持证人', 'Holder', 50),
    staff: field
      .text('工号', 'Staff number', 40)
      .optional()
      .hint(
        '与其他持证人同名的必须填写；同一人的多本证件填写同一工号',
        'Needed where another holder has this name; one person has one number on all certificates',
      ),
    office: field.text('执法单位', 'Office', 100),
    scope: field.choice(scopes, '执法范围', 'Scope'),
    validFrom: field.date('有效期自', 'Valid from'),
    validUntil: field.date('有效期至', 'Valid until'),
    remark: field.longText('备注', 'Remark').optional(),
  },
  name: 'holder',
  tellsApart: 'staff',
  columns: ['office', 'scope'],
  due: [{ field: 'validUntil' }],
  standings: {
    valid: { words: text('有效', 'Valid') },
    suspended: { words: text('暂扣', 'Suspended') },
    cancelled: { words: text('已注销', 'Cancelled'), over: true },
  },
  propose: [
    { role: 'inspector', office: 'enforcement', level: 'county' },
    { role: 'legal-reviewer', office: 'legal', level: 'county' },
    { role: 'inspector', office: 'enforcement', level: 'city' },
  ],
  confirm: [
    { role: 'section-chief', office: 'enforcement', level: 'county' },
    { role: 'section-chief', office: 'enforcement', level: 'city' },
  ],
})
