// What is said of one 示例物品 in the tests?

export const day = '2026-03-02'

export const thing = {
  name: '防爆应急灯',
  kind: 'portable',
  place: '2号仓库',
  quantity: 12,
  checkBy: '2026-06-30',
}

/** As the form of an enterprise is filled in. */
export const typed = { ...thing, region: '330802', from: day, reason: '新购入' }
