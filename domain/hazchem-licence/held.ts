// What do the registers already know of a licence held that is to be changed, renewed or given up for another, and where does an application err?
import { type Text, text } from '../case/words.ts'
import type { HeldDefinition } from '../register/definition.ts'
import { standingWords } from '../register/entry.ts'

type Form = Record<string, unknown>

const named = (value: unknown): string | null => (typeof value === 'string' && value.trim() !== '' ? value.trim() : null)
const changesPrincipal = ({ kind, what }: Form): boolean => kind === 'change' && Array.isArray(what) && what.includes('principal')

/** Whoever changes his principal has to name the new one; everybody else goes on under the one that the licence, or the enterprise, has. */
const fill: HeldDefinition['fill'] = (form, { enterprise, licence }) => {
  const principal = named(form.principal) ?? (changesPrincipal(form) ? null : (licence?.principal ?? named(enterprise.principal)))
  const expiresOn = named(form.expiresOn) ?? (form.kind === 'new' ? null : licence?.validUntil)
  return { ...form, ...(principal ? { principal } : {}), ...(expiresOn ? { expiresOn } : {}) }
}

/** 令55 第十四、十五、十七、十八条: only who holds a licence has one to change, renew or give up, and its days are those that it says. */
const mistakes: HeldDefinition['mistakes'] = (form, licence, today) => {
  const found: Record<string, Text> = {}
  if (form.kind === 'new') return found
  const { validUntil, principal } = licence
  const standing = standingWords(licence, today)
  if (licence.standing !== 'in-force' || (validUntil !== null && validUntil < today))
    found.licenceNumber = text(
      `登记簿记载该许可证${standing.zh}，不能据以申请；需要经营的请选“新申请”`,
      `The register says of this licence: ${standing.en}. Nothing can be applied for on it; choose a new licence`,
    )
  if (validUntil !== null && form.expiresOn !== undefined && form.expiresOn !== validUntil)
    found.expiresOn = text(`登记簿记载该许可证有效期至${validUntil}`, `The register says that this licence ends on ${validUntil}`)
  if (changesPrincipal(form) && principal !== null && form.principal === principal)
    found.principal = text(`登记簿记载的主要负责人就是${principal}，请填新任`, `${principal} is the principal already: name the new one`)
  return found
}

export const held: HeldDefinition = { number: 'licenceNumber', fill, mistakes }
