// How do people say a group key `<office>/<role>`?
import { type Text, text } from '../case/words.ts'
import { type OfficeKind, officeKinds } from './offices.ts'
import { isRegion, regions } from './regions.ts'
import { type Role, roles } from './roles.ts'

/** `enterprise` is the name of the enterprise, where the group is one of its own and the caller knows it. */
export const groupWords = (group: string, enterprise: string | null = null): Text => {
  const [office = '', role = ''] = group.split('/')
  const roleName = role in roles ? roles[role as Role] : text(role, role)
  const [region = '', ...rest] = office.split('-')
  const kind = rest.join('-')
  if (!isRegion(region) || !(kind in officeKinds)) {
    const whose = enterprise ?? office
    return text(`${whose} ${roleName.zh}`, `${roleName.en} of ${whose}`)
  }
  const [place, name] = [regions[region].name, officeKinds[kind as OfficeKind]]
  return text(`${place.zh}${name.zh}·${roleName.zh}`, `${roleName.en}, ${name.en}, ${place.en}`)
}
