// In which shape does a person's own signature answer?
import * as v from 'valibot'
import { type SignatureVersion, type SignatureView, signatureWays } from '../../domain/signature/views.ts'

const count = v.pipe(v.number(), v.integer())
const word = v.nullable(v.string())

export const signatureVersion = v.strictObject({
  ...{ version: count, sha256: word, url: word, width: v.nullable(count), height: v.nullable(count) },
  ...{ way: v.picklist([...signatureWays, 'withdrawn']), at: v.pipe(v.string(), v.isoTimestamp()) },
}) satisfies v.GenericSchema<unknown, SignatureVersion>

export const signature = v.strictObject({
  current: v.nullable(signatureVersion),
  versions: v.array(signatureVersion),
}) satisfies v.GenericSchema<unknown, SignatureView>
