// What do the registers already know of a licence held that is to be changed, renewed or given up for another, and where does an application err?
import { type Text, text } from '../language/words.ts'
import type { CorrectionRule } from '../model/decision-context.ts'
import type { HeldDefinition, Known, LicenceEntry } from '../model/register-definition.ts'
import { standingWords } from '../registers/licences/entry.ts'
import type { Day } from '../time/days.ts'
import { civilDate } from '../time/instant.ts'
import { lastDayFrom } from './context.ts'
import { goodsIn, scopeOf, scopeWords } from './goods.ts'

type Form = Record<string, unknown>

const named = (value: unknown): string | null =>
  typeof value === 'string' && value.trim() !== '' ? value.trim() : null
const changesPrincipal = ({ kind, what }: Form): boolean =>
  kind === 'change' && Array.isArray(what) && what.includes('principal')

/** 令55 第十七条: a change and a renewal leave place, mode and scope as they are. */
const goesOn = ({ kind }: Form): boolean => kind === 'change' || kind === 'renewal'
const isOpen = (value: unknown): boolean =>
  Array.isArray(value) ? value.length === 0 : named(value) === null

/** What the licence says of the business, as an application says it; what it does not say is left out. */
const formFromLicence = ({ premises, mode, scope, validUntil }: LicenceEntry): Form => {
  const form: Form = { site: premises, mode, ...scopeOf(scope), expiresOn: validUntil }
  return Object.fromEntries(Object.entries(form).filter(([, value]) => !isOpen(value)))
}

const principalOf = (form: Form, { enterprise, licence }: Known): string | null => {
  const filled = named(form.principal)
  if (filled !== null || changesPrincipal(form)) return filled
  return (form.kind !== 'new' && licence?.principal) || named(enterprise.principal)
}

/**
 * Whoever changes his principal has to name the new one; everybody else goes on under the one that the licence, or the enterprise, has.
 * What is changed or renewed goes on in place, mode and scope of the licence, which nobody types again.
 */
const fill: HeldDefinition['fill'] = (form, known) => {
  const principal = principalOf(form, known)
  const filled = known.licence && goesOn(form) ? formFromLicence(known.licence) : {}
  const typed = Object.fromEntries(
    Object.entries(form).filter(([, value]) => value !== undefined && value !== ''),
  )
  return { ...filled, ...typed, ...(principal ? { principal } : {}) }
}

/** 令55 第十四、十五、十七、十八条: only who holds a licence has one to change, renew or give up, and its days are those that it says. */
const mistakes: HeldDefinition['mistakes'] = (form, licence, today) => {
  const found: Record<string, Text> = {}
  if (form.kind === 'new') return found
  if (licence === null) return tooLong(form.expiresOn, today)
  const { validUntil, principal } = licence
  const standing = standingWords(licence, today)
  const stands = licence.standing === 'in-force' || licence.standing === 'suspended'
  if (!stands || (validUntil !== null && validUntil < today))
    found.licenceNumber = text(
      `登记簿记载该许可证${standing.zh}，不能据以申请；需要经营的请选“新申请”`,
      `The register says of this licence: ${standing.en}. Nothing can be applied for on it; choose a new licence`,
    )
  if (validUntil !== null && form.expiresOn !== undefined && form.expiresOn !== validUntil)
    found.expiresOn = text(
      `登记簿记载该许可证有效期至${validUntil}`,
      `The register says that this licence ends on ${validUntil}`,
    )
  if (changesPrincipal(form) && principal !== null && form.principal === principal)
    found.principal = text(
      `登记簿记载的主要负责人就是${principal}，请填新任`,
      `${principal} is the principal already: name the new one`,
    )
  return { ...found, ...(goesOn(form) ? otherwise(form, licence) : {}) }
}

/** 令55 第十八条: whoever holds it today was given it today at the latest, and no longer than it lasts by law. */
export const tooLong = (expiresOn: unknown, today: Day): Record<string, Text> => {
  const latest = lastDayFrom(today, {})
  if (typeof expiresOn !== 'string' || expiresOn <= latest) return {}
  const words = text(
    `现持许可证的有效期最晚至${latest}届满，请按证载日期填写（总局令第55号第十八条）`,
    `A licence held today ends on ${latest} at the latest: write the day that it says (Order 55 art. 18)`,
  )
  return { expiresOn: words }
}

const asSet = (names: readonly string[]): string => scopeWords([...names].sort())

const otherwise = (form: Form, { premises, mode, scope }: LicenceEntry): Record<string, Text> => ({
  ...(premises !== null && named(form.site) !== premises
    ? { site: afresh('经营场所', premises, 'premises') }
    : {}),
  ...(mode !== null && named(form.mode) !== mode ? { mode: afresh('经营方式', mode, 'mode') } : {}),
  ...(asSet(goodsIn(form)) === asSet(goodsIn(scopeOf(scope)))
    ? {}
    : { scope: afresh('许可范围', scope, 'scope') }),
})

const afresh = (zh: string, kind: string, en: string): Text =>
  text(
    `登记簿记载的${zh}为${kind}；变更、延期不改变${zh}，需要改变的请选“重新申请”`,
    `The register says of its ${en}: ${kind}. Neither a change nor a renewal alters it: choose a fresh application`,
  )

/** 更正: the same bound for the day that an application has said of the licence held; what the register has told stays. */
export const correctionLawful: CorrectionRule = ({ openedAt }, { type, was, is }) =>
  type !== 'apply' ||
  was.expiresOn === is.expiresOn ||
  (tooLong(is.expiresOn, civilDate(openedAt)).expiresOn ?? true)

export const held: HeldDefinition = { number: 'licenceNumber', fill, mistakes }
