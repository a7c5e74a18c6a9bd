// By which certificates do officers act, as the form of an act names them?
import { field } from '../../model/field.ts'
import type { NamedEntries } from '../../model/register-definition.ts'

const register = 'officer-certificate'

/** 处罚法 55. */
export const certificates = field
  .lines('执法证件号', 'Numbers of certificates', 10, 40)
  .hint(
    '两名以上执法人员，每行一个；须在执法证件登记簿中有效',
    'Two officers at least, one a line; valid in the register of certificates',
  )
  .with({ register })

export const certificateEntries: NamedEntries = {
  register,
  field: 'certificates',
}
