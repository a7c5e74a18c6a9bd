// How does a person bring his handwritten signature, and who may see it under an act?
import { createHash } from 'node:crypto'
import { type Context, Hono } from 'hono'
import { describeRoute } from 'hono-openapi'
import * as v from 'valibot'
import type { SignatureVersion, SignatureView } from '../../contract/writing/signature.ts'
import { signatureBody } from '../../contract/writing/signature.ts'
import {
  isBorneIn,
  type KeptSignature,
  keepSignature,
  picturesOf,
  readSignatures,
} from '../../db/cases/signatures.ts'
import { withScope } from '../../db/scope.ts'
import { DomainError } from '../../domain/language/errors.ts'
import { text } from '../../domain/language/words.ts'
import type { Person } from '../../domain/organisation/actor.ts'
import { isStaff } from '../../domain/organisation/policy.ts'
import { signaturePicture } from '../../domain/signature/picture.ts'
import { hasCopy, ofCopy } from '../http/browser-copy.ts'
import { requestOf } from '../http/command.ts'
import type { ApiEnv, Deps } from '../http/deps.ts'
import { checked } from '../http/input.ts'
import { caseIn } from '../reading/case-reading.ts'

/** Versions of one person: whoever changes it more often has another difficulty. */
const mostVersions = 200

const hash = v.object({ sha256: v.pipe(v.string(), v.regex(/^[0-9a-f]{64}$/)) })
type C = Context<ApiEnv>

export const createSignatureRoutes = (deps: Deps) =>
  new Hono<ApiEnv>()
    .get(
      '/',
      describeRoute({ tags: ['signature'], summary: 'One’s own signature and what it was before' }),
      async (c) => c.json(await own(deps, c)),
    )
    .post(
      '/',
      describeRoute({
        tags: ['signature'],
        summary: 'A new version of one’s signature, drawn or uploaded',
      }),
      checked('json', signatureBody),
      async (c) => c.json(await keep(deps, c, c.req.valid('json')), 201),
    )
    .delete(
      '/',
      describeRoute({ tags: ['signature'], summary: 'From now on sign with one’s typed name' }),
      async (c) => {
        await withdraw(deps, c)
        return c.body(null, 204)
      },
    )
    .get(
      '/pictures/:sha256',
      describeRoute({ tags: ['signature'], summary: 'The picture of a version of one’s own' }),
      checked('param', hash),
      async (c) => {
        const { sha256 } = c.req.valid('param')
        const { versions } = await own(deps, c)
        if (!versions.some((one) => one.sha256 === sha256)) throw new DomainError('not-found')
        return picture(deps, c, sha256)
      },
    )

/** Beside the cases: to people of the authorities who may read the case in whose record it stands, and to nobody else. */
export const createSignedRoutes = (deps: Deps) =>
  new Hono<ApiEnv>().get(
    '/:id/signatures/:sha256',
    describeRoute({ tags: ['signature'], summary: 'The handwriting under an act of the case' }),
    checked('param', v.object({ id: v.string(), ...hash.entries })),
    async (c) => {
      const { id, sha256 } = c.req.valid('param')
      if (!isStaff(c.get('actor'))) throw new DomainError('not-found')
      const borne = await withScope(deps.connection.pool, c.get('scope'), async (tx) => {
        await caseIn(tx, id)
        return isBorneIn(tx, id, sha256)
      })
      if (!borne) throw new DomainError('not-found')
      return picture(deps, c, sha256)
    },
  )

const signerOf = (c: C): Person => {
  const actor = c.get('actor')
  if (actor.kind !== 'person' || !isStaff(actor))
    throw new DomainError('not-allowed', [
      text('手写签名供监管人员使用', 'Handwritten signatures are for people of the authorities'),
    ])
  return actor
}

const own = async (deps: Deps, c: C): Promise<SignatureView> => {
  const person = signerOf(c)
  const rows = await withScope(deps.connection.pool, c.get('scope'), (tx) =>
    readSignatures(tx, person.id),
  )
  const versions = rows.map(viewOf)
  return { current: versions[0]?.sha256 ? versions[0] : null, versions }
}

const viewOf = ({ version, sha256, width, height, way, at }: KeptSignature): SignatureVersion => ({
  version,
  sha256,
  width,
  height,
  way,
  at,
  url: sha256 === null ? null : `/api/signature/pictures/${sha256}`,
})

const keep = async (
  deps: Deps,
  c: C,
  body: v.InferOutput<typeof signatureBody>,
): Promise<SignatureVersion> => {
  const person = signerOf(c)
  const made = signaturePicture(Buffer.from(body.picture, 'base64'))
  if ('fault' in made) throw new DomainError('file-unsafe', [made.fault])
  const { bytes, width, height } = made
  const sha256 = createHash('sha256').update(bytes).digest('hex')
  const request = requestOf(c, body)
  const row = {
    id: request.id,
    person: person.id,
    sha256,
    width,
    height,
    way: body.way,
    at: c.get('at'),
  }
  return viewOf(await keepOnce(deps, row, bytes))
}

/** Another one under the same key is refused, and so is one more than a person may have: else it would seem to be done. */
const keepOnce = async (
  deps: Deps,
  row: Parameters<typeof keepSignature>[1],
  bytes: Uint8Array | null,
): Promise<KeptSignature> => {
  const kept = await keepSignature(deps.connection.db, row, bytes, mostVersions)
  if (!kept)
    throw new DomainError('invalid-input', [
      text('签名更换次数过多，请联系管理员', 'Changed too often; ask an administrator'),
    ])
  if (kept.sha256 !== row.sha256) throw new DomainError('key-reused')
  return kept
}

/** Who has none any more has nothing to withdraw. */
const withdraw = async (deps: Deps, c: C): Promise<void> => {
  const { current } = await own(deps, c)
  if (!current) return
  const { id, author } = requestOf(c, null)
  const nothing = { sha256: null, width: null, height: null, way: 'withdrawn' as const }
  await keepOnce(deps, { id, person: author.id, ...nothing, at: c.get('at') }, null)
}

const picture = async (deps: Deps, c: C, sha256: string): Promise<Response> => {
  const bytes = (await picturesOf(deps.connection.db, [sha256]))[sha256]
  if (!bytes) throw new DomainError('not-found')
  if (hasCopy(c, sha256)) return c.body(null, 304, ofCopy(sha256))
  return c.body(new Uint8Array(bytes), 200, {
    'content-type': 'image/png',
    'content-length': String(bytes.length),
    'content-security-policy': "default-src 'none'; sandbox",
    ...ofCopy(sha256),
  })
}
