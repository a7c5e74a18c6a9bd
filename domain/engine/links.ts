// Which other cases did something here give cause for or act on, have they begun, and what became of the act?
import { sha256 } from '../identity/commands.ts'
import { type Text, text } from '../language/words.ts'
import { isExercise } from '../model/exercises/exercise.ts'
import type { Link, LinkedAct, LinkOutcome } from '../model/link.ts'
import type { LinkDefinition } from '../model/link-definition.ts'
import type { ActEffect, CaseRecord } from '../model/record.ts'
import { dayBegins, type Instant } from '../time/instant.ts'

/** An act with the case it falls on: the one behind a licence, or one that is known. */
export type DirectedAct = LinkedAct & ({ licence: string; to?: never } | { to: string })

/** The cases of a process that this one has opened. */
export const openedBy = ({ links = [] }: CaseRecord, process: string): string[] =>
  links.flatMap((one) => (one.process === process && one.to === undefined ? [one.id] : []))

/**
 * The links of a case after one more cause. The id of the case to come is drawn from this case and the fact,
 * so that it begins once whoever asks again; until its process runs, the link waits.
 */
export const linksAfter = (
  record: CaseRecord,
  fact: { type: string; at: Instant; seq: number; data: Record<string, unknown> },
  cause: LinkDefinition,
): Link[] => [
  ...(record.links ?? []),
  {
    process: cause.process,
    id: linkedId(record.id, fact.seq),
    fact: fact.seq,
    at: fact.at,
    event: fact.type,
    status: 'waiting',
    ...(isExercise(record) ? { drill: true as const } : {}),
    ...(cause.unopened ? { unopened: cause.unopened(record, fact.data) } : {}),
  },
]

/** An act of the `nth` send of an event on another case, as the link that keeps its outcome and the effect that carries it out. */
export const linkedActOf = (
  record: CaseRecord,
  fact: { type: string; at: Instant; seq: number },
  process: string,
  act: DirectedAct,
  nth = 0,
): { link: Link; effect: ActEffect } => {
  const { type, data, from, whileOpen = false } = act
  const known = act.to === undefined ? [] : [act.to]
  const cause = ['act', fact.seq, ...(nth === 0 ? [] : [nth]), ...known]
  const id = linkedId(record.id, cause.join(':'))
  const notBefore = from && dayBegins(from) > fact.at ? dayBegins(from) : fact.at
  return {
    link: {
      process,
      id,
      fact: fact.seq,
      at: fact.at,
      event: fact.type,
      status: 'waiting',
      to: act.to ?? null,
      ...(act.to === undefined ? { licence: act.licence } : {}),
      ...(nth === 0 ? {} : { nth }),
    },
    effect: {
      kind: 'act',
      about: fact.type,
      link: id,
      process,
      ...(act.to === undefined ? { licence: act.licence, owner: record.owner } : { to: act.to }),
      type,
      data,
      whileOpen,
      notBefore,
    },
  }
}

/** What has been answered to an act: where it was done or refused, and why. */
export type LinkAnswer = {
  link: string
  to: string | null
  outcome: LinkOutcome
  reasons: readonly Text[]
}

/** The links after an act has been answered; the same answer again changes nothing. */
export const linksAnswered = (
  record: CaseRecord,
  { link, to, outcome, reasons }: LinkAnswer,
): Link[] =>
  (record.links ?? []).map((one) =>
    one.id === link
      ? {
          ...one,
          ...(one.to === undefined ? {} : { to }),
          status: outcome,
          ...(reasons.length > 0 ? { reasons: [...reasons] } : {}),
        }
      : one,
  )

const ofOpening = {
  started: text('关联案件已立案', 'The linked case was opened'),
  'not-opened': text('关联案件未能立案', 'The linked case could not be opened'),
}

const ofLicence: Record<LinkOutcome, Text> = {
  ...ofOpening,
  done: text('原许可证案件已同步办理', 'The case of the licence held has followed'),
  closed: text('原许可证案件已经办结', 'The case of the licence held was closed already'),
  refused: text(
    '原许可证案件当前环节不能办理',
    'The case of the licence held could not follow at its present step',
  ),
  missing: text(
    '登记簿中没有该企业的这个许可证',
    'The register has no such licence of this holder',
  ),
}

const ofCase: Record<LinkOutcome, Text> = {
  ...ofOpening,
  done: text('关联案件已同步办理', 'The linked case has followed'),
  closed: text('关联案件已经办结', 'The linked case was closed already'),
  refused: text('关联案件当前环节不能办理', 'The linked case could not follow at its present step'),
  missing: text('关联案件未立案', 'The linked case was not opened'),
}

/** How the record tells what became of an act on another case, or on that of a licence. */
export const linkOutcomeWords = (outcome: LinkOutcome, onLicence: boolean): Text =>
  (onLicence ? ofLicence : ofCase)[outcome]

export const isOutcome = (value: unknown): value is LinkOutcome =>
  typeof value === 'string' && Object.hasOwn(ofCase, value)

/** RFC 9562 version 8: a UUID made of a hash, the same for the same cause. */
const linkedId = (caseId: string, fact: number | string): string => {
  const hash = sha256(`link:${caseId}:${fact}`)
  return [
    hash.slice(0, 8),
    hash.slice(8, 12),
    `8${hash.slice(13, 16)}`,
    `8${hash.slice(17, 20)}`,
    hash.slice(20, 32),
  ].join('-')
}
