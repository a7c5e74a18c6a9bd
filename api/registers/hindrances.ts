// What stands in the way of a change of a register as the world is now: another name, another version, an enterprise out of reach?
import type { Executor } from '../../db/client.ts'
import { findEnterprise } from '../../db/organisation/enterprises.ts'
import { findEntry, isNameTaken, type RegisterChange } from '../../db/registers/registers.ts'
import { DomainError } from '../../domain/language/errors.ts'
import { type Text, text } from '../../domain/language/words.ts'
import type { Scope } from '../../domain/organisation/policy.ts'
import { judgeOwner, judgeVersion } from '../../domain/registers/change.ts'
import type { Register } from '../../domain/registers/define.ts'
import { isOver } from '../../domain/registers/entry.ts'

const needsApart = text(
  '登记簿中已有同名的登记，须填写以示区分',
  'Another entry has this name: say what tells them apart',
)

/** Who has the name of another is told from him, so that two of one name are not taken for one. */
export const namesakeFaults = async (
  tx: Executor,
  register: Register,
  { data, entry, standing }: Pick<RegisterChange, 'data' | 'entry' | 'standing'>,
): Promise<Record<string, Text>> => {
  const { tellsApart } = register
  if (tellsApart === undefined || data[tellsApart] !== undefined || isOver(register, standing))
    return {}
  const name = String(data[register.name] ?? '')
  return (await isNameTaken(tx, { register, name, entry })) ? { [tellsApart]: needsApart } : {}
}

export const regionOf = async (tx: Executor, owner: string | null) =>
  (owner === null ? null : await findEnterprise(tx, { id: owner }))?.region ?? null

/** Why it cannot be confirmed as it was proposed; null: it can. */
export const hindranceOf = async (
  tx: Executor,
  register: Register,
  change: RegisterChange,
  scope: Scope,
): Promise<DomainError | null> => {
  const [entry, region] = [
    await findEntry(tx, register.id, change.entry),
    await regionOf(tx, change.owner),
  ]
  const [apart] = Object.values(await namesakeFaults(tx, register, change))
  try {
    judgeVersion(change.seen, entry, 'confirmation')
    judgeOwner(scope, change, region)
  } catch (error) {
    if (error instanceof DomainError) return error
    throw error
  }
  return apart ? new DomainError('not-possible-now', [apart]) : null
}
