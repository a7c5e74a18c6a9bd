// What is said of one 应急资源 in the tests?

export const day = '2026-03-02'

export const resource = {
  name: '抗溶性泡沫灭火剂',
  kind: 'stock',
  place: '1号应急物资库',
  quantity: 12,
  unit: '吨',
  office: '安全环保部',
  contact: '调度室值班员，0570-0000004',
  batches: [
    { batch: 'P2024-1', quantity: 8, expiresOn: '2026-12-31' },
    { batch: 'P2023-2', quantity: 4, expiresOn: '2026-06-30' },
  ],
  checks: [
    { checkedOn: '2026-02-10', result: 'good', nextCheckOn: '2026-08-10' },
    { checkedOn: '2025-08-11', result: 'good', note: '包装完好', nextCheckOn: '2026-02-11' },
  ],
}

/** As the form of an enterprise is filled in. */
export const typed = { ...resource, region: '330802', from: day, reason: '入库登记' }

/** As the form of a change is filled in. */
export const changed = (more: object) => ({
  ...resource,
  standing: 'available',
  from: day,
  reason: '盘点',
  ...more,
})
