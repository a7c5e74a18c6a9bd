// In which words is told whether a receiver has got a warning?
import type { Text } from '../language/words.ts'
import type { DeliveryFault, DeliveryState } from './views.ts'

export const deliveryWords: Record<DeliveryState, Text> = {
  waiting: { zh: '待送达', en: 'on its way' },
  acknowledged: { zh: '已确认', en: 'acknowledged' },
  taken: { zh: '已送达（未确认）', en: 'delivered, not acknowledged' },
  refused: { zh: '被拒绝', en: 'refused' },
  'given-up': { zh: '送达失败', en: 'given up' },
}

export const faultWords: Record<DeliveryFault, Text> = {
  unreachable: { zh: '无法连接', en: 'unreachable' },
  'refused-address': { zh: '地址不可使用', en: 'address refused' },
  'bad-answer': { zh: '答复不符合约定', en: 'no proper answer' },
  declined: { zh: '对方拒收', en: 'declined' },
}
