// Which administrators are notified in the morning that kept files are missing or altered?
import type { Executor } from '../../db/client.ts'
import { type DailyMail, keepMails, lastPrints, readersOf } from '../../db/daily/daily.ts'
import { readLostFiles } from '../../db/files/kept-bytes.ts'
import { lostFilesMail, printOfLost } from '../../domain/evidence/kept-bytes.ts'
import type { Instant } from '../../domain/time/instant.ts'
import type { Morning } from '../../domain/time/mornings.ts'

/** More than that is a store that is lost as a whole. */
const most = 1_000

/** When it is found, when what is found changes, and once that all is well; files of no case concern every administrator. */
export const tellLostFiles = async (
  tx: Executor,
  { newest: { day }, now }: { newest: Morning; now: Instant },
): Promise<void> => {
  const lost = await readLostFiles(tx, most)
  const printsBefore = await lastPrints(tx, 'files')
  const mails = (await readersOf(tx, ['administrator'], now)).flatMap(
    ({ id: person, regions }): DailyMail[] => {
      const own = lost.filter(
        ({ region }) => region === null || (regions as string[]).includes(region),
      )
      const print = printOfLost(own)
      if (print === (printsBefore.get(person) ?? printOfLost([]))) return []
      const about = { id: `files/${person}/${day}`, kind: 'files' as const, person, day, at: now }
      return [{ ...about, ...lostFilesMail(own, day), content: null, print, sent: 'pending' }]
    },
  )
  await keepMails(tx, mails)
}
