// How is a recording played piece by piece, and who is on record for having played it?
import { Readable } from 'node:stream'
import type { Context } from 'hono'
import type { Upload } from '../../db/files/uploads.ts'
import { recordExport } from '../../db/search/exports.ts'
import { derivedId } from '../../domain/identity/commands.ts'
import { DomainError } from '../../domain/language/errors.ts'
import { text } from '../../domain/language/words.ts'
import { hasCopy, ofCopy } from '../http/browser-copy.ts'
import { authorOf } from '../http/command.ts'
import type { ApiEnv, Deps } from '../http/deps.ts'
import { isPieceAsked, pieceOf } from '../http/piece.ts'
import type { KeptBytes } from './kept-bytes.ts'

/** A player that is opened by itself plays the file and does nothing else. */
const policy = "default-src 'none'; media-src 'self'; sandbox"

const removed = text(
  '保存期限已满，音像内容已清理，仅保留登记信息',
  'Its period has ended: the bytes are gone, what was written down of it stays',
)

/** The caller has decided that the reader may have it. */
export const sendMedia = async (
  deps: Deps,
  c: Context<ApiEnv>,
  kept: KeptBytes,
  file: Upload,
): Promise<Response> => {
  const { sha256, size, type, name } = file
  if (file.recording?.removed) throw new DomainError('not-found', [removed])
  const asFile = c.req.query('download') !== undefined
  const piece = pieceOf(c.req.header('range'), size, c.req.header('if-range'), sha256)
  if (piece === null) {
    c.header('content-range', `bytes */${size}`)
    return c.body(null, 416)
  }
  await noteLook(deps, c, file, asFile ? 'download' : 'play')
  if (hasCopy(c, sha256)) return c.body(null, 304, ofCopy(sha256))
  const stream = await kept.read(file, piece)
  const length = piece.to - piece.from + 1
  const partial = isPieceAsked(c.req.header('range'), c.req.header('if-range'), sha256)
  return c.body(Readable.toWeb(stream) as ReadableStream, partial ? 206 : 200, {
    'content-type': type,
    'content-length': String(length),
    ...(partial ? { 'content-range': `bytes ${piece.from}-${piece.to}/${size}` } : {}),
    'accept-ranges': 'bytes',
    'content-disposition': `${asFile ? 'attachment' : 'inline'}; filename*=UTF-8''${encodeURIComponent(name)}`,
    'content-security-policy': policy,
    ...ofCopy(sha256),
  })
}

/** Of a recording of enforcement: once an hour for each who plays it or takes it along, however many pieces his player asks for. */
const noteLook = async (
  deps: Deps,
  c: Context<ApiEnv>,
  { id, caseId, recording }: Upload,
  format: 'play' | 'download',
): Promise<void> => {
  if (!recording) return
  const { at } = c.var
  const person = authorOf(c.var.actor).id
  await recordExport(deps.connection.db, {
    exportId: derivedId('recording', person, id, format, at.slice(0, 13)),
    event: 'begun',
    person,
    list: 'recording',
    format,
    query: { case: caseId, file: id },
    rows: 1,
    at,
  })
}
