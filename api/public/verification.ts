// Did an office issue this document, is it in force, and is each byte of it as it was issued?
import { Hono } from 'hono'
import { describeRoute } from 'hono-openapi'
import * as v from 'valibot'
import { shortText } from '../../contract/parts/date-inputs.ts'
import { comparisonBody } from '../../contract/public/public.ts'
import { findByCode } from '../../db/cases/documents-reads.ts'
import { readLicence } from '../../db/licences/licences-reads.ts'
import {
  type Comparison,
  plainCode,
  type VerifiedDocument,
  type VerifiedLicence,
} from '../../domain/documents/verification.ts'
import { DomainError } from '../../domain/language/errors.ts'
import { text } from '../../domain/language/words.ts'
import { standingWords } from '../../domain/registers/licences/entry.ts'
import { civilDate } from '../../domain/time/instant.ts'
import type { ApiEnv, Deps } from '../http/deps.ts'
import { checked } from '../http/input.ts'
import { brake, brakes, evenly } from '../http/strangers.ts'

const leastMs = 100
const noSuch = text(
  '没有这份文书，或者核验码不正确',
  'There is no such document, or the code is not right',
)

const codeQuery = v.object({ code: shortText })

export const createVerification = (deps: Deps) =>
  new Hono<ApiEnv>()
    .get(
      '/:code',
      describeRoute({
        tags: ['public'],
        security: [],
        summary:
          'The document that bears a code: number, title, office, day, state; of a licence its holder and term, too',
      }),
      brake(deps, brakes.verify),
      checked('param', codeQuery),
      async (c) => {
        const { licence, ...found } = await evenly(leastMs, withLicence(deps, c.req.param('code')))
        const { code, title, number, state, content, endedAt } = found
        const { office, day } = content
        return c.json<VerifiedDocument>({
          code,
          title,
          number,
          office,
          day,
          state: state as VerifiedDocument['state'],
          endedAt,
          licence,
        })
      },
    )
    .post(
      '/:code',
      describeRoute({
        tags: ['public'],
        security: [],
        summary: 'Whether a file with this SHA-256 is that document, byte by byte',
      }),
      brake(deps, brakes.verify),
      checked('param', codeQuery),
      checked('json', comparisonBody),
      async (c) => {
        const found = await evenly(leastMs, bearing(deps, c.req.param('code')))
        return c.json<Comparison>({ same: c.req.valid('json').sha256 === found.sha256 })
      },
    )

const withLicence = async (deps: Deps, typed: string) => {
  const found = await bearing(deps, typed)
  return { ...found, licence: await licenceOf(deps, found) }
}

/** How the licence stands that a document is the paper of; null where it is none. */
const licenceOf = async (
  deps: Deps,
  { caseId, kind }: { caseId: string; kind: string },
): Promise<VerifiedLicence | null> => {
  const named = Object.values(deps.processes).some(({ register }) =>
    register?.documents.includes(kind),
  )
  const hit = named ? await readLicence(deps.connection.db, caseId) : null
  if (!hit || !deps.processes[hit.process]?.register?.documents.includes(kind)) return null
  const today = civilDate(await deps.clock.now())
  const { holder, validFrom, validUntil, since } = hit
  const runs =
    (validFrom === null || validFrom <= today) && (validUntil === null || validUntil >= today)
  return {
    holder,
    validFrom,
    validUntil,
    words: standingWords(hit, today),
    inForce: hit.standing === 'in-force' && runs,
    since,
  }
}

/** A code that cannot be one and a code that nobody has get the same answer; a document still being made is not there yet. */
const bearing = async (deps: Deps, typed: string) => {
  const code = plainCode(typed)
  const found = code === null ? null : await findByCode(deps.connection.db, code)
  if (!found || found.state === 'issuing') throw new DomainError('not-found', [noSuch])
  return found
}
