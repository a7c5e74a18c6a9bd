// How do people say a group key `<office>/<role>`?
import { type Text, text } from '../language/words.ts'
import { type Address, emergencyKinds, type OfficeKind, officeKinds } from './offices.ts'
import { isRegion, levels, regions } from './regions.ts'
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

/** An address as it stands in a chart, before anybody knows in which region the case lies. */
export const addressWords = (address: Address): Text => {
  const role = roles[address.role]
  if (address.office === 'enterprise') return role
  const { level } = address
  const office =
    officeKinds[
      level === 'county' && emergencyKinds.includes(address.office) ? 'bureau' : address.office
    ]
  return text(
    `${levels[level].zh}${office.zh}·${role.zh}`,
    `${role.en}, ${levels[level].en.toLowerCase()} ${office.en.toLowerCase()}`,
  )
}
