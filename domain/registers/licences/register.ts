// What does the register of licences say of itself? Its entries follow from the cases that grant them: see entry.ts.
import { text } from '../../language/words.ts'
import { field } from '../../model/field.ts'
import { type Standing, standings } from '../../model/register-definition.ts'
import { describeRegister, type EntryStanding } from '../define.ts'

/** Every licence that has ended is kept for the record only. */
const standing = (name: Standing): EntryStanding => ({
  words: standings[name],
  ...(name === 'in-force' || name === 'suspended' ? {} : { over: true }),
})

export const licenceRegister = describeRegister({
  id: 'licences',
  title: text('许可证登记簿', 'Register of licences'),
  entry: text('许可证', 'Licence'),
  summary: text(
    '由案件颁发的许可证，最先到期的排在最前。',
    'Licences granted by cases, the first to end first.',
  ),
  basis: '行政许可法',
  owner: 'enterprise',
  fields: {
    holder: field.text('持证单位', 'Holder').shownTo('party', 'public'),
    scope: field.longText('许可范围', 'Scope').shownTo('party', 'public'),
    mode: field.text('经营方式', 'Mode').optional().shownTo('party'),
    premises: field.text('经营场所', 'Premises').optional().shownTo('party'),
    principal: field.text('主要负责人', 'Principal').optional().shownTo('party'),
    validFrom: field.date('有效期起', 'Valid from').optional().shownTo('party', 'public'),
    validUntil: field.date('有效期至', 'Valid until').optional().shownTo('party', 'public'),
    replaces: field.text('所替换的原证', 'In place of').optional().shownTo('party'),
  },
  name: 'holder',
  columns: ['scope', 'mode', 'premises'],
  due: [{ field: 'validUntil' }],
  standings: {
    'in-force': standing('in-force'),
    suspended: standing('suspended'),
    expired: standing('expired'),
    cancelled: standing('cancelled'),
    revoked: standing('revoked'),
    annulled: standing('annulled'),
    replaced: standing('replaced'),
  },
})
