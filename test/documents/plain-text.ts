// What does a document say, as plain text that a person can read and a test can keep?
import type { Block, DocumentContent } from '../../domain/model/document.ts'

const lineOf = (block: Block): string => {
  if (block.kind === 'text') return block.text
  if (block.kind === 'list') return block.items.map((item, at) => `  ${at + 1}. ${item}`).join('\n')
  return block.rows.map(([label, value]) => `  ${label} | ${value}`).join('\n')
}

/** Without code and address of verification, which say nothing about its wording. */
export const plainText = ({
  title,
  mark,
  office,
  number,
  to,
  blocks,
  signatureLines: signatures,
  copies,
  day,
}: DocumentContent): string =>
  [
    `【${title}】${mark}`,
    ...(number ? [`文号：${number}`] : []),
    ...(to ? [`${to}：`] : []),
    ...blocks.map(lineOf),
    ...signatures.map(({ label, names }) => `${label}：${names}`),
    `${office} ${day}`,
    ...(copies ? [copies] : []),
  ].join('\n')
