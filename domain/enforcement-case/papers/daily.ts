// What do notice and decision say of a fine that is repeated day by day (安全法 112)?

import { paragraph, table } from '../../documents/wording.ts'
import { spellYuan } from '../../language/money.ts'
import type { Block, DocumentSource } from '../../model/document.ts'
import { dailyProduct } from '../memory/daily.ts'
import { remembered } from '../memory/penalties.ts'

/** Days × amount; nothing of another case. */
export const byDays = ({ record }: Pick<DocumentSource, 'record'>): Block[] => {
  const { daily, fine, imposed, decidedOn } = remembered(record.snapshot.context)
  if (!daily) return []
  return [
    paragraph(
      '你（单位）被责令改正且受到罚款处罚，经复查拒不改正。根据《中华人民共和国安全生产法》第一百一十二条的规定，自作出责令改正之日的次日起，按照原处罚数额按日连续处罚。',
    ),
    table(
      ['原处罚案件', daily.number],
      ['原处罚数额', `${spellYuan(daily.fine)}元`],
      ['责令改正之日', daily.ordered],
      ['复查发现拒不改正之日', daily.until],
      ['罚款计算', dailyProduct(daily, decidedOn === null ? fine : imposed)],
    ),
  ]
}
