// Who hears that his hand or his work is wanted at a task of others, or is not any more?

import { fill, type Text, text } from '../../language/words.ts'
import type { Command } from '../../model/command.ts'
import type { TaskRequest } from '../../model/effects.ts'
import type { ProcessDefinition } from '../../model/process.ts'
import type { AddedSigner, CaseRecord, NoticeEffect, OpenTask } from '../../model/record.ts'
import { isAssignedTo, nameOnBehalf } from '../../organisation/own-posts.ts'
import { headsInHand } from '../../tasks/case-offices.ts'
import { pendingSigners } from '../../tasks/signing.ts'
import { filledIn, sentence } from './notices.ts'

const body = text(
  '案件 {number}《{title}》的“{task}”：{what}。请登录智慧安监平台查看。',
  'Case {number} “{title}”, task “{task}”: {what}. Please sign in to the anjian platform to see it.',
)

const wanted: Record<AddedSigner['position'], Text> = {
  before: text(
    '{who}请您先签署意见（前加签）',
    '{who} asks you for your opinion first (added before)',
  ),
  parallel: text(
    '{who}请您与本岗位同时签署（并加签）',
    '{who} asks you to sign beside the task’s own people (added parallel)',
  ),
  after: text(
    '{who}请您在本岗位办理后签署（后加签）',
    '{who} asks you to sign when the task’s own people have decided (added after)',
  ),
}
const removal = text(
  '{who}已撤去对您的加签，您无需再签署',
  '{who} has removed you as a signer; your signature is no longer needed',
)
const delegation = text(
  '{who}委派您办理，办完请交回',
  '{who} has delegated it to you; hand it back when you have worked on it',
)
const delegationReturned = text(
  '{who}已交回委派，请继续办理',
  '{who} has handed it back; please go on',
)
const calledBack = text(
  '{who}已收回对您的委派，您无需再办理',
  '{who} has called it back; you need not work on it any more',
)

type Notification = {
  about: string
  to: string
  kind?: AddedSigner['kind']
  what: Text
  request?: TaskRequest
}

/** What changes hands by a desk verb is told to whom it concerns, by name or by post; nobody is told what he has done himself. */
export const requestNotices = (
  process: ProcessDefinition,
  record: CaseRecord,
  [before, now]: readonly [OpenTask, OpenTask],
  { by, occurredAt }: Pick<Command, 'by' | 'occurredAt'>,
): NoticeEffect[] => {
  const task = process.words.tasks[now.task] ?? text(now.task, now.task)
  const who = by.kind === 'person' ? nameOnBehalf({ name: by.name, onBehalfOf: by.actsFor }) : ''
  return [...signerNotifications(before, now), ...delegateNotifications(before, now, by)]
    .filter(({ to }) => by.kind !== 'person' || to !== by.id)
    .map(({ about, to, kind = 'person', what, request }) => ({
      kind: 'notice',
      about,
      escalationLevel: null,
      obligation: null,
      audience: 'internal',
      notBefore: occurredAt,
      ...(kind === 'post' ? { groups: [to] } : { groups: [], people: [to] }),
      ...(request ? { request } : {}),
      title: sentence(process.title, named(what, who), record),
      body: filledIn(body, record, { task, what: named(what, who) }),
    }))
}

const named = (what: Text, who: string): Text =>
  text(what.zh.replace('{who}', who), what.en.replace('{who}', who))

const signerNotifications = (before: OpenTask, now: OpenTask): Notification[] =>
  (now.added ?? []).flatMap(({ no, who, kind, position, removed }): Notification[] => {
    const known = before.added?.find((one) => one.no === no)
    if (!known)
      return [
        {
          about: 'add-signer',
          to: who,
          kind,
          what: wanted[position],
          request: { task: now.id, signer: no },
        },
      ]
    return removed && !known.removed
      ? [{ about: 'remove-signer', to: who, kind, what: removal }]
      : []
  })

const delegateNotifications = (
  { delegated: before }: OpenTask,
  { id, delegated: now }: OpenTask,
  by: Command['by'],
): Notification[] => {
  if (now && (now.at !== before?.at || now.to.id !== before.to.id))
    return [
      {
        about: 'delegate',
        to: now.to.id,
        what: delegation,
        request: { task: id, delegate: now.to.id },
      },
    ]
  if (!before || now) return []
  return isAssignedTo(before.to, by)
    ? [{ about: 'hand-back', to: before.from.id, what: delegationReturned, request: { task: id } }]
    : [{ about: 'hand-back', to: before.to.id, what: calledBack }]
}

/** Whether what a notice asks for is still wanted: not after a return, a withdrawal, a removal, or when it has been done. */
export const isStillRequested = (
  { openTasks }: Pick<CaseRecord, 'openTasks'>,
  { task, signer, delegate }: TaskRequest,
): boolean => {
  const found = Object.hasOwn(openTasks, task) ? openTasks[task] : undefined
  if (!found) return false
  if (signer !== undefined) return pendingSigners(found).some(({ no }) => no === signer)
  return delegate === undefined || found.delegated?.to.id === delegate
}

const correctionBody = text(
  '案件 {number}《{title}》：{what}。请登录智慧安监平台查看。',
  'Case {number} “{title}”: {what}. Please sign in to the anjian platform to see it.',
)
const correctionWords = {
  'request-correction': text(
    '{who}申请更正第{seq}号记录，请批准或者不予更正',
    '{who} asks to have record {seq} corrected: approve or refuse it',
  ),
  'approve-correction': text(
    '您申请更正的第{seq}号记录已由{who}批准更正',
    'The correction of record {seq} that you asked for was approved by {who}',
  ),
  'refuse-correction': text(
    '您申请更正的第{seq}号记录，{who}决定不予更正',
    'The correction of record {seq} that you asked for was refused by {who}',
  ),
}

/** Who is to decide on a correction hears that it was asked for, and who has asked hears what became of it: never he who has just acted, and nothing of what the record says. */
export const correctionNotice = (
  process: ProcessDefinition,
  record: CaseRecord,
  { type, by, data, occurredAt }: Pick<Command, 'type' | 'by' | 'data' | 'occurredAt'>,
  asker: string,
): NoticeEffect[] => {
  if (by.kind !== 'person') return []
  const asks = type === 'request-correction'
  const groups = asks ? headsInHand(process, record, by) : []
  const people = asks || asker === '' || asker === by.id ? [] : [asker]
  if (groups.length + people.length === 0) return []
  const who = nameOnBehalf({ name: by.name, onBehalfOf: by.actsFor })
  const words = correctionWords[type as keyof typeof correctionWords]
  const what = fill(words, { who, seq: String(data.seq) })
  return [
    {
      kind: 'notice',
      about: type,
      escalationLevel: null,
      obligation: null,
      audience: 'internal',
      notBefore: occurredAt,
      groups,
      ...(people.length > 0 ? { people } : {}),
      title: sentence(process.title, what, record),
      body: filledIn(correctionBody, record, { what }),
    },
  ]
}
