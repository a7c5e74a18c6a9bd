// Who was notified of a level, on which channel, and did it arrive?
import { eq, sql } from 'drizzle-orm'
import type { OnBehalfOf } from '../../domain/organisation/actor.ts'
import { nameOnBehalf } from '../../domain/organisation/own-posts.ts'
import { deliveries, notices } from '../schema/cases/cases.ts'
import { persons } from '../schema/organisation/organisation.ts'
import type { Reader } from '../scope.ts'

export type NoticeRecipient = {
  obligation: string | null
  escalationLevel: string | null
  name: string
  how: 'inbox' | 'mail'
  at: string
  delivered: boolean
}

/** The last outcome per notice and channel of a case's levels. */
export const readNoticeRecipients = async (
  tx: Reader,
  caseId: string,
): Promise<NoticeRecipient[]> => {
  const rows = await tx
    .selectDistinctOn([notices.id, deliveries.channel], {
      obligation: notices.obligation,
      escalationLevel: notices.escalationLevel,
      name: persons.name,
      onBehalfOf: notices.onBehalfOf,
      how: deliveries.channel,
      at: deliveries.at,
      delivered: deliveries.ok,
    })
    .from(notices)
    .innerJoin(deliveries, eq(deliveries.noticeId, notices.id))
    .innerJoin(persons, eq(persons.id, notices.person))
    .where(sql`${notices.caseId} = ${caseId} AND ${notices.escalationLevel} IS NOT NULL`)
    .orderBy(notices.id, deliveries.channel, sql`${deliveries.seq} DESC`)
  return rows.map(({ onBehalfOf, name, ...recipient }) => ({
    ...recipient,
    name: bothNames(name, onBehalfOf),
  }))
}

/** 李四（代 张三）: who was told as a substitute is named with the absent one. */
const bothNames = (name: string, absent: OnBehalfOf[] | null): string =>
  absent
    ? nameOnBehalf({ name, onBehalfOf: { name: absent.map((one) => one.name).join('、') } })
    : name
