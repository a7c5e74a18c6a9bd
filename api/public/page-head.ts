// Under which name do search engines find a page that anybody may read?
import type { ProcessDefinition } from '../../domain/model/process.ts'

type Head = { title: string; description: string }

/** Title and description of a public page, in Chinese; null for pages that keep the general ones. */
export const headOf = (processes: Record<string, ProcessDefinition>, path: string): Head | null => {
  const [, place, name = '', ...rest] = path.split('/')
  if (place !== 'services' || rest.length > 0) return null
  if (name === '')
    return {
      title: '办事指南 · 智慧安监',
      description: '安全生产许可、审查事项的受理条件、申请材料、办理流程和办理时限。',
    }
  const process = Object.hasOwn(processes, name) ? processes[name] : undefined
  if (!process?.guide) return null
  return { title: `${process.title.zh}办事指南 · 智慧安监`, description: process.summary.zh }
}

/** The page with the head; words of the product, and yet never taken for markup. */
export const withHead = (page: string, { title, description }: Head): string =>
  page.replace(
    /<title>[^<]*<\/title>/,
    () =>
      `<title>${escaped(title)}</title>\n    <meta name="description" content="${escaped(description)}" />`,
  )

const escaped = (words: string): string =>
  words.replace(/[&<>"]/g, (sign) => `&#${sign.charCodeAt(0)};`)
