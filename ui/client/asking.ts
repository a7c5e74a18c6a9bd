// How is a route of the contract asked, so that path, query, body and answer cannot differ from it?
import type { AnswerOf, BodyOf, QueryOf, RouteKey } from '../../contract/contract.ts'
import { request } from './client.ts'

type NameIn<Route extends string> = Route extends `${string}{${infer Name}}${infer Rest}` ? Name | NameIn<Rest> : never

/** Numbers are written out, and what is empty is left out. */
type Written<Query> = { [Name in keyof Query]: Query[Name] | (string extends Query[Name] ? number : never) | null | '' }

type Place<Key extends RouteKey> = ([NameIn<Key>] extends [never] ? { path?: never } : { path: Record<NameIn<Key>, string | number> }) &
  ([QueryOf<Key>] extends [never] ? { query?: never } : { query?: Written<QueryOf<Key>> })

/** `key`: of idempotency; the same sent again under it is one request. `ifMatch`: the revision that was seen. */
type Sent<Key extends RouteKey> = Place<Key> &
  ([BodyOf<Key>] extends [never] ? { body?: never } : { body: BodyOf<Key> }) & { key?: string; ifMatch?: number; signal?: AbortSignal }

/** What must be given is not to be forgotten, and what need not be is not asked for. */
type Argument<Given> = Record<never, never> extends Given ? [given?: Given] : [given: Given]

type Loose = {
  path?: Record<string, string | number>
  query?: Record<string, unknown>
  body?: unknown
  key?: string
  ifMatch?: number
  signal?: AbortSignal
}

const split = (route: string): [method: string, path: string] => {
  const space = route.indexOf(' ')
  return [route.slice(0, space), route.slice(space + 1)]
}

const written = (route: string, { path = {}, query = {} }: Loose): string => {
  const search = new URLSearchParams()
  for (const [name, value] of Object.entries(query)) if ((value ?? '') !== '') search.set(name, String(value))
  const address = split(route)[1].replace(/\{(\w+)\}/g, (_, name: string) => encodeURIComponent(String(path[name])))
  return search.size > 0 ? `${address}?${search}` : address
}

/** The address of a route, for a link or for whatever does not ask by itself. */
export const addressOf = <Key extends RouteKey>(route: Key, ...[given]: Argument<Place<Key>>): string => written(route, given ?? {})

/** Asks one route of the contract; a refusal is thrown. */
export const ask = <Key extends RouteKey>(route: Key, ...[given]: Argument<Sent<Key>>): Promise<AnswerOf<Key>> => {
  const sent: Loose = given ?? {}
  const headers = {
    ...(sent.key === undefined ? {} : { 'idempotency-key': sent.key }),
    ...(sent.ifMatch === undefined ? {} : { 'if-match': `"${sent.ifMatch}"` }),
  }
  return request<AnswerOf<Key>>(split(route)[0], written(route, sent), sent.body, headers, sent.signal ?? null)
}
