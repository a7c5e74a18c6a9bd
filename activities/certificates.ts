// Which administrators are told in the morning that a link will break, because its certificate ends?
import type { Executor } from '../db/client.ts'
import { type DailyMail, keepMails, lastPrints, readersOf } from '../db/daily/daily.ts'
import { readLinkCertificates } from '../db/devices/feed-status-reads.ts'
import { certificateMail, endingOf, printOfEnding } from '../domain/duty/certificates.ts'
import { type Instant, instant } from '../domain/time/instant.ts'
import type { Morning } from '../domain/time/mornings.ts'

/** Thirty days before, seven days before, when it has ended, and once that all is well. */
export const checkCertificates = async (
  tx: Executor,
  { newest: { day }, now }: { newest: Morning; now: Instant },
): Promise<void> => {
  // Certificates end by the machine's clock, whatever the legal one says.
  const real = instant(Date.now())
  const ending = endingOf(await readLinkCertificates(tx), real)
  const told = await lastPrints(tx, 'certificate')
  const mails = (await readersOf(tx, ['administrator'], now)).flatMap(
    ({ id: person, regions }): DailyMail[] => {
      const own = ending.filter(({ region }) => (regions as string[]).includes(region))
      const print = printOfEnding(own, real)
      if (print === (told.get(person) ?? printOfEnding([], real))) return []
      const about = {
        id: `certificate/${person}/${day}`,
        kind: 'certificate' as const,
        person,
        day,
        at: now,
      }
      return [
        { ...about, ...certificateMail(own, real, day), content: null, print, sent: 'pending' },
      ]
    },
  )
  await keepMails(tx, mails)
}
