// What are the kinds of administrative penalty called?
import { type Text, text } from '../../../language/words.ts'

export const penaltyWords = {
  'stop-production': text('责令停产停业', 'stop of production'),
  'revoke-licence': text('吊销许可证件', 'revocation of a licence'),
  'suspend-licence': text('暂扣许可证件', 'suspension of a licence'),
  downgrade: text('降低资质等级', 'downgrading'),
  closure: text('责令关闭', 'closure'),
  'career-ban': text('限制从业', 'career ban'),
  confiscation: text('没收较大数额违法所得、较大价值非法财物', 'confiscation of a large value'),
} as const satisfies Record<string, Text>
