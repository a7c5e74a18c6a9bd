// What do the documents of a hazard say alike: whom it concerns, which hazard, until when?

import { list, paragraph } from '../../documents/wording.ts'
import type { DocumentSource, Row } from '../../model/document.ts'

export const enterprise = ({ party }: DocumentSource): Row[] => [
  ['企业名称', party.name],
  ['统一社会信用代码', party.code],
]

export const hazard = (source: DocumentSource): Row[] => [
  ['隐患名称', source.record.title],
  ['所在部位', source.record.site ?? ''],
  ['案件编号', source.record.number],
]

/** Taken off the list by its lister; any other, also a major one, is written off by the bureau. */
export const isListed = ({ record }: DocumentSource): boolean =>
  record.snapshot.context.order === 'listed'

export const items = (source: DocumentSource) =>
  source.lines('items').length > 0 ? [paragraph('须整改的事项：'), list(source.lines('items'))] : []

/** A listed hazard is governed until the date of its listing, any other rectified until that of its order. */
export const limit = (source: DocumentSource): string =>
  source.due('rectification') || source.value('dueDate')

export function listedAt({
  record,
}: Pick<DocumentSource, 'record'>): 'county' | 'city' | 'province' {
  const { listedBy } = record.snapshot.context
  return listedBy === 'city' || listedBy === 'province' ? listedBy : 'county'
}
