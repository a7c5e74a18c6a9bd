// Does an act number a licence as that of another holder is numbered already?
import { hold } from '../../db/alone.ts'
import type { Executor } from '../../db/client.ts'
import { isHeldByOther } from '../../db/licences/licences.ts'
import { numberField } from '../../domain/documents/compose.ts'
import { DomainError } from '../../domain/language/errors.ts'
import type { ProcessDefinition } from '../../domain/model/process.ts'
import type { CaseRecord } from '../../domain/model/record.ts'
import { heldByOther } from '../../domain/registers/licences/entry.ts'

type Deciding = { tx: Executor; process: ProcessDefinition }

/** A number that is brought is kept as it is, so long as nobody else holds a licence under it; one number is judged after the other. Throws `invalid-input` beside its field. */
export const refuseOthersNumber = async (
  { tx, process }: Deciding,
  { owner }: Pick<CaseRecord, 'owner'>,
  { type, body }: { type: string; body: Record<string, unknown> },
): Promise<void> => {
  const field = (process.register ? (process.documents ?? []) : [])
    .filter(({ on }) => on.includes(type))
    .map(numberField)
    .find((name) => name === 'licenceNumber')
  const licence = field && body[field]
  if (!field || typeof licence !== 'string' || licence === '') return
  await hold(tx, `${process.id} numbered ${licence}`)
  if (await isHeldByOther(tx, { process: process.id, licence, owner }))
    throw new DomainError('invalid-input', [heldByOther], {
      field,
      fields: { [field]: heldByOther },
    })
}
