// What are offices, groups, roles and regions called?
import { type Text, text } from '../../domain/language/words.ts'
import { officeKinds } from '../../domain/organisation/offices.ts'
import { isRegion, regions } from '../../domain/organisation/regions.ts'
import { roles } from '../../domain/organisation/roles.ts'

const plain = (name: string): Text => text(name, name)

export const regionName = (region: string): Text =>
  isRegion(region) ? regions[region].name : plain(region)

export const roleName = (role: string): Text => roles[role as keyof typeof roles] ?? plain(role)

/** `<region>-<kind>` as 江山市应急管理局; `enterprise:<id>` as 企业, or its name where the caller knows it. */
export const officeName = (office: string, enterprise: string | null = null): Text => {
  if (office.startsWith('enterprise:'))
    return enterprise ? plain(enterprise) : text('企业', 'Enterprise')
  const [region = '', ...rest] = office.split('-')
  const kind = officeKinds[rest.join('-') as keyof typeof officeKinds]
  if (!kind) return plain(office)
  const place = regionName(region)
  return { zh: `${place.zh}${kind.zh}`, en: `${kind.en}, ${place.en}` }
}

/** `<office>/<role>` as 江山市应急管理局 · 执法检查员. */
export const groupName = (group: string, enterprise: string | null = null): Text => {
  const [office = '', role = ''] = group.split('/')
  const [where, who] = [officeName(office, enterprise), roleName(role)]
  return { zh: `${where.zh} · ${who.zh}`, en: `${who.en}, ${where.en}` }
}
