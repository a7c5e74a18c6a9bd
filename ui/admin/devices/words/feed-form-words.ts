// Which words does the form of a feed use?
import type { Text } from '../../../../domain/language/words.ts'

export const feedFormWords = {
  add: { zh: '登记一路接入', en: 'Enrol a feed' },
  enrol: { zh: '登记', en: 'Enrol' },
  propose: { zh: '提请批准', en: 'Ask for approval' },
  settings: { zh: '连接参数', en: 'Settings' },
  settingsOf: { zh: '{name} 的连接参数', en: 'Settings of {name}' },
  id: { zh: '编号（小写字母、数字、短横）', en: 'Id (small letters, digits, dashes)' },
  port: { zh: '监听端口（正式环境为 8400 至 8419）', en: 'Port (8400 to 8419 in production)' },
  secret: { zh: '密码或密钥（登记后不再显示）', en: 'Password or key (never shown again)' },
  dialsText: {
    zh: '本路接入由本系统主动连接：须由另一名系统管理员批准后才会连接，批准前已有的参数照旧。',
    en: 'This system itself connects: it does so once another administrator has approved it, and until then as was agreed before.',
  },
  secretsOfDevices: {
    zh: '该协议的密码属于各台设备，在登记设备时填写。',
    en: 'With this protocol each device has its own password, given when it is enrolled.',
  },
  secretElsewhere: {
    zh: '密码或密钥在代表该路接入的设备上修改（设备清单）。',
    en: 'The password or key is changed with the device that stands for this feed (list of devices).',
  },
  proposals: { zh: '待批准的接入', en: 'Feeds that wait for approval' },
  proposalsLead: {
    zh: '批准前不会连接。请核对地址是否为对方提供；须由提请人以外的系统管理员批准。',
    en: 'Nothing is dialled before it is approved. Compare the address with what the other side has told you; another administrator than the one who wants it approves.',
  },
  kind: { zh: '事项', en: 'What' },
  fresh: { zh: '新登记', en: 'New feed' },
  changed: { zh: '变更参数', en: 'Change of settings' },
  by: { zh: '提请人', en: 'Wanted by' },
  byAnother: { zh: '待他人批准', en: 'Another one approves' },
  approve: { zh: '批准', en: 'Approve' },
  approveOf: { zh: '批准 {name}', en: 'Approve {name}' },
  return: { zh: '退回', en: 'Turn down' },
  returnOf: { zh: '退回 {name}', en: 'Turn down {name}' },
  withdraw: { zh: '撤回', en: 'Withdraw' },
  withdrawOf: { zh: '撤回 {name}', en: 'Withdraw {name}' },
  acts: { zh: '操作', en: 'Acts' },
} satisfies Record<string, Text>
