// Which requests read and do nothing, and which of them go ahead of the others?
import type { MiddlewareHandler } from 'hono'
import { readInTurn } from '../../db/turns.ts'
import type { ApiEnv } from './deps.ts'

/** A short one, by which people learn that they have something to do. */
const ahead = new Set(['/api/inbox'])

/**
 * An act holds its case while it goes back and forth to the database, and whoever acts on the same case waits for it: between a dozen
 * readings under way it would be held ten times as long. A reading that waits holds nothing.
 */
export const readingsInTurn: MiddlewareHandler<ApiEnv> = (c, next) =>
  c.req.method === 'GET' ? readInTurn(ahead.has(c.req.path) ? 'ahead' : 'behind', next) : next()
