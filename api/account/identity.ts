// How do accounts and the letters about them come together?
import type { Logger } from 'pino'
import type { Database } from '../../db/client.ts'
import { readAddressee } from '../../db/organisation/enrolment.ts'
import { type AccountSettings, type Accounts, createAccounts } from '../http/accounts.ts'
import { createLetters, type Letters, type SendMail } from '../http/letters.ts'

export const createIdentity = (
  db: Database,
  settings: Omit<AccountSettings, 'passwordSet'>,
  send: SendMail,
  log: Pick<Logger, 'error'>,
): { accounts: Accounts; letters: Letters } => {
  const letters = createLetters(send, settings.publicUrl, log)
  const passwordSet = (person: string) =>
    void readAddressee(db, person).then(letters.passwordSet, (error: Error) =>
      log.error({ kind: error.name }, 'a letter could not be written'),
    )
  return { accounts: createAccounts(db, { ...settings, passwordSet }), letters }
}
