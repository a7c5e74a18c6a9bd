// Which words does the change of an enrolled device use?
import type { Text } from '../../../../domain/language/words.ts'

export const editWords = {
  edit: { zh: '修改', en: 'Change' },
  editOf: { zh: '修改 {name}', en: 'Change {name}' },
  keyText: {
    zh: '所属接入和设备编码不能修改；需要改变时，请停用本设备后另行登记。测点和限值通过导入修改。',
    en: 'Feed and key cannot be changed: end this device and enrol another. Points and limits are changed by a sheet.',
  },
  moveText: {
    zh: '更换企业或地区后，从此刻起的数据归新的企业或地区，原有数据仍归原处。',
    en: 'With another enterprise or region what comes from now on is theirs; what came before stays where it was.',
  },
  lon: { zh: '经度（可不填）', en: 'Longitude (optional)' },
  lat: { zh: '纬度（可不填）', en: 'Latitude (optional)' },
  notRead: {
    zh: '未能读取该设备，请刷新后重试',
    en: 'This device could not be read: load the page again',
  },
} satisfies Record<string, Text>
