// Which posts have come to stand empty by themselves, and which administrators are told so in the morning?
import type { Executor } from '../db/client.ts'
import { type DailyMail, keepMails, lastPrints, readersOf } from '../db/daily/daily.ts'
import { processesWithCases } from '../db/statistics/flow-reads.ts'
import { closeFilled, openVacancies, readEmptyPosts, readVacancies } from '../db/tasks/vacancies.ts'
import { printOfVacancies, vacancyMail } from '../domain/organisation/vacancies.ts'
import type { Instant } from '../domain/time/instant.ts'
import type { Morning } from '../domain/time/mornings.ts'
import { dutiesOf } from '../domain/views/post-duties.ts'
import type { ActivityDeps } from './deps.ts'

type MorningRun = { newest: Morning; now: Instant }

/** An appointment that has run out, an account that was taken away elsewhere: found here, and told until the post is filled. */
export const checkVacancies = async (
  deps: Pick<ActivityDeps, 'processFor'>,
  tx: Executor,
  { newest, now }: MorningRun,
): Promise<void> => {
  const processes = (await processesWithCases(tx)).map((id) => deps.processFor(id, null))
  const needed = (await readEmptyPosts(tx, now)).filter(
    ({ group, stuck }) => stuck || processes.some((process) => dutiesOf(process, group).length > 0),
  )
  await closeFilled(tx, now)
  await openVacancies(
    tx,
    needed.map(({ group }) => group),
    { cause: 'check', at: now },
  )
  await notifyAdministrators(tx, newest.day, now)
}

/** A changed list at once, the same again after a week, and once that all is well. */
const notifyAdministrators = async (tx: Executor, day: string, now: Instant): Promise<void> => {
  const printsBefore = await lastPrints(tx, 'vacancy')
  const mails: DailyMail[] = []
  for (const { id: person, regions } of await readersOf(tx, ['administrator'], now)) {
    const found = await readVacancies(tx, regions)
    const groups = found.map(({ group }) => group)
    const print = printOfVacancies(groups, day)
    if (print === (printsBefore.get(person) ?? printOfVacancies([], day))) continue
    const about = { id: `vacancy/${person}/${day}`, kind: 'vacancy' as const, person, day, at: now }
    mails.push({ ...about, ...vacancyMail(found, day), content: null, print, sent: 'pending' })
  }
  await keepMails(tx, mails)
}
