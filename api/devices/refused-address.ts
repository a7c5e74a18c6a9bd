// What is said to whoever types an address that may not be reached?
import { text } from '../../domain/language/words.ts'

export const refusedAddress = text(
  '该地址不可使用：不能是本机、本系统、链路本地、组播或云平台元数据地址，主机名须为完整域名；正式环境须加密（https、mqtts）',
  'This address cannot be used: not of this machine or system, link-local, multicast or metadata of a cloud, no name without a domain; in production encrypted (https, mqtts)',
)
