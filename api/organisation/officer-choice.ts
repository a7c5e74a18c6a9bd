// Whom of the authorities may an act name, and what does the case keep of whoever is named?
import { type Choice, readColleagues } from '../../db/organisation/directory-reads.ts'
import { type Reader, withScope } from '../../db/scope.ts'
import { DomainError } from '../../domain/language/errors.ts'
import { type Text, text } from '../../domain/language/words.ts'
import type { CaseRecord } from '../../domain/model/record.ts'
import type { OfficerChoice } from '../../domain/model/register-definition.ts'
import type { Scope } from '../../domain/organisation/policy.ts'
import { groupsFor } from '../../domain/tasks/tasks.ts'
import type { Instant } from '../../domain/time/instant.ts'
import type { Deps } from '../http/deps.ts'

type Named = { choice: OfficerChoice; record: CaseRecord; at: Instant }

/** Who holds one of its posts now, and may be named in this case. */
export const officersFor = async (tx: Reader, { choice, record, at }: Named): Promise<Choice[]> => {
  const found = await readColleagues(tx, groupsFor(choice.posts, record), '', at)
  return found.filter(({ id }) => choice.fits(record, id) === true)
}

type ChoiceInput = Named & { scope: Scope; data: Record<string, unknown> }

/** What was sent, with the name of the officer and who he is; whoever holds none of the posts, or may not, is refused at the field. */
export const withOfficer = async (
  { connection }: Pick<Deps, 'connection'>,
  { choice, record, scope, data, at }: ChoiceInput,
): Promise<Record<string, unknown>> => {
  const { field, id } = choice
  const { [id]: _, ...sent } = data
  const person = sent[field]
  // Anything else its form refuses.
  if (typeof person !== 'string') return sent
  const held = await withScope(connection.pool, scope, (tx) =>
    readColleagues(tx, groupsFor(choice.posts, record), '', at),
  )
  const found = held.find((one) => one.id === person)
  const verdict = found ? choice.fits(record, found.id) : notInPost
  if (!found || verdict !== true) throw refusedAt(field, verdict === true ? notInPost : verdict)
  return { ...sent, [field]: found.name, [id]: found.id }
}

const notInPost = text('请从可以担任的人员中选择', 'Choose one of those whose post it is')

const refusedAt = (field: string, words: Text): DomainError =>
  new DomainError('invalid-input', [words], { fields: { [field]: words } })
