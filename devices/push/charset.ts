// In which charset does a body say that it is written, and is it?

export type Read = { ok: true; text: string } | { ok: false; status: 400 | 415; words: string }

const known: Record<string, string> = {
  'utf-8': 'utf-8',
  utf8: 'utf-8',
  'us-ascii': 'utf-8',
  gbk: 'gb18030',
  gb2312: 'gb18030',
  gb18030: 'gb18030',
}

/** What the type declares is honoured; bytes that are not of that charset are refused, never guessed at. */
export const readBody = (bytes: Uint8Array, contentType: string | undefined): Read => {
  const [type = '', ...parameters] = (contentType ?? '').toLowerCase().split(';')
  if (!/^application\/([a-z.-]+\+)?json$/.test(type.trim()))
    return { ok: false, status: 415, words: 'send application/json' }
  const declared =
    parameters.map((one) => /^\s*charset\s*=\s*"?([\w-]+)"?\s*$/.exec(one)?.[1]).find(Boolean) ??
    'utf-8'
  const charset = Object.hasOwn(known, declared) ? known[declared] : undefined
  if (!charset) return { ok: false, status: 415, words: `the charset ${declared} is not known` }
  try {
    return { ok: true, text: new TextDecoder(charset, { fatal: true }).decode(bytes) }
  } catch {
    return { ok: false, status: 400, words: `the body is not ${declared}` }
  }
}
