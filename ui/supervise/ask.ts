// How do the pages of supervision ask the server?
import { request } from '../client/client.ts'

/** `GET` with what is not empty of the query; with `post`, an order without a body. */
export const ask = <Answer>(path: string, query: Record<string, string> = {}, post = false): Promise<Answer> => {
  const wanted = new URLSearchParams(Object.entries(query).filter(([, value]) => value !== '')).toString()
  return request<Answer>(post ? 'POST' : 'GET', wanted === '' ? path : `${path}?${wanted}`)
}
