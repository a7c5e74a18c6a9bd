// Which enterprise of the register does a form name, and may this reader name it?
import { type EnterpriseRow, readEnterprise } from '../../db/organisation/directory-reads.ts'
import { withScope } from '../../db/scope.ts'
import { DomainError } from '../../domain/language/errors.ts'
import { text } from '../../domain/language/words.ts'
import type { Scope } from '../../domain/organisation/policy.ts'
import type { Deps } from '../http/deps.ts'

/** By id or credit code, within `reach`; what the register does not know is refused beside the field. */
export const registered = async (
  { connection }: Pick<Deps, 'connection'>,
  scope: Scope,
  key: unknown,
  reach = scope,
): Promise<EnterpriseRow> => {
  const found =
    typeof key === 'string'
      ? await withScope(connection.pool, scope, (tx) => readEnterprise(tx, reach, key))
      : null
  if (found) return found
  const unknown = text(
    '企业名录中没有这家企业，或不在您的辖区',
    'The register has no such enterprise, or it is not in your area',
  )
  throw new DomainError('invalid-input', [unknown], { fields: { enterprise: unknown } })
}
