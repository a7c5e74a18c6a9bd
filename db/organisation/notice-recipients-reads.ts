// Who was notified of a level, on which channel, and did it arrive? Whom was it called to, and who answered?
import { sql } from 'drizzle-orm'
import {
  type CallChannel,
  type CallFact,
  hasReached,
  standingOf,
} from '../../domain/calls/channels.ts'
import type { OnBehalfOf } from '../../domain/organisation/actor.ts'
import { nameOnBehalf } from '../../domain/organisation/own-posts.ts'
import type { Recipient } from '../../domain/views/case-views.ts'
import type { Reader } from '../scope.ts'

export type NoticeRecipient = Recipient & {
  obligation: string | null
  escalationLevel: string | null
}

type Row = Pick<NoticeRecipient, 'obligation' | 'escalationLevel' | 'name' | 'at' | 'delivered'> & {
  onBehalfOf: OnBehalfOf[] | null
  how: 'inbox' | 'mail' | CallChannel
  /** Of a call; null: of a delivery. */
  facts: CallFact[] | null
}

/** The last outcome per notice and channel of a case's levels, and every call with the moment of its answer or else of its beginning. */
export const readNoticeRecipients = async (
  tx: Reader,
  caseId: string,
): Promise<NoticeRecipient[]> => {
  const { rows } = await tx.execute<Row>(sql`
    SELECT n.obligation, n.escalation_level AS "escalationLevel", p.name, n.on_behalf_of AS "onBehalfOf", r.*
    FROM notices n JOIN persons p ON p.id = n.person CROSS JOIN LATERAL (
      (SELECT DISTINCT ON (d.channel) d.channel AS how, d.at, d.ok AS delivered, NULL::text[] AS facts
        FROM deliveries d WHERE d.notice_id = n.id ORDER BY d.channel, d.seq DESC)
      UNION ALL
      (SELECT c.channel, coalesce(min(f.at) FILTER (WHERE f.fact = 'answered'), c.at), false,
          coalesce(array_agg(f.fact ORDER BY f.seq) FILTER (WHERE f.fact IS NOT NULL), '{}')
        FROM calls c LEFT JOIN call_receipts f ON f.call_id = c.id WHERE c.notice_id = n.id GROUP BY c.id)
    ) r
    WHERE n.case_id = ${caseId} AND n.escalation_level IS NOT NULL
    ORDER BY n.id, r.facts IS NOT NULL, r.at, r.how`)
  return rows.map(({ onBehalfOf, name, facts, at, ...recipient }) => ({
    ...recipient,
    at: new Date(at).toISOString(),
    name: bothNames(name, onBehalfOf),
    ...(facts === null ? {} : callOf(facts)),
  }))
}

const callOf = (facts: CallFact[]): Pick<Recipient, 'delivered' | 'call'> => {
  const call = standingOf(facts)
  return { call, delivered: hasReached(call) }
}

/** 李四（代 张三）: who was told as a substitute is named with the absent one. */
const bothNames = (name: string, absent: OnBehalfOf[] | null): string =>
  absent
    ? nameOnBehalf({ name, onBehalfOf: { name: absent.map((one) => one.name).join('、') } })
    : name
