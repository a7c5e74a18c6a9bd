// Is a paper served lawfully: on which day may it be (民诉法 95), and what stands behind it?
import { limitFor } from '../engine/clocks/limit.ts'
import { text } from '../language/words.ts'
import { announcementServiceRule } from '../law/announcement.ts'
import { onGround } from '../law/rules/norms.ts'
import { stringIn } from '../model/event-reading.ts'
import { isCivilDate } from '../model/fields.ts'
import type { CaseEvent, EventDefinition, Verdict } from '../model/process.ts'
import type { Day } from '../time/days.ts'
import { civilDate } from '../time/instant.ts'
import { provenLawfully } from './service-proof.ts'

type Service = Pick<CaseEvent, 'data' | 'at' | 'calendars' | 'rules' | 'region'>

const notBefore = (day: Day, made: Day | null, zh: string, en: string): Verdict =>
  made === null || day >= made || text(`${zh}不得早于文书日期${made}`, `${en} before ${made}`)

const isAnnounced = ({ data }: Pick<Service, 'data'>): boolean => data.method === 'announcement'

const limitOf = (event: Omit<Service, 'at'>) => {
  const announcedOn = stringIn(event, 'announcedOn')
  return isCivilDate(announcedOn) ? limitFor(event, announcementServiceRule, announcedOn) : null
}

/** The day on which a paper counts as served: by public notice that on which the days of its law have passed, and no other that somebody prefers; null: it says none. */
export const servedDay = (event: Omit<Service, 'at'>): Day | null => {
  if (isAnnounced(event)) return limitOf(event)?.due ?? null
  const servedOn = stringIn(event, 'servedOn')
  return isCivilDate(servedOn) ? servedOn : null
}

/** What the product states of a service by public notice, whatever was sent: the day that follows from the notice. */
export const servedStated: NonNullable<EventDefinition['states']> = (_, event) => {
  const servedOn = isAnnounced(event) ? servedDay(event) : null
  return servedOn === null ? {} : { servedOn }
}

/** Announced after it was made, and written down once the days of its law are over. */
const announced = (event: Service, made: Day | null): Verdict => {
  const announcedOn = stringIn(event, 'announcedOn')
  const limit = limitOf(event)
  if (announcedOn === null || limit === null)
    return text('公告送达须填写公告日期', 'Service by public notice has the day of the notice')
  const lawful = notBefore(announcedOn, made, '公告日期', 'It may not be announced')
  if (lawful !== true) return lawful
  const { n, articleText } = limit.rule
  return (
    limit.due <= civilDate(event.at) ||
    text(
      `公告送达自发出公告之日起经过${n}日视为送达，送达日期为${limit.due}，届时登记${onGround(articleText).zh}`,
      `By public notice it counts as served once ${n} days have passed, on ${limit.due}: it is written down then${onGround(articleText).en}`,
    )
  )
}

/** Not before the paper was made, nor in the future; by public notice on the day of its law; proven where nobody has signed for it. What names no day yet is not judged. `agreed`: to electronic service, before. */
export const servedLawfully = (event: Service, made: Day | null, agreed = false): Verdict => {
  const day = dayLawful(event, made)
  return day === true ? provenLawfully(event, agreed) : day
}

const dayLawful = (event: Service, made: Day | null): Verdict => {
  if (isAnnounced(event)) return announced(event, made)
  const servedOn = stringIn(event, 'servedOn')
  if (servedOn === null) return true
  if (!isCivilDate(servedOn))
    return text('送达日期不是有效日期', 'The date of service is not a date')
  if (servedOn > civilDate(event.at))
    return text('送达日期不得晚于今日', 'The date of service may not lie in the future')
  return notBefore(servedOn, made, '送达日期', 'It may not be served')
}
