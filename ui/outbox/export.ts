// How does somebody take along what only this device has, readable without the product?
import { t } from '../client/words.ts'
import { showStamp } from '../screen/time.ts'
import type { OutboxEntry, OutboxFile } from './entry.ts'
import { outboxWords as w } from './words.ts'

const escaped = (words: string): string =>
  words.replace(/[&<>"']/g, (sign) => `&#${sign.charCodeAt(0)};`)

const asDataUrl = (bytes: Blob): Promise<string> =>
  new Promise((resolve, reject) => {
    const reader = new FileReader()
    reader.onload = () => resolve(String(reader.result))
    reader.onerror = () => reject(reader.error)
    reader.readAsDataURL(bytes)
  })

/** One that the server has already is named; the others are in the file itself. */
const fileLine = async ({ name, bytes, stored }: OutboxFile): Promise<string> => {
  const title = escaped(stored ? `${name} · ${stored.sha256}` : name)
  if (!bytes) return `<p>${title}</p>`
  const url = escaped(await asDataUrl(bytes))
  const body = bytes.type.startsWith('image/')
    ? `<img alt="${title}" src="${url}">`
    : `<a download="${escaped(name)}" href="${url}">${title}</a>`
  return `<figure>${body}<figcaption>${title}</figcaption></figure>`
}

const section = async (entry: OutboxEntry): Promise<string> => {
  const { author, about, words, item, shown, happenedAt, writtenAt, state, refusal, files } = entry
  const said = shown.map(
    ({ label, value, moment }) =>
      `<dt>${escaped(t(label))}</dt><dd>${escaped(moment ? showStamp(moment) : t(value))}</dd>`,
  )
  const why = refusal ? [refusal.title, ...refusal.reasons].map((one) => escaped(t(one))) : []
  const pictures = await Promise.all(Object.values(files).flat().map(fileLine))
  return [
    `<section><h2>${escaped(t(words))}${item ? ` · ${escaped(t(item))}` : ''}</h2>`,
    `<p>${escaped(about)}</p>`,
    `<p>${escaped(`${showStamp(happenedAt ?? writtenAt)} ${author} · ${t(w[state])}`)}</p>`,
    why.length > 0 ? `<p>${why.join('<br>')}</p>` : '',
    `<dl>${said.join('')}</dl>${pictures.join('')}`,
    `<pre>${escaped(JSON.stringify({ key: entry.key, data: entry.data }, null, 1))}</pre></section>`,
  ].join('')
}

/** Downloads them as one page with their pictures. */
export const exportEntries = async (
  entries: readonly OutboxEntry[],
  name: string,
): Promise<void> => {
  const sections: string[] = []
  for (const entry of entries) sections.push(await section(entry))
  const title = escaped(`${t(w.exported)} ${name}`)
  const style = 'body{font-family:sans-serif;max-width:50rem;margin:1rem auto}img{max-width:100%}'
  const page = `<!doctype html><html lang="zh-CN"><meta charset="utf-8"><title>${title}</title><style>${style}</style><h1>${title}</h1>${sections.join('')}</html>`
  const link = document.createElement('a')
  link.href = URL.createObjectURL(new Blob([page], { type: 'text/html' }))
  link.download = `${t(w.exported)}-${name}.html`
  link.click()
  setTimeout(() => URL.revokeObjectURL(link.href), 60_000)
}
