// What do the documents of a hazard say alike: whom it concerns, which hazard, until when?

import { list, say } from '../../documents/wording.ts'
import type { Row, Said } from '../../model/document.ts'

export const enterprise = ({ party }: Said): Row[] => [
  ['企业名称', party.name],
  ['统一社会信用代码', party.code],
]

export const hazard = (said: Said): Row[] => [
  ['隐患名称', said.record.title],
  ['所在部位', said.record.site ?? ''],
  ['案件编号', said.record.number],
]

export const isMajor = ({ record }: Said): boolean => record.snapshot.context.grade === 'major'

export const items = (said: Said) =>
  said.lines('items').length > 0 ? [say('须整改的事项：'), list(said.lines('items'))] : []

/** A listed hazard is governed until the date of its listing, any other rectified until that of its order. */
export const limit = (said: Said): string => said.due('rectification') || said.value('dueDate')

export function listedAt({ record }: Pick<Said, 'record'>): 'county' | 'city' | 'province' {
  const { listedBy } = record.snapshot.context
  return listedBy === 'city' || listedBy === 'province' ? listedBy : 'county'
}
