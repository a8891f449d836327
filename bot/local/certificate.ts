/**
 * A certificate for HTTPS on this computer alone. It is made anew at each start and its key never leaves memory, so
 * trusting it opens nothing to anybody else.
 */
import { generateKeyPairSync, randomBytes, sign, type KeyPairKeyObjectResult } from 'node:crypto'

export type Certificate = { key: string; cert: string }

/** Self-signed, so the certificate is also what a client has to trust. Elliptic unless RSA keys are given. */
export function makeCertificate(
  names: { dns: string[]; ipv4: string[] },
  { privateKey, publicKey }: KeyPairKeyObjectResult = generateKeyPairSync('ec', { namedCurve: 'P-256' }),
): Certificate {
  const ecdsaWithSha256 = sequence(oid('1.2.840.10045.4.3.2'))
  const rsaWithSha256 = sequence(oid('1.2.840.113549.1.1.11'), NULL)
  const signedHow = privateKey.asymmetricKeyType === 'rsa' ? rsaWithSha256 : ecdsaWithSha256
  // Whoever trusts the certificates of several starts finds the right one by its name.
  const serial = randomBytes(8)
  const name = sequence(set(sequence(oid('2.5.4.3'), utf8(`Placement Planning workplace ${serial.toString('hex')}`))))
  const details = sequence(
    context(0, integer(Buffer.from([2]))), // version 3
    integer(Buffer.concat([Buffer.from([0x01]), serial])),
    signedHow,
    name,
    sequence(utcTime('200101000000Z'), utcTime('491231235959Z')),
    name,
    publicKey.export({ type: 'spki', format: 'der' }),
    context(3, sequence(...extensions(names))),
  )
  const signature = sign('sha256', details, privateKey)
  const certificate = sequence(details, signedHow, bitString(signature))
  return {
    key: privateKey.export({ type: 'pkcs8', format: 'pem' }).toString(),
    cert: pem(certificate),
  }
}

function extensions({ dns, ipv4 }: { dns: string[]; ipv4: string[] }): Buffer[] {
  const alternativeNames = sequence(
    ...dns.map((name) => tagged(0x82, Buffer.from(name, 'ascii'))),
    ...ipv4.map((address) => tagged(0x87, Buffer.from(address.split('.').map(Number)))),
  )
  const isAuthority = sequence(tagged(0x01, Buffer.from([0xff])))
  const serverUse = sequence(oid('1.3.6.1.5.5.7.3.1'))
  return [
    sequence(oid('2.5.29.19'), octets(isAuthority)),
    sequence(oid('2.5.29.37'), octets(serverUse)),
    sequence(oid('2.5.29.17'), octets(alternativeNames)),
  ]
}

function tagged(tag: number, ...parts: Buffer[]): Buffer {
  const content = Buffer.concat(parts)
  const size = content.length
  if (size < 0x80) return Buffer.concat([Buffer.from([tag, size]), content])
  const length = size < 0x100 ? [0x81, size] : [0x82, size >> 8, size & 0xff]
  return Buffer.concat([Buffer.from([tag, ...length]), content])
}

const NULL = Buffer.from([0x05, 0x00])
const sequence = (...parts: Buffer[]) => tagged(0x30, ...parts)
const set = (...parts: Buffer[]) => tagged(0x31, ...parts)
const integer = (bytes: Buffer) => tagged(0x02, bytes)
const octets = (content: Buffer) => tagged(0x04, content)
const utf8 = (text: string) => tagged(0x0c, Buffer.from(text, 'utf8'))
const utcTime = (text: string) => tagged(0x17, Buffer.from(text, 'ascii'))
const bitString = (content: Buffer) => tagged(0x03, Buffer.from([0]), content)
const context = (number: number, content: Buffer) => tagged(0xa0 + number, content)

function oid(dotted: string): Buffer {
  const [first = 0, second = 0, ...rest] = dotted.split('.').map(Number)
  return tagged(0x06, Buffer.from([first * 40 + second, ...rest.flatMap(base128)]))
}

function base128(value: number): number[] {
  const bytes = [value & 0x7f]
  for (let left = value >> 7; left > 0; left >>= 7) bytes.unshift((left & 0x7f) | 0x80)
  return bytes
}

const pem = (der: Buffer) =>
  `-----BEGIN CERTIFICATE-----\n${der.toString('base64').replace(/.{64}/g, '$&\n').trimEnd()}\n-----END CERTIFICATE-----\n`
