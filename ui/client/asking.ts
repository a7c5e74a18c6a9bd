// How is a route of the contract asked, so that path, query, body and answer cannot differ from it?
import type { AnswerOf, BodyOf, QueryOf, RouteKey } from '../../contract/contract.ts'
import { request, type SentParts } from './client.ts'

type NameIn<Route extends string> = Route extends `${string}{${infer Name}}${infer Rest}`
  ? Name | NameIn<Rest>
  : never

/** Numbers are written out, and what is empty is left out. */
type Written<Query> = {
  [Name in keyof Query]: Query[Name] | (string extends Query[Name] ? number : never) | null | ''
}

type Place<Key extends RouteKey> = ([NameIn<Key>] extends [never]
  ? { path?: never }
  : { path: Record<NameIn<Key>, string | number> }) &
  ([QueryOf<Key>] extends [never] ? { query?: never } : { query?: Written<QueryOf<Key>> })

type Whole<Key extends RouteKey> = Place<Key> &
  ([BodyOf<Key>] extends [never] ? { body?: never } : { body: BodyOf<Key> }) &
  Omit<SentParts, 'body'>

/** What must be given is not to be forgotten, and what need not be is not asked for. */
type Argument<Supplied> =
  Record<never, never> extends Supplied ? [supplied?: Supplied] : [supplied: Supplied]

type Loose = SentParts & { path?: Record<string, string | number>; query?: Record<string, unknown> }

const written = (route: string, { path = {}, query = {} }: Loose): string => {
  const search = new URLSearchParams()
  for (const name in query) if ((query[name] ?? '') !== '') search.set(name, String(query[name]))
  const text = String(search)
  return (
    route
      .replace(/.* /, '')
      .replace(/{(\w+)}/g, (_, name: string) => encodeURIComponent(path[name] ?? '')) +
    (text && `?${text}`)
  )
}

/** The address of a route, for a link or for whatever does not ask by itself. */
export const addressOfRoute = <Key extends RouteKey>(
  route: Key,
  ...[supplied]: Argument<Place<Key>>
): string => written(route, supplied ?? {})

/** Asks one route of the contract; a refusal is thrown. */
export const ask = <Key extends RouteKey>(
  route: Key,
  ...[supplied]: Argument<Whole<Key>>
): Promise<AnswerOf<Key>> => {
  const sent: Loose = supplied ?? {}
  return request<AnswerOf<Key>>(route.replace(/ .*/, ''), written(route, sent), sent)
}
