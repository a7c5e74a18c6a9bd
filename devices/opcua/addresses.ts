// How is a node of a plant called so that its name outlives a restart of the server?

/** The numbers of namespaces change from start to start of a server, their URIs do not (OPC UA Part 6 §5.3.1.11). */
const escaped = (uri: string): string => uri.replaceAll('%', '%25').replaceAll(';', '%3B')
const unescaped = (uri: string): string => uri.replaceAll('%3B', ';').replaceAll('%25', '%')

const numbered = /^ns=(\d+);(.+)$/
const named = /^nsu=([^;]+);(.+)$/

/** `ns=2;s=LT101` as `nsu=urn:plant;s=LT101`; nodes of the standard stay `i=2253`. A number without a URI stays as it is. */
export const lasting = (node: string, namespaces: readonly string[]): string => {
  const [, number, rest] = numbered.exec(node) ?? []
  if (number === undefined || rest === undefined) return node
  if (number === '0') return rest
  const uri = namespaces[Number(number)]
  return uri === undefined ? node : `nsu=${escaped(uri)};${rest}`
}

/** The NodeId that a lasting name has now; null: this server has no such namespace. */
export const resolved = (name: string, namespaces: readonly string[]): string | null => {
  const [, uri, rest] = named.exec(name) ?? []
  if (uri === undefined || rest === undefined) return numbered.test(name) ? name : `ns=0;${name}`
  const index = namespaces.indexOf(unescaped(uri))
  return index < 0 ? null : `ns=${index};${rest}`
}

/** The trunk's BranchId is the empty NodeId, by whatever stack it is written. */
export const isNothing = (node: string): boolean => /^(ns=0;)?i=0$/.test(node)
