// What keeps a fact's hash from giving its confidential answers away?
import { randomBytes } from 'node:crypto'
import { holdsSecret } from '../domain/model/confidential.ts'
import type { Draft } from '../domain/model/draft.ts'
import type { ProcessDefinition } from '../domain/model/process.ts'

/**
 * A telephone number has so few digits that whoever reads the rest of a fact and its hash could try them all.
 * Facts that hold something confidential are therefore hashed with 128 random bits, which are kept beside it and shown to nobody.
 */
export const salted = (process: ProcessDefinition, draft: Draft): Draft => {
  if (!draft.facts.some(({ type, data }) => holdsSecret(process, type, data))) return draft
  const facts = draft.facts.map((fact) =>
    holdsSecret(process, fact.type, fact.data)
      ? { ...fact, data: { ...fact.data, salt: randomBytes(16).toString('hex') } }
      : fact,
  )
  return { ...draft, facts }
}
