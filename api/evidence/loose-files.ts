// May this account have another file that nothing has taken up yet?
import type { Executor } from '../../db/client.ts'
import { weighLoose } from '../../db/files/loose.ts'
import { looseFault, type OpenFiles } from '../../domain/evidence/loose.ts'
import { DomainError } from '../../domain/language/errors.ts'

/** Throws `upload-quota` where the account has too much open; `coming`: what else of it is on its way. */
export const refuseTooManyLoose = async (
  tx: Executor,
  account: string,
  size: number,
  coming: OpenFiles = { files: 0, bytes: 0 },
): Promise<void> => {
  const { files, bytes } = await weighLoose(tx, account)
  const open = { files: files + coming.files, bytes: bytes + coming.bytes }
  const fault = looseFault(open, size)
  if (fault) throw new DomainError('upload-quota', [fault])
}
