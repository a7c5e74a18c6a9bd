// Which licence held does an application name, and does it say of it what the register says?
import { findLicence, isHeldByOther } from '../../db/licences/licences.ts'
import { withScope } from '../../db/scope.ts'
import { DomainError } from '../../domain/language/errors.ts'
import type { ProcessDefinition } from '../../domain/model/process.ts'
import type { HeldDefinition, LicenceEntry } from '../../domain/model/register-definition.ts'
import { asOwner, type Scope } from '../../domain/organisation/policy.ts'
import { plainNumber } from '../../domain/public/follow.ts'
import { entryOf, heldByOther } from '../../domain/registers/licences/entry.ts'
import { civilDate, type Instant } from '../../domain/time/instant.ts'
import type { Deps } from '../http/deps.ts'
import { caseIn, processOf } from '../reading/case-reading.ts'

type Form = Record<string, unknown>
type Applying = {
  process: ProcessDefinition
  scope: Scope
  enterprise: { id: string; principal: string }
  at: Instant
}

/** The form with what the registers know; where it says otherwise than the register of licences, 422 beside the field. */
export const withHeld = async (
  deps: Deps,
  { process, scope, enterprise, at }: Applying,
  form: Form,
): Promise<Form> => {
  const held = process.register?.held
  if (!held) return form
  const licence = await licenceIn(deps, { process, scope, held, owner: enterprise.id }, form)
  const filled = held.fill(licence ? { ...form, [held.number]: licence.number } : form, {
    enterprise,
    licence,
  })
  const fields = held.mistakes(filled, licence, civilDate(at))
  if (Object.keys(fields).length > 0)
    throw new DomainError('invalid-input', Object.values(fields), { fields })
  return filled
}

type Named = { process: ProcessDefinition; scope: Scope; held: HeldDefinition; owner: string }

/** Read as the enterprise's own, wherever it lies; a licence from before the platform is not in the register, and one of somebody else is refused, 422 beside the field. */
const licenceIn = async (
  deps: Deps,
  { process, scope, held, owner }: Named,
  form: Form,
): Promise<LicenceEntry | null> => {
  const typed = form[held.number]
  if (typeof typed !== 'string' || typed.trim() === '') return null
  // As it is printed, whatever brackets a telephone has.
  const licence = plainNumber(typed).replace(/号$/, '')
  const asked = { process: process.id, licence, owner }
  const record = await withScope(deps.connection.pool, asOwner(scope, owner), async (tx) => {
    const found = await findLicence(tx, asked)
    return found ? (await caseIn(tx, found.caseId)).record : null
  })
  if (record) return entryOf(processOf(deps, record), record)
  if (await isHeldByOther(deps.connection.db, asked))
    throw new DomainError('invalid-input', [heldByOther], {
      fields: { [held.number]: heldByOther },
    })
  return null
}
